"""Pairs to groups.

Method: agglomerative clustering, the likeliest two groups first. Two groups are as near as the members of the smaller
are to the larger: the mean over them of the mean of their `nearest` likeliest links into it. That is average linkage
(Sokal & Michener, 1958) among groups of up to `nearest` and stays bounded beyond, so that a long-running event does not
fall apart because its first article is unlike its last; single links glue nothing.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Link = tuple[str, str, float]
ADOPTING = 2
"""Links that count when a poor article is adopted: it seldom has more."""


@dataclass(frozen=True, slots=True)
class AgglomerateParams:
    """Groups join from `threshold` (mean likelihood that two articles tell of one event) on.

    A group of at most `few` articles that each say too little to stand by themselves (`poor`) joins from `orphan` on,
    if it is `margin` times as near to that group as to any other.
    """

    threshold: float = 0.45
    nearest: int = 5
    orphan: float = 0.1
    margin: float = 2.0
    few: int = 4


class Groups:
    """The groups while they grow, under the smallest id of their members."""

    def __init__(self, ids: Iterable[str], links: Iterable[Link], nearest: int) -> None:
        self.members: dict[str, list[str]] = {name: [name] for name in ids}
        self.between: dict[str, dict[str, list[Link]]] = defaultdict(dict)
        self.nearest = nearest
        for a, b, p in links:
            self.between[a][b] = [(a, b, p)]
            self.between[b][a] = [(b, a, p)]

    def near(self, a: str, b: str, nearest: int) -> float:
        """How near two groups are, 0 to 1."""
        size_a, size_b = len(self.members[a]), len(self.members[b])
        if (size_a, b) > (size_b, a):
            a, b, size_a, size_b = b, a, size_b, size_a
        of: dict[str, list[float]] = defaultdict(list)
        for member, _, p in self.between[a][b]:
            of[member].append(p)
        count = min(nearest, size_b)
        return sum(sum(heapq.nlargest(count, links)) / count for links in of.values()) / size_a

    def join(self, a: str, b: str) -> str:
        """Joins two groups; gives the name of the new one."""
        a, b = sorted((a, b))
        for c, links in self.between.pop(b).items():
            back = self.between[c].pop(b)
            if c != a:
                self.between[a].setdefault(c, []).extend(links)
                self.between[c].setdefault(a, []).extend(back)
        self.members[a] += self.members.pop(b)
        return a


def agglomerate(
    ids: Sequence[str], links: Iterable[Link], poor: set[str], params: AgglomerateParams | None = None
) -> list[list[str]]:
    """The groups, each sorted, in the order of their first member. `links`: a, b, likelihood, each pair once."""
    params = params or AgglomerateParams()
    groups = Groups(ids, sorted(links), params.nearest)
    _grow(groups, params)
    _adopt(groups, poor, params)
    return sorted(sorted(members) for members in groups.members.values())


def _grow(groups: Groups, params: AgglomerateParams) -> None:
    heap = [
        (-links[0][2], a, b)
        for a, others in groups.between.items()
        for b, links in others.items()
        if a < b and links[0][2] >= params.threshold
    ]
    heapq.heapify(heap)
    while heap:
        said, a, b = heapq.heappop(heap)
        if a not in groups.members or b not in groups.members or b not in groups.between[a]:
            continue
        near = groups.near(a, b, params.nearest)
        if near < -said - 1e-12:  # a group has grown since; its nearness is what it is now
            if near >= params.threshold:
                heapq.heappush(heap, (-near, a, b))
            continue
        new = groups.join(a, b)
        for c in groups.between[new]:
            near = groups.near(new, c, params.nearest)
            if near >= params.threshold:
                heapq.heappush(heap, (-near, min(new, c), max(new, c)))


def _adopt(groups: Groups, poor: set[str], params: AgglomerateParams) -> None:
    """Groups of a few poor articles go where they are far nearer than anywhere else, the clearest first."""
    heap = [offer for a in groups.members if (offer := _offer(groups, a, poor, params))]
    heapq.heapify(heap)
    while heap:
        said, a, b = heapq.heappop(heap)
        if a not in groups.members:
            continue
        offer = _offer(groups, a, poor, params)
        if offer != (said, a, b):  # its neighbours have changed since
            if offer is not None:
                heapq.heappush(heap, offer)
            continue
        new = groups.join(a, b)
        for c in (new, *groups.between[new]):
            if (offer := _offer(groups, c, poor, params)) is not None:
                heapq.heappush(heap, offer)


def _offer(groups: Groups, a: str, poor: set[str], params: AgglomerateParams) -> tuple[float, str, str] | None:
    """(nearness below zero, group, where it would go), or None where it stands by itself or lies between two."""
    members = groups.members[a]
    if len(members) > params.few or not groups.between[a] or not poor.issuperset(members):
        return None
    order = heapq.nsmallest(2, ((-groups.near(a, c, ADOPTING), c) for c in groups.between[a]))
    rival = -order[1][0] if len(order) > 1 else 0.0
    near, to = order[0]
    return (near, a, to) if -near >= max(params.orphan, params.margin * rival) else None
