"""One toll over time: a row a mark, time running down, the figure across, hedges as bars, sources by shape and colour.

Time runs down and not along an axis because most figures are known to the day only: an axis would invent an hour.
The grammar is Vega-Lite's (Satyanarayan et al. 2017), written out: to build it through a library of objects took
longer than to draw it. vl-convert renders it without a browser or network.
"""

from collections.abc import Sequence
from typing import Any

import vl_convert

from reports.charts import palette
from reports.charts.marks import Drawn
from reports.charts.svg import slim

WIDTH = 440
ROW = 19
LEFT = -82
FIGURE = 62
Layer = dict[str, Any]
"""A part of a Vega-Lite specification."""

AXIS: Layer = {
    "orient": "top", "tickMinStep": 1, "tickCount": 6, "format": ",d", "grid": True, "gridColor": palette.GRID,
    "domain": False, "ticks": False, "labelColor": palette.MUTED, "labelFontSize": 11,
}  # fmt: skip
LEGEND: Layer = {
    "orient": "bottom", "direction": "horizontal", "title": None, "columns": 4, "labelLimit": 150, "labelFontSize": 11,
    "symbolSize": 62, "labelColor": palette.INK, "symbolOpacity": 1, "offset": 12, "columnPadding": 16,
}  # fmt: skip
FRAME: Layer = {
    "width": WIDTH,
    "height": {"step": ROW},
    "padding": {"left": 2, "right": 14, "top": 2, "bottom": 2},
    "config": {"font": palette.FONT, "view": {"stroke": None}},
}
Y: Layer = {"field": "row", "type": "ordinal", "axis": None}
# Time on the left, figure and outlet on the right: on a narrow screen time and marks are what is seen first.
TEXTS: list[Layer] = [
    {
        "mark": {"type": "text", "align": "left", "fontSize": 11, "color": colour},
        "encoding": {"y": Y, "x": {"value": place}, "text": {"field": field, "type": "nominal"}},
    }
    for place, field, colour in (
        (LEFT, "when", palette.MUTED),
        (WIDTH + 14, "figure", palette.INK),
        (WIDTH + 14 + FIGURE, "outlet", palette.MUTED),
    )
]


def draw(
    kind: str,
    heading: str,
    summary: str,
    *,
    rows: Sequence[Drawn],
    band: tuple[int | None, int | None] | None,
    steps: Sequence[tuple[int, int]],
) -> str:
    """The chart as an SVG element with role, title and description.

    `band` is the consensus range, shaded; `steps` are corrections as (row of the higher figure, row of the lower one).
    """
    spec = _spec(rows, band, steps)
    return slim(vl_convert.vegalite_to_svg(spec), f"chart-{kind}", heading, summary)


def _spec(
    rows: Sequence[Drawn], band: tuple[int | None, int | None] | None, steps: Sequence[tuple[int, int]]
) -> dict[str, Any]:
    start, end = _domain(rows, band)
    reach = 0.07 * (end - start)
    values = [
        _datum(i, row, shows_time=i == 0 or rows[i - 1].when != row.when, start=start, end=end, reach=reach)
        for i, row in enumerate(rows)
    ]
    x = {**_number("value"), "axis": AXIS, "title": None}
    x["scale"] = {"domain": [start, end], "nice": False, "zero": False}
    layers = [*_band(band, start, end), _layer({"type": "rule", "color": palette.GRID, "strokeWidth": 1}, {"y": Y})]
    coloured = {"y": Y, "color": _by_source(rows, 0)}
    layers += _bars([v for v in values if v["a"] != v["b"]], coloured)
    layers += _steps(steps, values, x)
    shown = {**coloured, "x": x, "shape": _by_source(rows, 1), "description": {"field": "say", "type": "nominal"}}
    layers.append(_layer({"type": "point", "filled": True, "size": 62, "opacity": 1}, shown))
    return {**FRAME, "data": {"values": values}, "layer": [*layers, *TEXTS]}


def _number(field: str) -> Layer:
    return {"field": field, "type": "quantitative"}


def _layer(mark: Layer, encoding: Layer, values: list[dict[str, Any]] | None = None) -> Layer:
    """One layer; without values of its own it draws the chart's."""
    data = {} if values is None else {"data": {"values": values}}
    return {**data, "mark": mark, "encoding": encoding}


def _by_source(rows: Sequence[Drawn], which: int) -> Layer:
    """Colour (0) or shape (1) of each source, with the legend that both share."""
    sources = sorted({row.source for row in rows}, key=lambda s: (s not in palette.FIXED, s), reverse=True)
    scale = {"domain": sources, "range": palette.assign(sources)[which]}
    return {"field": "source", "type": "nominal", "scale": scale, "legend": LEGEND}


def _band(band: tuple[int | None, int | None] | None, start: float, end: float) -> list[Layer]:
    if band is None or band == (None, None):
        return []
    low, high = (start if band[0] is None else band[0]), (end if band[1] is None else band[1])
    thin = 0.004 * (end - start) if low == high else 0.0
    x = {**_number("a"), "scale": {"domain": [start, end]}}
    shaded = {"type": "rect", "color": palette.BAND, "opacity": 1}
    return [_layer(shaded, {"x": x, "x2": {"field": "b"}}, [{"a": max(start, low - thin), "b": min(end, high + thin)}])]


def _bars(ranged: list[dict[str, Any]], coloured: Layer) -> list[Layer]:
    """Intervals as bars, with an arrow where an end is open."""
    if not ranged:
        return []
    bar = {"type": "rule", "strokeWidth": 4, "opacity": 0.4}
    layers = [_layer(bar, {**coloured, "x": _number("a"), "x2": {"field": "b"}}, ranged)]
    for end, glyph in (("up", "triangle-right"), ("down", "triangle-left")):
        head = {"type": "point", "shape": glyph, "filled": True, "size": 55, "opacity": 0.75, "aria": False}
        if arrows := [v for v in ranged if v[end] is not None]:
            layers.append(_layer(head, {**coloured, "x": _number(end)}, arrows))
    return layers


def _steps(steps: Sequence[tuple[int, int]], values: list[dict[str, Any]], x: Layer) -> list[Layer]:
    """A dashed line from each corrected figure to what it became."""
    moved = [
        {"step": n, "row": i, "value": values[i]["value"], "turn": turn}
        for n, pair in enumerate(steps)
        for turn, i in enumerate(pair)
    ]
    line = {"type": "line", "color": palette.ALERT, "strokeWidth": 1.5, "strokeDash": [4, 3]}
    detail = {"x": x, "y": Y, "detail": {"field": "step", "type": "nominal"}, "order": _number("turn")}
    return [_layer(line, detail, moved)] if moved else []


def _datum(i: int, row: Drawn, *, shows_time: bool, start: float, end: float, reach: float) -> dict[str, Any]:
    """A mark with its interval as drawn; an open end is an arrow of fixed reach, an end out of view one at the edge."""
    low, high = row.low, row.high
    up = min(end, row.value + reach) if high is None else end if high > end else None
    down = max(start, row.value - reach) if low is None else start if low < start else None
    # 'More than 12' is 13 and up, but is drawn from 12: the number is what people compare.
    a = down if down is not None else min(row.value, low if low is not None else row.value)
    b = up if up is not None else max(row.value, high if high is not None else row.value)
    said = f"{row.when}, {row.outlet}: {row.figure} ({row.source}{'; ' + row.note if row.note else ''})"
    return {
        "row": i, "value": row.value, "a": a, "b": b, "up": up, "down": down, "source": row.source,
        "when": row.when if shows_time else "", "outlet": row.outlet, "figure": row.figure, "say": said,
    }  # fmt: skip


def _domain(rows: Sequence[Drawn], band: tuple[int | None, int | None] | None) -> tuple[float, float]:
    """From the smallest to the largest number reported (not the ends of vague intervals), with some air."""
    seen = [row.value for row in rows] + [float(end) for end in band or () if end is not None]
    low, high = min(seen), max(seen)
    air = max(1.0, 0.12 * (high - low))
    return max(0.0, low - air), high + air
