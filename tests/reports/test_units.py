import re
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations.contracts import vocabulary as v
from reports.charts import palette
from reports.figures import in_symbols, in_words, interval, listed, spread
from reports.hostile import neutral, outlet_file, safe_event_id, safe_url, shortened
from reports.labels import labels, rule_in_words
from reports.rows import Figured
from reports.times import day_range, stamp
from transforms.discrepancies.rules import BY_TYPE


def figured(low: int | None, high: int | None, anchor: int | None, hedge: str | None, text: str = "words") -> Figured:
    return Figured(low=low, high=high, anchor=anchor, hedge=hedge, value_text=text)


@pytest.mark.parametrize(
    ("claim", "words", "symbols"),
    [
        (figured(12, 12, 12, "exact", "a dozen"), "12", "12"),
        (figured(13, None, 12, "more_than"), "more than 12", "> 12"),
        (figured(9, None, 9, "at_least"), "at least 9", "≥ 9"),
        (figured(81, 99, 90, "about"), "about 90", "≈ 90"),
        (figured(None, 150, 150, "up_to"), "up to 150", "≤ 150"),
        (figured(None, 11, 12, "less_than"), "fewer than 12", "< 12"),
        (figured(8, 12, 8, "range"), "8 to 12", "8–12"),
        (figured(8, 12, None, "range"), "8 to 12", "8–12"),
        (figured(24, 99, None, "vague", "dozens"), "dozens", "dozens"),
        (figured(5000, 5000, 5000, "exact"), "5,000", "5,000"),
        (figured(None, None, None, None, "the power plant"), "the power plant", "the power plant"),
    ],
)
def test_a_figure_is_said_with_its_hedge(claim: Figured, words: str, symbols: str) -> None:
    assert (in_words(claim), in_symbols(claim)) == (words, symbols)


def test_estimates_are_said_as_ranges() -> None:
    assert spread(12, 12, 13) == "12 to 13"
    assert spread(9, None, None) == "at least 9"
    assert spread(None, None, None) is None
    assert [interval(9, None), interval(None, 5), interval(3, 3), interval(3, 4)] == ["≥ 9", "≤ 5", "3", "3–4"]
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_labels_name_every_member_of_the_vocabulary_and_nothing_else() -> None:
    words = labels()
    enums = {
        "kinds": v.Kind, "types": v.Relation, "severities": v.Severity, "statuses": v.Status, "stances": v.Stance,
        "profiles": v.Profile, "stages": v.Stage, "states": v.RunState, "hedges": v.Hedge, "symbols": v.Hedge,
        "roles": v.RelayRole,
    }  # fmt: skip
    assert set(enums) == {f.name for f in fields(words)}
    for name, enum in enums.items():
        assert set(getattr(words, name)) == {member.value for member in enum}, name


def test_each_rule_is_said_in_one_sentence() -> None:
    for relation in BY_TYPE:
        assert re.fullmatch(r"[^\n]{20,160}", rule_in_words(relation)), relation
    assert rule_in_words("omission") == "" or v.Relation.OMISSION in BY_TYPE


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example",
        "http://", "https://a b.example/", "https://user@evil.example/", "https://x.example/\u202e", "ftp://x.example/",
        "https://x.example/<script>", "https://[::1", " https://x.example/", "https://x.example/" + "a" * 3000,
    ],
)  # fmt: skip
def test_addresses_that_are_not_linked(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize("url", ["https://x.example/a?b=c&d=%27#e", "HTTP://x.example:8080/ü", "http://127.0.0.1/"])
def test_addresses_that_are_linked_stay_as_they_are(url: str) -> None:
    assert safe_url(url) == url


@given(st.text(max_size=200))
def test_any_outlet_gives_a_safe_file_name(outlet: str) -> None:
    assert re.fullmatch(
        r"[a-z0-9](?:[a-z0-9-]|\.(?=[a-z0-9])){0,60}\.html|[a-z0-9-]{1,40}_[0-9a-f]{10}\.html", outlet_file(outlet)
    )


@given(st.text(max_size=30), st.text(max_size=30))
def test_two_outlets_never_share_a_file(a: str, b: str) -> None:
    assert (outlet_file(a) == outlet_file(b)) == (a == b)


def test_outlets_that_look_alike_keep_files_apart() -> None:
    names = ["BBC.com", "bbc.com", "bbc com", "bbc-com", "bbc..com", "../bbc.com", "ббс.com"]
    assert len({outlet_file(name) for name in names}) == len(names)
    assert outlet_file("bbc.com") == "bbc.com.html"


@pytest.mark.parametrize("event_id", ["", "..", "a/b", "a.b", "a\n", "é", "x" * 129])
def test_ids_that_are_no_file_names(event_id: str) -> None:
    assert not safe_event_id(event_id)


@given(st.text(max_size=300))
def test_neutral_text_keeps_its_length_and_everything_harmless(text: str) -> None:
    shown = neutral(text)
    assert len(shown) == len(text)
    assert all(a in (b, "\ufffd") for a, b in zip(shown, text, strict=True))
    assert neutral(shown) == shown


@given(st.text(max_size=300), st.integers(2, 50))
def test_shortened_text_is_short(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


def test_times_are_never_more_exact_than_known() -> None:
    time = datetime(2025, 4, 4, 13, 5, tzinfo=UTC)
    day, minute = stamp(time, "day"), stamp(time, "minute")
    assert day is not None
    assert minute is not None
    assert (day.iso, day.text) == ("2025-04-04", "4 Apr 2025")
    assert (minute.iso, minute.text) == ("2025-04-04T13:05:00Z", "4 Apr 2025, 13:05 UTC")
    assert day_range(time, time.replace(day=9)) == "4–9 Apr 2025"
    assert day_range(time, time.replace(month=5)) == "4 Apr – 4 May 2025"
    assert day_range(None, None) == "undated"


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


STYLE = (Path(__file__).parents[2] / "reports" / "assets" / "report.css").read_text(encoding="utf-8")
SCHEMES = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.S)
]


@pytest.mark.parametrize("scheme", SCHEMES[:2], ids=["light", "dark"])
def test_text_has_contrast(scheme: dict[str, str]) -> None:
    for ink in ("ink", "muted", "link", "good", "high"):
        for ground in ("paper", "card"):
            assert contrast(scheme[ink], scheme[ground]) >= 4.5, (ink, ground)
    for chip in ("high", "medium", "low"):
        assert contrast(scheme[chip], scheme[f"{chip}-bg"]) >= 4.5, chip
    assert contrast(scheme["mark-ink"], scheme["mark"]) >= 4.5
    assert contrast(scheme["ink"], scheme["band"]) >= 4.5
    assert contrast(scheme["high"], scheme["card"]) >= 4.5
    for mark in ("s1", "s2", "s3", "s4", "s5", "own", "other"):
        assert contrast(scheme[mark], scheme["paper"]) >= 3, mark
        assert contrast(scheme[mark], scheme["band"]) >= 3, mark


def test_the_style_sheet_knows_every_colour_of_the_charts() -> None:
    colours = [palette.INK, palette.MUTED, palette.GRID, palette.BAND, palette.ALERT]
    colours += [colour for colour, _ in (*palette.SERIES, *palette.FIXED.values())]
    for colour in colours:
        assert f'="{colour}"]' in STYLE, colour
    shapes = [shape for _, shape in (*palette.SERIES, *palette.FIXED.values())]
    assert len(set(shapes)) == len(shapes), "no source is told apart by colour alone"
