"""How far vague words reach, beside what came of them: forecasts of a ledger that "in the coming weeks", "soon" dated.

    python benchmarks/windows.py FILE.ledger [--as-of 2031-03-31]

For each row of data/times/windows.toml that some forecast, pledge or planned contact of the ledger used: how many, how
many came true, within how many days of their saying half and nine in ten of these did, and the days that the table
gives. Where nine in ten lie far from the table over some dozens of cases, the table is what to change.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import quantiles

from dragoman.annotate.times.rules import time_table
from dragoman.ledger import open_ledger
from dragoman.resolve import resolve
from dragoman.types import Entry, Verdict, When

VAGUE = 3
"""Vagueness from which on the table, and not the words, says how far a window reaches."""
DECIDED = frozenset({"came_true", "late", "partly"})


def window_of(entry: Entry) -> When | None:
    """The window that an entry looks ahead to; None where it has none."""
    record = entry.record
    return getattr(record, "window", None) or getattr(record, "deadline", None) or getattr(record, "when", None)


def row_of(words: str) -> str:
    """The word of the table that vague words use: "week" of "in the coming weeks"; empty for none."""
    small = words.lower()
    rows = [word for row in time_table("windows") for word in row.words]
    return next((word for word in sorted(rows, key=len, reverse=True) if word in small), "")


def outcomes(entries: tuple[Entry, ...], verdicts: tuple[Verdict, ...]) -> Iterator[tuple[str, int | None]]:
    """For each vague window its word and the days from its saying until it came true; None where it didn't."""
    by_id = {entry.id: entry for entry in entries}
    for verdict in verdicts:
        window = window_of(by_id[verdict.entry])
        if window is None or window.start is None or window.vagueness < VAGUE:
            continue
        is_done = verdict.outcome in DECIDED and verdict.decided_on is not None
        days = (verdict.decided_on - window.start).days if is_done and verdict.decided_on else None
        if word := row_of(window.text):
            yield word, days


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--as-of", type=date.fromisoformat, default=None)
    options = parser.parse_args()
    with open_ledger(options.ledger) as ledger:
        entries = ledger.entries(options.as_of)
        day = options.as_of or ledger.last_day()
    if day is None:
        raise SystemExit(f"{options.ledger}: no article in it has a day; nothing can be compared")
    told: dict[str, list[int | None]] = defaultdict(list)
    for word, days in outcomes(entries, resolve(entries, day)):
        told[word].append(days)
    reaches = {word: row.means for row in time_table("windows") for word in row.words}
    print(f"{'words':<16}{'told':>6}{'came true':>11}{'half by':>9}{'9 in 10 by':>12}{'table':>7}   days")
    for word, found in sorted(told.items()):
        done = sorted(days for days in found if days is not None)
        half, most = (quantiles(done, n=10)[i] for i in (4, 8)) if len(done) > 1 else (float("nan"), float("nan"))
        print(f"{word:<16}{len(found):>6}{len(done):>11}{half:>9.0f}{most:>12.0f}{reaches[word]:>7}")


if __name__ == "__main__":
    main()
