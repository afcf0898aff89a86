"""The tables of a ledger.

Articles, records, failures, marks and links are only ever added to. `merged`, `stale` and the full-text index are made
from them and can be deleted and made again.
"""

from __future__ import annotations

APPLICATION = 0x44524147
"""The file's application id in its SQLite header: "DRAG"."""
VERSION = 1
"""The layout of the tables; another number is another program's or a later one's file."""

TABLES = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY, url TEXT NOT NULL, published TEXT NOT NULL, fetched TEXT NOT NULL, seen TEXT NOT NULL,
    outlet TEXT NOT NULL, origin TEXT NOT NULL, body TEXT NOT NULL, witness TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX articles_by_url ON articles (url);
CREATE TABLE records (
    key TEXT PRIMARY KEY, id TEXT NOT NULL, article TEXT NOT NULL, kind TEXT NOT NULL, block TEXT NOT NULL,
    body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX records_by_block ON records (block);
CREATE INDEX records_by_article ON records (article);
CREATE TABLE failures (key TEXT PRIMARY KEY, name TEXT NOT NULL, message TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE marks (
    n INTEGER PRIMARY KEY, link INTEGER NOT NULL, reader TEXT NOT NULL, entry TEXT NOT NULL, line TEXT NOT NULL,
    as_of TEXT NOT NULL
);
CREATE INDEX marks_by_reader ON marks (reader);
CREATE TABLE links (
    n INTEGER PRIMARY KEY, what TEXT NOT NULL, subject TEXT NOT NULL, digest TEXT NOT NULL, head TEXT NOT NULL
);
CREATE TABLE stale (block TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE merged (block TEXT PRIMARY KEY, entries BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE sentences (
    n INTEGER PRIMARY KEY, article TEXT NOT NULL, first INTEGER NOT NULL, past INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE VIRTUAL TABLE sentence_words USING fts5 (
    text, content = 'sentences', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentence_added AFTER INSERT ON sentences BEGIN
    INSERT INTO sentence_words (rowid, text) VALUES (new.n, new.text);
END;
CREATE VIEW current_articles AS
    SELECT id FROM articles AS a WHERE url = '' OR NOT EXISTS (
        SELECT 1 FROM articles AS b
        WHERE b.url = a.url AND (b.published, b.fetched, b.id) > (a.published, a.fetched, a.id)
    );
"""
