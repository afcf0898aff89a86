"""Whose "the sides" are that agree or meet again: those who were told to have talked before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, side_of
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.kinds.encounters import Encounter

SIDES = frozenset({"side", "party", "delegation", "negotiator", "team"})
"""Nouns for those who talk, in the plural."""
BARE = frozenset({"the", "both", "two", "all", "negotiating"})
BACK = 6
"""Sentences before the word in which the talks are told."""


def counterparts_told(annotated: Annotated, tokens: Sequence[Token], talks: Sequence[Encounter]) -> tuple[Actor, ...]:
    """All of the last contact told, for "he and his counterparts" after a contact of his with several; else nobody."""
    whose = [
        t for t in tokens if t.lemma_ == "counterpart" and t.tag_ == "NNS" and any(c.tag_ == "PRP$" for c in t.lefts)
    ]
    if len(tokens) != 2 or len(whose) != 1 or not talks:
        return ()
    (other,) = (t for t in tokens if t not in whose)
    own = {actor.name for actor in actors_at(annotated, [other])}
    before = next((told for told in reversed(talks) if told.span.end <= other.idx), None)
    several = before is not None and len(before.participants) > 2 and own & {a.name for a in before.participants}
    return before.participants if before is not None and several else ()


def those_at_talks(annotated: Annotated, noun: Token, talks: Sequence[Encounter]) -> tuple[Actor, ...]:
    """The sides whom "the sides", "both delegations" stand for: those of the last talks told before; else nobody.

    "Both" and "two" are none of talks of three. `talks` are in the order of the text.
    """
    said = {word.lower_ for word in noun.lefts}
    if noun.lemma_ not in SIDES or noun.tag_ != "NNS" or not said <= BARE or any(c.dep_ == "prep" for c in noun.rights):
        return ()
    starts = [s.span.start for s in annotated.sentences if s.span.start <= noun.idx]
    first = starts[-BACK - 1 :][0] if starts else 0
    known = {actor.name: actor for actor in annotated.actors}
    for told in reversed([told for told in talks if first <= told.span.start and told.span.end <= noun.idx]):
        named = (side_of(actor) for actor in told.participants if actor.side is not None)
        sides = {actor.name: known.get(actor.name, actor) for actor in named if actor is not None}
        if len(sides) == 2 or (len(sides) > 2 and not said & {"both", "two"}):
            return tuple(sides.values())
    return ()
