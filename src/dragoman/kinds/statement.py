"""Statement: someone is reported to have said or written something."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from dragoman.kinds.compare import Handles, overlap, same_speaker, speaker_key, words_of_parts
from dragoman.kinds.joining import first_named, most_given
from dragoman.kinds.phrasing import dated, quoted
from dragoman.kinds.windows import apart_in_time, tightest
from dragoman.types import (
    Actor,
    ChannelType,
    Modality,
    Record,
    SentenceMood,
    Span,
    SpeechForm,
    Tense,
    When,
)


class SpeechSpans(Struct, frozen=True):
    """Where the words stand: the source as mentioned (not resolved), the cue, the content, each in parts."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Via(Struct, frozen=True):
    """By what way it was said."""

    type: ChannelType
    text: str
    outlet: str | None = None


FEWEST_WORDS = 3
"""Utterances of fewer words that count ("No comment.") are one only when they are equal."""
SHARED_WORDS = 0.75
"""Share of the shorter utterance's words in the longer: papers cut quotations and change a word in translation."""


class Statement(Record, frozen=True, kw_only=True, tag="statement"):
    """Someone is reported to have said or written something."""

    speaker: Actor | None
    type: SpeechForm
    content: tuple[str, ...]
    cue: str | None = None
    to: str | None = None
    when: When | None = None
    depth: int = 0
    spans: SpeechSpans
    ambiguous: tuple[Actor, ...] = ()
    hearers: tuple[Actor, ...] = ()
    via: Via | None = None
    reported_by: tuple[Actor, ...] = ()
    wish: bool = False
    verb: str | None = None
    tense: Tense | None = None
    modality: Modality | None = None
    negated: bool = False
    condition: str | None = None
    mood: SentenceMood = "assertion"


def block(record: Statement) -> str:
    """The speaker, however named."""
    return speaker_key(record.speaker)


def same(a: Statement, b: Statement) -> bool:
    """Whether two records give one utterance: one speaker, near-equal words, no two different days; symmetric."""
    if not same_speaker(a.speaker, b.speaker):
        return False
    one, other = words_of_parts(a.content), words_of_parts(b.content)
    if min(len(one), len(other)) < FEWEST_WORDS:
        return one == other and a.content == b.content and not apart_in_time(a.when, b.when)
    return overlap(one, other) >= SHARED_WORDS and not apart_in_time(a.when, b.when)


def handles(record: Statement, seen: date) -> Handles:
    """The words said: more of them are in both of two accounts of one utterance than in most kinds."""
    return Handles(words_of_parts(record.content), SHARED_WORDS)


def join(records: tuple[Statement, ...]) -> Statement:
    """One record of one utterance: the longest direct form, the fullest name, the narrowest day."""
    lead = max(records, key=lambda record: (record.type != "indirect", sum(map(len, record.content))))
    return replace(
        lead,
        speaker=first_named(record.speaker for record in records),
        to=lead.to or most_given(record.to for record in records),
        when=tightest(record.when for record in records) or lead.when,
        depth=min(record.depth for record in records),
        ambiguous=() if any(not record.ambiguous for record in records) else lead.ambiguous,
        hearers=lead.hearers or next((record.hearers for record in records if record.hearers), ()),
        via=lead.via or most_given(record.via for record in records),
        reported_by=min((record.reported_by for record in records), key=len),
    )


def line(record: Statement) -> str:
    """The statement in one plain line of a brief: the speaker, a colon, the words."""
    who = record.speaker.name if record.speaker else "A source not named"
    words = (record.cue or "").lower().split()  # "has denied", "flatly rejected"; not "has not denied"
    said = [told for stem, told in DENIALS.items() if any(word.startswith(stem) for word in words)]
    denies = "" if not said or NEGATED & set(words) else said[0]
    return dated(record.when, f"{who}{denies}: {quoted(' … '.join(record.content))}")


NEGATED = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
DENIALS = {"den": " denies", "refut": " refutes", "disput": " disputes", "reject": " rejects", "dismiss": " dismisses"}
"""What a line says of words whose cue tells that they are not so."""
