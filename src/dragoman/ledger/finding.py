"""Sentences by their words, and by the records that stand on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import dropwhile

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dragoman.errors import UsageError
from dragoman.kinds import AnyRecord
from dragoman.kinds.doers import doers_of, is_named
from dragoman.ledger.correcting import Sight
from dragoman.ledger.matching import TOKEN, Row, ranked
from dragoman.lexicon import load_lexicon

OPERATORS = frozenset({"AND", "OR", "NOT", "(", ")"})
_record = msgspec.json.Decoder(AnyRecord)

RANKED = 2_000
"""Sentences that are put in order, the last that were added: of a word that a ledger is full of, more say nothing new.

Where a speaker or a kind is asked for too, all are looked at.
"""
MATCHING = """
    FROM sentence_words AS w JOIN sentences AS s ON s.n = w.rowid JOIN articles AS a ON a.id = s.article
    WHERE sentence_words MATCH ? AND a.seen BETWEEN ? AND ?
"""
MANY = f"SELECT count(*) > {RANKED} FROM (SELECT 1 FROM sentence_words WHERE sentence_words MATCH ? LIMIT {RANKED + 1})"
OF_TEXTS = """
    FROM sentence_words AS w JOIN texts AS t ON t.n = (SELECT max(n) FROM texts WHERE n <= w.rowid)
    WHERE sentence_words MATCH ? AND t.seen BETWEEN ? AND ?
"""
"""The same without a look at the sentences, of which those in order are far fewer than those that match."""
FLOOR = f"SELECT min(n) FROM (SELECT w.rowid AS n {OF_TEXTS} ORDER BY w.rowid DESC LIMIT {RANKED})"
BEST_FIRST = f"SELECT w.rowid {OF_TEXTS} AND w.rowid >= ? ORDER BY w.rank, t.seen DESC, t.article, w.rowid"
SENTENCE = """
    SELECT s.article, s.first, s.past, s.text, a.outlet, a.seen
    FROM sentences AS s JOIN articles AS a ON a.id = s.article WHERE s.n = ?
"""
NEWEST_FIRST = f"""
    SELECT * FROM (
        SELECT s.article, s.first, s.past, s.text, a.outlet, a.seen {MATCHING} ORDER BY w.rowid DESC LIMIT ?
    ) ORDER BY seen DESC, article, first
"""


class Query(Struct, frozen=True, kw_only=True):
    """What is sought: words, and, where given, who must say or do it, the kind of record, the days of publication.

    `words` all stand in the sentence; "…" is a phrase, `word*` a beginning; AND, OR, NOT and parentheses are heeded.
    `by_itself` ranks each sentence by itself, whatever others the ledger holds.
    """

    words: str
    speaker: str | None = None
    kind: str | None = None
    first: date | None = None
    last: date | None = None
    by_itself: bool = False


class Hit(Struct, frozen=True):
    """A sentence that was found: its code points in the article, half-open, and the records that stand on it.

    `seen` is the day on which the article became known, None where it bears none.
    """

    article: str
    start: int
    end: int
    text: str
    outlet: str
    seen: date | None
    records: tuple[AnyRecord, ...]


def find(connection: sqlite3.Connection, query: Query, sight: Sight, limit: int) -> tuple[Hit, ...]:
    """The first `limit` hits among what `sight` has: the best match first, of equals the newest, then by id.

    The match is SQLite's bm25 over all sentences of the ledger, or `matching.match`, to which sentences that aren't
    shown make no difference; of more than `RANKED` the last ones. UsageError where the words are no query.
    """
    asked = (fts_query(query.words), str(query.first or ""), str(query.last or "9999-12-31"))
    found: list[Hit] = []
    try:
        in_order = _newest if query.by_itself else _best
        rows = in_order(connection, query, asked)
        for hit in _hits(rows, query, sight):
            found.append(hit)
            if len(found) == limit:
                break
    except sqlite3.OperationalError as error:
        if not str(error).startswith("fts5:"):
            raise
        raise UsageError(f"{query.words}: this is no search; AND, OR, NOT and parentheses must join words") from None
    return tuple(found)


Asked = tuple[str, str, str]
"""A query in the index's own language, and the first and last day."""


def _is_narrow(query: Query) -> bool:
    """Whether records are asked for too: all sentences that match are looked at then."""
    return bool(query.speaker or query.kind)


def _best(connection: sqlite3.Connection, query: Query, asked: Asked) -> Iterator[Row]:
    """The sentences that match, the best first, each read when it is asked for."""
    is_cut = not _is_narrow(query) and connection.execute(MANY, asked[:1]).fetchone()[0]
    floor = (connection.execute(FLOOR, asked).fetchone()[0] or 0) if is_cut else 0
    for (n,) in connection.execute(BEST_FIRST, (*asked, floor)):
        yield from connection.execute(SENTENCE, (n,))


def _newest(connection: sqlite3.Connection, query: Query, asked: Asked) -> Iterator[Row]:
    """The same in the order of how well each does by itself; of how many there are only those count that are shown."""
    return ranked(connection.execute(NEWEST_FIRST, (*asked, -1 if _is_narrow(query) else RANKED)), query.words)


def known_by(query: Query, as_of: date | None) -> Query:
    """The query among what was known on a day."""
    return replace(query, last=min(query.last or as_of, as_of)) if as_of else query


def _hits(rows: Iterable[Row], query: Query, sight: Sight) -> Iterator[Hit]:
    """The rows as hits, those left out whose article doesn't stand or on which no record stands that is asked for."""
    for article, start, end, text, outlet, seen in rows:
        if article not in sight.articles:
            continue
        here = _records(sight.bodies_at(article, start, end), query)
        if here or not (query.speaker or query.kind):
            yield Hit(article, start, end, text, outlet, date.fromisoformat(seen) if seen else None, here)


def _records(bodies: Iterable[str], query: Query) -> tuple[AnyRecord, ...]:
    """The records that are asked for among some, in their order."""
    several = (_record.decode(body) for body in bodies)
    of_kind = (one for one in several if query.kind in (None, one.__struct_config__.tag))
    return tuple(record for record in of_kind if query.speaker is None or _is_by(record, query.speaker))


def _is_by(record: AnyRecord, name: str) -> bool:
    untitled = _without_title(name)
    return any(is_named(actor, name) or is_named(actor, untitled) for actor in doers_of(record)[0])


def _without_title(name: str) -> str:
    """ "Foreign Minister Lund" as Lund: who holds which office changes. A title by itself stays."""
    titles = load_lexicon().words("actors/roles")
    words = name.split()
    rest = list(dropwhile(lambda word: word.lower().rstrip(".") in titles, words))
    return " ".join(rest or words)


def fts_query(words: str) -> str:
    """The words as a query of FTS5: whatever is no operator is put into quotation marks, so that its marks are text.

    >>> fts_query('30-day truce OR "prisoner swap"')
    '"30-day" AND "truce" OR "prisoner swap"'
    """
    written: list[str] = []
    for token in TOKEN.findall(words):
        asked = _token(token, words)
        # Written out: FTS5 takes no word behind a parenthesis for one that must be there too.
        if written and _ends_operand(written[-1]) and (asked == "(" or asked not in OPERATORS):
            written.append("AND")
        written.append(asked)
    if not written:
        raise UsageError("nothing to look for: give a word")
    return " ".join(written)


def _ends_operand(token: str) -> bool:
    return token.endswith(")") or token not in OPERATORS


def _token(token: str, words: str) -> str:
    if token in OPERATORS:
        return token
    if token.startswith('"'):
        if len(token) == 1 or not token.endswith('"'):
            raise UsageError(f"{words}: a quotation mark is opened and not closed")
        return token
    if token.endswith("*") and len(token) > 1:
        return f'"{token[:-1]}"*'
    other = SPELLINGS.get(token.lower())
    return f'("{token}" OR "{other}")' if other else f'"{token}"'


APART = ("cease-fire", "peace-keeper", "peace-keepers", "take-over", "nation-wide", "counter-offer", "counter-proposal")
"""Words that papers write as two or as one."""
SPELLINGS = {word: other for two in APART for word, other in ((two, two.replace("-", "")), (two.replace("-", ""), two))}
"""Each of them by the other way to write it."""
