"""Silences told by what was put to somebody in vain, or denied of several at once: "neither commented"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import prepositional
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

OFFERS = "kinds/offer_words"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RETURNING = frozenset({"answer", "return", "reply", "respond", "acknowledge"})
LEFT = frozenset({"go", "remain", "be", "stay"})
PUT = frozenset({"send", "make", "place", "put", "address", "direct", "submit", "leave", "email"})
"""What is done with a request: one "sent to the ministry"."""


def is_in_vain(asked: Token) -> bool:
    """ "Calls to the ministry went unanswered", "requests were not returned", "were not immediately answered"."""
    verb = asked.head
    if asked.dep_ not in SUBJECTS or verb.pos_ not in {"VERB", "AUX"}:
        return False
    if any(c.dep_ == "acl" and c.tag_ == "VB" for c in asked.children):
        return False  # "a call to the rebels to disarm"
    if verb.lemma_ in LEFT:
        return any(c.lower_ in {"unanswered", "unreturned"} for c in verb.children)
    denied = any(c.dep_ == "neg" for c in verb.children)
    return denied and verb.lemma_ in RETURNING and asked.dep_ == "nsubjpass"


def put_to(asked: Token) -> list[Token]:
    """Those to whom it was put: "calls to the ministry", "questions sent to the army and the police"."""
    sent = [c for c in asked.children if c.dep_ == "acl" and c.lemma_ in PUT]
    whole = [c for c in asked.children if c.dep_ == "prep" and c.lower_ == "for"]
    comment = [t for c in whole for t in c.children if t.dep_ == "pobj"]
    sent += [c for t in comment for c in t.children if c.dep_ == "acl" and c.lemma_ in PUT]
    return [t for head in (asked, *comment, *sent) for t in prepositional(head, ("to", "with"))]


def is_of_neither(verb: Token) -> bool:
    """ "Neither Kenya nor Chad commented", "neither of the armies has said": denied of all of them."""
    told = [c for c in verb.children if c.dep_ in SUBJECTS]
    return any(t.lower_ == "neither" for subject in told for t in (subject, *subject.lefts))


def is_offer_unanswered(cue: str, answer: Token, lexicon: Lexicon) -> bool:
    """ "Gave no answer to the offer": the offer is put off, which is an answer to it of a kind."""
    if not cue.startswith("give no") or answer.lemma_ not in {"answer", "response", "reply"}:
        return False
    offers = {w for sort in ("plan", "truce", "talks", "demand") for w in lexicon.words(OFFERS, sort)}
    asked = (t for head in (answer, answer.head) for t in prepositional(head, ("to",)))
    return any(t.lemma_.lower() in offers for t in asked)
