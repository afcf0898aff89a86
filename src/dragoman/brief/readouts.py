"""Two accounts of one entry side by side."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from dragoman.brief.accounts import outlet_of, value_words
from dragoman.brief.byhand import note_words
from dragoman.brief.phrases import day_words, quoted
from dragoman.brief.scene import Scene, dated_line
from dragoman.brief.text import WIDTH
from dragoman.types import Entry, Support

COLUMN = (WIDTH - 3) // 2
QUOTE = 400


def readouts_text(entry: Entry, scene: Scene) -> str:
    """The entry's line, two accounts in columns, then what they differ on and what only one has."""
    told = accounts(entry)
    parts = [f"{entry.id}  {dated_line(entry)}", columns(*(account_rows(account, scene) for account in told[:2]))]
    rest = [outlet_of(account[0].article, scene) for account in told[2:]]
    if len(told) == 1:
        parts.append("One account only: no second origin is held.")
    if rest:
        parts.append(f"Also told by: {', '.join(dict.fromkeys(rest))}")
    parts.append("\n".join(difference_rows(entry, scene)) or "No difference found.")
    return "\n\n".join(parts) + "\n"


def accounts(entry: Entry) -> list[tuple[Support, ...]]:
    """The supports by who tells them: the sides' own accounts first, then other origins, each in order of time."""
    groups: dict[tuple[bool, str], list[Support]] = {}
    for support in entry.supports:
        groups.setdefault((support.side is None, support.side or support.origin), []).append(support)
    return [tuple(groups[key]) for key in sorted(groups, key=lambda key: key[0])]


def account_rows(account: Sequence[Support], scene: Scene) -> list[str]:
    """Who tells it, on which day, and the words, wrapped to a column."""
    rows: list[str] = []
    above = ""
    for support in account:
        head = f"{outlet_of(support.article, scene)}, {day_words(support.seen, scene.year)}"
        if head != above:
            rows += textwrap.wrap(head.upper(), COLUMN)
        above = head
        for evidence in support.evidence:
            rows += textwrap.wrap(quoted(evidence.quote, QUOTE), COLUMN)
    return rows


def columns(left: Sequence[str], right: Sequence[str] = ()) -> str:
    """Rows of two texts beside each other."""
    return "\n".join(
        f"{one:<{COLUMN}} | {other}".rstrip(" |") if right else one
        for one, other in zip_longest(left, right, fillvalue="")
    )


def difference_rows(entry: Entry, scene: Scene) -> list[str]:
    """One row a disputed value, one row a thing that a side leaves out, one what a person did."""
    rows = []
    for dispute in entry.disputes:
        for account in dispute.accounts:
            outlets = dict.fromkeys(outlet_of(support.article, scene) for support in account.supports)
            rows.append(f"! {dispute.field}: {value_words(dispute.field, account.value)} ({', '.join(outlets)})")
    for omission in entry.omissions:
        item = quoted(omission.item, COLUMN)
        rows.append(f"- {omission.field} {item}: said by {omission.told_by}, left out by {omission.silent}")
    return rows + [f"* {note_words(note)}" for note in entry.by_hand]
