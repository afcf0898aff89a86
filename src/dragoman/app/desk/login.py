"""Logging in and out."""

from __future__ import annotations

import asyncio
from math import ceil

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.app.desk.answers import Desk
from dragoman.app.desk.forms import carries_token, field, read_form
from dragoman.app.desk.guard import Gate, cookie_of, guest_of
from dragoman.app.desk.sessions import COOKIE

WRONG = "This name and password don't belong together."


async def show_login(desk: Desk, gate: Gate, request: Request) -> Response:
    """The form to log in; straight on to the page where somebody is logged in already."""
    if guest_of(request.headers, gate):
        return RedirectResponse(own_path(request.query_params.get("next", "/")), 303)
    return _form(desk, request.query_params.get("next", "/"))


async def log_in(desk: Desk, gate: Gate, request: Request) -> Response:
    """The page that was asked for, with a cookie; or the form again, after the same time for any wrong pair."""
    form = await read_form(request)
    name, password, following = field(form, "name"), str(form.get("password", "")), field(form, "next")
    sender = request.client.host if request.client else ""
    if gate.roll is None:
        return RedirectResponse("/", 303)
    seconds = gate.throttle.wait(name, sender)
    if seconds:
        words = f"Too many tries. Wait {ceil(seconds / 60)} min before the next one."
        return _form(desk, following, words, 429, {"retry-after": str(ceil(seconds))})
    # Counted before it is checked, so that many tries at once are as many tries.
    gate.throttle.failed(name, sender)
    async with gate.checking:
        reader = await asyncio.to_thread(gate.roll.with_password, name, password)
    if reader is None:
        return _form(desk, following, WRONG, 401)
    gate.throttle.passed(name, sender)
    gate.sessions.end(cookie_of(request.headers))
    response = RedirectResponse(own_path(following), 303)
    token = gate.sessions.begin(reader.name)
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=gate.is_https, path="/")
    return response


async def log_out(gate: Gate, request: Request) -> Response:
    """The form to log in; the session is at an end."""
    guest = guest_of(request.headers, gate)
    if guest and not carries_token(await read_form(request), guest):
        return Response("This form is not yours or too old; open the page again.\n", 403)
    gate.sessions.end(cookie_of(request.headers))
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict", secure=gate.is_https)
    return response


def own_path(wanted: str) -> str:
    """A path of this desk, "/" for what leads elsewhere.

    >>> own_path("/positions?as-of=2025-03-16"), own_path("//elsewhere.example"), own_path("/\\\\elsewhere.example")
    ('/positions?as-of=2025-03-16', '/', '/')
    """
    plain = wanted.startswith("/") and not wanted.startswith(("//", "/\\", "/login"))
    return wanted if plain and wanted.isprintable() and "\\" not in wanted else "/"


def _form(
    desk: Desk, following: str, words: str = "", status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    page = desk.templates.get_template("login.html").render(following=own_path(following), words=words)
    return Response(page, status, headers, media_type="text/html")
