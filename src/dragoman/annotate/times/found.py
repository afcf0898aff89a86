"""What a reader makes of a match: a TIMEX3 reading and the window of days it means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct, structs

from dragoman.annotate.times.context import Context
from dragoman.annotate.times.spans import narrowed, value_span
from dragoman.types import Basis, Role

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Window = tuple[date | None, date | None]


class Found(Struct, frozen=True, kw_only=True):
    """A reading. `window` is None where nothing was resolved; `approx` and `vagueness` as in `When`.

    `last_value` is the value of the second date of a range ("2014-2016"), whose words make a time of their own.
    `role` is set where the words themselves tell it; `others` are the windows that the words can mean besides.
    """

    type: TimexType
    value: str
    mod: str | None = None
    window: Window | None = None
    approx: bool = False
    vagueness: int = 0
    basis: Basis = "published"
    length: tuple[str, str] | None = None
    last_value: str = ""
    role: Role | None = None
    others: tuple[Window, ...] = ()


def dated(value: str, *, mod: str | None = None, explicit: bool = False) -> Found:
    """A date by its value: the window follows from the value and from "early", "mid" or "late"."""
    span = value_span(value)
    window = narrowed(span, mod) if span else None
    is_day = span is not None and span[0] == span[1]
    return Found(
        type="TIME" if "T" in value else "DATE",
        value=value,
        mod=mod,
        window=window,
        approx=mod is not None,
        vagueness=2 if mod else 0 if is_day else 1,
        basis="explicit" if explicit else "published",
    )


def reference(value: str, context: Context, *, days: int = 0) -> Found:
    """PRESENT_REF, PAST_REF, FUTURE_REF; "soon" with a window of so many days from publication."""
    start = context.published
    window = (
        (start, start + timedelta(days=days))
        if start and days
        else (start, start)
        if start and value == "PRESENT_REF"
        else None
    )
    return Found(type="DATE", value=value, window=window, approx=True, vagueness=4)


def span_ahead(context: Context, days: int, found: Found) -> Found:
    """`found` with the window from publication to so many days on; without a date it stays unresolved."""
    if context.published is None:
        return found
    window = (context.published, context.published + timedelta(days=days))
    return structs.replace(found, window=window, approx=True, vagueness=3)
