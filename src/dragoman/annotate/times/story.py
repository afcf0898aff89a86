"""The year of a month or day written without one, from the dates told before it.

News dates what it tells from the day of publication. A history tells it in order: "In November 1911 ... in March";
there the last date told gives the year, and the next date is more often later than earlier (the narrative strategy of
Strötgen and Gertz, HeidelTime, SemEval 2010). A year told by the way ("a study of 2005 found", "lasted until 1918")
holds for its own sentence; then the story goes on where it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import structs

from dragoman.annotate.times.context import AHEAD_ROLES, SENTENCE_END, Ahead, Context, Story, role_before
from dragoman.annotate.times.found import Found, dated
from dragoman.annotate.times.rules import Match
from dragoman.annotate.times.spans import SEASON_CODES, SEASONS, month_number
from dragoman.annotate.times.tense import direction

FEWEST_DATES, DATES_TO_A_NEARBY_WORD = 5, 4
"""A history has at least so many dates with their years, and so many times as many as words like "yesterday"."""
NEARBY = frozenset({"weekday", "day.near", "day.this_part", "day.weekend"})
"""Rows whose expressions are dated from the day of telling."""
BACKWARD_COST = 1.5
"""How much farther off a date before the last one told is, compared with one as far behind it."""
REACH = 160
"""Code points within one sentence in which a year of the past holds for the months behind it, in news."""
FORESIGHT, FORESIGHT_SHARE = 1500, 0.8
"""Code points within which the next date with its year counts too, and how much beside the last one told."""
NEXT_DATES = 4
"""How many of the dates that follow are looked at to see whether a year is told by the way."""
FIRST_PARTS = ("year", "year2", "monthyear")
JOINS = re.compile(r"\s?[-–]\s?|\s(?:and|to|until|till|through|or)\s(?:in\s|the\s|early\s|mid[ -]|late\s)*")
"""What stands between the two ends of a range, the second of which has the year ("April and June 1955")."""


def is_history(matches: Sequence[Match]) -> bool:
    """Whether the text dates by years and not from the day of its telling."""
    written = sum(len(match.parts.get("year", "")) == 4 or "before" in match.parts for match in matches)
    nearby = sum(match.rule.id in NEARBY or match.parts.get("which") in {"this", "last", "next"} for match in matches)
    return written >= FEWEST_DATES and written >= DATES_TO_A_NEARBY_WORD * nearby


def story_of(matches: Sequence[Match], text: str) -> Story:
    """The dates told by the way, the years shared and the dates to come of a text."""
    told = [Ahead(match.start, year, _month(match)) for match in matches if (year := _written_year(match))]
    asides = _asides(told, text)
    return Story(asides, _shared(matches, text), tuple(each for each in told if each.start not in asides))


def _written_year(match: Match) -> int:
    """The year that a match writes in four figures; 0 for none, and for one of a range of years."""
    written = next((match.parts[name] for name in FIRST_PARTS if len(match.parts.get(name, "")) == 4), "")
    return int(written) if written and match.rule.read != "year_range" else 0


def _month(match: Match) -> int:
    """The month that a match names, of a season its first; 0 for none."""
    parts = match.parts
    if name := parts.get("month") or parts.get("month2"):
        return month_number(name)
    if season := parts.get("season") or parts.get("season2"):
        return SEASONS[SEASON_CODES[season]][0]
    return int(parts.get("monthno") or 0)


def _asides(ahead: Sequence[Ahead], text: str) -> dict[int, int]:
    """Dates years from the one told before, after which the text comes back to that year or the next."""
    asides: dict[int, int] = {}
    main = 0
    for place, told in enumerate(ahead):
        if main and _leaves(main, told, ahead[place + 1 : place + 1 + NEXT_DATES]):
            sign = "\n" if told.month else SENTENCE_END
            end = text.find("\n", told.start) if sign == "\n" else _sentence_end(text, told.start)
            asides[told.start] = end if end >= 0 else len(text)
        else:
            main = told.year
    return asides


def _sentence_end(text: str, start: int) -> int:
    closing = SENTENCE_END.search(text, start)
    return closing.end() if closing else len(text)


def _leaves(main: int, told: Ahead, following: Sequence[Ahead]) -> bool:
    """Whether a year leaves the story for a while: it lies apart, and one that follows comes back."""
    off = abs(told.year - main)
    if off == 0 or (told.month and told.year == main + 1):
        return False
    return any(0 <= each.year - main <= (1 if off > 1 else 0) for each in following) and not _stays(told, following)


def _stays(told: Ahead, following: Sequence[Ahead]) -> bool:
    """Whether the next date is told of the same year."""
    return bool(following) and following[0].year == told.year


def _shared(matches: Sequence[Match], text: str) -> dict[int, int]:
    """The year of "April" in "April and June 1955", and of "November" in "November to January 1918"."""
    shared: dict[int, int] = {}
    for match, following in zip(matches, matches[1:], strict=False):
        year = _written_year(following)
        first, last = _month(match), _month(following)
        if year and first and last and not _written_year(match) and JOINS.fullmatch(text, match.end, following.start):
            shared[match.start] = year - (first > last)
    return shared


def left_aside(context: Context, start: int) -> Context:
    """The context in which the date that begins at `start` is the last named: told by the way, it keeps the one before.

    A date told by the way within another keeps the story's own.
    """
    until = context.story.asides.get(start, 0) if context.story else 0
    if not until or context.holds_until:
        return context
    return structs.replace(context, main=context.named, main_value=context.named_value, holds_until=until)


BACK = frozenset({"previous", "preceding", "earlier", "before"})
SINCE_NAMED = re.compile(r"\b(?:since|before|after|from) (?:the|its|their|his|her)(?: \w+)? $", re.IGNORECASE)
NAMED_NEAR = len("before their devastating ")
NOUN = re.compile(r" [a-z]+")
"""A noun after a year that names it: "since the 2022 raid" tells of the raid and not of that year."""
BESIDE = 40
"""Code points within which a year stands beside the day that it belongs to ("On May 7 (May 8 in Asia), 1911")."""


def looks_back(match: Match, context: Context) -> bool:
    """Whether it only compares with what was ("as in the previous year", "since the 2022 raid"): the story stays."""
    if any(match.parts.get(name) in BACK for name in ("which", "way", "way2", "shift")):
        return True
    since = SINCE_NAMED.search(context.text, max(0, match.start - NAMED_NEAR), match.start)
    return match.rule.read == "year" and since is not None and bool(NOUN.match(context.text, match.end))


def only_adds_year(match: Match, value: str, context: Context) -> bool:
    """Whether a year is that of the day or month named right before it, which stays the last date named."""
    is_finer = len(context.named_value) > len(value) and context.named_value.startswith(value)
    is_beside = "." not in context.text[max(0, match.start - BESIDE, min(context.last_end, match.start)) : match.start]
    is_year = match.rule.read == "year" or match.parts.get("unit") == "year"
    return context.is_history and is_year and is_finer and is_beside


def taken_up(context: Context, start: int) -> Context:
    """The context of what begins at `start`: back in the story where a date told by the way no longer holds."""
    if not context.holds_until or start < context.holds_until:
        return context
    return structs.replace(context, named=context.main, named_value=context.main_value, holds_until=0)


# ---- the year of a month ---------------------------------------------------------------------------------------------


def told_year(month: int, match: Match, context: Context) -> int | None:
    """The year that the dates told before give a month; None when they give none, so that publication does."""
    if context.story and match.start in context.story.shared:
        return context.story.shared[match.start]
    named = context.named
    if named is None or not (context.is_history or _holds(match, context)):
        return None
    if context.named_value == f"{named.year:04d}":
        return named.year
    years = (named.year, named.year + 1, named.year - 1)
    following = _following(match, context) if context.is_history else None
    return min(
        years, key=lambda year: _cost((year - named.year) * 12 + month - named.month) + _to(following, year, month)
    )


def _cost(months: int) -> float:
    return months if months >= 0 else -months * BACKWARD_COST


def _following(match: Match, context: Context) -> Ahead | None:
    """The next date with its year, where it stands near enough to tell how far the story has come."""
    ahead = context.story.ahead if context.story else ()
    place = bisect_right(ahead, match.start, key=lambda each: each.start)
    near = place < len(ahead) and ahead[place].start - match.start <= FORESIGHT
    return ahead[place] if near else None


def _to(following: Ahead | None, year: int, month: int) -> float:
    """What it costs that a month is followed by that date."""
    if following is None:
        return 0.0
    end = following.month or (month if following.year == year else 12 if following.year < year else 1)
    return FORESIGHT_SHARE * _cost((following.year - year) * 12 + end - month)


def _holds(match: Match, context: Context) -> bool:
    """Whether a year of the past that stands close before holds here too ("In 2024 they met again on June 3")."""
    if context.published is None or context.year is None or context.year >= context.published.year:
        return False
    if match.start - context.year_end > REACH or role_before(context, match.start) in AHEAD_ROLES:
        return False  # "of a plan of 2030 they had carried out half through May 3"
    between = context.text[context.year_end : match.start]
    return not SENTENCE_END.search(between) and direction(context, match.start, match.end) < 0


# ---- dates of histories ----------------------------------------------------------------------------------------------

YEAR_STEPS = {"the following": 1, "the next": 1, "the previous": -1}


def read_month_of_told_year(match: Match, context: Context) -> Found | None:
    """ "in August of that year", "May 3 of the following year": counted from the last date told."""
    parts = match.parts
    month, day = month_number(parts["month"]), parts.get("dayno") or ""
    rest = f"-{month:02d}" + (f"-{int(day):02d}" if day else "")
    base = context.named or context.published
    if base is None:
        return Found(type="DATE", value="XXXX" + rest)
    found = dated(f"{base.year + YEAR_STEPS.get(parts['which'], 0):04d}{rest}")
    return structs.replace(found, basis="earlier")


def read_before_christ(match: Match, context: Context) -> Found | None:
    """ "480 BC", "August 480 BC", "499-493 BC": "BC0480", "BC0480-08"; no window, since days count from the year 1."""
    parts = match.parts
    rest = f"-{month_number(parts['month']):02d}" if parts["month"] else ""
    rest = f"-{SEASON_CODES[parts['season']]}" if parts["season"] else rest
    last = f"BC{int(parts['before']):04d}{rest}"
    if not parts["first"]:
        return Found(type="DATE", value=last)
    return Found(type="DATE", value=f"BC{int(parts['first']):04d}", last_value=last)
