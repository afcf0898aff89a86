"""Where a truce or deal is told to be over: "declared the truce over", "the accord is dead", "no longer holds"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import subjects
from dragoman.kinds.truces import is_unsure
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE, TRUCE = "kinds/agreement", "kinds/truce"
DECLARING = frozenset({"declare", "pronounce", "call", "consider", "announce", "proclaim"})
"""Verbs by which somebody says that it is over."""
SAID_OF = frozenset({"advmod", "acomp", "prt", "oprd", "attr", "xcomp"})
"""How a word hangs on the verb that says it of its subject or object."""


class Lapse(Struct, frozen=True):
    """The verb that tells the end of a pact, and those who declare it; nobody where it is only told."""

    verb: Token
    who: tuple[Token, ...] = ()


def lapse_of(pact: Token, lexicon: Lexicon) -> Lapse | None:
    """The end of a truce or deal, where its own clause tells it; None where it stands, or may only end."""
    noun, verb = pact, pact.head
    if pact.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ == "end":
        noun, verb = verb.head, verb.head.head  # "announced the end of the truce"
    if verb.dep_ == "ccomp" and verb.lower_ in lexicon.words(TABLE, "over") and verb.head.lemma_ in DECLARING:
        return None if is_unsure(verb.head) else Lapse(verb.head, tuple(subjects(verb.head)))
    if verb.pos_ not in {"VERB", "AUX"} or is_unsure(verb):
        return None
    said = (c for c in verb.children if c.dep_ in SAID_OF or (c.dep_ == "prep" and not any(c.children)))
    below = {c.lower_ for c in said}
    denied = any(c.dep_ == "neg" for c in verb.children)
    is_over = bool(below & lexicon.words(TABLE, "over")) and not denied
    if noun.dep_ == "dobj" and verb.lemma_ in DECLARING and (noun != pact or is_over):
        return Lapse(verb, tuple(subjects(verb))) if not denied else None
    if noun.dep_ not in {"nsubj", "nsubjpass"} or noun != pact:
        return None
    if verb.lemma_ == "be" or verb.lemma_ in DECLARING:
        return Lapse(verb) if is_over else None
    lasting = verb.lemma_.lower() in lexicon.words(TRUCE, "last")
    return Lapse(verb) if lasting and _is_no_longer(verb) else None


def _is_no_longer(verb: Token) -> bool:
    """ "No longer holds", "is not holding any more"; "did not hold" too."""
    return any(c.dep_ == "neg" or c.lower_ == "longer" for c in verb.children)
