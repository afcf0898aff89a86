"""What a party will do of which others tell: the aid that it will give, the deeds of its own troops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, prepositional, subjects
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.kinds.future_words import FutureWords
    from dragoman.parsed import Token


ENVOYS = frozenset({"envoy", "representative", "negotiator", "team", "mission", "message", "letter", "signal", "reply"})
"""What is sent without any aid."""


def is_grant(annotated: Annotated, verb: Token, root: Token, words: FutureWords) -> bool:
    """ "Kenya is to give Chad two ships": what a state or a body will do for another, told by the article itself."""
    if verb.lemma_.lower() not in words.giving or any(c.dep_ == "neg" for t in {verb, root} for c in t.children):
        return False
    givers = actors_at(annotated, subjects(root))
    if not givers or not all(actor.kind in {"state", "organisation"} for actor in givers):
        return False
    given = [c for c in verb.children if c.dep_ == "dobj"]
    if any(thing.lemma_.lower() in words.meeting | ENVOYS for thing in given):
        return False
    others = [*(c for c in verb.children if c.dep_ == "dative"), *prepositional(verb, ("to", "with", "for")), *given]
    others += [t for thing in given for t in prepositional(thing, ("to", "for"))]
    others += [c for thing in given for c in thing.lefts if c.dep_ in {"nmod", "compound"}]  # "give Chad naval support"
    sides = {actor.side or actor.name for actor in givers}
    return bool(given) and any((a.side or a.name) not in sides for a in actors_at(annotated, others))


def is_of_own_people(annotated: Annotated, token: Token, speaker: Actor | None, people: frozenset[str]) -> bool:
    """ "Their teams", "its troops", of whoever says so: what they will do the speaker promises."""
    if speaker is None or token.lemma_.lower() not in people:
        return False
    owners = [a for c in token.lefts if c.dep_ == "poss" and c.tag_ == "PRP$" for a in actors_at(annotated, [c])]
    return bool(owners) and all(speaker.name == a.name or (a.side and a.side == speaker.side) for a in owners)
