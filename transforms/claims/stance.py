"""What the source does with the statement: asserts it, denies it, or leaves it open.

What a relative clause says of the attack is taken for granted by whoever denies or doubts the main clause: 'denied that
it was behind the strike that killed nine' leaves the nine standing (presupposition; Karttunen 1973, Saurí and
Pustejovsky 2009 on factuality).
"""

from dataclasses import dataclass

from expectations.contracts.vocabulary import Stance
from transforms.claims.accounts import own_deed
from transforms.claims.attribution import Source
from transforms.claims.clauses import clause
from transforms.claims.cues import find, stance_phrases
from transforms.claims.grammar import FIGURE, OTHER, Sentence, WordClass
from transforms.claims.lexicon import by_language
from transforms.claims.particles import CIRCUMSTANCE, COMPLEMENT, RELATIVE_PLACE, RELATIVE_THING
from transforms.claims.source_words import AttributionWord
from transforms.claims.tokens import Phrases, phrase_list, tokenise
from transforms.claims.triggers import find_triggers


@dataclass(frozen=True)
class Params:
    """`reach`: tokens between a word of doubt and the figure it works on, to either side."""

    reach: int = 9


@by_language
def _of_the_doer() -> Phrases:
    """Words that leave open who did it, not how many were harmed."""
    return phrase_list("attribution", AttributionWord.BLAME, unique=False)


def stance_of(sentence: Sentence, i: int, source: Source | None, params: Params = Params()) -> Stance:
    """The stance towards what stands at token i; the verb of its source counts as said of it."""
    if source is not None and denies(source) and not _granted(sentence, i, source):
        return Stance.DENIES
    start, end = clause(sentence, i)
    a, b = max(start, i - params.reach), min(end, i + params.reach)
    found = find(stance_phrases(), sentence.lows, a, b)
    while found is not None and _elsewhere(sentence, i, found):
        found = find(stance_phrases(), sentence.lows, found[1], b)
    return Stance.ASSERTS if found is None else Stance(found[2])


def denies(source: Source) -> bool:
    """The verb of the source denies what it governs."""
    cue = [t.low for t in tokenise(source.cue)]
    said = find(stance_phrases(), cue, 0, len(cue))
    return said is not None and said[2] == Stance.DENIES


def _granted(sentence: Sentence, i: int, source: Source) -> bool:
    """The source takes the figure at token i for granted, whatever its verb does with the rest of the sentence."""
    if sentence.classes[i] != FIGURE:
        return False
    cue = next((k for k, t in enumerate(sentence.tokens) if t.start >= source.cue_start), 0)
    return own_deed(sentence.lows, cue) or _presupposed(sentence, i, cue)


def _presupposed(sentence: Sentence, i: int, cue: int) -> bool:
    """A relative clause opens between cue and figure: 'that killed', 'in which', 'who', not 'that nine died'."""
    for k in range(cue + 1, i):
        low, following = sentence.lows[k], sentence.classes[k + 1]
        if sentence.classes[k] == WordClass.RELATIVE or low in RELATIVE_THING or low in RELATIVE_PLACE:
            return True
        # Behind 'that' a verb stands in a relative clause, a subject in what is denied.
        verbal = following == WordClass.AUX or k + 1 in _harm_tokens(sentence)
        if low in COMPLEMENT and verbal and sentence.classes[k - 1] == OTHER and k > cue + 1:
            return True
    return False


def _harm_tokens(sentence: Sentence) -> frozenset[int]:
    return frozenset(t.start for t in find_triggers(sentence))


def _elsewhere(sentence: Sentence, i: int, cue: tuple[int, int, str]) -> bool:
    """The cue works on something else than token i: the speaker's own deed, the doer, what is joined on behind it."""
    if own_deed(sentence.lows, cue[0]):
        return True
    counted = sentence.classes[i] == FIGURE
    if counted and (_of_the_doer().at(sentence.lows, cue[0]) is not None or _presupposed(sentence, i, cue[0])):
        return True
    # '59 drowned and more are feared missing': the doubt is about the others.
    joined = WordClass.COORDINATOR in sentence.classes[i : cue[0]] or not CIRCUMSTANCE().isdisjoint(
        sentence.lows[i : cue[0]]
    )
    return counted and cue[0] > i and joined and cue[2] == Stance.UNCONFIRMED
