"""Where it is recorded who was told of a meeting: what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from dragoman.app.desk.sheet import Asked, Seen, Sheet
from dragoman.app.desk.sheets.lines import entry_lines
from dragoman.app.desk.sheets.notes import NOTE
from dragoman.brief.phrases import clip, day_words
from dragoman.brief.setting import each
from dragoman.kinds.contact import Contact
from dragoman.merge.filing import TOOK_PLACE
from dragoman.types import Article

MOST_MEETINGS, MOST_ARTICLES, MOST_NAMES = 60, 60, 30
WIDTH = 110


class Choice(Struct, frozen=True):
    """What somebody can have been told of: the id of a note, of a meeting's entry or an article, and its words."""

    id: str
    words: str


class TellShown(Struct, frozen=True, kw_only=True):
    """What can be chosen, the newest first, and who was told of something before, the most often told first."""

    heading: str
    chosen: str
    notes: tuple[Choice, ...]
    meetings: tuple[Choice, ...]
    articles: tuple[Choice, ...]
    names: tuple[str, ...]


class AskedTell(Asked, frozen=True, kw_only=True, rename="kebab"):
    """What is chosen already: the id of a note, an entry or an article."""

    of: str = ""


def make(seen: Seen, asked: AskedTell) -> TellShown:
    """The notes, the meetings that took place and the articles that may be seen; what was asked for is among them."""
    several = seen.index.articles_at(NOTE)
    notes = [choice(one) for one in several]
    newest = seen.index.newest_articles(MOST_ARTICLES + len(several))
    others = [choice(one) for one in newest if not one.url.startswith(NOTE)][:MOST_ARTICLES]
    held = (entry for entry, contact in each(seen.scene, Contact) if contact.status in TOOK_PLACE)
    lines = entry_lines(held, seen, MOST_MEETINGS)
    meetings = [Choice(one.entry, f"{one.days}: {clip(one.text, WIDTH)}") for one in lines]
    if asked.of and asked.of not in {one.id for one in (*notes, *others, *meetings)}:
        chosen = seen.index.standing(asked.of)
        entry = seen.entries.get(asked.of)
        others += [choice(chosen)] if chosen else []
        meetings += [Choice(entry.id, clip(entry.line, WIDTH))] if entry else []
    return TellShown(
        heading="Record a briefing",
        chosen=asked.of,
        notes=tuple(notes),
        meetings=tuple(meetings),
        articles=tuple(others),
        names=told_before(one.to for one in seen.ledger.briefings()),
    )


def choice(article: Article) -> Choice:
    """An article as it is chosen."""
    words = clip(article.title or article.name, WIDTH)
    return Choice(article.id, f"{day_words(article.published)}: {words} ({article.outlet or 'no outlet'})")


def told_before(several: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Who was told of something, the most often told first."""
    times: dict[str, int] = {}
    for names in several:
        for name in names:
            times[name] = times.get(name, 0) + 1
    return tuple(sorted(times, key=lambda name: (-times[name], name))[:MOST_NAMES])


SHEET = Sheet(
    name="tell",
    path="/tell",
    title="Record a briefing",
    what="What somebody can have been told of (notes, meetings, articles), and who was told before; for who may write.",
    make=make,
    shown=TellShown,
    asked=AskedTell,
    needs="write",
    is_kept=False,
)
