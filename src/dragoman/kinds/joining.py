"""One record out of several of one thing: which to start from, and how lists of words are put together.

The records come in the order in which they became known; every choice takes the first of equals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from dragoman.kinds.compare import fold, near_equal, same_actor
from dragoman.types import Actor, Term

R = TypeVar("R")
RANK = ("held", "reached", "broken", "denied", "cancelled", "ongoing", "planned", "near", "expected", "proposed")
"""Which status an entry shows: what came to pass, then what was denied or called off, then what was foreseen."""


def settled(statuses: Iterable[str]) -> str:
    """The status that wins: "held" over "expected"."""
    return min(statuses, key=RANK.index)


def longest(texts: Iterable[str]) -> str:
    """The longest text, the first of equals."""
    return max(texts, key=len)


def most_given(values: Iterable[R | None]) -> R | None:
    """The value that most records give, the first of equals; None when none gives any."""
    given = [value for value in values if value is not None]
    return max(given, key=given.count) if given else None


def distinct_texts(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """All texts, each once: of two that say the same the longer stands, in the place of the first."""
    found: list[str] = []
    for text in (text for texts in lists for text in texts):
        home = next((n for n, known in enumerate(found) if near_equal(known, text)), None)
        if home is None:
            found.append(text)
        else:
            found[home] = longest((found[home], text))
    return tuple(found)


def join_terms(lists: Iterable[Sequence[Term]]) -> tuple[Term, ...]:
    """The distinct terms: one of each type and wording, with the length and the scope that any of them has."""
    found: list[Term] = []
    for term in (term for terms in lists for term in terms):
        home = next((n for n, known in enumerate(found) if _same_term(known, term)), None)
        if home is None:
            found.append(term)
        else:
            known = found[home]
            text = longest((known.text, term.text))
            found[home] = Term(known.type, text, known.duration or term.duration, known.scope or term.scope)
    return tuple(found)


def _same_term(a: Term, b: Term) -> bool:
    return a.type == b.type and (a.type != "other" or near_equal(a.text, b.text, share=0.5))


def first_named(actors: Iterable[Actor | None]) -> Actor | None:
    """The actor under the fullest of the names, the first of equals; None when none is named."""
    named = [actor for actor in actors if actor is not None]
    return max(named, key=lambda actor: len(fold(actor.name).split())) if named else None


def join_actors(groups: Iterable[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """The distinct actors of several lists in order of first mention, each under its fullest name.

    A bare state gives way to a person of its side: "Moscow" and "Sergei Lavrov" are one delegation.
    """
    found: list[Actor] = []
    for actor in (actor for group in groups for actor in group):
        home = next((n for n, known in enumerate(found) if same_actor(known, actor)), None)
        if home is None:
            found.append(actor)
        else:
            found[home] = _fuller(found[home], actor)
    manned = {actor.side for actor in found if actor.kind == "person"}
    return tuple(actor for actor in found if actor.kind != "state" or actor.side not in manned)


def _fuller(a: Actor, b: Actor) -> Actor:
    """One actor with the name of more words, all aliases, and side and role where either has them."""
    first, second = (b, a) if len(b.name.split()) > len(a.name.split()) else (a, b)
    if not {second.name, *second.aliases} - {first.name, *first.aliases} and first.side and first.role:
        return first
    aliases = tuple(sorted({*first.aliases, *second.aliases, second.name} - {first.name}))
    kind = "person" if "person" in (a.kind, b.kind) else first.kind
    return Actor(first.name, aliases, first.side or second.side, first.role or second.role, kind)
