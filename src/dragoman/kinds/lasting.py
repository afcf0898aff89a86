"""How long a contact lasted, with the hedge that the text puts before it ("more than two hours")."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from dragoman.annotate.clauses import VERBAL, clause_span, sentence_span
from dragoman.annotate.held import times_over
from dragoman.annotate.status import whole_of
from dragoman.annotate.times.amounts import OPEN
from dragoman.types import Annotated, DurationMod, Timex

if TYPE_CHECKING:
    from dragoman.parsed import Token

CARRIED = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
"""How an event hangs on the verb that tells it: "the talks lasted", "they held talks"."""


class Lasted(Struct, frozen=True):
    """A length as ISO 8601, a range as "PT5M/PT10M", and the TIMEX3 mod of its hedge; None for both: not told."""

    length: str | None = None
    mod: DurationMod | None = None


def how_long(annotated: Annotated, event: Token) -> Lasted:
    """How long the text says that an event lasted: "met for two hours", "a 90-minute call", "the call lasted an hour".

    Not what it is counted from ("the first talks in two years"), nor the length of another thing in the clause ("talks
    on a 30-day truce").
    """
    where = clause_span(event) if event.pos_ in VERBAL else sentence_span(annotated, event)
    for time in times_over(annotated, where):
        is_length = time.type == "DURATION" and time.window is None and time.basis is None and time.rule != "ahead"
        if is_length and time.length and _is_length_of(annotated, time, event):
            return Lasted(plain_length(time.length), _mod(time, time.length))
    return Lasted()


def _mod(time: Timex, length: tuple[str, str]) -> DurationMod | None:
    """The hedge of a length that is open at one end; of others ("almost", "just over") that it is only about."""
    if time.mod is None:
        return None
    return cast("DurationMod", time.mod) if OPEN in length else "APPROX"


def plain_length(ends: tuple[str, ...]) -> str:
    """ "PT90M"; a range as "PT5M/PT10M"; of a length that is open at one end the other."""
    return "/".join(dict.fromkeys(end for end in ends if end != OPEN))


def _is_length_of(annotated: Annotated, time: Timex, event: Token) -> bool:
    """Whether a length stands beside the event, is what it is counted by, or hangs on its verb."""
    words = annotated.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is None:
        return False
    whole = whole_of(event)
    if whole in words or event in words:
        return True  # "two hours of talks"
    above = words.root.head
    while above.dep_ == "prep" or (above.pos_ == "ADP" and above.head != above):
        above = above.head
    if above in (event, whole) or time.role == "for" and event.pos_ in VERBAL:
        return True
    verb = event if event.pos_ in VERBAL else whole.head
    if verb.pos_ not in VERBAL or (event.pos_ not in VERBAL and whole.dep_ not in CARRIED):
        verb = event
    return above == verb or above in verb.conjuncts or _tells_of_thing(above, event, whole)


def _tells_of_thing(verb: Token, event: Token, whole: Token) -> bool:
    """ "A talk with the envoy that lasted an hour": the parser hangs the clause on the nearest noun of the phrase."""
    of_event = verb.head in (event, whole) or event in verb.head.ancestors
    return verb.dep_ == "relcl" and of_event and any(child.lower_ in {"that", "which"} for child in verb.children)
