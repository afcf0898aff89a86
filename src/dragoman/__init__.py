"""Reads articles about a negotiation and keeps the cited record.

The names in `__all__` are the public door. Each is imported when it is first asked for, so that `import dragoman` is
quick and a brief never waits for the parser:

    from dragoman import times                             the time expressions of a text and the days they mean
    from dragoman import Defaults, load_lexicon, pages, read    pages of a path, each to its article and records
    from dragoman import open_ledger                       keep them, and have the entries that are made of them
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.annotate.times import find_times as times
    from dragoman.brief.nouns import Brief
    from dragoman.errors import (
        DragomanError,
        LedgerError,
        LexiconError,
        ModelError,
        ParseError,
        SourceError,
        UsageError,
    )
    from dragoman.kinds import KINDS
    from dragoman.ledger import Ledger, open_ledger, verify
    from dragoman.lexicon import Lexicon, load_lexicon
    from dragoman.read import read
    from dragoman.sources import pages
    from dragoman.types import Article, Defaults, Entry, Failure, Page, Reading, Record, Timex, Verdict, When

    __version__: str

__all__ = [
    "KINDS",
    "Article",
    "Brief",
    "Defaults",
    "DragomanError",
    "Entry",
    "Failure",
    "Ledger",
    "LedgerError",
    "Lexicon",
    "LexiconError",
    "ModelError",
    "Page",
    "ParseError",
    "Reading",
    "Record",
    "SourceError",
    "Timex",
    "UsageError",
    "Verdict",
    "When",
    "__version__",
    "load_lexicon",
    "open_ledger",
    "pages",
    "read",
    "times",
    "verify",
]

_HOMES = {
    "dragoman.annotate.times": ("times",),
    "dragoman.brief.nouns": ("Brief",),
    "dragoman.errors": tuple(name for name in __all__ if name.endswith("Error")),
    "dragoman.kinds": ("KINDS",),
    "dragoman.ledger": ("Ledger", "open_ledger", "verify"),
    "dragoman.lexicon": ("Lexicon", "load_lexicon"),
    "dragoman.read": ("read",),
    "dragoman.sources": ("pages",),
    "dragoman.types": (
        "Article", "Defaults", "Entry", "Failure", "Page", "Reading", "Record", "Timex", "Verdict", "When",
    ),
}  # fmt: skip
"""Where each public name lives."""
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_NAMED_OTHERWISE = {"times": "find_times"}
"""Public names that are another at home."""


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """A public name, imported now; asked for again it is there already."""
    if name == "__version__":
        from importlib.metadata import version  # imported here: it reads the disk

        value: Any = version("dragoman")
    elif name in _HOME_OF:
        value = getattr(import_module(_HOME_OF[name]), _NAMED_OTHERWISE.get(name, name))
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Door(ModuleType):
    """A package whose public names are never replaced by its own modules.

    Importing the module `dragoman.read` would put the module where the function `dragoman.read` is.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME_OF and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Door
