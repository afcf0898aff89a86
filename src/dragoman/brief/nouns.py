"""The nouns of a brief: its sections, their lines, and the citations that carry them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from dragoman.types import ByHand, Evidence

Mark = Literal["", "+", "~", "x", "!"]


class Citation(Struct, frozen=True):
    """Where the words of a line stand: number `n` of its brief, an article and a span of it.

    `outlet` is how the article is cited (`merge.witness.source_of`).
    """

    n: int
    article: str
    evidence: Evidence
    outlet: str
    published: date | None


class Line(Struct, frozen=True, kw_only=True):
    """One line of a brief: what some entries say, and the citations that carry it.

    `label` is the left column (a party, a day, "OVERDUE"). `mark`: + new, ~ changed, x closed, ! contradicted.
    `by_hand` is what people changed, confirmed or decided of its entries.
    """

    text: str
    entries: tuple[str, ...]
    cites: tuple[int, ...] = ()
    label: str = ""
    mark: Mark = ""
    by_hand: tuple[ByHand, ...] = ()


class Section(Struct, frozen=True, kw_only=True):
    """A headed part of a brief. `more` counts the lines left out; `see` is the command that shows them."""

    id: str
    title: str
    lines: tuple[Line, ...]
    more: int = 0
    see: str = ""


class Brief(Struct, frozen=True, kw_only=True):
    """What stands, what changed, what is due, what is disputed; every line has evidence."""

    dossier: str
    as_of: date | None
    since: date | None
    reader: str | None
    head: str
    """The ledger's last chain link, empty for a folder read in memory."""
    articles: int
    origins: int
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    later: int = 0
    """Articles without a day of publication that were fetched after `as_of`: where no day is asked for they count."""
