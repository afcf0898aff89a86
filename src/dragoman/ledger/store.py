"""The ledger: one SQLite file, and the only SQL that writes.

Articles and records are only ever added; entries are made from them block by block and stored ready to decode. A
ledger is used from one thread; other processes may read and write the same file at the same time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from dragoman.corrections import Correction, Target, standing
from dragoman.corrections.making import Subject
from dragoman.errors import LedgerError
from dragoman.kinds import AnyRecord
from dragoman.ledger import (
    asof,
    concerning,
    correcting,
    finding,
    journal,
    judged,
    reading,
    registry,
    subjects,
    watching,
)
from dragoman.ledger.chain import canonical_json, digest_of
from dragoman.ledger.errors import explaining
from dragoman.ledger.filed import clear
from dragoman.ledger.finding import Hit, Query
from dragoman.ledger.journal import Briefing, Viewed
from dragoman.ledger.judged import Changes, Foreseen
from dragoman.ledger.opening import prepare, roomy, writing
from dragoman.ledger.putting import add_link, correct_records, place_all, put, remake
from dragoman.ledger.reading import Passage
from dragoman.ledger.registry import Person
from dragoman.ledger.rows import key_of
from dragoman.ledger.settling import Replaced, Settling, Warm
from dragoman.ledger.since import News, Upto, news
from dragoman.ledger.stocked import Stocked
from dragoman.types import Article, ByHand, Entry, Failure, Marking, Record, Verdict

IN_MEMORY = ":memory:"
PATIENCE = 10.0
"""Seconds to wait for another writer before giving up."""
BLOCKS_AT_ONCE, RECORDS_AT_ONCE = 256, 5_000
"""Blocks, and changed records, after which a transaction ends: other writers wait for these, or one larger block."""


def open_ledger(path: str | Path = IN_MEMORY, *, create: bool = True, is_shared: bool = False) -> Ledger:
    """The ledger in a file, made when there is none and `create` is set; ":memory:" keeps it in memory.

    One that `is_shared` may be used from several threads, but from one at a time.

    LedgerError when the file is no ledger, damaged, locked for longer than ten seconds, or may not be read.
    A ledger in a folder that may not be written is opened for reading.
    """
    name = str(path)
    exists = name == IN_MEMORY or Path(name).is_file()
    if not exists and not create:
        raise LedgerError(f"{name}: there is no ledger here; make one with `dragoman add {name} PATH...`")
    with explaining(name):
        connection = reading.connect(name, PATIENCE, is_shared=is_shared)
        try:
            prepare(connection, name)
        except BaseException:
            connection.close()
            raise
        return Ledger(connection, name)


class Ledger:
    """An open ledger, `name` its path. Close it, or use it in a `with` block; what was put stays put either way.

    >>> with open_ledger(":memory:") as ledger:
    ...     ledger.entries()
    ()
    """

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.name = name
        self._connection = connection
        self._warm = Warm()
        self.is_held = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; safe to call twice."""
        self._connection.close()

    # ---- writing ----------------------------------------------------------------------------------------------------

    def put(self, article: Article, records: Iterable[Record]) -> tuple[str, ...]:
        """The blocks whose entries this article touches, sorted; stored with all its records in one transaction.

        When this returns, the article outlives a crash. An article that is there already changes nothing: (). The
        newer version of a URL (by day of publication, then of fetching) takes the place of the older, which is kept.
        Entries of the blocks are made by `settle`, or when they are read.
        """
        with explaining(self.name), writing(self._connection):
            return put(self._connection, article, tuple(records))[0]

    def add(self, article: Article, records: Iterable[Record]) -> Replaced:
        """The same for who puts one at a time while others read: the entries are made before anybody reads the article.

        What comes back are the entries that are no more as they were, and those in their place.
        """
        with explaining(self.name), writing(self._connection):
            blocks, dropped = put(self._connection, article, tuple(records))
            made = self._merge(blocks)
        return Replaced((*dropped, *made.gone), tuple(made.come))

    def correct(self, correction: Correction) -> bool:
        """Whether the correction is new: it is added, and what follows from it made; one that is there is not.

        When this returns it outlives a crash. Entries of the blocks that it touches are made when they are read.
        """
        body = canonical_json(correction)
        with explaining(self.name), writing(self._connection):
            before = correcting.corrections_of(self._connection)
            if any(one.id == correction.id for one in before):
                return False
            row = (correction.id, correction.at.date().isoformat(), body)
            self._connection.execute("INSERT INTO corrections (id, made, body) VALUES (?, ?, ?)", row)
            add_link(self._connection, "correction", correction.id, digest_of([body]))
            then, now = standing(before), standing((*before, correction))
            changed = [one for one in (*then, *now) if (one in then) != (one in now)]
            stale = correcting.blocks_about(self._connection, changed) | correct_records(
                self._connection, now, correcting.places_of(self._connection, changed)
            )
            remake(self._connection, stale | correcting.blocks_about(self._connection, changed), changed)
        return True

    def log_views(self, several: Iterable[Viewed]) -> None:
        """Keeps who was given which pages, in one link; when this returns it outlives a crash."""
        rows = tuple(several)
        with explaining(self.name), writing(self._connection):
            link = add_link(self._connection, "viewed", rows[0].reader if rows else "", journal.views_digest(rows))
            journal.add_views(self._connection, link.n, rows)

    def brief_of_meeting(self, briefing: Briefing) -> Briefing:
        """Keeps that somebody was told of a meeting; what comes back has its id."""
        made = replace(briefing, id=key_of(canonical_json(replace(briefing, id=""))))
        with explaining(self.name), writing(self._connection):
            if journal.add_briefing(self._connection, made):
                add_link(self._connection, "briefing", made.id, digest_of([canonical_json(made)]))
        return made

    def fail(self, failure: Failure) -> None:
        """Keeps a page that could not be had; the same failure twice is kept once."""
        body = canonical_json(failure)
        with explaining(self.name), writing(self._connection):
            row = (key_of(body), failure.name, failure.message)
            if self._connection.execute("INSERT OR IGNORE INTO failures VALUES (?, ?, ?)", row).rowcount:
                add_link(self._connection, "failure", key_of(body), digest_of([body]))

    def settle(self) -> int:
        """How many blocks were merged: all whose records have changed since their entries were stored."""
        done = 0
        with explaining(self.name), roomy(self._connection):
            while True:
                with writing(self._connection):
                    blocks = reading.next_stale(self._connection, BLOCKS_AT_ONCE, RECORDS_AT_ONCE)
                    if not blocks:
                        return done
                    self._merge(blocks)
                done += len(blocks)

    def _merge(self, blocks: Iterable[str]) -> Settling:
        sight = correcting.Sight(self._connection, None, asof.Standing(self._connection, None))
        settling = Settling(self._connection, sight, self._warm)
        for block in blocks:
            settling.settle(block)
        return settling

    def rebuild(self) -> int:
        """How many blocks were merged after all entries were deleted; the entries are the same as before."""
        with explaining(self.name), writing(self._connection):
            self._connection.execute("DELETE FROM entries")
            clear(self._connection)
            place_all(self._connection)
            self._connection.execute("DELETE FROM judged")
            correct_records(self._connection, standing(correcting.corrections_of(self._connection)), None)
            self._connection.execute("INSERT OR IGNORE INTO unmerged SELECT DISTINCT block, '' FROM standing_records")
        return self.settle()

    def mark_shown(self, reader: str, lines: Mapping[str, str], as_of: date | None) -> None:
        """Keeps what a reader has been shown: entry id to the hash of its line, in a brief as of that day."""
        day = as_of.isoformat() if as_of else ""
        rows = sorted(lines.items()) or [("", "")]  # a brief without lines was shown too, and has its day
        with explaining(self.name), writing(self._connection):
            link = add_link(
                self._connection, "shown", reader, digest_of([reader, day, *(part for row in rows for part in row)])
            )
            journal.add_marks(self._connection, [(link.n, reader, entry, line, day) for entry, line in rows])

    def keep_verdicts(self, state: str, day: date, verdicts: Iterable[Foreseen] | Changes) -> None:
        """Keeps the verdicts of a state and day, or what is other of those kept; nothing where it can't be written."""
        if not reading.is_read_only(self._connection):
            with suppress(sqlite3.OperationalError), writing(self._connection, patience=0):
                judged.keep(self._connection, state, day, verdicts)

    def keep_watched(self, url: str, body: str) -> None:
        """Keeps what `dragoman follow` knows of a source, in the place of what it knew."""
        with explaining(self.name), writing(self._connection):
            watching.keep(self._connection, url, body)

    # ---- reading ----------------------------------------------------------------------------------------------------

    def entries(self, as_of: date | None = None) -> tuple[Entry, ...]:
        """All entries, by block and in the order in which they became known; `as_of`: as they were known that day.

        An article is known from its day of publication, else of fetching; of a URL, the version that was newest then.
        """
        with self._snapshot():
            return asof.entries(self._connection, as_of)

    def entries_in(self, blocks: Iterable[str]) -> tuple[Entry, ...]:
        """The entries of some blocks as they stand, in the order of the blocks."""
        with self._snapshot():
            return asof.entries_in(self._connection, sorted(set(blocks)))

    def records(self, article: str, as_of: date | None = None) -> tuple[AnyRecord, ...]:
        """The records of an article as corrected by a day (None: today), in the order of their canonical JSON."""
        with self._snapshot():
            return asof.records(self._connection, article, as_of)

    def records_as_read(self, article: str) -> tuple[AnyRecord, ...]:
        """The records of an article as they were read, whatever people decided, in the order of their places."""
        with self._snapshot():
            return reading.records_as_read(self._connection, article)

    def notes(self, article: str, as_of: date | None = None) -> dict[str, tuple[ByHand, ...]]:
        """What people did by a day (None: today) to records of an article, by record id, withdrawn ones among them."""
        with self._snapshot():
            return correcting.notes_of(self._connection, article, as_of)

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections by hand in the order in which they were made, undone ones and undoings among them."""
        with self._snapshot():
            return correcting.corrections_of(self._connection)

    def subject(self, named: str | Entry) -> Subject:
        """An entry, or the entry or record of today whose id begins so (else UsageError), as a correction takes it."""
        with self._snapshot():
            return subjects.subject_of(self._connection, named)

    def least_marking(self, targets: Sequence[Target], *, names: bool = False) -> Marking:
        """The marking that a correction of some records must have at least; `names`: it says whom they name."""
        with self._snapshot():
            return concerning.least_marking(self._connection, targets, names=names)

    def markings_naming(self, name: str) -> frozenset[Marking]:
        """The markings under which a name is known here; none where nothing says it."""
        with self._snapshot():
            return concerning.markings_naming(self._connection, name)

    def actors(self, as_of: date | None = None) -> tuple[Person, ...]:
        """Everybody that the records of a day (None: today) name, once, under all their names; see `registry`."""
        with self._snapshot():
            return registry.registry(asof.tellings(self._connection, as_of))

    def articles(self) -> tuple[Article, ...]:
        """All articles that stand today, one version of each URL, by day known, outlet and id."""
        with self._snapshot():
            return reading.current_articles(self._connection)

    def article(self, id: str) -> Article | None:
        """The article of that id, superseded or not; None when there is none."""
        with self._snapshot():
            return reading.one_article(self._connection, id)

    def articles_beginning(self, id: str) -> tuple[Article, ...]:
        """The articles whose id begins so, superseded or not, two at most."""
        with self._snapshot():
            return reading.articles_beginning(self._connection, id)

    def versions(self, url: str) -> tuple[Article, ...]:
        """All versions of a URL, the oldest first; the last one stands."""
        with self._snapshot():
            return reading.versions_of(self._connection, url)

    def failures(self) -> tuple[Failure, ...]:
        """The pages that could not be had, by name."""
        with self._snapshot():
            return reading.failures(self._connection)

    def search(self, words: str, limit: int = 20) -> tuple[Passage, ...]:
        """The sentences of current articles that hold all the words, the best match first."""
        with self._snapshot():
            return reading.search(self._connection, words, limit)

    def find(self, query: Query, as_of: date | None, limit: int) -> tuple[Hit, ...]:
        """The first `limit` sentences that fit, of the articles that stood on a day (None: today); see `finding`."""
        with self._snapshot():
            sight = correcting.Sight(self._connection, as_of, asof.Standing(self._connection, as_of))
            return finding.find(self._connection, finding.known_by(query, as_of), sight, limit)

    def watched(self) -> dict[str, str]:
        """What `dragoman follow` keeps of each source, by its address."""
        with self._snapshot():
            return watching.bodies(self._connection)

    def shown(self, reader: str) -> dict[str, str]:
        """Entry id to the hash of the line that the reader was last shown of it."""
        with self._snapshot():
            return reading.shown(self._connection, reader)

    def last_shown(self, reader: str) -> date | None:
        """The as-of day of the reader's last brief; None when there was none."""
        with self._snapshot():
            return reading.last_shown(self._connection, reader)

    def views(self, reader: str = "", limit: int = 500) -> tuple[Viewed, ...]:
        """Who was given which pages, the newest first; of one reader, or of all."""
        with self._snapshot():
            return journal.views(self._connection, reader, limit)

    def briefings(self) -> tuple[Briefing, ...]:
        """Who was told of which meeting, by when they were told."""
        with self._snapshot():
            return journal.briefings(self._connection)

    def verdicts(self, day: date) -> tuple[Verdict, ...] | None:
        """The verdicts of all entries as of a day, where they were kept since something came in."""
        with self._snapshot():
            return judged.kept(self._connection, day)

    def since(self, known: Upto | None) -> News:
        """What isn't as it was when a reader had seen so much; None: everything."""
        with self._snapshot():
            return news(self._connection, known if self._follows_from_stored else None)

    _follows_from_stored = True  # a reader's entries change where something is stored, and not otherwise

    def last_day(self) -> date | None:
        """The last day of publication in the ledger: the day a brief is as of when none is given."""
        with self._snapshot():
            return reading.last_day(self._connection)

    def state(self) -> str:
        """The head of the last link that added something to read, as this ledger shows it; empty when there is none.

        Two equal states hold the same; who was shown what makes no new one.
        """
        with self._snapshot():
            return reading.state(self._connection)

    @contextmanager
    def stocked(self) -> Iterator[Stocked | None]:
        """One moment, in which entries are read one by one; None where not all are stored as this ledger shows them."""
        with self._snapshot():
            yield Stocked(self._connection) if self._is_stocked() else None

    def _is_stocked(self) -> bool:
        return reading.is_merged(self._connection)

    def is_merged(self) -> bool:
        """Whether all that was put is merged; what isn't yet is merged for each reader anew."""
        with explaining(self.name):
            return reading.is_merged(self._connection)

    def version(self) -> int:
        """A number that is another one after each commit of anybody else: cheap to ask for by who watches the file."""
        with explaining(self.name):
            return reading.version(self._connection)

    def head(self) -> str:
        """The last link of the chain, in hex; empty for a ledger without commits."""
        with self._snapshot():
            return reading.head(self._connection)

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """One moment of the ledger, whatever others write meanwhile."""
        with explaining(self.name):
            if self.is_held:  # all of it is one moment, see `holding`
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
