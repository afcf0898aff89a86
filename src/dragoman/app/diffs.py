"""`dragoman diff`: what changed in a dossier between two days."""

from __future__ import annotations

from datetime import date

import click
import msgspec

from dragoman.app.briefs import finish
from dragoman.app.dossier import load_dossier, open_place
from dragoman.app.options import DAY
from dragoman.errors import UsageError


@click.command(
    "diff",
    short_help="Print what changed between two days.",
    epilog="Example: dragoman diff 2025-03-11 2025-03-18 dossier.db",
)
@click.argument("before", metavar="DATE", type=DAY)
@click.argument("after", metavar="DATE", type=DAY)
@click.argument("place", metavar="[LEDGER|FOLDER]", default=".")
@click.option("--all", "with_statements", is_flag=True, help="Show statements too; else they are counted.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, statements included.")
def diff_command(before: date, after: date, place: str, *, with_statements: bool, as_json: bool) -> None:
    """Print what changed between two days: what was known on the second and not, or otherwise, on the first.

    New, changed (each field before → after), decided and gone entries, each with the words it comes from.
    """
    from dragoman.brief.differ import differences
    from dragoman.brief.difftext import Diff, both_articles, diff_shape, diff_text

    if before >= after:
        raise UsageError(f"{before} {after}: the first day must come before the second")
    with open_place(place) as ledger:
        then, now = load_dossier(ledger, place, before), load_dossier(ledger, place, after)
    diff = Diff(
        dossier=now.name,
        before=before,
        after=after,
        changes=differences(then, now),
        articles=both_articles(then, now),
    )
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(diff_shape(diff)), indent=2).decode())
    else:
        click.echo(diff_text(diff, with_statements=with_statements), nl=False)
    finish()
