"""What a page of the desk is: a pure function from what may be seen to a frozen Struct, which is also its JSON."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from dragoman.app.desk.readers import Right
from dragoman.brief.calendar import Days, Found
from dragoman.brief.setting import Setting
from dragoman.ledger import Ledger
from dragoman.ledger.dated import Lane
from dragoman.types import Article, Entry, Marking

T = TypeVar("T")


class Asked(Struct, frozen=True, kw_only=True, rename="kebab"):
    """What every page can be asked for in its address: `?as-of=2025-03-16&since=2025-03-10`."""

    as_of: date | None = None
    since: date | None = None


class AskedOf(Asked, frozen=True, kw_only=True, rename="kebab"):
    """A page about one thing, whose id stands in the path."""

    id: str


class Index(Protocol):
    """By what else than their headings entries and articles are found: days, records, addresses."""

    def beginning(self, id: str) -> list[Entry]:
        """The entries whose id begins so; of several the first two."""

    def homes(self, article: str) -> Mapping[str, str]:
        """The id of the entry to which each record of an article belongs, by the record's own."""

    def days(self, kinds: tuple[str, ...], lane: Lane) -> Days:
        """On how many days how many entries of some kinds stand."""

    def window(self, first: date, last: date, kinds: tuple[str, ...], lane: Lane) -> Found:
        """The entries of some kinds between two days, both inclusive."""

    def undated(self) -> int:
        """How many entries have no day."""

    def acts(self, side: str) -> bool:
        """Whether a side acts in any entry that has a day."""

    def marked(self) -> Mapping[str, Marking]:
        """The marking of each article above CLEAR."""

    def standing(self, article: str) -> Article | None:
        """The article of that id, where it stands."""

    def articles_at(self, beginning: str) -> Sequence[Article]:
        """The articles that stand whose address begins so, the newest first."""

    def newest_articles(self, most: int) -> Sequence[Article]:
        """The articles that stand, the newest first, so many at most."""


class Seen(Struct, frozen=True):
    """What a reader may see: the dossier ready to be written about, and the ledger under the same clearance.

    `entries` are those of the scene by id; `kept` is what was made of the scene before, see `once`.
    """

    scene: Setting
    ledger: Ledger
    entries: Mapping[str, Entry]
    index: Index
    clearance: Marking
    kept: dict[Hashable, Any]

    def home(self, article: str, record: str) -> str:
        """The id of the entry to which a record belongs; "" where nothing is made of it."""
        return self.index.homes(article).get(record, "")

    def once(self, make: Callable[[Setting], T]) -> T:
        """What a function makes of the scene, made when it is first asked for and kept while the scene stands."""
        return self.keep(make, lambda: make(self.scene))

    def keep(self, name: Hashable, make: Callable[[], T]) -> T:
        """What is made under a name, when it is first asked for, and kept while the scene stands."""
        if name not in self.kept:
            self.kept[name] = make()
        made: T = self.kept[name]
        return made


class Table(Struct, frozen=True):
    """What a page shows as rows of a CSV file: the columns in their order, a value for each, and the marking of all.

    Rows are made while they are sent, each in whichever thread.
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
