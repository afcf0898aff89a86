"""With whom a matter is discussed where the parser hangs "with" on the matter: "discussed the war in Chad with X"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import mention_at, objects, prepositional
from dragoman.lexicon import Row
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token


SHARED = frozenset(
    {"work", "engagement", "cooperation", "coordination", "partnership", "collaboration", "effort", "tie"}
)
"""What one has with several others, and may discuss with somebody else."""


def with_whom(annotated: Annotated, topic: Token, matters: frozenset[str]) -> list[Token]:
    """The heads of those whom a matter is discussed with: below the matter, or below what it is in.

    A state may belong to the matter ("ties with Kenya", "the treaty of Chad with Kenya"): it counts only right below
    one of the `matters`, words for what is discussed and holds between no states ("the situation"). "Aid, as well as
    their work with Kenyan and other envoys" is discussed with others.
    """
    if found := prepositional(topic, ("with",)):
        if topic.lemma_ in SHARED and found[0].conjuncts and topic.dep_ == "conj":
            return []
        return [t for t in found if topic.lemma_ in matters or not _is_of_states(annotated, t)]
    deeper = [t for child in topic.children if child.dep_ == "prep" for t in child.children if t.dep_ == "pobj"]
    return [t for thing in deeper for t in prepositional(thing, ("with",)) if _is_person(annotated, t)]


def by_several(annotated: Annotated, who: list[Token], together: list[Token]) -> list[Token]:
    """Those whom several discussed a matter with: persons only, for others belong to it ("their ties with Kenya")."""
    is_several = len(who) > 1 or any(t.lower_ in {"they", "both"} or t.tag_ in {"NNS", "NNPS"} for t in who)
    return [t for t in together if _is_person(annotated, t)] if is_several else together


def held_for(verb: Token, nouns: Mapping[str, Row]) -> Row | None:
    """The row of the call or meeting that was held "to discuss" something: it, no other talk, is what took place."""
    above = verb.head
    if verb.lemma_ != "discuss" or verb.tag_ != "VB" or verb.dep_ not in {"xcomp", "advcl", "acl", "relcl"}:
        return None
    things = [above] if above.pos_ == "NOUN" else objects(above)
    return next((nouns[t.lemma_.lower()] for t in things if t.lemma_.lower() in nouns), None)


def _is_of_states(annotated: Annotated, token: Token) -> bool:
    """Whether a state or an organisation is named, and no person of it."""
    mention = mention_at(annotated, token)
    return mention is not None and all(annotated.actors[i].kind in {"state", "organisation"} for i in mention.actors)


def _is_person(annotated: Annotated, token: Token) -> bool:
    mention = mention_at(annotated, token)
    return mention is not None and any(annotated.actors[i].kind == "person" for i in mention.actors)
