"""Days of attacks that everybody names without their year: "Hamas's attack of October 7" is that of 2023, years on."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, When

TABLE = "kinds/known_days"


def known_day(when: When | None, actors: tuple[Actor, ...], lexicon: Lexicon) -> When | None:
    """The time of an act, that of a known day where its words are one's and it is by whose day it is.

    `means` of a row is the day and who acted on it. A day that is told with its year, or told before that day came, is
    as it was read.
    """
    if when is None or when.start is None or when.start != when.end:
        return when
    names = {name for actor in actors for name in (actor.side, actor.name) if name}
    for row in lexicon.rows(TABLE):
        day, _, name = row.means.partition(" ")
        known = date.fromisoformat(day)
        if name in names and when.start > known and when.text.lower().strip() in row.words:
            return replace(when, start=known, end=known)
    return when
