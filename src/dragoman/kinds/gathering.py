"""One group of many, told to meet among itself: "the council met in Oslo", "ministers are meeting in Oslo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, is_passive, mention_at, objects, prepositional, side_of
from dragoman.kinds.spoken_of import is_of_unknown
from dragoman.lexicon import Row
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TOGETHER = frozenset(
    {"they", "council", "group", "coalition", "bloc", "alliance", "committee", "cabinet", "taskforce", "league",
     "assembly", "commission", "quartet", "troika"}
)  # fmt: skip
"""Words in the singular for several who meet among themselves."""
GATHERING_ROWS = frozenset({"contact.meet", "contact.talk"})


def is_gathering(annotated: Annotated, verb: Token, row: Row, who: tuple[tuple[Actor, ...], list[Token]]) -> bool:
    """ "Ministers of the bloc are meeting in Oslo": one group of many, that meets nobody else."""
    parties, tokens = who
    if row.id not in GATHERING_ROWS:
        return False
    if len(parties) != 1 or parties[0].kind not in {"group", "organisation"} or verb.lemma_ == "discuss":
        return False
    if is_of_unknown(tokens, parties):
        return False
    alone = not (objects(verb) or prepositional(verb, ("with", "to", "about")) or is_passive(verb))
    mentions = [mention for token in tokens if (mention := mention_at(annotated, token))]
    plural = any(token.tag_ in {"NNS", "NNPS"} or token.lower_ in TOGETHER for token in tokens)
    return alone and plural and bool(mentions) and all(mention.form != "place" for mention in mentions)


def owners_of(annotated: Annotated, tokens: list[Token]) -> tuple[Actor, ...]:
    """ "their delegations", "officials from our governments": the sides that they are of, where two or more."""
    whose = [t for token in tokens for t in (token, *prepositional(token, ("of", "from")))]
    owners = [c for t in whose for c in t.lefts if c.lower_ in {"their", "our"}]
    acting = [c for token in tokens for c in token.rights if c.dep_ == "acl" and c.lemma_ == "represent"]
    owners += [thing for verb in acting for thing in objects(verb)]
    capitals = [m for token in owners if (m := mention_at(annotated, token)) is not None and m.form == "place"]
    named = [*actors_at(annotated, owners), *(annotated.actors[i] for m in capitals for i in m.actors)]
    sides = {side.name: side for actor in named if (side := side_of(actor)) and actor.side}
    return tuple(sides.values()) if len(sides) > 1 else ()
