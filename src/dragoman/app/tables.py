"""`dragoman timeline`, `due`, `gaps`, `positions` and `readouts`: the whole lists behind a brief."""

from __future__ import annotations

from collections.abc import Iterable

import click
import msgspec

from dragoman.app.briefs import finish, refuse_reader_of_folder, view_of
from dragoman.app.dossier import entry_named, load_dossier, open_place
from dragoman.app.options import Asked, asked_options, view_options
from dragoman.brief.listing import due_list, gaps_list, positions, timeline
from dragoman.brief.matrix import matrix
from dragoman.brief.nouns import Section
from dragoman.brief.offers import offers
from dragoman.brief.process import process_states
from dragoman.brief.readouts import readouts_text
from dragoman.brief.scene import Scene, set_scene
from dragoman.brief.standpoints import matrix_section, offers_section, process_section
from dragoman.brief.text import section_text
from dragoman.lexicon import load_lexicon

ISSUES = "kinds/issues"


@click.command(
    "timeline",
    short_help="Print everything day by day.",
    epilog="Example: dragoman timeline dossier.db --since 2025-03-12",
)
@view_options
def timeline_command(asked: Asked) -> None:
    """Print everything but plain statements day by day, each with the id that `readouts` takes."""
    print_sections([timeline(scene_of(asked))])


@click.command(
    "due",
    short_help="Print what is overdue and what is to come.",
    epilog="Example: dragoman due dossier.db --as-of 2025-03-18",
)
@asked_options
def due_command(asked: Asked) -> None:
    """Print what is overdue, due on a day and expected about a day."""
    print_sections([due_list(scene_of(asked))])


@click.command(
    "gaps",
    short_help="Print what to ask for next.",
    epilog="Example: dragoman gaps dossier.db --as-of 2025-03-18",
)
@asked_options
def gaps_command(asked: Asked) -> None:
    """Print what no source gives: the text of conditions, a side's own account, a second origin, a day."""
    print_sections([gaps_list(scene_of(asked))])


@click.command(
    "positions",
    short_help="Print issue by issue what each party wants.",
    epilog="Example: dragoman positions dossier.db",
)
@asked_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON: the process, the offers, the matrix.")
def positions_command(asked: Asked, *, as_json: bool) -> None:
    """Print the state of the process, each offer with its answers, and issue by issue what each party wants.

    Of each version of an offer who answered what and when, who has not answered, and whether each condition was
    stated, discussed, met, refused or dropped; of each issue how long ago each party was last heard on it.
    """
    scene, rows = scene_of(asked), load_lexicon().rows(ISSUES)
    issues = {word: row.means for row in reversed(rows) for word in row.words}
    states, told, cells = process_states(scene), offers(scene, issues), matrix(scene, issues)
    if as_json:
        shape = {"as_of": scene.view.as_of, "process": states, "offers": told, "matrix": cells}
        click.echo(msgspec.json.format(msgspec.json.encode(shape), indent=2).decode())
        finish()
    sections = (process_section(states, scene.year), offers_section(told, scene.year), matrix_section(cells))
    print_sections([*sections, *positions(scene, issues)])


@click.command(
    "readouts",
    short_help="Print the accounts of an entry in columns.",
    epilog="Example: dragoman readouts contact-1a2b3c4d5e6f dossier.db",
)
@click.argument("entry")
@asked_options
def readouts_command(entry: str, asked: Asked) -> None:
    """Print up to three accounts of ENTRY in columns, each side's own first.

    Below them: what all of them say, what one alone says, what they say differently, what was denied later.

    ENTRY is an id as `dragoman timeline` prints it, or the beginning of one.
    """
    refuse_reader_of_folder(asked)
    with open_place(asked.place) as ledger:
        scene = set_scene(load_dossier(ledger, asked.place, asked.as_of), view_of(asked, ledger))
        click.echo(readouts_text(entry_named(entry, scene, ledger), scene), nl=False)
    finish()


def scene_of(asked: Asked) -> Scene:
    """The dossier of a place, ready to be written about."""
    refuse_reader_of_folder(asked)
    with open_place(asked.place) as ledger:
        return set_scene(load_dossier(ledger, asked.place, asked.as_of), view_of(asked, ledger))


def print_sections(sections: Iterable[Section]) -> None:
    """Prints sections, parted by blank lines; says so where there is none."""
    click.echo("\n\n".join(section_text(section, 0) for section in sections) or "none")
    finish()
