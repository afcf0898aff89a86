"""What `dragoman follow` tells: an article and what it changed, or what could not be had, as text or as JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from dragoman.app.batch import Skipped
from dragoman.app.shelf import Added
from dragoman.brief.difftext import STATEMENT, change_shape, change_words
from dragoman.brief.passage import SHORT_ID, place_words
from dragoman.brief.phrases import day_words
from dragoman.brief.text import counted
from dragoman.types import Failure

MARKS = {"new": "+", "changed": "~", "decided": "x", "gone": "-"}
"""The sign of each sort of change, as in a brief."""


class News(Struct, frozen=True, kw_only=True):
    """Something that happened to a source: an article of it came in, or was skipped, or something failed.

    `again` is when a source that failed is asked again, in seconds since 1970; None for an article that failed.
    """

    source: str
    what: Added | Skipped | Failure
    again: float | None = None


def news_text(news: News, *, with_statements: bool) -> str:
    """The article in one line and each change that it made in another; "" for what isn't told on stdout."""
    added = news.what
    if not isinstance(added, Added):
        return ""
    article = added.article
    sign = "~" if added.is_correction else "+"
    head = f"{sign} {article.outlet or 'no outlet'}, {day_words(article.published)}: {article.title or article.name}"
    told = [change for change in added.changes if with_statements or change.entry.kind != STATEMENT]
    left = len(added.changes) - len(told)
    lines = [f"{head} [{article.id[:SHORT_ID]}]" + (f" ({counted(left, 'statement')})" if left else "")]
    for change in told:
        places = " ".join(place_words(article, words.start, words.end) for article, words in change.words)
        told_so = change_words(change, change.day.year if change.day else None)
        lines.append(f"  {MARKS[change.sort]} {day_words(change.day)}  {told_so}  {places}".rstrip())
    return "\n".join(lines)


def news_line(news: News) -> str:
    """What is told on stderr: one line for what was skipped or failed; "" for an article that was added."""
    match news.what:
        case Skipped(name, language):
            return f"{name}: skipped, it is in {language}; only English is read"
        case Failure(message=message):
            again = f"; asked again at {datetime.fromtimestamp(news.again):%H:%M:%S}" if news.again else ""
            return message + again
    return ""


def news_shape(news: News) -> dict[str, Any]:
    """`{"event", "source", ...}`: "added" and "corrected" with the article and `changes`, "skipped", "failed"."""
    match news.what:
        case Added() as added:
            article = added.article
            return {
                "event": "corrected" if added.is_correction else "added",
                "source": news.source,
                "article": article.id,
                "url": article.url,
                "title": article.title,
                "outlet": article.outlet,
                "published": article.published,
                "records": added.records,
                "changes": [{"sort": change.sort, **change_shape(change)} for change in added.changes],
            }
        case Skipped(name, language):
            return {"event": "skipped", "source": news.source, "name": name, "language": language}
        case Failure(name, message):
            again = datetime.fromtimestamp(news.again, UTC) if news.again else None
            return {"event": "failed", "source": news.source, "name": name, "message": message, "again": again}
