"""Lengths of time as ISO 8601: their units, and what a hedge leaves open ("more than three hours": PT3H or longer)."""

from __future__ import annotations

from functools import cache

from dragoman.annotate.times.rules import Match, time_table

UNITS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "W",
         "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "centurie": "C", "century": "C"}  # fmt: skip
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
DAYS_OF = {"hour": 1 / 24, "minute": 0, "second": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30,
           "quarter": 91, "year": 365, "decade": 3650}  # fmt: skip
YEARS_IN_A_DECADE = 10
OPEN = ".."
"""The end of a length that is open (ISO 8601-2)."""
DEFAULT_REACH = 3650
"""Days that vague words of a unit reach which the table doesn't name."""


def iso(count: float, unit: str) -> str:
    """ISO 8601: iso(90, "minute") is "PT90M"; a half becomes the next smaller unit ("PT150M", "P2Y6M")."""
    whole, rest = int(count), count - int(count)
    prefix = "PT" if unit in CLOCK_UNITS else "P"
    scale = {"fortnight": 2, "decade": 10, "century": 100, "centurie": 100}.get(unit, 1)
    if rest:
        smaller = {"hour": ("M", 60), "year": ("M", 12), "day": ("H", 24), "week": ("D", 7), "minute": ("S", 60)}.get(
            unit
        )
        if unit == "hour":
            return f"PT{round(count * 60)}M"
        if smaller:
            return (
                f"{prefix}{whole}{UNITS[unit]}{round(rest * smaller[1])}{smaller[0]}"
                if whole
                else f"{prefix}{round(rest * smaller[1])}{smaller[0]}"
            )
    return f"{prefix}{round(count * scale)}{'Y' if scale >= YEARS_IN_A_DECADE else UNITS[unit]}"


@cache
def _hedges() -> dict[str, tuple[str, str]]:
    """Of each hedge the TIMEX3 mod and the end that it leaves open ("above", "below", "")."""
    return {word: (row.means, row.pos) for row in time_table("hedges") for word in row.words}


def hedge_of(match: Match) -> str | None:
    """The TIMEX3 mod of the hedge in a match; None without one."""
    word = _hedge_word(match)
    return _hedges()[word][0] or None if word else None


def _hedge_word(match: Match) -> str:
    """The hedge as the table has it; "or more" and "-plus" behind the count are "at least"."""
    if match.parts.get("plus") or match.parts.get("more"):
        return "at least"
    word = match.parts.get("hedge") or match.parts.get("hedge2") or ""
    return word if word in _hedges() else ""


def length_of(match: Match, low: str, high: str) -> tuple[str, str]:
    """The shortest and longest length that a match means: OPEN at the end that its hedge leaves open."""
    match _hedges().get(_hedge_word(match), ("", ""))[1]:
        case "above":
            return low, OPEN
        case "below":
            return OPEN, high
        case _:
            return low, high


# ---- how far vague words reach ---------------------------------------------------------------------------------------


@cache
def _reaches() -> dict[str, int]:
    return {word: int(row.means) for row in time_table("windows") for word in row.words}


def reach_of(word: str) -> int:
    """Days that vague words reach ("week" of "in the coming weeks", "soon"), as data/times/windows.toml has them."""
    return _reaches().get(word, DEFAULT_REACH)
