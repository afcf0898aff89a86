"""Readers of months written without their year, and of parts of a month."""

from __future__ import annotations

import re
from datetime import date

from msgspec import structs

from dragoman.annotate.times.context import AHEAD_ROLES, WORD, Context, role_before, words_of
from dragoman.annotate.times.found import Found, dated
from dragoman.annotate.times.rules import Match
from dragoman.annotate.times.seasons import edge_of
from dragoman.annotate.times.spans import STEPS, month_number, narrowed, unit_value, value_span
from dragoman.annotate.times.story import told_year
from dragoman.annotate.times.tense import had_been, leaning

NEAR_MONTHS = 2
"""Months ago that "before the end of February" still means the last February and not the next."""


def month_value(month: int, sign: int, published: date) -> str:
    """The month's year: the last one for past words, this or the next for future ones, the nearest otherwise.

    A month that is just over is last month, whatever the verb beside it says.
    """
    year = published.year
    if sign > 0 and published.month - month > NEAR_MONTHS:
        year += 1
    is_next = month - published.month in {1, -11}
    if sign < 0 and is_next:
        return f"{year + (month < published.month):04d}-{month:02d}"  # of a month a year behind one says "last March"
    if sign < 0 and month > published.month:
        year -= 1
    if sign == 0:
        years = (year, year - 1, year + 1)
        year = min(years, key=lambda each: _farness((each - year) * 12 + month - published.month))
    return f"{year:04d}-{month:02d}"


AHEAD_COST = 3
"""How much farther off a month ahead is than one behind where no word around it tells: news tells more of what was."""


def _farness(months: int) -> float:
    """How far a month lies from that of publication; those up to the next one by their distance alone."""
    return months * AHEAD_COST if months > 1 else abs(months)


def read_month(match: Match, context: Context) -> Found | None:
    """ "March 2031", "mid-October", "last May", "in June"."""
    parts, mod = match.parts, edge_of(match)
    month = month_number(parts.get("month") or parts.get("month2") or parts["month3"])
    if parts.get("year"):
        return dated(f"{parts['year']}-{month:02d}", mod=mod, explicit=True)
    if context.published is None:
        return Found(type="DATE", value=f"XXXX-{month:02d}", mod=mod)
    published = context.published
    if relative := parts.get("relyear"):
        return dated(f"{published.year + STEPS[relative]:04d}-{month:02d}", mod=mod)
    which = parts.get("which", "")
    if which in {"last", "this past"}:
        # in April "last March" is that of the year before: the one just over is called "last month"
        last = published.year - int(month >= published.month - int(which == "last"))
        return dated(f"{last:04d}-{month:02d}", mod=mod)
    if which == "this":
        return dated(f"{published.year:04d}-{month:02d}", mod=mod)
    if which in {"the previous", "the following"}:
        return dated(_beside(month, which, context.named or published), mod=mod)
    told = told_year(month, match, context) if not which and not _lasts_since(match, context) else None
    if told is not None:
        return dated(f"{told:04d}-{month:02d}", mod=mod)
    role = role_before(context, match.start)
    is_due = role == "by" and not had_been(context, match.start, match.end)
    is_ahead = which in {"next", "this coming"} or role in AHEAD_ROLES or is_due
    sign = 1 if is_ahead else leaning(context, match.start, match.end)
    sign = 0 if sign > 0 and _is_of_thing(match, context) else sign
    return _or_another_year(dated(month_value(month, sign, published), mod=mod), month, sign, published)


LASTING = re.compile(r"\b(?:has|have|['’]s|['’]ve) [^.!?\n]{1,100} since $", re.IGNORECASE)
LAST_REACH = 140


def _lasts_since(match: Match, context: Context) -> bool:
    """ "Torv, who ruled until 2011, has been abroad since March": what lasts until now began in the last March."""
    return LASTING.search(context.text, max(0, match.start - LAST_REACH), match.start) is not None


OWNED = re.compile(r"\b(?:an?|the|its|his|her|their) $", re.IGNORECASE)
NOUN_REACH = 40
"""Code points behind "a June agreement" in which the thing of that month is named."""


def _is_of_thing(match: Match, context: Context) -> bool:
    """ "They want to sell it under a June accord": nobody sets such a thing beforehand, as one does "a June summit"."""
    following = WORD.findall(context.text, match.end, match.end + NOUN_REACH)[:2]
    is_attribute = context.text[match.end : match.end + 1] == " " and bool(following) and following[0].islower()
    is_owned = OWNED.search(context.text, max(0, match.start - len("their ")), match.start) is not None
    return is_owned and is_attribute and not any(word.lower() in words_of("gathering") for word in following)


def _or_another_year(found: Found, month: int, sign: int, published: date) -> Found:
    """Where no word tells whether it lies ahead, a month that isn't beside publication can be that of another year."""
    chosen = found.window[0] if found.window else None
    if sign or chosen is None or abs((chosen.year - published.year) * 12 + month - published.month) <= 1:
        return found
    year = chosen.year + (1 if chosen < published else -1)
    span = value_span(f"{year:04d}-{month:02d}")
    return structs.replace(found, others=(narrowed(span, found.mod),)) if span else found


def _beside(month: int, which: str, told: date) -> str:
    """The last such month before the date told, or the next one behind it."""
    year = told.year - int(month >= told.month) if which == "the previous" else told.year + int(month <= told.month)
    return f"{year:04d}-{month:02d}"


PARTS_OF_MONTH = {("half", "first"): (1, 15), ("half", "second"): (16, 31), ("week", "first"): (1, 7),
                  ("week", "second"): (8, 14), ("week", "third"): (15, 21), ("week", "fourth"): (22, 28)}  # fmt: skip


def read_month_part(match: Match, context: Context) -> Found | None:
    """ "the first week of April", "the second half of next month": by its month, with a window of its days."""
    parts = match.parts
    nth, unit = "last" if parts["nth"] == "final" else parts["nth"], parts["unit"]
    if parts.get("month"):
        whole = read_month(match, context)
    else:
        step = STEPS.get(parts.get("which", ""), 0)
        whole = dated(unit_value("month", context.published, step)) if context.published else None
    if whole is None or whole.window is None or whole.window[1] is None:
        return whole
    last = whole.window[1].day
    is_last = nth in {"last", "fourth"} and unit == "week"
    first, until = (last - 6, last) if is_last else PARTS_OF_MONTH.get((unit, nth), (16, 31))
    month = whole.window[1]
    window = (month.replace(day=first), month.replace(day=min(until, last)))
    mod = "START" if nth == "first" else "END" if nth in {"last", "fourth"} or unit == "half" else "MID"
    return structs.replace(whole, mod=mod, window=window, vagueness=1)
