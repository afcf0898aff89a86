"""From a request to a page and back: what the address asks for, in which form, and what is said where it can't be."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any

import msgspec
from jinja2 import Environment
from msgspec import Struct
from msgspec.inspect import DateType, Field, IntType, StructType, UnionType, type_info
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse

from dragoman.app.desk.guard import Guest
from dragoman.app.desk.journal import Journal
from dragoman.app.desk.press import Form, Look, Press
from dragoman.app.desk.sheet import EMPTY, Asked, Filled, Sheet
from dragoman.errors import UsageError
from dragoman.export.rows import csv_parts
from dragoman.ledger import MARKINGS

JSON_ENDING, CSV_ENDING = ".json", ".csv"
NOT_HERE = "there is nothing here that you may see"
"""One sentence for what is hidden, gone or never was."""
MOST_WORDS = 1_000
"""Characters of one value of an address."""


class Desk(Struct, frozen=True):
    """What answers are made with; `form_token` stands in kept pages where the reader's own token belongs."""

    press: Press
    templates: Environment
    journal: Journal
    menu: tuple[Sheet, ...]
    form_token: str


def guest_of(request: Request) -> Guest:
    """Who asks."""
    guest: Guest = request.state.guest
    return guest


def form_of(request: Request) -> Form:
    """JSON or CSV where the address ends so, JSON where it is what the asker would rather have."""
    if request.url.path.endswith(JSON_ENDING):
        return "json"
    if request.url.path.endswith(CSV_ENDING):
        return "csv"
    accepted = request.headers.get("accept", "")
    return "json" if "application/json" in accepted and "text/html" not in accepted else "html"


def asked_of(sheet: Sheet, request: Request) -> Asked:
    """What the address asks for; UsageError where a day is none, or a number is out of its bounds.

    Names that a page doesn't know are nothing to it; an empty value is the same as none. A name that is given several
    times, as the ticked boxes of a form are, has its values with commas between.
    """
    given: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        if value.strip():
            given[name] = f"{given[name]},{value}" if name in given else value
    given.update({name: value.removesuffix(JSON_ENDING) for name, value in request.path_params.items()})
    if any(len(value) > MOST_WORDS or "\x00" in value for value in given.values()):
        raise UsageError("a value of this address is longer than anything here, or holds what no text does")
    try:
        return msgspec.convert(given, sheet.asked, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(wrong_value(sheet.asked, str(error))) from None


def wrong_value(asked: type[Asked], said: str) -> str:
    """Which value of an address is off and how it is written, of what the decoder says of it.

    >>> wrong_value(Asked, "Invalid RFC3339 encoded date - at `$.as-of`")
    'as-of: write the day as 2025-03-16'
    """
    name = said.rpartition("`$.")[2].rstrip("`")
    field = next((one for one in _fields(asked) if one.encode_name == name), None)
    holds = field.type.types if field and isinstance(field.type, UnionType) else (field.type,) if field else ()
    for kind in holds:
        if isinstance(kind, DateType):
            return f"{name}: write the day as 2025-03-16"
        if isinstance(kind, IntType):
            return f"{name}: write a number from {kind.ge or 0} to {kind.le or 'whatever'}"
    return "a value of this address can't be read"


def _fields(asked: type[Asked]) -> tuple[Field, ...]:
    info = type_info(asked)
    return info.fields if isinstance(info, StructType) else ()


def own_address(request: Request) -> str:
    """What was asked for, without the host."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def is_day(value: str) -> bool:
    """Whether a value of an address is a day: only those are kept in the links of a page.

    >>> is_day("2025-03-16"), is_day("yesterday"), is_day("")
    (True, False, False)
    """
    try:
        msgspec.convert(value, date)
    except msgspec.ValidationError:
        return False
    return True


class Around(Struct, frozen=True):
    """What the frame of a page says of it: its title, its row in the table, the state that it was made from."""

    title: str
    sheet: Sheet | None = None
    state: str = ""


async def answer(sheet: Sheet, desk: Desk, request: Request) -> Response:
    """The page, as HTML or JSON; 304 where the asker has it already."""
    form, guest = form_of(request), guest_of(request)
    if form == "csv" and sheet.table is None:
        form = "html"  # the name of a thing that happens to end so
    if sheet.needs and sheet.needs not in guest.reader.may:
        return refusal(desk, request, 404, NOT_HERE)
    if form == "csv":
        return await as_file(sheet, desk, request)
    filled, status = EMPTY, 200
    try:
        printed = await desk.press.page(Look(sheet, asked_of(sheet, request), guest.reader.clearance, form))
    except UsageError as error:
        if form != "html" or not sheet.asks:
            raise
        filled, status = filled_again(sheet, request, str(error)), 400
        printed = await desk.press.again(Look(sheet, sheet.asked(), guest.reader.clearance, form), filled)
    if printed.body is None:
        return refusal(desk, request, 404, NOT_HERE)
    await desk.journal.saw(guest.reader.name, own_address(request), printed.state)  # first, so that nothing is unlogged
    if form == "json":
        return with_tag(Response(printed.body, media_type="application/json"), request)
    body = framed(desk, request, Around(printed.title, sheet, printed.state), printed.body.decode(), filled)
    response = Response(body, status, media_type="text/html")
    return with_tag(response, request) if status == 200 else response


def filled_again(sheet: Sheet, request: Request, words: str) -> Filled:
    """What was typed into the form of a page, and what is off with it."""
    typed = {name: tuple(request.query_params.getlist(name)) for name in request.query_params}
    name, colon, rest = words.partition(": ")
    is_field = bool(colon) and name in sheet.asked.__struct_encode_fields__
    return Filled(sheet.name, typed, name if is_field else "", rest if is_field else words)


async def as_file(sheet: Sheet, desk: Desk, request: Request) -> Response:
    """All rows of a page that plots, sent while they are made; its name bears its marking, where that is above CLEAR.

    The tag is of the state and the address: the bytes are not at hand before they are sent.
    """
    guest = guest_of(request)
    printed = await desk.press.table(Look(sheet, asked_of(sheet, request), guest.reader.clearance, "csv"))
    await desk.journal.saw(guest.reader.name, own_address(request), printed.state)
    tag = f'"{sha256(f"{printed.state} {own_address(request)}".encode()).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "Cookie, Authorization, Accept"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    marking = "" if printed.table.marking == MARKINGS[0] else f".TLP-{printed.table.marking.replace('+', '-')}"
    headers["content-disposition"] = f'attachment; filename="{sheet.name}{marking}.csv"'
    rows = csv_parts(printed.table.columns, printed.table.rows)
    return StreamingResponse(rows, media_type="text/csv", headers=headers)


def framed(desk: Desk, request: Request, around: Around, content: str, filled: Filled = EMPTY) -> str:
    """A page's content with all that is around it: the menu, the search, the reader's name."""
    guest = guest_of(request)
    own = guest.form_token or ""
    frame = desk.templates.get_template("frame.html").render(
        around=around,
        menu=[one for one in desk.menu if one.needs is None or one.needs in guest.reader.may],
        form=around.sheet.form if around.sheet and "write" in guest.reader.may else "",
        about=request.path_params.get("id", ""),
        markings=MARKINGS[: MARKINGS.index(guest.reader.clearance) + 1],
        reader=guest.reader,
        form_token=own,
        filled=filled,
        kept={name: day for name in ("as-of", "since") if is_day(day := request.query_params.get(name, ""))},
    )
    head, _, foot = frame.partition("<!-- content -->")
    return head + content.replace(desk.form_token, own) + foot


def with_tag(response: Response, request: Request) -> Response:
    """The answer with the hash of its own bytes as its tag: equal to one reader, equal tag, and nothing else in it."""
    tag = f'"{sha256(bytes(response.body)).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "Cookie, Authorization, Accept"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response


def refusal(desk: Desk, request: Request, status: int, words: str) -> Response:
    """One line that says why there is no page, as a page, as `{"error": …}` or, for who asked for CSV, as it is."""
    form = form_of(request)
    if form == "json":
        return JSONResponse({"error": words}, status)
    if form == "csv" or request.state.guest is None:  # nobody yet: there is no frame to show
        return PlainTextResponse(f"{words}\n", status)
    content = desk.templates.get_template("refusal.html").render(words=words, status=status)
    return Response(framed(desk, request, Around("Nothing here"), content), status, media_type="text/html")
