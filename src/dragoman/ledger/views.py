"""One SQL view a kind, made from the fields of its Struct, so that a ledger can be read with any SQLite tool.

    SELECT when_start, participants, place FROM contact WHERE status = 'held' ORDER BY when_start

Actors come as names, several parted by "; "; days as two columns; what has parts of its own as JSON.
"""

from __future__ import annotations

from typing import get_args

from msgspec.inspect import Field, StructType, Type, UnionType, VarTupleType, type_info

from dragoman.kinds import AnyRecord
from dragoman.types import Actor, When

SHARED = frozenset({"id", "article", "evidence"})
"""Fields that stand in columns of their own before those of the kind."""


def view_statements() -> dict[str, str]:
    """The name of each view and the statement that makes it, in the order of the kinds."""
    return {name: _view(name, info) for name, info in _structs()}


def _structs() -> list[tuple[str, StructType]]:
    infos = [type_info(struct) for struct in get_args(AnyRecord)]
    return [(str(info.tag), info) for info in infos if isinstance(info, StructType)]


def _view(name: str, info: StructType) -> str:
    columns = [column for field in info.fields if field.name not in SHARED for column in _columns(field)]
    return (
        f'CREATE VIEW "{name}" AS SELECT records.id AS id, records.article AS article, articles.outlet AS outlet, '
        "articles.published AS published, json_extract(records.body, '$.evidence[0].quote') AS quote, "
        f"{', '.join(columns)} "
        "FROM standing_records AS records JOIN articles ON articles.id = records.article "
        f"WHERE records.kind = '{name}' AND records.article IN (SELECT id FROM current_articles)"
    )


def _columns(field: Field) -> list[str]:
    """The columns of one field: a scalar as it is, an actor's name, actors' names, both days of a window."""
    name, inner = field.name, _without_none(field.type)
    path = f"'$.{name}'"
    if isinstance(inner, VarTupleType) and _is(inner.item_type, Actor):
        names = f"(SELECT group_concat(json_extract(value, '$.name'), '; ') FROM json_each(records.body, {path}))"
        return [f'{names} AS "{name}"']
    if _is(inner, Actor):
        return [f"json_extract(records.body, '$.{name}.name') AS \"{name}\""]
    if _is(inner, When):
        return [f"json_extract(records.body, '$.{name}.{end}') AS \"{name}_{end}\"" for end in ("start", "end")]
    return [f'json_extract(records.body, {path}) AS "{name}"']


def _without_none(info: Type) -> Type:
    """What a field holds when it holds anything."""
    parts = info.types if isinstance(info, UnionType) else (info,)
    return next((part for part in parts if isinstance(part, StructType | VarTupleType)), info)


def _is(info: Type, struct: type) -> bool:
    return isinstance(info, StructType) and info.cls is struct
