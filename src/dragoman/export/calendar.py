"""iCalendar: one all-day event for each day on which a forecast, a pledge or a planned contact falls due."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from dragoman.export.holdings import Exported, Holdings, address_of, bare_line, first_words
from dragoman.merge.witness import source_of
from dragoman.types import Entry, Verdict

if TYPE_CHECKING:
    from icalendar import Event

CODEBOOK = "iCalendar, RFC 5545"
PRODUCT = "-//dragoman//due dates//EN"
EPOCH = date(1970, 1, 1)
CALLED_OFF = frozenset({"withdrawn", "overtaken", "failed", "lapsed"})
"""Outcomes after which nothing is to happen on the day any more."""


def write_calendar(holdings: Holdings) -> Exported:
    """The calendar of what falls due; `DTSTAMP` is the day as of which it is known, so that the bytes stay the same."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", holdings.name)
    judged = [(entry, verdict) for entry in holdings.entries if (verdict := holdings.verdicts.get(entry.id))]
    dated = [(entry, verdict, verdict.due) for entry, verdict in judged if verdict.due]
    for entry, verdict, due in sorted(dated, key=lambda item: (item[2], item[0].id)):
        calendar.add_component(_event(entry, verdict, due, holdings))
    notes = [f"{len(dated):,} of {len(judged):,} things that are or were to come have a day"]
    if holdings.of_records:
        notes.append("single records have no verdicts; leave out --records")
    return Exported(calendar.to_ical(), tuple(notes))


def _event(entry: Entry, verdict: Verdict, due: date, holdings: Holdings) -> Event:
    """One event: what is due, how it stands, and the words that it comes from."""
    from icalendar import Event

    article_id, words = first_words(entry)
    article = holdings.articles.get(article_id)
    about = "about " if verdict.soft else ""
    source = f"{source_of(article)}, {article.published}" if article else article_id
    event = Event()
    event.add("uid", f"{entry.id}@dragoman")
    event.add("dtstamp", datetime.combine(holdings.as_of or EPOCH, time(), UTC))
    event.add("dtstart", due)
    event.add("summary", f"{verdict.outcome.replace('_', ' ')}, due {about}{due}: {bare_line(entry)}")
    event.add("description", f"{verdict.reason}\n“{words.quote}”\n{source}\n{address_of(article, article_id)}")
    event.add("categories", [entry.kind, verdict.outcome])
    event.add("status", "CANCELLED" if verdict.outcome in CALLED_OFF else "TENTATIVE" if verdict.soft else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if article and article.url:
        event.add("url", article.url)
    return event
