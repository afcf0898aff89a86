"""`dragoman read` and `dragoman times`: what one or many pages say, on the screen or as JSON."""

from __future__ import annotations

from datetime import date

import click

from dragoman.app.batch import Tally, defaults, outcomes, readings
from dragoman.app.failures import complain
from dragoman.app.options import outlet_option, published_option
from dragoman.app.shapes import json_line, reading_json, times_json, times_rows
from dragoman.errors import UsageError
from dragoman.types import Reading

TIMES_AS = ("text", "json", "timex3", "edtf")
"""What `dragoman times` can print."""


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
    epilog="Example: dragoman times dispatch.txt --published 2025-03-16 --as timex3",
)
@click.argument("sources", metavar="PATH...", nargs=-1, required=True)
@published_option
@click.option("--as", "form", type=click.Choice(TIMES_AS), help="What to print; default: text.")
@click.option("--json", "as_json", is_flag=True, help="The same as --as json.")
def times_command(sources: tuple[str, ...], published: date | None, form: str | None, *, as_json: bool) -> None:
    """Show the time expressions of articles and the days that they mean.

    json and edtf are one JSON object an article, one a line: json has each time with its window of days, edtf each time
    as a row of TIMEX3 with its days in EDTF (ISO 8601-2). timex3 is one TimeML document an article, the times in tags.
    """
    if as_json and form not in (None, "json"):
        raise UsageError(f"--json and --as {form}: only one of them can be printed; leave one out")
    tally = Tally()
    for reading in readings(outcomes(sources, defaults(published), times_alone=True), tally):
        show_times(reading, "json" if as_json else form or "text")
    end(tally)


def show_times(reading: Reading, form: str) -> None:
    """Prints the times of an article in one of `TIMES_AS`."""
    from dragoman.app.page import print_times
    from dragoman.export.timex import timeml

    match form:
        case "json":
            click.echo(json_line(times_json(reading)))
        case "edtf":
            click.echo(json_line(times_rows(reading)))
        case "timex3":
            click.echo(timeml(reading.article, reading.times), nl=False)
        case _:
            print_times(reading)


def end(tally: Tally) -> None:
    """The summary line, and the exit status that tells it."""
    complain(tally.line())
    click.get_current_context().exit(tally.status())
