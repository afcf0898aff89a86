"""Who acts: everybody who is named, and what one of them said, met, offered and promised."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from dragoman.app.desk.sheet import Asked, AskedOf, Seen, Sheet
from dragoman.app.desk.sheets.lines import EntryLine, entry_lines
from dragoman.brief.network import Network, persons_network
from dragoman.brief.phrases import party
from dragoman.brief.scene import Scene, seen_by
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
    named: dict[str, list[tuple[Actor, Entry]]] = {}
    for entry in seen.entries.values():
        for actor in {fold(actor.name): actor for actor in doers_of(entry.record)[0]}.values():
            named.setdefault(fold(actor.name), []).append((actor, entry))
    as_of = seen.scene.view.as_of
    known = sorted((known_as(several, as_of) for several in named.values()), key=lambda one: (-one.entries, one.name))
    return ActorsShown(seen.scene.view.as_of, tuple(known[: asked.limit]), max(len(known) - asked.limit, 0))


def known_as(several: list[tuple[Actor, Entry]], as_of: date | None) -> Known:
    """What some entries together say of one actor, without days after that of the page."""
    several = [(actor, seen_by(entry, as_of)) for actor, entry in several]
    latest, _ = max(several, key=lambda item: (str(item[1].last_seen or ""), bool(item[0].role), item[1].id))
    days = [entry.last_seen for _, entry in several if entry.last_seen]
    name, _ = Counter(actor.name for actor, _ in several).most_common(1)[0]
    return Known(name, party(latest), latest.role, latest.kind, len(several), max(days, default=None))


def make_one(seen: Seen, asked: AskedActor) -> ActorShown | None:
    """What one actor did; a side's name is all who act for it."""
    named = (acts for actor, acts in seen.once(acts_by_actor).items() if is_named(actor, asked.id))
    acts = [(actor, entry) for _, actor, entry in sorted(chain(*named), key=itemgetter(0))]
    if not acts:
        return None
    once = list({entry.id: (actor, entry) for actor, entry in acts}.values())
    known = known_as(once, seen.scene.view.as_of)
    if known.side and fold(known.side) == fold(asked.id):  # all who act for a side: no one's role, nobody's name
        known = replace(known, name=known.side, role=None)
    return ActorShown(
        heading=asked.id,
        known=known,
        groups=tuple(group(kind, [e for _, e in once if e.kind == kind], seen, asked) for kind in GROUPS),
        by_hand=names_decided(known.name, asked.id, seen, asked),
        others=others_met(asked.id, seen.once(persons_network)),
    )


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


def acts_by_actor(scene: Scene) -> dict[Actor, list[tuple[int, Actor, Entry]]]:
    """Every act of each actor, as it is written: the place of the entry in the order of all, the actor, the entry."""
    acts: dict[Actor, list[tuple[int, Actor, Entry]]] = {}
    for place, entry in enumerate(scene.dossier.entries):
        for actor in doers_of(entry.record)[0]:
            acts.setdefault(actor, []).append((place, actor, entry))
    return acts


def group(kind: str, entries: list[Entry], seen: Seen, asked: AskedActor) -> Group:
    """The entries of one kind; more of them where they were asked for."""
    lines = entry_lines(entries, seen, MOST_ASKED if asked.kind == kind else MOST_LINES)
    return Group(kind, GROUPS[kind], lines, len(entries) - len(lines))


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
