"""The `dragoman` command: its table of commands and nothing else."""

from __future__ import annotations

import click

from dragoman.app.briefs import brief_command, why_command
from dragoman.app.correcting import (
    actors_command,
    correct_command,
    corrections_command,
    rename_command,
    undo_command,
)
from dragoman.app.diffs import diff_command
from dragoman.app.exports import export_command
from dragoman.app.failures import Commands
from dragoman.app.finding import find_command
from dragoman.app.follow import follow_command
from dragoman.app.ledgers import add_command, verify_command
from dragoman.app.readers import reader_command
from dragoman.app.reading import read_command, times_command
from dragoman.app.records import record_command
from dragoman.app.serving import serve_command
from dragoman.app.tables import (
    due_command,
    gaps_command,
    positions_command,
    readouts_command,
    timeline_command,
)

COMMANDS: tuple[click.Command, ...] = (
    read_command,
    times_command,
    add_command,
    follow_command,
    brief_command,
    why_command,
    timeline_command,
    due_command,
    record_command,
    gaps_command,
    positions_command,
    readouts_command,
    diff_command,
    find_command,
    actors_command,
    correct_command,
    rename_command,
    corrections_command,
    undo_command,
    export_command,
    serve_command,
    reader_command,
    verify_command,
)
"""Every command, in the order in which a newcomer meets them."""


@click.group(cls=Commands, epilog="Example: dragoman brief examples/ukraine-2025")
@click.version_option(package_name="dragoman", message="%(version)s")
def main() -> None:
    """Read articles about a negotiation and keep the cited record: who met, who said, offered and promised what."""


for command in COMMANDS:
    main.add_command(command)
