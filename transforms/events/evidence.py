"""How likely two articles tell of one event: features of the pair, each with its weight.

Method: logistic regression over visible features, as Fellegi & Sunter (JASA 1969) weigh the fields of two records; the
weights are data (transforms/reference/event_weights.toml), fitted by benchmarks/make_event_weights.py.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from math import exp, log1p, sqrt

from transforms.events.facts import Facts
from transforms.reference import load

FULL = 40
"""Words of weight from which an article says enough; below, it is short by the share that it lacks."""


class Feature(StrEnum):
    """What is compared; event_weights.toml says what each is worth."""

    NAMES = "names"
    FIGURES = "figures"
    HEAVIEST = "heaviest"
    RANK_LOW = "rank_low"
    RANK_HIGH = "rank_high"
    COMPANY = "company"
    CONTRAST_LOW = "contrast_low"
    CONTRAST_HIGH = "contrast_high"
    OTHER_CITY = "other_city"
    SAME_REGION = "same_region"
    OTHER_REGION = "other_region"
    UNDATED = "undated"
    DAYS_APART = "days_apart"
    SAME_DAY = "same_day"
    SAME_DATE = "same_date"
    OTHER_YEAR = "other_year"
    OTHER_WEEKDAY = "other_weekday"
    SAME_AGE = "same_age"
    OTHER_AGE = "other_age"
    SAME_OUTLET = "same_outlet"
    SHORT = "short"
    SHORT_WORDS = "short_words"
    UNDATED_WORDS = "undated_words"


@cache
def weights() -> dict[str, float]:
    """Feature → weight, with `bias`. Raises ValueError where the file does not fit the features: a fault of ours."""
    found: dict[str, float] = load("event_weights")
    if set(found) != {"bias", *Feature}:
        raise ValueError(f"event_weights.toml: {sorted(set(found) ^ {'bias', *Feature})}")
    return found


def features(words: Mapping[str, float], a: Facts, b: Facts) -> dict[str, float]:
    """The features of a pair that are not 0. `words`: its row of `likeness`."""
    root, dated = sqrt(words["words"]), a.published is not None and b.published is not None
    short = max(0.0, 1 - min(a.n_words, b.n_words) / FULL)
    found = {
        Feature.NAMES: sqrt(words["names"]),
        Feature.FIGURES: log1p(words["figures"] / 5),
        Feature.HEAVIEST: sqrt(words["heaviest"]),
        Feature.UNDATED: float(not dated),
        Feature.UNDATED_WORDS: 0.0 if dated else root,
        Feature.SHORT: short,
        Feature.SHORT_WORDS: short * root,
        Feature.SAME_OUTLET: float(a.outlet == b.outlet),
        Feature.OTHER_CITY: _differ(a.cities, b.cities),
        Feature.SAME_REGION: _meet(a.regions, b.regions),
        Feature.OTHER_REGION: _differ(a.regions, b.regions),
        Feature.SAME_DAY: _meet(a.days, b.days),
        Feature.SAME_DATE: min(2.0, len(a.dates & b.dates)),
        Feature.OTHER_YEAR: _differ(a.years, b.years),
        Feature.OTHER_WEEKDAY: _differ(a.weekdays, b.weekdays),
        Feature.SAME_AGE: min(3.0, len(a.ages & b.ages)),
        Feature.OTHER_AGE: _differ(a.ages, b.ages),
    } | {name: words[name] for name in CONTEXT}  # fmt: skip
    if a.published is not None and b.published is not None:
        found[Feature.DAYS_APART] = log1p(abs(a.published - b.published))
    return found


CONTEXT = (Feature.RANK_LOW, Feature.RANK_HIGH, Feature.COMPANY, Feature.CONTRAST_LOW, Feature.CONTRAST_HIGH)


def _meet(a: frozenset[object], b: frozenset[object]) -> float:
    return float(not a.isdisjoint(b))


def _differ(a: frozenset[object], b: frozenset[object]) -> float:
    """Both say something of it, and nothing that is the same."""
    return float(bool(a) and bool(b) and a.isdisjoint(b))


def likelihood(found: Mapping[str, float]) -> float:
    """0 to 1."""
    weight = weights()
    score = weight["bias"] + sum(weight[name] * value for name, value in found.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
