"""Times in the sentence of a contact that are another thing's: "held talks ahead of a vote on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import SUBJECT_DEPS, VERBAL, prepositional, sentence_span
from dragoman.annotate.held import times_over
from dragoman.annotate.status import whole_of
from dragoman.lexicon import load_lexicon
from dragoman.types import Annotated, Timex

if TYPE_CHECKING:
    from dragoman.parsed import Span, Token

BEFORE = frozenset({"before", "ahead", "until", "till", "since", "despite"})
"""Words by which a deed is set before or against a contact: its day is not that of the contact."""
EARLIER = frozenset({"before", "ahead"})
AFTER = frozenset({"after", "following"})
"""Words by which a deed is set after a contact, often in one week and never told to be in one month."""
LONG = frozenset({"month", "year"})
DAYS = frozenset({"date", "deadline", "day", "week", "month", "year", "morning", "afternoon", "evening", "weekend"})
"""Nouns for a time itself: "on or before a target date of May 4"."""
COUNTED_FROM = frozenset({"before", "after"})


def borrowed(annotated: Annotated, event: Token) -> tuple[Timex, ...]:
    """The times in the sentence of a contact that are said of something else, though no clause parts them from it."""
    others = []
    for time in times_over(annotated, sentence_span(annotated, event)):
        words = annotated.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if words is None or event in words or time.window is None:
            continue
        if (
            _is_below_another(words.root, event, time)
            or _is_since_another(words, event)
            or _is_of_topic(words.root, event)
            or (_is_over(annotated, time) and _is_of_deed_beside(words.root, event, time))
            or _is_of_telling(words.root, event)
            or _is_counted_from_event(time, words[-1])
            or is_of_what_comes_later(words, event)
        ):
            others.append(time)
    return tuple(others)


def is_of_what_comes_later(words: Span, head: Token) -> bool:
    """ "Will meet before the summit in November": the time is that of the summit, up to which they will have met.

    Asked of the noun right before the time's preposition: the parser hangs such times on the verb as well.
    """
    if words.start < head.i + len(("before", "talks", "in")):
        return False
    noun = words.doc[words.start - 2]
    above = noun
    while above.i > head.i and above.pos_ in {"NOUN", "PROPN", "ADP"} and above.lower_ not in EARLIER:
        above = above.head
    return above.lower_ in EARLIER and noun.pos_ in {"NOUN", "PROPN"} and noun.nbor().lower_ in {"in", "on"}


def _is_over(annotated: Annotated, time: Timex) -> bool:
    """Whether the time ends by the day of publication: what has still to come may follow on what is told before it."""
    published, window = annotated.article.published, time.window
    return window is not None and window.end is not None and published is not None and window.end <= published


def _is_below_another(root: Token, event: Token, time: Timex) -> bool:
    """ "Ahead of a vote on Friday", "building on the accord of May 2030", "and they decried this year's tests"."""
    above = {event, *event.ancestors}
    token, below, is_inside = root.head, root, False
    while token not in above and token.head != token:
        if is_inside and token.lower_ in BEFORE | AFTER and token.dep_ != "mark" and below.dep_ != "pcomp":
            return True
        if token.pos_ in VERBAL and token.dep_ == "conj" and any(c.dep_ in SUBJECT_DEPS for c in token.children):
            return True
        if token.tag_ == "VBG" and token.dep_ in {"advcl", "prep"} and time.grain in LONG:
            return True
        if token.pos_ == "NOUN" and time.grain == "year":
            return True
        is_inside = is_inside or (token.pos_ in {"NOUN", "PROPN", *VERBAL} and token.lemma_ not in DAYS)
        token, below = token.head, token
    return False


def _is_since_another(words: Span, event: Token) -> bool:
    """ "The first visit since the war began ten years ago": when the war began."""
    between = words.doc[event.i + 1 : words.start]
    since = next((t for t in between if t.lower_ == "since"), None)
    return since is not None and any(t.pos_ in {"NOUN", "PROPN", *VERBAL} for t in words.doc[since.i + 1 : words.start])


def _is_of_topic(root: Token, event: Token) -> bool:
    """ "Discussed steps after his visit to Oslo earlier this week": the day of what was discussed."""
    if event.lemma_ != "discuss":
        return False
    contacts = {word for row in load_lexicon().rows("kinds/contact") if row.pos == "NOUN" for word in row.words}
    told = [t for topic in event.children if topic.dep_ == "dobj" for t in topic.subtree]
    return any(t.i < root.i and t.pos_ == "NOUN" and t.lemma_.lower() in contacts for t in told)


def _is_of_deed_beside(root: Token, event: Token, time: Timex) -> bool:
    """ "Fired rockets on Monday ahead of the talks", "cut aid last month after a meeting of both"."""
    token = whole_of(event)
    while token.dep_ in {"pobj", "prep", "conj"} and token.lower_ not in BEFORE | AFTER and token.head != token:
        token = token.head
    if token.lower_ in BEFORE and prepositional(event, ("with",)):
        return False  # "spoke on Monday evening before talks with Haddad": most often on one day
    if token.lower_ not in BEFORE | AFTER or token.pos_ not in {"ADP", "SCONJ", "ADV", "VERB"} or root.i > token.i:
        return False
    return token.lower_ in BEFORE or time.grain in LONG


def _is_of_telling(root: Token, event: Token) -> bool:
    """ "Torv said over the weekend that she has met Haddad": any time before."""
    verb = whole_of(event)
    while verb.pos_ not in VERBAL and verb.head != verb:
        verb = verb.head
    is_perfect = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
    return is_perfect and verb.dep_ == "ccomp" and verb not in {root, *root.ancestors}


def _is_counted_from_event(time: Timex, last: Token) -> bool:
    """ "A day before the gathering", counted from a day told earlier: that need not be the day of the gathering."""
    after = last.doc[last.i + 1 : last.i + 2]
    return time.basis == "earlier" and last.lower_ in COUNTED_FROM and any(t.tag_ in {"DT", "PRP$"} for t in after)
