"""Readers of weeks, months, quarters, seasons, years, decades and of references such as "now" and "soon"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import structs

from dragoman.annotate.times.amounts import iso, reach_of
from dragoman.annotate.times.context import WORD, Context, role_before, sentence_around, words_of
from dragoman.annotate.times.found import Found, dated, reference
from dragoman.annotate.times.months import month_value
from dragoman.annotate.times.numbers import ORDINALS, TENS, number
from dragoman.annotate.times.reports import quarter_meant, tells_months, year_of_apposed
from dragoman.annotate.times.rules import MACROS, Match
from dragoman.annotate.times.seasons import EDGES, edge_of, season_value
from dragoman.annotate.times.spans import (
    SEASON_CODES,
    STEPS,
    month_number,
    shift_months,
    unit_value,
    value_span,
    week_value,
)
from dragoman.annotate.times.story import told_year
from dragoman.annotate.times.tense import direction
from dragoman.annotate.times.weeks import STEPS_OF_WEEKS, SUNDAY, current, read_week

NTH = {"last": 2, "latter": 2, "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
MONTHS_OF_A_QUARTER = 3
ENDED = re.compile(
    r" (?:that )?ended (?:on )?(?P<month>{month}) (?P<day>{dayno})(?:,? (?P<year>{year}))?\b".format_map(MACROS)
)
"""What stands behind "the quarter" of a company whose year is its own."""
LONGEST_LABEL = 16
"""Code points before a number in which the word stands that makes it a label ("Resolution 1701")."""


def read_unit(match: Match, context: Context) -> Found | None:
    """ "last week", "this year", "early next month", "the current quarter"."""
    unit, step = match.parts["unit"], STEPS[match.parts["which"]]
    if context.published is None:
        return Found(type="DATE", value={"week": "XXXX-WXX", "month": "XXXX-XX"}.get(unit, "XXXX"), mod=edge_of(match))
    if match.parts["which"] == "coming":
        return _coming(unit, context)
    if match.parts["which"] == "past" and unit in PAST_LENGTHS:
        return _past(unit, context)
    if unit in {"quarter", "year"} and (reported := quarter_meant(match, context)):
        return dated(reported)
    base = _base(match, context) or context.published
    if unit == "week" and base == context.published and match.parts["which"] in STEPS_OF_WEEKS:
        return read_week(match, context, step)
    value = unit_value(unit, base, step)
    if base == context.published and step == 0 and not context.is_history:
        return current(dated(value, mod=edge_of(match)), value_span(value), match, context)
    return dated(value, mod=edge_of(match))


TOLD = frozenset({"same", "that", "following", "previous", "preceding"})
"""Words that count from the last date told, and not from publication."""


def _base(match: Match, context: Context) -> date | None:
    """The last date told, for "that year" and "the following month"; in a history for "the next year" too."""
    which, unit = match.parts["which"], match.parts["unit"]
    if which in TOLD or (context.is_history and not _is_of_late(context)):
        is_coarser = (
            unit in {"month", "week"} and context.named_value == f"{context.named:%Y}" if context.named else True
        )
        return None if is_coarser else context.named
    return None


def _is_of_late(context: Context) -> bool:
    """Whether a history has come to the year of its publication or the one before: "last year" is counted from it."""
    told, published = context.named, context.published
    return told is not None and published is not None and 0 <= published.year - told.year <= 1


PAST_LENGTHS = {"week": ("P1W", 7), "month": ("P1M", 30), "year": ("P1Y", 365), "decade": ("P10Y", 3652)}


def _past(unit: str, context: Context) -> Found:
    """ "the past year": the twelve months up to publication, unlike "last year"."""
    assert context.published is not None
    value, days = PAST_LENGTHS[unit]
    window = (context.published - timedelta(days=days), context.published)
    return Found(type="DURATION", value=value, length=(value, value), window=window, vagueness=1)


def _coming(unit: str, context: Context) -> Found:
    """ "in the coming week": the week that begins, said on a Sunday or Monday; else the next seven days."""
    day = context.published
    assert day is not None
    if unit == "week" and 0 < day.weekday() < SUNDAY:
        value = week_value(day + timedelta(days=7))
        return Found(type="DATE", value=value, window=(day, day + timedelta(days=7)), vagueness=1)
    return dated(unit_value(unit, day, int(day.weekday() == SUNDAY) if unit == "week" else 1))


def read_edge(match: Match, context: Context) -> Found | None:
    """ "the end of March", "the beginning of this year", "the end of 2031"."""
    parts, mod = match.parts, edge_of(match)
    if parts.get("year"):
        return dated(parts["year"], mod=mod, explicit=True)
    if parts.get("month") and parts.get("monthyear"):
        return dated(f"{parts['monthyear']}-{month_number(parts['month']):02d}", mod=mod, explicit=True)
    if context.published is None:
        return Found(type="DATE", value="XXXX", mod=mod)
    if parts.get("month"):
        month = month_number(parts["month"])
        told = told_year(month, match, context)
        sign = direction(context, match.start, match.end)
        return dated(f"{told:04d}-{month:02d}" if told else month_value(month, sign, context.published), mod=mod)
    if parts.get("season"):
        return dated(season_value(parts["season"], match, context), mod=mod)
    if match.rule.id == "year.end" and parts["unit"] == "year" and role_before(context, match.start) == "since":
        return dated(f"{context.published.year - 1}-12-31")  # "up 20% since year-end"
    base = context.named if context.is_history and context.named else context.published
    return dated(unit_value(parts["unit"], base, STEPS.get(parts.get("which") or "this", 0)), mod=mod)


def read_the_unit(match: Match, context: Context) -> Found | None:
    """ "the quarter" of a company's report is the last that ended; "the year" this one; "the year ended" a length."""
    if match.parts["unit"] == "year":
        told = context.named if context.is_history else context.published
        if told and not context.text.startswith((" ended", " ending", " beginning", " starting"), match.end):
            return dated(f"{told.year}")
        return Found(type="DURATION", value="P1Y", length=("P1Y", "P1Y"))
    if context.published is None:
        return None
    if match.parts["unit"] == "week":
        return dated(unit_value("week", context.last or context.published, 0))
    if (ended := ENDED.match(context.text, match.end)) is not None:
        return _quarter_ended(ended, context.published)
    return dated(context.quarter or unit_value("quarter", context.published, -1))


def _quarter_ended(ended: re.Match[str], published: date) -> Found | None:
    """ "The quarter ended July 31": the three months up to that day, by the calendar's quarter of the second.

    Without its year the day is the last such one before publication; None for a day that no calendar has.
    """
    month, day = month_number(ended["month"]), int(ended["day"])
    year = int(ended["year"] or published.year - ((month, day) > (published.month, published.day)))
    try:
        last = date(year, month, day)
    except ValueError:
        return None
    found = dated(unit_value("quarter", shift_months(last.replace(day=1), -1), 0))
    first = shift_months(last + timedelta(days=1), -MONTHS_OF_A_QUARTER)
    return structs.replace(found, window=(first, last))


def read_latest(match: Match, context: Context) -> Found | None:
    """ "the latest quarter", "the year-earlier period"."""
    if context.published is None:
        return None
    ago = any(match.parts.get(name) for name in ("ago", "ago3", "ago4", "ago5", "bare"))
    unit = match.parts.get("unit") or "quarter"
    if unit == "year":
        return dated(f"{context.published.year - 1}")  # the one that is over
    if ago and (months := match.parts.get("months")):
        value = iso(number(months) or 0, "month")
        return structs.replace(
            dated(f"{context.published.year - 1}"), type="DURATION", value=value, length=(value, value)
        )
    if ago and tells_months(match, context):
        return dated(f"{context.published.year - 1}")
    last = _first_of(context.quarter) or shift_months(context.published, -3)
    return dated(unit_value("quarter", last, -4 if ago else 0))


def _first_of(quarter: str) -> date | None:
    """The first day of a quarter's value; None for none."""
    span = value_span(quarter)
    return span[0] if span else None


def read_year_part(match: Match, context: Context) -> Found | None:
    """ "the 2030 third quarter", "the 2030 period": the quarter or the months told before, in that year."""
    year, nth, part = match.parts["year"], match.parts.get("nth", ""), match.parts["part"]
    if part == "half":
        return dated(f"{year}-H{NTH[nth]}", explicit=True) if NTH.get(nth, 9) < 3 else None
    is_of_months = part == "period" and not nth and tells_months(match, context)
    told = NTH.get(nth) or ("" if is_of_months else context.quarter[-1:])
    return dated(f"{year}-Q{told}" if told else year, explicit=True)


def read_quarter(match: Match, context: Context) -> Found | None:
    """ "the third quarter of 2031", "last year's first quarter", "fourth-quarter"."""
    nth, year = NTH[match.parts["nth"]], year_of_apposed(match, context) or _year_of(match, context)
    if year is None or _is_every_year(match, context):
        return Found(type="DATE", value=f"XXXX-Q{nth}")
    if not match.parts.get("year") and not match.parts.get("relyear") and "year" not in match.parts.get("the", ""):
        assert context.published is not None
        begins = date(year, NTH[match.parts.get("later") or match.parts["nth"]] * 3 - 2, 1)  # a pair is of one year
        if begins > context.published and direction(context, match.start, match.end) <= 0:
            year -= 1
    return dated(f"{year:04d}-Q{nth}", explicit=bool(match.parts.get("year")))


def _is_every_year(match: Match, context: Context) -> bool:
    """Whether quarters are those of any year: "sales are usually made in the second and fourth quarters"."""
    if match.rule.id != "quarter.pair" and not context.text.startswith("s", match.end - 1):
        return False
    left, right = sentence_around(context.text, match.start, match.end)
    return any(word.lower() in words_of("habit") for word in WORD.findall(context.text, left, right))


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
    return dated(f"{year:04d}-H{NTH[match.parts['nth']]}", explicit=bool(match.parts.get("year"))) if year else None


def read_year(match: Match, context: Context) -> Found | None:
    """ "2022", "late 2031", "fiscal 1989"; "Resolution 1701" is none."""
    before = context.text[max(0, match.start - LONGEST_LABEL) : match.start].lower().split()
    if before and before[-1].strip("(#") in words_of("numbered"):
        return None
    return dated(match.parts["year"], mod=edge_of(match), explicit=True)


def read_year_in_words(match: Match, context: Context) -> Found | None:
    """ "nineteen ninety-six", "January nineteen ninety-six", "the year two thousand"."""
    parts = match.parts
    if parts.get("thousand"):
        return dated(f"{2000 + int(number(parts.get('after', '')) or 0)}", explicit=True)
    rest = f"-{month_number(parts['month']):02d}" if parts["month"] else ""
    rest = f"-{SEASON_CODES[parts['season']]}" if parts["season"] else rest
    year = 100 * (number(parts["century"]) or 0) + (number(parts["tens"]) or 0) + (number(parts.get("ones", "")) or 0)
    return dated(f"{int(year)}{rest}", explicit=True)


def read_year_range(match: Match, context: Context) -> Found | None:
    """ "2014-2016": two dates, each with the window of both."""
    first, last = match.parts["year"], match.parts["year2"]
    ends = int(last if len(last) == 4 else first[:2] + last)
    if ends < int(first):
        return dated(first, explicit=True)
    window = (date(int(first), 1, 1), date(ends, 12, 31))
    return Found(type="DATE", value=first, window=window, vagueness=1, basis="explicit", last_value=f"{ends}")


def read_decade(match: Match, context: Context) -> Found | None:
    """ "the late 1990s"."""
    return dated(match.parts["decade"], mod=edge_of(match), explicit=True)


def read_decade_words(match: Match, context: Context) -> Found | None:
    """ "the early nineties", "the '80s": of the last hundred years."""
    if context.published is None:
        return None
    words = match.parts.get("tens", "")
    tens = TENS.index(words.removesuffix("ies") + "y") + 2 if words else int(match.parts["digit"])
    latest = context.published.year // 10
    edge = EDGES.get(match.parts.get("edge") or match.parts.get("edge2") or "")
    return dated(str(latest - (latest - tens) % 10), mod=edge)


def read_century(match: Match, context: Context) -> Found | None:
    """ "the 12th century", "the nineteenth century", "the 4th century BC"."""
    nth = int(match.parts["nth"] or ORDINALS.index(match.parts["word"]) + 1)
    era = "BC" if match.parts["christ"] else ""
    return Found(type="DATE", value=f"{era}{nth - 1:02d}", mod=edge_of(match), basis="explicit")


def read_earlier_in(match: Match, context: Context) -> Found | None:
    """ "earlier in the day", "later in the week"."""
    if context.published is None:
        return None
    unit = match.parts["unit"]
    if unit == "day":
        return dated((context.last or context.published).isoformat(), mod=None)
    base = context.named if context.is_history and context.named else context.published
    return dated(unit_value(unit, base, 0), mod=edge_of(match))


def read_present(match: Match, context: Context) -> Found | None:
    """ "now", "currently"."""
    return reference("PRESENT_REF", context)


def read_past(match: Match, context: Context) -> Found | None:
    """ "recently", "in the past": behind, and no more is said."""
    return reference("PAST_REF", context)


def read_future(match: Match, context: Context) -> Found | None:
    """ "the near future": ahead, and no more is said."""
    return reference("FUTURE_REF", context)


def read_past_in_history(match: Match, context: Context) -> Found | None:
    """ "the former ruler" in a history; news has a former president in every line, and no time by that."""
    return read_past(match, context) if context.is_history else None


def read_future_in_history(match: Match, context: Context) -> Found | None:
    """ "future wars" in a history."""
    return read_future(match, context) if context.is_history else None


def read_soon(match: Match, context: Context) -> Found | None:
    """ "soon", "shortly": four weeks from publication (guidelines, Times); of what is behind they date nothing."""
    if direction(context, match.start, match.end) < 0 or context.is_history:
        return None
    return reference("FUTURE_REF", context, days=reach_of("soon"))
