"""Contacts told in the past that go on when the article comes out: begun a day ago, "under way", "were talking"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import VERBAL
from dragoman.annotate.status import whole_of
from dragoman.lexicon import load_lexicon
from dragoman.types import When

if TYPE_CHECKING:
    from spacy.tokens import Token

FRESH = 2
"""Days after its beginning in which a contact of which no end is told still goes on."""
UNDER_WAY = frozenset({"underway", "way", "progress", "session"})
"""Words of "was under way", "are in progress"."""
PROCESSES = frozenset(
    {"talk", "negotiation", "discussion", "consultation", "dialogue", "conference", "summit", "round"}
)
"""Nouns of contacts that last for days; a call that was begun is over."""


def is_under_way(event: Token, when: When | None, published: date | None) -> bool:
    """Whether what the words tell as done was still going on: of a noun by its verb, of a verb by its form."""
    if event.pos_ != "NOUN":
        return _was_said_to_go_on(event)
    whole = whole_of(event)
    verb = whole.head
    if event.lemma_.lower() not in PROCESSES or verb.pos_ not in VERBAL:
        return False
    said_of_it = {t.lower_ for c in verb.rights for t in c.subtree}
    if whole.dep_ == "nsubj" and verb.lemma_ == "be" and said_of_it & UNDER_WAY:
        return True
    return _is_begun(whole, verb) and _is_fresh(when, published)


def _was_said_to_go_on(verb: Token) -> bool:
    """ "He said they were discussing it": the tense is the telling's, and they still do."""
    is_going = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in {"was", "were"} for c in verb.children)
    return (
        is_going and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in load_lexicon().words("speech/verbs", "said")
    )


def _is_begun(noun: Token, verb: Token) -> bool:
    """ "Started talks", "talks had begun": in the past tense, and not to come."""
    opening = load_lexicon().words("kinds/contact_words", "opening")
    is_past = verb.tag_ in {"VBD", "VBN"} and not any(c.tag_ == "MD" or c.lower_ == "to" for c in verb.lefts)
    return noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and verb.lemma_.lower() in opening and is_past


def _is_fresh(when: When | None, published: date | None) -> bool:
    if when is None or when.start is None or published is None:
        return False
    return 0 <= (published - when.start).days <= FRESH
