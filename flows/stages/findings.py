"""Findings: claims to pairs, pairs to discrepancies, claims to estimates, for the events whose claims changed."""

from prefect import task

from expectations.contracts import BY_NAME
from expectations.contracts.vocabulary import Stage
from flows.run import Run
from flows.stage import at_work
from flows.stages.options import STAGE
from transforms.alignment import VERSION as ALIGNMENT_VERSION
from transforms.alignment import align
from transforms.discrepancies import RULES_VERSION, find
from transforms.discrepancies import VERSION as FINDINGS_VERSION
from transforms.estimates import VERSION as ESTIMATES_VERSION
from transforms.estimates import estimate
from transforms.parties import VERSION as PARTIES_VERSION
from transforms.parties import source_parties
from transforms.reviews import remember
from transforms.syndication import ORIGINS_VERSION
from transforms.syndication.figures import figure_origins

PAIRS, DISCREPANCIES, ESTIMATES = (BY_NAME[n] for n in ("claim_pairs", "discrepancies", "event_estimates"))
FIGURES, PARTIES = BY_NAME["figure_origins"], BY_NAME["source_parties"]


@task(name="alignment", **STAGE)
def align_claims(run: Run) -> None:
    """Every pair of claims of one event and kind family, with what they are to each other."""
    with at_work(run, Stage.ALIGNMENT) as work:
        todo = work.todo("findings_fingerprint", (ALIGNMENT_VERSION, RULES_VERSION, ORIGINS_VERSION))
        ids = todo["record_id"]
        claims, articles = work.read("claims_of", ids=ids), work.read("articles_of", ids=ids)
        pairs = work.check(PAIRS, PAIRS.conform(align(claims, articles)))
        work.load(PAIRS, pairs, scope=("event_id", ids))
        work.did(todo, pairs, "event_id")
        work.rows_in, work.rows_out = claims.height, pairs.height


@task(name="discrepancies", **STAGE)
def find_discrepancies(run: Run) -> None:
    """The pairs that differ, as typed and explained findings that remember earlier verdicts."""
    with at_work(run, Stage.DISCREPANCIES) as work:
        todo = work.todo("discrepancies_fingerprint", (ALIGNMENT_VERSION, RULES_VERSION, FINDINGS_VERSION))
        ids = todo["record_id"]
        pairs = work.read("pairs_of", ids=ids)
        found = find(pairs, work.read("claims_of", ids=ids), work.read("articles_of", ids=ids))
        held, reviews = work.read("discrepancies_of", ids=ids), work.read("newest_reviews")
        frame = remember(found, held, reviews, run.started_at)
        good = work.check(DISCREPANCIES, frame)
        work.load(DISCREPANCIES, good, scope=("event_id", ids))
        work.did(todo, good, "event_id")
        work.rows_in, work.rows_out = pairs.height, good.height


@task(name="estimates", **STAGE)
def make_estimates(run: Run) -> None:
    """One estimate a kind and profile, and how many origins carry each figure, and whose side sources are on."""
    with at_work(run, Stage.ESTIMATES) as work:
        todo = work.todo("findings_fingerprint", (ESTIMATES_VERSION, ORIGINS_VERSION, PARTIES_VERSION))
        ids = todo["record_id"]
        claims, articles = work.read("claims_of", ids=ids), work.read("articles_of", ids=ids)
        estimates = work.check(ESTIMATES, ESTIMATES.conform(estimate(claims, articles)))
        work.load(ESTIMATES, estimates, scope=("event_id", ids))
        work.load(FIGURES, work.check(FIGURES, figure_origins(claims, articles)), scope=("event_id", ids))
        work.load(PARTIES, work.check(PARTIES, source_parties(claims)), scope=("event_id", ids))
        work.did(todo, estimates, "event_id")
        work.rows_in, work.rows_out = claims.height, estimates.height
