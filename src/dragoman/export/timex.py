"""The times of an article as TIMEX3: rows for JSON, and a TimeML document with the times marked in the text.

The elements and attributes of TimeML 1.2.1 that the corpora of TempEval-3 use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypedDict
from xml.sax.saxutils import escape, quoteattr

from dragoman.export.edtf import edtf
from dragoman.types import Article, Timex

CODEBOOK = "TIMEX3 of TimeML 1.2.1"

UNPRINTABLE = re.compile("[^\t\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 can't hold in any spelling, and the carriage return, which its readers make a line end."""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'


class TimexRow(TypedDict):
    """A time by the names of TimeML, its number in the text ("t1"), its code points in it, and its days as EDTF."""

    tid: str
    type: str
    value: str
    mod: str | None
    text: str
    start: int
    end: int
    edtf: str | None


def timex_rows(times: Iterable[Timex]) -> list[TimexRow]:
    """The times by their place in the text, numbered from t1: t0 is the day of publication.

    Of times that overlap the one that begins first stands, of two that begin together the longer: tags can't cross.
    """
    rows: list[TimexRow] = []
    for time in sorted(times, key=lambda one: (one.span.start, -one.span.end)):
        if rows and time.span.start < rows[-1]["end"]:
            continue
        rows.append(
            TimexRow(
                tid=f"t{len(rows) + 1}",
                type=time.type,
                value=time.value,
                mod=time.mod,
                text=time.text,
                start=time.span.start,
                end=time.span.end,
                edtf=edtf(time),
            )
        )
    return rows


def timeml(article: Article, times: Iterable[Timex]) -> str:
    """A TimeML document: the day of publication as t0, the title, and the text with its times in tags.

    Without its tags TEXT is the article's text, code point for code point; a character that XML can't hold is U+FFFD.
    There is no DCT where no one says when the article was published.
    """
    parts, at = [], 0
    for row in timex_rows(times):
        parts += [_words(article.text[at : row["start"]]), _tagged(row)]
        at = row["end"]
    text = "".join([*parts, _words(article.text[at:])])
    title = f"<TITLE>{_words(article.title)}</TITLE>\n" if article.title else ""
    return f"{HEAD}<DOCID>{_words(article.name)}</DOCID>\n{_dct(article)}{title}<TEXT>{text}</TEXT>\n</TimeML>\n"


def _dct(article: Article) -> str:
    """The day of publication, from which the others are counted."""
    if article.published is None:
        return ""
    day = article.published.isoformat()
    given = f'tid="t0" type="DATE" value="{day}" temporalFunction="false" functionInDocument="CREATION_TIME"'
    return f"<DCT><TIMEX3 {given}>{day}</TIMEX3></DCT>\n"


def _tagged(row: TimexRow) -> str:
    named = (("tid", row["tid"]), ("type", row["type"]), ("value", row["value"]), ("mod", row["mod"]))
    attributes = "".join(f" {name}={quoteattr(_held(given))}" for name, given in named if given)
    return f"<TIMEX3{attributes}>{_words(row['text'])}</TIMEX3>"


def _words(text: str) -> str:
    """Words as they stand between tags."""
    return escape(_held(text))


def _held(text: str) -> str:
    """One character for each, those that XML can't hold replaced."""
    return UNPRINTABLE.sub("\ufffd", text)
