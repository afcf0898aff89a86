"""Parquet: one row an entry or record, typed columns, lists where there are several."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.export.codebooks import cameo_codes, coding_of, sides_of
from dragoman.export.holdings import Exported, Holdings, address_of, day_of, first_words, when_of
from dragoman.kinds.doers import doers_of
from dragoman.types import Entry

CODEBOOK = "Parquet 2.6; columns as in docs/exports.md; PLOVER and CAMEO as in plover"
TEXT, DAY, COUNT, SCORE, TEXTS = "string", "date32", "int32", "float64", "list<string>"
COLUMNS = {
    "id": TEXT, "kind": TEXT, "line": TEXT, "status": TEXT, "day": DAY, "earliest": DAY, "latest": DAY,
    "actors": TEXTS, "sides": TEXTS, "recipients": TEXTS, "place": TEXT,
    "first_seen": DAY, "last_seen": DAY, "origins": TEXTS, "corroboration": TEXT, "disputed": TEXTS,
    "outcome": TEXT, "due": DAY, "decided_by": TEXT, "decided_on": DAY,
    "article": TEXT, "outlet": TEXT, "url": TEXT, "published": DAY, "start": COUNT, "end": COUNT, "quote": TEXT,
    "plover_type": TEXT, "plover_mode": TEXT, "cameo_code": TEXT, "goldstein": SCORE, "record": TEXT,
}  # fmt: skip
"""The columns and their types. `start` and `end` are code points of the article; `record` is its whole JSON."""


def write_parquet(holdings: Holdings) -> Exported:
    """The rows as one Parquet file; pyarrow reads its types back as they are in `COLUMNS`."""
    import pyarrow as pa
    from pyarrow import parquet

    types = {
        TEXT: pa.string(), DAY: pa.date32(), COUNT: pa.int32(), SCORE: pa.float64(), TEXTS: pa.list_(pa.string()),
    }  # fmt: skip
    rows = [parquet_row(entry, holdings) for entry in holdings.entries]
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_pylist(rows, schema=schema), sink, compression="zstd", version="2.6")
    return Exported(sink.getvalue().to_pybytes())


def parquet_row(entry: Entry, holdings: Holdings) -> dict[str, Any]:
    """One row by the names of `COLUMNS`."""
    record, when, coding = entry.record, when_of(entry.record), coding_of(entry.record)
    sources, recipients = doers_of(record)
    verdict = holdings.verdicts.get(entry.id)
    cameo = cameo_codes().get(coding.cameo)
    return {
        "id": entry.id,
        "kind": entry.kind,
        "line": entry.line,
        "status": getattr(record, "status", None) or getattr(record, "stance", None),
        "day": day_of(entry),
        "earliest": when and when.start,
        "latest": when and when.end,
        "actors": [actor.name for actor in sources],
        "sides": list(sides_of(sources)),
        "recipients": [actor.name for actor in recipients],
        "place": getattr(record, "place", None),
        "first_seen": entry.first_seen,
        "last_seen": entry.last_seen,
        "origins": list(entry.origins),
        "corroboration": entry.corroboration,
        "disputed": [dispute.field for dispute in entry.disputes],
        "outcome": verdict and verdict.outcome,
        "due": verdict and verdict.due,
        "decided_by": verdict and verdict.decided_by,
        "decided_on": verdict and verdict.decided_on,
        **_cited(entry, holdings),
        "plover_type": coding.type or None,
        "plover_mode": coding.mode or None,
        "cameo_code": coding.cameo or None,
        "goldstein": cameo and cameo.goldstein,
        "record": msgspec.json.encode(record).decode(),
    }


def _cited(entry: Entry, holdings: Holdings) -> dict[str, Any]:
    """The columns of the first article that tells it, and of its words."""
    id, words = first_words(entry)
    article = holdings.articles.get(id)
    return {
        "article": id,
        "outlet": article and article.outlet,
        "url": address_of(article, id),
        "published": article and article.published,
        "start": words.start,
        "end": words.end,
        "quote": words.quote,
    }
