"""One pair that meets twice in one breath: "held talks in Oslo on Monday and in Bergen on Friday" are two contacts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.held import times_over
from dragoman.kinds.setting import place_after
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

LOCATIVE = frozenset({"in", "at"})
FEWEST_STOPS = 2
LATER = frozenset({"then", "later", "again"})
"""Words between "and" and the place of what came after."""


class Stop(Struct, frozen=True):
    """A place with a day of its own; `span` covers both."""

    place: str
    when: When
    span: Span


def stops_of(annotated: Annotated, event: Token, lexicon: Lexicon) -> tuple[Stop, ...]:
    """The places that the clause of an event gives, each with its own day, joined by "and"; else none.

    The place stands before its day ("in Oslo on Monday"); a day or a place alone is a part of the first.
    """
    found: list[Stop] = []
    for stop in _stops(annotated, event, lexicon):
        last = found[-1] if found else None
        if last is None or (_joins(annotated, last.span.end, stop.span.start) and stop.when != last.when):
            found.append(stop)
    places = {stop.place for stop in found}
    return tuple(found) if len(places) >= FEWEST_STOPS else ()


def _stops(annotated: Annotated, event: Token, lexicon: Lexicon) -> Iterator[Stop]:
    text = annotated.article.text
    for token in event.doc[event.i + 1 : event.sent.end]:
        place = place_after(annotated, token, lexicon) if token.lower_ in LOCATIVE else None
        at = text.find(place, token.idx) if place else -1
        if place is None or at < 0:
            continue
        end = at + len(place)
        days = times_over(annotated, Span(end, min(len(text), end + FAR)))
        day = next((t for t in days if t.window is not None and t.span.start >= end and t.type == "DATE"), None)
        if day is not None and day.window is not None and text[end : day.span.start].strip(" ,") in {"", "on"}:
            yield Stop(place, day.window, Span(token.idx, day.span.end))


FAR = 6
"""Code points after a place in which its day begins ("Oslo, on Monday")."""


def _joins(annotated: Annotated, end: int, start: int) -> bool:
    """Whether "and" alone, or "and then", stands between two stops."""
    between = annotated.article.text[end:start].replace(",", " ").split()
    return between[:1] == ["and"] and set(between[1:]) <= LATER
