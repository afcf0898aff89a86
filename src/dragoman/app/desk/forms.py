"""What a form sends: read, bounded, and only where it carries its reader's token."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import unquote, urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dragoman.app.desk.guard import Guest
from dragoman.app.desk.sessions import is_same
from dragoman.errors import UsageError

NOT_YOURS = "This form is not yours or too old; open the page again.\n"
TOKEN_FIELD = "form-token"
MOST_BYTES = 2 * 2**20
"""Bytes of a form, an uploaded note among them."""


async def read_form(request: Request) -> FormData:
    """The fields of a form; UsageError where it is larger than a note can be."""
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > MOST_BYTES:
        raise UsageError(f"a form must say its length and may have {MOST_BYTES // 2**20} MiB; send less")
    return await request.form(max_files=1, max_fields=50, max_part_size=MOST_BYTES)


def closing(take: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """What takes a form, and closes the files that came with it when it is done."""

    async def take_and_close(request: Request) -> Response:
        try:
            return await take(request)
        finally:
            await request.close()

    return take_and_close


def carries_token(form: FormData, guest: Guest) -> bool:
    """Whether a form is the reader's own; a program has shown its token with the request already."""
    return guest.form_token is None or is_same(field(form, TOKEN_FIELD), guest.form_token)


def refused(request: Request, form: FormData) -> Response | None:
    """What is answered to a reader who may not write, or to a form that isn't the reader's own; None: it may go on."""
    guest: Guest = request.state.guest
    if "write" not in guest.reader.may:
        return PlainTextResponse("You may read here and not write.\n", 403)
    return None if carries_token(form, guest) else PlainTextResponse(NOT_YOURS, 403)


def last_part(words: str) -> str:
    """What an address ends in, an id as it is.

    >>> last_part("http://desk.example/entry/contact-1a2b3c?as-of=2031-03-04"), last_part("contact-1a2b3c")
    ('contact-1a2b3c', 'contact-1a2b3c')
    """
    try:
        path = unquote(urlsplit(words).path)
    except ValueError:
        path = words
    return path.rstrip("/").rpartition("/")[2]


def field(form: FormData, name: str) -> str:
    """The words of a field, without blanks around them; empty where it wasn't sent or is a file."""
    value = form.get(name, "")
    return "" if isinstance(value, UploadFile) else value.strip()
