"""Who is visited on a journey: the states of the places that it goes to."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import mention_at, objects, prepositional
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.types import Actor, Annotated, Mention

if TYPE_CHECKING:
    from dragoman.parsed import Token

SEATS = frozenset({"capital", "capitals"})


class Goal(Struct, frozen=True):
    """A place that a journey goes to, as written, and the state that it is in."""

    place: str
    host: Actor


def with_destination(annotated: Annotated, event: Token, parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """A visit's host: the state of the place that is visited, beside the one who travels."""
    goal = [*objects(event), *prepositional(event, ("to", "in"))]
    for token in goal:
        named = _state_behind(annotated, token) or _seat_of(token)
        mention = mention_at(annotated, named)
        if mention is None and token.ent_type_ == "LOC" and parties:
            words = [t for t in token.subtree if t.ent_type_ == "LOC" and t.pos_ != "DET"]
            return (*parties, Actor(" ".join(t.text for t in words), (), None, None, "group"))
        if mention is not None and mention.actors:
            host = annotated.actors[mention.actors[0]]
            is_town = token.ent_type_ == "GPE" or (host.kind == "person" and " " not in host.name)
            if is_town and host.side is None and host.kind != "state":
                continue  # a town receives nobody
            if all(host.side != actor.side for actor in parties) and parties:
                return (*parties, host)
    return parties


def _state_behind(annotated: Annotated, town: Token) -> Token | None:
    """ "Brussels, Belgium": the state that a town is told to be in, whatever else the town's name stands for."""
    after = town.doc[town.i + 1 : town.i + 3]
    if len(after) < len((",", "Belgium")) or after[0].text != ",":
        return None
    mention = mention_at(annotated, after[1])
    is_state = mention is not None and any(annotated.actors[i].kind == "state" for i in mention.actors)
    return after[1] if is_state and after[1].ent_type_ == "GPE" == town.ent_type_ else None


def _seat_of(token: Token) -> Token:
    """ "Kenya" of "Kenya's capital" and "the capital of Kenya"; else the word itself."""
    if token.lower_ not in SEATS:
        return token
    is_owned = token.i > 1 and token.nbor(-1).tag_ == "POS"  # by the words: the parser makes one list of "A's and B's"
    owners = [token.nbor(-2)] if is_owned else prepositional(token, ("of",))
    return owners[0] if owners else token


def goals_of(annotated: Annotated, event: Token, travellers: Collection[Actor]) -> list[Goal]:
    """The places of two states or more that one journey goes to: "visited Nairobi and Kampala"; else none.

    Where the travellers come from is none of them.
    """
    joined = objects(event) if event.pos_ == "VERB" and event.lemma_ == "visit" else prepositional(event, ("to",))
    goals: dict[str, Goal] = {}
    for token in (t for one in joined for t in (*_torn_off(one), *_listed(one))):
        mention = mention_at(annotated, _seat_of(token))
        actors = [annotated.actors[i] for i in mention.actors] if mention is not None else []
        if mention is None or len(actors) != 1 or not _is_place(annotated, mention):
            continue
        is_far = all(actors[0].side != one.side for one in travellers)
        end = max(mention.span.end, token.idx + len(token)) if token.lower_ in SEATS else mention.span.end
        if is_far and actors[0].kind == "state":
            goals.setdefault(actors[0].name, Goal(annotated.article.text[mention.span.start : end], actors[0]))
    return list(goals.values()) if len(goals) > 1 else []


def _is_place(annotated: Annotated, mention: Mention) -> bool:
    """Whether the words are those of a state, by its name or initials, or its capital, and not of its people."""
    known = load_gazetteer().at(annotated.article.text, mention.span.start)
    if known is None:
        return False
    return known.form in {"state", "capital"} or (known.kind == "state" and known.surface.isupper())


def _listed(goal: Token) -> list[Token]:
    """ "Kenya, Uganda, the UAE and Chad": a name, and those after a comma that the parser takes for its apposition."""
    found = [goal]
    for token in found:
        found += [c for c in token.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c not in found]
        found += [c for c in token.conjuncts if c not in found]
    return found


def _torn_off(seat: Token) -> list[Token]:
    """ "Kenya's capital and Uganda's capital": the parser hangs the first on the second as a modifier."""
    return [c for c in seat.lefts if c.dep_ in {"nmod", "compound"} and c.lower_ in SEATS]
