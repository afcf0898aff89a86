"""`dragoman follow`: feeds and pages polled, what is new read into the ledger, what it changed printed."""

from __future__ import annotations

import asyncio
import functools
import signal
from collections.abc import Callable, Coroutine, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from dragoman.app.dossier import ledger_path
from dragoman.app.failures import complain
from dragoman.app.options import outlet_option
from dragoman.app.shapes import json_line
from dragoman.errors import SourceError, UsageError

if TYPE_CHECKING:  # the net and the reader take a second to import, which `dragoman --help` needn't wait for
    from dragoman.app.news import News
    from dragoman.sources.watchlist import Watch

WATCHLIST = "sources.toml"


class Followed(Struct, frozen=True):
    """What is followed into which ledger, and the hosts of one's own network that may be asked."""

    path: Path
    watches: tuple[Watch, ...]
    allowed: frozenset[str]


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The ledger, its sources and what is said of them, handed on as one `Followed`."""

    @functools.wraps(command)
    def with_sources(ledger: str, places: tuple[str, ...], hosts: tuple[str, ...], **others: Any) -> Any:  # noqa: ANN401
        path = ledger_path(ledger)
        if not path.parent.is_dir():
            raise UsageError(f"{path.parent}: there is no such folder; make it first")
        allowed = allowed_hosts(hosts)
        said = {name: others.pop(name) for name in ("every", "outlet")}
        watches = watched(places or default_places(path), said, allowed)
        return command(followed=Followed(path, watches, allowed), **others)

    options = (
        click.argument("ledger"),
        click.argument("places", metavar="[SOURCES.toml|URL]...", nargs=-1),
        click.option(
            "--every", type=click.FloatRange(0, min_open=True), help="Seconds between two polls of a URL; default: 300."
        ),
        outlet_option,
        click.option(
            "--allow-host",
            "hosts",
            metavar="HOST[:PORT]",
            multiple=True,
            help="A host of your own network; repeatable.",
        ),
    )
    decorated: Callable[..., Any] = with_sources
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


@click.command(
    "follow",
    short_help="Poll feeds and pages, read what is new.",
    epilog="Example: dragoman follow dossier.db sources.toml",
)
@source_options
@click.option("--once", is_flag=True, help="Ask each source once, then end.")
@click.option("--all", "with_statements", is_flag=True, help="Show statements too; else they are counted.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article or failure, one a line.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    help="How many processes read where several articles wait; default: one for each core. The result is the same.",
)
def follow_command(followed: Followed, *, once: bool, with_statements: bool, as_json: bool, jobs: int | None) -> None:
    """Poll feeds and pages, read what is new into LEDGER, and print each article with what it changed there.

    The sources are the rows of a SOURCES.toml, URLs, or both; by default sources.toml beside the ledger. Others may
    read and write the ledger meanwhile. Ctrl-C ends it; begun again it goes on where it was.

    Only public addresses are fetched. A feed inside your own network is followed where --allow-host names its host.
    """
    from dragoman.app.following import How, Totals, follow
    from dragoman.app.news import news_line, news_shape, news_text
    from dragoman.app.workers import cores
    from dragoman.sources.web import Net

    def tell(news: News) -> None:
        if line := news_line(news):
            complain(line)
        words = json_line(news_shape(news)) if as_json else news_text(news, with_statements=with_statements)
        if words:
            click.echo(words)

    totals, how = Totals(), How(net=Net(allowed=followed.allowed), once=once, jobs=jobs or cores())
    stopped = asyncio.run(until_stopped(follow(followed.watches, followed.path, tell, totals, how)))
    complain(f"{totals.line()}; ledger {followed.path}" + ("; stopped" if stopped else ""))
    click.get_current_context().exit(totals.status() if once else 0)


async def until_stopped(following: Coroutine[Any, Any, None]) -> bool:
    """Whether it was ended by SIGINT or SIGTERM, which let it finish what it is at."""
    task = asyncio.ensure_future(following)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no such handlers: there Ctrl-C raises KeyboardInterrupt
            loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        return True
    return False


def allowed_hosts(hosts: Iterable[str]) -> frozenset[str]:
    """The hosts that `--allow-host` names; UsageError for what is none."""
    from dragoman.sources.addresses import allowed_host

    try:
        return frozenset(map(allowed_host, hosts))
    except SourceError as error:
        raise UsageError(f"--allow-host {error}") from None


def default_places(path: Path) -> tuple[str, ...]:
    """The sources.toml beside a ledger; UsageError where there is none."""
    beside = path.with_name(WATCHLIST)
    if not beside.is_file():
        raise UsageError(f"{beside}: there is no list of sources here; name a SOURCES.toml or a URL")
    return (str(beside),)


def watched(places: Iterable[str], said: Mapping[str, Any], allowed: frozenset[str]) -> tuple[Watch, ...]:
    """The sources that files and URLs name, `said` of the URLs; UsageError for the first that can't be followed."""
    from dragoman.sources.watchlist import Watch, check_watches, read_watchlist

    found: list[Watch] = []
    for place in places:
        if "://" in place:
            found.append(Watch(url=place, **said))
        elif Path(place).is_file():
            found += read_watchlist(Path(place).read_bytes(), place)
        else:
            raise UsageError(f"{place}: neither a file nor an address; name a SOURCES.toml or a URL")
    check_watches(found, allowed)
    return tuple(found)
