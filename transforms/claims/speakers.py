"""Sources that a sentence does not name itself: 'he' and 'she', and the speaker of a quotation.

A quotation has one speaker, named where it breaks off, in the sentence before it, or in the paragraph before, where
that ends in a colon or leaves its quotation open. A pronoun stands for the last who spoke, and where that cannot be one
person, for nobody. Nothing else is carried from one sentence to the next.
"""

import re
from dataclasses import dataclass
from functools import partial

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.attribution import Source, find_sources, source_for
from transforms.claims.bodies import TitleWord, title_words
from transforms.claims.drafts import Draft
from transforms.claims.grammar import parse
from transforms.claims.lexicon import any_of, by_language
from transforms.claims.particles import DEFINITE
from transforms.claims.quotations import Quotation, quotations
from transforms.claims.reading import Reading
from transforms.claims.sentences import split
from transforms.claims.source_words import AttributionWord, lists
from transforms.claims.sources import bare
from transforms.claims.stance import denies

LOOK_BACK = 8
BODY_LOOK_BACK = 2
PARAGRAPHS_BACK = 4
LONGEST_LINE = 4000


@dataclass(frozen=True, slots=True)
class Params:
    """`tag`: code points between a quotation and the source that breaks it off: '… ,” the city's mayor, X, said'."""

    tag: int = 40


@dataclass(frozen=True, slots=True)
class Spoken:
    """A source and the code point of the text that its offsets count from."""

    source: Source
    base: int

    @property
    def start(self) -> int:
        """Where the source starts in the text."""
        return self.base + self.source.start


def resolve(readings: list[Reading], text: str) -> list[Draft]:
    """The drafts of all passages: quotations by their speaker, pronouns by whom they stand for, or by nobody."""
    out: list[Draft] = []
    for reading in readings:
        written = {s.text for s in reading.sources}
        for draft in reading.drafts:
            if draft.passage.field != "text" or (draft.attributed_to and draft.attributed_to not in written):
                out.append(draft)
                continue
            spoken = speaker(text, draft.passage.start, reading.sources, draft.start)
            if spoken is None and draft.kind is Kind.PERPETRATOR:
                # 'It was claimed by a commander', 'the army owned up and said': the doer is who says so.
                own = next((s for s in reading.sources if s.start <= draft.start < s.end), None)
                spoken = None if own is None else Spoken(own, draft.passage.start)
            # Who denies the deed says nothing of the toll that he takes for granted.
            if spoken is not None and draft.harm_word and draft.stance is not Stance.DENIES and denies(spoken.source):
                spoken = None
            if spoken is None:
                out.append(draft.with_(attributed_to=None, cue=None))
                continue
            name: str | None = spoken.source.text
            if spoken.source.pronoun:
                name = antecedent(text, spoken)
            out.append(draft.with_(attributed_to=name, cue=spoken.source.cue if name else None))
    return out


def speaker(text: str, start: int, sources: list[Source], at: int, params: Params = Params()) -> Spoken | None:
    """Who says what stands at code point `at` of the sentence that starts at `start` of the text.

    `sources`: those of the sentence. Inside a quotation its speaker comes before whom he quotes in turn.
    """
    begin, line = _line(text, start)
    quoted = next((q for q in quotations(line) if q.holds(start + at - begin)), None) if _marked(line) else None
    if quoted is None:
        own = source_for(sources, at)
        return None if own is None else Spoken(own, start)
    outer = _speaker_of(text, begin, quoted, params, PARAGRAPHS_BACK)
    if outer is not None:
        return outer
    inner = source_for([s for s in sources if not (s.pronoun and quoted.holds(start + s.start - begin))], at)
    return None if inner is None else Spoken(inner, start)


def _marked(line: str) -> bool:
    return len(line) <= LONGEST_LINE and ("“" in line or '"' in line or "''" in line)


def _line(text: str, start: int) -> tuple[int, str]:
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return begin, text[begin : len(text) if end < 0 else end]


@by_language
def _address() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of((*title_words(TitleWord.MAN), *title_words(TitleWord.WOMAN)))})\b")


@by_language
def _impersonal() -> tuple[str, ...]:
    return (*(f"{word} " for word in DEFINITE()), *lists()[AttributionWord.IMPERSONAL])


@partial(by_language, size=512)
def _sources_of(sentence: str) -> tuple[Source, ...]:
    """Kept for a while: every claim of a quotation asks for the sentences around it."""
    return tuple(find_sources(parse(sentence)))


def _outside(begin: int, line: str, spans: list[Quotation]) -> list[Spoken]:
    """Sources of the line that stand in no quotation."""
    out = []
    for a, b in split(line):
        for source in _sources_of(line[a:b]):
            if not any(q.holds(a + source.start) for q in spans):
                out.append(Spoken(source, begin + a))
    return out


def _speaker_of(text: str, begin: int, quoted: Quotation, params: Params, depth: int) -> Spoken | None:
    """The speaker of a quotation of the line: behind it, before it, or in the paragraph before."""
    line = _line(text, begin)[1]
    spans = quotations(line)
    sources = _outside(begin, line, spans)
    k = spans.index(quoted)
    after = spans[k + 1].start if k + 1 < len(spans) else len(line)
    before = spans[k - 1].end if k > 0 else 0
    near = [s for s in sources if before <= s.start - begin < quoted.start]
    ended = line[quoted.start : quoted.end].rstrip("\"'”’").endswith(".")
    for spoken in sources:
        gap = line[quoted.end : spoken.start - begin]
        tagged = quoted.end <= spoken.start - begin < after and len(gap) <= params.tag
        # Behind a full stop a new sentence begins, whose source says what follows.
        if tagged and not re.search(r"[.!?]\s", gap) and not (ended and near):
            return spoken
    if near:
        return near[-1]
    earlier = [s for s in sources if s.start - begin < quoted.start]
    if earlier:
        return earlier[-1]
    if quoted.start == len(line) - len(line.lstrip()) and depth > 0:
        return _from_above(text, begin, params, depth - 1)
    return None


def _from_above(text: str, begin: int, params: Params, depth: int) -> Spoken | None:
    """The speaker whom the paragraph before leaves speaking: it ends in a colon or in a quotation that is open."""
    end = begin
    while end > 0 and text[end - 1].isspace():
        end -= 1
    if end == 0:
        return None
    start, line = _line(text, end - 1)
    if len(line) > LONGEST_LINE:
        return None
    spans = quotations(line)
    if line.rstrip().endswith(":"):
        sources = _outside(start, line, spans)
        return sources[-1] if sources else None
    if spans and spans[-1].open:
        return _speaker_of(text, start, spans[-1], params, depth)
    return None


def antecedent(text: str, spoken: Spoken) -> str | None:
    """Whom a pronoun stands for: the last person quoted before it, or the last body in the one or two before 'it'."""
    body = spoken.source.text.lower() in lists()[AttributionWord.BODY_PRONOUN]
    before = text[max(0, spoken.base - 2000) : spoken.base]
    reach = BODY_LOOK_BACK if body else LOOK_BACK
    sentences = [(a, b, line) for line in before.split("\n") for a, b in split(line)][-reach:]
    for a, b, line in reversed(sentences):
        spans = quotations(line)
        outside = (s for s in _sources_of(line[a:b]) if not any(q.holds(a + s.start) for q in spans))
        found = [s.text for s in outside if not s.pronoun and _personal(s) is not body]
        fitting = [name for name in found if _may_be(spoken.source.text.lower(), name)]
        if len({bare(name).split()[-1] for name in fitting}) > 1 and not body:
            return None
        if fitting:
            return fitting[-1]
    return None


def _may_be(pronoun: str, name: str) -> bool:
    """'Mrs Hora' is no 'he', 'Mr Kral' no 'she'."""
    address, he, she = _address().match(name.lower()), lists()[AttributionWord.HE], lists()[AttributionWord.SHE]
    if address is None or not (pronoun in he or pronoun in she):
        return True
    return (address.group() in title_words(TitleWord.MAN)) is (pronoun in he)


def _personal(source: Source) -> bool:
    words = bare(source.text).split()
    named = all(w[:1].isupper() and not w.isupper() for w in words)
    return 0 < len(words) <= 4 and named and not source.text.lower().startswith(_impersonal())
