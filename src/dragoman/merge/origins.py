"""Origins: how many independent sources an entry has, and whose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.merge.witness import HASHES, Witness
from dragoman.types import Corroboration, Support

ALIKE = 0.5
"""Jaccard likeness from which two texts are copies: a reprint with a new lead keeps two thirds of its shingles."""
CONTAINED = 0.8
"""Share of the shorter text's shingles in the longer from which it is a cut copy of it."""
SHORTEST_CUT = 0.25
"""A cut copy is at least this share of the longer; less is a quotation."""
FEWEST_SHINGLES = 20
"""Texts of fewer shingles are too short to tell a copy by."""


def near_copies(a: Witness, b: Witness) -> bool:
    """Whether two articles carry one text: the same, lightly edited, or cut from the end as papers cut a wire story."""
    least, most = sorted((a.shingles, b.shingles))
    if least < FEWEST_SHINGLES or least < SHORTEST_CUT * most:
        return False
    alike = sum(x == y for x, y in zip(a.sketch, b.sketch, strict=True)) / HASHES
    shared = alike * (a.shingles + b.shingles) / (1 + alike)
    return alike >= ALIKE or shared >= CONTAINED * least


def counted_origins(articles: Iterable[Witness]) -> Mapping[str, str]:
    """Article id to the origin it counts as: its own, or that of the first article whose text it copies.

    Articles of one origin are one; so are near-copies, through any chain. A group is named by the agency most of its
    articles credit, the first in the alphabet of equals. Official texts are never taken for copies of the press.
    """
    groups: list[list[Witness]] = []
    for article in sorted(articles, key=lambda a: (a.origin, a.id)):
        kin = [group for group in groups if any(_one_origin(article, member) for member in group)]
        groups = [group for group in groups if group not in kin]
        groups.append([article, *(member for group in kin for member in group)])
    return {member.id: _name(group) for group in groups for member in group}


def _one_origin(a: Witness, b: Witness) -> bool:
    if a.side != b.side:
        return False
    return a.origin == b.origin or near_copies(a, b)


def _name(group: list[Witness]) -> str:
    names = [member.origin for member in group]
    return min(set(names), key=lambda name: (-names.count(name), name))


def corroboration(supports: tuple[Support, ...], involved: frozenset[str]) -> Corroboration:
    """How well an entry is supported, by origins and by whose they are, never by the number of articles.

    `involved` are the sides of its actors. The readouts of two of them are two origins, each with an interest; the
    press, or a state that took no part, beside them is a third.
    """
    origins = {support.origin for support in supports}
    own = {support.origin for support in supports if support.side in involved}
    sides = {support.side for support in supports if support.side in involved}
    if len(sides) >= 2:
        return "both_sides_plus_third" if origins - own else "both_sides"
    if len(origins) >= 2:
        return "multi_origin_one_side"
    return "same_origin" if len({support.article for support in supports}) > 1 else "single"
