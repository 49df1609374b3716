"""What the source does with the statement: asserts it, denies it, or leaves it open."""

from dataclasses import dataclass

from expectations.contracts.vocabulary import Stance
from transforms.claims.accounts import own_deed
from transforms.claims.attribution import Source
from transforms.claims.clauses import clause
from transforms.claims.cues import find, stance_phrases
from transforms.claims.grammar import Sentence
from transforms.claims.tokens import tokenise


@dataclass(frozen=True)
class Params:
    """`reach`: tokens between a word of doubt and the figure it works on, to either side."""

    reach: int = 9


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
    while found is not None and own_deed(sentence.lows, found[0]):
        found = find(stance_phrases(), sentence.lows, found[1], b)
    return Stance.ASSERTS if found is None else Stance(found[2])
