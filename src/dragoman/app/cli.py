"""The `dragoman` command: its table of commands and nothing else."""

from __future__ import annotations

import click

from dragoman.app.failures import Commands
from dragoman.app.reading import read_command, times_command

COMMANDS: tuple[click.Command, ...] = (read_command, times_command)


@click.group(cls=Commands, epilog="Example: dragoman brief examples/ukraine-2025")
@click.version_option(package_name="dragoman", message="%(version)s")
def main() -> None:
    """Read articles about a negotiation and keep the cited record: who met, who said, offered and promised what."""


for command in COMMANDS:
    main.add_command(command)
