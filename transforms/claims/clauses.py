"""Clauses, roughly: the stretch of a sentence in which a cue works on a figure."""

from transforms.claims.grammar import COMMA, STOP, Sentence, WordClass

MARKS = (STOP, COMMA)
OPENERS = (WordClass.SUBORDINATOR, WordClass.RELATIVE)


def clause(sentence: Sentence, i: int) -> tuple[int, int]:
    """Token bounds of the clause around token i: to the next stop, or comma that a verb or conjunction follows."""
    # Every claim asks for its clause several times.
    if i not in sentence.clauses:
        sentence.clauses[i] = _bounds(sentence, i)
    return sentence.clauses[i]


def _bounds(sentence: Sentence, i: int) -> tuple[int, int]:
    classes, start, end = sentence.classes, i, i + 1
    while start > 0 and (classes[start - 1] not in MARKS or not _edge(sentence, start - 1)):
        start -= 1
    while end < len(classes) and (classes[end] not in MARKS or not _edge(sentence, end)):
        end += 1
    return start, end


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and text[:2] in ("19", "20")


def _edge(sentence: Sentence, i: int) -> bool:
    kind = sentence.classes[i]
    if kind == STOP:
        return sentence.lows[i] not in ("(", ")", "“", "”", '"', "[", "]")
    if kind != COMMA or sentence.inserted[i]:
        return False
    # A comma between two places ('Peshawar, Pakistan') or inside a date opens no clause.
    after = sentence.tokens[i + 1].text if i + 1 < len(sentence.tokens) else ""
    before = sentence.tokens[i - 1].text if i > 0 else ""
    if _is_year(after) or (_is_year(before) and i > 1 and sentence.classes[i - 2] == COMMA):
        return False
    return not (after[:1].isupper() and before[:1].isupper())
