"""What several commands take: days, the ledger, the view of a brief."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day written as 2025-03-16."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a usage error where the words are none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day: write it as 2025-03-16", param, ctx)


DAY = Day()


def published_option(command: F) -> F:
    """`--published`: the day of the articles that don't say it themselves."""
    return click.option("--published", type=DAY, help="Day of publication, for articles that don't state one.")(command)


def outlet_option(command: F) -> F:
    """`--outlet`: who published the articles that don't say it themselves."""
    return click.option("--outlet", default="", help="Who published it, for articles that don't say.")(command)


def place_argument(command: F) -> F:
    """A ledger, a folder that holds one, or a folder of articles; the current folder by default."""
    return click.argument("place", metavar="[LEDGER|FOLDER]", default=".")(command)


def as_of_option(command: F) -> F:
    """`--as-of`: what was known then."""
    return click.option(
        "--as-of", type=DAY, help="What was known on this day; default: the last day of publication in the ledger."
    )(command)


def view_options(command: F) -> F:
    """`--as-of`, `--since` and `--for`: the options that decide what a brief holds and how its citations count."""
    command = click.option("--for", "reader", metavar="READER", help="Show what is new to this reader.")(command)
    command = click.option("--since", type=DAY, help="Mark what changed since this day.")(command)
    return as_of_option(command)
