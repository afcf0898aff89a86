"""One record out of several of one thing: which to start from, and how lists of words are put together.

The records come in the order in which they became known; every choice takes the first of equals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from dragoman.kinds.compare import near_equal, same_actor
from dragoman.types import Actor, Term, When

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


def latest(whens: Iterable[When | None]) -> When | None:
    """The last time that any gives; None where one gives none: that is of the day when it was told."""
    given = list(whens)
    dated = [when for when in given if when is not None and when.start is not None]
    if len(dated) < len(given):
        return None
    return max(dated, key=lambda when: (when.start or date.min, when.end or date.max), default=None)


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
    """One actor, named in several records, as `join_actors` names it; None when nobody is named."""
    named = [actor for actor in actors if actor is not None]
    return _one_actor(named) if named else None


def join_actors(groups: Iterable[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """The distinct actors of several lists in order of first mention, each under its most used full name.

    A bare state gives way to a person of its side: "Moscow" and "Sergei Lavrov" are one delegation.
    """
    found: list[list[Actor]] = []
    for actor in (actor for group in groups for actor in group):
        home = next((known for known in found if same_actor(known[0], actor)), None)
        if home is None:
            found.append([actor])
        else:
            home.append(actor)
    joined = [_one_actor(known) for known in found]
    manned = {actor.side for actor in joined if actor.kind == "person"}
    return tuple(actor for actor in joined if actor.kind != "state" or actor.side not in manned)


def _one_actor(known: list[Actor]) -> Actor:
    """One actor of several tellings: the most used full name, all others as aliases, the most given side, a role."""
    if all(actor == known[0] for actor in known):
        return known[0]
    names = [actor.name for actor in known]
    full = [name for name in names if " " in name] or names
    name = max(full, key=full.count)
    aliases = {alias for actor in known for alias in (actor.name, *actor.aliases)} - {name}
    side = most_given(actor.side for actor in known)
    role = next((actor.role for actor in known if actor.role), None)
    kind = "person" if any(actor.kind == "person" for actor in known) else known[0].kind
    decided = next((actor for actor in known if actor.identity), None)
    if decided:  # a person said who this is
        return Actor(decided.name, tuple(sorted({*aliases, name} - {decided.name})), side, role, kind, decided.identity)
    return Actor(name, tuple(sorted(aliases)), side, role, kind)
