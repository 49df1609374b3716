"""One passage read in full: its claims as drafts, and the numbers that became none."""

from dataclasses import dataclass
from datetime import datetime

from expectations.contracts.vocabulary import FAMILY, Basis, Family, Kind, Precision, Stance
from transforms.claims.accounts import Account
from transforms.claims.attribution import Source, find_sources, source_for
from transforms.claims.carried import Counted
from transforms.claims.causes import find_causes
from transforms.claims.clauses import clause
from transforms.claims.cues import TimeWord, find, time_phrases
from transforms.claims.drafts import Draft, Remainder
from transforms.claims.grammar import Figure, Sentence, TollWord, parse, toll_words
from transforms.claims.harm import NOTHING, find_harm
from transforms.claims.harm_lists import Harm
from transforms.claims.named import NAMED
from transforms.claims.particles import word_at
from transforms.claims.passages import Passage
from transforms.claims.perpetrators import find_perpetrators
from transforms.claims.places import scope_of
from transforms.claims.residue import remainder
from transforms.claims.stance import stance_of
from transforms.claims.targets import find_targets, noun_tokens
from transforms.claims.times import EARLIER, AsOf, as_of
from transforms.claims.totals import sentence_reason
from transforms.claims.weapons import Weapon, find_weapons


@dataclass(frozen=True, slots=True)
class Dated:
    """When the article was published, how exactly that is known, and the day of its dateline."""

    at: datetime | None
    precision: Precision | None
    line: datetime | None = None

    def as_of(self, sentence: Sentence, i: int) -> AsOf:
        """The time that what stands at token i of an article's sentence speaks of."""
        return as_of(sentence, i, self.at, self.precision, self.line)


@dataclass(slots=True)
class Reading:
    """What one passage gave."""

    sentence: Sentence
    drafts: list[Draft]
    rest: list[Remainder]
    sources: list[Source]

    def counted(self) -> list[Kind]:
        """The kinds of people of whom the passage gives whole figures, in the order of the figures."""
        return [d.kind for d in self.drafts if FAMILY[d.kind] is Family.PEOPLE and not (d.part or d.of_them)]


def read_passage(
    passage: Passage,
    published: Dated,
    counted: Counted = NOTHING,
    *,
    harm: bool = True,
    attack: bool = True,
    rest: bool = True,
) -> Reading:
    """The claims of a passage, in the order of their words; `harm` and `attack` say what it is read for.

    `counted`: what the article counted before it; `rest`: numbers that became no claim are asked for.
    """
    sentence = parse(passage.text, headline=passage.field == "title", names=harm)
    harms = find_harm(sentence, counted) if harm else []
    named = {k for k, f in enumerate(sentence.figures) if f.known_by == NAMED}
    if named and sentence.unnamed is not None and named.isdisjoint(h.figure for h in harms):
        # Whoever was not harmed may be the speaker or the doer, whose name is looked for among the words.
        sentence = sentence.unnamed
        harms = find_harm(sentence, counted)
    weapons = find_weapons(sentence, frozenset(h.figure for h in harms)) if harm else []
    accounts: list[Account] = []
    if attack:
        nouns = noun_tokens(sentence)
        targets = find_targets(sentence, nouns)
        accounts = [*targets, *find_perpetrators(sentence, nouns)]
        accounts.extend(find_causes(sentence, harmed=bool(harms or targets)))
    used = frozenset(h.figure for h in harms) | frozenset(w.figure for w in weapons)
    left = remainder(sentence, passage, used) if harm and rest else []
    if not (harms or weapons or accounts):
        return Reading(sentence, [], left, [])
    sources = find_sources(sentence, headline=passage.field == "title")
    figures: list[Harm | Weapon] = [*harms, *weapons]
    drafts = [_counted(sentence, passage, found, sources, published) for found in figures]
    drafts.extend(_told(sentence, passage, a, sources, published) for a in accounts)
    return Reading(sentence, sorted(drafts, key=lambda d: (d.start, d.end, d.kind)), left, sources)


def with_harms(reading: Reading, passage: Passage, published: Dated, harms: list[Harm]) -> Reading:
    """The reading with claims for figures that nothing had claimed; they leave its remainder."""
    sentence = reading.sentence
    sources = reading.sources or find_sources(sentence, headline=passage.field == "title")
    drafts = [*reading.drafts, *(_counted(sentence, passage, harm, sources, published) for harm in harms)]
    taken = {sentence.figures[harm.figure].number.start for harm in harms}
    rest = [r for r in reading.rest if r.start not in taken]
    return Reading(sentence, sorted(drafts, key=lambda d: (d.start, d.end, d.kind)), rest, sources)


def _counted(
    sentence: Sentence, passage: Passage, found: Harm | Weapon, sources: list[Source], published: Dated
) -> Draft:
    figure = sentence.figures[found.figure]
    number = figure.number
    harm = found if isinstance(found, Harm) else None
    part, older, listed = (harm.part, harm.older, harm.listed) if harm else (found.part, False, False)
    of_them = harm is not None and harm.of_them
    source = source_for(sources, number.start)
    stance = stance_of(sentence, number.left, source)
    when = AsOf(None, None, EARLIER) if older else published.as_of(sentence, number.left)
    return Draft(
        passage,
        found.kind,
        number.start,
        number.end,
        number.low,
        number.high,
        number.anchor,
        number.hedge,
        found.rule,
        stance,
        basis=_basis(sentence, found, figure),
        population=figure.population if FAMILY[found.kind] is Family.PEOPLE else None,
        scope=scope_of(sentence, number.left),
        attributed_to=source.text if source else None,
        cue=source.cue if source else None,
        as_of=when.at,
        as_of_precision=when.precision,
        as_of_basis=when.basis,
        change_cue=_change(sentence, number.left),
        part=part,
        older=older,
        listed=listed,
        of_them=of_them,
        harm_word=_harm_word(sentence, harm),
        reason=sentence_reason(sentence, number.left, number.last, published.at, of_them=of_them),
    )


def _harm_word(sentence: Sentence, harm: Harm | None) -> str | None:
    return (
        None if harm is None or harm.trigger is None else " ".join(sentence.lows[harm.trigger.start : harm.trigger.end])
    )


def _basis(sentence: Sentence, found: Harm | Weapon, figure: Figure) -> Basis:
    """'two others' on top of what was said is reckoned, where the same sentence told of the first ones."""
    added = word_at(sentence.lows, figure.number.last) in toll_words(TollWord.ADDED)
    reckoned = added and isinstance(found, Harm) and found.figure > 0
    return Basis.DERIVED if reckoned and figure.basis is Basis.STATED else figure.basis


def _change(sentence: Sentence, i: int) -> str | None:
    start, end = clause(sentence, i)
    found = find(time_phrases(TimeWord.CHANGE), sentence.lows, start, end)
    found = found or find(time_phrases(TimeWord.EARLIER), sentence.lows, start, end)
    if found is None:
        return None
    return sentence.text[sentence.tokens[found[0]].start : sentence.tokens[found[1] - 1].end]


def _told(sentence: Sentence, passage: Passage, found: Account, sources: list[Source], published: Dated) -> Draft:
    source = source_for(sources, found.start)
    stance = found.stance or stance_of(sentence, found.token, source)
    when = published.as_of(sentence, found.token)
    spoken = found.text if found.speaker else source.text if source else None
    cue = None if spoken is None else found.rule if found.speaker else source.cue if source else None
    hypothetical = found.kind is Kind.CAUSE and found.node is None
    return Draft(
        passage,
        found.kind,
        found.start,
        found.end,
        None,
        None,
        None,
        None,
        found.rule,
        Stance.UNCONFIRMED if hypothetical else stance,
        node=found.node,
        scope=scope_of(sentence, found.token),
        attributed_to=spoken,
        cue=cue,
        as_of=when.at,
        as_of_precision=when.precision,
        as_of_basis=when.basis,
        reason=sentence_reason(sentence, found.token, found.token + 1, published.at),
    )
