"""`dragoman serve`: the desk, in a browser."""

from __future__ import annotations

import socket
from pathlib import Path

import click
from msgspec import Struct

from dragoman.app.dossier import is_ledger_file, ledger_path
from dragoman.app.failures import complain
from dragoman.errors import SourceError, UsageError

HOST, PORT = "127.0.0.1", 8320


@click.command(
    "serve",
    short_help="Show a ledger in the browser, live.",
    epilog="Example: dragoman serve dossier.db --port 8320",
)
@click.argument("ledger", metavar="[LEDGER]", default=".")
@click.option("--host", default=HOST, show_default=True, help="The address to listen on; a wider one needs --readers.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port to listen on; 0 takes a free one.",
)
@click.option(
    "--readers", type=click.Path(dir_okay=False), help="Who may read what; `dragoman reader` writes its rows."
)
@click.option("--origin", "origins", multiple=True, metavar="URL", help="Where browsers reach it behind a proxy.")
def serve_command(ledger: str, host: str, port: int, readers: str | None, origins: tuple[str, ...]) -> None:
    """Show LEDGER in the browser, kept up to date while other processes add to it; end it with Ctrl-C.

    Without --readers only this machine can reach it and whoever sits there sees everything. With them each reader sees
    what the marking of the articles allows.
    """
    from dragoman.app.desk.guard import is_loopback

    path = ledger_path(ledger)
    if not path.is_file() or not is_ledger_file(path):
        raise SourceError(f"{path}: there is no ledger here; make one with `dragoman add {ledger} PATH...`")
    if readers is None and (origins or not is_loopback(host)):
        raise UsageError(
            f"{' '.join(['--host', host, *origins])}: without readers only this machine may reach the desk; "
            "list them with `dragoman reader NAME READERS.toml` and give --readers"
        )
    serve(path, Listening(host, port, readers, origins))


class Listening(Struct, frozen=True):
    """Where the desk is reached, and by whom."""

    host: str
    port: int
    readers: str | None
    origins: tuple[str, ...]


def serve(path: Path, listening: Listening) -> None:
    """Serves a ledger until it is stopped. UsageError where the list of readers is broken or the port is taken."""
    import uvicorn

    from dragoman.app.desk.desk import Settings, make_desk
    from dragoman.app.desk.guard import Gate, host_names
    from dragoman.app.desk.readers import Roll

    origins = listening.origins
    roll = Roll(Path(listening.readers)) if listening.readers else None
    listener = listen(listening)
    port = listener.getsockname()[1]
    gate = Gate(
        hosts=host_names(listening.host, port, origins),
        roll=roll,
        is_https=bool(origins) and all(origin.startswith("https://") for origin in origins),
    )
    config = uvicorn.Config(
        make_desk(Settings(path, gate)),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(origins),
        timeout_graceful_shutdown=2,
    )
    complain(f"the desk is at http://{listening.host}:{port}/ (Ctrl-C ends it)")
    uvicorn.Server(config).run(sockets=[listener])


def listen(listening: Listening) -> socket.socket:
    """The socket; UsageError where the address is another program's or none of this machine."""
    family = socket.AF_INET6 if ":" in listening.host else socket.AF_INET
    try:
        listener = socket.create_server((listening.host, listening.port), family=family, backlog=512)
        # asyncio sets this for sockets that it makes itself: without it an answer in two parts waits 40 ms for the ack.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        raise UsageError(
            f"--host {listening.host} --port {listening.port}: cannot be listened on ({error.strerror}); try another"
        ) from None
