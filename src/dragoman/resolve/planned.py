"""The planned contact that a forecast or pledge tells of in the same words: one event that is foreseen, one verdict.

A sentence that says who will meet is read as a contact to come and as what its speaker foresees or promises. Both are
judged by the days and parties of the contact: two verdicts on one sentence must not contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dragoman.kinds.contact import Contact
from dragoman.kinds.forecast import Expected, Forecast
from dragoman.kinds.pledge import Pledge
from dragoman.kinds.windows import apart_in_time, contains, is_dated
from dragoman.resolve.taking_part import stands_for
from dragoman.types import Actor, Entry, Evidence, Record, Support, When

AHEAD = frozenset({"planned", "expected", "near"})
"""States of a contact or agreement that lead one to expect it; a proposed one is only hoped for."""
NEGATED = re.compile(r"\b(?:not|never|no|without)\b|n['’]t\b", re.IGNORECASE)
"""An outcome that something will not happen: what did not happen leaves no entry."""
MOST = 0.55
"""The share of a forecast's words from which a contact told in them is what it foresees, where it names no event."""
HEAD = 12
"""Characters within which a forecast begins with the contact that it is about: "the talks are to go on on Friday"."""

TO_BE = re.compile(r"\b(?:will|would|shall|is|are|to|expects?|plans?)\b|['’]ll\b", re.IGNORECASE)
"""Words by which a plan tells that it will be, and doesn't only name the contact."""

Plans = Mapping[str, Mapping[str, Entry]]
"""Article id to the contacts that it tells as to come, by id."""
Place = tuple[int, int, int, str]
"""By what plans on the same words are ranked: how few of who is expected are there, the support, the place, the id."""


def is_plan(entry: Entry) -> bool:
    """Whether an entry is a contact that was told as to come, whatever became of it."""
    return isinstance(entry.record, Contact) and any(state.status in AHEAD for state in entry.history)


def is_told_ahead(record: Record) -> bool:
    """Whether a plan on the same words may tell what is foreseen: a contact, or in a forecast what names no event."""
    if isinstance(record, Forecast):
        return record.expects is None or record.expects.kind == "contact"
    return isinstance(record, Pledge) and record.expects is not None and record.expects.kind == "contact"


def plan_of(entry: Entry, plans: Plans) -> Entry | None:
    """The planned contact on the same words, of several that with most of who is expected, the first told; else None.

    One on other days is another one, and so is one of no day where days are foreseen.
    """
    record = entry.record
    if not is_told_ahead(record):
        return None
    near: list[tuple[Place, Entry]] = []
    for n, support in enumerate(entry.supports):
        told = plans.get(support.article, {})
        for plan in told.values():
            starts = [words.start for words in _same_words(record, plan, support)]
            missing = _missing(record, plan) if starts and _is_then(record, plan) else None
            if missing is not None:
                near.append(((missing, n, min(starts), plan.id), plan))
    return min(near, key=lambda one: one[0])[1] if near else None


def expects_of(plan: Contact) -> Expected:
    """What a planned contact leads one to expect."""
    return Expected("contact", None if plan.mode == "talks" else plan.mode, plan.participants)


def _missing(record: Record, plan: Entry) -> int | None:
    """How many of who is expected a plan lacks; None where it has none of them."""
    expects: Expected | None = getattr(record, "expects", None)
    if expects is None or not expects.actors:
        return 0
    there: tuple[Actor, ...] = getattr(plan.record, "participants", ())
    missing = sum(not any(stands_for(actor, other) for other in there) for actor in expects.actors)
    return missing if missing < len(expects.actors) else None


def _is_then(record: Record, plan: Entry) -> bool:
    own, its = window_of(record), when_planned(plan)
    return not is_dated(own) or (is_dated(its) and not apart_in_time(own, its))


def when_planned(plan: Entry) -> When | None:
    """The days of a planned contact, where it has some."""
    return plan.record.when if isinstance(plan.record, Contact) else None


def window_of(record: Record) -> When | None:
    """The days by which a forecast or pledge is to come true, where it has some."""
    when = getattr(record, "window", None) or getattr(record, "deadline", None)
    return when if isinstance(when, When) else None


def _same_words(record: Record, plan: Entry, support: Support) -> Iterator[Evidence]:
    """The words of a plan in the article of a support that overlap those of the support, where they carry them."""
    names_event = getattr(record, "expects", None) is not None
    own, its = window_of(record), when_planned(plan)
    is_of_days = own is not None and its is not None and is_dated(own) and is_dated(its) and contains(its, own)
    for other in plan.supports:
        if other.article == support.article:
            for words in other.evidence:
                near = [one for one in support.evidence if _overlap(one, words)]
                if any(names_event or _is_about(one, words, is_of_days=is_of_days) for one in near):
                    yield words


def _overlap(one: Evidence, words: Evidence) -> bool:
    return one.start < words.end and words.start < one.end


def _is_about(one: Evidence, words: Evidence, *, is_of_days: bool) -> bool:
    """Whether what is foreseen is a contact in it, not only something said of one: it is most of it, or begins it.

    What begins it must be of its days or tell that it will be: "the talks are to go on on Friday", "Kral will attend
    the talks", not "the talks may collapse in some months". That somebody won't come is foreseen of no meeting.
    """
    if NEGATED.search(one.quote):
        return False
    shared = min(one.end, words.end) - max(one.start, words.start)
    return shared >= MOST * (one.end - one.start) or (
        words.start - one.start <= HEAD and (is_of_days or TO_BE.search(words.quote) is not None)
    )
