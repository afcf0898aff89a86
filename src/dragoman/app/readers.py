"""`dragoman reader`: a row in the list of who may see what on the desk."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from dragoman.app.failures import complain
from dragoman.errors import UsageError
from dragoman.ledger import MARKINGS

NAME = re.compile(r"[\w.@-]{1,64}")
ONLY_OURS = 0o600
SHORTEST_PASSWORD = 12


@click.command(
    "reader",
    short_help="List a reader for the desk.",
    epilog="Example: dragoman reader ana readers.toml --clearance AMBER --may write --token",
)
@click.argument("name")
@click.argument("readers", metavar="READERS.toml", type=click.Path(dir_okay=False))
@click.option("--clearance", type=click.Choice(MARKINGS), required=True, help="The highest marking that NAME may see.")
@click.option("--may", type=click.Choice(["write", "audit"]), multiple=True, help="Write notes; see who saw what.")
@click.option("--token", is_flag=True, help="Print a token for a program, and ask for no password.")
def reader_command(name: str, readers: str, clearance: str, may: tuple[str, ...], *, token: bool) -> None:
    """Add NAME to READERS.toml, which is made where there is none; a password is asked for, its hash is kept.

    To change or remove a reader edit the file; a desk that is open heeds it within a second.
    """
    from dragoman.app.desk.readers import hashed_password, new_token, read_readers

    path = Path(readers)
    if not NAME.fullmatch(name):
        raise UsageError(f"{name}: a name has letters, digits and . @ _ -, at most 64")
    if path.exists() and name in read_readers(path):
        raise UsageError(f"{name}: {path} lists this name already; edit the file")
    rows = [f'["{name}"]', f'clearance = "{clearance}"']
    rows += [f"may = [{', '.join(f'{chr(34)}{right}{chr(34)}' for right in may)}]"] if may else []
    if token:
        given, kept = new_token()
        rows.append(f'tokens = ["{kept}"]')
        click.echo(given)
    else:
        rows.append(f'password = "{hashed_password(asked_password(name))}"')
    append(path, "\n".join(rows) + "\n\n")
    complain(f"{path} lists {name}, cleared for {clearance}" + ("; the token is shown this once" if token else ""))


def asked_password(name: str) -> str:
    """A password, typed twice. UsageError where it is too short to be one."""
    password = str(click.prompt(f"Password of {name}", hide_input=True, confirmation_prompt=True, err=True))
    if len(password) < SHORTEST_PASSWORD:
        raise UsageError(f"a password has {SHORTEST_PASSWORD} characters or more: take a few words")
    return password


def append(path: Path, rows: str) -> None:
    """Adds rows to a file that nobody else may read."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, ONLY_OURS), "w", encoding="utf-8") as file:
        file.write(rows)
