"""When an act was done: the time of its verb or noun, of the clause it goes on with, of the passage that tells it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.annotate.clauses import clause_span, when_of
from dragoman.annotate.storytime import retold
from dragoman.annotate.voices import overlaps
from dragoman.kinds import acting
from dragoman.kinds.act_heads import is_verbal
from dragoman.kinds.act_words import ActWords
from dragoman.kinds.foreseen import BESIDE
from dragoman.kinds.told_acts import carried_out, is_tried
from dragoman.lexicon import Row
from dragoman.types import Annotated, Span, Timex, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
GAP = 2
"""Code points between a time and the "when" that opens what was done then: ", "."""


def time_of_act(annotated: Annotated, head: Token, row: Row, words: ActWords) -> When | None:
    """The time of an act, else that of the passage that tells it; none that is of what somebody is blamed for."""
    told = _past(annotated, _when(annotated, head, words))
    if told is None and is_verbal(head):
        told = _past(annotated, _borrowed(annotated, head)) or _since_then(annotated, head) or retold(annotated, head)
    blamed = row.means == "ACCUSE" and told is not None and acting.is_time_of_deed(annotated, head, told)
    others = is_verbal(head) and told is not None and acting.is_time_of_subject(annotated, head, told)
    return None if blamed or others else acting.up_to_now(annotated, head, told)


def _when(annotated: Annotated, head: Token, words: ActWords) -> When | None:
    """The time of a verb's act; of a noun's, the time in its own words or in the clause that says it was done.

    Another time in its sentence is that of what the sentence tells ("met today after the attack by X").
    """
    if is_verbal(head):
        return when_of(annotated, head)
    own = clause_span(carried_out(head, words) or head)
    sent = head.sent
    own = Span(own.start, min(own.end + BESIDE, sent.end_char))
    times = [t for t in annotated.times if overlaps(t.span, own) and t.window and t.type != "DURATION"]
    return min(times, key=lambda t: abs(t.span.start - head.idx)).window if times else None


def _borrowed(annotated: Annotated, verb: Token) -> When | None:
    """ "In May, when it took the port": May; "opened an offensive in May and took the port": that of the offensive."""
    if (opening := next((c for c in verb.lefts if c.lower_ == "when" and c.tag_ == "WRB"), None)) is not None:
        before = (t for t in annotated.times if 0 <= opening.idx - t.span.end <= GAP)
        return next((_own_days(time) for time in before), None)
    if is_tried(verb):
        return when_of(annotated, verb.head)
    shares = verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VBD"
    if not shares or any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children):
        return None
    return when_of(annotated, verb.head)


def _own_days(time: Timex) -> When | None:
    """ "Since 2014, when": that year, and not all that came after."""
    when = time.window
    if when is None or when.start is None or time.role != "from":
        return when
    first = when.start
    month_end = monthrange(first.year, first.month)[1]
    last = {"year": date(first.year, 12, 31), "month": date(first.year, first.month, month_end)}
    return replace(when, end=last.get(time.grain or "", first))


def _since_then(annotated: Annotated, verb: Token) -> When | None:
    """ "Has seized ten towns since it began its offensive in May": from May up to the day of publication."""
    day = annotated.article.published
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    clauses = [c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ == "since" for m in c.lefts)]
    since = when_of(annotated, clauses[0]) if clauses and perfect else None
    if since is None or day is None or since.start is None or since.start > day:
        return None
    return replace(since, end=day)


def _past(annotated: Annotated, when: When | None) -> When | None:
    """The time of an act that is told as done; a time after publication is another event's."""
    published = annotated.article.published
    return None if when and published and when.start and when.start > published else when
