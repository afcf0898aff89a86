"""The tables of data/export: how records stand in the terms of other people's codebooks."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from dragoman.errors import LexiconError
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.contact import Contact
from dragoman.kinds.proposal import Proposal
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Record

Filled = Annotated[str, Meta(min_length=1)]
T = TypeVar("T")


class Coding(Struct, frozen=True, forbid_unknown_fields=True):
    """How records of some kinds, parted by blanks, with all these facets stand in PLOVER and CAMEO; "" for not at all.

    `why` says where the codebook has it, or why it has no place for it.
    """

    kind: Filled
    facets: dict[str, tuple[Filled, ...]] = {}
    words: tuple[Filled, ...] = ()
    """Words in small letters, of which one must stand in the record's evidence."""
    type: str = ""
    mode: str = ""
    cameo: str = ""
    context: str = ""
    why: str = ""


class PloverType(Struct, frozen=True, forbid_unknown_fields=True):
    """A PLOVER type: its score from conflict (-10) to cooperation (10), its quadrant, whether it needs a recipient."""

    name: Filled
    score: float
    quad: Filled
    needs_recipient: bool = False


class Cameo(Struct, frozen=True, forbid_unknown_fields=True):
    """A CAMEO code, its name there, and its score on Goldstein's scale."""

    code: Filled
    means: Filled
    goldstein: float


class Sector(Struct, frozen=True, forbid_unknown_fields=True):
    """A PLOVER sector and the words, in lower case, of the roles and names that are of it."""

    code: Filled
    words: tuple[Filled, ...]


class AcledCoding(Struct, frozen=True, forbid_unknown_fields=True):
    """How records of a kind with all these facets, and one of these words if any are given, stand in ACLED."""

    kind: Filled
    disorder: Filled
    event: Filled
    sub_event: Filled
    facets: dict[str, tuple[Filled, ...]] = {}
    words: tuple[Filled, ...] = ()


class PloverTable(Struct, frozen=True, forbid_unknown_fields=True):
    """data/export/plover.toml."""

    row: tuple[Coding, ...]
    type: tuple[PloverType, ...]


class _AcledTable(Struct, frozen=True, forbid_unknown_fields=True):
    row: tuple[AcledCoding, ...]


class _CameoTable(Struct, frozen=True, forbid_unknown_fields=True):
    code: tuple[Cameo, ...]


class _Names(Struct, frozen=True, forbid_unknown_fields=True):
    names: tuple[Filled, ...]


class SectorTable(Struct, frozen=True, forbid_unknown_fields=True):
    """data/export/sectors.toml: sectors by words, and the organisations whose members are states."""

    sector: tuple[Sector, ...]
    igo: tuple[_Names, ...]


def _table(name: str, shape: type[T]) -> T:
    source = (files("dragoman.data") / "export" / f"{name}.toml").read_bytes()
    try:
        return msgspec.toml.decode(source, type=shape)
    except msgspec.DecodeError as error:
        raise LexiconError(f"data/export/{name}.toml: {error}; mend the row") from None


@cache
def plover_table() -> PloverTable:
    """The rows and scales of PLOVER."""
    return _table("plover", PloverTable)


@cache
def cameo_codes() -> dict[str, Cameo]:
    """The CAMEO codes that the rows of PLOVER name, by code."""
    return {code.code: code for code in _table("cameo", _CameoTable).code}


@cache
def acled_rows() -> tuple[AcledCoding, ...]:
    """The rows of ACLED."""
    return _table("acled", _AcledTable).row


@cache
def ceasefire_words() -> tuple[str, ...]:
    """Words for a truce, of the table of issues."""
    return tuple(sorted(load_lexicon().words("kinds/issues", "ceasefire")))


@cache
def sector_table() -> SectorTable:
    """The sectors of actors."""
    return _table("sectors", SectorTable)


# ---- coding ---------------------------------------------------------------------------------------------------------

MANY = 3
"""From this many sides a contact is multilateral."""
NO_CODING = Coding(kind="none", why="no row of data/export/plover.toml fits")


def coding_of(record: Record) -> Coding:
    """The first row of the table that fits a record; an empty one where none does."""
    kind = str(record.__struct_config__.tag)
    known = facets_of(record)
    said = " ".join(evidence.quote for evidence in record.evidence).casefold()
    for row in _rows_of(kind):
        if all(known.get(name) in values for name, values in row.facets.items()) and stand_in(row.words, said):
            return row
    return NO_CODING


@cache
def _rows_of(kind: str) -> tuple[Coding, ...]:
    return tuple(row for row in plover_table().row if kind in row.kind.split())


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def stand_in(words: tuple[str, ...], said: str) -> bool:
    """Whether one of some words stands in what is said, both in small letters; True without words."""
    return not words or _any_of(words).search(said) is not None


class Coded(Struct, frozen=True):
    """How a record stands in other people's codebooks, as it is printed; None for what a codebook has no code for.

    `plover`, `mode` and `context` are PLOVER's, `quad` and `intensity` (-10 conflict, 10 cooperation) those of the
    type; `cameo` is CAMEO's code and `goldstein` its score. `note`: where the codebook has it, or why it has no place.
    """

    plover: str | None
    mode: str | None
    context: str | None
    quad: str | None
    intensity: float | None
    cameo: str | None
    goldstein: float | None
    note: str | None


def coded(record: Record) -> Coded:
    """The codes of a record, derived from its fields alone."""
    row = coding_of(record)
    known = next((known for known in plover_table().type if known.name == row.type), None)
    cameo = cameo_codes().get(row.cameo)
    return Coded(
        plover=row.type or None,
        mode=row.mode or None,
        context=row.context or None,
        quad=known.quad if known is not None else None,
        intensity=known.score if known is not None else None,
        cameo=row.cameo or None,
        goldstein=cameo.goldstein if cameo is not None else None,
        note=row.why or None,
    )


def facets_of(record: Record) -> dict[str, str]:
    """The fields of a record that are single words, and `term`, `expects`, `sides` and `cue_word`."""
    found = {name: value for name in record.__struct_fields__ if isinstance(value := getattr(record, name), str)}
    if isinstance(record, Proposal | Agreement) and record.terms:
        types = {term.type for term in record.terms}
        found["term"] = min(types, key=lambda name: (name != "ceasefire", name == "other", name))
    if isinstance(record, Contact):
        count = len(sides_of(record.participants))
        found["sides"] = "many" if count >= MANY else ("none", "one", "two")[count]
    if cue := getattr(record, "cue", None):
        found["cue_word"] = cue.split()[-1].lower()
    if expects := getattr(record, "expects", None):
        found["expects"] = expects.kind
    return found


def sides_of(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    """The sides of some actors, each once, in their order; a state or organisation without one is its own."""
    own = (actor.side or (actor.name if actor.kind in ("state", "organisation") else "") for actor in actors)
    return tuple(dict.fromkeys(side for side in own if side))


# ---- actors ---------------------------------------------------------------------------------------------------------

IGO = "IGO"


@cache
def _iso_codes() -> dict[str, str]:
    """ISO 3166 alpha-3 codes by the names that the gazetteer gives to states."""
    from countryinfo import CountryInfo  # reads its files on import

    rows: list[dict[str, Any]] = [dict(row) for row in CountryInfo("Ukraine").all().values()]
    return {str(row["name"]).removeprefix("The "): row["ISO"]["alpha3"] for row in rows if row.get("ISO")}


def country_of(actor: Actor) -> str:
    """The ISO 3166 alpha-3 code of the state for which an actor acts, IGO for an organisation of states, else ""."""
    side = actor.side or actor.name
    if any(side in group.names for group in sector_table().igo):
        return IGO
    return _iso_codes().get(side, "")


def sector_of(actor: Actor) -> str:
    """The PLOVER sector of an actor: a state is GOV; others by the words of their role, a group by its name too."""
    if actor.kind == "state":
        return "GOV"
    words = (actor.role or "").casefold().split()
    if actor.kind != "person":
        words += actor.name.casefold().split()
    for sector in sector_table().sector:
        if any(word.strip(".,'’") in sector.words for word in words):
            return sector.code
    return ""
