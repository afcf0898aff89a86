"""Parts of the one line that a kind shows of a record: days, names, quoted words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.kinds.windows import is_dated
from dragoman.types import Actor, When

LONGEST_QUOTE = 160
"""Characters of quoted words in a line; the citation has the rest."""
MOST_NAMES = 4
LONG_WINDOW = 60
"""Days from which a window is shown with its years and without weekdays."""


def day(when: date, year: int | None = None) -> str:
    """A day with its weekday, and its year where that isn't `year`; None: where nobody says which year is meant.

    >>> day(date(2031, 3, 4)), day(date(2030, 3, 4), 2031)
    ('Tue 4 Mar', 'Mon 4 Mar 2030')
    """
    return f"{when:%a} {when.day} {when:%b}" + (f" {when.year}" if year not in (None, when.year) else "")


def days(when: When | None, year: int | None = None) -> str:
    """A window in words, with years where it is long or not in `year`; empty when no day is known.

    >>> days(When("this week", date(2031, 3, 3), date(2031, 3, 9)))
    'Mon 3 Mar to Sun 9 Mar'
    >>> days(When("in 2030", date(2030, 1, 1), date(2030, 12, 31)))
    '1 Jan 2030 to 31 Dec 2030'
    """
    if when is None or not is_dated(when):
        return ""
    about = "about " if when.approx else ""
    if when.start and when.end and (when.end - when.start).days > LONG_WINDOW:
        return f"{about}{when.start.day} {when.start:%b %Y} to {when.end.day} {when.end:%b %Y}"
    if when.start and when.end:
        last = day(when.end, year)
        first = day(when.start, when.start.year if when.start.year == when.end.year else year)
        return about + (last if when.start == when.end else f"{first} to {last}")
    return f"{about}from {day(when.start, year)}" if when.start else f"{about}until {day(when.end or date.max, year)}"


def dated(when: When | None, words: str) -> str:
    """The words after their day, two blanks between; the words alone when no day is known."""
    known = days(when)
    return f"{known}  {words}" if known else words


def within(window: When | None, year: int | None = None) -> str:
    """When something is due, in brackets after the words; empty when no day is known."""
    known = days(window, year)
    return f" ({known})" if known else ""


def names(actors: Sequence[Actor], nobody: str = "someone not named") -> str:
    """The names in a row, the last after "and"; of more than five four, and how many more there are.

    A last one is named: "and 1 more" takes the place of a name and tells none.
    """
    shown = [actor.name for actor in actors[: MOST_NAMES + 1]]
    if len(actors) > MOST_NAMES + 1:
        shown = [*shown[:MOST_NAMES], f"{len(actors) - MOST_NAMES} more"]
    if len(shown) < 2:
        return shown[0] if shown else nobody
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


MARKS = frozenset('"“”')


def quoted(words: str) -> str:
    """The words in quotation marks on one line, cut at a word's end where they are long."""
    plain = " ".join(words.split()).strip(",")
    ends = {plain[:1], plain[-1:]}
    if ends <= MARKS or sum(plain.count(mark) for mark in MARKS) % 2:
        plain = plain.strip("".join(MARKS)).strip(",")
    elif plain[-1:] in MARKS:
        plain = plain[:-1].rstrip(".,") + plain[-1]  # 'on "day one."' ends no sentence of the line
    if len(plain) > LONGEST_QUOTE:
        plain = plain[:LONGEST_QUOTE].rpartition(" ")[0] + " …"
    return f"“{plain}”"


def are(actors: Sequence[Actor]) -> str:
    """The verb that goes with so many; one group may be many ("the mediators", "Kenya and Uganda")."""
    return "is" if len(actors) == 1 and not is_several(actors[0]) else "are"


def is_several(actor: Actor) -> bool:
    """Whether the name of a group is a plural.

    >>> is_several(Actor("mediators of the lake states", (), None, None, "group"))
    True
    """
    head = actor.name.partition(" of ")[0]
    return actor.kind == "group" and (" and " in head or (head.endswith("s") and not head.endswith("ss")))
