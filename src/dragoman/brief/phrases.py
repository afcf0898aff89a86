"""Days, windows, names and quotes in the plain words of a brief; nothing here adds a fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.merge.filing import parties_of as parties_of
from dragoman.merge.filing import party as party
from dragoman.types import Actor, When

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NO_DATE = "no date"
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


def day_words(day: date | None, year: int | None = None) -> str:
    """A day as "Tue 18 Mar", with its year where that isn't `year`; "no date" for None."""
    if day is None:
        return NO_DATE
    return f"{DAYS[day.weekday()]} {short_day(day, year)}"


def short_day(day: date, year: int | None = None) -> str:
    """A day as "18 Mar", with its year where that isn't `year`."""
    return f"{day.day} {MONTHS[day.month - 1]}" + ("" if day.year == year else f" {day.year}")


def when_words(when: When | None, year: int | None = None) -> str:
    """The days of a window: "Tue 18 Mar", "17-23 Mar", "by 23 Mar", "from 17 Mar"; "no date" where none is known."""
    if when is None or (when.start is None and when.end is None):
        return NO_DATE
    return ("about " if when.approx else "") + _window(when.start, when.end, year)


def _window(start: date | None, end: date | None, year: int | None) -> str:
    if start is None or end is None:
        return f"by {short_day(end, year)}" if end else f"from {short_day(start, year)}" if start else NO_DATE
    if start == end:
        return day_words(start, year)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year} - {end.year}"
    if start.year != end.year:
        return f"{short_day(start, year)} - {short_day(end, year)}"
    if start.month != end.month:
        return f"{short_day(start, start.year)} - {short_day(end, year)}"
    month_end = (end + timedelta(days=1)).month != end.month
    if start.day == 1 and month_end:
        return MONTHS[end.month - 1] + ("" if end.year == year else f" {end.year}")
    return f"{start.day}-{short_day(end, year)}"


def duration_words(duration: str) -> str:
    """An ISO 8601 duration or range as words: "90 minutes", "5 to 10 minutes", "30 days"; itself where it is none."""
    shortest, _, longest = duration.partition("/")
    words = [_one_duration(part) for part in (shortest, longest) if part]
    if len(words) == 2 and words[0].partition(" ")[2] == words[1].partition(" ")[2]:
        return f"{words[0].partition(' ')[0]} to {words[1]}"
    return " to ".join(words)


def _one_duration(duration: str) -> str:
    match = DURATION.fullmatch(duration)
    if not match or not any(match.groups()):
        return duration
    return " ".join(
        f"{count} {unit}{'' if int(count) == 1 else 's'}"
        for count, unit in zip(match.groups(), UNITS, strict=True)
        if count
    )


def names_words(names: Sequence[str], limit: int = 4) -> str:
    """Names as a person would list them: "A, B and C"; two or more above `limit`: "A, B, C and 3 others"."""
    unique = list(dict.fromkeys(name for name in names if name))
    if len(unique) > limit + 1:
        left = len(unique) - limit + 1
        unique = [*unique[: limit - 1], f"{left} others"]
    return " and ".join(filter(None, (", ".join(unique[:-1]), *unique[-1:])))


def possessive(name: str) -> str:
    """Whose something is; names that end in s take the apostrophe alone.

    >>> possessive("Russia"), possessive("United States"), possessive("the Netherlands")
    ("Russia's", "United States'", "the Netherlands'")
    """
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


def actors_words(actors: Sequence[Actor], limit: int = 4) -> str:
    """The names of some actors, see `names_words`; "someone unnamed" for none."""
    return names_words([actor.name for actor in actors], limit) or "someone unnamed"


def clip(words: str, width: int) -> str:
    """Words on one line, cut at a blank and ended with "…" where they are longer than `width`."""
    flat = " ".join(words.split())
    if len(flat) <= width:
        return flat
    head = flat[: width - 1]
    return (head[: head.rfind(" ")] if " " in head[width // 2 :] else head).rstrip(" ,;:") + "…"


def quoted(words: str, width: int) -> str:
    """Words of an article in one pair of quotation marks, their own outer ones dropped, clipped to `width`.

    A mark at the end that closes one within stays: “to end it on "day one"”.
    """
    bare = clip(words, width - 2).strip("“”' ")
    if bare.startswith('"') or bare.count('"') % 2:
        bare = bare.strip('"')
    return "“" + bare.rstrip(".,; ") + "”"
