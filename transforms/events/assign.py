"""New articles join an event or open one; what they show to be one event, or two, becomes so.

Method: the events that new articles may belong to are grouped anew together with them (`agglomerate`); of several held
events in one group the one with most of the articles keeps its id. Which articles are grouped is a matter of the
articles alone, not of the order in which they came, but for events that no new article touches.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from transforms.events.agglomerate import AgglomerateParams, agglomerate
from transforms.events.compare import Coverage
from transforms.events.likeness import LikenessParams
from transforms.events.reasons import reasons
from transforms.events.words import WordParams
from transforms.ids import stable_id

MEMBERSHIPS = BY_NAME["event_articles"]


@dataclass(frozen=True, slots=True)
class AssignParams:
    """A held event is grouped anew where a new article is linked to one of its articles with at least `touched`.

    The others as in AgglomerateParams.
    """

    threshold: float = 0.45
    nearest: int = 5
    orphan: float = 0.1
    margin: float = 2.0
    few: int = 4
    touched: float = 0.1

    @property
    def agglomerate(self) -> AgglomerateParams:
        """How links become groups."""
        return AgglomerateParams(self.threshold, self.nearest, self.orphan, self.margin, self.few)


def assign(
    articles: pl.DataFrame,
    held: pl.DataFrame,
    params: AssignParams | None = None,
    word_params: WordParams | None = None,
    likeness_params: LikenessParams | None = None,
) -> pl.DataFrame:
    """The event of each article that has none yet, or has another now: event_id, article_id, reasons (strongest first).

    `articles`: article_id, outlet, title, text, published_at, all of them; `held`: event_id, article_id of those that
    have an event. An article that is told to be of another event than it is held under has moved there.
    """
    params = params or AssignParams()
    event_of: dict[str, str] = dict(held.select("article_id", "event_id").iter_rows())
    new = set(articles["article_id"].to_list()) - event_of.keys()
    if not new:
        return MEMBERSHIPS.empty()
    whole = Coverage(articles, word_params, likeness_params)
    names = _touched(whole, new, event_of, params)
    codes = whole.codes(names)
    links = whole.links(whole.like.pairs(codes, codes))
    groups = agglomerate(sorted(names), links, whole.poor, params.agglomerate)
    order = {
        name: k
        for k, name in enumerate(articles.sort("published_at", "article_id", nulls_last=True)["article_id"].to_list())
    }
    found = name_groups(groups, event_of, order)
    rows = [
        (event, article, _likest(article, event, found, links_of))
        for links_of in [_by_article(links)]
        for article, event in sorted(found.items())
        if event_of.get(article) != event
    ]
    joined = pl.DataFrame(
        rows, schema={"event_id": pl.String, "article_id": pl.String, "member": pl.String}, orient="row"
    )
    return MEMBERSHIPS.conform(reasons(joined, whole)).sort("event_id", "article_id")


def _touched(whole: Coverage, new: set[str], event_of: Mapping[str, str], params: AssignParams) -> set[str]:
    """The new articles, and all of the events that may be theirs."""
    beside = whole.links(whole.like.pairs(whole.codes(new))) if event_of else []
    events = {event_of.get(name) for a, b, p in beside if p >= params.touched for name in (a, b)}
    return new | {name for name, event in event_of.items() if event in events}


def name_groups(groups: Iterable[list[str]], event_of: Mapping[str, str], order: Mapping[str, int]) -> dict[str, str]:
    """Article → event. A group keeps the held event of most of its articles, of equals that of the earliest one; an
    event that went to several groups stays with the one that has most of it. Other groups are named by their first
    article.
    """
    claims = []
    firsts = []
    for members in groups:
        firsts.append(sorted(members, key=lambda name: order[name]))
        count = Counter(event_of[name] for name in members if name in event_of)
        earliest = {event_of[name]: order[name] for name in reversed(firsts[-1]) if name in event_of}
        claims += [(-n, earliest[event], event, len(firsts) - 1) for event, n in count.items()]
    named: dict[int, str] = {}
    taken = set()
    for _, _, event, group in sorted(claims):
        if group not in named and event not in taken:
            named[group] = event
            taken.add(event)
    used = set(event_of.values())
    found: dict[str, str] = {}
    for group, members in enumerate(firsts):
        free = (event for name in members if (event := stable_id("e", name)) not in used)
        event = named.get(group) or next(free, stable_id("e", *members))
        found |= dict.fromkeys(members, event)
    return found


def _by_article(links: Iterable[tuple[str, str, float]]) -> dict[str, list[tuple[float, str]]]:
    by: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for a, b, p in links:
        by[a].append((p, b))
        by[b].append((p, a))
    return by


def _likest(
    article: str, event: str, found: Mapping[str, str], links: Mapping[str, list[tuple[float, str]]]
) -> str | None:
    """The member of its event that it is most likely one with; None where it stands alone."""
    inside = [(-p, b) for p, b in links.get(article, ()) if found[b] == event]
    return min(inside)[1] if inside else None
