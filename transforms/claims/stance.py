"""What the source does with the statement: asserts it, denies it, or leaves it open."""

from dataclasses import dataclass

from expectations.contracts.vocabulary import Stance
from transforms.claims.accounts import own_deed
from transforms.claims.attribution import Source
from transforms.claims.clauses import clause
from transforms.claims.cues import find, stance_phrases
from transforms.claims.grammar import FIGURE, Sentence, WordClass
from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.particles import CIRCUMSTANCE
from transforms.claims.source_words import AttributionWord
from transforms.claims.tokens import Phrases, tokenise


@dataclass(frozen=True)
class Params:
    """`reach`: tokens between a word of doubt and the figure it works on, to either side."""

    reach: int = 9


@by_language
def _of_the_doer() -> Phrases:
    """Words that leave open who did it, not how many were harmed."""
    return Phrases(dict.fromkeys(words_by_key("attribution", AttributionWord, unique=False)[AttributionWord.BLAME], ""))


def stance_of(sentence: Sentence, i: int, source: Source | None, params: Params = Params()) -> Stance:
    """The stance towards what stands at token i; the verb of its source counts as said of it."""
    if source is not None:
        cue = [t.low for t in tokenise(source.cue)]
        said = find(stance_phrases(), cue, 0, len(cue))
        if said is not None and said[2] == Stance.DENIES:
            return Stance.DENIES
    start, end = clause(sentence, i)
    a, b = max(start, i - params.reach), min(end, i + params.reach)
    found = find(stance_phrases(), sentence.lows, a, b)
    while found is not None and _elsewhere(sentence, i, found):
        found = find(stance_phrases(), sentence.lows, found[1], b)
    return Stance.ASSERTS if found is None else Stance(found[2])


def _elsewhere(sentence: Sentence, i: int, cue: tuple[int, int, str]) -> bool:
    """The cue works on something else than token i: the speaker's own deed, the doer, what is joined on behind it."""
    if own_deed(sentence.lows, cue[0]):
        return True
    counted = sentence.classes[i] == FIGURE
    if counted and _of_the_doer().at(sentence.lows, cue[0]) is not None:
        return True
    # '59 drowned and more are feared missing': the doubt is about the others.
    joined = WordClass.COORDINATOR in sentence.classes[i : cue[0]] or not CIRCUMSTANCE().isdisjoint(
        sentence.lows[i : cue[0]]
    )
    return counted and cue[0] > i and joined and cue[2] == Stance.UNCONFIRMED
