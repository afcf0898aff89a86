"""What a page of the desk is: a pure function from what may be seen to a frozen Struct, which is also its JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct

from dragoman.app.desk.readers import Right
from dragoman.brief.scene import Scene
from dragoman.ledger import Ledger
from dragoman.types import Entry, Marking

T = TypeVar("T")


class Asked(Struct, frozen=True, kw_only=True, rename="kebab"):
    """What every page can be asked for in its address: `?as-of=2025-03-16&since=2025-03-10`."""

    as_of: date | None = None
    since: date | None = None


class AskedOf(Asked, frozen=True, kw_only=True, rename="kebab"):
    """A page about one thing, whose id stands in the path."""

    id: str


class Seen(Struct, frozen=True):
    """What a reader may see: the dossier ready to be written about, and the ledger under the same clearance.

    `entries` are those of the scene by id; `homes` has the entry of each (article id, record id); `kept` is what was
    made of the scene before, see `once`.
    """

    scene: Scene
    ledger: Ledger
    entries: Mapping[str, Entry]
    homes: Mapping[tuple[str, str], str]
    clearance: Marking
    kept: dict[Callable[..., Any], Any]

    def once(self, make: Callable[[Scene], T]) -> T:
        """What a function makes of the scene, made when it is first asked for and kept while the scene stands."""
        if make not in self.kept:
            self.kept[make] = make(self.scene)
        made: T = self.kept[make]
        return made


class Table(Struct, frozen=True):
    """What a page shows as rows of a CSV file: the columns in their order, a value for each, and the marking of all.

    Rows are made while they are sent, each in whichever thread: they ask nothing of the ledger.
    """

    columns: tuple[str, ...]
    rows: Iterable[Mapping[str, object]]
    marking: Marking


class Filled(Struct, frozen=True):
    """A form that could not be taken: which one, what was typed, what is off with which field ("" for the whole)."""

    deed: str = ""
    typed: Mapping[str, tuple[str, ...]] = {}
    field: str = ""
    words: str = ""


EMPTY = Filled()


class Sheet(Struct, frozen=True, kw_only=True):
    """A page of the desk. `name` is that of its template; `make` gives None where the thing is not to be had: 404.

    `asked` decodes the address, `shown` is what `make` gives. A page in the menu stands there under its title.
    """

    name: str
    path: str
    title: str
    what: str
    """One sentence, for the description of the interface."""
    make: Callable[[Seen, Any], Struct | None]
    shown: type[Struct]
    asked: type[Asked] = Asked
    is_in_menu: bool = False
    key: str = ""
    """The letter that leads there after `g`; "" for the first one of its name."""
    table: Callable[[Seen, Any], Table] | None = None
    """The rows that are plotted, for pages that plot: at the same address ending in `.csv`."""
    needs: Right | None = None
    """What a reader must be allowed to; to others the page isn't there."""
    form: str = ""
    """A template below the page, for who may write."""
    asks: bool = False
    """Whether the page has a form of its own that is shown again, with what was typed, where that can't be answered."""
    is_kept: bool = True
    """Whether the page stays the same while what there is to read does."""
