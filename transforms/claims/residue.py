"""The remainder: numbers of a candidate sentence that became no claim, each with its reason."""

from expectations.contracts.vocabulary import Basis, Residue
from transforms.claims.distractors import compound, reason
from transforms.claims.drafts import Remainder
from transforms.claims.grammar import Sentence
from transforms.claims.passages import Passage


def remainder(sentence: Sentence, passage: Passage, used: frozenset[int]) -> list[Remainder]:
    """Every number that no claim took up; `used` are the figures that did. A bare 'no' or 'some' is no number."""
    out: list[Remainder] = []
    covered = {i for f in sentence.figures for i in range(f.number.left, f.number.last)}
    for k, figure in enumerate(sentence.figures):
        number = figure.number
        vague_word = number.anchor is None and not any(c.isdigit() for c in number.text)
        if k in used or number.anchor == 0 or vague_word or figure.basis is not Basis.STATED:
            continue
        why = reason(sentence, figure) or Residue.UNHANDLED
        out.append(Remainder(passage, number.start, number.text, why))
    for i in [i for i, low in enumerate(sentence.lows) if not low.isalpha()]:
        token = sentence.tokens[i]
        if i not in covered and (because := compound(token)) is not None:
            out.append(Remainder(passage, token.start, token.text, because))
    return out
