"""Forecast: someone, or the article itself, says that a specific future thing will, may or should happen."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dragoman.kinds.compare import LEAST_SHARE, near_equal, party_key, persons_agree, same_actor, speaker_key
from dragoman.kinds.joining import first_named, longest, most_given
from dragoman.kinds.phrasing import is_several, quoted, within
from dragoman.kinds.windows import apart_in_time, tightest
from dragoman.types import Actor, Record, When

Confidence = Literal["certain", "likely", "hopeful", "possible", "doubtful"]


class Expected(Struct, frozen=True):
    """What kind of entry would make a forecast or pledge come true: a kind, a mode or term type, and who takes part."""

    kind: str
    mode: str | None = None
    actors: tuple[Actor, ...] = ()


class Forecast(Record, frozen=True, kw_only=True, tag="forecast"):
    """Someone, or the article itself, says that a specific future thing will, may or should happen."""

    speaker: Actor | None
    """None when the narrator forecasts."""
    outcome: str
    window: When | None = None
    confidence: Confidence = "certain"
    expects: Expected | None = None


def block(record: Forecast) -> str:
    """The event that is expected where it is known, else the speaker, however named."""
    if record.expects and record.expects.actors:
        return f"{record.expects.kind}|{party_key(record.expects.actors)}"
    return speaker_key(record.speaker)


def same(a: Forecast, b: Forecast) -> bool:
    """Whether two records give one forecast of one speaker, or of one speaker and the narrator; symmetric.

    Near-equal words or the same expected event, and no windows apart. What two people forecast stays two forecasts.
    """
    if a.speaker and b.speaker and not same_actor(a.speaker, b.speaker):
        return False
    if apart_in_time(a.window, b.window):
        return False
    return near_equal(a.outcome, b.outcome, LEAST_SHARE) or same_expected(a.expects, b.expects)


def same_expected(a: Expected | None, b: Expected | None) -> bool:
    """Whether both name one expected event: kind, mode and the sides that take part."""
    if a is None or b is None or a.kind != b.kind or not a.actors or not b.actors:
        return False
    modes_fit = a.mode == b.mode or a.mode is None or b.mode is None
    return modes_fit and party_key(a.actors) == party_key(b.actors) and persons_agree(a.actors, b.actors)


def join(records: tuple[Forecast, ...]) -> Forecast:
    """One record of one forecast: the speaker where any names one, the longest words, the narrowest window."""
    lead = next((record for record in records if record.speaker), records[0])
    return replace(
        lead,
        speaker=first_named(record.speaker for record in records),
        outcome=longest(record.outcome for record in records),
        window=tightest(record.window for record in records) or lead.window,
        expects=most_given(record.expects for record in records),
    )


def line(record: Forecast) -> str:
    """The forecast in one plain line of a brief: who foresees what how surely, and when."""
    who = record.speaker.name if record.speaker else "The report"
    verb = "forecast" if record.speaker and is_several(record.speaker) else "forecasts"
    return f"{who} {verb}{AS[record.confidence]}: {quoted(record.outcome)}{within(record.window)}"


AS: dict[Confidence, str] = {
    "certain": "",
    "likely": " as likely",
    "hopeful": " as hoped for",
    "possible": " as possible",
    "doubtful": " as doubtful",
}
"""How surely a thing is foreseen, in a line: the words of what is foreseen leave it out."""
