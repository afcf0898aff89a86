"""`dragoman brief` and `dragoman why`: the page, and the words behind each of its numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import click
import msgspec

from dragoman.app.citations import cited_article, read_cite
from dragoman.app.dossier import brief_over, entry_named, is_ledger, ledger_path, load_dossier, open_place
from dragoman.app.options import Asked, view_options
from dragoman.brief.changes import standings
from dragoman.brief.grounds import grounds_text, records_rows
from dragoman.brief.markdown import brief_markdown
from dragoman.brief.nouns import Brief
from dragoman.brief.passage import passage
from dragoman.brief.phrases import day_words
from dragoman.brief.scene import Dossier, View, set_scene
from dragoman.brief.text import brief_text
from dragoman.errors import UsageError
from dragoman.kinds import BY_NAME
from dragoman.ledger import Ledger
from dragoman.types import Article, Evidence


def brief_json(brief: Brief) -> str:
    """A brief as indented JSON, its fields as in `dragoman.types.Brief`."""
    return msgspec.json.format(msgspec.json.encode(brief), indent=2).decode() + "\n"


ENTRY = re.compile(rf"(?:{'|'.join(BY_NAME)})-[0-9a-f]*$")
"""An entry's id, or the beginning of one."""
FORMS: dict[str, Callable[[Brief], str]] = {"text": brief_text, "markdown": brief_markdown, "json": brief_json}
"""The ways to print a brief."""


@click.command(
    "brief",
    short_help="Print what stands, changed, is due, is disputed.",
    epilog="Example: dragoman brief dossier.db --as-of 2025-03-18 --for ana",
)
@view_options
@click.option("--markdown", "form", flag_value="markdown", help="Print Markdown, the citations as footnotes.")
@click.option("--json", "form", flag_value="json", help="Print JSON.")
def brief_command(asked: Asked, form: str | None) -> None:
    """Print what stands, what changed, what is due and what is disputed, every line with the words it comes from.

    [LEDGER|FOLDER] is a ledger, a folder with dragoman.db in it, or a folder of articles; the current one by default.
    """
    refuse_reader_of_folder(asked)
    with open_place(asked.place) as ledger:
        brief = brief_over(ledger, asked.place, view_of(asked, ledger))
        click.echo(FORMS[form or "text"](brief), nl=False)
        if asked.reader:
            remember(ledger, asked.reader, brief, load_dossier(ledger, asked.place, asked.as_of))
    finish()


def refuse_reader_of_folder(asked: Asked) -> None:
    """UsageError where a reader is named and there is no ledger that could remember what was shown."""
    if asked.reader and not ledger_path(asked.place).is_file():
        raise UsageError(
            f"--for {asked.reader}: only a ledger remembers a reader; "
            f"run `dragoman add {asked.place} {asked.place}` first"
        )


def view_of(asked: Asked, ledger: Ledger) -> View:
    """What the reader was shown before, where a reader is named; a day that was asked for comes before that."""
    if asked.reader is None:
        return View(as_of=asked.as_of, since=asked.since)
    shown = None if asked.since else plain_marks(ledger.shown(asked.reader))
    return View(
        as_of=asked.as_of, since=asked.since or ledger.last_shown(asked.reader), reader=asked.reader, shown=shown
    )


def remember(ledger: Ledger, reader: str, brief: Brief, dossier: Dossier) -> None:
    """Keeps how every entry stands that this brief told of, and where its citations point, for `why --for`."""
    known = ledger.shown(reader)
    now = standings(set_scene(dossier, View(as_of=brief.as_of)))
    places = {
        f"[{citation.n}]": f"{citation.article} {citation.evidence.start} {citation.evidence.end}"
        for citation in brief.citations
    }
    gone = {key: "" for key in known if key.startswith("[") and key not in places}
    changed = {key: line for key, line in {**now, **places, **gone}.items() if known.get(key) != line}
    ledger.mark_shown(reader, changed, brief.as_of)


def plain_marks(shown: dict[str, str]) -> dict[str, str]:
    """The marks of entries, without the places of citations that are kept beside them."""
    return {key: line for key, line in shown.items() if not key.startswith("[")}


@click.command(
    "why",
    short_help="Open a citation of a brief in its sentence.",
    epilog="Example: dragoman why 4 dossier.db --as-of 2025-03-18",
)
@click.argument("citation", metavar="N|PLACE|ENTRY")
@view_options
def why_command(citation: str, asked: Asked) -> None:
    """Open citation N of a brief in its sentence: the article, its outlet and day, the words, the records on them.

    Give the arguments that the brief was printed with; with --for READER it is that reader's last brief. A PLACE as
    `find` and `diff` print it ("3f2a9c0d1e4b:120-188") needs none. Of an ENTRY ("contact-1a2b3c") all records are
    printed with their ids, what became of it and why, and what people decided.
    """
    refuse_reader_of_folder(asked)
    if asked.place == "." and is_ledger(citation):
        raise UsageError(f"{citation}: it is a ledger; say what of it to open: `dragoman why N|PLACE|ENTRY {citation}`")
    with open_place(asked.place) as ledger:
        if ENTRY.match(citation):
            scene = set_scene(load_dossier(ledger, asked.place, asked.as_of), View(as_of=asked.as_of))
            click.echo(grounds_text(entry_named(citation, scene, ledger), scene))
        else:
            article, evidence = opened(citation, asked, ledger)
            notes = ledger.notes(article.id, asked.as_of)
            rows = records_rows(ledger.records_as_read(article.id), evidence, notes)
            show_place(citation, article, evidence, rows)
    finish()


def show_place(citation: str, article: Article, evidence: Evidence, rows: Sequence[str]) -> None:
    """Prints the sentence of a citation and the records that stand on its words, those withdrawn by hand among them."""
    words = passage(article, evidence)
    click.secho(f"[{citation}] {article.title or article.name}", bold=True)
    click.echo(f"    {article.outlet or 'no outlet'}, {day_words(article.published)}  {article.url or article.name}\n")
    click.echo(f"    {words.before}»{click.style(words.words, bold=True, reverse=True)}«{words.after}")
    click.echo("\n".join(["", *rows]) if rows else "", nl=bool(rows))


def opened(citation: str, asked: Asked, ledger: Ledger) -> tuple[Article, Evidence]:
    """The article and the words of a citation, by its number in a brief or by its place."""
    if place := read_cite(citation):
        return cited_article(place, ledger)
    if not (citation.isascii() and citation.isdigit() and int(citation)):
        asked_for = "its number, the id of an entry, or a place as `dragoman find` prints it"
        raise UsageError(f"{citation}: this is no citation: give {asked_for}")
    article_id, evidence = cited_place(int(citation), asked, ledger)
    article = ledger.article(article_id)
    if article is None:
        raise UsageError(f"[{citation}]: its article is no longer in {asked.place}; run the brief again")
    return article, evidence


def cited_place(number: int, asked: Asked, ledger: Ledger) -> tuple[str, Evidence]:
    """The article and span of citation `number`: of the reader's last brief, else of the brief that is built again."""
    if asked.reader and (kept := ledger.shown(asked.reader).get(f"[{number}]")):
        article_id, start, end = kept.split()
        return article_id, Evidence(int(start), int(end), "")
    brief = brief_over(ledger, asked.place, View(as_of=asked.as_of, since=asked.since))
    for citation in brief.citations:
        if citation.n == number:
            return citation.article, citation.evidence
    several = f"its citations are 1 to {len(brief.citations)}" if brief.citations else "it has no citations"
    again = "give the --as-of, --since and --for that the brief was printed with, or a number that stands in it"
    raise UsageError(f"[{number}]: not in this brief: {several}; {again}")


def finish() -> None:
    """Ends with the status of reading the folder, where one was read."""
    context = click.get_current_context()
    context.exit(context.meta.get("status", 0))
