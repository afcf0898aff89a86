"""How well speakers foresee: counts by speaker, scores of probabilities given, what sure words and phrases came to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
OVER: frozenset[Outcome] = DECIDED | {"lapsed"}
"""Outcomes that tell what sure words and probabilities came to. What only lapsed counts against nobody, but of all
that was called possible it is what didn't come."""
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


class Fact(Struct, frozen=True):
    """What is counted of an entry that looks ahead: `likely` its probability, `took` the days that it took."""

    id: str
    actor: Actor | None
    outcome: Outcome
    likely: float | None
    sure: str
    phrase: str
    seen: date
    took: int | None


def facts_of(entries: Iterable[Entry], verdicts: Callable[[str], Verdict | None]) -> Iterator[Fact]:
    """What is counted of those entries that have a verdict, one after the other."""
    for entry in entries:
        verdict = verdicts(entry.id)
        if verdict:
            when = _window(entry)
            is_vague = when and when.text and (when.vagueness >= VAGUE or when.approx)
            yield Fact(
                id=entry.id,
                actor=speaker_of(entry),
                outcome=verdict.outcome,
                likely=probability_of(entry),
                sure=entry.record.confidence if isinstance(entry.record, Forecast) else "",
                phrase=when.text if when and is_vague else "",
                seen=entry.first_seen or date.max,
                took=_days_taken(entry, verdict),
            )


def standings(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> tuple[Standing, ...]:
    """The record of each named speaker, most decided first; all names of one actor are one speaker."""
    return standings_of(facts_of(entries, verdicts.get))


def standings_of(facts: Iterable[Fact]) -> tuple[Standing, ...]:
    """The same of what is counted."""
    return tuple(_standing(name, mine) for name, mine in _by_speaker(facts))


def foreseen(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> list[tuple[str, list[str]]]:
    """The speakers in that order, each with the ids of the forecasts and pledges that have a verdict."""
    groups = _by_speaker(facts_of(entries, verdicts.get))
    return [(name, [fact.id for fact in mine]) for name, mine in groups]


def _by_speaker(facts: Iterable[Fact]) -> list[tuple[str, list[Fact]]]:
    groups: list[tuple[Actor, list[Fact]]] = []
    by_key: dict[str, list[int]] = {}
    for fact in facts:
        actor = fact.actor
        if actor is None:
            continue
        near = by_key.setdefault(speaker_key(actor), [])
        home = next((n for n in near if same_actor(groups[n][0], actor)), None)
        if home is None:
            near.append(len(groups))
            groups.append((actor, [fact]))
        else:
            groups[home][1].append(fact)
    made = [(-sum(fact.outcome in DECIDED for fact in mine), -len(mine), _name(mine), mine) for _, mine in groups]
    return [(name, mine) for *_, name, mine in sorted(made, key=lambda one: one[:3])]


class Voice(Struct, frozen=True):
    """An actor as who foresaw or promised things is named: how many of these are decided, and how many there are."""

    actor: Actor
    decided: int
    count: int


def voices(several: Iterable[Voice]) -> dict[Actor, tuple[int, str]]:
    """The number and name of who each actor is, of actors in the order of their first ones, as `foreseen` has them."""
    groups: list[list[Voice]] = []
    by_key: dict[str, list[list[Voice]]] = {}
    for voice in several:
        near = by_key.setdefault(speaker_key(voice.actor), [])
        home = next((group for group in near if same_actor(group[0].actor, voice.actor)), None)
        if home is None:
            home = []
            near.append(home)
            groups.append(home)
        home.append(voice)
    ranked = []
    for group in groups:
        names = Counter[str]()
        for voice in group:
            names[voice.actor.name] += voice.count if voice.actor.name else 0
        decided, count = sum(voice.decided for voice in group), sum(voice.count for voice in group)
        ranked.append(((-decided, -count, _usual(+names)), group))
    ranked.sort(key=lambda one: one[0])
    return {voice.actor: (number, place[2]) for number, (place, group) in enumerate(ranked) for voice in group}


def _name(facts: Iterable[Fact]) -> str:
    """The name that is used most, full ones before others."""
    return _usual(Counter(fact.actor.name for fact in facts if fact.actor and fact.actor.name))


def _usual(names: Counter[str]) -> str:
    full = [name for name in names if " " in name] or list(names)
    return max(sorted(full), key=lambda name: names[name], default="")


def speaker_of(entry: Entry) -> Actor | None:
    """Who foresees or promises something; nobody of what is doubted: who doubts that it will be didn't foresee it."""
    record = entry.record
    if isinstance(record, Forecast):
        return record.speaker if record.confidence != "doubtful" else None
    return record.by if isinstance(record, Pledge) else None


def _standing(speaker: str, facts: Sequence[Fact]) -> Standing:
    outcomes = Counter(fact.outcome for fact in facts)
    true, false = (sum(outcomes[outcome] for outcome in several) for several in (TRUE, FALSE))
    decided = true + false
    ranked = sorted(facts, key=lambda fact: (fact.outcome not in DECIDED, fact.id))
    return Standing(
        speaker=speaker,
        outcomes=dict(sorted(outcomes.items())),
        decided=decided,
        rate=true / decided if decided >= ENOUGH else None,
        score=_score(facts),
        entries=tuple(fact.id for fact in ranked),
    )


def score(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> Score:
    """The Brier score of those that have a probability and are decided."""
    return _score(facts_of(entries, verdicts.get))


def _score(facts: Iterable[Fact]) -> Score:
    losses = [
        (fact.likely - (fact.outcome in TRUE)) ** 2
        for fact in facts
        if fact.likely is not None and fact.outcome in OVER
    ]
    return Score(len(losses), round(sum(losses) / len(losses), 4) if len(losses) >= ENOUGH else None)


def phrases(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> tuple[Phrase, ...]:
    """What phrases of vague or short time came to, most used first."""
    return phrases_of(facts_of(entries, verdicts.get))


def phrases_of(facts: Iterable[Fact]) -> tuple[Phrase, ...]:
    """The same of what is counted."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.phrase:
            groups.setdefault(fold(fact.phrase), []).append(fact)
    made = [_phrase(mine) for mine in groups.values()]
    return tuple(sorted(made, key=lambda one: (-one.used, one.phrase)))


def bands(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> tuple[Band, ...]:
    """What came of forecasts by how sure their words are, the surest first, then by the probability that they give."""
    return bands_of(facts_of(entries, verdicts.get))


def bands_of(facts: Iterable[Fact]) -> tuple[Band, ...]:
    """The same of what is counted."""
    groups: dict[str, list[Fact]] = {name: [] for name in (*get_args(Confidence), *FIFTHS)}
    for fact in facts:
        if fact.sure:
            groups[fact.sure].append(fact)
            if fact.likely is not None:
                groups[FIFTHS[min(int(fact.likely * len(FIFTHS)), len(FIFTHS) - 1)]].append(fact)
    return tuple(_band(name, mine) for name, mine in groups.items() if mine)


def _band(sure: str, facts: Sequence[Fact]) -> Band:
    true = sum(fact.outcome in TRUE for fact in facts)
    decided = sum(fact.outcome in OVER for fact in facts)
    return Band(
        sure=sure,
        used=len(facts),
        decided=decided,
        true=true,
        rate=true / decided if decided >= ENOUGH else None,
        between=wilson(true, decided) if decided >= ENOUGH else None,
        entries=tuple(sorted(fact.id for fact in facts)),
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


def _phrase(facts: Sequence[Fact]) -> Phrase:
    took = sorted(fact.took for fact in facts if fact.took is not None)
    from statistics import median  # imported here: a brief never asks, and it takes a hundredth of a second

    return Phrase(
        phrase=min(facts, key=lambda fact: (fact.seen, fact.id)).phrase,
        used=len(facts),
        done=len(took),
        waiting=sum(fact.outcome not in TRUE for fact in facts),
        days=(took[0], int(median(took)), took[-1]) if took else None,
        entries=tuple(sorted(fact.id for fact in facts)),
    )


def _days_taken(entry: Entry, verdict: Verdict) -> int | None:
    if verdict.outcome not in TRUE or verdict.decided_on is None or entry.first_seen is None:
        return None
    return max((verdict.decided_on - entry.first_seen).days, 0)
