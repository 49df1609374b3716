"""Every column of the warehouse, declared once. Tables name them; none is described anywhere else."""

from expectations.contracts import vocabulary as v
from expectations.contracts.model import Column
from expectations.contracts.types import Type as T
from expectations.contracts.types import Unit as U

# Identity. Every id is a hash of what it names, the same on every machine.
ARTICLE_ID = Column(
    "article_id", T.TEXT, U.IDENTIFIER, "The article: the input's own id, or a hash of outlet and url (or text)."
)
EVENT_ID = Column("event_id", T.TEXT, U.IDENTIFIER, "The event in the world that articles tell of.")
CLAIM_ID = Column(
    "claim_id", T.TEXT, U.IDENTIFIER, "The claim: a hash of article, kind, quote and the figure's place in it."
)
CLAIM_A = Column("claim_a", T.TEXT, U.IDENTIFIER, "The first claim of the pair; sorts before claim_b.")
CLAIM_B = Column("claim_b", T.TEXT, U.IDENTIFIER, "The second claim of the pair.")
CLAIM_IDS = Column("claim_ids", T.TEXT_LIST, U.IDENTIFIER, "The claims it rests on, sorted.")
DISCREPANCY_ID = Column(
    "discrepancy_id", T.TEXT, U.IDENTIFIER, "The finding; it keeps its id while its evidence grows."
)
EVIDENCE_HASH = Column(
    "evidence_hash",
    T.TEXT,
    U.IDENTIFIER,
    "Hash of the evidence and of the rule's version; a verdict holds while it is the same.",
)
RUN_ID = Column("run_id", T.TEXT, U.IDENTIFIER, "The run that wrote the row last.")
RECORD_ID = Column("record_id", T.TEXT, U.IDENTIFIER, "The row concerned: its key, or file and line of the input.")
CONTENT_HASH = Column(
    "content_hash", T.TEXT, U.IDENTIFIER, "Hash of title and text after normalising; tells revisions apart."
)
FINGERPRINT = Column("fingerprint", T.TEXT, U.IDENTIFIER, "Hash of everything that the stage read for the record.")
SYNDICATION_GROUP = Column(
    "syndication_group",
    T.TEXT,
    U.IDENTIFIER,
    "Copies of one text share it: the article_id of the one published first (of equals the smallest).",
)
SUPERSEDED_BY = Column("superseded_by", T.TEXT, U.IDENTIFIER, "The event that this one was merged into.", nullable=True)

# Articles.
REVISION = Column(
    "revision", T.INTEGER, U.ORDINAL, "1 for the text first seen, one more for each changed text.", minimum=1
)
OUTLET = Column("outlet", T.TEXT, U.TEXT, "The outlet that published it, a domain or a name.")
URL = Column("url", T.TEXT, U.TEXT, "Where it was published.", nullable=True)
TITLE = Column("title", T.TEXT, U.TEXT, "The headline.", nullable=True)
TEXT = Column("text", T.TEXT, U.TEXT, "The body as plain text; evidence offsets count its code points.")
PUBLISHED_AT = Column(
    "published_at",
    T.TIME,
    U.UTC_TIME,
    "When the outlet published it; a day stands at its first instant, see published_precision.",
    nullable=True,
)
PUBLISHED_PRECISION = Column(
    "published_precision", T.TEXT, U.CATEGORY, "How exactly published_at is known.", nullable=True, values=v.Precision
)
FETCHED_AT = Column("fetched_at", T.TIME, U.UTC_TIME, "When this content was first read.")
LANGUAGE = Column("language", T.TEXT, U.TEXT, "BCP 47 tag of the text's language.", nullable=True)
WIRE_CREDIT = Column(
    "wire_credit",
    T.TEXT,
    U.TEXT,
    "The news agencies that the article credits, with commas between; 'news agencies' where it names none.",
    nullable=True,
)
EXTRA = Column("extra", T.JSON, U.DOCUMENT, "The input's other fields, as they came.", nullable=True)

# Copies and origins.
ARTICLE_A = Column("article_a", T.TEXT, U.IDENTIFIER, "The first article of the pair; sorts before article_b.")
ARTICLE_B = Column("article_b", T.TEXT, U.IDENTIFIER, "The second article of the pair.")
CONTAINMENT = Column(
    "containment",
    T.REAL,
    U.SHARE,
    "How much of the shorter text stands in the other, in runs of words.",
    minimum=0,
    maximum=1,
)
SHARED = Column(
    "shared", T.INTEGER, U.COUNT, "Runs of words of both that were compared; 0 where the texts are the same.", minimum=0
)
ORIGIN = Column(
    "origin", T.TEXT, U.TEXT, "Whose voice the article is in this event: an agency, a publisher family or an outlet."
)
ORIGIN_RULE = Column("origin_rule", T.TEXT, U.CATEGORY, "What decided that.", values=v.OriginRule)
WITNESS = Column(
    "witness", T.TEXT, U.IDENTIFIER, "Another article of the same origin that shows it best.", nullable=True
)

# Events.
FIRST_PUBLISHED = Column(
    "first_published", T.TIME, U.UTC_TIME, "The earliest publication among its articles.", nullable=True
)
LAST_PUBLISHED = Column(
    "last_published", T.TIME, U.UTC_TIME, "The latest publication among its articles.", nullable=True
)
PLACE = Column("place", T.TEXT, U.TEXT, "The place most of its articles name.", nullable=True)
N_ARTICLES = Column("n_articles", T.INTEGER, U.COUNT, "Articles that tell of the event.", minimum=1)
N_OUTLETS = Column("n_outlets", T.INTEGER, U.COUNT, "Outlets among them.", minimum=1)
N_INDEPENDENT_SOURCES = Column(
    "n_independent_sources",
    T.INTEGER,
    U.COUNT,
    "Origins among them: agencies, publisher families and outlets, copies of one text counted once.",
    minimum=1,
)
REASONS = Column("reasons", T.TEXT_LIST, U.TEXT, "Why, the strongest first.")

# Claims.
KIND = Column("kind", T.TEXT, U.CATEGORY, "What it speaks of.", values=v.Kind)
LOW = Column(
    "low", T.INTEGER, U.PEOPLE_OR_THINGS, "Lower bound of the figure, inclusive; null is unbounded.", nullable=True
)
HIGH = Column(
    "high", T.INTEGER, U.PEOPLE_OR_THINGS, "Upper bound of the figure, inclusive; null is unbounded.", nullable=True
)
ANCHOR = Column(
    "anchor",
    T.INTEGER,
    U.PEOPLE_OR_THINGS,
    "The number as reported, what people compare; null for a vague word.",
    nullable=True,
    minimum=0,
)
HEDGE = Column("hedge", T.TEXT, U.CATEGORY, "How the figure was hedged.", nullable=True, values=v.Hedge)
VALUE_TEXT = Column("value_text", T.TEXT, U.TEXT, "The figure or the words themselves, as written.")
VALUE_CLASS = Column(
    "value_class", T.TEXT, U.TEXT, "The node of the ontology for a target, perpetrator or cause.", nullable=True
)
POPULATION = Column(
    "population",
    T.TEXT,
    U.TEXT,
    "Whom the number counts where it is not everyone: civilians, children, soldiers …",
    nullable=True,
)
SCOPE = Column("scope", T.TEXT, U.TEXT, "The place or part the number counts, normalised.", nullable=True)
BASIS = Column(
    "basis",
    T.TEXT,
    U.CATEGORY,
    "Whether the number stands there, is described or was reckoned.",
    nullable=True,
    values=v.Basis,
)
IS_EVENT_TOTAL = Column("is_event_total", T.BOOLEAN, U.FLAG, "False for rates, background, subsets and other events.")
TOTAL_REASON = Column("total_reason", T.TEXT, U.TEXT, "Why it is no event total.", nullable=True)
ATTRIBUTED_TO = Column(
    "attributed_to", T.TEXT, U.TEXT, "The source as written; null in the outlet's own voice.", nullable=True
)
SOURCE_CANONICAL = Column("source_canonical", T.TEXT, U.TEXT, "The source under its one name.", nullable=True)
SOURCE = Column("source", T.TEXT, U.TEXT, "A source that claims name: under its one name, else as written.")
PARTY = Column(
    "party", T.TEXT, U.TEXT, "The party that the source speaks for: a node of the ontology, or a country in that form."
)
CUE = Column("cue", T.TEXT, U.TEXT, "The words that attribute: 'said', 'according to' …", nullable=True)
STANCE = Column("stance", T.TEXT, U.CATEGORY, "What the source does with the proposition.", values=v.Stance)
AS_OF = Column(
    "as_of", T.TIME, U.UTC_TIME, "The time the figure speaks of, apart from publication and reading.", nullable=True
)
AS_OF_PRECISION = Column(
    "as_of_precision", T.TEXT, U.CATEGORY, "How exactly as_of is known.", nullable=True, values=v.Precision
)
AS_OF_BASIS = Column(
    "as_of_basis", T.TEXT, U.TEXT, "Where as_of comes from: the sentence's words, or 'published'.", nullable=True
)
CHANGE_CUE = Column(
    "change_cue", T.TEXT, U.TEXT, "Words that tell of a change: 'rises to', 'revised', 'now' …", nullable=True
)
HARM_WORD = Column(
    "harm_word",
    T.TEXT,
    U.TEXT,
    "The word of harm that the figure goes with, in lower case; null where it was taken over from a neighbour.",
    nullable=True,
)
EVIDENCE_FIELD = Column(
    "evidence_field", T.TEXT, U.CATEGORY, "Whether the evidence stands in title or text.", values=v.EvidenceField
)
EVIDENCE_START = Column(
    "evidence_start", T.INTEGER, U.CODE_POINTS, "Where the evidence starts in its field.", minimum=0
)
EVIDENCE_END = Column("evidence_end", T.INTEGER, U.CODE_POINTS, "Where it ends, exclusive.", minimum=1)
QUOTE = Column(
    "quote",
    T.TEXT,
    U.TEXT,
    "The whole sentence or headline, verbatim: article[evidence_field][evidence_start:evidence_end].",
)
VALUE_START = Column(
    "value_start", T.INTEGER, U.CODE_POINTS, "Where the figure or words start inside the quote.", minimum=0
)
VALUE_END = Column("value_end", T.INTEGER, U.CODE_POINTS, "Where they end inside the quote, exclusive.", minimum=1)
CONFIDENCE = Column("confidence", T.REAL, U.SHARE, "How sure the reading is.", minimum=0, maximum=1)
RULE = Column("rule", T.TEXT, U.TEXT, "The rule that made it.")
NUMBER_START = Column("number_start", T.INTEGER, U.CODE_POINTS, "Where the number starts in its field.", minimum=0)
RESIDUE_REASON = Column("reason", T.TEXT, U.CATEGORY, "Why the number became no claim.", values=v.Residue)

# Pairs and findings.
SIMILARITY = Column(
    "similarity", T.REAL, U.SHARE, "How alike the two claims are, over their aspects.", minimum=0, maximum=1
)
RELATION = Column("relation", T.TEXT, U.CATEGORY, "What they are to each other.", values=v.Relation)
REASON = Column("reason", T.TEXT, U.TEXT, "Why, in a sentence.")
IN_ARTICLE = Column("in_article", T.BOOLEAN, U.FLAG, "All its claims stand in one article.")
TYPE = Column("type", T.TEXT, U.CATEGORY, "The type of the discrepancy.", values=v.Relation)
SEVERITY = Column("severity", T.TEXT, U.CATEGORY, "What an editor should see first.", values=v.Severity)
EXPLANATION = Column(
    "explanation", T.TEXT, U.TEXT, "The finding in plain sentences: figures, outlets, times, sources and the rule."
)
FIRST_SEEN = Column("first_seen", T.TIME, U.UTC_TIME, "Start of the run that found it first.")
LAST_SEEN = Column("last_seen", T.TIME, U.UTC_TIME, "Start of the run in which its evidence last changed.")
STATUS = Column("status", T.TEXT, U.CATEGORY, "Where its review stands.", values=v.Status)
PROFILE = Column("profile", T.TEXT, U.CATEGORY, "The named rules of the estimate.", values=v.Profile)
FIGURE = Column("figure", T.INTEGER, U.PEOPLE_OR_THINGS, "The figure as reported, or the end that is given.")
N_ORIGINS = Column("n_origins", T.INTEGER, U.COUNT, "Independent origins that carry it.", minimum=1)
ORIGINS = Column(
    "origins", T.TEXT_LIST, U.TEXT, "Whom it comes from, by name: quoted sources, agencies, families, outlets."
)
BEST = Column("best", T.INTEGER, U.PEOPLE_OR_THINGS, "The estimate itself.", nullable=True)

ROWS = Column("rows", T.INTEGER, U.COUNT, "Rows that the stage made of the record.", minimum=0)

# Reviews.
VERDICT = Column("verdict", T.TEXT, U.CATEGORY, "What the reviewer decided.", values=v.Verdict)
NOTE = Column("note", T.TEXT, U.TEXT, "The reviewer's note.", nullable=True)
REVIEWER = Column("reviewer", T.TEXT, U.TEXT, "Who decided.")
REVIEWED_AT = Column("reviewed_at", T.TIME, U.UTC_TIME, "When.")

# Logs.
OUTCOME = Column("outcome", T.TEXT, U.CATEGORY, "What the try gave.", values=v.FetchOutcome)
HTTP_STATUS = Column(
    "http_status",
    T.INTEGER,
    U.HTTP_STATUS,
    "The answer's status; null where nothing was asked over HTTP.",
    nullable=True,
)
BYTES = Column("bytes", T.INTEGER, U.BYTES, "Bytes read.", nullable=True, minimum=0)
SECONDS = Column("seconds", T.REAL, U.SECONDS, "How long it took.", nullable=True, minimum=0)
ERROR = Column("error", T.TEXT, U.TEXT, "What went wrong.", nullable=True)
STAGE = Column("stage", T.TEXT, U.CATEGORY, "The stage of the pipeline.", values=v.Stage)
RECORD = Column("record", T.JSON, U.DOCUMENT, "The row as it was.")
QUARANTINED_AT = Column("quarantined_at", T.TIME, U.UTC_TIME, "When it was set aside.")
SUITE = Column("suite", T.TEXT, U.TEXT, "The expectation suite: the table's name.")
EXPECTATION = Column("expectation", T.TEXT, U.TEXT, "The expectation.")
CHECK_SEVERITY = Column(
    "severity",
    T.TEXT,
    U.CATEGORY,
    "What its failure does: critical stops the stage, warning quarantines the rows, info is recorded.",
    values=v.CheckSeverity,
)
SUCCESS = Column("success", T.BOOLEAN, U.FLAG, "Whether it held.")
OBSERVED = Column("observed", T.TEXT, U.TEXT, "The value that was seen, where there is one.", nullable=True)
UNEXPECTED_COUNT = Column("unexpected_count", T.INTEGER, U.COUNT, "Rows that did not meet it.", minimum=0)
CHECKED_ROWS = Column("checked_rows", T.INTEGER, U.COUNT, "Rows it was checked on.", minimum=0)
CHECKED_AT = Column("checked_at", T.TIME, U.UTC_TIME, "When.")
STARTED_AT = Column("started_at", T.TIME, U.UTC_TIME, "When the run started.")
ENDED_AT = Column("ended_at", T.TIME, U.UTC_TIME, "When it ended.", nullable=True)
STATE = Column("state", T.TEXT, U.CATEGORY, "How it stands or ended.", values=v.RunState)
STAGES = Column("stages", T.JSON, U.DOCUMENT, "A list of {stage, rows_in, rows_out, quarantined, seconds}, in order.")
VERSION = Column("version", T.TEXT, U.TEXT, "The version of Rashomon that ran.")
SCHEMA_VERSION = Column("schema_version", T.INTEGER, U.ORDINAL, "The version of the warehouse's schema.", minimum=1)
APPLIED_AT = Column("applied_at", T.TIME, U.UTC_TIME, "When the step was taken.")
