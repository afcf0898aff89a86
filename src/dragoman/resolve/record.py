"""How well speakers foresee: counts by speaker, scores of probabilities given, what sure words and phrases came to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from math import sqrt
from typing import get_args

from msgspec import Struct

from dragoman.kinds.compare import fold, same_actor, speaker_key
from dragoman.kinds.forecast import Confidence, Forecast
from dragoman.kinds.pledge import Pledge
from dragoman.resolve.outlook import VAGUE
from dragoman.types import Actor, Entry, Outcome, Verdict, When

ENOUGH = 5
"""Decided cases below which no rate and no score is given."""
TRUE: frozenset[Outcome] = frozenset({"came_true", "late", "partly"})
FALSE: frozenset[Outcome] = frozenset({"failed", "overdue"})
DECIDED = TRUE | FALSE
FIFTHS = ("0-20 %", "20-40 %", "40-60 %", "60-80 %", "80-100 %")
PROBABILITY = re.compile(
    r"\b(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent|percent)\s+(?:chance|probability|likelihood|likely|sure|certain|confident)"
    r"|\b(?:chance|probability|likelihood|odds)\w*\s+(?:of\s+[\w' -]{1,40}\s+)?(?:is|are|was|were|at|of)\s+"
    r"(?:about\s+|at\s+)?"
    r"(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent|percent)",
    re.IGNORECASE,
)
"""A speaker's own number for how likely a thing is: "a 70 per cent chance"; words are never turned into numbers."""


class Score(Struct, frozen=True):
    """The Brier score of some forecasts with a probability: mean of (probability - outcome)², 0 best, 1 worst.

    None where fewer than five of them are decided. (Brier 1950.)
    """

    cases: int
    brier: float | None


class Standing(Struct, frozen=True, kw_only=True):
    """One speaker's forecasts and pledges: how many had which outcome, what share of those decided came true.

    `rate` is None below five decided ones; what came late or in part counts as come true in it. `entries` are those
    that are counted, decided ones first.
    """

    speaker: str
    outcomes: Mapping[str, int]
    decided: int
    rate: float | None
    score: Score
    entries: tuple[str, ...]


class Phrase(Struct, frozen=True, kw_only=True):
    """A phrase of time ("in the coming weeks") as it was used of things to come, and how long these really took.

    `days` are the fewest, the median and the most days from the day of the words to the day when it was done; None
    where nothing was. `waiting` were not done or are not yet.
    """

    phrase: str
    used: int
    done: int
    waiting: int
    days: tuple[int, int, int] | None
    entries: tuple[str, ...]


class Band(Struct, frozen=True, kw_only=True):
    """Forecasts that were made equally surely ("likely", "60-80 %"), how many are decided and how many came true.

    `rate` is the share that came true, `between` its interval of 95 % (Wilson 1927); both None below five decided ones.
    """

    sure: str
    used: int
    decided: int
    true: int
    rate: float | None
    between: tuple[float, float] | None
    entries: tuple[str, ...]


def probability_of(entry: Entry) -> float | None:
    """The probability given in the words of a forecast, 0 to 1; None where there is none or two differ."""
    record = entry.record
    if not isinstance(record, Forecast):
        return None
    words = " ".join((record.outcome, *(evidence.quote for evidence in record.evidence)))
    found = {float(match[1] or match[2]) / 100 for match in PROBABILITY.finditer(words)}
    return found.pop() if len(found) == 1 and max(found) <= 1 else None


def standings(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> tuple[Standing, ...]:
    """The record of each named speaker, most decided first; all names of one actor are one speaker."""
    return tuple(_standing(name, mine, verdicts) for name, mine in foreseen(entries, verdicts))


def foreseen(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> list[tuple[str, list[Entry]]]:
    """The speakers in that order, each with the forecasts and pledges that have a verdict."""
    groups: list[tuple[Actor, list[Entry]]] = []
    by_key: dict[str, list[int]] = {}
    for entry in entries:
        actor = _speaker(entry)
        if actor is None or entry.id not in verdicts:
            continue
        near = by_key.setdefault(speaker_key(actor), [])
        home = next((n for n in near if same_actor(groups[n][0], actor)), None)
        if home is None:
            near.append(len(groups))
            groups.append((actor, [entry]))
        else:
            groups[home][1].append(entry)
    made = [
        (-sum(verdicts[entry.id].outcome in DECIDED for entry in mine), -len(mine), _name(mine), mine)
        for _, mine in groups
    ]
    return [(name, mine) for *_, name, mine in sorted(made, key=lambda one: one[:3])]


def _name(entries: Iterable[Entry]) -> str:
    """The name that is used most, full ones before others."""
    names = Counter(name for entry in entries if (name := getattr(_speaker(entry), "name", "")))
    full = [name for name in names if " " in name] or list(names)
    return max(sorted(full), key=lambda name: names[name])


def _speaker(entry: Entry) -> Actor | None:
    record = entry.record
    return record.speaker if isinstance(record, Forecast) else record.by if isinstance(record, Pledge) else None


def _standing(speaker: str, entries: list[Entry], verdicts: Mapping[str, Verdict]) -> Standing:
    outcomes = Counter(verdicts[entry.id].outcome for entry in entries)
    true, false = (sum(outcomes[outcome] for outcome in several) for several in (TRUE, FALSE))
    decided = true + false
    ranked = sorted(entries, key=lambda entry: (verdicts[entry.id].outcome not in DECIDED, entry.id))
    return Standing(
        speaker=speaker,
        outcomes=dict(sorted(outcomes.items())),
        decided=decided,
        rate=true / decided if decided >= ENOUGH else None,
        score=score(entries, verdicts),
        entries=tuple(entry.id for entry in ranked),
    )


def score(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> Score:
    """The Brier score of those that have a probability and are decided."""
    losses = []
    for entry in entries:
        likely, verdict = probability_of(entry), verdicts.get(entry.id)
        if likely is not None and verdict and verdict.outcome in DECIDED:
            losses.append((likely - (verdict.outcome in TRUE)) ** 2)
    return Score(len(losses), round(sum(losses) / len(losses), 4) if len(losses) >= ENOUGH else None)


def phrases(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> tuple[Phrase, ...]:
    """What phrases of vague or short time came to, most used first."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        when = _window(entry)
        if entry.id in verdicts and when and when.text and (when.vagueness >= VAGUE or when.approx):
            groups.setdefault(fold(when.text), []).append(entry)
    made = [_phrase(mine, verdicts) for mine in groups.values()]
    return tuple(sorted(made, key=lambda one: (-one.used, one.phrase)))


def bands(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> tuple[Band, ...]:
    """What came of forecasts by how sure their words are, the surest first, then by the probability that they give."""
    groups: dict[str, list[Entry]] = {name: [] for name in (*get_args(Confidence), *FIFTHS)}
    for entry in entries:
        if isinstance(entry.record, Forecast) and entry.id in verdicts:
            groups[entry.record.confidence].append(entry)
            likely = probability_of(entry)
            if likely is not None:
                groups[FIFTHS[min(int(likely * len(FIFTHS)), len(FIFTHS) - 1)]].append(entry)
    return tuple(_band(name, mine, verdicts) for name, mine in groups.items() if mine)


def _band(sure: str, entries: list[Entry], verdicts: Mapping[str, Verdict]) -> Band:
    outcomes = [verdicts[entry.id].outcome for entry in entries]
    true = sum(outcome in TRUE for outcome in outcomes)
    decided = true + sum(outcome in FALSE for outcome in outcomes)
    return Band(
        sure=sure,
        used=len(entries),
        decided=decided,
        true=true,
        rate=true / decided if decided >= ENOUGH else None,
        between=wilson(true, decided) if decided >= ENOUGH else None,
        entries=tuple(sorted(entry.id for entry in entries)),
    )


def wilson(true: int, cases: int) -> tuple[float, float]:
    """The interval of 95 % of a share, without correction for continuity; for few cases it is wide.

    >>> [round(end, 3) for end in wilson(4, 5)]
    [0.376, 0.964]
    """
    share, z2 = true / cases, 1.959964**2
    middle = (share + z2 / (2 * cases)) / (1 + z2 / cases)
    half = sqrt(z2 * (share * (1 - share) / cases + z2 / (4 * cases**2))) / (1 + z2 / cases)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def _window(entry: Entry) -> When | None:
    record = entry.record
    for field in ("window", "deadline", "when"):
        when = getattr(record, field, None)
        if isinstance(when, When):
            return when
    return None


def _phrase(entries: list[Entry], verdicts: Mapping[str, Verdict]) -> Phrase:
    took = sorted(days for entry in entries if (days := _days_taken(entry, verdicts[entry.id])) is not None)
    from statistics import median  # imported here: a brief never asks, and it takes a hundredth of a second

    first = _window(min(entries, key=lambda entry: (entry.first_seen or date.max, entry.id)))
    return Phrase(
        phrase=first.text if first else "",
        used=len(entries),
        done=len(took),
        waiting=sum(verdicts[entry.id].outcome not in TRUE for entry in entries),
        days=(took[0], int(median(took)), took[-1]) if took else None,
        entries=tuple(sorted(entry.id for entry in entries)),
    )


def _days_taken(entry: Entry, verdict: Verdict) -> int | None:
    if verdict.outcome not in TRUE or verdict.decided_on is None or entry.first_seen is None:
        return None
    return max((verdict.decided_on - entry.first_seen).days, 0)
