"""Who a text says was not at a contact: "boycotted it", "was not present", "attended by Kenya but not by Chad"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.annotate.status import whole_of
from dragoman.lexicon import load_lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/contact_words"
NONE = frozenset({"no", "neither", "none", "nobody", "nor"})
THERE = frozenset({"at", "in"})
"""Prepositions by which one "is" or "is not" at a contact."""
ONLY = frozenset({"only", "just", "merely", "least"})
"""What follows "not" where nobody is left out: "not only Kenya"."""


def stays_away(verb: Token) -> bool:
    """Whether somebody is told not to come: "will not attend", "refused to take part", "boycotted it", "was not at it".

    Also "neither came", "sent no delegation", "failed to show up", "was absent", "cancelled her attendance".
    """
    words, lemma = load_lexicon().words, verb.lemma_.lower()
    if lemma in words(TABLE, "away") or _is_not_there(verb):
        return True
    if lemma in words(TABLE, "calling off"):
        return any(c.dep_ == "dobj" and c.lemma_.lower() in words(TABLE, "presence") for c in verb.children)
    unwilling = verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_.lower() in words(TABLE, "unwilling")
    return (unwilling or is_negated(verb)) and lemma in words(TABLE, "attending") and _is_coming(verb)


def _is_coming(verb: Token) -> bool:
    """ "Take part", "show up", "appear", "come"; not "take a stand", "show mercy", "appear ready", "come to terms"."""
    beside = {c.lower_ for c in verb.children if c.dep_ in {"prt", "dobj", "advmod"}}
    if verb.lemma_ in {"take", "turn", "show"}:
        return bool(beside & {"part", "seat", "up"})
    if verb.lemma_ not in {"appear", "come"}:
        return True
    reached = {t.lower_ for to in verb.children if to.lower_ == "to" for t in to.children if t.dep_ == "pobj"}
    return not reached & {"terms", "agreement", "conclusion"} and all(c.dep_ not in UNFINISHED for c in verb.children)


UNFINISHED = frozenset({"acomp", "oprd", "xcomp"})
"""How what one "appears" hangs on the verb: "appears ready", "appears to waver"."""


def is_negated(verb: Token) -> bool:
    """Whether "not", a subject of nobody or an object of none denies a verb: "neither came", "sent no envoys"."""
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    things = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    return any(t.lower_ in NONE for thing in things for t in (thing, *thing.lefts) if t in things or t.dep_ != "conj")


def _is_not_there(be: Token) -> bool:
    """ "Was absent", "was not present", "was not at the talks"."""
    if be.lemma_ != "be":
        return False
    words = load_lexicon().words
    said = {c.lemma_.lower() for c in be.children if c.dep_ in {"acomp", "advmod"}}
    if said & words(TABLE, "absent"):
        return not is_negated(be)
    at_it = not said and any(c.dep_ == "prep" and c.lower_ in THERE for c in be.children)
    return is_negated(be) and (at_it or bool(said & words(TABLE, "present")))


def without_absent(event: Token, found: Iterable[Token]) -> list[Token]:
    """Those found beside a contact, without whoever boycotted it and whoever is set apart by "but not".

    `event` is the verb or noun of the contact.
    """
    shunning = _shunning(event)
    return [t for t in found if not (_is_set_apart(t) or any(clause.is_ancestor(t) for clause in shunning))]


def _is_set_apart(token: Token) -> bool:
    """ "But not Kenya", "but not by Kenya", "not Kenya's president": named as one who was not there."""
    name = token
    while name.dep_ in {"compound", "poss", "appos"} and name.head != name:
        name = name.head
    for first in (name.left_edge, name.head if name.dep_ == "pobj" else name.left_edge):
        before = first.nbor(-1) if first.i > token.sent.start else first
        starts = before if before.lower_ == "not" else first
        if starts.lower_ == "not" and starts.i + 1 < len(token.doc) and starts.nbor().lower_ not in ONLY:
            return starts.i < name.i and (starts.i == token.sent.start or _is_contrasted(starts))
    return False


def _is_contrasted(negation: Token) -> bool:
    """Whether "not" stands behind a comma or "but", and so denies a name and no verb."""
    return negation.nbor(-1).lower_ in {",", "but", "although", "though", "albeit"}


def _shunning(event: Token) -> list[Token]:
    """ "Talks shunned by Kenya", "the summit, which Kenya skipped": the verbs of such clauses of a contact."""
    return [c for n in {event, whole_of(event)} for c in n.children if c.dep_ in {"acl", "relcl"} and stays_away(c)]
