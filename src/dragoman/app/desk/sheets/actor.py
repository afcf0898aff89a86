"""Who acts: everybody who is named, and what one of them said, met, offered and promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from dragoman.app.desk.sheet import Asked, AskedOf, Seen, Sheet
from dragoman.app.desk.sheets.counted import Counted
from dragoman.app.desk.sheets.lines import EntryLine, entry_lines
from dragoman.brief.network import Network, persons_network
from dragoman.brief.phrases import party
from dragoman.brief.scene import seen_by
from dragoman.brief.setting import Setting
from dragoman.corrections import AnyDeed, standing
from dragoman.corrections.nouns import Rename, TellApart
from dragoman.corrections.words import note_of
from dragoman.kinds.compare import fold
from dragoman.kinds.doers import doers_of, is_named
from dragoman.types import Actor, ByHand, Entry

GROUPS = {
    "contact": "Met and spoke with",
    "agreement": "Agreed",
    "proposal": "Offered",
    "response": "Answered",
    "demand": "Demanded",
    "pledge": "Promised",
    "forecast": "Foresaw",
    "action": "Did",
    "non_answer": "Did not answer",
    "statement": "Said",
}
"""The kinds in the order of the page, and what an actor is said to have done in an entry of each."""
MOST_LINES, MOST_ASKED = 40, 1_000


class AskedActors(Asked, frozen=True, kw_only=True, rename="kebab"):
    """How many actors."""

    limit: Annotated[int, Meta(ge=1, le=5000)] = 300


class Known(Struct, frozen=True):
    """Somebody who is named: the commonest name, the side, the role named last, in how many entries, when last."""

    name: str
    side: str | None
    role: str | None
    kind: str
    entries: int
    last: date | None


class ActorsShown(Struct, frozen=True):
    """Who is named most often; `more` are left out."""

    as_of: date | None
    actors: tuple[Known, ...]
    more: int


class Group(Struct, frozen=True):
    """The entries of one kind in which an actor acts, the newest first; `more` are left out."""

    kind: str
    title: str
    lines: tuple[EntryLine, ...]
    more: int


class ActorShown(Struct, frozen=True, kw_only=True):
    """An actor and what it did, kind by kind; `others` are those it met most often.

    `by_hand` is what people decided about names that it bears or bore.
    """

    heading: str
    known: Known
    groups: tuple[Group, ...]
    by_hand: tuple[ByHand, ...]
    others: tuple[tuple[str, int], ...]


class AskedActor(AskedOf, frozen=True, kw_only=True, rename="kebab"):
    """An actor by name, and the kind of which all entries are to be listed."""

    kind: str = ""


def make(seen: Seen, asked: AskedActors) -> ActorsShown:
    """Everybody who acts in an entry, by how often."""
    known = seen.once(everybody)
    return ActorsShown(seen.scene.view.as_of, known[: asked.limit], max(len(known) - asked.limit, 0))


def everybody(setting: Setting) -> tuple[Known, ...]:
    """Everybody who is named, most often first."""
    named: dict[str, Acts] = {}
    for kind in setting.files.kinds():
        for entry in setting.files.filed(kind):
            for name, actor in {fold(actor.name): actor for actor in doers_of(entry.record)[0]}.items():
                named.setdefault(name, Acts()).add(actor, entry)
    return tuple(sorted((acts.known() for acts in named.values()), key=lambda one: (-one.entries, one.name)))


class Acts:
    """What some entries together say of one actor, counted as they come."""

    def __init__(self) -> None:
        self._names: Counter[str] = Counter()
        self._latest: tuple[tuple[str, bool, str], Actor] | None = None
        self._last: date | None = None

    def add(self, actor: Actor, entry: Entry) -> None:
        """Counts an entry, and how the actor is named in it."""
        self._names[actor.name] += 1
        place = (str(entry.last_seen or ""), bool(actor.role), entry.id)
        if self._latest is None or place > self._latest[0]:
            self._latest = (place, actor)
        self._last = max(filter(None, (self._last, entry.last_seen)), default=None)

    def known(self) -> Known:
        """Who that is."""
        assert self._latest is not None
        _, latest = self._latest
        (name, _), count = self._names.most_common(1)[0], self._names.total()
        return Known(name, party(latest), latest.role, latest.kind, count, self._last)


def known_as(several: Iterable[tuple[Actor, Entry]], as_of: date | None) -> Known:
    """What some entries together say of one actor, without days after that of the page; there is one."""
    acts = Acts()
    for actor, entry in several:
        acts.add(actor, seen_by(entry, as_of))
    return acts.known()


def make_one(seen: Seen, asked: AskedActor) -> ActorShown | None:
    """What one actor did; a side's name is all who act for it."""
    named, acts = Named(asked.id), Acts()
    groups = tuple(group(kind, acting(kind, named, acts, seen), seen, asked) for kind in GROUPS)
    if all(not one.lines for one in groups):
        return None
    known = acts.known()
    if known.side and fold(known.side) == fold(asked.id):  # all who act for a side: no one's role, nobody's name
        known = replace(known, name=known.side, role=None)
    return ActorShown(
        heading=asked.id,
        known=known,
        groups=groups,
        by_hand=names_decided(known.name, asked.id, seen, asked),
        others=others_met(asked.id, seen.once(persons_network)),
    )


def acting(kind: str, named: Named, acts: Acts, seen: Seen) -> Iterator[Entry]:
    """The entries of a kind in which an actor acts, as they are counted."""
    for entry in seen.scene.files.filed(kind):
        actor = next((one for one in reversed(doers_of(entry.record)[0]) if named.is_of(one)), None)
        if actor:
            acts.add(actor, entry)
            yield entry


def names_decided(name: str, asked_name: str, seen: Seen, asked: Asked) -> tuple[ByHand, ...]:
    """What people decided about a name, as it is or was, and still holds on the day."""
    wanted = {fold(name), fold(asked_name)}
    held = standing(seen.ledger.corrections(), asked.as_of)
    return tuple(note_of(one) for one in held if wanted & {fold(said) for said in names_in(one.deed)})


def names_in(deed: AnyDeed) -> tuple[str, ...]:
    """The names that a decision about names is about."""
    match deed:
        case Rename():
            return (deed.name, deed.to)
        case TellApart():
            return (deed.name, deed.other)
    return ()


class Named:
    """Which actors go by a name; each is looked at once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._known: dict[Actor, bool] = {}

    def is_of(self, actor: Actor) -> bool:
        """Whether an actor does."""
        if actor not in self._known:
            self._known[actor] = is_named(actor, self._name)
        return self._known[actor]


def group(kind: str, entries: Iterable[Entry], seen: Seen, asked: AskedActor) -> Group:
    """The entries of one kind; more of them where they were asked for."""
    counted = Counted(entries)
    lines = entry_lines(counted, seen, MOST_ASKED if asked.kind == kind else MOST_LINES)
    return Group(kind, GROUPS[kind], lines, counted.count - len(lines))


def others_met(name: str, network: Network, most: int = 12) -> tuple[tuple[str, int], ...]:
    """Who else took part in the contacts of an actor that took place, and how often; of a side, those of others."""
    nodes = network.nodes
    own = {n for n, node in enumerate(nodes) if is_named(Actor(node.name, (), node.side), name)}
    counts = Counter(
        other for present in network.present if not own.isdisjoint(present) for other in present if other not in own
    )
    ranked = sorted(counts.items(), key=lambda item: (-item[1], nodes[item[0]].name))
    return tuple((nodes[n].name, times) for n, times in ranked[:most])


SHEET = Sheet(
    name="actors",
    path="/actors",
    title="Actors",
    what="Everybody who is named, by how many entries they act in.",
    make=make,
    shown=ActorsShown,
    asked=AskedActors,
    is_in_menu=True,
    key="r",
)
SHEET_OF_ONE = Sheet(
    name="actor",
    path="/actor/{id:path}",
    title="Actor",
    what="What an actor said, met, offered, demanded and promised.",
    make=make_one,
    shown=ActorShown,
    asked=AskedActor,
    form="actor_form.html",
)
