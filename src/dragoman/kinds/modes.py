"""By which way a contact took place: the mode of its row, unless words beside it say another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.status import whole_of
from dragoman.kinds.attending import ContactWords
from dragoman.kinds.topics import aims_of, gatherings_beside
from dragoman.lexicon import Row

if TYPE_CHECKING:
    from dragoman.parsed import Token

BY_WAY = frozenset({"by", "via", "through", "over"})


def mode_of(event: Token, row: Row, words: ContactWords) -> str:
    """The mode of the row, unless words beside the event say that it was by phone or by video."""
    around = (t for child in event.children for t in (child, *child.children))
    beside = {t.lemma_.lower() for t in around if t.pos_ != "VERB"}  # not "so-called talks"
    beside |= {t.lemma_.lower() for by in event.children if by.lower_ in BY_WAY for c in by.children for t in c.lefts}
    if beside & words.video:
        return "video"
    if beside & words.phone and row.means in {"talks", "meeting", "call"}:
        return "call"
    if event.pos_ == "VERB" and row.means == "meeting" and _is_for_talks(event, words):
        return "talks"
    is_hosted = event.lemma_ == "conversation" and event.dep_ == "dobj" and event.head.lemma_ in words.hosting
    if is_hosted or (row.means == "call" and event.pos_ == "VERB" and (gatherings_beside(event) or _has_met(event))):
        return "meeting"  # "hosted a conversation", "spoke on the margins of a summit"
    if event.lemma_ == "communication" and event.dep_ == "pobj" and event.head.lower_ == "in":
        return "talks"  # "are in communication with Kenya"
    return "talks" if row.means == "call" and _is_caption(event) else row.means


def _is_for_talks(verb: Token, words: ContactWords) -> bool:
    """ "Met for a second round of talks", "will sit down for two days of talks"; not "met for a discussion of aid"."""
    told = [words.nouns.get(t.lemma_.lower()) for t in aims_of(verb) if whole_of(t) != t]
    return any(row is not None and row.means == "talks" for row in told)


def _has_met(verb: Token) -> bool:
    """ "Met and spoke with Torv"."""
    return verb.dep_ == "conj" and verb.head.lemma_ == "meet"


def _is_caption(verb: Token) -> bool:
    """ "Torv, second from left, speaks with Haddad", "our team speaks with theirs": no one call."""
    return verb.tag_ in {"VBZ", "VBP"}
