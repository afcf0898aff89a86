"""Where a name is decided by hand: who is called what, whose names are two."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from dragoman.app.desk.sheet import AskedOf, Seen, Sheet
from dragoman.brief.setting import Setting
from dragoman.corrections.markings import from_on, highest, lowest
from dragoman.kinds.compare import fold
from dragoman.kinds.doers import doers_of, is_named
from dragoman.types import Actor, Marking


class RenameShown(Struct, frozen=True, kw_only=True):
    """The spellings of an actor's name, the commonest first, and the sides it acts for.

    `markings` are those that a decision about the name alone can have, `usual` the one that it has unless another is
    chosen; one that brings in another name may have to be marked higher.
    """

    heading: str
    id: str
    names: tuple[str, ...]
    sides: tuple[str, ...]
    markings: tuple[Marking, ...]
    usual: Marking


def make(seen: Seen, asked: AskedOf) -> RenameShown | None:
    """The names that an actor is known by; None where nobody is."""
    names = spellings(seen, asked.id)
    if not names:
        return None
    known = [one for name in names for one in seen.ledger.markings_naming(name)]
    folded = set(map(fold, names))
    borne = {actor.side for actor in seen.once(all_actors) if actor.side and fold(actor.name) in folded}
    sides = sorted(side for side in borne if fold(side) not in folded)
    return RenameShown(
        heading="Name",
        id=asked.id,
        names=names,
        sides=tuple(sides),
        markings=from_on(lowest(known) or seen.clearance, seen.clearance),
        usual=highest(known or [seen.clearance]),
    )


def spellings(seen: Seen, name: str) -> tuple[str, ...]:
    """The names of actors, or of a side, that a name finds, the commonest first."""
    found: Counter[str] = Counter()
    for actor, times in seen.once(all_actors).items():
        if actor.side and fold(actor.side) == fold(name):
            found[actor.side] += times
        elif is_named(actor, name):
            found[actor.name] += times
    if any(fold(one) == fold(name) for one in found):  # who is named in full isn't somebody with a longer name
        found = Counter({one: count for one, count in found.items() if fold(one) == fold(name)})
    return tuple(sorted(found, key=lambda one: (-found[one], one)))


def all_actors(setting: Setting) -> Counter[Actor]:
    """Everybody who acts in an entry or towards whom one does, and how often."""
    files = setting.files
    doers = (doers_of(entry.record) for kind in files.kinds() for entry in files.filed(kind))
    return Counter(actor for several in doers for part in several for actor in part)


SHEET = Sheet(
    name="rename",
    path="/rename/{id:path}",
    title="Name",
    what="The spellings of an actor's name, to be changed or told from another by hand; for who may write.",
    make=make,
    shown=RenameShown,
    asked=AskedOf,
    needs="write",
)
