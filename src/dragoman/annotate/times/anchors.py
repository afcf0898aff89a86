"""Times that hang on an event of the text: "two weeks into the truce", "the 16th day of the war", "after the meeting".

The event's day is taken from the text where it tells it ("the truce that began on 1 March", "Monday's meeting"); where
it does not, the time stays relative: it has a role and the basis "event", and no window.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from msgspec import Struct, structs

from dragoman.annotate.times.amounts import OPEN, reach_of
from dragoman.annotate.times.context import SENTENCE_END
from dragoman.annotate.times.numbers import ORDINALS, number
from dragoman.annotate.times.rules import time_table
from dragoman.annotate.times.spans import shift_months, value_span
from dragoman.types import Role, Span, Timex, When

REACH = 70
"""Code points between an event's word and its date, or between a length and the event that it is counted from."""
MOST_WORDS = 6
"""Words between "after" and the word of the event ("after the third round of indirect peace talks")."""
WORD = re.compile(r"[^\W\d_][\w-]*")
COUNTED_FROM = re.compile(r"\s(after|following|into|since|before|ahead of|prior to)\s", re.IGNORECASE)
WITHIN = re.compile(r"\s(of|after|from)\s", re.IGNORECASE)
BESIDE_DAY = re.compile(r"\s(after|following|before|of)\s", re.IGNORECASE)
OF_EVENT = re.compile(r"\s(?:of|in|since)\s", re.IGNORECASE)
PLACE = re.compile(
    r"(?: (?:is|was|are|were|falls|fell)(?: due| set| held)?)?(?:,? (?:in|at) [A-Z][\w’'-]*(?:,? [A-Z][\w’'-]*)*)?,?"
    r"(?: (?:on|of|in|for|from|late|early))*(?: the)?\s*"
)
"""What may stand between an event and its own date without a verb: "the summit in Oslo on 3 March"."""
ATTRIBUTE = re.compile(r"(?:['’]s)?(?: (?!the\b|an?\b|his\b|her\b|its\b|their\b)[\w-]+){0,3} ")
"""What may stand between a date and the event that it dates: "Monday's peace talks", "the March 9 summit"."""
LEADING = re.compile(r"\b(?:the|a|an|this|that|last|after|before|following|since|during|at|of|in)\s$", re.IGNORECASE)
NUMBERED = frozenset({"day.nth", "day.number"})
OFFICE = frozenset({"event.took_office", "event.day_one", "event.inauguration"})
APPOSED = frozenset({", ", " (", " - ", " — ", " – "})
"""Between a day and words that tell it again ("July 21, the day after the raid")."""
FIGURES = re.compile(r"\d+")
FROM_DAYS = {"M": 0, "H": 0, "S": 0, "D": 1, "W": 7}
UNIT_WORD = {"D": "day", "W": "week", "M": "month", "Y": "year"}
LENGTH = re.compile(r"P(T)?(\d+|X)([A-Z])")


class Event(Struct, frozen=True, gc=False):
    """A word that names an event: its sort, where it stands, and its day where the text gives it there."""

    sort: str
    start: int
    end: int
    day: date | None = None


@cache
def _words() -> dict[str, dict[str, str]]:
    """By `pos` the words of data/times/anchors.toml and what each means."""
    found: dict[str, dict[str, str]] = {}
    for row in time_table("anchors"):
        found.setdefault(row.pos, {}).update(dict.fromkeys(row.words, row.means))
    return found


@cache
def _pattern(pos: str, plural: str = "") -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_words()[pos], key=len, reverse=True))
    return re.compile(rf"\b({words}){plural}\b", re.IGNORECASE)


def find_events(text: str, times: Sequence[Timex]) -> tuple[Event, ...]:
    """The events that a text names, in order, each with its day where one of `times` gives it."""
    nouns, verbs = _words()["NOUN"], _words()["VERB"]
    found = [Event(nouns[m[1].lower()], m.start(), m.end()) for m in _pattern("NOUN", "s?").finditer(text)]
    found += [Event(verbs[m[1].lower()], m.start(), m.end()) for m in _pattern("VERB").finditer(text)]
    found.sort(key=lambda event: event.start)
    days = [time for time in times if _is_day(time)]
    starts = [time.span.start for time in days]
    dated = []
    for place, event in enumerate(found):
        following = found[place + 1].start if place + 1 < len(found) else len(text)
        at = bisect_left(starts, event.end)
        day = _day_behind(text, event, days[at], following) if at < len(days) else None
        if day is None and at:
            day = _day_before(text, event, days[at - 1])
        dated.append(structs.replace(event, day=day))
    return tuple(dated)


def _is_day(time: Timex) -> bool:
    return time.type in {"DATE", "TIME"} and _day(time) is not None


def _day(time: Timex) -> date | None:
    """The one day that a time names, whatever word before it opens its window ("before March 9"); None for others."""
    span = value_span(time.value) if time.window else None
    return span[0] if span and span[0] == span[1] else None


def _day_behind(text: str, event: Event, time: Timex, following: int) -> date | None:
    """The day in "the summit in Oslo on 3 March", "the truce, which took effect on 1 March", "they met on Tuesday"."""
    between = text[event.end : time.span.start]
    if time.span.start - event.end > REACH or SENTENCE_END.search(between) or following < time.span.start:
        return None
    if PLACE.fullmatch(between):
        return _day(time)
    is_verb = text[event.start : event.end].lower() in _words()["VERB"]
    if re.search(r"[;:“”\"]|\b(?:after|before|until|since|said|ended?|collapsed)\b", between) or between.count(",") > 1:
        return None
    return _day(time) if _pattern("begins").search(between) or (is_verb and "," not in between) else None


def _day_before(text: str, event: Event, time: Timex) -> date | None:
    """The day in "Monday's peace talks", "the March 9 summit"."""
    between = text[time.span.end : event.start]
    if not ATTRIBUTE.fullmatch(between) or SENTENCE_END.search(between):
        return None
    is_owner = between[:2] in {"'s", "’s"}
    return _day(time) if is_owner or LEADING.search(text, max(0, time.span.start - 12), time.span.start) else None


def event_after(text: str, start: int, events: Sequence[Event]) -> tuple[Event | None, date | None]:
    """The event that the words from `start` on name first, and its day: told there, before, or once behind; else None.

    No event where another word for what happened comes first ("after he said that ..."), and no day where something
    else than the event itself is told ("after the talks collapsed").
    """
    at = bisect_left([event.start for event in events], start)
    event = events[at] if at < len(events) else None
    if event is None or event.start - start > REACH:
        return None, None
    words = [word.lower() for word in WORD.findall(text, start, event.start)]
    stops = _words()["stops"]
    if (
        len(words) > MOST_WORDS
        or any(word in stops for word in words)
        or re.search(r"[.,;:\n]", text[start : event.start])
    ):
        return None, None
    if event.day is not None or _is_told_on(text, event):
        return event, event.day
    same = [other for other in events if other.sort == event.sort and other.day is not None]
    before = [other for other in same if other.start < event.start]
    behind = {other.day for other in same if other.start > event.start}
    if before:
        return event, before[-1].day
    return event, behind.pop() if len(behind) == 1 else None


def _is_told_on(text: str, event: Event) -> bool:
    """Whether a verb follows that tells what became of the event ("the talks collapsed", "the truce ended")."""
    following = WORD.match(text, event.end + 1)
    if following is None or text[event.end : event.end + 1] != " ":
        return False
    word = following[0].lower()
    is_begin = bool(_pattern("begins").match(text, event.end + 1))
    return not is_begin and (word in {"was", "were", "had", "fell", "broke"} or (word.endswith("ed") and len(word) > 4))


def counted_from_events(text: str, times: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """The times; those that are counted from an event with their role, their basis and, where known, their days."""
    if not any(_hangs(text, time) for time in times):
        return times
    events = find_events(text, times)
    return tuple(
        counted
        for n, time in enumerate(times)
        if (counted := _counted(text, time, events, times[n - 1] if n else None) if _hangs(text, time) else time)
    )


def times_counted_from(text: str, times: Sequence[Timex], days: Mapping[str, date]) -> Iterator[Timex]:
    """Those of `times` that the words count from an event, by the days that others than the text give its sort.

    "After the talks collapsed" has no such day: that is another day than theirs.
    """
    events = tuple(
        event if event.day or _is_told_on(text, event) else structs.replace(event, day=days.get(event.sort))
        for event in find_events(text, times)
    )
    for n, time in enumerate(times):
        if time.window is None and _hangs(text, time):
            counted = _counted(text, time, events, times[n - 1] if n else None)
            if counted is not None and counted.window is not None:
                yield counted


def _hangs(text: str, time: Timex) -> bool:
    """Whether the words are counted from an event that is named behind them, or is the taking of an office."""
    if time.rule in OFFICE:
        return time.window is None
    return time.rule == "day.beside" or _way(text, time) is not None


def _way(text: str, time: Timex) -> re.Match[str] | None:
    """The preposition behind which the event is named."""
    if time.rule in NUMBERED:
        return OF_EVENT.match(text, time.span.end) if time.window is None else None
    if time.type != "DURATION":
        return None
    return (WITHIN if time.role == "within" else COUNTED_FROM).match(text, time.span.end)


def _counted(text: str, time: Timex, events: tuple[Event, ...], last: Timex | None) -> Timex | None:
    if time.rule in OFFICE:
        return _of_office(time, events)
    if time.rule == "day.beside":
        return _day_beside(text, time, events, last)
    way = _way(text, time)
    assert way is not None
    event, day = event_after(text, way.end(), events)
    if time.rule in NUMBERED:
        nth = _nth(time.text)
        on = day + timedelta(days=nth - 1) if day and nth else None
        return _on(time, on, on, "at") if event else time
    if time.role == "within":
        return _on(time, day, shifted(time, day, 1)[1] if day else None, "within")
    if event is None:
        return time
    role: Role = "before" if way[1].lower() in {"before", "ahead of", "prior to"} else "after"
    first, last_day = shifted(time, day, -1 if role == "before" else 1) if day else (None, None)
    return _on(time, first, last_day, role)


def _of_office(time: Timex, events: tuple[Event, ...]) -> Timex:
    """ "Day one of her term", "shortly after she took office": where the text dates the taking of the office."""
    days = [event.day for event in events if event.sort == "office" and event.day and event.start < time.span.start]
    if not days:
        return time
    is_day = time.rule != "event.took_office"
    until = days[-1] if is_day else days[-1] + timedelta(days=reach_of("shortly after"))
    return _on(time, days[-1], until, "at" if is_day else "after")


def _nth(words: str) -> int | None:
    """16 for "the 16th day", 3 for "the third day"."""
    if figures := FIGURES.search(words):
        return int(figures[0])
    small = [word.lower() for word in WORD.findall(words)]
    nth = next((ORDINALS.index(word) + 1 for word in small if word in ORDINALS), None)
    count = next((number(word) for word in small if word not in {"a", "an"} and number(word)), None)
    return nth or (int(count) if count else 1 if "opening" in small else None)


def _day_beside(text: str, time: Timex, events: tuple[Event, ...], last: Timex | None) -> Timex | None:
    """ "The day after the raid", "the eve of the summit", "March 3, the day after the raid"; None for other things."""
    way = BESIDE_DAY.match(text, time.span.end)
    named = _day(last) if last and text[last.span.end : time.span.start] in APPOSED else None
    event, day = event_after(text, way.end() if way else time.span.end, events)
    sign = 1 if way and way[1].lower() in {"after", "following"} else -1
    if named is None and event is None:
        return None
    on = named or (day + timedelta(days=sign) if day else None)
    return _on(time, on, on, "at")


def shifted(time: Timex, day: date, sign: int) -> tuple[date | None, date | None]:
    """The first and last day that lie so long from an event's day."""
    low, high = time.length or (time.value, time.value)
    ends = sorted(
        {end for length in (low, high) if length != OPEN for end in _ends(length, day, sign)} or {day},
    )
    if OPEN in (low, high) and (low == OPEN) == (sign > 0):
        return day, ends[-1]
    return ends[0], ends[-1]


def _ends(length: str, day: date, sign: int) -> tuple[date, date]:
    found = LENGTH.match(length)
    if found is None:
        return day, day
    is_clock, count, unit = found[1], found[2], found[3]
    if count == "X":
        first = FROM_DAYS.get(unit, 30) if not is_clock else 0
        reach = 1 if is_clock else reach_of(UNIT_WORD.get(unit, "year"))
        return _on_by(day, sign * first), _on_by(day, sign * reach)
    if is_clock:
        hours = int(count) / (60 if unit == "M" else 1)
        return day, _on_by(day, sign * (-(-int(hours) // 24)))
    if unit in {"M", "Y"}:
        on = shift_months(day, sign * int(count) * (12 if unit == "Y" else 1))
        return on, on
    on = _on_by(day, sign * int(count) * (7 if unit == "W" else 1))
    return on, on


def _on_by(day: date, days: int) -> date:
    return day + timedelta(days=days)


def _on(time: Timex, first: date | None, last: date | None, role: Role) -> Timex:
    """The time with its days, counted from an event; without any it stays relative."""
    if first is None:
        return structs.replace(time, window=None, role=role, basis="event")
    is_vague = "X" in time.value and not time.value.startswith("XXXX")
    vagueness = max(time.vagueness if time.vagueness < 4 else 0, 3 if is_vague else 1 if first != last else 0)
    window = When(
        time.text, first, last, approx=is_vague or time.mod is not None, vagueness=vagueness, basis="event",
        rule=time.rule, role=role, grain=time.grain,
    )  # fmt: skip
    value = first.isoformat() if time.type == "DATE" and first == last else time.value
    return structs.replace(time, window=window, role=role, basis="event", vagueness=vagueness, value=value)


# ---- "after the meeting" ---------------------------------------------------------------------------------------------

BESIDE = re.compile(
    r"(?<![\w-])(?P<way>after|following|since|before|ahead of|during)"
    r"(?= (?:the|that|this|his|her|its|their|[A-Z][\w’'-]*['’]s) )",
    re.IGNORECASE,
)


def beside_events(text: str, times: tuple[Timex, ...], published: date | None) -> Iterator[Timex]:
    """ "After the meeting", "since the invasion", "during the call": times of their own where the event's day is known.

    TimeML has no TIMEX3 for them, so that `find_times` leaves them out.
    """
    matches = list(BESIDE.finditer(text))
    events = find_events(text, times) if matches else ()
    taken = {time.span.end + 1 for time in times}
    for match in matches:
        if match.start() in taken:
            continue  # "two days after the meeting" has its time
        event, day = event_after(text, match.end(), events)
        if event is not None and day is not None and event.day is None:
            yield _beside(text, match, event, day, published)


def _beside(text: str, match: re.Match[str], event: Event, day: date, published: date | None) -> Timex:
    way = match["way"].lower()
    words = text[match.start() : event.end]
    role = ROLES[way]
    until = published if published and published >= day else None
    first, last = (None, day) if role == "before" else (day, day if role == "at" else until)
    window = When(
        words, first, last, approx=True, vagueness=0 if role == "at" else 3, basis="event",
        rule="event.beside", role=role, grain="day",
    )  # fmt: skip
    return Timex(
        span=Span(match.start(), event.end), text=words, type="DATE", value=day.isoformat(), window=window,
        rule="event.beside", role=role, grain="day", basis="event", vagueness=window.vagueness,
        mod=MODS.get(role),
    )  # fmt: skip


ROLES: dict[str, Role] = {
    "after": "after",
    "following": "after",
    "since": "from",
    "before": "before",
    "ahead of": "before",
    "during": "at",
}
MODS = {"after": "AFTER", "before": "BEFORE", "from": "AFTER"}
