"""The time layer: expressions of time, their TIMEX3 reading and the days they mean; usable alone.

>>> from datetime import date
>>> [t.value for t in find_times("They will meet next week.", date(2031, 3, 5))]
['2031-W11']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from msgspec import structs

from dragoman.annotate.times import bare_days, days, events, feasts, lengths, months, periods, seasons, story
from dragoman.annotate.times.anchors import counted_from_events
from dragoman.annotate.times.clocks import on_their_days
from dragoman.annotate.times.context import Context, role_before
from dragoman.annotate.times.found import Found
from dragoman.annotate.times.reports import is_reported_quarter
from dragoman.annotate.times.roles import basis_of, grain_of, role_of, vagueness_of
from dragoman.annotate.times.rules import Match, find_matches
from dragoman.annotate.times.spans import value_span
from dragoman.annotate.times.spoken import Said, day_said, spoken_days
from dragoman.annotate.times.weeks import MONDAY, week_begins
from dragoman.errors import LexiconError
from dragoman.types import Article, Days, Span, Timex, When

Reader = Callable[[Match, Context], Found | None]
READERS: dict[str, Reader] = {
    "day": days.read_day,
    "day_range": days.read_day_range,
    "days_over_months": days.read_days_over_months,
    "week_of": days.read_week_of,
    "weekday": days.read_weekday,
    "day_beside_weekday": days.read_day_beside_weekday,
    "near_day": days.read_near_day,
    "day_part": days.read_day_part,
    "bare_day": bare_days.read_bare_day,
    "relative_day": days.read_relative_day,
    "weekend": days.read_weekend,
    "clock": days.read_clock,
    "clock_words": days.read_clock_words,
    "noon": days.read_noon,
    "part_of_day": days.read_part_of_day,
    "unit": periods.read_unit,
    "edge": periods.read_edge,
    "the_unit": periods.read_the_unit,
    "latest": periods.read_latest,
    "year_part": periods.read_year_part,
    "month": months.read_month,
    "month_part": months.read_month_part,
    "month_of_told_year": story.read_month_of_told_year,
    "quarter": periods.read_quarter,
    "half": periods.read_half,
    "season": seasons.read_season,
    "season_told": seasons.read_season_told,
    "year": periods.read_year,
    "year_in_words": periods.read_year_in_words,
    "year_range": periods.read_year_range,
    "before_christ": story.read_before_christ,
    "decade": periods.read_decade,
    "decade_words": periods.read_decade_words,
    "century": periods.read_century,
    "earlier_in": periods.read_earlier_in,
    "present": periods.read_present,
    "past": periods.read_past,
    "future": periods.read_future,
    "soon": periods.read_soon,
    "past_in_history": periods.read_past_in_history,
    "future_in_history": periods.read_future_in_history,
    "season_bare": seasons.read_season_bare,
    "units_later": lengths.read_units_later,
    "some_time": lengths.read_some_time,
    "night": days.read_night,
    "nth_day": days.read_nth_day,
    "day_number": days.read_day_of_event,
    "day_beside": days.read_day_of_event,
    "length": lengths.read_length,
    "hyphen_length": lengths.read_hyphen_length,
    "vague_length": lengths.read_vague_length,
    "half_length": lengths.read_half_length,
    "long_length": lengths.read_long_length,
    "ago": lengths.read_ago,
    "shifted": lengths.read_shifted,
    "ahead": lengths.read_ahead,
    "coming": lengths.read_coming,
    "coming_counted": lengths.read_coming_counted,
    "within": lengths.read_within,
    "past_counted": lengths.read_past_counted,
    "length_of_year": lengths.read_length_of_year,
    "recent": lengths.read_recent,
    "some_ago": lengths.read_some_ago,
    "every": lengths.read_every,
    "often": lengths.read_often,
    "weekdays": lengths.read_weekdays,
    "times_a": lengths.read_times_a,
    "day_one": events.read_day_one,
    "took_office": events.read_took_office,
    "feast": feasts.read_feast,
    "month_after_word": months.read_month,
}
"""The readers by the name that a row of rules.toml gives."""


def find_times(text: str, published: date | None, first_weekday: int = MONDAY) -> tuple[Timex, ...]:
    """Every time expression of `text`, in order; spans do not overlap, offsets are code points of `text` as it is.

    `published` is the day the text was published: without it nothing relative gets a window. What is quoted counts from
    the day it was said on, where its sentence gives one; what hangs on an event from the event's day. `first_weekday`
    is the first of the outlet's week, 0 for Monday; `weeks.week_begins` knows it.
    """
    matches = find_matches(text)
    context = Context(
        text,
        published,
        story.is_history(matches),
        story=story.story_of(matches, text),
        presidents=events.presidents_named(text),
        first_weekday=first_weekday,
    )
    found = _read(matches, context, ())
    if said := spoken_days(text, found, published):
        found = _read(matches, context, said)
    return counted_from_events(text, tuple(on_their_days(text, found)))


def times_of(article: Article) -> tuple[Timex, ...]:
    """The times of an article, its weeks those of its outlet."""
    return find_times(article.text, article.published, week_begins(article.outlet, article.url))


def _read(matches: Sequence[Match], context: Context, said: Sequence[Said]) -> list[Timex]:
    """The times of the matches; those in quotations that `said` dates are counted from that day."""
    found: list[Timex] = []
    for match in matches:
        if _is_lower_month(match, context.text):
            continue
        context = story.taken_up(context, match.start)
        day = day_said(said, match.start) if said else None
        here = structs.replace(context, published=day) if day else context
        reading = _reader(match)(match, here)
        if reading is None:
            continue
        if day and reading.basis == "published":
            reading = structs.replace(reading, basis="spoken")
        found += _timexes(match, reading, here, _own_start(match, context.text))
        context = _told(context, match, reading)
    return found


def _told(context: Context, match: Match, reading: Found) -> Context:
    """The context with what a date adds to it, for the expressions that count from it."""
    written = match.parts.get("year", "")
    value = reading.value if reading.type in {"DATE", "TIME"} else written  # "the first ten months of 1915"
    span = value_span(value)
    if span is None or (context.is_history and not written and _is_elsewhere(span[0], context)):
        return context
    if story.looks_back(match, context) or story.only_adds_year(match, value, context):
        return context
    begins = reading.window[0] if reading.window else span[0]
    is_day = begins == span[0] == span[1]  # "overnight" begins the day before
    return structs.replace(
        story.left_aside(context, match.start),
        last=span[0] if is_day else context.last,
        last_end=match.end if is_day else context.last_end,
        named=span[0],
        named_value=value,
        year=int(written) if len(written) == 4 else context.year,
        year_end=match.end if len(written) == 4 else context.year_end,
        quarter=reading.value if is_reported_quarter(match, span, context) else context.quarter,
        told_quarter=value if "-Q" in value else context.told_quarter,
        days=context.days | {(span[0].month, span[0].day): span[0].year} if span[0] == span[1] else context.days,
    )


def _is_elsewhere(day: date, context: Context) -> bool:
    """Whether a day lies years from the dates told: one counted from publication in the midst of a history."""
    return context.named is not None and abs(day.year - context.named.year) > 1


def _reader(match: Match) -> Reader:
    try:
        return READERS[match.rule.read]
    except KeyError:
        raise LexiconError(f"data/times/rules.toml, row {match.rule.id!r}: no reader {match.rule.read!r}") from None


def _is_lower_month(match: Match, text: str) -> bool:
    """ "they march", "it may": a month begins with a capital."""
    month = next((match.parts[name] for name in ("month", "month2", "month3") if match.parts.get(name)), "")
    at = text[match.start : match.end].lower().find(month) if month else -1
    return at >= 0 and not text[match.start + at].isupper()


RANGE_SIGN = re.compile(r" ?[-–] ?| (?:to|and|through) ", re.IGNORECASE)
"""What stands between the two ends of a range ("March 3-5")."""
LEADS = (
    "in ",
    "within ",
    "over ",
    "during ",
    "on ",
    "since ",
    "until ",
    "by ",
    "of ",
    "from ",
    "for ",
    "through ",
    "to ",
    "throughout ",
    "between ",
    "into ",
)


def _own_start(match: Match, text: str) -> int:
    """Where the expression itself begins: a preposition that the pattern needed is not part of it."""
    start = match.start
    words = text[start : match.end].lower()
    if (hedge := match.parts.get("hedge")) and words.startswith(hedge):
        is_bare = hedge == "about" and match.rule.id == "length"
        return start + len("about ") * is_bare  # "over a year", but "about [a year]", as TimeBank has it
    if words.startswith("the ") and _is_attribute(match, text[start : match.end]):
        return start + len("the ")
    for lead in LEADS:
        if words.startswith(lead):
            return start + len(lead)
    return start


def _is_attribute(match: Match, words: str) -> bool:
    """ "The [third-quarter] results", "the [two day] rally", "the [Hundred Days] War": the noun has the article."""
    if match.rule.id == "length":
        return not words.endswith("s") or words.split()[-1][0].isupper()
    return "-" in match.parts.get("dash", "")


def _timexes(match: Match, reading: Found, context: Context, start: int) -> list[Timex]:
    """The time of a match; of a range its two ends, as TimeML has them."""
    between = RANGE_SIGN.search(context.text, start, match.end) if reading.last_value else None
    if between is None:
        return [_timex(match, reading, context, Span(start, match.end))]
    window = _when(match, reading, context, start)
    return [
        structs.replace(_timex(match, structs.replace(reading, value=value), context, span), window=window)
        for span, value in (
            (Span(start, between.start()), reading.value),
            (Span(between.end(), match.end), reading.last_value),
        )
    ]


def _timex(match: Match, reading: Found, context: Context, span: Span) -> Timex:
    return Timex(
        span=span,
        text=context.text[span.start : span.end],
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        window=_when(match, reading, context, span.start),
        length=reading.length,
        rule=match.rule.id,
        role=role_of(context.text, span.start, reading),
        grain=grain_of(reading),
        basis=basis_of(reading),
        vagueness=vagueness_of(reading),
    )


def _when(match: Match, reading: Found, context: Context, own_start: int) -> When | None:
    """The window as a `When`, bounded by "by", "until" and "since"; None where nothing was resolved."""
    if reading.window is None:
        return None
    start, end = reading.window
    role, published = role_of(context.text, own_start, reading), context.published
    is_end = role in {"by", "until", "before"} and not context.text.endswith("to ", 0, own_start)
    if is_end and published and end and end >= published:
        start = published
    elif role_before(context, own_start) == "since" and published and start and start <= published:
        end = published
    return When(
        context.text[match.start : match.end], start, end, reading.approx, reading.vagueness, reading.basis,
        match.rule.id, role, grain_of(reading),
        tuple(Days(*other) for other in reading.others if other != reading.window),
    )  # fmt: skip


def window_in(times: Sequence[Timex], span: Span) -> list[Timex]:
    """The times that lie inside a span, in order."""
    return [time for time in times if span.start <= time.span.start and time.span.end <= span.end]


def timex_row(timex: Timex) -> dict[str, Any]:
    """The public JSON of a time: offsets, all fields of `Timex` but its words, days as dates.

    `window` is null where nothing was resolved, `readings` are the other days that the words can mean. Of a
    date that is told by a length ("two days later", "recent weeks") the length is printed, as TimeML annotates it.
    """
    window = timex.window
    counted = timex.length if timex.type == "DATE" else None
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "type": "DURATION" if counted else timex.type,
        "value": counted[0] if counted else timex.value,
        "mod": timex.mod,
        "window": {"start": window.start, "end": window.end} if window else None,
        "readings": [{"start": other.start, "end": other.end} for other in window.readings] if window else [],
        "length": list(timex.length) if timex.length and "X" not in timex.length[0] else None,
        "grain": timex.grain,
        "role": timex.role,
        "basis": timex.basis,
        "vagueness": timex.vagueness,
        "rule": timex.rule,
    }
