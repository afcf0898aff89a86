"""Records of one block to entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from dragoman.kinds import AnyRecord
from dragoman.merge.disputes import disputes, first_and_last, omissions
from dragoman.merge.groups import Placed, block_of, grouped, in_order, kind_of, order_of
from dragoman.merge.origins import corroboration, counted_origins
from dragoman.merge.witness import Witness
from dragoman.types import Actor, Entry, Record, State, Support

__all__ = ["Merged", "block_of", "merge_block"]
ID_LENGTH = 12
"""Hex digits of an entry's id: among a million entries two collide once in 500 ledgers."""
ACTOR_FIELDS = ("participants", "by", "to", "of", "parties", "actor", "target", "speaker")


class Merged(Entry, frozen=True, kw_only=True, omit_defaults=True):
    """An entry whose record is one of the ten kinds, so that a row of the ledger decodes to it."""

    record: AnyRecord


def merge_block(records: Iterable[Record], articles: Mapping[str, Witness]) -> tuple[Entry, ...]:
    """The entries that the records of one block make, in the order in which they became known.

    `articles` has the articles of the records by id. The same records in any order, or twice, give the same entries.
    """
    groups = grouped(in_order(records, articles))
    made = ((place_of(group[0]), entry_of(group, articles)) for group in groups)
    return tuple(entry for _, entry in sorted(made, key=lambda one: (one[0], one[1].id)))


def place_of(first: Placed) -> str:
    """Where the entry of a group that begins with this record stands among those of its block, as text to sort by."""
    dated, seen, article, start, _ = order_of(first)
    return f"{dated:d} {seen} {article}\t{start:09}"


def entry_of(group: list[Placed], articles: Mapping[str, Witness]) -> Merged:
    """The entry of records that tell of one thing, the one that became known first before the others."""
    known = {p.record.article: articles.get(p.record.article) or _unknown(p.record.article) for p in group}
    counted = counted_origins(known.values())
    backed = tuple((p.record, _support(p.record, known, counted)) for p in group)
    supports = tuple(support for _, support in backed)
    kind = kind_of(group[0].record)
    joined = kind.join(tuple(p.record for p in group)) if len(group) > 1 else group[0].record
    involved = _sides(joined)
    first, last = first_and_last(support.seen for support in supports)
    return Merged(
        id=f"{kind.name}-{sha256(group[0].body).hexdigest()[:ID_LENGTH]}",
        kind=kind.name,
        record=joined,  # type: ignore[arg-type]  # join gives a record of the kind it was given
        line=kind.line(joined),
        supports=supports,
        origins=tuple(sorted({support.origin for support in supports})),
        corroboration=corroboration(supports, involved),
        disputes=disputes(backed, known) if len(backed) > 1 else (),
        omissions=omissions(backed, known, involved) if len(backed) > 1 else (),
        history=_history(backed),
        first_seen=first,
        last_seen=last,
    )


def _unknown(article: str) -> Witness:
    return Witness(id=article, origin=article, outlet="")


def _support(record: Record, articles: Mapping[str, Witness], counted: Mapping[str, str]) -> Support:
    known = articles[record.article]
    origin = counted[record.article]
    return Support(record.id, record.article, origin, known.side, known.seen, record.evidence, known.is_opinion)


def _sides(record: Record) -> frozenset[str]:
    """The sides of all actors of a record, as written."""
    found: set[str] = set()
    for field in ACTOR_FIELDS:
        value = getattr(record, field, None) or ()
        actors = (value,) if isinstance(value, Actor) else value
        # A statement's `to` is an outlet or hearer in words, not an actor.
        found.update(actor.side or actor.name for actor in actors if isinstance(actor, Actor))
    return frozenset(found)


def _history(backed: Iterable[tuple[Record, Support]]) -> tuple[State, ...]:
    """The first record of each status, in the order in which they became known."""
    states: dict[str, State] = {}
    for record, support in backed:
        status = getattr(record, "status", None) or getattr(record, "stance", None)
        if status:
            states.setdefault(status, State(status, support.seen, support.record))
    return tuple(sorted(states.values(), key=lambda state: state.seen or date.max))
