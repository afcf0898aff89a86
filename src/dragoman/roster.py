"""A dossier's own list of who is who: the optional dossier.toml beside the articles.

title = "Harbour talks"
[[actor]]
name = "Ana Torv"
aliases = ["Anna Torv"]
side = "Kenya"
role = "special envoy"
kind = "person"
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from dragoman.errors import LexiconError
from dragoman.lexicon import Lexicon, Row
from dragoman.types import ActorKind

ROSTER_FILE = "dossier.toml"
TABLE = "actors/roster"


class Listed(Struct, frozen=True, forbid_unknown_fields=True):
    """One actor of the roster; `side` may be empty where it has none."""

    name: Annotated[str, Meta(min_length=1)]
    aliases: tuple[str, ...] = ()
    side: str = ""
    role: str = ""
    kind: ActorKind = "person"


class Roster(Struct, frozen=True, forbid_unknown_fields=True):
    """The dossier's title and its actors."""

    title: str = ""
    actor: tuple[Listed, ...] = ()


def read_roster(source: bytes, name: str) -> Roster:
    """The roster in the bytes of a dossier.toml; LexiconError names the file, what is wrong and the remedy."""
    try:
        return msgspec.toml.decode(source, type=Roster)
    except msgspec.DecodeError as error:
        remedy = "a roster has `title` and `[[actor]]` rows with name, aliases, side, role and kind"
        raise LexiconError(f"{name}: {error}; {remedy}") from None


def with_roster(lexicon: Lexicon, roster: Roster) -> Lexicon:
    """The lexicon with the roster as its table `actors/roster`; what stands there comes before the shipped tables."""
    rows = tuple(
        Row(
            id=f"roster.{listed.name}",
            words=(listed.name, *listed.aliases),
            example=listed.name,
            counter="-",
            means=listed.side,
            pos=listed.kind,
            source="the dossier's roster",
        )
        for listed in roster.actor
    )
    return Lexicon({**lexicon.tables, TABLE: rows})
