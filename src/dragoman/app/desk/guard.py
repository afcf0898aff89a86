"""What stands before every page: the host that was asked for, who asks, and what a browser is told to refuse."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Collection
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from msgspec import Struct, field
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.app.desk.readers import LOCAL, Reader, Roll
from dragoman.app.desk.sessions import COOKIE, Session, Sessions, Throttle

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with "no-referrer" browsers send a form's origin as "null", which is no origin
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-frame-options": "DENY",
}
OPEN_TO_ALL = ("/login", "/assets/")
"""Where nobody has to be known: the form to log in, and what it looks like."""
BEARER = "bearer "
CHECKED_AT_ONCE = 2
"""Passwords that are checked at one time: each takes a core and 64 MiB."""
SAFE_METHODS = frozenset({"GET", "HEAD"})


class Gate(Struct, frozen=True, kw_only=True):
    """What is let in. `hosts` are the names that this desk answers to, as browsers send them, lower case.

    Without a roll there are no readers and the one at the machine may do everything; `local_token` is what that one's
    forms must carry.
    """

    hosts: frozenset[str]
    roll: Roll | None
    sessions: Sessions = field(default_factory=Sessions)
    throttle: Throttle = field(default_factory=Throttle)
    checking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(CHECKED_AT_ONCE))
    is_https: bool = False
    local_token: str = field(default_factory=lambda: secrets.token_urlsafe(32))


class Guest(Struct, frozen=True, kw_only=True):
    """Who asks: the reader, and the token that forms must carry, None for a program that shows its own token."""

    reader: Reader
    form_token: str | None
    session: str = ""


class Guard:
    """The middleware; every answer passes through it."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers itself what may not pass."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if "cache-control" not in headers:
                    headers["cache-control"] = "no-store"
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._gate.hosts:
            return PlainTextResponse("This desk does not answer to that name.\n", 421)
        if scope["method"] not in SAFE_METHODS and not self._is_from_here(headers):
            return PlainTextResponse("This was sent from another site and was not done.\n", 403)
        guest = guest_of(headers, self._gate)
        scope.setdefault("state", {})["guest"] = guest
        if guest or _is_open(scope["path"]):
            return None
        if scope["method"] == "GET" and "text/html" in headers.get("accept", "") and "hx-request" not in headers:
            return RedirectResponse(f"/login?next={quote(_path(scope), safe='/')}", 303)
        return JSONResponse({"error": "log in, or send a reader's token"}, 401, {"www-authenticate": "Bearer"})

    def _is_from_here(self, headers: Headers) -> bool:
        """Whether a browser says that one of our own pages sent this; a program that sends no origin has a token."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site not in ("same-origin", "none"):
            return False
        return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _is_open(path: str) -> bool:
    return path == OPEN_TO_ALL[0] or path.startswith(OPEN_TO_ALL[1])


def _path(scope: Scope) -> str:
    asked = scope["query_string"].decode("latin-1")
    return str(scope["path"]) + (f"?{asked}" if asked else "")


def guest_of(headers: Headers, gate: Gate) -> Guest | None:
    """Who asks: by a token, else by the cookie of a session; None where it is nobody who is listed."""
    if gate.roll is None:
        return Guest(reader=LOCAL, form_token=gate.local_token)
    shown = headers.get("authorization", "")
    if shown[: len(BEARER)].lower() == BEARER:
        reader = gate.roll.with_token(shown[len(BEARER) :].strip())
        return Guest(reader=reader, form_token=None) if reader else None
    cookie = cookie_of(headers)
    session: Session | None = gate.sessions.find(cookie) if cookie else None
    reader = gate.roll.named(session.reader) if session else None
    return Guest(reader=reader, form_token=session.form_token, session=cookie) if session and reader else None


def cookie_of(headers: Headers) -> str:
    """What the desk's cookie holds; empty where there is none."""
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return held.value if held else ""


def host_names(host: str, port: int, origins: Collection[str] = ()) -> frozenset[str]:
    """What browsers may call this desk: the address that it listens on, and the origins that it is reached under.

    >>> sorted(host_names("127.0.0.1", 8320, ["https://desk.example.org"]))
    ['127.0.0.1:8320', '[::1]:8320', 'desk.example.org', 'localhost:8320']
    """
    names = {urlsplit(origin).netloc.lower() for origin in origins}
    own = {host.lower()} | ({"127.0.0.1", "localhost", "::1"} if is_loopback(host) else set())
    return frozenset(names | {f"[{name}]:{port}" if ":" in name else f"{name}:{port}" for name in own})


def is_loopback(host: str) -> bool:
    """Whether only the machine itself can reach an address."""
    return host in ("127.0.0.1", "localhost", "::1")
