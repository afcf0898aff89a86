"""`dragoman export`: a ledger or folder as a file that other programs read.

The formats are imported inside: no other command needs them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from dragoman.app.briefs import finish
from dragoman.app.dossier import load_dossier, open_place
from dragoman.app.failures import complain
from dragoman.app.options import DAY, Asked, asked_options
from dragoman.errors import UsageError
from dragoman.ledger import Ledger

if TYPE_CHECKING:
    from dragoman.export import Holdings


def list_formats(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  (click's own)
    """Prints the formats and ends, where `--list` is given."""
    from dragoman.export import FORMATS

    if not wanted or context.resilient_parsing:
        return
    for known in FORMATS:
        click.echo(f"{known.name:<12}{known.what}\n{'':<12}{known.codebook}")
    context.exit()


@click.command(
    "export",
    short_help="Write a file that other programs read.",
    epilog="Example: dragoman export dossier.db --as plover -o events.csv",
)
@asked_options
@click.option("--as", "format_name", metavar="FORMAT", required=True, help="The format; --list names them all.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="The file to write; default: stdout.")
@click.option("--since", type=DAY, help="Only what was told, or told again, after this day.")
@click.option("--records", is_flag=True, help="Single records as each article tells them, instead of merged entries.")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=list_formats, help="List the formats."
)
def export_command(asked: Asked, format_name: str, output: str | None, *, records: bool) -> None:
    """Write what is known as FORMAT; the version of its codebook, and what it has no place for, go to stderr.

    The same ledger and arguments give the same bytes.
    """
    from dragoman.export import BY_NAME
    from dragoman.export.holdings import since

    known = BY_NAME.get(format_name)
    if known is None:
        raise UsageError(f"{format_name}: no such format; there are {', '.join(BY_NAME)}")
    if known.is_binary and output is None and sys.stdout.isatty():
        raise UsageError(f"{format_name}: it is no text for a screen; name a file with -o")
    with open_place(asked.place) as ledger:
        holdings = load_holdings(asked, ledger, of_records=records)
    if asked.since:
        holdings = since(holdings, asked.since)
    made = known.write(holdings)
    if output:
        Path(output).write_bytes(made.body)
    else:
        click.echo(made.body, nl=False)
    complain(f"{known.name}: {len(holdings.entries):,} {holdings.unit}; {known.codebook}")
    for note in made.notes:
        complain(note)
    finish()


def load_holdings(asked: Asked, ledger: Ledger, *, of_records: bool) -> Holdings:
    """The entries, or the single records of the articles that stood on the day that was asked for."""
    from dragoman.export.holdings import Holdings, in_order, one_record

    dossier = load_dossier(ledger, asked.place, asked.as_of)
    holdings = Holdings(
        name=dossier.name,
        as_of=asked.as_of or ledger.last_day(),
        entries=in_order(dossier.entries),
        verdicts=dossier.verdicts,
        articles=dossier.articles,
        of_records=of_records,
    )
    if not of_records:
        return holdings
    cited = {(support.article, support.record) for entry in dossier.entries for support in entry.supports}
    single = (
        one_record(record, article)
        for article in dossier.articles.values()
        for record in ledger.records(article.id, asked.as_of)
        if (article.id, record.id) in cited
    )
    return replace(holdings, entries=in_order(single), verdicts={})
