"""Whether two records mean the same: comparisons of names, sides, words and lengths that the kinds share.

Everything here is pure and cheap: merging a block asks `same` many times over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from dragoman.types import Actor, Record

CACHED = 65_536
"""Folded forms that are kept: a ledger repeats its names and quotes, folding costs ten times the comparison."""
WORD = re.compile(r"[^\W_]+", re.UNICODE)
SHORTEST_WORD = 4
"""Letters of a word that counts in a comparison of texts; "the", "and", "will" say nothing. Numbers always count."""
DOUBLED = re.compile(r"(.)\1+")


WORDED = ("content", "outcome", "about")
"""Fields by whose words records are found."""


@lru_cache(maxsize=CACHED)
def fold(name: str) -> str:
    """A name without case, accents, punctuation and the ways of writing a Slavic ending.

    >>> fold("Volodymyr Zelenskyy") == fold("Volodymyr Zelensky") == fold("volodymyr zelenskiy")
    True
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = (DOUBLED.sub(r"\1", word.replace("y", "i")) for word in WORD.findall(plain.replace("'s", "")))
    return " ".join(word for word in words if word not in {"the", "a", "an"})


@lru_cache(maxsize=CACHED)
def words_of(text: str) -> frozenset[str]:
    """The words of a text that count when two texts are compared, folded."""
    return frozenset(word for word in fold(text).split() if len(word) >= SHORTEST_WORD or word.isdigit())


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter text's words that the longer has too, 0 to 1; 0 when either has none."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def near_equal(a: str, b: str, share: float = 0.75) -> bool:
    """Whether one text says what the other says: equal when folded, or `share` of the shorter is in the longer.

    Fewer than three words that count never carry a likeness.
    """
    if fold(a) == fold(b):
        return True
    one, other = words_of(a), words_of(b)
    return min(len(one), len(other)) >= 3 and overlap(one, other) >= share


@lru_cache(maxsize=CACHED)
def words_of_parts(parts: tuple[str, ...]) -> frozenset[str]:
    """The words of a text in parts that count when two texts are compared."""
    return frozenset().union(*(words_of(part) for part in parts))


def handles(record: Record) -> frozenset[str]:
    """Words by which a record is found among many of its block: two that are the same share one, or one has none.

    Empty where likeness isn't by words alone: terms, a stance, an expected event.
    """
    if hasattr(record, "terms") or hasattr(record, "stance") or getattr(record, "expects", None):
        return frozenset()
    text = next((text for field in WORDED if (text := getattr(record, field, None))), ())
    return words_of(text) if isinstance(text, str) else words_of_parts(tuple(text))


# ---- actors ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=CACHED)
def _forms(actor: Actor) -> frozenset[str]:
    """Every name and alias of an actor, folded."""
    return frozenset(form for name in (actor.name, *actor.aliases) if (form := fold(name)))


def surname(actor: Actor) -> str:
    """The last word of the name, folded: how a second mention names a person."""
    return fold(actor.name).rpartition(" ")[2]


def same_actor(a: Actor, b: Actor) -> bool:
    """Whether two actors are one: sides that don't differ, and a name shared, or a surname with the same initial.

    "Zelensky" is "Volodymyr Zelenskyy"; "Sergei Lavrov" is "Sergey Lavrov"; two full names with other initials are two.
    """
    if a.side and b.side and a.side != b.side:
        return False
    one, other = fold(a.name), fold(b.name)
    if one == other:
        return True
    if "person" not in (a.kind, b.kind) or "state" in (a.kind, b.kind):
        return bool(_forms(a) & _forms(b)) and a.kind == b.kind
    if surname(a) == surname(b):
        return " " not in one or " " not in other or one[:1] == other[:1]
    # A shared alias tells only where one of the two is not a full name: "the president" may be either of two.
    return (" " not in one or " " not in other) and (one in _forms(b) or other in _forms(a))


def party(actor: Actor) -> str:
    """The side that an actor stands for, else its own surname or name, folded."""
    if actor.side:
        return fold(actor.side)
    return surname(actor) if actor.kind == "person" else fold(actor.name)


def parties(actors: Iterable[Actor]) -> frozenset[str]:
    """The sides of some actors; those without a side count by name only where fewer than two sides are known."""
    several = tuple(actors)
    sides = frozenset(fold(actor.side) for actor in several if actor.side)
    return sides if len(sides) > 1 else sides | frozenset(party(actor) for actor in several if not actor.side)


def party_key(actors: Iterable[Actor]) -> str:
    """The sides of some actors in one string, the same for any order."""
    return "|".join(sorted(parties(actors)))


def persons(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors that are persons."""
    return tuple(actor for actor in actors if actor.kind == "person")


def share_a_person(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """Whether some actor of `a` is one of `b`."""
    return any(same_actor(one, other) for one in a for other in b)


def persons_agree(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """Whether, on every side for which both name persons, they share one; naming none contradicts nothing."""
    for side in {person.side for person in persons(a)} & {person.side for person in persons(b)}:
        ours = tuple(person for person in persons(a) if person.side == side)
        theirs = tuple(person for person in persons(b) if person.side == side)
        if not share_a_person(ours, theirs):
            return False
    return True


def same_speaker(a: Actor | None, b: Actor | None) -> bool:
    """Whether both are nobody (the narrator) or one actor."""
    return (a is None and b is None) or (a is not None and b is not None and same_actor(a, b))


def speaker_key(actor: Actor | None) -> str:
    """What every way of naming a speaker shares: the surname of a person, else the folded name."""
    if actor is None:
        return ""
    return surname(actor) if actor.kind == "person" else fold(actor.name)
