"""`dragoman add` and `dragoman verify`: into the ledger, and proof of what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import click

from dragoman.app.batch import Outcome, Tally, defaults, outcomes, readings
from dragoman.app.dossier import MOST_JUDGED, judge, ledger_path
from dragoman.app.failures import complain
from dragoman.app.options import outlet_option, published_option
from dragoman.errors import UsageError
from dragoman.ledger import Ledger, open_ledger, verify
from dragoman.types import Failure


@click.command(
    "add",
    short_help="Read articles into a ledger.",
    epilog="Example: dragoman add dossier.db articles/ late.html --outlet 'Harbour Post'",
)
@click.argument("ledger")
@click.argument("sources", metavar="PATH...", nargs=-1, required=True)
@published_option
@outlet_option
@click.option(
    "--jobs",
    type=click.IntRange(1),
    help="How many processes read; default: one for each core. The result is the same.",
)
def add_command(ledger: str, sources: tuple[str, ...], published: date | None, outlet: str, jobs: int | None) -> None:
    """Read articles into LEDGER, a file that is made when it isn't there; for a folder, dragoman.db in it.

    Adding twice changes nothing. A new version of a URL takes the old one's place and the old one is kept.
    """
    from dragoman.app.workers import cores  # pools of processes are imported where something is read

    path = ledger_path(ledger)
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent}: there is no such folder; make it first")
    tally = Tally()
    with open_ledger(path) as opened:
        taken = outcomes(
            sources,
            defaults(published, outlet),
            lambda article: opened.article(article.id) is not None,
            jobs=jobs or cores(),
        )
        for reading in readings(kept(taken, opened), tally):
            opened.put(reading.article, reading.records)
        opened.settle()
        judge(opened, MOST_JUDGED)
    complain(f"{tally.line()}; ledger {path}")
    click.get_current_context().exit(tally.status())


def kept(taken: Iterable[Outcome], ledger: Ledger) -> Iterator[Outcome]:
    """The outcomes as they come; a failure is kept in the ledger, so that the next reader knows of the gap."""
    for item in taken:
        if isinstance(item, Failure):
            ledger.fail(item)
        yield item


@click.command("verify", short_help="Prove that a ledger is whole.", epilog="Example: dragoman verify dossier.db")
@click.argument("ledger")
def verify_command(ledger: str) -> None:
    """Prove that LEDGER holds what was put into it: every link of its chain is computed again."""
    audit = verify(ledger_path(ledger))
    click.echo(f"{ledger_path(ledger)}: holds; {audit.articles:,} articles, {audit.records:,} records")
    click.echo(f"links {audit.links:,}, head {audit.head}")
