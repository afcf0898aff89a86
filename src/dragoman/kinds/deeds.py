"""What a verb of a clause about the future does: goes on with a deed, speaks aloud, holds to what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.parsed import Token

GOING_ON = frozenset({"keep", "continue", "go", "start", "begin", "resume"})
HOLDING = frozenset({"remain", "stay", "keep", "be"})
THAT = frozenset({"it", "this", "that", "so"})
"""What stands for something said before."""


def doing(verb: Token) -> Token:
    """ "will keep fighting", "will continue to pay": what is done."""
    below = [c for c in verb.children if c.dep_ == "xcomp"] if verb.lemma_ in GOING_ON else []
    return below[0] if below else verb


CALLED = frozenset({"call", "visit"})
"""What is returned by calling or visiting."""


def is_aloud(verb: Token) -> bool:
    """ "speak out against it", "call on them to stop", "return the prisoners": no meeting."""
    if verb.lemma_ == "return" and any(c.dep_ == "dobj" and c.lemma_ not in CALLED for c in verb.children):
        return True
    beside = [c for c in verb.children if c.dep_ in {"prt", "prep"}]
    if verb.lemma_ == "call" and any(c.lower_ in {"on", "upon"} and _names_no_day(c) for c in beside):
        return True
    return any(c.lower_ == "out" for c in beside) and verb.lemma_ in {"speak", "call"}


def is_blame(verb: Token) -> bool:
    """ "Hold them accountable": no meeting is held."""
    return verb.lemma_ == "hold" and any(t.lower_ in BLAME for c in verb.children for t in (c, *c.children))


BLAME = frozenset({"accountable", "responsible", "liable", "account"})


def is_sought(verb: Token) -> bool:
    """ "Look for ways", "look into it", "look to open the port": what one sets about, and doesn't see."""
    return verb.lemma_ == "look" and any(c.lower_ in {"for", "into"} or c.dep_ == "xcomp" for c in verb.children)


def is_struggle(verb: Token) -> bool:
    """ "Fight for justice", "keep fighting for it", "fight until we have it": no threat, unless it is said whom."""
    deed = doing(verb)
    if deed != verb:
        return any(c.lower_ == "for" for c in deed.children) and is_struggle(deed)
    against = any(c.dep_ == "dobj" or c.lower_ == "against" for c in verb.children)
    return verb.lemma_ == "fight" and not against


def _names_no_day(preposition: Token) -> bool:
    return not any(c.ent_type_ in {"DATE", "TIME"} for c in preposition.children)


def holds_to(verb: Token, bonds: frozenset[str]) -> bool:
    """ "Will remain engaged", "will stay in close contact": what one holds to is one's own deed, not one's lot.

    `bonds` are the words of what can be held to.
    """
    if verb.lemma_ not in HOLDING:
        return False
    below = [c for c in verb.children if c.i > verb.i and c.dep_ in {"acomp", "attr", "prep", "xcomp", "advcl"}]
    held = [t for c in below for t in (c, *(c.children if c.dep_ == "prep" else ()))]
    return any(t.lemma_.lower() in bonds or t.lower_ in bonds for t in held)


def is_of_nothing(verb: Token) -> bool:
    """ "We will continue to work on this", "we'll do that": only what was said before, which the words don't name."""
    deed = doing(verb)
    while inner := [c for c in deed.children if c.dep_ == "xcomp"]:
        deed = inner[0]
    clauses = {"advcl", "ccomp", "acl", "relcl", "conj", "pcomp"}
    below = [c for t in {verb, deed} for c in t.children if c.i > t.i and c != deed]
    things = [t for c in below for t in ((*c.children,) if c.dep_ == "prep" else (c,)) if not t.is_punct]
    named = [t for t in things if t.pos_ in {"NOUN", "PROPN", "NUM"} and t.ent_type_ not in {"DATE", "TIME"}]
    pointed = any(t.lower_ in THAT and t.dep_ in {"dobj", "pobj"} for t in things)
    if _is_done(deed) or any(_is_done(c) for c in below if c.dep_ in {"advcl", "xcomp"}):
        around = (c for t in {verb, deed} for c in t.children if c != deed)
        return not any(c.dep_ in clauses and not _is_done(c) for c in (*around, *things))
    if (near := _next(deed)) is not None and near.dep_ == "prep" and any(c.lower_ in THAT for c in near.children):
        return not any(c.dep_ in clauses for c in below)  # "will insist on this in our talks"
    return pointed and not named and not any(c.dep_ in clauses for c in (*below, *things))


def _is_done(verb: Token) -> bool:
    """ "Do so", "do that": what was said before."""
    return verb.lemma_ == "do" and any(c.lower_ in THAT and c.dep_ in {"dobj", "advmod"} for c in verb.children)


def _next(deed: Token) -> Token | None:
    return deed.doc[deed.i + 1] if deed.i + 1 < deed.sent.end else None
