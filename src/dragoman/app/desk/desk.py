"""The desk as one ASGI program: its routes, in one table, and what begins and ends with it."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from msgspec import Struct
from sse_starlette import EventSourceResponse
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dragoman.app.desk.answers import CSV_ENDING, NOT_HERE, Desk, answer, guest_of, refusal
from dragoman.app.desk.assets import by_address
from dragoman.app.desk.forms import closing
from dragoman.app.desk.guard import Gate, Guard
from dragoman.app.desk.guard import guest_of as find_guest
from dragoman.app.desk.hand import PAGES, Hand
from dragoman.app.desk.journal import Journal
from dragoman.app.desk.live import Watch
from dragoman.app.desk.login import log_in, log_out, show_login
from dragoman.app.desk.openapi import description, json_route
from dragoman.app.desk.press import Press
from dragoman.app.desk.scribe import Scribe
from dragoman.app.desk.sheet import Sheet
from dragoman.app.desk.sheets import SHEETS
from dragoman.app.desk.shelf import Shelf
from dragoman.app.desk.templating import make_templates
from dragoman.app.failures import complain
from dragoman.errors import DragomanError, UsageError

FOREVER = "public, max-age=31536000, immutable"
HEARTBEAT = 15


class Settings(Struct, frozen=True):
    """What a desk is made of: the ledger's file and who is let in."""

    ledger: Path
    gate: Gate


def make_desk(settings: Settings) -> Starlette:
    """The program, ready to be served."""
    token = secrets.token_urlsafe(24)
    templates = make_templates(token, is_open=settings.gate.roll is None)
    templates.globals["readers"] = settings.gate.roll.names if settings.gate.roll else tuple
    press = Press(Shelf(settings.ledger), templates)
    journal = Journal(settings.ledger)
    desk = Desk(press, templates, journal, tuple(sheet for sheet in SHEETS if sheet.is_in_menu), token)
    watch = Watch(press)
    scribe = Scribe(desk, settings.ledger)
    hand = Hand(desk, settings.ledger)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(watch.run())
        try:
            yield
        finally:
            watching.cancel()
            press.close()
            scribe.close()
            hand.close()
            await journal.close()

    app = Starlette(
        routes=[*routes(desk, watch, settings.gate, scribe), *deciding_routes(hand)],
        middleware=[Middleware(Guard, gate=settings.gate)],
        exception_handlers={
            HTTPException: partial(show_http_error, desk),
            UsageError: partial(show_usage_error, desk),
            DragomanError: partial(show_failure, desk),
        },
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False  # an address that ends in a slash is another one: 404, like any that is none
    return app


def routes(desk: Desk, watch: Watch, gate: Gate, scribe: Scribe) -> list[Route]:
    """Every address of the desk: its pages, each also as JSON, then what serves them."""
    pages: list[Route] = []
    for sheet in SHEETS:
        show = partial(show_sheet, sheet, desk, watch)
        pages.append(Route(json_route(sheet.path), show, methods=["GET"]))
        if sheet.table:
            pages.append(Route(f"{sheet.path}{CSV_ENDING}", show, methods=["GET"]))
        pages.append(Route(sheet.path, show, methods=["GET"]))
    return [
        *pages,
        Route("/stream", partial(stream, watch, gate), methods=["GET"]),
        Route("/login", partial(show_login, desk, gate), methods=["GET"]),
        Route("/login", closing(partial(log_in, desk, gate)), methods=["POST"]),
        Route("/logout", closing(partial(log_out, gate)), methods=["POST"]),
        Route("/notes", closing(scribe.add_note), methods=["POST"]),
        Route("/told", closing(scribe.add_briefing), methods=["POST"]),
        Route("/openapi.json", describe, methods=["GET"]),
        Route("/assets/{path:path}", serve_asset, methods=["GET"]),
    ]


def deciding_routes(hand: Hand) -> list[Route]:
    """Where what people decide by hand is sent: to the addresses of the pages that hold the forms."""
    return [Route(page.sheet.path, closing(partial(hand.take, page)), methods=["POST"]) for page in PAGES]


async def show_sheet(sheet: Sheet, desk: Desk, watch: Watch, request: Request) -> Response:
    """A page of the table."""
    watch.asked(guest_of(request).reader.clearance)
    return await answer(sheet, desk, request)


async def stream(watch: Watch, gate: Gate, request: Request) -> Response:
    """Tells an open page each time that what its reader may see has changed: `event: changed`, the state as its data.

    A browser that comes back names the state that it has; it is told at once where that isn't the present one.
    """
    clearance = guest_of(request).reader.clearance
    known = request.headers.get("last-event-id") or request.query_params.get("from", "")

    async def events() -> AsyncIterator[dict[str, str]]:
        async for state in watch.states(clearance, known):
            guest = find_guest(request.headers, gate)
            if guest is None or guest.reader.clearance != clearance:
                return  # logged out, taken off the list or cleared for something else since
            yield {"event": "changed", "id": state, "data": state}

    return EventSourceResponse(events(), ping=HEARTBEAT, headers={"x-accel-buffering": "no"})


async def describe(request: Request) -> Response:
    """The description of the interface, as OpenAPI 3.1."""
    return JSONResponse(description(SHEETS))


async def serve_asset(request: Request) -> Response:
    """A script, style or font; its address names its content, so that a browser keeps it for good."""
    asset = by_address().get(request.url.path)
    if asset is None:
        return Response(status_code=404)
    return Response(asset.body, media_type=asset.media_type, headers={"cache-control": FOREVER})


async def show_http_error(desk: Desk, request: Request, error: Exception) -> Response:
    """No such address, or no such way to ask for it."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    response = refusal(desk, request, status, NOT_HERE if status == 404 else "this can't be asked for in that way")
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    return response


async def show_usage_error(desk: Desk, request: Request, error: Exception) -> Response:
    """The one line that says what is off with what was asked for."""
    return refusal(desk, request, 400, str(error))


async def show_failure(desk: Desk, request: Request, error: Exception) -> Response:
    """The ledger can't be read; which file that is and why is told to the log, not to the reader."""
    complain(str(error))
    return refusal(desk, request, 503, "the ledger can't be read at the moment; try again")
