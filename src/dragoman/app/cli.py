"""The `dragoman` command: its table of commands and nothing else."""

from __future__ import annotations

import click

from dragoman.app.failures import Commands, Home

COMMANDS = (
    Home("read", "reading:read_command"),
    Home("times", "reading:times_command"),
    Home("add", "ledgers:add_command"),
    Home("follow", "follow:follow_command"),
    Home("brief", "briefs:brief_command"),
    Home("why", "briefs:why_command"),
    Home("timeline", "tables:timeline_command"),
    Home("due", "tables:due_command"),
    Home("record", "records:record_command"),
    Home("gaps", "tables:gaps_command"),
    Home("positions", "tables:positions_command"),
    Home("readouts", "tables:readouts_command"),
    Home("diff", "diffs:diff_command"),
    Home("find", "finding:find_command"),
    Home("actors", "correcting:actors_command"),
    Home("correct", "correcting:correct_command"),
    Home("rename", "correcting:rename_command"),
    Home("corrections", "correcting:corrections_command"),
    Home("undo", "correcting:undo_command"),
    Home("export", "exports:export_command"),
    Home("serve", "serving:serve_command"),
    Home("reader", "readers:reader_command"),
    Home("verify", "ledgers:verify_command"),
)
"""Every command and where it is, in the order in which a newcomer meets them."""


@click.group(cls=Commands, table=COMMANDS, epilog="Example: dragoman brief examples/ukraine-2025")
@click.version_option(package_name="dragoman", message="%(version)s")
def main() -> None:
    """Read articles about a negotiation and keep the cited record: who met, who said, offered and promised what."""
