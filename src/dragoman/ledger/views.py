"""One SQL view a kind, made from the fields of its Struct, so that a ledger can be read with any SQLite tool.

    SELECT when_start, participants, place FROM contact WHERE status = 'held' ORDER BY when_start

Actors come as names, several parted by "; "; days as two columns; what has parts of its own as JSON.
"""

from __future__ import annotations

from typing import get_args

from dragoman.kinds import AnyRecord
from dragoman.types import Record

SHARED = frozenset({"id", "article", "evidence"})
"""Fields that stand in columns of their own before those of the kind."""


ACTORS, ACTOR, WHEN = "tuple[Actor, ...]", "Actor", "When"
"""What the annotation of a field that isn't a column as it stands says, without "| None"."""


def view_statements() -> dict[str, str]:
    """The name of each view and the statement that makes it, in the order of the kinds."""
    return {str(struct.__struct_config__.tag): _view(struct) for struct in get_args(AnyRecord)}


def _view(struct: type[Record]) -> str:
    kind, fields = struct.__struct_config__.tag, _fields(struct)
    columns = [column for name, told in fields.items() if name not in SHARED for column in _columns(name, told)]
    return (
        f'CREATE VIEW "{kind}" AS SELECT records.id AS id, records.article AS article, articles.outlet AS outlet, '
        "articles.published AS published, json_extract(records.body, '$.evidence[0].quote') AS quote, "
        f"{', '.join(columns)} "
        "FROM standing_records AS records JOIN articles ON articles.id = records.article "
        f"WHERE records.kind = '{kind}' AND records.article IN (SELECT id FROM current_articles)"
    )


def _fields(struct: type[Record]) -> dict[str, str]:
    """The fields of a kind and their annotations as written: to resolve them takes a tenth of a brief."""
    told: dict[str, str] = {}
    for base in reversed(struct.__mro__):
        told |= base.__dict__.get("__annotations__", {})
    return {name: told[name].removesuffix(" | None") for name in struct.__struct_fields__}


def _columns(name: str, told: str) -> list[str]:
    """The columns of one field: a scalar as it is, an actor's name, actors' names, both days of a window."""
    if told == ACTORS:
        names = f"(SELECT group_concat(json_extract(value, '$.name'), '; ') FROM json_each(records.body, '$.{name}'))"
        return [f'{names} AS "{name}"']
    if told == ACTOR:
        return [f"json_extract(records.body, '$.{name}.name') AS \"{name}\""]
    if told == WHEN:
        return [f"json_extract(records.body, '$.{name}.{end}') AS \"{name}_{end}\"" for end in ("start", "end")]
    return [f"json_extract(records.body, '$.{name}') AS \"{name}\""]
