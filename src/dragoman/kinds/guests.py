"""Who came to a contact, where its noun is the subject: "was attended by Kenya", "brings together both ministers"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional

if TYPE_CHECKING:
    from dragoman.parsed import Token

ATTENDING = frozenset({"attend", "join", "chair", "co-chair", "lead"})
"""What those who come do to a contact, in the passive."""
TOGETHER = "together"
URGING = frozenset(
    {"press", "urge", "ask", "push", "invite", "persuade", "convince", "encourage", "pressure", "order", "force", "beg"}
)
"""Verbs whose object is to do what follows: "pressed the rebels to attend"; not "met the rebels to talk"."""


def guests(noun: Token, joining: Collection[str]) -> list[Token]:
    """The tokens that name who came, where a verb of which the noun is the subject or part tells it; else none.

    `joining` are the lemmas of "included" and "gathered"; "bring" is one only as "brings together".
    """
    verbs = [noun.head] if noun.dep_ in {"nsubj", "nsubjpass"} else []
    verbs += [c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBG"]
    verbs += _told_after(noun)
    found: list[Token] = []
    for verb in verbs:
        if noun.dep_ == "nsubjpass" and verb == noun.head:
            found += prepositional(verb, ("by",)) if verb.lemma_ in ATTENDING else []
        elif verb.lemma_ in joining and (verb.lemma_ != "bring" or any(c.lower_ == TOGETHER for c in verb.children)):
            found += [*objects(verb), *prepositional(verb, ("with",))]
    return found


def _told_after(noun: Token) -> list[Token]:
    """ "Plans for a meeting in Oslo on Friday, which will bring together": no day brings anybody."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    beside = [t for t in noun.doc[noun.i + 1 : noun.sent.end] if t.ent_type_ in {"DATE", "TIME", "GPE"}]
    beside += [t for c in noun.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    heads = [t for t in dict.fromkeys((noun, above, *beside)) if t.pos_ in {"NOUN", "PROPN"}]
    return [c for head in heads for c in head.rights if c.dep_ == "relcl" and c.lemma_ == "bring"]


def is_of_one_side(found: list[Token]) -> bool:
    """Whether those found are one, or all stand behind "with": who met them is told elsewhere in the clause."""
    firsts = [t for t in found if t.dep_ != "conj"]
    return len(found) == 1 or (bool(found) and all(t.dep_ == "pobj" and t.head.lower_ == "with" for t in firsts))
