"""The stored entries as they are to a reader from whom something is hidden, counted and read like those of all.

A hidden article changes the entries of those parts of a block (see `merge.parts`) that have records of it; a hidden
correction those of whole blocks. These entries are set aside, and made again of what may be seen; the tables of entries
are behind temporary views on the reader's own connection, which put what was made in the place of what is set aside. Of
verdicts those are made again on which it bears (`brief.judging`). So what is asked of a large ledger costs a cleared
reader what it costs who sees all.

It is done within a moment of the ledger that is held, at which everything is merged.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.errors import LedgerError
from dragoman.ledger import asof
from dragoman.ledger.bearing import look_again
from dragoman.ledger.chain import canonical_json
from dragoman.ledger.correcting import Sight
from dragoman.ledger.filed import OWN, file, tell
from dragoman.ledger.settling import CORRECTED, Settling, Warm
from dragoman.merge import Merged
from dragoman.merge.filing import headings
from dragoman.types import Entry

_entry = msgspec.json.Decoder(Merged)
MOST_PARTS = 5_000
"""Parts that are made again, some 1 ms each; a hundred hidden articles have so many."""
MOST_RECORDS = 20_000
"""Records of blocks that are made again as a whole."""
FIRST = 2**48
"""The row of the first entry that was made here; stored ones never get so far."""
_BY_ROW, _BY_ID = "n NOT IN (SELECT n FROM temp.own_gone)", "entry NOT IN (SELECT entry FROM temp.own_judged)"
KEPT_IF = {
    **dict.fromkeys(("entries", "filed", "dated", "homes", "clues"), _BY_ROW),
    **dict.fromkeys(("foreseen", "sought"), _BY_ID),
    "tally": "1",  # what is set aside is counted there as less than nothing
}
"""Tables of entries and verdicts, and which of their rows are as they are stored."""
REPLACED = ("judged", "unjudged", "voices")
"""Tables that are copied and then written anew."""
LISTS = (
    "CREATE TEMP TABLE own_gone (n INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE own_judged (entry TEXT PRIMARY KEY) WITHOUT ROWID",
)
"""The rows that are set aside, and the entries whose verdicts are."""
TRIGGERS = (
    """
    CREATE TEMP TRIGGER own_foreseen_goes INSTEAD OF DELETE ON temp.foreseen BEGIN
        INSERT OR IGNORE INTO own_judged VALUES (old.entry);
        DELETE FROM own_foreseen WHERE entry = old.entry;
    END
    """,
    """
    CREATE TEMP TRIGGER own_foreseen_comes INSTEAD OF INSERT ON temp.foreseen BEGIN
        INSERT INTO own_foreseen VALUES (NULL, {new});
    END
    """,
    """
    CREATE TEMP TRIGGER own_foreseen_changes INSTEAD OF UPDATE ON temp.foreseen BEGIN
        INSERT OR IGNORE INTO own_judged VALUES (old.entry);
        INSERT OR REPLACE INTO own_foreseen VALUES (old.n, {new});
    END
    """,
    """
    CREATE TEMP TRIGGER own_sought_goes INSTEAD OF DELETE ON temp.sought BEGIN
        INSERT OR IGNORE INTO own_judged VALUES (old.entry);
        DELETE FROM own_sought WHERE entry = old.entry;
    END
    """,
    """
    CREATE TEMP TRIGGER own_sought_comes INSTEAD OF INSERT ON temp.sought BEGIN
        INSERT OR IGNORE INTO own_sought VALUES (new.key, new.entry, new.since, new.until, new.shared);
    END
    """,
)
"""What `judged.keep` writes, it writes into the tables of the connection."""
TOUCHED = """
    SELECT DISTINCT e.block, e.part
    FROM temp.hidden AS h JOIN main.homes AS m ON m.article = h.id JOIN main.entries AS e ON e.n = m.n
    ORDER BY e.block, e.part LIMIT ?
"""
"""Parts that have records of hidden articles."""
OTHERWISE = f"""
    SELECT block FROM temp.differing
    UNION SELECT e.block
    FROM temp.spoken_for AS s JOIN main.homes AS m ON m.article = s.id JOIN main.entries AS e ON e.n = m.n
    WHERE e.part = {CORRECTED}
    UNION SELECT r.block
    FROM temp.hidden AS h JOIN main.articles AS a ON a.id = h.id JOIN main.articles AS b ON b.url = a.url
        JOIN main.records AS r ON r.article = b.id
    WHERE a.url <> '' AND b.id IN (SELECT id FROM temp.visible)
"""
"""Blocks in which records are others without the hidden corrections, or about which one is, or in which a version of a
page stands that has hidden ones after it."""
AS_A_WHOLE = f"SELECT 1 FROM main.entries WHERE block = ? AND part = {CORRECTED} LIMIT 1"
LEFT = """
    SELECT 1 FROM temp.own_gone AS g JOIN main.entries AS e ON e.n = g.n JOIN foreseen AS f ON f.entry = e.id
    WHERE e.id NOT IN (SELECT id FROM temp.own_entries) LIMIT 1
"""


class TooMuchHidden(LedgerError):
    """What may be seen of a ledger can't be made of what is stored with less work than of all its records."""


def arrange(connection: sqlite3.Connection) -> None:
    """Puts what may be seen in the place of what is stored of all, on a reader's connection and for good.

    `TooMuchHidden` where that is no less work than reading all that may be seen.
    """
    parts = connection.execute(TOUCHED, (MOST_PARTS + 1,)).fetchall()
    sight = Sight(connection, None, asof.Standing(connection, None))
    blocks = _blocks(connection, parts, sight)
    several = [(block, part) for block, part in parts if block not in blocks]
    if len(several) > MOST_PARTS or _records_of(connection, blocks) > MOST_RECORDS:
        raise TooMuchHidden("too much is hidden for the rest to be read one by one")
    _make_room(connection)
    number = FIRST
    for gone, come in (_of_blocks(connection, blocks, sight), *_of_parts(connection, several, sight)):
        for n, entry in gone:
            connection.execute("INSERT INTO temp.own_gone VALUES (?)", (n,))
            tell(connection, entry.kind, headings(entry), -1, OWN)
            look_again(connection, entry)
        for row, entry in come:
            connection.execute("INSERT INTO temp.own_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, *row))
            file(connection, number, entry, OWN)
            number += 1


def _blocks(connection: sqlite3.Connection, parts: list[tuple[str, int]], sight: Sight) -> set[str]:
    """The blocks that are to be made again as a whole, with those that are kept together with them."""
    found = {block for block, part in parts if part == CORRECTED}
    found |= {block for (block,) in connection.execute(OTHERWISE)}
    if connection.execute("SELECT 1 FROM temp.spoken_for LIMIT 1").fetchone():
        found |= {block for block in sight.touched() if not connection.execute(AS_A_WHOLE, (block,)).fetchone()}
    return found.union(*(sight.members(sight.home(block)) for block in found))


def _records_of(connection: sqlite3.Connection, blocks: Iterable[str]) -> int:
    asked = "SELECT count(*) FROM main.records WHERE block = ?"
    return sum(int(connection.execute(asked, (block,)).fetchone()[0]) for block in blocks)


def assert_judged(connection: sqlite3.Connection) -> None:
    """Makes sure, once verdicts were made again, that none is left of an entry that was set aside."""
    if connection.execute(LEFT).fetchone():
        raise TooMuchHidden("a verdict rests on what is hidden")


def _make_room(connection: sqlite3.Connection) -> None:
    """Makes the tables for what is made here, and the views that put it in the place of what is stored."""
    for statement in LISTS:
        connection.execute(statement)
    asked = "SELECT type, name, sql FROM main.sqlite_master WHERE tbl_name = ? AND sql <> '' ORDER BY type DESC"
    for table in (*KEPT_IF, *REPLACED):
        connection.execute(f"DROP VIEW IF EXISTS temp.{table}")
        beginning = "own_" if table in KEPT_IF else ""
        for kind, name, sql in connection.execute(asked, (table,)).fetchall():
            connection.execute(_temporary(kind, name, sql, beginning))
    for table, kept_if in KEPT_IF.items():
        both = f"SELECT * FROM main.{table} WHERE {kept_if} UNION ALL SELECT * FROM temp.own_{table}"
        connection.execute(f"CREATE TEMP VIEW {table} AS {both}")
    for table in REPLACED:
        connection.execute(f"INSERT INTO temp.{table} SELECT * FROM main.{table}")
    columns = [name for _, name, *_ in connection.execute("PRAGMA main.table_info(foreseen)")][1:]
    for trigger in TRIGGERS:
        connection.execute(trigger.replace("{new}", ", ".join(f"new.{name}" for name in columns)))


def _temporary(kind: str, name: str, sql: str, beginning: str) -> str:
    """The statement that makes a table or an index of the same shape in the temporary schema, its names begun so.

    >>> _temporary("index", "entries_by_id", "CREATE INDEX entries_by_id ON entries (id)", "own_")
    'CREATE INDEX temp.own_entries_by_id ON own_entries (id)'
    """
    rest = sql.removeprefix(f"CREATE {kind.upper()} {name}").replace(" ON ", f" ON {beginning}", 1)
    return f"CREATE {kind.upper()} temp.{beginning}{name}{rest}"


Row = tuple[str, str, str, int, int, str, bytes]
"""An entry as it is stored, without its number."""
Remade = tuple[list[tuple[int, Entry]], list[tuple[Row, Entry]]]
"""Stored entries that are others for this reader, by their rows, and what is in their place."""


def _of_parts(connection: sqlite3.Connection, parts: Iterable[tuple[str, int]], sight: Sight) -> Iterator[Remade]:
    settling = Settling(connection, sight, Warm())
    asked = "SELECT n, place, records, body FROM main.entries WHERE block = ? AND part = ?"
    for block, part in parts:
        stored = connection.execute(asked, (block, part)).fetchall()
        keys = {key for _, _, records, _ in stored for key in records.split()}
        before = {(place, body): n for n, place, _, body in stored}
        come: list[tuple[Row, Entry]] = []
        for made in settling.made_of(part, keys):
            body = canonical_json(made.entry).encode()
            if before.pop((made.place, body), None) is None:
                come.append(((block, made.place, made.entry.id, part, 0, made.records, body), made.entry))
        yield [(n, _entry.decode(body)) for (_, body), n in before.items()], come


def _of_blocks(connection: sqlite3.Connection, blocks: Iterable[str], sight: Sight) -> Remade:
    asked = "SELECT n, body FROM main.entries WHERE block = ?"
    rows = [row for block in sorted(blocks) for row in connection.execute(asked, (block,))]
    come: list[tuple[Row, Entry]] = []
    for home, several in asof.merge_blocks(connection, sorted(blocks), sight):
        for n, entry in enumerate(several):
            body = canonical_json(entry).encode()
            come.append(((home, f"{n:09}", entry.id, CORRECTED, 0, "", body), entry))
    return [(n, _entry.decode(body)) for n, body in rows], come
