"""Who tells a thing how: two accounts or more side by side, what they differ on, what one leaves out."""

from __future__ import annotations

from datetime import date
from heapq import nsmallest
from typing import Annotated

from msgspec import Meta, Struct

from dragoman.app.desk.sheet import Asked, AskedOf, Seen, Sheet
from dragoman.app.desk.sheets.lines import Cite, EntryLine, cite_of, entry_line, newest_first
from dragoman.brief.accounts import outlet_of, value_words
from dragoman.brief.readouts import accounts
from dragoman.merge.filing import TWICE
from dragoman.types import Dispute, Entry, Omission, Support


class AskedAccounts(Asked, frozen=True, kw_only=True, rename="kebab"):
    """How many entries."""

    limit: Annotated[int, Meta(ge=1, le=5000)] = 200


class Listing(Struct, frozen=True):
    """An entry that is told in more ways than one: the sides with an account of their own, and how much differs."""

    line: EntryLine
    sides: tuple[str, ...]
    accounts: int
    disputes: int
    omissions: int


class AccountsShown(Struct, frozen=True):
    """The entries whose accounts differ, then those of two sides; `more` are left out."""

    as_of: date | None
    listings: tuple[Listing, ...]
    more: int


class Account(Struct, frozen=True):
    """One account: whose, and its words; `side` is None for the press."""

    teller: str
    side: str | None
    cites: tuple[Cite, ...]


class Value(Struct, frozen=True):
    """A disputed value and who gives it."""

    words: str
    cites: tuple[Cite, ...]


class Difference(Struct, frozen=True):
    """A field that two accounts give values for that can't both be true."""

    field: str
    values: tuple[Value, ...]


class LeftOut(Struct, frozen=True):
    """What one side says and another doesn't."""

    field: str
    item: str
    told_by: str
    silent: str
    cite: Cite


class AccountsOfOne(Struct, frozen=True, kw_only=True):
    """An entry and all its accounts, the sides' own first."""

    heading: str
    line: EntryLine
    accounts: tuple[Account, ...]
    differences: tuple[Difference, ...]
    left_out: tuple[LeftOut, ...]


def make(seen: Seen, asked: AskedAccounts) -> AccountsShown:
    """Every entry that has disputes, omissions or the accounts of two sides; statements are only words."""
    files = seen.scene.files
    told = (entry for kind in files.kinds() for entry in files.filed(kind, TWICE))
    first = nsmallest(asked.limit, told, key=lambda one: (not one.disputes, not one.omissions, *newest_first(one)))
    more = sum(files.count(kind, TWICE) for kind in files.kinds()) - len(first)
    return AccountsShown(seen.scene.view.as_of, tuple(listing(entry, seen) for entry in first), more)


def listing(entry: Entry, seen: Seen) -> Listing:
    """An entry as the list has it."""
    sides = tuple(sorted({support.side for support in entry.supports if support.side}))
    return Listing(entry_line(entry, seen), sides, len(accounts(entry)), len(entry.disputes), len(entry.omissions))


def make_one(seen: Seen, asked: AskedOf) -> AccountsOfOne | None:
    """The accounts of one entry."""
    entry = seen.entries.get(asked.id)
    if entry is None:
        return None
    return AccountsOfOne(
        heading="Accounts",
        line=entry_line(entry, seen),
        accounts=tuple(account(supports, seen) for supports in accounts(entry)),
        differences=tuple(difference(dispute, seen) for dispute in entry.disputes),
        left_out=tuple(left_out(omission, seen) for omission in entry.omissions),
    )


def account(supports: tuple[Support, ...], seen: Seen) -> Account:
    """One account with all its words."""
    cites = tuple(cite_of(support, seen, n) for support in supports for n in range(len(support.evidence)))
    side = supports[0].side
    return Account(side or outlet_of(supports[0].article, seen.scene), side, cites)


def difference(dispute: Dispute, seen: Seen) -> Difference:
    """A dispute, each value with the words that give it."""
    values = (
        Value(value_words(dispute.field, one.value), tuple(cite_of(support, seen) for support in one.supports))
        for one in dispute.accounts
    )
    return Difference(dispute.field, tuple(values))


def left_out(omission: Omission, seen: Seen) -> LeftOut:
    """An omission with the words of who says it."""
    cite = cite_of(omission.supports[0], seen)
    return LeftOut(omission.field, omission.item, omission.told_by, omission.silent, cite)


SHEET = Sheet(
    name="accounts",
    path="/accounts",
    title="Accounts",
    what="The entries that are told in more ways than one, those whose accounts can't both be true first.",
    make=make,
    shown=AccountsShown,
    asked=AskedAccounts,
    is_in_menu=True,
)
SHEET_OF_ONE = Sheet(
    name="readouts",
    path="/accounts/{id}",
    title="Accounts",
    what="All accounts of an entry side by side, what they differ on, and what one side leaves out.",
    make=make_one,
    shown=AccountsOfOne,
    asked=AskedOf,
)
