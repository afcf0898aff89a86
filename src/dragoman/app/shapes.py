"""The public JSON of what is read: one object an article."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.types import Attribution, Reading, Record


def reading_json(reading: Reading) -> dict[str, Any]:
    """`{"id", "article", "title", "outlet", "published", "is_opinion", "records", "attributions"}`.

    `published` is null where nobody says it.
    """
    article = reading.article
    return {
        "id": article.name,
        "article": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "is_opinion": article.is_opinion,
        "records": [record_json(record) for record in reading.records],
        "attributions": [attribution_json(one) for one in reading.speech if not one.depth],
    }


def record_json(record: Record) -> dict[str, Any]:
    """A record's own fields, and in `coded` how it stands in PLOVER and CAMEO, which follows from them."""
    from dragoman.export.codebooks import coded  # the formats of exports are imported only where records are printed

    return {**msgspec.to_builtins(record), "coded": msgspec.to_builtins(coded(record))}


def attribution_json(one: Attribution) -> dict[str, Any]:
    """An outermost attribution, thoughts and attitudes among them: spans as [start, end] in code points of the text."""
    roles = {role: [[span.start, span.end] for span in getattr(one, role)] for role in ("source", "cue", "content")}
    return {**roles, "form": one.form, "wish": one.wish, "rule": one.rule}


def times_json(reading: Reading) -> dict[str, Any]:
    """`{"id", "timexes": [rows of timex_row]}`, days as text."""
    from dragoman.annotate.times import timex_row  # imported here: most commands print no times

    return {"id": reading.article.name, "timexes": msgspec.to_builtins([timex_row(one) for one in reading.times])}


def times_rows(reading: Reading) -> dict[str, Any]:
    """`{"id", "published", "times": [rows of TIMEX3]}`, each with its days in EDTF; published null if no one says."""
    from dragoman.export.timex import timex_rows  # imported here: the exports are needed by the commands that ask

    article = reading.article
    return {
        "id": article.name,
        "published": article.published.isoformat() if article.published else None,
        "times": timex_rows(reading.times),
    }


def json_line(shape: object) -> str:
    """A value as one line of JSON, characters as they are."""
    return msgspec.json.encode(shape).decode()
