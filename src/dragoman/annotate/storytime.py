"""The time in which a passage tells: what has no day of its own, told after "In July 2022", is of then, not of today.

Two kinds of passage look back: a chronicle, whose dates go forward over many paragraphs, and a paragraph that goes on
after an old date. What is told there without a day lies between the date before it and the next one.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import VERBAL, when_of
from dragoman.annotate.held import holders, times_over
from dragoman.annotate.kept import kept
from dragoman.annotate.speechtime import time_of_speech
from dragoman.annotate.voices import overlaps
from dragoman.types import Annotated, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

OLD = timedelta(days=60)
"""How long before publication a date lies that is no news any more."""
FEWEST = 4
"""Old dates in the article's own telling from which on it is a chronicle, where they go forward."""
FORWARD = 0.7
"""The least share of a chronicle's dates that are no earlier than the one before."""
ROLES = frozenset({None, "at", "within"})
"""How a date stands that says when it was; "since 2014" and "by 2020" do not."""
NOW_TAGS = frozenset({"VBZ", "VBP", "MD"})


class Dated(Struct, frozen=True):
    """A sentence of the article's own telling and the days it gives."""

    sentence: int
    start: date
    end: date


def when_happened(annotated: Annotated, head: Token) -> When | None:
    """The time of what is told as done: its own, which can't lie after publication, else that of its passage.

    The day on which somebody told of it is not its own ("they turned it down, she said on Sunday").
    """
    when, published = when_of(annotated, head), annotated.article.published
    if when and published and _is_ahead(when, published):
        return None
    if when and any(time_of_speech(annotated, said) == when for said in holders(annotated, head.idx)):
        return None
    return when or retold(annotated, head)


def _is_ahead(when: When, published: date) -> bool:
    """ "Next week", "in the coming weeks": days to come, also where they begin with that of publication."""
    to_come = when.start == published and when.end is not None and when.end > published
    return to_come or (when.start is not None and when.start > published)


def retold(annotated: Annotated, head: Token) -> When | None:
    """The days between which a passage that looks back tells of what is done at `head`; None in news, and for what is.

    A bound, never a day: `basis` is "earlier", `vagueness` 3.
    """
    if _is_now(head):
        return None
    here = bisect_right(annotated.sentences, head.i, key=lambda sentence: sentence.first) - 1
    found = _passages(annotated).get(here)
    if found is None:
        return None
    start, end = found
    return When("", start, end, approx=True, vagueness=3, basis="earlier", rule="story.passage")


def is_day_beside(head: Token) -> bool:
    """ "On 3 May, the day before the talks": whether a day beside what `head` tells is another than its own."""
    before = head.head
    return head.dep_ == "pobj" and before.lower_ in {"before", "after", "following"} and before.head.lemma_ in COUNTED


COUNTED = frozenset({"day", "week", "month", "hour", "night", "morning", "eve"})


def told_lately(annotated: Annotated, head: Token) -> date | None:
    """The day of publication, for what "has been" done at `head`: no history, though it bears no day; else None."""
    verb = head
    while verb.pos_ not in VERBAL and verb.head != verb:
        verb = verb.head
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
    return annotated.article.published if perfect and verb.tag_ == "VBN" else None


def when_said(annotated: Annotated, told: Span) -> When | None:
    """When the words at `told` were said: a time beside their cue or of the speech around, else of the passage."""
    around = [a for a in annotated.speech if any(overlaps(cue, told) for cue in a.cue)]
    times = (time_of_speech(annotated, a) for a in (*around, *holders(annotated, told.start)))
    said = next((time for time in times if time is not None), None)
    if said is not None:
        published = annotated.article.published
        return None if published and said.start and said.start > published else said
    words = annotated.doc.char_span(told.start, told.end, alignment_mode="expand")
    return retold(annotated, words.root.sent.root) if words is not None else None


def _is_now(head: Token) -> bool:
    """Whether it is told of today or of what is to come: "rejects", "will meet", "are meeting"."""
    verb = head
    while verb.pos_ not in VERBAL and verb.head != verb:
        verb = verb.head
    forms = (verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"}))
    return any(token.tag_ in NOW_TAGS for token in forms)


@kept()
def _passages(annotated: Annotated) -> dict[int, tuple[date, date | None]]:
    """For each sentence of a passage that looks back the first and last day of what it tells without a day."""
    published = annotated.article.published
    if published is None:
        return {}
    dates = [dated for n in range(len(annotated.sentences)) if (dated := _date_of(annotated, n)) is not None]
    old = [dated for dated in dates if dated.end < published - OLD]
    recent = {dated.sentence for dated in dates if dated.end >= published - OLD}
    chronicle = _is_chronicle(old)
    found: dict[int, tuple[date, date | None]] = {}
    for place, dated in enumerate(old):
        after = old[place + 1] if place + 1 < len(old) else None
        last = after.sentence if after is not None and chronicle else len(annotated.sentences)
        until = after.end if after is not None and chronicle and after.end >= dated.end else dated.end
        for n in range(dated.sentence + 1, last):
            if n in recent or (not chronicle or after is None) and not _goes_on(annotated, dated.sentence, n):
                break
            found[n] = (dated.start, until)
    return found


def _date_of(annotated: Annotated, number: int) -> Dated | None:
    """The days that a sentence gives for what it tells itself: no length, no date in somebody's words."""
    sentence = annotated.sentences[number]
    for time in times_over(annotated, sentence.span):
        window = time.window
        if window is None or window.start is None or window.end is None:
            continue
        if time.type not in {"DATE", "TIME"} or time.role not in ROLES or holders(annotated, time.span.start):
            continue
        if time.grain == "year" and _names_something(annotated, time.span.start):
            continue
        return Dated(number, window.start, window.end)
    return None


def _names_something(annotated: Annotated, offset: int) -> bool:
    """ "the 2022 invasion": the year belongs to the noun."""
    token = next((t for t in annotated.doc.char_span(offset, offset + 1, alignment_mode="expand") or ()), None)
    return token is not None and token.dep_ in {"nummod", "compound", "amod", "nmod"}


def _is_chronicle(old: list[Dated]) -> bool:
    if len({dated.sentence for dated in old}) < FEWEST:
        return False
    forward = sum(b.start >= a.start for a, b in zip(old, old[1:], strict=False))
    return forward >= FORWARD * (len(old) - 1)


def _goes_on(annotated: Annotated, first: int, number: int) -> bool:
    """Whether a sentence goes on with the story of an earlier one: in its paragraph, and told as done."""
    sentence = annotated.sentences[number]
    if sentence.paragraph != annotated.sentences[first].paragraph:
        return False
    root = annotated.doc[sentence.first : sentence.last].root
    return not _is_now(root)
