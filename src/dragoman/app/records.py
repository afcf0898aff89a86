"""`dragoman record`: who foresaw and promised how well, and what their phrases of time came to."""

from __future__ import annotations

import click
import msgspec

from dragoman.app.briefs import finish
from dragoman.app.options import Asked, asked_options
from dragoman.app.tables import scene_of
from dragoman.brief.nouns import Line, Section
from dragoman.brief.text import section_text
from dragoman.resolve.record import ENOUGH, Phrase, Standing, phrases, standings


@click.command(
    "record",
    short_help="Print who foresaw and promised how well.",
    epilog="Example: dragoman record dossier.db --as-of 2025-03-31",
)
@asked_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the entries that are counted.")
def record_command(asked: Asked, *, as_json: bool) -> None:
    """Print what became of each speaker's forecasts and pledges, and how long phrases like "in the coming weeks" took.

    A rate, and a Brier score where probabilities were given, only from five decided cases on.
    """
    scene = scene_of(asked)
    entries, verdicts = scene.dossier.entries, scene.dossier.verdicts
    people, words = standings(entries, verdicts), phrases(entries, verdicts)
    if as_json:
        shape = {"as_of": scene.view.as_of, "speakers": people, "phrases": words}
        click.echo(msgspec.json.format(msgspec.json.encode(shape), indent=2).decode())
    else:
        told = Section(id="record", title="Track record", lines=tuple(map(standing_line, people)))
        took = Section(id="phrases", title="Phrases of time", lines=tuple(map(phrase_line, words)))
        click.echo("\n\n".join(section_text(section, 0) for section in (told, took)))
    finish()


def standing_line(one: Standing) -> Line:
    """The counts of a speaker, then the rate and the score, or that there is too little for them."""
    counts = [f"{count} {outcome.replace('_', ' ')}" for outcome, count in one.outcomes.items()]
    rate = f"{round(100 * one.rate)}% of {one.decided} decided" if one.rate is not None else "too few decided to score"
    brier = f"Brier score {one.score.brier:.2f} of {one.score.cases}" if one.score.brier is not None else ""
    given = (
        f"{one.score.cases} with a probability, {ENOUGH} needed for a score" if one.score.cases and not brier else ""
    )
    return Line(label=one.speaker, text=", ".join(filter(None, (*counts, rate, brier, given))), entries=one.entries)


def phrase_line(one: Phrase) -> Line:
    """How often a phrase was used, what came of it, and in how many days."""
    days = ""
    if one.days:
        fewest, middle, most = one.days
        days = f", in {fewest} days" if fewest == most else f", in {fewest} to {most} days, median {middle}"
    text = f"used {one.used} times: {one.done} done{days}; {one.waiting} not done, or not yet"
    return Line(label=f"“{one.phrase}”", text=text, entries=one.entries)
