"""What a decision by hand needs before it is kept: names that are known here, a marking that is high enough."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import replace

from dragoman.corrections import AnyDeed, Correction
from dragoman.corrections.making import Signed, signed
from dragoman.corrections.markings import effective_markings, from_on, highest, lowest
from dragoman.corrections.nouns import Amend, Rename, TellApart, Undo
from dragoman.corrections.standing import targets_of
from dragoman.errors import UsageError
from dragoman.kinds.compare import fold
from dragoman.ledger import Ledger
from dragoman.types import Marking

MOST_NEAR = 3
LIKE_ENOUGH = 0.6
"""Of 1: how like another name must be to be offered."""


class Bounds(Struct, frozen=True):
    """The marking that a correction must have at least, and the one that it has where nothing else is chosen."""

    least: Marking
    usual: Marking


def bounds_of(deed: AnyDeed, ledger: Ledger, sight: Marking) -> Bounds:
    """How a decision is marked, made by who may see `sight` and no more.

    At least as what it is about: the articles of the records it names and what people decided of these; of names the
    lowest marking under which each is known. A decision about names is marked as the highest that tells of them where
    nobody chooses, and where it brings in a name that nothing here says, as high as its maker may see.
    """
    if isinstance(deed, Undo):
        least = marked(ledger).get(deed.correction, sight)
        return Bounds(least, least)
    if not isinstance(deed, Rename | TellApart):
        least = ledger.least_marking(targets_of(deed), names=isinstance(deed, Amend) and is_of_actors(deed))
        return Bounds(least, least)
    known = [ledger.markings_naming(name) for name in _names(deed)]
    least = highest(low for several in known if (low := lowest(several)))
    usual = highest([least, *(one for several in known for one in several or (sight,))])
    return Bounds(least, usual)


def is_of_actors(deed: Amend) -> bool:
    """Whether a field that is changed says whom a record names."""
    return '"name":' in deed.was + deed.value


def _names(deed: Rename | TellApart) -> tuple[str, ...]:
    if isinstance(deed, TellApart):
        return (deed.name, deed.other)
    return (deed.name, deed.to, *((deed.side,) if deed.side else ()))


def marked(ledger: Ledger) -> Mapping[str, Marking]:
    """The marking of each correction by id, no lower than that of what it is about."""
    made = ledger.corrections()
    ids = {target.article for one in made for target in targets_of(one.deed)}
    known = {id: article.marking for id in ids if (article := ledger.article(id))}
    return effective_markings(made, known)


def decided(deed: AnyDeed, signature: Signed, ledger: Ledger) -> Correction:
    """The correction, marked as was chosen, or as is usual. UsageError for a marking that is too low or too high."""
    bounds = bounds_of(deed, ledger, signature.sight)
    marking = signature.marking or bounds.usual
    allowed = from_on(bounds.least, signature.sight)
    if marking not in allowed:
        raise UsageError(f"marking: what this is about allows {', '.join(allowed)}")
    return signed(deed, replace(signature, marking=marking))


def known_name(name: str, names: Collection[str]) -> str:
    """The name as it is spelt here; UsageError, with the nearest ones, where nobody bears it."""
    spelt: dict[str, str] = {}
    for one in names:
        spelt.setdefault(fold(one), one)
    wanted = fold(name)
    if wanted in spelt:
        return name if name in names else spelt[wanted]
    parts = set(wanted.split())
    holding = sorted((key for key in spelt if parts and parts & set(key.split())), key=lambda key: (len(key), key))
    near = list(dict.fromkeys([*get_close_matches(wanted, sorted(spelt), MOST_NEAR, LIKE_ENOUGH), *holding]))[
        :MOST_NEAR
    ]
    told = f"; the nearest are {', '.join(spelt[key] for key in near)}" if near else ""
    raise UsageError(f"{name}: nobody here has that name{told}")
