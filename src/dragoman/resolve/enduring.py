"""Whether the day that was named is no day of delivery: something runs until then, or is not to happen by then."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.kinds.forecast import Expected, Forecast
from dragoman.kinds.pledge import Pledge
from dragoman.lexicon import load_lexicon
from dragoman.types import Record, When

TABLE = "kinds/lasting"
OVER = frozenset({"until", "for"})
"""Roles of times over which a thing is as it is."""
WITHIN = "within"
"""The role of days in which something is to be done, or simply goes on: "we will keep on asking for it"."""
NEGATED = re.compile(r"\b(?:not|never|no|without|unless)\b|n['’]t\b", re.IGNORECASE)
"""What will not be until a day is to be from that day on."""
GIVEN = re.compile(r"\b(?:has|have|had|ha(?:s|ve) got|given|gives?|gave)\b[^.;]{0,40}?\buntil\b", re.IGNORECASE)
"""Who has until a day to do a thing owes it on that day."""


NOT_SO = re.compile(
    r"^(?:(?!\b(?:that|if|unless|because|which|who|whom|where|as|so|than)\b).){0,80}?"
    r"(?:\b(?:not|never)\b(?! only\b| just\b| later\b| long\b| be long\b)|n['’]t\b(?! only\b| be long\b))",
    re.IGNORECASE,
)
"""The clause itself says that it will not be, not one beside it."""
FROM = re.compile(r"\b(?:until|before|till)\b", re.IGNORECASE)
"""What won't be until a day, or before it, is to be then."""


def is_refrained(record: Record) -> bool:
    """Whether a forecast or pledge is that something will not happen: no article tells of what didn't.

    Who pledges to do no such thing until a day owes nothing on it; what is foreseen for no earlier day is due then.
    """
    if isinstance(record, Forecast):
        return NOT_SO.search(record.outcome) is not None and not FROM.search(record.outcome)
    return isinstance(record, Pledge) and NOT_SO.search(record.content) is not None


def lasts(record: Record) -> bool:
    """Whether the last day of a forecast or pledge is that on which a state ends: nothing is owed by then.

    So of "the extension runs through May", "we will keep the crossing open for a month", "the mandate expires on
    Friday", but not of "they have until Friday to withdraw" nor of "no convoy leaves until Friday".
    """
    if isinstance(record, Forecast):
        return _is_end(record.outcome, record.window, record.expects)
    return isinstance(record, Pledge) and _is_end(record.content, record.deadline, record.expects)


def _is_end(words: str, window: When | None, expects: Expected | None) -> bool:
    if window is None or window.end is None or NEGATED.search(words) or GIVEN.search(words):
        return False
    said = _means(words)
    goes_on = "on" in said and expects is None and window.role == WITHIN
    return "end" in said or goes_on or (window.role in OVER and bool(said))


@lru_cache(maxsize=4_096)
def _means(words: str) -> frozenset[str]:
    """What the rows that a text has mean."""
    return frozenset(match.lastgroup for match in _forms().finditer(words) if match.lastgroup)


@cache
def _forms() -> re.Pattern[str]:
    rows = load_lexicon().rows(TABLE)
    meanings = sorted({row.means for row in rows})
    several = {
        means: sorted((w for row in rows if row.means == means for w in row.words), key=len) for means in meanings
    }
    parts = (rf"(?P<{means}>{'|'.join(map(re.escape, reversed(words)))})" for means, words in several.items())
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
