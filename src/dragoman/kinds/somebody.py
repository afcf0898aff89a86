"""Whether a word by itself stands for an actor, and no word inside its phrase only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, mention_at
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

GATHERED = frozenset({"group", "delegation", "team", "contingent"})
"""Nouns that are somebody together with those after "of": "hosted a group of ministers"."""


def is_somebody(annotated: Annotated, token: Token) -> bool:
    """Whether the token itself, and not a word inside its phrase, stands for an actor.

    "welcomed the release of prisoners" names prisoners, and welcomed none of them; "one of them, Ana Torv," is named.
    """
    mention = mention_at(annotated, token)
    if mention is not None:
        return mention.head == token.i
    is_named = token.lower_ == "one" and any(child.dep_ == "appos" for child in token.children)
    is_part = token.lemma_ not in GATHERED and any(child.lower_ == "of" for child in token.children) and not is_named
    return not is_part and bool(actors_at(annotated, [token]))
