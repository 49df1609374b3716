"""Words of harm in a sentence: where they stand, what befell, in which grammatical form."""

from dataclasses import dataclass
from enum import StrEnum

from expectations.contracts.vocabulary import FAMILY, Family, Kind
from transforms.claims.care import care_at, care_starts, has_house
from transforms.claims.grammar import Sentence, TollWord, WordClass, toll_words
from transforms.claims.lexicon import LexiconError, by_language, doubles, fitting, words_by_key
from transforms.claims.particles import word_at
from transforms.claims.people import population_of
from transforms.claims.tokens import Phrases


class Form(StrEnum):
    """The grammatical form of a word of harm: on which side its figure stands."""

    PARTICIPLE = "participle"
    ACTIVE = "active"
    INTRANSITIVE = "intransitive"
    PREDICATIVE = "predicative"
    NOUN = "noun"
    TOLL = "toll"
    SEARCH = "search"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens `start` to `end` (exclusive) state `kind` in `form`. `combined`: one of 'killed or injured'."""

    start: int
    end: int
    kind: Kind
    form: Form
    combined: bool = False


LIVES_REACH = 4
"""Tokens from 'claimed' to the figure of the lives."""
MEASURE_REACH = 6
"""Tokens before a word of harm that may say it is counted: 'the number of people who were killed'."""
KINDS = tuple(kind for kind, family in FAMILY.items() if family is Family.PEOPLE)


def words() -> dict[str, str]:
    """Every word of harm with "kind form". Raises LexiconError where the list does not fit the enums."""
    harm = fitting("harm", KINDS)
    lists: dict[str, list[str]] = {}
    for kind, forms in harm.items():
        if set(forms) != {f.value for f in Form}:
            raise LexiconError(f"harm.toml: {kind} does not have every form")
        lists.update({f"{kind} {form}": words for form, words in forms.items()})
    if twice := doubles(lists):
        raise LexiconError(f"harm.toml: under two keys: {sorted(twice)}")
    return {word: key for key, found in lists.items() for word in found}


@by_language
def _phrases() -> Phrases:
    return Phrases(words())


@by_language
def _harmless() -> Phrases:
    return Phrases(dict.fromkeys(words_by_key("harmless", ("harmless",))["harmless"], ""))


def find_triggers(sentence: Sentence) -> list[Trigger]:
    """The words of harm, left to right, longest first; nouns after 'the' or a measure word count as a toll."""
    lows = sentence.lows
    phrases = _phrases()
    out: list[Trigger] = []
    harmless = _harmless()
    cared = care_starts() if has_house(lows) else frozenset[str]()
    takes = toll_words(TollWord.TAKES) if not toll_words(TollWord.LIVES).isdisjoint(lows) else frozenset[str]()
    starts = phrases.starts | harmless.starts | cared | takes
    end = 0
    for i in [i for i, low in enumerate(lows) if low in starts]:
        if i < end:
            continue
        if other := harmless.at(lows, i):
            end = i + other[0]
        elif lows[i] in takes and _takes_lives(sentence, i):
            end = i + 1
            out.append(Trigger(i, end, Kind.KILLED, Form.ACTIVE))
        elif lows[i] in cared and (care := care_at(sentence, i)):
            end, object_behind = care
            form = Form.ACTIVE if object_behind else Form.PARTICIPLE
            out.append(Trigger(i, end, Kind.HOSPITALISED, form))
        elif found := phrases.at(lows, i):
            end = i + found[0]
            kind, listed = found[1].split()
            out.append(Trigger(i, end, Kind(kind), _form(sentence, i, end, Form(listed))))
    return _mark_combined(sentence, out)


def _takes_lives(sentence: Sentence, i: int) -> bool:
    """'claimed 21 lives', 'has cost more than 200 lives'."""
    near = range(i + 1, min(i + 1 + LIVES_REACH, len(sentence.lows)))
    k = next((sentence.figure_at[j] for j in near if sentence.figure_at[j] >= 0), -1)
    return k >= 0 and sentence.figures[k].head in toll_words(TollWord.LIVES)


def _form(sentence: Sentence, start: int, end: int, form: Form) -> Form:
    """'the number of injured', 'the dead', 'number hurt': the word of harm is what is counted."""
    if form not in (Form.PARTICIPLE, Form.PREDICATIVE, Form.NOUN, Form.INTRANSITIVE):
        return form
    lows = sentence.lows
    before = lows[max(0, start - MEASURE_REACH) : start]
    measure, within = toll_words(TollWord.MEASURE), toll_words(TollWord.MEASURED)
    counted = next((k for k, w in enumerate(before) if w in measure), None)
    if counted is not None and all(w in measure or w in within or population_of(w) for w in before[counted:]):
        return Form.TOLL
    named = word_at(lows, start - 1) in toll_words(TollWord.NOMINAL)
    as_noun = named and form in (Form.PARTICIPLE, Form.PREDICATIVE)
    follows = sentence.classes[end] if end < len(lows) else ""
    links = toll_words(TollWord.CONNECTOR) | measure
    if as_noun and (follows == WordClass.AUX or (end < len(lows) and lows[end] in links)):
        return Form.TOLL
    return form


def _mark_combined(sentence: Sentence, triggers: list[Trigger]) -> list[Trigger]:
    """'killed or injured': one figure for two kinds says neither."""
    out = list(triggers)
    for k in range(len(triggers) - 1):
        a, b = triggers[k], triggers[k + 1]
        between = sentence.lows[a.end : b.start]
        # 'were injured and taken to hospital' says both of the same people.
        brought = Kind.HOSPITALISED in (a.kind, b.kind)
        if a.kind is not b.kind and not brought and " ".join(between) in toll_words(TollWord.EITHER):
            for j, t in ((k, a), (k + 1, b)):
                out[j] = Trigger(t.start, t.end, t.kind, t.form, combined=True)
    return out
