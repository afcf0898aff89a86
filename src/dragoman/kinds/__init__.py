"""The ten kinds of record, one module each, and in `finders` how each is found.

To add a kind: its module, its finder, its .toml, its test, its name in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import Any

from msgspec import Struct

from dragoman.kinds import (
    action,
    agreement,
    contact,
    demand,
    forecast,
    non_answer,
    pledge,
    proposal,
    response,
    statement,
)
from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.compare import Handles, handles
from dragoman.kinds.contact import Contact
from dragoman.kinds.demand import Demand
from dragoman.kinds.forecast import Forecast
from dragoman.kinds.non_answer import NonAnswer
from dragoman.kinds.pledge import Pledge
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.kinds.statement import Statement
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Record

AnyRecord = Contact | Statement | Forecast | Proposal | Response | Agreement | Pledge | Demand | NonAnswer | Action
"""The tagged union that a ledger row or a JSON line decodes to."""


class Kind(Struct, frozen=True):
    """What a stage may ask of a kind. The callables take that kind's own Struct.

    `find` is the function of that name in the kind's finder. A module may leave out `handles` (found by words and
    days), `like` (how much two records that are the same have in common: which of several groups a record joins) and
    `apart` (whether two that are the same were reported too many days apart to be one thing).
    """

    name: str
    find: Callable[[Annotated, Lexicon], Iterator[Record]]
    block: Callable[[Any], str]
    handles: Callable[[Any, date], Handles]
    same: Callable[[Any, Any], bool]
    like: Callable[[Any, Any], int]
    apart: Callable[[Any, Any, int], bool] | None
    join: Callable[[tuple[Any, ...]], Record]
    line: Callable[[Any], str]


def _kind(module: ModuleType) -> Kind:
    name = module.__name__.rpartition(".")[2]
    return Kind(
        name=name,
        find=_finder(name),
        block=module.block,
        handles=getattr(module, "handles", handles),
        same=module.same,
        like=getattr(module, "like", _as_like),
        apart=getattr(module, "apart", None),
        join=module.join,
        line=module.line,
    )


def _finder(name: str) -> Callable[[Annotated, Lexicon], Iterator[Record]]:
    """Finds records of a kind; its rules are imported when a text is first read: a ledger's records need none."""

    def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Record]:
        found: Iterator[Record] = import_module(f"dragoman.kinds.finders.{name}").find(annotated, lexicon)
        return found

    return find


def _as_like(a: Record, b: Record) -> int:
    """Of most kinds no two records are more the same than others."""
    return 0


KINDS: tuple[Kind, ...] = tuple(
    _kind(module)
    for module in (
        contact, statement, forecast, proposal, response, agreement, pledge, demand, non_answer, action,
    )
)  # fmt: skip
BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
