"""A ledger as a reader with a clearance may see it: what is marked higher isn't there.

The tables that hold what was read are hidden behind temporary views of the same names on the reader's own connection.
SQLite looks a bare name up among the temporary ones first, so every query of this room, also one that is written
later, sees only what the clearance allows: counts, searches, merges and the last day are of the visible articles, and
an id that is hidden is answered by the same look-up as one that never was. A table that is missing from `SHADOWS`
fails a test (tests/ledger/test_cleared.py).

What is allowed is listed, not what is forbidden: an article that came in since the list was made isn't seen yet.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import astuple, replace

from dragoman.corrections import Correction, standing
from dragoman.corrections.markings import MARKINGS, TOP, is_within, own_marking
from dragoman.corrections.nouns import Undo
from dragoman.corrections.standing import targets_of
from dragoman.errors import UsageError
from dragoman.ledger.correcting import Row, made_rows
from dragoman.ledger.errors import explaining
from dragoman.ledger.finding import Hit, Query
from dragoman.ledger.judged import Changes, Foreseen
from dragoman.ledger.reading import Passage
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.types import Marking

LISTS = """
CREATE TEMP TABLE visible (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE hidden (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE decided (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE spoken_for (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE corrected_here (
    key TEXT PRIMARY KEY, id TEXT, article TEXT, kind TEXT, block TEXT, body TEXT, notes TEXT
) WITHOUT ROWID;
CREATE TEMP TABLE differing (block TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE listed (upto INTEGER NOT NULL);
INSERT INTO temp.listed VALUES (0);
"""
"""The articles that may be seen, and those that may not; the corrections that may be seen, and the articles that the
others name; what is made of records where not all corrections may be seen, and the blocks where that isn't what is
stored; the last link that was looked at."""

PARTED = """
    SELECT id FROM temp.spoken_for UNION SELECT id FROM temp.hidden UNION SELECT id FROM main.articles WHERE url IN (
        SELECT url FROM main.articles
        WHERE id IN (SELECT id FROM temp.hidden UNION SELECT id FROM temp.spoken_for) AND url <> ''
    )
"""
"""Articles whose blocks are other than the stored ones: hidden, named by a hidden correction, or a version of such."""

ENTRIES_OF_ALL = (
    "filed", "tally", "dated", "homes", "clues", "judged", "foreseen", "voices", "sought", "unjudged",
)  # fmt: skip
"""Tables that are of the entries of all articles."""

SHADOWS = {
    "articles": "SELECT * FROM main.articles WHERE id IN (SELECT id FROM temp.visible)",
    "records": "SELECT * FROM main.records WHERE article IN (SELECT id FROM temp.visible)",
    "places": "SELECT * FROM main.places WHERE article IN (SELECT id FROM temp.visible)",
    "texts": "SELECT * FROM main.texts WHERE 0",  # what is between two texts would be taken for the first of them
    "sentences": "SELECT * FROM main.sentences WHERE article IN (SELECT id FROM temp.visible)",
    "failures": "SELECT * FROM main.failures WHERE 0",  # a page that failed told nobody its marking
    "views": "SELECT * FROM main.views WHERE 0",  # the addresses of pages tell of what is on them
    "briefings": "SELECT * FROM main.briefings WHERE article IN (SELECT id FROM temp.visible)",
    **{name: f"SELECT * FROM main.{name} WHERE 0" for name in ENTRIES_OF_ALL},
    "marked": "SELECT * FROM main.marked WHERE article IN (SELECT id FROM temp.visible)",
    "watched": "SELECT '' AS url, '' AS body WHERE 0",
    "corrections": "SELECT * FROM main.corrections WHERE id IN (SELECT id FROM temp.decided)",
    "corrected": """
        SELECT * FROM main.corrected
        WHERE article IN (SELECT id FROM temp.visible) AND NOT EXISTS (SELECT 1 FROM temp.spoken_for)
        UNION ALL SELECT * FROM temp.corrected_here
    """,
    "links": """
        SELECT * FROM main.links
        WHERE (what = 'article' AND subject IN (SELECT id FROM temp.visible))
           OR (what = 'correction' AND subject IN (SELECT id FROM temp.decided))
           OR (what = 'briefing' AND subject IN (
               SELECT id FROM main.briefings WHERE article IN (SELECT id FROM temp.visible)
           ))
    """,
    "unmerged": f"""
        SELECT block, '' AS record FROM main.unmerged
        UNION SELECT block, '' FROM main.records WHERE article IN ({PARTED})
        UNION SELECT block, '' FROM main.corrected WHERE article IN ({PARTED})
        UNION SELECT block, '' FROM temp.corrected_here WHERE article IN ({PARTED})
        UNION SELECT block, '' FROM temp.differing
    """,
}
"""What a bare name means to a reader with less than the highest clearance."""
UNSHADOWED = {
    "marks": "what this reader was shown, asked for by the reader's own name",
    "entries": "only those of blocks that are not `unmerged` are read, and every block that anything hidden touches is",
    "blocks": "tells which blocks to read again; what is read of them is as it is of all",
    "sentence_words": "read only joined to `sentences`, and never its ranks: they count hidden sentences too",
}
"""Tables that a cleared reader's queries reach as they are, and why nothing hidden comes out."""

NEW_ARTICLES = f"""
    SELECT links.subject, coalesce(marked.marking, '{MARKINGS[0]}')
    FROM main.links AS links LEFT JOIN main.marked AS marked ON marked.article = links.subject
    WHERE links.n > ? AND links.n <= ? AND links.what = 'article'
"""
AT_ONCE = 500
"""Articles up to which only the new ones are corrected anew."""
NEW_DECISIONS = "SELECT 1 FROM main.links WHERE n > ? AND n <= ? AND what = 'correction' LIMIT 1"
STORED = """
    SELECT c.key, c.id, c.article, c.kind, c.block, c.body, c.notes, r.block
    FROM main.corrected AS c JOIN main.records AS r ON r.key = c.key
"""
_correction = msgspec.json.Decoder(Correction)


class ClearedLedger(Ledger):
    """A ledger for reading, of which only what `clearance` allows is there; writing to it fails."""

    def __init__(self, connection: sqlite3.Connection, name: str, clearance: Marking) -> None:
        super().__init__(connection, name)
        self.clearance = clearance
        allowed = MARKINGS[: MARKINGS.index(clearance) + 1]
        self._allowed = frozenset(allowed)
        self._made: tuple[Correction, ...] = ()
        self._seen: tuple[Correction, ...] = ()

    def find(self, query: Query, as_of: date | None, limit: int) -> tuple[Hit, ...]:
        """As of a whole ledger, each sentence ranked by itself: the index's own rank counts hidden ones too."""
        return super().find(replace(query, by_itself=True), as_of, limit)

    def keep_verdicts(self, state: str, day: date, verdicts: Iterable[Foreseen] | Changes) -> None:
        """Nothing: these are of the entries as one clearance sees them."""

    def _is_stocked(self) -> bool:
        """Never: what is filed is filed of all articles."""
        return False

    @property
    def _follows_from_stored(self) -> bool:  # type: ignore[override]
        """Whether no correction is hidden: what holds without it follows from what is stored of no block."""
        return self._made == self._seen

    def search(self, words: str, limit: int = 20) -> tuple[Passage, ...]:
        """The sentences of current articles that hold all the words, ranked as by `find`."""
        phrases = " ".join(f'"{word}"' for word in words.replace('"', " ").split())
        hits = self.find(Query(words=phrases), None, limit) if phrases else ()
        return tuple(Passage(hit.article, hit.start, hit.end, hit.text) for hit in hits)

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        with explaining(self.name):
            self._list_new()
        with super()._snapshot():
            self._list_all()
            yield

    def begin(self) -> None:
        """Begins the moment at which the ledger is held."""
        self._list_new()
        self._connection.execute("BEGIN")
        self._list_all()

    def _list_all(self) -> None:
        while not self._is_listed():  # something came in between the two: sorted before anything is asked
            self._connection.execute("ROLLBACK")
            self._list_new()
            self._connection.execute("BEGIN")

    def _is_listed(self) -> bool:
        asked = "SELECT upto >= (SELECT coalesce(max(n), 0) FROM main.links) FROM temp.listed"
        return bool(self._connection.execute(asked).fetchone()[0])

    def _list_new(self) -> None:
        """Sorts what came in since the last time by whether it may be seen."""
        upto = self._connection.execute("SELECT upto FROM temp.listed").fetchone()[0]
        last = self._connection.execute("SELECT max(n) FROM main.links").fetchone()[0] or 0
        if last == upto:
            return
        rows = self._connection.execute(NEW_ARTICLES, (upto, last)).fetchall()
        self._fill("visible", [id for id, marking in rows if marking in self._allowed])
        self._fill("hidden", [id for id, marking in rows if marking not in self._allowed])
        decided = self._connection.execute(NEW_DECISIONS, (upto, last)).fetchone() is not None
        if decided or (rows and self._made):
            self._list_corrections([id for id, _ in rows])
        self._connection.execute("UPDATE temp.listed SET upto = ?", (last,))

    def _list_corrections(self, new: Sequence[str]) -> None:
        """Sorts the corrections: one may be seen where its marking allows it, and every article that it names may be.

        `new` are the articles that came in: where the corrections are the same, only these are corrected.
        """
        rows = self._connection.execute("SELECT body FROM main.corrections ORDER BY n")
        made = tuple(_correction.decode(body) for (body,) in rows.fetchall())
        visible = {id for (id,) in self._connection.execute("SELECT id FROM temp.visible")}
        ids: set[str] = set()
        named: set[str] = set()
        about: dict[str, set[str]] = {}
        for one in made:
            undone = one.deed.correction if isinstance(one.deed, Undo) else ""
            about[one.id] = {target.article for target in targets_of(one.deed)} | about.get(undone, set())
            undoes_seen = not undone or undone in ids
            if about[one.id] <= visible and undoes_seen and is_within(own_marking(one), self.clearance):
                ids.add(one.id)
            else:
                named |= about[one.id]
        seen = tuple(one for one in made if one.id in ids)
        is_same = (made, seen) == (self._made, self._seen)
        if not is_same:
            for table in ("decided", "spoken_for", "corrected_here", "differing"):
                self._connection.execute(f"DELETE FROM temp.{table}")
            self._fill("decided", sorted(ids))
            self._fill("spoken_for", sorted(named))
        self._made, self._seen = made, seen
        if len(seen) < len(made):
            self._correct_here(standing(seen), new if is_same and len(new) <= AT_ONCE else None)

    def _correct_here(self, held: Sequence[Correction], articles: Sequence[str] | None) -> None:
        """Records as they stand under what may be seen alone, of some articles or of all, in place of the stored ones.

        Names that a hidden correction changes stand in articles that it doesn't name: these are told by what differs.
        """
        rows = made_rows(self._connection, held, articles)
        among = f" WHERE c.article IN ({', '.join('?' * len(articles))})" if articles is not None else ""
        stored = {row[0]: Row(*row) for row in self._connection.execute(STORED + among, articles or ())}
        differ = [row for key in rows.keys() | stored.keys() for row in _unlike(rows.get(key), stored.get(key))]
        self._fill("spoken_for", [""])  # never empty: it says to look here
        self._fill("differing", sorted({block for row in differ for block in (row.block, row.read_block)}))
        asked = "INSERT OR REPLACE INTO temp.corrected_here VALUES (?, ?, ?, ?, ?, ?, ?)"
        self._connection.executemany(asked, [astuple(row)[:-1] for row in rows.values()])

    def _fill(self, table: str, ids: Iterable[str]) -> None:
        self._connection.executemany(f"INSERT OR IGNORE INTO temp.{table} VALUES (?)", [(id,) for id in ids])


def _unlike(one: Row | None, other: Row | None) -> list[Row]:
    """Those of two rows that are there, where they aren't the same."""
    return [row for row in (one, other) if row] if one != other else []


def open_cleared(path: str | Path, clearance: Marking, *, is_shared: bool = False) -> Ledger:
    """The ledger of a file as a reader with that clearance may see it; with the highest one all of it is there.

    UsageError for a marking that is none. `is_shared` as of every ledger.
    """
    if clearance not in MARKINGS:
        raise UsageError(f"{clearance}: this is no marking; use one of {', '.join(MARKINGS)}")
    ledger = open_ledger(path, create=False, is_shared=is_shared)
    if clearance == TOP:
        return ledger
    connection = ledger._connection
    with explaining(ledger.name):
        connection.executescript(LISTS)
        for name, meaning in SHADOWS.items():
            connection.execute(f'CREATE TEMP VIEW "{name}" AS {meaning}')
        # The ledger's own views are made again: in the main schema their names would mean the whole tables.
        for (statement,) in connection.execute("SELECT sql FROM main.sqlite_master WHERE type = 'view'").fetchall():
            connection.execute(statement.replace("CREATE VIEW", "CREATE TEMP VIEW", 1))
    return ClearedLedger(connection, ledger.name, clearance)
