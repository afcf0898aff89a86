"""What is asked where it stands before the verb that asks: passives, relative clauses, "what Kenya wants is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.parsed import Token

POINTING = frozenset({"WDT", "WP"})
SHOWN = frozenset({"attr", "ccomp", "xcomp"})
INSISTING = frozenset({"insist", "demand"})
"""Verbs of which a relative clause tells what is asked whatever it is about."""


def things_before(verb: Token, parts: tuple[Token, ...]) -> list[Token]:
    """The heads of what is asked before its verb; `parts` are the words of the verb's phrase ("insist", "on").

    "A vote is demanded by Kenya", "the vote demanded by it", "the vote that it insists on", "what it wants is a vote".
    """
    if shown := shown_behind(verb):
        return shown
    own = [c for c in verb.children if c.dep_ in {"nsubjpass", "csubjpass"}]
    by = any(c.dep_ == "agent" for c in verb.children)
    if own and by and own[0].pos_ != "PRON":
        return own[:1]
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and by and not own:
        return [verb.head]
    is_about = verb.dep_ == "relcl" and verb.head.pos_ == "NOUN" and any(c.dep_ == "nsubj" for c in verb.lefts)
    is_about = is_about and verb.left_edge.nbor(-1).text != ","  # what is only remarked of it is told elsewhere
    return [verb.head] if is_about and _is_pointed_at(verb, parts) else []


def shown_behind(verb: Token) -> list[Token]:
    """ "What Kenya wants is a vote", "all it asks for is that they be freed": what stands behind "is"."""
    above = verb.head
    clause = verb.dep_ in {"csubj", "relcl"} and any(c.lower_ == "what" for c in verb.lefts)
    if verb.dep_ == "relcl" and verb.head.lower_ in {"what", "all"}:  # the parser takes "what" for the subject
        clause, above = True, verb.head.head
    if not clause or above.lemma_ != "be" or any(c.dep_ == "neg" for c in above.children):
        return []
    return [c for c in above.children if c.dep_ in SHOWN and c.i > max(above.i, verb.i) and c.tag_ != "VBG"][:1]


def _is_pointed_at(verb: Token, parts: tuple[Token, ...]) -> bool:
    """ "That it insists on", "on which it insists", "it insists on": the noun is the object, and no other is told."""
    below = [c for part in parts for c in part.children if c.dep_ in {"dobj", "pobj"} and c not in parts]
    if any(c.tag_ not in POINTING for c in below) or any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children):
        return False
    return bool(below) or (len(parts) > 1 and not any(c.tag_ in POINTING for c in verb.lefts))
