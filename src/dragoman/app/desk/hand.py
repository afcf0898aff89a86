"""What staff decide by hand at the desk: forms become corrections, checked, kept in the ledger, and shown as such."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast
from urllib.parse import quote

from msgspec import Struct
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from dragoman.app.deciding import decided, known_name
from dragoman.app.desk.answers import NOT_HERE, Around, Desk, form_of, framed, guest_of, refusal
from dragoman.app.desk.forms import last_part, read_form, refused
from dragoman.app.desk.guard import Guest
from dragoman.app.desk.press import Look
from dragoman.app.desk.sheet import Asked, AskedOf, Filled, Seen, Sheet
from dragoman.app.desk.sheets import correct, hand, rename
from dragoman.app.desk.sheets.correct import AskedCorrect, subject_of
from dragoman.app.desk.shelf import AnyStock
from dragoman.corrections import AnyDeed, Correction, making
from dragoman.corrections.making import Signed, Subject
from dragoman.corrections.standing import targets_of, undone_by
from dragoman.corrections.values import written
from dragoman.errors import UsageError
from dragoman.ledger import open_ledger
from dragoman.types import Entry, Marking

LONGEST = 20_000
"""Characters of one field of a form."""
Fields = Mapping[str, tuple[str, ...]]


class Sent(Struct, frozen=True):
    """A form that a reader sent about one thing."""

    id: str
    fields: Fields
    guest: Guest

    def one(self, name: str) -> str:
        """What was typed into a field, without blanks around it; empty where nothing was."""
        return next(iter(self.fields.get(name, ())), "").strip()


class Page(Struct, frozen=True):
    """Where a form stands: its page, what that is asked for to show it again, and what the form decides."""

    sheet: Sheet
    asked: Callable[[Sent], Asked]
    deed: Callable[[Sent, Seen], AnyDeed | None]
    """None where the thing is not to be had."""


class Hand:
    """Takes the forms; what they decide is written in a thread of its own."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk = desk
        self._path = path
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="desk-hand")

    async def take(self, page: Page, request: Request) -> Response:
        """The page of what was decided; where it can't be, the form again, with what was typed and what is off."""
        form = await read_form(request)
        if answer := refused(request, form):
            return answer
        guest = guest_of(request)
        clearance = guest.reader.clearance
        await self._desk.press.refresh(clearance)
        sent = Sent(request.path_params["id"], fields_of(form), guest)
        try:
            correction = await self._desk.press.in_thread(lambda: self._decide(page, sent))
        except UsageError as error:
            return await self._again(page, sent, request, str(error))
        if correction is None:
            return refusal(self._desk, request, 404, NOT_HERE)
        await asyncio.get_running_loop().run_in_executor(self._writer, self._keep, correction)
        stock = await self._desk.press.refresh(clearance)
        entry = await self._desk.press.in_thread(lambda: self._home(stock, correction, clearance))
        see = f"/entry/{quote(entry)}#by-hand" if entry else f"/correction/{correction.id}"
        if form_of(request) == "json":
            return JSONResponse({"correction": correction.id, "marking": correction.marking, "see": see}, 201)
        return RedirectResponse(see, 303)

    def _decide(self, page: Page, sent: Sent) -> Correction | None:
        shelf = self._desk.press.shelf
        clearance = sent.guest.reader.clearance
        check_text(sent)
        with shelf.seen(shelf.stock(clearance, None), clearance, Asked()) as seen:
            deed = page.deed(sent, seen)
            return decided(deed, signature_of(sent), seen.ledger) if deed else None

    def _home(self, stock: AnyStock, correction: Correction, clearance: Marking) -> str:
        """The entry where the records of a correction are now; "" where nothing is made of them."""
        with self._desk.press.shelf.seen(stock, clearance, Asked()) as seen:
            homes = (seen.home(one.article, one.record) for one in targets_of(correction.deed))
            return next(filter(None, homes), "")

    def _keep(self, correction: Correction) -> None:
        with open_ledger(self._path, create=False) as ledger:
            ledger.correct(correction)
            ledger.settle()

    async def _again(self, page: Page, sent: Sent, request: Request, words: str) -> Response:
        field, colon, rest = words.partition(": ")
        is_field = bool(colon) and (field in sent.fields or field in ("by", "reason", "marking", "records"))
        if form_of(request) == "json":
            return JSONResponse({"error": words, **({"field": field} if is_field else {})}, 400)
        filled = Filled(sent.one("deed"), sent.fields, field if is_field else "", rest if is_field else words)
        try:
            printed = await self._desk.press.again(
                Look(page.sheet, page.asked(sent), sent.guest.reader.clearance, "html"), filled
            )
        except UsageError:  # what was sent has no form to stand in
            return refusal(self._desk, request, 400, words)
        if printed.body is None:
            return refusal(self._desk, request, 404, NOT_HERE)
        around = Around(printed.title, page.sheet, printed.state)
        body = framed(self._desk, request, around, printed.body.decode(), filled)
        return Response(body, 400, media_type="text/html")

    def close(self) -> None:
        """Ends the thread."""
        self._writer.shutdown(wait=False)


def fields_of(form: FormData) -> Fields:
    """What was typed, by field; files are nothing here."""
    fields: dict[str, tuple[str, ...]] = {}
    for name, value in form.multi_items():
        if not isinstance(value, UploadFile):
            fields[name] = (*fields.get(name, ()), value.replace("\r\n", "\n"))
    return fields


def check_text(sent: Sent) -> None:
    """UsageError where a field is longer than anything here, or holds what no text does."""
    for name, values in sent.fields.items():
        if any(len(value) > LONGEST for value in values):
            raise UsageError(f"{name}: this is longer than {LONGEST:,} characters")
        if any(
            not (letter.isprintable() or letter in "\n\t\u00ad\u200b\u200d") for value in values for letter in value
        ):
            raise UsageError(f"{name}: this holds characters that no text does")


def signature_of(sent: Sent) -> Signed:
    """Who decides, and why. UsageError where a name or a reason is missing, or a marking is none."""
    reader = sent.guest.reader
    by, reason, marking = reader.name or sent.one("by"), sent.one("reason"), sent.one("marking")
    if not reason:
        raise UsageError("reason: say why it is so; it is kept with it")
    if not by:
        raise UsageError("by: give your name; it is kept with it")
    return Signed(by, datetime.now(UTC), reason, cast(Marking, marking) if marking else None, reader.clearance)


@contextmanager
def naming(field: str) -> Iterator[None]:
    """Says of a UsageError which field of the form it is about."""
    try:
        yield
    except UsageError as error:
        raise UsageError(f"{field}: {error}") from None


def deed_of_entry(sent: Sent, seen: Seen) -> AnyDeed | None:
    """What a form decides of an entry, or of one of its records."""
    entry = seen.entries.get(sent.id)
    subject = subject_of(entry, sent.one("record"), seen) if entry else None
    if entry is None or subject is None:
        return None
    match sent.one("deed"):
        case "set":
            return amendment(sent, subject)
        case "confirm":
            return making.confirm(subject)
        case "withdraw":
            return making.withdraw(subject)
        case "unite":
            name = "other-id" if sent.one("other-id") else "other"
            with naming(name):
                return making.unite(subject, seen.ledger.subject(entry_named(sent.one(name), seen)))
        case "divide":
            records = set(sent.fields.get("records", ()))
            with naming("records"):
                if not records:
                    raise UsageError("choose those that tell of another thing")
                if unknown := records - {target.record for target in subject.targets}:
                    raise UsageError(f"{min(unknown)} is no record of this entry")
                return making.divide(subject, [target for target in subject.targets if target.record in records])
        case "judge":
            with naming("shown-by"):
                by = seen.ledger.subject(entry_named(sent.one("shown-by"), seen)) if sent.one("shown-by") else None
            with naming("on"):
                on = day_of(sent.one("on"))
            with naming("outcome"):
                return making.judge(subject, sent.one("outcome"), by, on)
    raise UsageError("deed: this form decides nothing that is known here; open the page again")


def amendment(sent: Sent, subject: Subject) -> AnyDeed:
    """Another value of a field; UsageError where somebody changed it while it was typed."""
    field = sent.one("field")
    with naming("value"):
        now = written(getattr(subject.record, field, None))
        if sent.one("was") and sent.one("was") != now.strip():
            raise UsageError(f"it was changed while you typed: it is {now} now; open the page again")
        if not sent.one("value"):
            raise UsageError("write a value, or - for nothing")
        return making.amend(subject, field, sent.one("value"))


def day_of(words: str) -> date | None:
    """A day; None where none is given."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise UsageError("write the day as 2025-03-16") from None


def entry_named(words: str, seen: Seen) -> Entry:
    """The entry of an id, or of an address that ends in it; UsageError where none is to be seen."""
    if not words:
        raise UsageError("choose one, or give an id")
    id = last_part(words)
    found = [seen.entries[id]] if id in seen.entries else seen.index.beginning(id) if id else []
    if len(found) != 1:
        raise UsageError("there is no entry of that id")
    return found[0]


def deed_of_name(sent: Sent, seen: Seen) -> AnyDeed | None:
    """What a form decides of a name."""
    names = rename.spellings(seen, sent.id)
    if not names:
        return None
    with naming("name"):
        name = known_name(sent.one("name"), names) if sent.one("name") else names[0]
    match sent.one("deed"):
        case "rename":
            with naming("to"):
                made = making.rename(name, sent.one("to"), sent.one("side") or None)
            if made.side:
                with naming("side"):
                    known_name(made.side, [one.side for one in seen.once(rename.all_actors) if one.side])
            return made
        case "apart":
            with naming("other"):
                other = sent.one("other")
                known_name(other, [said for one in seen.once(rename.all_actors) for said in (one.name, *one.aliases)])
                return making.tell_apart(name, other)
    raise UsageError("deed: this form decides nothing that is known here; open the page again")


def deed_of_undoing(sent: Sent, seen: Seen) -> AnyDeed | None:
    """What undoes a correction; UsageError where that no longer holds."""
    made = seen.ledger.corrections()
    if sent.id not in {one.id for one in made}:
        return None
    if by := undone_by(made).get(sent.id):
        raise UsageError(f"{sent.id} was undone already, by {by}; to have it back undo that")
    return making.undo(sent.id, made)


def asked_entry(sent: Sent) -> Asked:
    """The page of an entry's corrections, as its forms were filled in."""
    field = sent.one("field") if sent.one("deed") == "set" else ""
    return AskedCorrect(id=sent.id, record=sent.one("record"), field=field)


def asked_id(sent: Sent) -> Asked:
    """The page of the thing itself."""
    return AskedOf(id=sent.id)


PAGES = (
    Page(correct.SHEET, asked_entry, deed_of_entry),
    Page(rename.SHEET, asked_id, deed_of_name),
    Page(hand.SHEET_OF_ONE, asked_id, deed_of_undoing),
)
"""Every page with forms that decide something; a form is sent to the address of its page."""
