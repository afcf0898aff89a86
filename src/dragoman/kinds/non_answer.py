"""NonAnswer: someone declines, refuses or avoids to answer or to comment."""

from __future__ import annotations

import re
from typing import Literal

from msgspec.structs import replace

from dragoman.kinds.compare import LEAST_SHARE, near_equal, same_speaker, speaker_key
from dragoman.kinds.joining import first_named, longest
from dragoman.kinds.phrasing import dated, quoted
from dragoman.kinds.windows import apart_in_time, tightest
from dragoman.types import Actor, Record, When


class NonAnswer(Record, frozen=True, kw_only=True, tag="non_answer"):
    """Someone declines, refuses or avoids to answer or to comment."""

    by: Actor | None
    about: str
    when: When | None = None


def block(record: NonAnswer) -> str:
    """The one who would not answer, however named."""
    return speaker_key(record.by)


def same(a: NonAnswer, b: NonAnswer) -> bool:
    """Whether two records give one silence: one actor, near-equal subject, no two different days; symmetric."""
    return same_speaker(a.by, b.by) and near_equal(a.about, b.about, LEAST_SHARE) and not apart_in_time(a.when, b.when)


def join(records: tuple[NonAnswer, ...]) -> NonAnswer:
    """One record of one silence: the fullest name, the longest words for what was asked, the narrowest day."""
    return replace(
        records[0],
        by=first_named(record.by for record in records),
        about=longest(record.about for record in records),
        when=tightest(record.when for record in records) or records[0].when,
    )


def line(record: NonAnswer) -> str:
    """The silence in one plain line of a brief: who would not answer on what."""
    who = record.by.name if record.by else "Someone not named"
    missing = {"answer": "gave no answer:", "details": "gave no details of", "question": "did not answer on"}
    return dated(record.when, f"{who} {missing[what_is_missing(record)]} {quoted(record.about)}")


DETAILS = re.compile(r"\b(?:details?|elaborat\w*|specif(?:y|ying|ied))\b", re.IGNORECASE)


def what_is_missing(record: NonAnswer) -> Literal["answer", "details", "question"]:
    """What `about` holds: all that the text tells of the silence, what was said without details, or what was asked."""
    quote = record.evidence[0].quote
    if record.about == quote:
        return "answer"
    said, _, rest = quote.partition(record.about)
    return "details" if DETAILS.search(rest or said) else "question"
