"""How likely two articles tell of one event: features of the pair, each with its weight.

Method: logistic regression over visible features, as Fellegi & Sunter (JASA 1969) weigh the fields of two records; the
weights are data (transforms/reference/event_weights.toml), fitted by benchmarks/make_event_weights.py.
"""

from enum import StrEnum
from functools import cache

import numpy as np
import polars as pl

from transforms.events.fact_table import FactTable
from transforms.events.likeness import Floats, Ints
from transforms.reference import load

FULL = 40
"""Words of weight from which an article says enough; below, it is short by the share that it lacks."""
MOST = {"same_date": 2, "same_age": 3}
"""More of a kind say no more."""


class Feature(StrEnum):
    """What is compared; event_weights.toml says what each is worth."""

    NAMES = "names"
    FIGURES = "figures"
    HEAVIEST = "heaviest"
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


def of_words(pairs: pl.DataFrame, n_words: Ints, day: Floats, outlet: Ints) -> dict[str, Floats]:
    """Features by what is known without reading the text for facts; `company` is not among them.

    `pairs`: as `Likeness.pairs` gives them; by code: words of weight, day of publication (NaN where unknown), outlet.
    """
    a, b = pairs["a"].to_numpy(), pairs["b"].to_numpy()
    root = np.sqrt(pairs["words"].to_numpy())
    apart = np.abs(day[a] - day[b])
    undated = np.isnan(apart)
    short = np.maximum(0.0, 1 - np.minimum(n_words[a], n_words[b]) / FULL)
    return {
        Feature.NAMES: np.sqrt(pairs["names"].to_numpy()),
        Feature.FIGURES: np.log1p(pairs["figures"].to_numpy() / 5),
        Feature.HEAVIEST: np.sqrt(pairs["heaviest"].to_numpy()),
        **{name: pairs[name].to_numpy() for name in (Feature.CONTRAST_LOW, Feature.CONTRAST_HIGH)},
        Feature.UNDATED: undated.astype(float),
        Feature.UNDATED_WORDS: undated * root,
        Feature.DAYS_APART: np.log1p(np.nan_to_num(apart)),
        Feature.SHORT: short,
        Feature.SHORT_WORDS: short * root,
        Feature.SAME_OUTLET: (outlet[a] == outlet[b]).astype(float),
    }


def of_facts(a: Ints, b: Ints, table: FactTable) -> dict[str, Floats]:
    """Features by what the texts say of when, where and to whom."""
    days, dates, ages = (table.same(kind, a, b) for kind in ("days", "dates", "ages"))
    return {
        Feature.SAME_DAY: (days > 0).astype(float),
        Feature.SAME_DATE: np.minimum(MOST["same_date"], dates).astype(float),
        Feature.SAME_AGE: np.minimum(MOST["same_age"], ages).astype(float),
        Feature.SAME_REGION: (table.same("regions", a, b) > 0).astype(float),
        Feature.OTHER_AGE: table.other("ages", a, b),
        Feature.OTHER_CITY: table.other("cities", a, b),
        Feature.OTHER_REGION: table.other("regions", a, b),
        Feature.OTHER_YEAR: table.other("years", a, b),
        Feature.OTHER_WEEKDAY: table.other("weekdays", a, b),
    }


def score(found: dict[str, Floats], size: int) -> Floats:
    """What the features add up to, without the bias, for each of `size` pairs."""
    weight = weights()
    return sum((weight[name] * values for name, values in found.items()), np.zeros(size))
