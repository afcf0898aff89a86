"""What several commands take: days, the place of a dossier, the view of a brief."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click
from msgspec import Struct

F = TypeVar("F", bound=Callable[..., Any])


class Asked(Struct, frozen=True, kw_only=True):
    """What decides what a brief holds and how its citations count: the place, the days, the reader."""

    place: str
    as_of: date | None = None
    since: date | None = None
    reader: str | None = None


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


def asked_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The place and `--as-of`, handed on as one `Asked`."""

    @functools.wraps(command)
    def with_asked(place: str, as_of: date | None, **others: Any) -> Any:  # noqa: ANN401
        view = {name: others.pop(name) for name in ("since", "reader") if name in others}
        return command(asked=Asked(place=place, as_of=as_of, **view), **others)

    decorated = click.option(
        "--as-of", type=DAY, help="What was known on this day; default: the last day of publication."
    )(with_asked)
    return click.argument("place", metavar="[LEDGER|FOLDER]", default=".")(decorated)


def view_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The place, `--as-of`, `--since` and `--for`, handed on as one `Asked`."""
    command = asked_options(command)
    command = click.option("--for", "reader", metavar="READER", help="Mark what is new to this reader.")(command)
    return click.option("--since", type=DAY, help="Mark what changed since this day.")(command)
