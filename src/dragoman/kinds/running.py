"""The day of the story, for a contact that a text tells as done without a day of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import VERBAL, sentence_span
from dragoman.annotate.held import times_over
from dragoman.annotate.status import whole_of
from dragoman.annotate.storytime import retold
from dragoman.annotate.voices import is_transcript
from dragoman.kinds.borrowed import borrowed
from dragoman.kinds.parrying import turn_at
from dragoman.kinds.setting import sentence_number
from dragoman.types import Annotated, Span, Timex, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

RUNNING = 6
"""Days before publication in which a story's running day lies: "on Friday" in Monday's paper."""
BACK = 8
"""Sentences that a running day carries over, beside the opening of the article."""
OPENING = 3
"""Sentences at the head of an article in which its running day is told."""


def days_of_story(annotated: Annotated, event: Token) -> When | None:
    """The days of what is told as done without a day: of its passage where that looks back, else of the news.

    None where its sentence gives the day of something else: "spoke on Sunday evening before talks with X".
    """
    if borrowed(annotated, event):
        return None
    in_story = _told_today if is_transcript(annotated) else running_day
    return retold(annotated, event) or in_story(annotated, event)


def _told_today(annotated: Annotated, event: Token) -> When | None:
    """The day of publication, where the sentence or its turn before says "today": each question has its own story."""
    published, turn = annotated.article.published, turn_at(annotated, event.idx)
    said = Span(turn.content[0].start, event.idx) if turn is not None else sentence_span(annotated, event)
    times = (time.window for time in times_over(annotated, said) if _is_day(time))
    today = next((when for when in times if when is not None and when.start == published is not None), None)
    if today is None or not _is_told_as_news(event):
        return None
    return When("", published, published, approx=True, vagueness=2, rule="contact.running_day")


def running_day(annotated: Annotated, event: Token) -> When | None:
    """The day of the story for what is told as done without a day: the last one given before it, else the opening's.

    Only days up to publication and of the week before it; None for background ("had met", "an earlier meeting").
    """
    published = annotated.article.published
    if published is None or not _is_told_as_news(event) or _is_of_old(annotated, event):
        return None
    here = sentence_number(annotated, event.idx)
    first = published - timedelta(days=RUNNING)
    days = [
        (n, time.window)
        for time in annotated.times
        if _is_day(time) and time.window and time.window.start and first <= time.window.start <= published
        if (n := sentence_number(annotated, time.span.start)) < here
    ]
    near = [window for n, window in days if here - n <= BACK]
    opening = [window for n, window in days if n < OPENING]
    chosen = near[-1] if near else opening[0] if opening else None
    if chosen is None or _is_dated_before(annotated, event, chosen):
        return None
    return When("", chosen.start, chosen.end, approx=True, vagueness=2, basis="earlier", rule="contact.running_day")


OLD = timedelta(days=60)
"""Before publication: a sentence that speaks of days before then tells no news."""


def _is_of_old(annotated: Annotated, event: Token) -> bool:
    """ "After the war of 1973 she flew to Oslo": what a sentence dates to a time long past is not of the news's day."""
    published = annotated.article.published
    times = times_over(annotated, sentence_span(annotated, event))
    before = [t.window for t in times if t.type == "DATE" and t.span.end <= event.idx]
    ends = [window.end for window in before if window is not None and window.end is not None]
    return published is not None and bool(ends) and max(ends) < published - OLD


def _is_dated_before(annotated: Annotated, event: Token, chosen: When) -> bool:
    """ "They broke off last month, after weeks of talks": what a sentence dates before the day of the story."""
    times = times_over(annotated, sentence_span(annotated, event))
    ends = [t.window.end for t in times if t.type == "DATE" and t.span.end <= event.idx and t.window and t.window.end]
    return bool(ends) and chosen.start is not None and max(ends) < chosen.start


def _is_day(time: Timex) -> bool:
    window = time.window
    return time.type in {"DATE", "TIME"} and window is not None and window.start == window.end


EARLIER = frozenset({"previous", "previously", "past", "earlier", "former", "last", "recent", "recently", "already"})


def _is_told_as_news(event: Token) -> bool:
    """Whether the nearest finite verb is a simple past, nothing beside the event puts it further back."""
    whole = whole_of(event)
    is_many = event.tag_ == "NNS" and event.lemma_ != "talk"
    if is_many or any(c.lower_ in EARLIER or c.dep_ == "nummod" for c in (*event.children, *whole.children)):
        return False
    verb = event
    while verb.tag_ not in {"VBD", "VBZ", "VBP", "MD"} and verb.head != verb:
        auxiliaries = {c.lemma_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
        if verb.pos_ in VERBAL and auxiliaries & {"have", "will", "would", "can", "could", "may", "might"}:
            return False
        if verb.pos_ in VERBAL and any(c.dep_ == "aux" and c.tag_ in {"VBZ", "VBP"} for c in verb.children):
            return False
        if verb.pos_ in VERBAL and any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children):
            return True
        verb = verb.head
    return verb.tag_ == "VBD" and all(c.lower_ not in EARLIER for c in verb.children)
