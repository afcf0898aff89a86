"""A moment of a ledger that is held: whatever others write meanwhile, all that is asked of it is of that moment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dragoman.corrections.markings import TOP
from dragoman.ledger import judged, partial, reading
from dragoman.ledger.cleared import ClearedLedger, open_cleared
from dragoman.ledger.errors import explaining
from dragoman.ledger.judged import Changes
from dragoman.ledger.stocked import Articles, Stocked
from dragoman.ledger.store import Ledger
from dragoman.types import Marking


class Held:
    """A ledger at a moment at which all its entries are stored. Used from one thread at a time, until it is closed.

    While it is held, what others write stays in the file beside the ledger's own: held for long it makes that grow.
    """

    def __init__(self, ledger: Ledger, stocked: Stocked) -> None:
        self.ledger = ledger
        self.stocked = stocked
        self.state = ledger.state()

    def judge(self, day: date, made: Changes) -> None:
        """Takes in what is other of the verdicts as this reader sees them; nothing of that is written to the file."""
        with explaining(self.ledger.name):
            judged.keep(self.ledger._connection, self.state, day, made)
            partial.assert_judged(self.ledger._connection)

    def close(self) -> None:
        """Lets go of the moment, and closes the ledger."""
        self.ledger.close()


def size_of(ledger: Ledger) -> int:
    """How many entries are stored."""
    with explaining(ledger.name):
        return reading.size(ledger._connection)


def hold(path: str | Path, articles: Articles | None = None, clearance: Marking = TOP) -> Held | None:
    """The present moment of a ledger as a reader sees it; None where not all its entries are stored now.

    `articles` are its articles in numbers, where they are known already. `TooMuchHidden` where what the reader sees
    can't be read one by one.
    """
    ledger = open_cleared(path, clearance, is_shared=True)
    connection = ledger._connection
    try:
        with explaining(ledger.name):
            if isinstance(ledger, ClearedLedger):
                ledger.begin()
            else:
                connection.execute("BEGIN")
            ledger.is_held = True
            if reading.is_merged(connection):  # the first look at the file is the moment
                if isinstance(ledger, ClearedLedger):
                    partial.arrange(connection)
                return Held(ledger, Stocked(connection, articles))
    except BaseException:
        ledger.close()
        raise
    ledger.close()
    return None
