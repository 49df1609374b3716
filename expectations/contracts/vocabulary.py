"""The closed vocabularies. A value outside its enum is a fault, never a new category."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a claim speaks of. `killed` holds all the dead of the event, a dead perpetrator too."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"
    RESCUED = "rescued"
    HOSPITALISED = "hospitalised"
    MISSILES = "missiles"
    DRONES = "drones"
    OTHER_WEAPONS = "other_weapons"
    INTERCEPTED = "intercepted"
    TARGET = "target"
    PERPETRATOR = "perpetrator"
    CAUSE = "cause"
    PLACE = "place"
    TIME = "time"


class Family(StrEnum):
    """Kinds whose claims are set against each other."""

    PEOPLE = "people"
    WEAPONS = "weapons"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Paired:
    """What is true of a kind whose claims are paired: its family, and whether such counts also fall by nature."""

    family: Family
    falls: bool = False


PAIRED: dict[Kind, Paired] = {
    Kind.KILLED: Paired(Family.PEOPLE),
    Kind.INJURED: Paired(Family.PEOPLE),
    Kind.MISSING: Paired(Family.PEOPLE, falls=True),
    Kind.DISPLACED: Paired(Family.PEOPLE, falls=True),
    Kind.DETAINED: Paired(Family.PEOPLE),
    Kind.RESCUED: Paired(Family.PEOPLE),
    Kind.HOSPITALISED: Paired(Family.PEOPLE, falls=True),
    Kind.MISSILES: Paired(Family.WEAPONS),
    Kind.DRONES: Paired(Family.WEAPONS),
    Kind.OTHER_WEAPONS: Paired(Family.WEAPONS),
    Kind.INTERCEPTED: Paired(Family.WEAPONS),
    Kind.TARGET: Paired(Family.ACCOUNT),
    Kind.PERPETRATOR: Paired(Family.ACCOUNT),
    Kind.CAUSE: Paired(Family.ACCOUNT),
}
"""Each kind whose claims are paired, declared once; `place` and `time` are not paired."""

FAMILY: dict[Kind, Family] = {kind: paired.family for kind, paired in PAIRED.items()}
ACCOUNT_KINDS: tuple[str, ...] = tuple(kind.value for kind, family in FAMILY.items() if family is Family.ACCOUNT)
FALLING_KINDS: tuple[str, ...] = tuple(kind.value for kind, paired in PAIRED.items() if paired.falls)


class Hedge(StrEnum):
    """How the figure was hedged in the text."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


class Basis(StrEnum):
    """Where the number comes from: it stands there, people are told of without one, or it was reckoned."""

    STATED = "stated"
    DESCRIBED = "described"
    DERIVED = "derived"


class Stance(StrEnum):
    """What the source does with the proposition."""

    ASSERTS = "asserts"
    DENIES = "denies"
    UNCONFIRMED = "unconfirmed"


class EvidenceField(StrEnum):
    """Where the evidence stands in the article."""

    TITLE = "title"
    TEXT = "text"


class Precision(StrEnum):
    """How exactly a time is known. A date without a time stays a day."""

    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Relation(StrEnum):
    """What two claims are to each other."""

    NOT_COMPARABLE = "not_comparable"
    SAME = "same"
    COMPATIBLE_IMPRECISION = "compatible_imprecision"
    DIVERGENT_FLOORS = "divergent_floors"
    UPDATE_UP = "update_up"
    DOWNWARD_CORRECTION = "downward_correction"
    STALE_RELAY = "stale_relay"
    MISRELAY = "misrelay"
    HARD_CONFLICT = "hard_conflict"
    ATTRIBUTION_CONFLICT = "attribution_conflict"
    ARITHMETIC = "arithmetic"
    STATUS_SHIFT = "status_shift"
    DEFINITION = "definition"
    TARGET_DISPUTE = "target_dispute"
    PERPETRATOR_DISPUTE = "perpetrator_dispute"
    CAUSE_DISPUTE = "cause_dispute"
    DENIAL = "denial"
    OMISSION = "omission"


NOT_A_DISCREPANCY = frozenset({Relation.NOT_COMPARABLE, Relation.SAME, Relation.COMPATIBLE_IMPRECISION})
"""Relations that hold between claims without being a finding."""


class RelayRole(StrEnum):
    """What an outlet's claim is in a finding about time or relay (view relay_faults)."""

    STALE_RELAY = "stale_relay"
    MISRELAY = "misrelay"
    CORRECTION = "correction"
    CORRECTED = "corrected"


class Severity(StrEnum):
    """What an editor should see first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Status(StrEnum):
    """Where the review of a discrepancy stands."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    REOPENED = "reopened"


class Verdict(StrEnum):
    """A reviewer's decision."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    OPEN = "open"


class Profile(StrEnum):
    """Named rules for one estimate out of many figures."""

    LATEST = "latest"
    ACLED = "acled"
    UCDP = "ucdp"
    IBC = "ibc"
    AIRWARS = "airwars"
    CONSENSUS = "consensus"


class OriginRule(StrEnum):
    """Why an article, or a figure, is of its origin; in the order in which they are asked."""

    WIRE_CREDIT = "wire_credit"
    SHARED_TEXT = "shared_text"
    PUBLISHER_FAMILY = "publisher_family"
    OUTLET = "outlet"


class FetchOutcome(StrEnum):
    """What one try at a source gave."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REVISED = "revised"
    REFUSED = "refused"
    FAILED = "failed"
    PAYWALL = "paywall"
    CONSENT_WALL = "consent_wall"
    NOT_AN_ARTICLE = "not_an_article"


class Stage(StrEnum):
    """The stages of a run, in order."""

    READ = "read"
    ARTICLES = "articles"
    SYNDICATION = "syndication"
    EVENTS = "events"
    CLAIMS = "claims"
    ALIGNMENT = "alignment"
    DISCREPANCIES = "discrepancies"
    ESTIMATES = "estimates"
    PUBLISH = "publish"
    REPORTS = "reports"


class CheckSeverity(StrEnum):
    """critical stops the stage before anything of it is loaded; warning quarantines the rows; info is recorded."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"


class RunState(StrEnum):
    """How a run stands or ended; `stopped` is a critical quality gate, `crashed` a run that was killed."""

    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    STOPPED = "stopped"
    CRASHED = "crashed"


class Residue(StrEnum):
    """Why a number in a candidate sentence became no claim."""

    AGE = "age"
    DATE = "date"
    CLOCK = "clock"
    MONEY = "money"
    PERCENT = "percent"
    UNIT = "unit"
    RATE = "rate"
    MODEL_NAME = "model_name"
    ORDINAL = "ordinal"
    ADDRESS = "address"
    SCORE = "score"
    OTHER_THING = "other_thing"
    UNHANDLED = "unhandled"
