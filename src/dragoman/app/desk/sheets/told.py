"""Who was briefed on what, and how long after the meeting: as staff recorded it, and as articles tell it."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from dragoman.app.desk.sheet import Asked, Seen, Sheet
from dragoman.app.desk.sheets.lines import EntryLine, entry_lines
from dragoman.merge.filing import BRIEFING
from dragoman.types import Marking


class Told(Struct, frozen=True, kw_only=True):
    """A briefing that staff recorded. `after` is how long after the meeting, in words; "" where no one says."""

    to: tuple[str, ...]
    article: str
    title: str
    marking: Marking
    told: datetime
    met: datetime | None
    after: str
    by: str
    words: str


class ToldShown(Struct, frozen=True):
    """What staff recorded, the latest first; and the briefings that articles tell of."""

    recorded: tuple[Told, ...]
    reported: tuple[EntryLine, ...]


def make(seen: Seen, asked: Asked) -> ToldShown:
    """Who was told of what."""
    articles = {one.article: seen.ledger.article(one.article) for one in seen.ledger.briefings()}
    recorded = [
        Told(
            to=one.to,
            article=one.article,
            title=(known.title or known.name) if (known := articles[one.article]) else "",
            marking=known.marking if known else seen.clearance,
            told=one.told,
            met=one.met,
            after=span_words(one.told - one.met) if one.met else "",
            by=one.by,
            words=one.words,
        )
        for one in reversed(seen.ledger.briefings())
    ]
    return ToldShown(tuple(recorded), entry_lines(seen.scene.files.filed("contact", BRIEFING), seen))


def span_words(span: timedelta) -> str:
    """How long something took, in its two largest units: "45 min", "3 h 20 min", "2 d 4 h".

    >>> span_words(timedelta(hours=3, minutes=20))
    '3 h 20 min'
    """
    minutes = int(span.total_seconds() // 60)
    days, hours = minutes // 1440, minutes % 1440 // 60
    parts = [(days, "d"), (hours, "h"), (minutes % 60, "min")]
    kept = [f"{number} {unit}" for number, unit in (parts[:2] if days else parts[1:]) if number]
    return " ".join(kept) or "at once"


SHEET = Sheet(
    name="told",
    path="/told",
    title="Told",
    what="Who was briefed on which meeting and how long after it, as staff recorded it and as articles tell it.",
    make=make,
    shown=ToldShown,
    is_in_menu=True,
    key="d",
    form="told_form.html",
)
