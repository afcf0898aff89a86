"""Times of the clock whose day is told behind them: "midnight local time on July 5", "noon (0900 GMT) on Tuesday".

Where a rule's own words end with the day ("6 p.m. on July 5") there is nothing to do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from dragoman.annotate.times.spans import MONTHS, WEEKDAYS
from dragoman.types import Timex

CLOCKS = frozenset({"clock", "clock.24", "clock.noon"})
BETWEEN = re.compile(r"(?: (?:local|[A-Z]\w+(?: \w+)?) time)?(?: \([^()\n]{1,40}\)|\))?(?:,? | on )$")
"""What may stand between a time and its day; the text up to the day is matched."""
DAY_NAME = re.compile(rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS))}|yesterday|tomorrow|today)", re.IGNORECASE)
OWNING = ("'", "’")
"""Behind a day that belongs to something else ("at 6 p.m., Friday's talks")."""


def on_their_days(text: str, times: Sequence[Timex]) -> list[Timex]:
    """The times, those of the clock on the day that is told right behind them."""
    found = list(times)
    for at, time in enumerate(found):
        if time.rule in CLOCKS and (day := _day_behind(text, found, at)):
            found[at] = _moved(time, day)
    return found


def _day_behind(text: str, times: Sequence[Timex], at: int) -> Timex | None:
    """The day behind a time of the clock, past another time in brackets ("midnight (2100 GMT) on Saturday")."""
    for other in times[at + 1 : at + 3]:
        if other.type == "DATE" and other.grain == "day" and other.window and other.window.start:
            gap = text[times[at].span.end : other.span.start]
            is_its = BETWEEN.fullmatch(gap) and not text.startswith(OWNING, other.span.end)
            return other if is_its else None
        if other.rule not in CLOCKS:
            return None
    return None


def _moved(time: Timex, day: Timex) -> Timex:
    """The time on that day, unless its own words name one."""
    window = day.window
    if window is None or DAY_NAME.search(time.text):
        return time
    return structs.replace(
        time,
        value=day.value + time.value[time.value.find("T") :],
        basis=day.basis,
        window=structs.replace(window, text=time.text, rule=time.rule, grain=time.grain),
    )
