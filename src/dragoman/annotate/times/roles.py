"""How an expression times what it stands beside ("by", "since"), its unit, how vague it is, what it counts from."""

from __future__ import annotations

import re
from functools import cache
from typing import cast, get_args

from dragoman.annotate.times.found import Found
from dragoman.annotate.times.rules import time_table
from dragoman.types import Basis, Grain, Role

REACH = 40
"""Code points before an expression in which the word of its role begins."""
HEDGE = r"(?: (?:at least|at most|about|around|roughly|some|just|only|nearly|almost|more than|as late as))?"
"""What can stand between that word and the expression ("until at least Friday")."""
OF_LENGTHS = frozenset({"for", "within"})
"""Roles of lengths alone: "throughout March" is at that month, not for it."""
ARTICLE = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)
WITHIN = re.compile(rf"\bin{HEDGE} $", re.IGNORECASE)
FROM_TO = re.compile(r"\bfrom\b[^.;]+ to $", re.IGNORECASE)
UNITS: dict[str, Grain] = {"S": "second", "H": "hour", "D": "day", "W": "week", "Q": "quarter", "Y": "year",
                           "E": "decade", "C": "century"}  # fmt: skip
SEASONS = ("SP", "SU", "FA", "WI")
LAST_UNIT = re.compile(r"P(T)?(?:.*[\dX])?([A-Z])")
FORMS: tuple[tuple[str, Grain], ...] = (
    (r".*T\d\d:\d\d.*", "minute"),
    (r".*T\d\d", "hour"),
    (r".*T[A-Z]+", "part"),
    (r".*-WE", "weekend"),
    (r"(?:BC)?[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-\d)", "day"),
    (r"[\dX]{4}-W[\dX]{2}", "week"),
    (r"(?:BC)?[\dX]{4}-[\dX]{2}", "month"),
    (rf"(?:BC)?[\dX]{{4}}-(?:{'|'.join(SEASONS)})", "season"),
    (r"[\dX]{4}-Q[\dX]", "quarter"),
    (r"[\dX]{4}-H[\dX]", "half"),
    (r"(?:BC)?[\dX]{4}", "year"),
    (r"\d{3}", "decade"),
    (r"(?:BC)?\d\d", "century"),
)
"""The unit of a date by the form of its TIMEX3 value."""
GRAINS = tuple((re.compile(form), grain) for form, grain in FORMS)


@cache
def _role_words() -> tuple[re.Pattern[str], dict[str, Role]]:
    """A pattern of the words of data/times/roles.toml at the end of a text, and the role of each."""
    roles = {word: cast("Role", row.means) for row in time_table("roles") for word in row.words}
    assert set(roles.values()) <= set(get_args(Role))
    words = "|".join(re.escape(word) for word in sorted(roles, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({words}){HEDGE} $", re.IGNORECASE), roles


def role_of(text: str, start: int, found: Found) -> Role | None:
    """How what begins at `start` times what it stands beside; None for a length that only measures.

    A date without a word of its own is `at`; "in three weeks" is `within`, as far as its window goes.
    """
    if found.type == "SET":
        return "every"
    if found.role is not None:
        return found.role
    pattern, roles = _role_words()
    before = text[max(0, start - REACH) : start].replace("\n", " ")
    before = ARTICLE.sub("", before)
    word = pattern.search(before)
    role = roles[word[1].lower()] if word and not _is_move(word[1], text, start) else None
    if found.type == "DURATION":
        return "within" if role is None and found.window and WITHIN.search(before) else role
    return "at" if role is None or role in OF_LENGTHS else role


def _is_move(word: str, text: str, start: int) -> bool:
    """ "Put off to Friday" is at that day; only "from Monday to Friday" is until it."""
    return word.lower() == "to" and not FROM_TO.search(text, max(0, start - REACH), start)


def vagueness_of(found: Found) -> int:
    """0 to 4 as in `When`, for what has no window too: "several weeks" 3, "recently" 4."""
    if found.value.endswith("_REF"):
        return found.vagueness or 4
    unsure = 3 if found.value.startswith(("PX", "PTX")) else 2 if found.mod or found.approx else 0
    return max(found.vagueness, unsure)


def basis_of(found: Found) -> Basis | None:
    """What it is counted from; None for what is counted from nothing, as a length that only measures."""
    return found.basis if found.window or found.basis != "published" else None


def grain_of(found: Found) -> Grain | None:
    """The unit that an expression is told in, of two the smaller ("two years and six months"); None for "now".

    >>> grain_of(Found(type="DURATION", value="PT90M")), grain_of(Found(type="DATE", value="2031-W10"))
    ('minute', 'week')
    """
    if unit := LAST_UNIT.fullmatch(found.value):
        return ("minute" if unit[1] else "month") if unit[2] == "M" else UNITS.get(unit[2])
    return next((grain for form, grain in GRAINS if form.fullmatch(found.value)), None)
