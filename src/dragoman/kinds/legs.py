"""Contacts told in one breath: "met A in Oslo on Monday and B in Bergen on Tuesday" are two, of two days and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import SUBJECT_DEPS, sentence_span
from dragoman.annotate.held import mentions_over, times_over
from dragoman.kinds.setting import PLACES, place_after
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Mention, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

JOIN = re.compile(
    r"(?:,? and|,)(?P<later>,? (?:then|later|separately|afterwards|subsequently),?)?"
    r"(?: also)?(?: another)?(?: with| to)? $"
)
"""What stands between the day or place of one contact and the party of the next."""
WITH = re.compile(r"(?: another)? (?:with|to) $")
BEFORE_TIME = re.compile(r"(?:,? and|,)(?: then| later)? (?:on |in |at )?$")
"""What stands before the day of the next contact, where its party follows the day: "and on Tuesday with B"."""
FAR = 32
"""Code points back from a party in which that stands."""
TO_TIME = re.compile(r"[\s,]{0,2}(?:on |in |at |for )?")
LOCATIVE = frozenset({"in", "at"})


class Leg(Struct, frozen=True):
    """One more contact that a verb of meeting tells: with whom, where and when; `span` covers these words."""

    others: tuple[Actor, ...]
    place: str | None
    when: When | None
    span: Span


def legs_after(annotated: Annotated, event: Token, lexicon: Lexicon) -> Iterator[Leg]:
    """The contacts after the first that the clause of an event tells, each with a day or place of its own."""
    sentence = sentence_span(annotated, event)
    for mention in mentions_over(annotated, Span(event.idx + len(event), sentence.end)):
        if mention.form == "place" or not mention.actors or mention.span.start < event.idx:
            continue
        marks = _marks_before(annotated, mention)
        if not marks:
            continue
        leg = _leg(annotated, mention, lexicon)
        if (leg.when and "time" in marks) or (leg.place and "place" in marks) or "later" in marks:
            yield leg


def _marks_before(annotated: Annotated, mention: Mention) -> set[str]:
    """Whether a time or a place ends right before the "and" that a party follows, or it tells that it was later.

    Empty where none does.
    """
    start = _start(annotated, mention)
    joint = JOIN.search(annotated.article.text, max(0, start - FAR), start)
    if joint is None:
        return {"time"} if _day_before(annotated, start) is not None else set()
    end = joint.start()
    marks = {"time" for time in times_over(annotated, Span(end - 1, end)) if time.span.end == end}
    words = annotated.doc.char_span(end - 1, end, alignment_mode="expand")
    is_later = joint["later"] is not None and annotated.doc[mention.head].dep_ not in SUBJECT_DEPS
    marks |= {"later"} if is_later else set()
    return marks | ({"place"} if words is not None and _is_where(words[-1]) else set())


def _is_where(last: Token) -> bool:
    """Whether a name of a place ends with the word; not that of whose somebody is, as in "the envoys of Kenya"."""
    first = last.i
    while first > 0 and last.doc[first - 1].ent_type_ == last.ent_type_:
        first -= 1
    before = [t.lower_ for t in last.doc[max(0, first - 2) : first] if t.lower_ != "the"]
    return last.ent_type_ in PLACES and before[-1:] != ["of"]


def _start(annotated: Annotated, mention: Mention) -> int:
    """Where the words for a party begin; "separately", which the parser may hang on it, is none of them."""
    head = annotated.doc[mention.head]
    words = annotated.doc[head.left_edge.i : head.i + 1]
    own = next(t for t in words if t.dep_ not in {"advmod", "punct", "cc"} or t == head)
    return min(own.idx, mention.span.start)


def _day_before(annotated: Annotated, start: int) -> When | None:
    """ "And on Tuesday with B": the day that stands before the "with" of a party that starts there; else None."""
    text = annotated.article.text
    with_it = WITH.search(text, max(0, start - FAR), start)
    if with_it is None:
        return None
    end = with_it.start()
    times = (t for t in times_over(annotated, Span(end - 1, end)) if t.span.end == end and t.type in {"DATE", "TIME"})
    joined = (t for t in times if BEFORE_TIME.search(text, max(0, t.span.start - FAR), t.span.start))
    return next((t.window for t in joined), None)


def _leg(annotated: Annotated, mention: Mention, lexicon: Lexicon) -> Leg:
    """The contact with a party: the place and the time right behind it, in either order."""
    end = _with_apposed(annotated, mention)
    start = _start(annotated, mention)
    place: str | None = None
    when = _day_before(annotated, start)
    for _ in range(2):
        after = annotated.doc.char_span(end + 1, end + 2, alignment_mode="expand")
        if place is None and after and after[0].lower_ in LOCATIVE:
            place = place_after(annotated, after[0], lexicon)
            if place is not None:
                end = annotated.article.text.index(place, end) + len(place)
                continue
        gap = TO_TIME.match(annotated.article.text, end)
        at = gap.end() if gap else end
        times = (t for t in times_over(annotated, Span(at, at + 1)) if t.span.start in {at, end + 1})
        time = next((t for t in times if t.window is not None and t.type in {"DATE", "TIME"}), None)
        if when is None and time is not None:
            when, end = time.window, time.span.end
    return Leg(tuple(annotated.actors[i] for i in mention.actors), place, when, Span(start, end))


def _with_apposed(annotated: Annotated, mention: Mention) -> int:
    """Where the words for a party end, with the name behind an office or the state behind a name.

    "The foreign minister, Ana Torv,", "Ana Torv of Kenya".
    """
    end = mention.span.end
    state = next((m for m in mentions_over(annotated, Span(end, end + 6)) if m.span.start >= end), None)
    if state is not None and annotated.article.text[end : state.span.start] in {" of ", " from "}:
        return state.span.end
    for name in mentions_over(annotated, Span(end, end + 3)):
        between = annotated.article.text[end : name.span.start]
        if name.actors == mention.actors and name.span.start >= end and between in {", ", " "}:
            after = name.span.end
            return after + 1 if annotated.article.text[after : after + 1] == "," else after
    return end


def told_before(annotated: Annotated, event: Token, leg: Leg, lexicon: Lexicon) -> tuple[str | None, When | None]:
    """The place and the time of the first contact: those between its verb and the next leg."""
    words = annotated.doc.char_span(event.idx, leg.span.start, alignment_mode="contract")
    found = (place_after(annotated, t, lexicon) for t in words or () if t.lower_ in LOCATIVE)
    times = times_over(annotated, Span(event.idx, leg.span.start))
    dated = (time.window for time in times if time.type in {"DATE", "TIME"} and time.window is not None)
    return next((place for place in found if place), None), next(dated, None)
