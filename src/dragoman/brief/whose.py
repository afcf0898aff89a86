"""Whose offer an answer is to, by the parties that its words name."""

from __future__ import annotations

from msgspec import Struct

OWNING = ("'s", "’s", "'", "’")
"""What behind a name says that the thing after it is theirs."""


class Named(Struct, frozen=True):
    """The parties that some words name, and those of them whose thing it is said to be ("Kenya's offer")."""

    parties: frozenset[str]
    owners: frozenset[str]


NOBODY = Named(frozenset(), frozenset())


def named_in(words: str) -> Named:
    """The states and organisations that words name, also by what their people are called.

    >>> named_in("the Kenyan plan").parties, named_in("Uganda's offer to Kenya").owners
    (frozenset({'Kenya'}), frozenset({'Uganda'}))
    """
    starts = [n for n, letter in enumerate(words) if letter.isupper() and (n == 0 or not words[n - 1].isalnum())]
    if not starts:
        return NOBODY
    from dragoman.annotate.gazetteer import load_gazetteer  # imported here: it reads the names of all states

    gazetteer = load_gazetteer()
    known = [(one, start) for start in starts if (one := gazetteer.at(words, start)) and one.side]
    owners = {one.side for one, start in known if words[start + len(one.surface) :].startswith(OWNING)}
    return Named(frozenset(one.side for one, _ in known), frozenset(owners))
