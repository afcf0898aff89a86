"""Contacts told in one breath: "met A in Oslo on Monday and B in Bergen on Tuesday" are two, of two days and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import sentence_span
from dragoman.annotate.held import mentions_over, times_over
from dragoman.kinds.setting import PLACES, place_after
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Mention, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Token

JOIN = re.compile(r"(?:,? and|,)(?: then| later| also)?(?: with| to)? $")
"""What stands between the day or place of one contact and the party of the next."""
FAR = 24
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
        leg = _leg(annotated, mention, lexicon) if marks else None
        if leg is not None and ((leg.when and "time" in marks) or (leg.place and "place" in marks)):
            yield leg


def _marks_before(annotated: Annotated, mention: Mention) -> set[str]:
    """Whether a time or a place ends right before the "and" that a party follows; empty where none does."""
    first = annotated.doc[mention.head].left_edge.idx
    start = min(first, mention.span.start)
    joint = JOIN.search(annotated.article.text, max(0, start - FAR), start)
    if joint is None:
        return set()
    end = joint.start()
    marks = {"time" for time in times_over(annotated, Span(end - 1, end)) if time.span.end == end}
    words = annotated.doc.char_span(end - 1, end, alignment_mode="expand")
    return marks | ({"place"} if words is not None and words[-1].ent_type_ in PLACES else set())


def _leg(annotated: Annotated, mention: Mention, lexicon: Lexicon) -> Leg | None:
    """The place and the time right behind a party, in either order."""
    end = _with_apposed(annotated, mention)
    place: str | None = None
    when: When | None = None
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
    if place is None and when is None:
        return None
    start = min(annotated.doc[mention.head].left_edge.idx, mention.span.start)
    return Leg(tuple(annotated.actors[i] for i in mention.actors), place, when, Span(start, end))


def _with_apposed(annotated: Annotated, mention: Mention) -> int:
    """Where the words for a party end, with the name behind an office: "the foreign minister, Ana Torv,"."""
    end = mention.span.end
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
