"""Pledge: an actor promises its own future action."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from msgspec.structs import replace

from dragoman.annotate.clauses import when_of
from dragoman.annotate.evidence import cite
from dragoman.annotate.voices import overlaps, speaker_at
from dragoman.kinds.compare import LEAST_SHARE, near_equal, same_speaker, speaker_key
from dragoman.kinds.encounters import find_encounters
from dragoman.kinds.forecast import Expected, expected, same_expected
from dragoman.kinds.foreseen import NOW
from dragoman.kinds.joining import first_named, longest, most_given
from dragoman.kinds.phrasing import quoted, within
from dragoman.kinds.promises import Promise, find_promises, outcome_after
from dragoman.kinds.windows import apart_in_time, tightest
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record, When

PledgeStatus = Literal["open", "kept", "broken"]


class Pledge(Record, frozen=True, kw_only=True, tag="pledge"):
    """An actor promises its own future action."""

    by: Actor | None
    content: str
    deadline: When | None = None
    status_in_text: PledgeStatus = "open"
    expects: Expected | None = None


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Pledge]:
    """Every pledge that the article asserts, with what became of it where the text says so."""
    told = find_encounters(annotated, lexicon)
    for promise in find_promises(annotated, lexicon):
        status, words = outcome_after(annotated, promise, lexicon)
        spans = [promise.told, *([words] if words else [])]
        yield Pledge(
            article=annotated.article.id,
            evidence=tuple(cite(annotated.article, span) for span in spans),
            rule=promise.row.id,
            by=promise.by,
            content=cite(annotated.article, promise.content).quote,
            deadline=_deadline(annotated, promise),
            status_in_text=cast(PledgeStatus, status),
            expects=expected(annotated, promise.head, told, lexicon),
        )


COUNTED_RULES = frozenset({"ahead", "within", "coming", "coming.counted"})
"""Rules of data/times/rules.toml that count from the day of the article."""


def _deadline(annotated: Annotated, promise: Promise) -> When | None:
    """The last time said in the words of the promise; None without one.

    A length counted from today ("in a day") says nothing of a promise that had been made before, or that the article
    itself recalls without a day.
    """
    said = [
        t
        for t in annotated.times
        if overlaps(t.span, promise.content) and t.window and t.value != NOW and not _is_behind(annotated, t.window)
    ]
    verb = promise.head.head
    dated = when_of(annotated, verb)
    spoken_now = dated is not None and dated.rule not in COUNTED_RULES
    recalled = verb.tag_ == "VBD" and speaker_at(annotated, verb.idx) is None and not spoken_now
    earlier = recalled or any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    kept = [t for t in said if not (earlier and t.type == "DURATION" and t.window and t.window.basis == "published")]
    return kept[-1].window if kept else None


def _is_behind(annotated: Annotated, window: When) -> bool:
    """ "the gains of the last two decades": years up to today are no day by which anything is due."""
    today = annotated.article.published
    return today is not None and window.end == today and window.start is not None and window.start < today


def block(record: Pledge) -> str:
    """The actor that promises, however named."""
    return speaker_key(record.by)


def same(a: Pledge, b: Pledge) -> bool:
    """Whether two records give one promise of one actor: near-equal words, no deadlines apart; symmetric."""
    if not same_speaker(a.by, b.by) or apart_in_time(a.deadline, b.deadline):
        return False
    return near_equal(a.content, b.content, LEAST_SHARE) or same_expected(a.expects, b.expects)


def join(records: tuple[Pledge, ...]) -> Pledge:
    """One record of one promise: the longest words, the narrowest deadline, kept or broken where any text says so."""
    decided = [record.status_in_text for record in records if record.status_in_text != "open"]
    return replace(
        records[0],
        by=first_named(record.by for record in records),
        content=longest(record.content for record in records),
        deadline=tightest(record.deadline for record in records) or records[0].deadline,
        status_in_text=decided[-1] if decided else "open",
        expects=most_given(record.expects for record in records),
    )


def line(record: Pledge) -> str:
    """The promise in one plain line of a brief: who promised what, and by when."""
    who = record.by.name if record.by else "Someone not named"
    return f"{who} promised: {quoted(record.content)}{within(record.deadline)}"
