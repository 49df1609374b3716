"""Sources that a sentence does not name itself: 'he' and 'she', and the speaker of an open quotation."""

from transforms.claims.attribution import Source, find_sources
from transforms.claims.drafts import Draft
from transforms.claims.grammar import parse
from transforms.claims.reading import Reading
from transforms.claims.sentences import split
from transforms.claims.sources import bare

LOOK_BACK = 8
BODY_LOOK_BACK = 2


def resolve(readings: list[Reading], text: str) -> list[Draft]:
    """The drafts of all passages with pronouns replaced by the person named last before them, or by nobody."""
    out: list[Draft] = []
    for reading in readings:
        pronouns = {s.text for s in reading.sources if s.pronoun}
        for draft in reading.drafts:
            if draft.attributed_to in pronouns and draft.passage.field == "text":
                body = draft.attributed_to is not None and draft.attributed_to.lower() in ("it", "they")
                person = _source_before(text, draft.passage.start, body=body)
                out.append(draft.with_(attributed_to=person, cue=draft.cue if person else None))
            elif draft.attributed_to is None and draft.passage.field == "text":
                speaker = _open_quote(text, draft)
                out.append(draft if speaker is None else draft.with_(attributed_to=speaker.text, cue=speaker.cue))
            else:
                out.append(draft)
    return out


def _source_before(text: str, start: int, *, body: bool) -> str | None:
    """The last person who is quoted in the sentences before, or the last body in the one or two before 'it'."""
    before = text[max(0, start - 2000) : start]
    reach = BODY_LOOK_BACK if body else LOOK_BACK
    sentences = [(a, b, line) for line in before.split("\n") for a, b in split(line)][-reach:]
    for a, b, line in reversed(sentences):
        for source in reversed(find_sources(parse(line[a:b]))):
            if not source.pronoun and _personal(source) is not body:
                return source.text
    return None


def _personal(source: Source) -> bool:
    words = bare(source.text).split()
    named = all(w[:1].isupper() and not w.isupper() for w in words)
    return 0 < len(words) <= 4 and named and not source.text.lower().startswith(("the ", "officials", "authorities"))


def _open_quote(text: str, draft: Draft) -> Source | None:
    """The speaker of a quotation that is open where the sentence starts: named where it opens or where it closes."""
    begin = text.rfind("\n", 0, draft.passage.start) + 1
    end = text.find("\n", draft.passage.start)
    line = text[begin : len(text) if end < 0 else end]
    if len(line) > 4000 or not ("“" in line or '"' in line):
        return None
    at = draft.passage.start - begin
    before = line[:at]
    inside = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    if not inside and not draft.passage.text.startswith(("“", '"')):
        return None
    bounds = list(split(line))
    here = next((k for k, (a, b) in enumerate(bounds) if a <= at < b), None)
    if here is None:
        return None
    steps = [k for k in (here + 1, here - 1, here + 2, here - 2) if 0 <= k < len(bounds)]
    for k in steps if not inside else [k for k in steps if k < here] + [k for k in steps if k > here]:
        a, b = bounds[k]
        found = [s for s in find_sources(parse(line[a:b])) if not s.pronoun]
        touches = "“" in line[a:b] or "”" in line[a:b] or '"' in line[a:b]
        if found and touches:
            return found[-1]
    return None
