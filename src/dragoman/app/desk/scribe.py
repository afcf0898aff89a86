"""What staff put in at the desk: their own notes of meetings, read like articles, and who was told when."""

from __future__ import annotations

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import msgspec
from msgspec.structs import replace
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.app.batch import checked, language_name
from dragoman.app.desk.answers import Around, Desk, form_of, framed, guest_of
from dragoman.app.desk.forms import TOKEN_FIELD, field, last_part, read_form, refused
from dragoman.app.desk.press import Look
from dragoman.app.desk.sheet import Asked, Filled
from dragoman.app.desk.sheets import notes, tell
from dragoman.app.desk.sheets.notes import NOTE
from dragoman.app.rosters import lexicon_of
from dragoman.errors import ParseError, UsageError
from dragoman.kinds import AnyRecord
from dragoman.ledger import MARKINGS, Briefing, open_ledger
from dragoman.types import Article, Marking, Page

MARKED: Marking = "AMBER"
"""How a note is marked where its writer doesn't say."""
MEDIA_TYPES = {".html": "text/html", ".htm": "text/html"}
MOST_NAMES = 50
CHOOSE = "choose what they were told of"


class Scribe:
    """Takes the forms. Notes are read in another process: reading takes a core and the language models."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk = desk
        self._path = path
        self._reader: ProcessPoolExecutor | None = None
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="desk-scribe")

    async def add_note(self, request: Request) -> Response:
        """The note's page, when it is read and kept."""
        form = await read_form(request)
        if answer := refused(request, form):
            return answer
        guest = guest_of(request)
        try:
            page = await note_page(form, guest.reader.name, guest.reader.clearance)
            told = briefing_of(form, "", guest.reader.name) if field(form, "to") else None
            loop = asyncio.get_running_loop()
            if self._reader is None:
                self._reader = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
            body = await loop.run_in_executor(self._reader, read_note, page, str(self._path))
        except UsageError as error:
            if form_of(request) == "json":
                raise
            return await self._again(Look(notes.SHEET, Asked(), guest.reader.clearance, "html"), form, request, error)
        article = await loop.run_in_executor(self._writer, self._keep, body, told)
        await self._desk.press.refresh(guest.reader.clearance)
        return RedirectResponse(f"/article/{article}", 303)

    async def add_briefing(self, request: Request) -> Response:
        """The page of who was told, with this on it. UsageError where the note is none that the teller may see."""
        form = await read_form(request)
        if answer := refused(request, form):
            return answer
        guest = guest_of(request)
        clearance = guest.reader.clearance
        try:
            about = await self._article_of(field(form, "other") or field(form, "article"), clearance)
            briefing = briefing_of(form, about, guest.reader.name)
        except UsageError as error:
            if form_of(request) == "json":
                raise
            return await self._again(Look(tell.SHEET, tell.AskedTell(), clearance, "html"), form, request, error)
        await asyncio.get_running_loop().run_in_executor(self._writer, self._tell, briefing)
        await self._desk.press.refresh(clearance)
        return RedirectResponse("/told", 303)

    async def _article_of(self, words: str, clearance: Marking) -> str:
        """The id of the article that an id or address names: of an entry, the one that told of it first."""
        id = last_part(words)
        stock = await self._desk.press.stock(clearance)
        shelf = self._desk.press.shelf

        def find() -> Article | None:
            with shelf.seen(stock, clearance, Asked()) as seen:
                entry = seen.entries.get(id)
                return seen.ledger.article(entry.supports[0].article if entry else id)

        known = await self._desk.press.in_thread(find)
        if known is None:
            raise UsageError("article: there is no note, meeting or article of that id" if id else f"article: {CHOOSE}")
        return known.id

    async def _again(self, look: Look, form: FormData, request: Request, error: UsageError) -> Response:
        """The page of a form once more, with what was typed into it and what is off."""
        name, _, words = str(error).rpartition(": ") if str(error).count(": ") == 1 else ("", "", str(error))
        typed = {
            one: tuple(value for value in form.getlist(one) if isinstance(value, str))
            for one in form
            if one != TOKEN_FIELD
        }
        chosen = "other" if name == "article" and field(form, "other") else name
        filled = Filled(
            look.sheet.name, typed, chosen if chosen in typed else "", words if chosen in typed else str(error)
        )
        printed = await self._desk.press.again(look, filled)
        around = Around(printed.title, look.sheet, printed.state)
        body = framed(self._desk, request, around, (printed.body or b"").decode(), filled)
        return Response(body, 400, media_type="text/html")

    def _keep(self, body: bytes, told: Briefing | None) -> str:
        article, records = msgspec.json.decode(body, type=tuple[Article, tuple[AnyRecord, ...]])
        with open_ledger(self._path, create=False) as ledger:
            ledger.add(article, records)
            if told:
                ledger.brief_of_meeting(replace(told, article=article.id))
        return article.id

    def _tell(self, briefing: Briefing) -> None:
        with open_ledger(self._path, create=False) as ledger:
            ledger.brief_of_meeting(briefing)

    def close(self) -> None:
        """Ends the process and the thread."""
        if self._reader:
            self._reader.shutdown(wait=False, cancel_futures=True)
        self._writer.shutdown(wait=False)


def read_note(page: Page, ledger: str) -> bytes:
    """The note's article and records as JSON. UsageError where it holds no words, or not English ones."""
    from dragoman.parse.parse import parse
    from dragoman.read import READ_LANGUAGES, read_article

    # What the note says of itself (front matter) doesn't count: its marking and place are those of the form.
    try:
        article = replace(parse(page), marking=page.marking)
    except ParseError as error:
        raise UsageError(str(error)) from None
    if article.lang not in READ_LANGUAGES:
        raise UsageError(f"the note is in {language_name(article.lang)}; only English is read")
    reading = checked(read_article(article, lexicon_of(ledger)))
    return msgspec.json.encode((reading.article, reading.records))


async def note_page(form: FormData, writer: str, clearance: Marking) -> Page:
    """The note as a page. UsageError where there are no words, or the marking is above the writer's clearance."""
    marking = field(form, "marking") or MARKED
    allowed = MARKINGS[: MARKINGS.index(clearance) + 1]
    chosen = next((one for one in allowed if one == marking), None)
    if chosen is None:
        raise UsageError(f"marking: choose one of {', '.join(allowed)}, which you may read yourself")
    uploaded = form.get("file")
    body, media_type = field(form, "text").encode(), "text/plain"
    if isinstance(uploaded, UploadFile) and uploaded.filename:
        body = await uploaded.read()
        media_type = MEDIA_TYPES.get(Path(uploaded.filename).suffix.lower(), "text/plain")
    if not body.strip():
        raise UsageError("text: write or paste the note, or choose a file")
    return Page(
        name="the note",
        id=f"note-{uuid4().hex[:8]}",
        body=body,
        media_type=media_type,
        fetched=datetime.now(UTC),
        url=f"{NOTE}{uuid4()}",
        title=field(form, "title") or "Note",
        outlet=field(form, "outlet") or f"Note by {writer or 'staff'}",
        published=day_of(field(form, "day"), "day").isoformat(),
        marking=chosen,
    )


def day_of(words: str, name: str) -> date:
    """A day; today where none is given."""
    try:
        return date.fromisoformat(words) if words else datetime.now(UTC).date()
    except ValueError:
        raise UsageError(f"{name}: write the day as 2025-03-16") from None


def time_of(words: str, name: str) -> datetime | None:
    """A time of this machine's zone; None where none is given."""
    try:
        return datetime.fromisoformat(words).astimezone() if words else None
    except (ValueError, OverflowError):
        raise UsageError(f"{name}: write the time as 2025-03-16T14:30") from None


def briefing_of(form: FormData, article: str, writer: str) -> Briefing:
    """Who was told, from the fields of a form. UsageError without a name, or where telling came before the meeting."""
    typed = ",".join(one for one in form.getlist("to") if isinstance(one, str))
    to = tuple(dict.fromkeys(name.strip() for name in typed.split(",") if name.strip()))
    if not to or len(to) > MOST_NAMES:
        raise UsageError("to: name who was told, commas between names")
    told, met = time_of(field(form, "told"), "told") or datetime.now(UTC), time_of(field(form, "met"), "met")
    if met and told < met:
        raise UsageError("told: that is before the meeting ended")
    return Briefing(article=article, to=to, told=told, met=met, by=writer, words=field(form, "words"))
