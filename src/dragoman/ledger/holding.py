"""A moment of a ledger that is held: whatever others write meanwhile, all that is asked of it is of that moment."""

from __future__ import annotations

from pathlib import Path

from dragoman.ledger import reading
from dragoman.ledger.errors import explaining
from dragoman.ledger.stocked import Articles, Stocked
from dragoman.ledger.store import Ledger, open_ledger


class Held:
    """A ledger at a moment at which all its entries are stored. Used from one thread at a time, until it is closed.

    While it is held, what others write stays in the file beside the ledger's own: held for long it makes that grow.
    """

    def __init__(self, ledger: Ledger, stocked: Stocked) -> None:
        self.ledger = ledger
        self.stocked = stocked
        self.state = ledger.state()

    def close(self) -> None:
        """Lets go of the moment, and closes the ledger."""
        self.ledger.close()


def size_of(ledger: Ledger) -> int:
    """How many entries are stored."""
    with explaining(ledger.name):
        return reading.size(ledger._connection)


def hold(path: str | Path, articles: Articles | None = None) -> Held | None:
    """The present moment of a ledger; None where not all its entries are stored now.

    `articles` are its articles in numbers, where they are known already.
    """
    ledger = open_ledger(path, create=False, is_shared=True)
    connection = ledger._connection
    try:
        with explaining(ledger.name):
            connection.execute("BEGIN")
            ledger.is_held = True
            if reading.is_merged(connection):  # the first look at the file is the moment
                return Held(ledger, Stocked(connection, articles))
    except BaseException:
        ledger.close()
        raise
    ledger.close()
    return None
