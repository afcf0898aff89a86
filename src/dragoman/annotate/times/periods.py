"""Readers of weeks, months, quarters, seasons, years, decades and of references such as "now" and "soon"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.annotate.times.context import WORD, Context, direction, sentence_around, words_of
from dragoman.annotate.times.found import Found, dated, reference
from dragoman.annotate.times.rules import Match, time_table
from dragoman.annotate.times.spans import SEASON_CODES, monday_of, month_number, shift_months, value_span, week_value

EDGES = {"early": "START", "earlier": "START", "beginning": "START", "start": "START", "late": "END", "later": "END",
         "end": "END", "mid": "MID", "middle": "MID"}  # fmt: skip
STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1, "this": 0,
         "current": 0, "same": 0, "that": 0, "before last": -2, "after next": 2}  # fmt: skip
NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
SUNDAY = 6
SOON_DAYS, OFFICE_DAYS = 28, 42
NEAR_MONTHS = 2
"""Months ago that "before the end of February" still means the last February and not the next."""
LONGEST_LABEL = 16
"""Code points before a number in which the word stands that makes it a label ("Resolution 1701")."""


def _edge(match: Match) -> str | None:
    return EDGES.get(match.parts.get("edge", ""))


def read_unit(match: Match, context: Context) -> Found | None:
    """ "last week", "this year", "early next month", "the current quarter"."""
    unit, step = match.parts["unit"], STEPS[match.parts["which"]]
    if context.published is None:
        return Found(type="DATE", value={"week": "XXXX-WXX", "month": "XXXX-XX"}.get(unit, "XXXX"), mod=_edge(match))
    if match.parts["which"] == "coming":
        return _coming(unit, context)
    if unit == "week" and step == 0 and context.published.weekday() == SUNDAY:
        step = int(direction(context, match.start, match.end) > 0)  # said on a Sunday of what lies ahead
    base = context.last if match.parts["which"] in {"same", "that", "following"} and context.last else context.published
    return dated(unit_value(unit, base, step), mod=_edge(match))


def _coming(unit: str, context: Context) -> Found:
    """ "in the coming week": the week that begins, said on a Sunday or Monday; else the next seven days."""
    day = context.published
    assert day is not None
    if unit == "week" and 0 < day.weekday() < SUNDAY:
        value = week_value(day + timedelta(days=7))
        return Found(type="DATE", value=value, window=(day, day + timedelta(days=7)), vagueness=1)
    return dated(unit_value(unit, day, int(day.weekday() == SUNDAY) if unit == "week" else 1))


def unit_value(unit: str, base: date, step: int) -> str:
    """The value of the week, month, quarter, year, decade or century so many steps from that of `base`."""
    match unit:
        case "week":
            return week_value(monday_of(base) + timedelta(weeks=step))
        case "month":
            return shift_months(base, step).isoformat()[:7]
        case "quarter":
            day = shift_months(base, 3 * step)
            return f"{day.year}-Q{(day.month - 1) // 3 + 1}"
        case "decade":
            return str(base.year // 10 + step)
        case "century":
            return str(base.year // 100 + step)
        case _:
            return f"{base.year + step:04d}"


def read_edge(match: Match, context: Context) -> Found | None:
    """ "the end of March", "the beginning of this year", "the end of 2031"."""
    parts, mod = match.parts, _edge(match)
    if parts.get("year"):
        return dated(parts["year"], mod=mod, explicit=True)
    if parts.get("month") and parts.get("monthyear"):
        return dated(f"{parts['monthyear']}-{month_number(parts['month']):02d}", mod=mod, explicit=True)
    if context.published is None:
        return Found(type="DATE", value="XXXX", mod=mod)
    if parts.get("month"):
        return dated(_month_value(month_number(parts["month"]), 1, context.published), mod=mod)
    if parts.get("season"):
        return dated(f"{context.published.year}-{SEASON_CODES[parts['season']]}", mod=mod)
    return dated(unit_value(parts["unit"], context.published, STEPS.get(parts.get("which") or "this", 0)), mod=mod)


def read_the_unit(match: Match, context: Context) -> Found | None:
    """ "the quarter" of a company's report is the last one that ended; "the year" is a length."""
    if match.parts["unit"] == "year":
        return Found(type="DURATION", value="P1Y", length=("P1Y", "P1Y"))
    return dated(unit_value("quarter", context.published, -1)) if context.published else None


def read_latest(match: Match, context: Context) -> Found | None:
    """ "the latest quarter", "the year-earlier period"."""
    if context.published is None:
        return None
    ago = bool(match.parts.get("ago") or match.parts.get("bare"))
    unit = match.parts.get("unit") or "quarter"
    if unit == "year":
        return dated(f"{context.published.year}")
    return dated(unit_value("quarter", context.published, -5 if ago else -1))


def _month_value(month: int, sign: int, published: date) -> str:
    """The month's year: the last one for past words, this or the next for future ones, the nearest past otherwise.

    A month that is just over is last month, whatever the verb beside it says.
    """
    year = published.year
    if sign > 0 and published.month - month > NEAR_MONTHS:
        year += 1
    if sign <= 0 and month > published.month:
        year -= 1
    return f"{year:04d}-{month:02d}"


def read_month(match: Match, context: Context) -> Found | None:
    """ "March 2031", "mid-October", "last May", "in June"."""
    parts, mod = match.parts, _edge(match)
    month = month_number(parts["month"])
    if parts.get("year"):
        return dated(f"{parts['year']}-{month:02d}", mod=mod, explicit=True)
    if context.published is None:
        return Found(type="DATE", value=f"XXXX-{month:02d}", mod=mod)
    published = context.published
    if relative := parts.get("relyear"):
        return dated(f"{published.year + STEPS[relative]:04d}-{month:02d}", mod=mod)
    which = parts.get("which", "")
    if which in {"last", "this past"}:
        return dated(f"{published.year - int(month >= published.month):04d}-{month:02d}", mod=mod)
    sign = 1 if which in {"next", "this coming"} else direction(context, match.start, match.end)
    return dated(_month_value(month, sign, published), mod=mod)


def read_quarter(match: Match, context: Context) -> Found | None:
    """ "the third quarter of 2031", "last year's first quarter", "fourth-quarter"."""
    number, year = NTH[match.parts["nth"]], _year_of(match, context)
    if year is None:
        return Found(type="DATE", value=f"XXXX-Q{number}")
    if not match.parts.get("year") and not match.parts.get("relyear") and "year" not in match.parts.get("the", ""):
        assert context.published is not None
        begins = date(year, number * 3 - 2, 1)
        if begins > context.published and direction(context, match.start, match.end) <= 0:
            year -= 1
    return dated(f"{year:04d}-Q{number}", explicit=bool(match.parts.get("year")))


def _year_of(match: Match, context: Context) -> int | None:
    if match.parts.get("year"):
        return int(match.parts["year"])
    if context.published is None:
        return None
    word = (match.parts.get("relyear") or match.parts.get("the", "").split(" ")[0]) or "this"
    return context.published.year + STEPS.get(word, 0)


def read_half(match: Match, context: Context) -> Found | None:
    """ "the first half of 2031"."""
    year = _year_of(match, context)
    return dated(f"{year:04d}-H{NTH[match.parts['nth']]}") if year else None


def read_season(match: Match, context: Context) -> Found | None:
    """ "this summer", "last fall", "spring 2031"; "the fall of the capital" is none."""
    season = SEASON_CODES[match.parts.get("season") or match.parts["season2"]]
    written = match.parts.get("year") or match.parts.get("year2")
    if written:
        return dated(f"{written}-{season}", mod=_edge(match), explicit=True)
    if context.published is None or match.parts.get("which") == "the":
        return None
    year, which = context.published.year, match.parts["which"]
    span = value_span(f"{year}-{season}")
    if which in {"last", "this past"} and span and span[0] > context.published - timedelta(days=60):
        year -= 1
    if which in {"next", "this coming"} and span and span[1] < context.published:
        year += 1
    return dated(f"{year}-{season}", mod=_edge(match))


def read_year(match: Match, context: Context) -> Found | None:
    """ "2022", "late 2031", "fiscal 1989"; "Resolution 1701" is none."""
    before = context.text[max(0, match.start - LONGEST_LABEL) : match.start].lower().split()
    if before and before[-1].strip("(#") in words_of("numbered"):
        return None
    return dated(match.parts["year"], mod=_edge(match), explicit=True)


def read_year_range(match: Match, context: Context) -> Found | None:
    """ "2014-2016": a date by its first year, its window to the last."""
    first, last = match.parts["year"], match.parts["year2"]
    ends = int(last if len(last) == 4 else first[:2] + last)
    if ends < int(first):
        return dated(first, explicit=True)
    return Found(
        type="DATE", value=first, window=(date(int(first), 1, 1), date(ends, 12, 31)), vagueness=1, basis="explicit"
    )


def read_decade(match: Match, context: Context) -> Found | None:
    """ "the late 1990s"."""
    return dated(match.parts["decade"], mod=_edge(match), explicit=True)


def read_century(match: Match, context: Context) -> Found | None:
    """ "the 12th century"."""
    return Found(type="DATE", value=f"{int(match.parts['nth']) - 1:02d}", mod=_edge(match), basis="explicit")


def read_earlier_in(match: Match, context: Context) -> Found | None:
    """ "earlier in the day", "later in the week"."""
    if context.published is None:
        return None
    unit = match.parts["unit"]
    if unit == "day":
        return dated((context.last or context.published).isoformat(), mod=None)
    return dated(unit_value(unit, context.published, 0), mod=_edge(match))


def read_present(match: Match, context: Context) -> Found | None:
    """ "now", "currently"."""
    return reference("PRESENT_REF", context)


def read_past(match: Match, context: Context) -> Found | None:
    """ "recently", "in the past": behind, and no more is said."""
    return reference("PAST_REF", context)


def read_future(match: Match, context: Context) -> Found | None:
    """ "the near future": ahead, and no more is said."""
    return reference("FUTURE_REF", context)


def read_soon(match: Match, context: Context) -> Found | None:
    """ "soon", "shortly": four weeks from publication (guidelines, Times); behind a past verb it says nothing."""
    is_ahead = direction(context, match.start, match.end) >= 0
    return reference("FUTURE_REF", context, days=SOON_DAYS if is_ahead else 0)


def read_some_ago(match: Match, context: Context) -> Found | None:
    """ "a few weeks ago", "long ago"."""
    return reference("PAST_REF", context)


# ---- from events -----------------------------------------------------------------------------------------------------


def inauguration(match: Match, context: Context) -> date | None:
    """The day on which the president last named before the words took office; None when the text names none.

    Of several terms the one nearest to publication.
    """
    if context.published is None:
        return None
    left, right = sentence_around(context.text, match.start, match.end)
    for start, end in ((left, right), (0, match.start)):
        near = context.text[start:end]
        rows = [row for row in time_table("inaugurations") if any(word in near for word in row.words)]
        if rows:
            named = max(rows, key=lambda row: max(near.rfind(word) for word in row.words))
            days = [date.fromisoformat(row.means) for row in rows if row.words == named.words]
            return min(days, key=lambda day: abs((context.published - day).days) if context.published else 0)
    return None


def speaks_of(match: Match, context: Context, means: str) -> bool:
    """Whether the sentence has one of the words of data/times/tense.toml that mean this ("campaign", "office")."""
    left, right = sentence_around(context.text, match.start, match.end)
    return bool(words_of(means) & {word.lower() for word in WORD.findall(context.text, left, right)})


def read_day_one(match: Match, context: Context) -> Found | None:
    """ "on day one of his presidency": the day of taking office, when the text names a president."""
    day = inauguration(match, context)
    value = day.isoformat() if day else "XXXX-XX-XX"
    return Found(type="DATE", value=value, window=(day, day) if day else None, basis="event")


def read_took_office(match: Match, context: Context) -> Found | None:
    """ "shortly after he took office": six weeks from the day of taking office; "within 24 hours": two days."""
    day = inauguration(match, context)
    if day is None:
        return Found(type="DATE", value="PAST_REF", basis="event")
    days = 1 if match.parts.get("hours") else OFFICE_DAYS
    return Found(
        type="DATE", value=day.isoformat(), mod="AFTER", approx=True, vagueness=3, basis="event",
        window=(day, day + timedelta(days=days)),
    )  # fmt: skip
