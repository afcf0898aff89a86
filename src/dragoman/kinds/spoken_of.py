"""Contacts told of "them" and "the two sides": what is said again of a contact told before, and none by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import mention_at, prepositional
from dragoman.kinds.dated import has_own_day
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.kinds.encounters import Encounter
    from dragoman.parsed import Token

OF_PERSONS = frozenset({"contact.meet", "contact.call", "contact.speak", "contact.brief"})
"""Rows of what some persons do on some day; talks are told of states again and again."""


def is_of_those_told(annotated: Annotated, event: Token, told: Encounter, tokens: list[Token]) -> bool:
    """ "They also discussed it", "they had a conversation": told of those of before, with no place or day."""
    if _is_talk_about(event):
        return _are_spoken_of(annotated, tokens)
    nameless = bool(tokens) and all(
        t.tag_ == "PRP" and t.lower_ in {"they", "them"} or t.lemma_ == "side" for t in tokens
    )
    is_bare = told.place is None and not has_own_day(annotated, event) and told.status in {"held", "ongoing"}
    return nameless and is_bare and told.rule in OF_PERSONS


def _is_talk_about(verb: Token) -> bool:
    """ "They also discussed it", "they spoke about it": what was said, with nobody named whom it was said to."""
    alone = verb.lemma_ in {"speak", "talk"} and not prepositional(verb, ("with", "to"))
    return verb.lemma_ == "discuss" or (verb.pos_ == "VERB" and alone and bool(prepositional(verb, ("of", "about"))))


def _are_spoken_of(annotated: Annotated, tokens: list[Token]) -> bool:
    """Whether all are named by a pronoun or as "the leaders": "they also discussed" is no contact of its own."""
    mentions = [mention_at(annotated, token) for token in tokens]
    return all(m is not None and (m.form == "pronoun" or (m.form == "role" and len(m.actors) > 1)) for m in mentions)


def is_of_unknown(tokens: list[Token], parties: tuple[Actor, ...]) -> bool:
    """ "They met in Oslo" of "the countries" of before, or "the sides": a word that stands for anybody."""
    (party,) = parties
    is_bare = party.kind == "group" and party.side is None and " " not in party.name
    return is_bare and all(t.pos_ == "PRON" or t.lemma_ == "side" for t in tokens)
