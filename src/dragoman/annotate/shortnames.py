"""Bodies called by the last word of their name: "the front" after "the Lake Liberation Front"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.types import Actor

if TYPE_CHECKING:
    from dragoman.parsed import Token

ACTING = frozenset({"nsubj", "nsubjpass"})


def last_words(actors: Iterable[Actor]) -> frozenset[str]:
    """The last words of the names of bodies, in small letters."""
    names = (actor.name.split() for actor in actors if actor.kind in {"group", "organisation"})
    return frozenset(name[-1].lower() for name in names if len(name) > 1 and name[-1][:1].isupper())


def is_short_name(noun: Token) -> bool:
    """Whether a noun with nothing but "the" says or does something, as no front line and no league table would."""
    if noun.tag_ != "NN" or [child.lower_ for child in noun.children] != ["the"]:
        return False
    return noun.dep_ in ACTING or (noun.dep_ == "pobj" and noun.head.dep_ == "agent")
