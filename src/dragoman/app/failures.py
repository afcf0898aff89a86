"""How the command line ends: one line on stderr, an exit status, and no traceback for what we found wrong ourselves."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click
import msgspec
from msgspec import Struct

from dragoman.errors import DragomanError, UsageError

ALL_READ, SOME_FAILED, WRONG_CALL, STOPPED = 0, 1, 2, 130
"""The exit statuses; `docs/cli.md` lists them."""


class Home(Struct, frozen=True):
    """A command by its name, and where it is: "briefs:brief_command" is that name in `dragoman.app.briefs`."""

    name: str
    place: str

    def command(self) -> click.Command:
        """The command itself; imported now."""
        module, _, name = self.place.partition(":")
        found: click.Command = getattr(import_module(f"dragoman.app.{module}"), name)
        return found


class Commands(click.Group):
    """A group whose commands end with one clear line whatever goes wrong, listed in the order of their table.

    A command is imported when it is called: none waits for what another needs.
    """

    def __init__(self, *args: Any, table: Sequence[Home] = (), **kwargs: Any) -> None:  # noqa: ANN401  (click's own)
        super().__init__(*args, **kwargs)
        self.homes = {home.name: home for home in table}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table, then those added to the group itself."""
        return [*self.homes, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None for none."""
        home = self.homes.get(cmd_name)
        return home.command() if home else super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (click's own signature)
        """What the command returns; ends the program where it fails."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            complain(str(error))
            ctx.exit(WRONG_CALL)
        except DragomanError as error:
            complain(str(error))
            ctx.exit(SOME_FAILED)
        except KeyboardInterrupt:
            complain("stopped; what was added is kept")
            ctx.exit(STOPPED)
        except msgspec.DecodeError as error:
            complain(f"the ledger holds what this version cannot read ({error}); add the articles to a new ledger")
            ctx.exit(SOME_FAILED)
        except sqlite3.Error as error:
            complain(f"the ledger failed: {error}; run `dragoman verify LEDGER`")
            ctx.exit(SOME_FAILED)
        except BrokenPipeError:
            leave_broken_pipe()
            ctx.exit(ALL_READ)
        except OSError as error:
            complain(disk_line(error))
            ctx.exit(SOME_FAILED)


def complain(line: str) -> None:
    """One line on stderr, whatever the message holds."""
    click.echo(f"dragoman: {' '.join(line.split())}", err=True)


def disk_line(error: OSError) -> str:
    """What an operating system error means to the person at the keyboard, and what to do."""
    place = f"{error.filename}: " if error.filename else ""
    if error.errno == errno.ENOSPC:
        return f"{place}the disk is full; free some space and run the same command again, nothing is read twice"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{place}no permission; choose a folder that you may write to"
    return f"{place}{error.strerror or error}"


def leave_broken_pipe() -> None:
    """Points stdout at nothing, so that the interpreter doesn't fail again when it flushes at exit."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 1)
