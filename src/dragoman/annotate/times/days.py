"""Readers of days, weekdays, parts of the day and the clock. Each takes a match and its context; None: not a time."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import structs

from dragoman.annotate.times.context import AHEAD_ROLES, WORD, Context, role_before, sentence_around, words_of
from dragoman.annotate.times.found import Found, dated
from dragoman.annotate.times.numbers import number as count_of
from dragoman.annotate.times.reports import year_of_quarter_end
from dragoman.annotate.times.rules import MACROS, Match
from dragoman.annotate.times.spans import PARTS, WEEKDAYS, monday_of, month_number, week_value
from dragoman.annotate.times.story import told_year
from dragoman.annotate.times.tense import direction, had_been, is_purpose, was_to_be

RANGE_WORDS = frozenset({" to ", " until ", " through ", "-", "–", " and ", " or ", ", ", " and on ", " or on "})
JOINING_WORDS = frozenset({" and ", " or ", ", ", " and on ", " or on "})
DAYS_OF_A_WEEK = 7
LONGEST_RANGE_WORD = max(map(len, RANGE_WORDS))
NEAR_STEPS = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
MONTHS_IN_A_YEAR = 12
NEARER = 2
"""Days ago that a weekday is taken for the one behind where the words around leave it open."""
NOUN_REACH = 40
"""Code points behind "Friday's" in which the thing of that day is named."""
SHARED_PART = re.compile(r"(?:, \w+day)*,? (?:and|or) {weekday} (?P<part>{part})s\b".format_map(MACROS))
"""Behind a weekday: "on Monday and Tuesday nights" are those of every week."""
DEADLINE = " deadline"
"""Behind a weekday: "by the Friday deadline" lies ahead or behind as the verb says, and not because it is an end."""
FARTHEST_AHEAD = 285
"""Days ahead within which a day without its year can lie; farther off one gives the year, and the last is meant."""
NEAR_DAYS = 45
"""A day written without its year and this near to publication is the nearest one, whatever the verb beside it says."""


def year_of(month: int, day: int, sign: int, published: date) -> int:
    """The year of a day written without one: the last such day for past words, the next for future ones, or nearest."""
    near = [year for year in (published.year - 1, published.year, published.year + 1) if _exists(year, month, day)]
    nearest = min(near, key=lambda year: abs((date(year, month, day) - published).days), default=published.year)
    if not near or abs((date(nearest, month, day) - published).days) <= NEAR_DAYS:
        return nearest
    if sign < 0:
        near = [year for year in near if date(year, month, day) <= published] or near
        return near[-1]
    if sign > 0:
        near = [year for year in near if date(year, month, day) >= published] or near
        is_far = (date(near[0], month, day) - published).days > FARTHEST_AHEAD
        return nearest if is_far else near[0]
    return nearest


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month_of(match: Match) -> int:
    figures = match.parts.get("monthno") or match.parts.get("monthno2")
    return int(figures) if figures else month_number(match.parts.get("month") or match.parts["month2"])


def read_day(match: Match, context: Context) -> Found | None:
    """ "March 3, 2031", "3 March", "Monday, March 3", "2031-03-05", with a part of the day or without."""
    parts = match.parts
    month, day = _month_of(match), int(parts.get("dayno") or parts["dayno2"])
    written = parts.get("year") or parts.get("year2") or ""
    part = PARTS.get(parts.get("part") or parts.get("daypart") or "", "")
    if not written and context.published is None:
        return Found(type="TIME" if part else "DATE", value=f"XXXX-{month:02d}-{day:02d}{part}")
    year = _written_year(written, month, day, match, context)
    if not _exists(year, month, day):
        return None
    found = dated(f"{year:04d}-{month:02d}-{day:02d}{part}", explicit=bool(written))
    if match.rule.id == "day.slashes" and day <= MONTHS_IN_A_YEAR:  # in Europe 03/05/2031 is in May
        return structs.replace(found, others=((date(year, day, month), date(year, day, month)),))
    return found


def read_week_of(match: Match, context: Context) -> Found | None:
    """ "the week of March 10"."""
    day = read_day(match, context)
    return dated(week_value(day.window[0])) if day and day.window and day.window[0] else day


def _written_year(written: str, month: int, day: int, match: Match, context: Context) -> int:
    if written:
        return int(written) + (2000 if len(written) == 2 else 0)
    assert context.published is not None
    told = told_year(month, match, context)
    if told is not None:
        return told
    if (ended := year_of_quarter_end(month, day, match, context)) is not None:
        return ended
    known = context.days.get((month, day))
    if known and _exists(known, month, day) and not _is_near(known, month, day, context.published):
        return known  # the text has told of that day before
    is_ahead = role_before(context, match.start) in AHEAD_ROLES | {"for"}
    if _befell(match, context):
        return year_of(month, day, -1, context.published)
    return year_of(month, day, 1 if is_ahead else direction(context, match.start, match.end), context.published)


OF_DAY = re.compile(r"\b(another|([\w’'-]+) of(?: the)?) $")
NOUN_WORDS = 2
"""Words behind a day in which what befell then is named: "the June 7 terrorist attacks"."""


def _befell(match: Match, context: Context) -> bool:
    """Whether the day only names what befell then: "the attacks of June 7", "another June 7", "the June 7 draft"."""
    before = OF_DAY.search(context.text, max(0, match.start - NOUN_REACH), match.start)
    if before is not None and (before[1] == "another" or before[2].lower() in words_of("befallen")):
        return True
    beside = context.text[match.end : match.end + 1] == " "
    following = WORD.findall(context.text, match.end, match.end + NOUN_REACH)[:NOUN_WORDS] if beside else []
    return any(word.lower() in words_of("befallen") for word in following)


def _is_near(year: int, month: int, day: int, published: date) -> bool:
    """Whether another year has that day much nearer to publication: an anniversary may be told of."""
    others = [other for other in (published.year, published.year + 1, published.year - 1) if other != year]
    near = [date(other, month, day) for other in others if _exists(other, month, day)]
    return any(abs((other - published).days) <= NEAR_DAYS for other in near)


def read_day_range(match: Match, context: Context) -> Found | None:
    """ "March 3-5": two dates, each with the window of both."""
    first = read_day(match, context)
    if first is None or first.window is None or first.window[0] is None:
        return first
    start, last = first.window[0], int(match.parts["dayno2"])
    if last < start.day or not _exists(start.year, start.month, last):
        return first
    window = (start, start.replace(day=last))
    return structs.replace(first, window=window, vagueness=1, last_value=window[1].isoformat())


def read_days_over_months(match: Match, context: Context) -> Found | None:
    """ "July 24-August 1", "from 30 December to 2 January": two dates, each with the window of both."""
    first = read_day(match, context)
    if first is None or first.window is None or first.window[0] is None:
        return first
    start, month, day = first.window[0], month_number(match.parts["month2"]), int(match.parts["dayno2"])
    if month < start.month and match.parts.get("year"):  # the year that is written is that of the second day
        start = start.replace(year=start.year - 1)
    year = start.year + (month < start.month)
    if not _exists(year, month, day) or date(year, month, day) < start:
        return first
    window = (start, date(year, month, day))
    ends = (start.isoformat(), window[1].isoformat())
    return structs.replace(first, value=ends[0], window=window, vagueness=1, last_value=ends[1])


def read_weekday(match: Match, context: Context) -> Found | None:
    """ "on Thursday", "last Friday", "Monday morning", "Thursday last week"."""
    number = WEEKDAYS.index(match.parts["weekday"])
    part = PARTS.get(match.parts.get("part", ""), "")
    if shared := SHARED_PART.match(context.text, match.end):
        return Found(type="SET", value=f"XXXX-WXX-{number + 1}{PARTS[shared['part']]}")
    if context.published is None:
        return Found(type="TIME" if part else "DATE", value=f"XXXX-WXX-{number + 1}{part}")
    day, *others = _weekday(number, match, context)
    return structs.replace(dated(day.isoformat() + part), others=tuple((other, other) for other in others))


def _weekday(number: int, match: Match, context: Context) -> tuple[date, ...]:
    """The day, and behind it the other one that the same words can mean."""
    assert context.published is not None
    published, which = context.published, match.parts.get("which", "")
    if which == "the previous" and context.last and abs((context.last - published).days) <= NEAR_DAYS:
        return (context.last - timedelta(days=(context.last.weekday() - number) % 7 or 7),)
    if week := match.parts.get("week"):
        return (monday_of(published) + timedelta(days=number + {"last": -7, "this": 0, "next": 7}[week]),)
    back = (published.weekday() - number) % 7
    ahead = (number - published.weekday()) % 7
    if which in {"next", "this coming", "the following"}:
        return _or_a_week_off(published + timedelta(days=ahead or 7), which, published)
    if which in {"last", "this past", "the previous"}:
        return _or_a_week_off(published - timedelta(days=back or 7), which, published)
    if (following := _behind_last(number, match, context)) is not None:
        return (following,)
    if _is_of_what_happened(match, context):
        return (published - timedelta(days=back),)
    role = role_before(context, match.start)
    opens = not context.text[sentence_around(context.text, match.start, match.end)[0] : match.start].strip().count(" ")
    end = match.end + len(DEADLINE) * context.text.startswith(DEADLINE, match.end)
    is_end = role in {"by", "until", "till", "no later than", "starting", "as early as"} and end == match.end
    sign = int(is_end and not opens)
    sign = -1 if sign and had_been(context, match.start, match.end) else sign
    sign = sign or direction(context, match.start, end)
    if sign < 0 and 0 < ahead < back and was_to_be(context, match.start, match.end):
        sign = 1
    if sign > 0 and 0 < back <= NEARER and is_purpose(context, match.start, match.end):
        sign = -1
    on, behind = published + timedelta(days=ahead), published - timedelta(days=back)
    chosen, other = (on, behind) if sign > 0 else (behind, on)
    return (chosen,) if sign or chosen == other else (chosen, other)


def read_day_beside_weekday(match: Match, context: Context) -> Found | None:
    """ "the day before last Tuesday", "the day after Christmas Eve's Monday": the day beside the weekday."""
    weekday = read_weekday(match, context)
    if weekday is None or weekday.window is None or weekday.window[0] is None:
        return weekday
    step = 1 if match.parts["beside"] == "after" else -1
    return dated((weekday.window[0] + timedelta(days=step)).isoformat())


def _or_a_week_off(day: date, which: str, published: date) -> tuple[date, ...]:
    """ "Next Friday" said on a Wednesday is in two days or in nine; "last Friday" said on a Sunday likewise."""
    is_near = monday_of(day) == monday_of(published)
    off = timedelta(days=DAYS_OF_A_WEEK if which == "next" else -DAYS_OF_A_WEEK)
    return (day, day + off) if is_near and which in {"next", "last"} else (day,)


def _is_of_what_happened(match: Match, context: Context) -> bool:
    """Whether a thing of that day is named that nobody sets beforehand: "Friday's ruling", but "Friday's summit"."""
    if not context.text.startswith(("'s ", "’s "), match.end):
        return False
    following = WORD.findall(context.text, match.end + 2, match.end + 2 + NOUN_REACH)[:3]
    return not any(word.lower() in words_of("gathering") for word in following)


def _behind_last(number: int, match: Match, context: Context) -> date | None:
    """The second weekday of "from Monday to Wednesday", "Monday and Tuesday": counted from the first."""
    if context.last is None or context.published is None or match.start - context.last_end > LONGEST_RANGE_WORD:
        return None
    between = context.text[context.last_end : match.start]
    if between not in RANGE_WORDS or abs((context.last - context.published).days) > DAYS_OF_A_WEEK:
        return None
    if between in JOINING_WORDS and context.last <= context.published:
        return None  # "on Friday and Thursday": what is behind is told in any order
    return context.last + timedelta(days=(number - context.last.weekday()) % 7 or 7)


def read_near_day(match: Match, context: Context) -> Found | None:
    """ "today", "late yesterday", "tomorrow morning", "overnight", "tonight"."""
    near = match.parts["near"]
    named = match.parts.get("part") or match.parts.get("part2") or ""
    part = PARTS.get(named, "TNI" if near in {"tonight", "overnight"} else "")
    mod = {"early": "START", "earlier": None, "late": "END", "later": None}.get(match.parts.get("edge", ""))
    if context.published is None:
        return Found(type="TIME" if part else "DATE", value="XXXX-XX-XX" + part, mod=mod)
    day = context.published + timedelta(days=NEAR_STEPS.get(near, 0))
    found = dated(day.isoformat() + part)
    if near == "overnight":
        return Found(type="TIME", value=found.value, window=(day - timedelta(days=1), day), vagueness=1)
    return Found(type=found.type, value=found.value, mod=mod, window=found.window)


def read_day_part(match: Match, context: Context) -> Found | None:
    """ "this morning", "last night", "that evening"."""
    which, part = match.parts["which"], PARTS[match.parts["part"]]
    base = context.last if which in {"that", "the same", "the next"} else context.published
    if base is None:
        return Found(type="TIME", value="XXXX-XX-XX" + part)
    day = base + timedelta(days={"last": -1, "the next": 1}.get(which, 0))
    return dated(day.isoformat() + part)


def read_relative_day(match: Match, context: Context) -> Found | None:
    """ "the next day", "that day", "the day before": from the last day that the text named, if any."""
    parts = match.parts
    if context.last is None:
        return None if parts.get("that") else Found(type="DATE", value="XXXX-XX-XX")
    word = parts.get("which") or parts.get("beside") or parts.get("shift") or "same"
    steps = {
        "next": 1,
        "following": 1,
        "after": 1,
        "later": 1,
        "previous": -1,
        "preceding": -1,
        "before": -1,
        "earlier": -1,
    }
    found = dated((context.last + timedelta(days=steps.get(word, 0))).isoformat())
    length = ("P1D", "P1D") if parts.get("shift") and not context.is_history else None
    return Found(type="DATE", value=found.value, window=found.window, basis="earlier", length=length)


def read_weekend(match: Match, context: Context) -> Found | None:
    """ "at the weekend": the last one for past words, the coming one for future ones."""
    if context.published is None:
        return Found(type="DATE", value="XXXX-WXX-WE")
    which = match.parts.get("which", "")
    sign = direction(context, match.start, match.end)
    shift = {"last": -7, "the past": -7, "next": 7}.get(which, 0 if sign > 0 or context.published.weekday() > 4 else -7)
    return dated(week_value(context.published + timedelta(days=shift)) + "-WE")


def read_clock(match: Match, context: Context) -> Found | None:
    """A time ("5:33 p.m. on Friday", "17:30 GMT") of the day beside it, of the last one named or of publication."""
    parts = match.parts
    hour = int(parts.get("hour") or parts.get("hour2") or 0)
    minute = int(parts.get("minute") or parts.get("minute2") or 0)
    half = parts.get("half", "").replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return _at(f"T{hour:02d}:{minute:02d}", match, context)


def read_clock_words(match: Match, context: Context) -> Found | None:
    """ "four in the morning", "11 at night"."""
    hour = int(count_of(match.parts["hour"]) or 0) % HALF_A_DAY
    is_late = match.parts.get("part") in {"afternoon", "evening"} or (not match.parts.get("part") and hour >= NIGHTFALL)
    return _at(f"T{hour + HALF_A_DAY * is_late:02d}:{int(match.parts.get('minute') or 0):02d}", match, context)


HALF_A_DAY, NIGHTFALL = 12, 6
"""Hours; "six at night" and later lie before midnight, "two at night" behind it."""


def read_noon(match: Match, context: Context) -> Found | None:
    """ "noon on Friday", "midnight"."""
    return _at("T24:00" if match.parts["noon"] == "midnight" else "T12:00", match, context)


DAYBREAK = "T05:00"
"""What "will begin at four in the morning" lies before: told of that day it would have begun when it was read."""


def _day_told(match: Match, context: Context) -> date | None:
    """The last day told in the paragraph, in a history in the text; else the day of publication."""
    is_near = context.is_history or "\n" not in context.text[context.last_end : match.start]
    return context.last if context.last and is_near else context.published


def _at(time: str, match: Match, context: Context) -> Found:
    day = _day_told(match, context)
    if (weekday := match.parts.get("weekday") or match.parts.get("weekday2")) and context.published:
        day, *_ = _weekday(WEEKDAYS.index(weekday), match, context)
    elif match.parts.get("month"):
        found = read_day(match, context)
        day = found.window[0] if found and found.window else day
    elif (near := match.parts.get("near")) and context.published:
        day = context.published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(near, 0))
    elif day == context.published and day and time < DAYBREAK and direction(context, match.start, match.end) > 0:
        day += timedelta(days=1)
    if day is None:
        return Found(type="TIME", value="XXXX-XX-XX" + time)
    return Found(type="TIME", value=day.isoformat() + time, window=(day, day))


def read_part_of_day(match: Match, context: Context) -> Found | None:
    """ "in the morning": of the last day named, else of publication."""
    part = PARTS[match.parts.get("part") or match.parts["part2"]]
    day = context.last or context.published
    return dated(day.isoformat() + part) if day else Found(type="TIME", value="XXXX-XX-XX" + part)


def read_night(match: Match, context: Context) -> Found | None:
    """ "at night", "night attacks": of any day."""
    return Found(type="TIME", value="XXXX-XX-XX" + PARTS["night"])


IS_THE_REACH = 24
IS_THE = re.compile(r"\b(?:today (?:is|was)|today['’]s|(?:this|it)(?: is|['’]s))(?: already| now)?\s$", re.IGNORECASE)
"""Before "the third day of the strike" it says that the day of telling is meant; "it was" can be any day's."""


def read_nth_day(match: Match, context: Context) -> Found | None:
    """ "the second day of the truce": counted from an event whose day the words don't give.

    "July 21, the fifth day of the siege" is the day named right before it, "today is the fifth day" that of telling.
    """
    before = context.text[context.last_end : match.start]
    day = context.last if before in {", ", " (", " - ", " — "} else None
    if IS_THE.search(context.text, max(0, match.start - IS_THE_REACH), match.start):
        day = context.published
    if day is None:
        return Found(type="DATE", value="XXXX-XX-XX", vagueness=4, basis="event")
    return dated(day.isoformat())


def read_day_of_event(match: Match, context: Context) -> Found | None:
    """ "day 16 of the truce", "the day after the raid": of an event, whose day `anchors` finds."""
    return Found(type="DATE", value="XXXX-XX-XX", vagueness=4, basis="event")
