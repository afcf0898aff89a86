"""Records to entries where a person had a say: what was united, divided, amended, confirmed and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from dragoman.corrections.applying import amended
from dragoman.corrections.markings import highest, is_within
from dragoman.corrections.nouns import Amend, Bound, Confirm, Correction, Divide, Judge, Kept, Place, Unite
from dragoman.corrections.words import note_of
from dragoman.kinds import BY_NAME
from dragoman.merge import Merged, Witness, block_of
from dragoman.merge.entries import entry_of
from dragoman.merge.groups import Placed, canonical, grouped, in_order
from dragoman.types import Record, Ruling

ID_LENGTH = 12
Group = list[Placed]


def merge_corrected(
    kept: Iterable[Kept], articles: Mapping[str, Witness], bounds: Sequence[Bound], notes: Mapping[str, Correction]
) -> tuple[Merged, ...]:
    """The entries of some records, of one block or of blocks that were joined by hand.

    Each block is merged by itself; then groups are united and divided as the `bounds` say, in the order in which these
    were made. `notes` has the corrections by id that the records name. An entry keeps the id that it has without
    corrections of its first record. Of an entry with records that the maker of a correction could not see it changes
    nothing; the entry tells of it.
    """
    several = {canonical(one.record): one for one in kept}
    blocks: dict[str, list[Kept]] = {}
    for one in several.values():
        blocks.setdefault(block_of(one.record), []).append(one)
    groups = [
        group for name in sorted(blocks) for group in grouped(in_order((k.record for k in blocks[name]), articles))
    ]
    here = {place_of(one.record) for one in several.values()}
    near = [bound for bound in bounds if (bound.one | bound.other) & here]
    for bound in near:
        groups = regrouped(groups, bound, articles)
    order = {placed.body: n for n, placed in enumerate(in_order((k.record for k in several.values()), articles))}
    ordered = [sorted(group, key=lambda placed: order[placed.body]) for group in groups]
    ordered.sort(key=lambda group: order[group[0].body])
    entries = [_entry(group, articles, several, notes) for group in ordered]
    for bound in near:
        entries = _bound(entries, bound, articles)
    return tuple(entries)


def place_of(record: Record) -> Place:
    """Where a record is kept: its article and its id."""
    return (record.article, record.id)


def regrouped(groups: list[Group], bound: Bound, articles: Mapping[str, Witness]) -> list[Group]:
    """The groups after one correction: those that hold records of both sides in one, or the records `one` apart.

    A group with records that its maker could not see stays as it is.
    """

    def is_seen(group: Group) -> bool:
        return _in_sight((placed.record.article for placed in group), bound, articles)

    deed = bound.correction.deed
    if isinstance(deed, Unite):
        touched = [group for group in groups if _holds(group, bound.one | bound.other)]
        if not all(map(is_seen, touched)):
            return groups
        if any(_holds(group, bound.one) for group in touched) and any(_holds(group, bound.other) for group in touched):
            return [*(g for g in groups if g not in touched), [placed for group in touched for placed in group]]
    if isinstance(deed, Divide):
        return [part for group in groups for part in (_divided(group, bound) if is_seen(group) else [group])]
    return groups


def _in_sight(ids: Iterable[str], bound: Bound, articles: Mapping[str, Witness]) -> bool:
    """Whether who made a correction could see all of some articles."""
    return is_within(highest(articles[id].marking for id in ids if id in articles), bound.correction.sight)


def _holds(group: Group, places: frozenset[Place]) -> bool:
    return any(place_of(placed.record) in places for placed in group)


def _divided(group: Group, bound: Bound) -> list[Group]:
    """A group in two where it holds records of both sides; what was merged with them later stays with the rest."""
    out = [placed for placed in group if place_of(placed.record) in bound.one]
    rest = [placed for placed in group if place_of(placed.record) not in bound.one]
    return [rest, out] if out and _holds(rest, bound.other) else [group]


def _entry(
    group: Group, articles: Mapping[str, Witness], several: Mapping[bytes, Kept], notes: Mapping[str, Correction]
) -> Merged:
    """The entry of a group under the id of its first record as read, with a note for each correction of a record."""
    entry = entry_of(group, articles)
    first = several[group[0].body]
    ids = dict.fromkeys(id for placed in group for id in several[placed.body].notes)
    by_hand = tuple(note_of(notes[id]) for id in ids if id in notes)
    return replace(entry, id=f"{entry.kind}-{first.key[:ID_LENGTH]}", by_hand=by_hand)


def _bound(entries: list[Merged], bound: Bound, articles: Mapping[str, Witness]) -> list[Merged]:
    """The entries, those that a correction is about changed by it, or told that it was made without sight of all."""
    homes = _homes(entries, bound)

    def act(entry: Merged) -> Merged:
        is_seen = _in_sight((support.article for support in entry.supports), bound, articles)
        return ACTS[type(bound.correction.deed)](entry, bound) if is_seen else _left_aside(entry, bound)

    return [act(entry) if n in homes else entry for n, entry in enumerate(entries)]


def _homes(entries: list[Merged], bound: Bound) -> set[int]:
    """Which entries a correction is about: the one with most of the records it names; of a division both."""
    ours = [sum((s.article, s.record) in bound.one for s in entry.supports) for entry in entries]
    theirs = [sum((s.article, s.record) in bound.other for s in entry.supports) for entry in entries]
    match bound.correction.deed:
        case Divide():
            out = {n for n, entry in enumerate(entries) if ours[n] == len(entry.supports)}
            return out | {n for n, count in enumerate(theirs) if count} if out else set()
        case Unite():
            return {n for n, count in enumerate(ours) if count and theirs[n]}
        case _:
            return {ours.index(max(ours))} if any(ours) else set()


def _noted(entry: Merged, bound: Bound) -> Merged:
    return replace(entry, by_hand=(*entry.by_hand, note_of(bound.correction)))


def _left_aside(entry: Merged, bound: Bound) -> Merged:
    note = note_of(bound.correction)
    return replace(entry, by_hand=(*entry.by_hand, replace(note, what=f"{UNSEEING}: {note.what}")))


def _amended(entry: Merged, bound: Bound) -> Merged:
    deed = bound.correction.deed
    record = amended(entry.record, deed) if isinstance(deed, Amend) else None
    return _noted(replace(entry, record=record, line=BY_NAME[entry.kind].line(record)), bound) if record else entry


def _judged(entry: Merged, bound: Bound) -> Merged:
    deed = bound.correction.deed
    if not isinstance(deed, Judge):
        return entry
    note = note_of(bound.correction)
    decided = Ruling(deed.outcome, note, tuple(sorted(record for _, record in bound.other)), deed.on)
    return replace(entry, ruling=decided, by_hand=(*entry.by_hand, note))


UNSEEING = "not counted, made without sight of all its records"
"""What an entry says of a correction that changed nothing of it."""
ACTS: dict[type, Callable[[Merged, Bound], Merged]] = {
    Amend: _amended,
    Confirm: _noted,
    Unite: _noted,
    Divide: _noted,
    Judge: _judged,
}
"""What a correction does to the entry that it is about."""
