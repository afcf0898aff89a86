"""When a contact took place, as far as its own clause and the clause above it say."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.clauses import SUBJECT_DEPS, sentence_span, when_of
from dragoman.annotate.held import times_over
from dragoman.annotate.status import whole_of
from dragoman.annotate.storytime import is_day_beside
from dragoman.kinds.borrowed import borrowed
from dragoman.kinds.setting import due_verbs, verbs_above
from dragoman.types import Annotated, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

NEAR = 31
"""Days that the time of a contact told without its parties may span."""
LAST_DAYS = 6
"""Days before somebody's return in which a journey took place: a week with that day."""


def when_told(annotated: Annotated, event: Token) -> When | None:
    """The time said of a contact in its own sentence; an infinitive of purpose borrows that of the verb above it."""
    if is_day_beside(whole_of(event)):
        return None
    others = borrowed(annotated, event)
    found = _up_to_saying(annotated, event, when_of(annotated, event, others))
    if event.lemma_ == "discuss" and found is not None and found not in _times_of(annotated, [event]):
        return None  # "discussed the vote of 2040"
    verbs = verbs_above(event)
    if found is not None and event.pos_ == "NOUN" and verbs and _is_of_what_is_said(annotated, event, verbs[0], found):
        found = None
    for verb in verbs[1:]:
        found = found or when_of(annotated, verb, others)
    if found is None and verbs and verbs[0].dep_ == "acl":  # "an attempt in May to restart the talks"
        found = next(iter(_times_of(annotated, [verbs[0].head])), None)
    found = found or _between_clauses(annotated, event)
    if found is None and verbs and _is_meanwhile(verbs[0]):
        above = verbs[0].head if verbs[0].dep_ == "advcl" else verbs[0].head.head
        found = next(iter(_times_of(annotated, [above])), None)
    return _until_return(event, found) or _beside_event(annotated, event, verbs)


def _is_of_what_is_said(annotated: Annotated, event: Token, verb: Token, found: When) -> bool:
    """ "After talks with Torv, Haddad said that the border would soon open": "soon" is not when they talked."""
    for time in times_over(annotated, sentence_span(annotated, event)):
        words = annotated.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if words is None or time.window != found:
            continue
        over = _governor(words.root)
        said = [t for t in (over, *over.ancestors) if t.dep_ == "ccomp" and t.head == verb and t.i > event.i]
        return bool(said) and not said[0].is_ancestor(event)
    return False


def _between_clauses(annotated: Annotated, event: Token) -> When | None:
    """ "Ministers meeting in Oslo on Friday aim to ...": a day that the parser hangs on the main verb."""
    main = event.head.head
    if event.dep_ != "acl" or event.tag_ != "VBG" or not event.i < main.i or event.head.dep_ not in SUBJECT_DEPS:
        return None
    for time in times_over(annotated, sentence_span(annotated, event)):
        words = annotated.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if words is not None and event.i < words.start and words.end <= main.i and _governor(words.root) == main:
            return time.window
    return None


def whole_week(when: When | None) -> When | None:
    """ "Ahead of a meeting this week": all of the week, though a verb in the past beside it cut it off today."""
    if when is None or when.rule != THIS_UNIT or when.grain != "week" or when.start is None:
        return when
    return structs.replace(when, end=when.start + timedelta(days=LAST_DAYS))


def whole_journey(when: When | None) -> When | None:
    """ "Will travel to Oslo starting June 2": the week from then on, for only the journey's first day is told."""
    if when is None or when.role != "from" or when.start is None or when.start != when.end:
        return when
    return structs.replace(when, end=when.start + timedelta(days=7), approx=True, vagueness=2)


THIS_UNIT = "unit.this"
"""The rule of times for "this week"."""


def _until_return(event: Token, found: When | None) -> When | None:
    """ "Returned on Monday from a trip to Oslo": the trip was in the days up to it, of which no more is told."""
    is_left = event.dep_ == "pobj" and event.head.lower_ == "from" and event.head.head.lemma_ == "return"
    if found is None or found.start is None or found.start != found.end or not is_left:
        return found
    return structs.replace(found, start=found.start - timedelta(days=LAST_DAYS), approx=True, vagueness=2)


def _up_to_saying(annotated: Annotated, event: Token, found: When | None) -> When | None:
    """ "She said on Friday that she had met him": before or on that day, of whose week no more is told."""
    verb = next(iter(verbs_above(event)), None)
    if found is None or verb is None or found.start is None or found.start != found.end:
        return found
    is_before = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ in {"had", "'d", "’d"} for c in verb.children)
    if not is_before or found in _times_of(annotated, [event, verb]):
        return found
    monday = found.start - timedelta(days=found.start.weekday())
    return structs.replace(found, start=monday, approx=True, vagueness=2)


def _beside_event(annotated: Annotated, event: Token, verbs: list[Token]) -> When | None:
    """The days of a contact that is told beside another event: "they spoke to the envoy after the vote"."""
    for time in annotated.beside:
        words = annotated.doc.char_span(time.span.start, time.span.end)
        if words is not None and event not in words and words.root.head in (event, *verbs):
            return time.window
    return None


MEANWHILE = frozenset({"as", "when", "while", "after"})


def _is_meanwhile(verb: Token) -> bool:
    """Whether the clause falls on the day of the one above: "said on Monday as he met X", "after meeting X"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ == "after"
    return verb.dep_ == "advcl" and any(c.lower_ in MEANWHILE and c.dep_ in {"mark", "advmod"} for c in verb.children)


def has_own_day(annotated: Annotated, noun: Token, near: int = NEAR) -> bool:
    """Whether a day or a short time is said of the noun itself or of the verb that it is subject or object of.

    "talks on Friday", "Friday's talks", "the talks will begin on Friday", "talks due to begin on Friday"; not "said on
    Friday that talks would help".
    """
    heads = [noun, whole_of(noun), *due_verbs(noun)]
    if heads[1].dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}:
        heads.append(heads[1].head)
    return any(
        window.start and window.end and (window.end - window.start).days <= near
        for window in _times_of(annotated, heads)
    )


def _times_of(annotated: Annotated, heads: list[Token]) -> list[When]:
    """The windows of the times that are said of one of these words, in the sentence of the first."""
    found = []
    sentence = sentence_span(annotated, heads[0])
    for time in times_over(annotated, sentence):
        words = annotated.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if time.type != "DURATION" and time.window and words is not None and _governor(words.root) in heads:
            found.append(time.window)
    return found


def _governor(token: Token) -> Token:
    """What a time expression is said of: past its preposition; before the subject of what is said, the saying."""
    above = token.head
    while above.dep_ == "prep" or (above.pos_ == "ADP" and above.head != above) or _is_starting(above, token):
        above = above.head
    subject = next((c for c in above.children if c.dep_ in SUBJECT_DEPS), None)
    is_before = subject is not None and above.dep_ == "ccomp" and above.head.i < token.i < subject.left_edge.i
    return above.head if is_before else above  # "said on Friday it would attend"


def _is_starting(verb: Token, time: Token) -> bool:
    """ "Will travel starting June 2", "beginning Monday": a participle that is a preposition of times."""
    return verb.lower_ in STARTING and verb.tag_ == "VBG" and verb.head != verb and verb.i + 1 == time.left_edge.i


STARTING = frozenset({"starting", "beginning", "commencing"})
