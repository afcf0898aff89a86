"""The tables of a ledger.

Articles, records, failures, marks, corrections, views, briefings and links are only ever added to. `places`, `texts`,
`corrected`, `entries`, `filed`, `tally`, `dated`, `homes`, `marked`, `blocks`, `unmerged`, `judged`, `foreseen`,
`voices`, `clues`, `sought`, `unjudged` and the full-text index are made from them and can be deleted and made again.

What holds a body has a rowid: in a table without one SQLite keeps whole rows in the inner pages of its tree, which
grows to a dozen levels, each a page to read, and to twice the size on disk.
"""

from __future__ import annotations

APPLICATION = 0x44524147
"""The file's application id in its SQLite header: "DRAG"."""
VERSION = 7
"""The layout of the tables; another number is another program's or a later one's file."""
OLDER = frozenset({1, 2, 3, 4, 5, 6})
"""Layouts that lack only tables: 1 has none for corrections, 2 none for who saw what and who was told, 3 none for
entries one by one: what it has in their place is deleted and merged again. 4 has none for where entries are filed
and where records and texts stand: these are made; what it keeps of verdicts is deleted. 5 has none for the days and
records of entries, and for how many there are under a heading. 6 doesn't say since when verdicts hold: they are
deleted."""
OUTDATED = """
INSERT OR IGNORE INTO unmerged SELECT DISTINCT block, '' FROM standing_records;
DROP TABLE merged;
DROP TABLE stale;
"""
"""What is done with an older ledger that has the tables of layout 3."""

TABLES = """
CREATE TABLE IF NOT EXISTS articles (
    id TEXT NOT NULL PRIMARY KEY, url TEXT NOT NULL, published TEXT NOT NULL, fetched TEXT NOT NULL, seen TEXT NOT NULL,
    outlet TEXT NOT NULL, origin TEXT NOT NULL, body TEXT NOT NULL, witness TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS articles_by_url ON articles (url);
CREATE INDEX IF NOT EXISTS articles_by_day ON articles (published, fetched, id, url, seen);
CREATE INDEX IF NOT EXISTS articles_standing ON articles (url, published, fetched, id, seen, origin, outlet);
CREATE INDEX IF NOT EXISTS articles_seen ON articles (id, seen, outlet);
CREATE TABLE IF NOT EXISTS records (
    key TEXT NOT NULL PRIMARY KEY, id TEXT NOT NULL, article TEXT NOT NULL, kind TEXT NOT NULL, block TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS records_by_block ON records (block, key);
CREATE INDEX IF NOT EXISTS records_by_article ON records (article, key);
CREATE TABLE IF NOT EXISTS places (
    article TEXT NOT NULL, first INTEGER NOT NULL, past INTEGER NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (article, first, past, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failures (key TEXT PRIMARY KEY, name TEXT NOT NULL, message TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS marks (
    n INTEGER PRIMARY KEY, link INTEGER NOT NULL, reader TEXT NOT NULL, entry TEXT NOT NULL, line TEXT NOT NULL,
    as_of TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS marks_by_reader ON marks (reader);
CREATE TABLE IF NOT EXISTS links (
    n INTEGER PRIMARY KEY, what TEXT NOT NULL, subject TEXT NOT NULL, digest TEXT NOT NULL, head TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS corrections (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, made TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS corrected (
    key TEXT NOT NULL PRIMARY KEY, id TEXT NOT NULL, article TEXT NOT NULL, kind TEXT NOT NULL, block TEXT NOT NULL,
    body TEXT NOT NULL, notes TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS corrected_by_block ON corrected (block, key);
CREATE INDEX IF NOT EXISTS corrected_by_article ON corrected (article, key);
CREATE TABLE IF NOT EXISTS views (
    n INTEGER PRIMARY KEY, link INTEGER NOT NULL, reader TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS views_by_link ON views (link);
CREATE TABLE IF NOT EXISTS briefings (
    id TEXT PRIMARY KEY, article TEXT NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unmerged (
    block TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (block, record)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entries (
    n INTEGER PRIMARY KEY, block TEXT NOT NULL, place TEXT NOT NULL, id TEXT NOT NULL, part INTEGER NOT NULL,
    stamp INTEGER NOT NULL, records TEXT NOT NULL, body BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS entries_of_block ON entries (block, part, place, id, stamp);
CREATE INDEX IF NOT EXISTS entries_by_id ON entries (id);
CREATE TABLE IF NOT EXISTS blocks (block TEXT PRIMARY KEY, stamp INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS filed (
    kind TEXT NOT NULL, heading TEXT NOT NULL, age INTEGER NOT NULL, fewer INTEGER NOT NULL, id TEXT NOT NULL,
    n INTEGER NOT NULL, seen INTEGER NOT NULL, was_old INTEGER NOT NULL,
    PRIMARY KEY (kind, heading, age, fewer, id, n)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tally (
    kind TEXT NOT NULL, heading TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, heading)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS dated (
    day INTEGER NOT NULL, id TEXT NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, is_known INTEGER NOT NULL,
    level INTEGER NOT NULL, sides TEXT NOT NULL, PRIMARY KEY (day, id, n)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS homes (
    article TEXT NOT NULL, record TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (article, record, n)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS homes_by_record ON homes (record);
CREATE TABLE IF NOT EXISTS marked (article TEXT PRIMARY KEY, marking TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS judged (state TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (state, day)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS foreseen (
    n INTEGER PRIMARY KEY, entry TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, age INTEGER NOT NULL, fewer INTEGER NOT NULL,
    clock TEXT NOT NULL, place INTEGER NOT NULL, is_light INTEGER NOT NULL, speaker TEXT NOT NULL,
    outcome TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, body BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS foreseen_by_clock ON foreseen (clock, is_light, place, fewer, entry, kind, age);
CREATE INDEX IF NOT EXISTS foreseen_by_speaker ON foreseen (speaker, age, fewer, entry, kind, outcome);
CREATE INDEX IF NOT EXISTS foreseen_until ON foreseen (until);
CREATE INDEX IF NOT EXISTS foreseen_since ON foreseen (since);
CREATE TABLE IF NOT EXISTS voices (speaker TEXT PRIMARY KEY, person INTEGER NOT NULL, name TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS voices_by_person ON voices (person);
CREATE TABLE IF NOT EXISTS clues (
    key TEXT NOT NULL, day INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (key, day, n)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sought (
    key TEXT NOT NULL, entry TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, shared INTEGER NOT NULL,
    PRIMARY KEY (key, entry, since, until)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sought_by_entry ON sought (entry);
CREATE TABLE IF NOT EXISTS unjudged (id TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (id, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS blocks_by_stamp ON blocks (stamp);
CREATE TABLE IF NOT EXISTS sentences (
    n INTEGER PRIMARY KEY, article TEXT NOT NULL, first INTEGER NOT NULL, past INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS texts (n INTEGER PRIMARY KEY, article TEXT NOT NULL, seen TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS sentence_words USING fts5 (
    text, content = 'sentences', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER IF NOT EXISTS sentence_added AFTER INSERT ON sentences BEGIN
    INSERT INTO sentence_words (rowid, text) VALUES (new.n, new.text);
END;
CREATE VIEW IF NOT EXISTS current_articles AS
    SELECT id FROM articles AS a WHERE url = '' OR NOT EXISTS (
        SELECT 1 FROM articles AS b
        WHERE b.url = a.url AND (b.published, b.fetched, b.id) > (a.published, a.fetched, a.id)
    );
CREATE VIEW IF NOT EXISTS standing_records AS
    SELECT key, id, article, kind, block, body, '' AS notes FROM records
        WHERE NOT EXISTS (SELECT 1 FROM corrected WHERE corrected.key = records.key)
    UNION ALL SELECT key, id, article, kind, block, body, notes FROM corrected WHERE body <> '';
"""
