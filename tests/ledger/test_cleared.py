"""What a reader with a clearance sees is what a ledger without the hidden articles would hold."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.corrections import Correction, making
from dragoman.corrections.nouns import AnyDeed
from dragoman.errors import LedgerError, UsageError
from dragoman.ledger import MARKINGS, TOP, Ledger, Query, open_cleared, open_ledger
from dragoman.ledger.cleared import SHADOWS, UNSHADOWED
from dragoman.types import Article, Failure, Marking, Record
from tests.corrections.signs import by_ana
from tests.records import agreement, article, contact, march, on, statement

WIRE = "https://example.org/talks"


def told(id: str, day: int, marking: Marking, url: str = "", **fields: object) -> tuple[Article, list[Record]]:
    """An article of some marking that tells of the call of the 4th, of an agreement, and of something said."""
    text = f"Lund and Kral spoke of the river crossing, says {id}. They will speak again."
    made = article(id, day, text=text, marking=marking, url=url)
    said = statement(id, f"We will speak again before the week is out says {id}")
    records = [contact(id, on(4), **fields), said, agreement(id, "the crossing opens")]
    return made, [replace(record, id=record_id(record.id)) for record in records]


def record_id(name: str) -> str:
    """An id as records have them, of what a test calls it."""
    return sha256(name.encode()).hexdigest()[:12]


TOLD = [
    told("clear", 5, "CLEAR", duration="PT1H"),
    told("green", 4, "GREEN"),
    told("amber", 6, "AMBER", duration="PT2H"),
    told("strict", 7, "AMBER+STRICT", place="Geneva"),
    told("red", 9, "RED", status="denied"),
    told("old", 5, "CLEAR", WIRE),
    told("new", 8, "RED", WIRE, place="Vienna"),  # a version that only some may know of
]


def filled(path: Path, articles: list[tuple[Article, list[Record]]]) -> Path:
    with open_ledger(path) as ledger:
        for one, records in articles:
            ledger.put(one, records)
        ledger.fail(Failure("secret.txt", "secret.txt: no such file"))
        ledger.settle()
    return path


def allowed(clearance: Marking) -> list[tuple[Article, list[Record]]]:
    levels = MARKINGS[: MARKINGS.index(clearance) + 1]
    return [(one, records) for one, records in TOLD if one.marking in levels]


def everything(ledger: Ledger) -> dict[str, object]:
    """The answer to every question that can be asked of a ledger."""
    days: list[date | None] = [None, march(4), march(6), march(8)]
    ids = [one.id for one, _ in TOLD] + ["nobody"]
    queries = [
        Query(words="river", by_itself=True),
        Query(words="speak OR crossing", kind="contact", by_itself=True),
        Query(words="spoke", speaker="Lund", first=march(5), by_itself=True),
    ]
    return {
        "entries": [ledger.entries(day) for day in days],
        "articles": ledger.articles(),
        "article": [ledger.article(id) for id in ids],
        "beginning": [ledger.articles_beginning(id[:2]) for id in ids],
        "records": [ledger.records(id) for id in ids],
        "versions": ledger.versions(WIRE),
        "found": [ledger.find(query, day, 20) for query in queries for day in days],
        "last day": ledger.last_day(),
        "shown": ledger.shown("ana"),
        "as read": [ledger.records_as_read(id) for id in ids],
        "corrections": ledger.corrections(),
        "notes": [ledger.notes(id) for id in ids],
        "actors": [ledger.actors(day) for day in days],
        "followed": ledger.watched(),
        "views": ledger.views(),
        "briefings": ledger.briefings(),
    }


@pytest.mark.parametrize("clearance", MARKINGS)
def test_a_clearance_sees_what_a_ledger_of_its_articles_alone_holds(clearance: Marking, tmp_path: Path) -> None:
    whole = filled(tmp_path / "whole.db", TOLD)
    alone = filled(tmp_path / "alone.db", allowed(clearance))
    with open_cleared(whole, clearance) as cleared, open_ledger(alone) as ledger:
        assert everything(cleared) == everything(ledger)


DECIDED = (
    ("amend", "clear-c", ("clear",)),
    ("amend", "amber-c", ("amber",)),
    ("withdraw", "red-c", ("red",)),
    ("unite", "clear-a strict-a", ("clear", "strict")),
    ("withdraw", "green-s", ("green",)),
    ("confirm", "amber-a", ("amber",)),
    ("rename", "Anna Lund > Anna Lund-Berg", ("clear",)),
    ("rename", "Boris Kral > Boris the Elder", ("red",)),
    ("rename", "Boris Kral > B. Kral", ("green",)),  # which those never see whom it was renamed for before
    ("apart", "Anna Lund-Berg > Boris Kral", ("amber",)),
    ("undo", "Anna Lund > Anna Lund-Berg", ("strict",)),
    ("undo", "amber-c", ("amber",)),
    ("undo", "amber-a", ("amber", "red")),  # of a confirmation, which those who can't see this still have
    ("undo", "clear-c", ("clear",)),
    ("amend", "green-c", ("green",)),
)
"""What a person decided: the deed, the records or names, and the articles that must be seen for it to be.

A decision about names, or an undoing, bears the marking of the last of these.
"""
MARKED = {one.id: one.marking for one, _ in TOLD}


def decide(ledger: Ledger, seen: frozenset[str]) -> None:
    """Makes the decisions of the table that name none but some articles, one a day."""
    list(deciding(ledger, seen))


def deciding(ledger: Ledger, seen: frozenset[str]) -> Iterator[str]:
    """Makes them one after the other, and tells each when it is made."""
    made: dict[str, Correction] = {}
    for n, (what, ids, needed) in enumerate(DECIDED):
        if not set(needed) <= seen:
            continue
        first = ids if " > " in ids else ids.split()[0]
        match what:
            case "amend":
                deed: AnyDeed = making.amend(ledger.subject(record_id(first)), "duration", f"PT{n + 3}H")
            case "withdraw":
                deed = making.withdraw(ledger.subject(record_id(first)))
            case "confirm":
                deed = making.confirm(ledger.subject(record_id(first)))
            case "rename":
                deed = making.rename(*ids.split(" > "))
            case "apart":
                deed = making.tell_apart(*ids.split(" > "))
            case "undo":
                deed = making.undo(made[first].id, ledger.corrections())
            case _:
                deed = making.unite(*(ledger.subject(record_id(id)) for id in ids.split()))
        marked = MARKED[needed[-1]] if what in ("rename", "apart", "undo") else None
        made[first] = by_ana(deed, 10 + n, marked)
        ledger.correct(made[first])
        yield ids


@pytest.mark.parametrize("clearance", MARKINGS)
def test_decisions_are_seen_and_count_where_all_that_they_name_may_be_seen(clearance: Marking, tmp_path: Path) -> None:
    several = allowed(clearance)
    whole, alone = filled(tmp_path / "whole.db", TOLD), filled(tmp_path / "alone.db", several)
    with open_ledger(whole) as writer, open_ledger(alone) as ledger, open_cleared(whole, clearance) as cleared:
        decide(writer, frozenset(one.id for one, _ in TOLD))
        decide(ledger, frozenset(one.id for one, _ in several))
        assert everything(cleared) == everything(ledger)
        writer.settle()
        assert everything(cleared) == everything(ledger)


@pytest.mark.parametrize("clearance", MARKINGS)
def test_it_holds_in_any_order_of_coming_and_while_others_write(clearance: Marking, tmp_path: Path) -> None:
    levels = MARKINGS[: MARKINGS.index(clearance) + 1]
    shuffled = random.Random(7).sample(TOLD, len(TOLD))
    filled(tmp_path / "whole.db", [])
    filled(tmp_path / "alone.db", [])
    with (
        open_cleared(tmp_path / "whole.db", clearance) as cleared,
        open_ledger(tmp_path / "whole.db") as writer,
        open_ledger(tmp_path / "alone.db") as ledger,
    ):
        for one, records in shuffled:
            writer.put(one, records)
            if one.marking in levels:
                ledger.put(one, records)
            assert everything(cleared) == everything(ledger)


def test_what_is_hidden_changes_neither_state_nor_head(tmp_path: Path) -> None:
    path = filled(tmp_path / "whole.db", allowed("GREEN"))
    with open_cleared(path, "GREEN") as green, open_ledger(path) as writer, open_cleared(path, TOP) as top:
        before = green.state(), green.head(), top.state()
        writer.put(*told("late", 12, "AMBER"))
        writer.fail(Failure("other.txt", "other.txt: no such file"))
        writer.mark_shown("bo", {"contact-1": "x"}, march(12))
        assert (green.state(), green.head()) == before[:2]
        assert top.state() != before[2]
        writer.put(*told("later", 12, "GREEN"))
        assert green.state() != before[0]


def test_who_was_shown_what_makes_no_new_state_and_a_commit_of_others_a_new_version(tmp_path: Path) -> None:
    path = filled(tmp_path / "whole.db", TOLD)
    with open_ledger(path) as ledger, open_ledger(path) as writer:
        state, version = ledger.state(), ledger.version()
        writer.mark_shown("bo", {"contact-1": "x"}, march(12))
        assert ledger.state() == state
        assert ledger.version() != version


def test_failures_are_shown_to_who_may_see_everything(tmp_path: Path) -> None:
    path = filled(tmp_path / "whole.db", TOLD)
    with open_cleared(path, TOP) as top, open_cleared(path, "AMBER+STRICT") as strict:
        assert (len(top.failures()), strict.failures()) == (1, ())


def test_search_is_of_what_may_be_seen(tmp_path: Path) -> None:
    path = filled(tmp_path / "whole.db", TOLD)
    with open_cleared(path, "GREEN") as green:
        assert [passage.article for passage in green.search('river "crossing')] == ["clear", "old", "green"]
        assert green.search("amber") == green.search("") == ()


def test_nothing_is_written_through_a_cleared_ledger(tmp_path: Path) -> None:
    path = filled(tmp_path / "whole.db", TOLD)
    with open_cleared(path, "AMBER") as cleared:
        for write in (lambda: cleared.put(*told("x", 9, "CLEAR")), lambda: cleared.fail(Failure("a", "b"))):
            with pytest.raises(LedgerError):
                write()
    with open_ledger(path) as ledger:
        assert ledger.article("x") is None


def test_a_marking_that_is_none_opens_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="SECRET: this is no marking; use one of CLEAR, GREEN"):
        open_cleared(filled(tmp_path / "whole.db", []), "SECRET")  # type: ignore[arg-type]


def test_every_table_is_hidden_behind_a_view_or_says_why_not(tmp_path: Path) -> None:
    path = filled(tmp_path / "whole.db", TOLD)
    with sqlite3.connect(path) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        views = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    own = {name for name in tables if not name.startswith(("sentence_words_", "sqlite_"))}
    assert own | {"watched"} == SHADOWS.keys() | UNSHADOWED.keys()  # which is made when something is followed first
    with open_cleared(path, "AMBER") as cleared:
        rows = cleared._connection.execute("SELECT name FROM temp.sqlite_master WHERE type = 'view'")
        assert {name for (name,) in rows} == SHADOWS.keys() | views


def test_an_article_marked_again_is_another_one(tmp_path: Path) -> None:
    """A marking is of the text as it came; the same text can't be put again with a lower one."""
    one, records = told("red", 9, "RED")
    path = filled(tmp_path / "whole.db", [(one, records), (replace(one, marking="CLEAR"), records)])
    with open_cleared(path, "GREEN") as green:
        assert green.articles() == ()
