"""Readers of lengths of time, of what is counted from a day, and of what happens again and again."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from msgspec import structs

from dragoman.annotate.times.amounts import CLOCK_UNITS, DAYS_OF, UNITS, hedge_of, iso, length_of, reach_of
from dragoman.annotate.times.context import WORD, Context, role_before, sentence_around, words_of
from dragoman.annotate.times.events import inauguration, speaks_of
from dragoman.annotate.times.found import Found, dated, span_ahead
from dragoman.annotate.times.numbers import number
from dragoman.annotate.times.reports import is_beside_figures, tells_months
from dragoman.annotate.times.rules import Match
from dragoman.annotate.times.spans import (
    PARTS,
    SEASON_CODES,
    WEEKDAYS,
    month_number,
    shift_months,
    unit_value,
    value_span,
    week_value,
)
from dragoman.annotate.times.tense import direction

QUARTERS_OF_HALF = 2
LONGEST_SURE = 7
"""Days of a unit up to which "in three days" is taken for a time ahead when no word says so."""


def _unit(match: Match) -> str:
    return match.parts.get("unit") or match.parts.get("unit2") or "day"


def read_length(match: Match, context: Context) -> Found | None:
    """ "more than two hours", "five to 10 minutes", "two and a half years", "nine months"."""
    parts, unit = match.parts, _unit(match)
    low = number(parts["count"])
    if low is None or (unit in {"second", "quarter"} and parts["count"] in {"a", "an", "one"}):
        return None
    half = 0.5 if parts.get("half") or parts.get("half2") else 0.0
    high = number(parts.get("count2", "")) or low
    value = iso(low + half, unit)
    if extra := number(parts.get("count3", "")):
        value += iso(extra, parts["unit3"]).removeprefix("PT").removeprefix("P")
    length = length_of(match, value, value if high == low else iso(high + half, unit))
    mod = hedge_of(match) or ("APPROX" if parts.get("so") else None)
    return _with_window(
        Found(type="DURATION", value=value, mod=mod, length=length), match, context, high * DAYS_OF.get(unit, 0)
    )


def read_length_of_year(match: Match, context: Context) -> Found | None:
    """ "The first ten months of 2031" is a length; "the first two quarters of 2031" the first half of that year."""
    if _unit(match) == "quarter" and number(match.parts["count"]) == QUARTERS_OF_HALF:
        half = 1 if match.parts["nth"] in {"first", "opening"} else 2
        return structs.replace(dated(f"{match.parts['year']}-H{half}", explicit=True), mod=hedge_of(match))
    return read_length(match, context)


def _with_window(found: Found, match: Match, context: Context, days: float) -> Found:
    """ "for/over ... within two weeks": a window only after "within" of what lies ahead."""
    if role_before(context, match.start) != "within" or context.published is None:
        return found
    if direction(context, match.start, match.end) < 0:
        return found
    end = context.published + timedelta(days=round(days) or 1)
    return Found(
        type=found.type,
        value=found.value,
        mod=found.mod,
        length=found.length,
        window=(context.published, end),
        vagueness=1,
    )


def read_hyphen_length(match: Match, context: Context) -> Found | None:
    """ "30-day", "90-minute", "four-year-old war": a length, never a window; the age of a person is none."""
    if match.parts.get("old") and not _is_lasting(match, context):
        return None
    count, unit = number(match.parts["count"]), _unit(match)
    if count is None or (match.parts["count"] in {"a", "an"}) or unit in {"quarter", "second"}:
        return None
    value = iso(count + 0.5 * bool(match.parts.get("half")), unit)
    return Found(type="DURATION", value=value, mod=hedge_of(match), length=length_of(match, value, value))


def _is_lasting(match: Match, context: Context) -> bool:
    """Whether one of the next words is a thing that begins and lasts ("war", "truce")."""
    following = WORD.findall(context.text, match.end, match.end + 40)[:3]
    return any(word.lower() in words_of("lasting") for word in following)


def read_vague_length(match: Match, context: Context) -> Found | None:
    """ "several months", "weeks"; "a couple of weeks" is two."""
    unit, few = match.parts["unit"], match.parts.get("few", "")
    if few == "a couple of":
        value = iso(2, unit)
        return Found(type="DURATION", value=value, mod="APPROX", length=(value, value))
    prefix = "PTX" if unit in CLOCK_UNITS else "PX"
    return Found(type="DURATION", value=prefix + UNITS[unit])


def read_half_length(match: Match, context: Context) -> Found | None:
    """ "half an hour", "an hour and a half", "a quarter of an hour"."""
    if match.parts.get("quarter"):
        return Found(type="DURATION", value="PT15M", length=("PT15M", "PT15M"))
    value = iso(0.5, match.parts["unit"]) if match.parts.get("half") else iso(1.5, match.parts["unit2"])
    return Found(type="DURATION", value=value, mod=hedge_of(match), length=length_of(match, value, value))


def read_long_length(match: Match, context: Context) -> Found | None:
    """ "decades-long", "year-old"."""
    if match.parts.get("unit2") and not match.parts.get("several2"):
        value = iso(1, match.parts["unit2"])
        return Found(type="DURATION", value=value, length=(value, value))
    unit = _unit(match)
    if not match.parts.get("several") and not match.parts.get("several2"):
        return Found(type="DURATION", value=iso(1, unit), length=(iso(1, unit), iso(1, unit)))
    return Found(type="DURATION", value=("PTX" if unit in CLOCK_UNITS else "PX") + UNITS[unit])


# ---- counted from a day ----------------------------------------------------------------------------------------------


def shifted(base: date, count: float, unit: str) -> str:
    """The value of the day, week, month or year so many units from `base`, no finer than the unit."""
    whole = round(count)
    match unit:
        case "year":
            return f"{base.year + whole:04d}"
        case "decade":
            return f"{base.year + 10 * whole:04d}"
        case "month":
            return shift_months(base, whole).isoformat()[:7]
        case "quarter":
            return shift_months(base, 3 * whole).isoformat()[:7]
        case "week":
            return week_value(base + timedelta(weeks=whole))
        case "day" | "night" | "fortnight":
            return (base + timedelta(days=count * DAYS_OF[unit])).isoformat()
        case _:
            return base.isoformat()


def read_ago(match: Match, context: Context) -> Found | None:
    """ "three weeks ago", "a year ago"."""
    count = number(match.parts["count"])
    if context.published is None or count is None:
        return Found(type="DATE", value="PAST_REF")
    if value := _same_part_of_last_year(match, context):
        return dated(value)
    mod = "APPROX" if hedge_of(match) else None
    return dated(shifted(context.published, -count, _unit(match)), mod=mod)


def _same_part_of_last_year(match: Match, context: Context) -> str | None:
    """ "up from 3 percent a year ago": of the quarter that the text reports on, the same quarter a year before."""
    span = value_span(context.quarter)
    is_year = _unit(match) == "year" and match.parts["count"] in {"a", "one"}
    if span is None or not is_year or not is_beside_figures(match, context):
        return None
    return str(span[0].year - 1) if tells_months(match, context) else unit_value("quarter", span[0], -4)


def read_shifted(match: Match, context: Context) -> Found | None:
    """ "three weeks later", "a year earlier": from the last day named, else from publication for "earlier"."""
    count, way = number(match.parts["count"]), match.parts.get("way") or match.parts["way2"]
    sign = -1 if way in {"earlier", "before"} else 1
    if sign < 0 and (value := _same_part_of_last_year(match, context)):
        return structs.replace(dated(value), basis="earlier")
    if context.is_history and (told := _from_told(match, context, sign)):
        return told
    base = context.last or (context.published if sign < 0 else None)
    length = _length_from_told(count, _unit(match), context)
    if base is None or count is None:
        return Found(type="DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF", length=length, basis="earlier")
    return structs.replace(dated(shifted(base, sign * count, _unit(match))), basis="earlier", length=length)


def _length_from_told(count: float | None, unit: str, context: Context) -> tuple[str, str] | None:
    """Of "three days later" in news the three days, which TimeML annotates; of a year, or in a history, the date."""
    if count is None or context.is_history or unit not in CLOCK_UNITS | {"day", "night"}:
        return None
    return iso(count, unit), iso(count, unit)


def _from_told(match: Match, context: Context, sign: int) -> Found | None:
    """In a history counted from the last date of any grain; None where that is a day, or none was told.

    Days and weeks counted from a month or year are some of that year: "1913-WXX".
    """
    count, unit, named = number(match.parts["count"]), _unit(match), context.named
    if named is None or count is None or context.last == named:
        return None
    if unit in {"day", "week"}:
        return Found(type="DATE", value=f"{named.year:04d}-" + ("WXX" if unit == "week" else "XX-XX"), basis="earlier")
    return structs.replace(dated(shifted(named, sign * count, unit)), basis="earlier")


def read_ahead(match: Match, context: Context) -> Found | None:
    """ "in three weeks", "in 24 hours", "in two years' time": until then, ahead of a future verb; else a length."""
    count, unit = number(match.parts["count"]), _unit(match)
    if count is None or (unit == "second" and match.parts["count"] == "a"):
        return None
    others = (number(match.parts.get(name, "")) for name in ("count2", "count3", "count4"))
    high = max([count, *(other for other in others if other)])
    found = Found(
        type="DURATION", value=iso(count, unit), mod=hedge_of(match),
        length=length_of(match, iso(count, unit), iso(high, unit)),
    )  # fmt: skip
    if context.published is None or not _can_lie_ahead(match, context):
        return found
    if DAYS_OF.get(unit, 0) > LONGEST_SURE and not _is_surely_ahead(match, context):
        return found  # "the first such call in three years"
    days = ceil(high * DAYS_OF.get(unit, 0)) or 1
    taken = inauguration(match, context) if speaks_of(match, context, "office") else None
    if taken is None and speaks_of(match, context, "campaign"):
        return found  # counted from a day that the text does not give
    start = taken or context.published
    return Found(
        type="DURATION", value=found.value, mod=found.mod, length=found.length, vagueness=1,
        window=_until(start, days, match), basis="event" if taken else "published",
    )  # fmt: skip


def _can_lie_ahead(match: Match, context: Context) -> bool:
    """Not where a verb of the past says otherwise; "in a week's time" and what is a condition lie ahead."""
    if match.parts.get("time") or _words_before(match, context) & words_of("condition"):
        return True
    return direction(context, match.start, match.end) >= 0


def _is_surely_ahead(match: Match, context: Context) -> bool:
    is_superlative = bool(_words_before(match, context) & words_of("superlative"))
    return direction(context, match.start, match.end) > 0 and not is_superlative


def _words_before(match: Match, context: Context) -> set[str]:
    """The words of the sentence before a match, in small letters."""
    left, _ = sentence_around(context.text, match.start, match.end)
    return {word.lower() for word in WORD.findall(context.text, left, match.start)}


def _until(start: date, days: int, match: Match) -> tuple[date, date]:
    """From `start` until so many days on; "in a week's time" is that day itself."""
    end = start + timedelta(days=days)
    return (end if match.parts.get("time") else start), end


def read_coming(match: Match, context: Context) -> Found | None:
    """ "in the coming weeks", "over the next few days": a length; "in coming months": ahead, and no more is said."""
    unit, few = match.parts["unit"], match.parts.get("few", "")
    is_bare = match.parts["which"] != "next" and unit not in CLOCK_UNITS | {"day", "week"}
    is_bare = is_bare and not few and not match.parts["the"]
    some = Found(type="DURATION", value=_some(unit, few))
    found = Found(type="DATE", value="FUTURE_REF", role="within") if is_bare else some
    return span_ahead(context, reach_of(match.parts.get("wider") or unit), found)


def _some(unit: str, few: str) -> str:
    """ "PXW" for weeks; a couple of them are two."""
    if few.startswith("couple"):
        return iso(2, unit)
    return ("PTX" if unit in CLOCK_UNITS else "PX") + UNITS[unit]


def read_coming_counted(match: Match, context: Context) -> Found | None:
    """ "the next three weeks"."""
    count, unit = number(match.parts["count"]), _unit(match)
    if count is None:
        return None
    high = number(match.parts.get("count2", "")) or count
    found = Found(type="DURATION", value=iso(count, unit), length=(iso(count, unit), iso(high, unit)))
    if context.published is None:
        return found
    end = context.published + timedelta(days=ceil(high * DAYS_OF.get(unit, 1)) or 1)
    return Found(type="DURATION", value=found.value, length=found.length, window=(context.published, end), vagueness=1)


def read_within(match: Match, context: Context) -> Found | None:
    """ "within days", "weeks away", "the months ahead"."""
    parts = match.parts
    unit = (parts.get("unit") or parts.get("unit2") or parts.get("ahead") or parts.get("ahead2") or "day").removesuffix(
        "s"
    )
    prefix = "PTX" if unit in CLOCK_UNITS else "PX"
    found = Found(type="DURATION", value=prefix + UNITS[unit])
    return found if direction(context, match.start, match.end) < 0 else span_ahead(context, reach_of(unit), found)


def read_past_counted(match: Match, context: Context) -> Found | None:
    """ "the past three weeks", "the last 24 hours"."""
    count, unit = number(match.parts["count"]), _unit(match)
    if count is None:
        return None
    value = iso(count, unit)
    found = Found(type="DURATION", value=value, mod=hedge_of(match), length=length_of(match, value, value))
    if context.published is None:
        return found
    start = context.published - timedelta(days=ceil(count * DAYS_OF.get(unit, 1)) or 1)
    return structs.replace(found, window=(start, context.published), vagueness=1)


def read_recent(match: Match, context: Context) -> Found | None:
    """ "recent years", "past weeks": behind, and no more is said; "recent weeks", "the past few months": so long.

    What befell "in recent weeks" befell then: a date to whoever asks when, and `timex_row` prints the length.
    """
    unit, is_recent = match.parts["unit"], match.parts["which"] == "recent"
    some = _some(unit, match.parts.get("few", ""))
    found = Found(type="DURATION", value=some)
    if is_recent or _is_unmeasured(match, context):
        found = Found(type="DATE", value="PAST_REF", length=None if _is_unmeasured(match, context) else (some, some))
    if context.published is None:
        return found
    start = context.published - timedelta(days=reach_of(match.parts.get("wider") or unit))
    return structs.replace(found, window=(start, context.published), approx=True, vagueness=3)


def _is_unmeasured(match: Match, context: Context) -> bool:
    """Whether the past is meant and no length of it: "recent years", "in recent weeks and months", "in past weeks"."""
    parts = match.parts
    if parts["which"] == "recent":
        return parts["unit"] in {"year", "decade"} or bool(parts.get("wider"))
    return not parts.get("few") and context.text.startswith(("past", "Past"), match.start)


def read_some_ago(match: Match, context: Context) -> Found | None:
    """ "a few weeks ago": within as many days behind as "in the coming weeks" reaches ahead; "not long ago"."""
    unit, found = match.parts.get("unit", ""), Found(type="DATE", value="PAST_REF", approx=True, vagueness=4)
    if context.published is None or not unit:
        return found
    start = context.published - timedelta(days=reach_of(unit))
    return structs.replace(found, window=(start, context.published), vagueness=3)


def read_units_later(match: Match, context: Context) -> Found | None:
    """ "a few days later", "weeks earlier": on from, or before, a day that the words don't give."""
    value = "PAST_REF" if match.parts["way"] == "earlier" else "FUTURE_REF"
    some = _some(match.parts["unit"], "") if match.parts["unit"] in {"day", "hour", "minute"} else ""
    length = (some, some) if some and not context.is_history else None
    return Found(type="DATE", value=value, approx=True, vagueness=4, basis="earlier", length=length)


def read_some_time(match: Match, context: Context) -> Found | None:
    """ "for some time", "in a short time"."""
    return Found(type="DURATION", value="PXX")


# ---- again and again -------------------------------------------------------------------------------------------------


def read_every(match: Match, context: Context) -> Found | None:
    """ "every week", "every two years", "each Thursday"."""
    parts = match.parts
    if parts.get("weekday"):
        return read_weekdays(match, context)
    if parts.get("part"):
        return Found(type="SET", value="XXXX-XX-XX" + PARTS[parts["part"]])
    if parts.get("month"):
        return Found(type="SET", value=f"XXXX-{month_number(parts['month']):02d}")
    if parts.get("season"):
        return Found(type="SET", value="XXXX-" + SEASON_CODES[parts["season"]])
    count = 2.0 if parts.get("other") else number(parts.get("count", "")) or 1.0
    return Found(type="SET", value=iso(count, parts["unit"]))


def read_often(match: Match, context: Context) -> Found | None:
    """ "daily", "annually"."""
    often = match.parts["often"]
    values = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M",
              "quarterly": "P1Q", "hourly": "PT1H"}  # fmt: skip
    return Found(type="SET", value=values.get(often, "P1Y"))


def read_weekdays(match: Match, context: Context) -> Found | None:
    """ "on Mondays"."""
    part = PARTS.get(match.parts.get("part", ""), "")
    return Found(type="SET", value=f"XXXX-WXX-{WEEKDAYS.index(match.parts['weekday']) + 1}{part}")


def read_times_a(match: Match, context: Context) -> Found | None:
    """ "twice a week", "300 trucks a day"."""
    return Found(type="SET", value=iso(1, match.parts.get("unit") or match.parts["unit2"]))
