"""`dragoman read` and `dragoman times`: what one or many pages say, on the screen or as JSON."""

from __future__ import annotations

from datetime import date

import click

from dragoman.app.batch import Tally, defaults, outcomes, readings
from dragoman.app.failures import complain
from dragoman.app.options import outlet_option, published_option
from dragoman.app.shapes import json_line, reading_json, times_json


@click.command(
    "read",
    short_help="Read articles and show their records.",
    epilog="Example: dragoman read dispatch.txt --published 2025-03-16",
)
@click.argument("sources", metavar="PATH...", nargs=-1, required=True)
@published_option
@outlet_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article, one a line.")
def read_command(sources: tuple[str, ...], published: date | None, outlet: str, *, as_json: bool) -> None:
    """Read articles and show the records in them, each with its words.

    PATH is a text, HTML, JSON lines, feed or WARC file, a folder of these, a URL, or - for stdin.
    """
    from dragoman.app.page import print_reading

    tally = Tally()
    for reading in readings(outcomes(sources, defaults(published, outlet)), tally):
        if as_json:
            click.echo(json_line(reading_json(reading)))
        else:
            print_reading(reading)
    end(tally)


@click.command(
    "times",
    short_help="Show time expressions and the days they mean.",
    epilog="Example: dragoman times dispatch.txt --published 2025-03-16 --json",
)
@click.argument("sources", metavar="PATH...", nargs=-1, required=True)
@published_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article, one a line.")
def times_command(sources: tuple[str, ...], published: date | None, *, as_json: bool) -> None:
    """Show the time expressions of articles and the days that they mean."""
    from dragoman.app.page import print_times

    tally = Tally()
    for reading in readings(outcomes(sources, defaults(published)), tally):
        if as_json:
            click.echo(json_line(times_json(reading)))
        else:
            print_times(reading)
    end(tally)


def end(tally: Tally) -> None:
    """The summary line, and the exit status that tells it."""
    complain(tally.line())
    click.get_current_context().exit(tally.status())
