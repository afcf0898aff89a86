"""Who leads those who met: "a delegation headed by Ana Torv" is whose it is told to be, and she with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, mention_at
from dragoman.annotate.joined import joined
from dragoman.annotate.led import LEADING, SENT_OUT
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

LONGEST_POST = 12
"""Tokens between "by" and the name of who leads."""


def with_leaders(annotated: Annotated, tokens: list[Token]) -> list[Token]:
    """Those who met with the leaders of each delegation in its place; one of nobody's gives way to its leader."""
    found = []
    for token in tokens:
        leading = leaders(annotated, token) if token.lemma_.lower() in SENT_OUT else []
        whose = any(actor.side for actor in actors_at(annotated, [token]))
        found += leading if leading and not whose else [token, *leading]
    return list(dict.fromkeys(found))


def leaders(annotated: Annotated, group: Token) -> list[Token]:
    """The persons by whom a group is led: "the teams, led by Ana Torv and Omar Haddad"; empty where none is told."""
    led = (c for c in group.rights if c.dep_ == "acl" and c.lemma_ in LEADING)
    for verb in (c for c in led if any(t.lower_ == "by" for t in group.doc[c.i + 1 : c.i + 2])):
        after = group.doc[verb.i + 2 : verb.i + 2 + LONGEST_POST]
        name = next((t for t in after if _is_named(annotated, t) or t.pos_ in {"VERB", "AUX"}), None)
        if name is not None and name.pos_ == "PROPN":
            return [t for t in joined([name]) if t.i >= name.i and t.i <= group.sent.end and _is_named(annotated, t)]
    return []


def _is_named(annotated: Annotated, token: Token) -> bool:
    mention = mention_at(annotated, token)
    is_head = mention is not None and mention.form == "name" and mention.head == token.i
    return is_head and mention is not None and [annotated.actors[i].kind for i in mention.actors] == ["person"]
