"""`dragoman find`: sentences by their words, who said them, and when."""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Callable
from datetime import date
from typing import Any

import click
import msgspec

from dragoman.app.briefs import finish
from dragoman.app.dossier import open_place
from dragoman.app.options import DAY, Asked, asked_options
from dragoman.app.shapes import json_line
from dragoman.brief.passage import place_words
from dragoman.brief.phrases import clip, day_words
from dragoman.brief.text import WIDTH
from dragoman.errors import UsageError
from dragoman.kinds import BY_NAME
from dragoman.ledger import Hit, Ledger, Query
from dragoman.ledger.finding import OPERATORS
from dragoman.types import Article

LINES = 3
"""Records that are named below a sentence; `--json` has all."""


def query_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """WORDS and what narrows them down, handed on as one `Query`."""

    @functools.wraps(command)
    def with_query(words: str, between: tuple[date, date] | None, **others: Any) -> Any:  # noqa: ANN401
        first, last = between or (None, None)
        if first and last and first > last:
            raise UsageError(f"--between {first} {last}: the first day comes after the last")
        narrowed = {name: others.pop(name) for name in ("speaker", "kind")}
        return command(query=Query(words=words, first=first, last=last, **narrowed), **others)

    options = (
        click.argument("words"),
        click.option("--speaker", metavar="NAME", help="Only where this person or side says or does it."),
        click.option(
            "--kind", type=click.Choice(list(BY_NAME)), metavar="KIND", help="Only where one of this kind stands."
        ),
        click.option("--between", type=DAY, nargs=2, metavar="DATE DATE", help="Only of these days, both included."),
    )
    decorated: Callable[..., Any] = with_query
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


@click.command(
    "find",
    short_help="Find sentences by their words and their speaker.",
    epilog="Example: dragoman find 'security guarantees' dossier.db --speaker Lavrov --between 2025-03-01 2025-03-31",
)
@query_options
@asked_options
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many at most.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a sentence, one a line.")
def find_command(query: Query, asked: Asked, limit: int, *, as_json: bool) -> None:
    """Find the sentences that hold all WORDS, the best match first, each with the citation that `why` takes.

    "two words" in quotation marks are a phrase, word* is a beginning; AND, OR, NOT and parentheses are heeded.
    """
    with open_place(asked.place) as ledger:
        found = ledger.find(query, asked.as_of, limit + 1)
        articles = {hit.article: ledger.article(hit.article) for hit in found}
        none = "" if found or as_json else none_words(ledger, query, asked.as_of)
    shown = found[:limit]
    if as_json:
        click.echo("".join(json_line(hit_json(hit, articles[hit.article])) + "\n" for hit in shown), nl=False)
    else:
        click.echo("\n\n".join(hit_text(hit, articles[hit.article]) for hit in shown) or none)
        if len(found) > limit:
            click.echo(f"\n… and more: --limit {limit * 5}")
    finish()


def none_words(ledger: Ledger, query: Query, as_of: date | None) -> str:
    """ "none", and what to leave out where less was asked for and there are some."""
    wide = Query(words=query.words)
    if query != wide and ledger.find(wide, as_of, 1):
        by = f" by {query.speaker}" if query.speaker else ""
        of = f" with a {query.kind}" if query.kind else ""
        among = (
            f" from {query.first or 'the first day'} to {query.last or 'the last'}" if query.first or query.last else ""
        )
        return f"none{by}{of}{among}: there are sentences with these words, ask for less beside them"
    several = query.words.split()
    if len(several) > 1 and not OPERATORS & set(several) and ledger.find(Query(words=" OR ".join(several)), as_of, 1):
        return f"none has all of these words; for any of them: {' OR '.join(several)}"
    return "none"


def hit_json(hit: Hit, article: Article | None) -> dict[str, Any]:
    """`{"cite", "article", "start", "end", "text", "outlet", "published", "url", "title", "records"}`."""
    return {
        "cite": place_words(hit.article, hit.start, hit.end),
        "article": hit.article,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "outlet": hit.outlet,
        "published": article.published if article else None,
        "url": article.url if article else "",
        "title": article.title if article else "",
        "records": msgspec.to_builtins(hit.records),
    }


def hit_text(hit: Hit, article: Article | None) -> str:
    """The citation, day and outlet; the sentence; the first of the records that stand on it."""
    published = article.published if article else None
    day = day_words(published) if published or not hit.seen else f"no date, fetched {day_words(hit.seen)}"
    name = hit.outlet or (article.name if article else "no outlet")
    rows = [f"[{place_words(hit.article, hit.start, hit.end)}]  {day}  {name}"]
    rows += textwrap.wrap(hit.text, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    for record in hit.records[:LINES]:
        kind = str(record.__struct_config__.tag)
        rows.append(f"    {kind:<11}{clip(BY_NAME[kind].line(record), WIDTH - 15)}")
    if len(hit.records) > LINES:
        rows.append(f"    … and {len(hit.records) - LINES} more records")
    return "\n".join(rows)
