"""A ledger, or a folder of articles that is read in memory, as what a brief is built from."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from dragoman.app.batch import Tally, defaults, outcomes, readings
from dragoman.app.failures import complain
from dragoman.app.rosters import find_roster
from dragoman.brief.build import brief_of, build
from dragoman.brief.judging import JUDGED, judged_anew, judged_since, told_of
from dragoman.brief.nouns import Brief
from dragoman.brief.scene import Dossier, Scene
from dragoman.brief.setting import View
from dragoman.brief.stored import Stored
from dragoman.bulk import many_objects
from dragoman.errors import SourceError, UsageError
from dragoman.ledger import Ledger, open_ledger
from dragoman.ledger.judged import Changes, Foreseen
from dragoman.ledger.store import IN_MEMORY
from dragoman.resolve import Docket
from dragoman.types import Article, Entry, Verdict

DEFAULT_LEDGER = "dragoman.db"
MOST_JUDGED = 20_000
"""Entries up to which all verdicts are made as soon as articles are added, which takes a second or two."""
SQLITE_HEADER = b"SQLite format 3\x00"


@contextmanager
def open_place(place: str) -> Iterator[Ledger]:
    """The ledger of a place: the file, `dragoman.db` in the folder, or the folder's articles read in memory.

    SourceError when the place is not there; UsageError for a file that is no ledger and can't become one.
    """
    path = ledger_path(place)
    if path.is_file():
        if not path.stat().st_size:  # opening it would make a ledger of what somebody only wants to read
            raise UsageError(f"{path}: the file is empty; name a ledger, or make one: `dragoman add LEDGER PATH...`")
        if not is_ledger_file(path):
            raise UsageError(f"{path}: it is no ledger; read an article with `dragoman read`, or name its folder")
        with open_ledger(path, create=False) as ledger:
            yield ledger
    elif path.parent.is_dir() and path.name == DEFAULT_LEDGER:
        with open_ledger() as ledger:
            read_folder(path.parent, ledger)
            yield ledger
    else:
        remedy = in_order(place) or f"make a ledger with `dragoman add {place} PATH...`"
        raise SourceError(f"{place}: there is nothing here; {remedy}")


def in_order(place: str) -> str:
    """How a command is written in which a ledger was named first and `place` last; empty for every other one."""
    context = click.get_current_context(silent=True)
    given = [str(value) for value in context.params.values()] if context else []
    ledger = next((value for value in given if value != place and is_ledger(value)), None)
    if context is None or ledger is None:
        return ""
    return f"the ledger comes last: `dragoman {context.info_name} {shlex.quote(place)} {shlex.quote(ledger)}`"


def is_ledger(place: str) -> bool:
    """Whether a place is a ledger, or a folder that holds one."""
    path = ledger_path(place)
    return path.is_file() and is_ledger_file(path)


def ledger_path(place: str) -> Path:
    """The file of a ledger: the place itself, or `dragoman.db` in the folder that it is."""
    path = Path(place)
    return path / DEFAULT_LEDGER if path.is_dir() else path


def is_ledger_file(path: Path) -> bool:
    """Whether a file begins as SQLite's do, or is still empty."""
    with path.open("rb") as file:
        return file.read(len(SQLITE_HEADER)) in (SQLITE_HEADER, b"")


def read_folder(folder: Path, ledger: Ledger) -> None:
    """Puts the articles of a folder into a ledger in memory; the summary line tells what failed."""
    tally = Tally()
    for reading in readings(outcomes([str(folder)], defaults()), tally):
        ledger.put(reading.article, reading.records)
    if tally.failed or tally.skipped or tally.undated or not tally.read:
        complain(tally.line())
    click.get_current_context().meta["status"] = tally.status()


def load_dossier(ledger: Ledger, place: str, as_of: date | None) -> Dossier:
    """The entries, verdicts and articles as they were known on a day; None: on the last day of publication."""
    state = ledger.state()  # asked for first: of what comes in while the entries are read nothing is kept
    day = as_of or ledger.last_day()
    entries = ledger.entries(as_of)
    articles = {article.id: article for article in ledger.articles() if was_known(article, as_of)}
    for id in {support.article for entry in entries for support in entry.supports} - articles.keys():
        article = ledger.article(id)  # a version that stood then and was corrected later
        if article:
            articles[id] = article
    several = _verdicts(ledger, entries, day, state if as_of is None else None) if day else ()
    verdicts = {verdict.entry: verdict for verdict in several}
    head = "" if ledger.name == IN_MEMORY else ledger.head()
    return Dossier(name=dossier_name(place), entries=entries, verdicts=verdicts, articles=articles, head=head)


def entry_named(id: str, scene: Scene, ledger: Ledger) -> Entry:
    """The entry whose id begins so; UsageError, with what became of it where it is no more."""
    try:
        return scene.named(id)
    except UsageError:
        if "-" in id:
            ledger.subject(id)  # tells of one that was withdrawn, or is part of another now
        raise


def _verdicts(ledger: Ledger, entries: tuple[Entry, ...], day: date, state: str | None) -> tuple[Verdict, ...]:
    """The verdicts of some entries, those that are kept with a state of the ledger where there are some."""
    known = ledger.verdicts(day) if state else None
    if known is None:
        made = Docket(entries).judgements(day)
        known = tuple(made[entry.id].verdict for entry in entries if entry.id in made)
        if state and ledger.state() == state:
            ledger.keep_verdicts(state, day, told_of(entries, made, day))
    return known


def brief_over(ledger: Ledger, place: str, view: View) -> Brief:
    """The brief of a ledger; where no day is asked for only what it prints is read, once the verdicts are kept."""
    if view.as_of is None:
        judge(ledger)
        with ledger.stocked() as stocked:
            day = stocked.articles.last_day if stocked else None
            if stocked and day and stocked.is_judged(day):
                return brief_of(Stored(dossier_name(place), stocked, view))
    return build(load_dossier(ledger, place, view.as_of), view)


def judge(ledger: Ledger, most: int | None = None) -> None:
    """Keeps the verdicts of the last day, where nobody did since something came in and all entries are stored.

    Where some were kept before, only those are made on which something bears that came. Otherwise nothing where more
    than `most` entries look ahead, or may decide one that does: some 3,000 take a third of a second.
    """
    state, day = ledger.state(), ledger.last_day()
    made: list[Foreseen] | Changes | None
    with ledger.stocked() as stocked:
        if stocked is None or day is None or stocked.is_judged(day):
            return
        made = judged_since(stocked, day)
        if made is None:
            if most is not None and sum(map(stocked.files.count, JUDGED)) > most:
                return
            with many_objects():
                made = judged_anew(stocked, day)
    if ledger.state() == state:
        ledger.keep_verdicts(state, day, made)


def was_known(article: Article, as_of: date | None) -> bool:
    """Whether an article was published, or where it has no day fetched, by then."""
    seen = article.published or (article.fetched.date() if article.fetched else None)
    return as_of is None or (seen is not None and seen <= as_of)


def dossier_name(place: str) -> str:
    """What a dossier is called: its roster's title, its folder, or the stem of a ledger not named `dragoman.db`."""
    roster = find_roster(place)
    if roster and roster.title:
        return roster.title
    path = Path(place).absolute().resolve()
    name = path.parent.name if path.name == DEFAULT_LEDGER else path.name if path.is_dir() else path.stem
    return (name or "dossier").replace("-", " ").replace("_", " ")
