"""The state of a process, its offers and the matrix of issues as sections of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.brief.matrix import Cell
from dragoman.brief.nouns import Line, Section
from dragoman.brief.offers import Answer, Condition, Offer, Version
from dragoman.brief.phrases import day_words, names_words, quoted
from dragoman.brief.process import State
from dragoman.brief.stands import issue_words, stance_words
from dragoman.brief.text import counted

QUOTE = 90
SHOWN = 3
"""Entries that are named behind a state; JSON has all."""


def process_section(states: Sequence[State], year: int | None) -> Section:
    """Each state that holds, since when, and the latest entries that show it."""
    lines = []
    for state in states:
        more = f" and {len(state.entries) - SHOWN} more" if len(state.entries) > SHOWN else ""
        shown = f": {', '.join(state.entries[:SHOWN])}{more}" if state.entries else ""
        since = f"since {day_words(state.since, year)}" if state.since else "in the last two months"
        label = state.state.replace("_", " ")
        lines.append(Line(label=label, text=f"{since}{shown}", entries=state.entries))
    return Section(id="process", title="State of the process", lines=tuple(lines))


def offers_section(offers: Sequence[Offer], year: int | None) -> Section:
    """Each version of each offer, what each party answered, and what became of each condition."""
    lines = (line for offer in offers for version in offer.versions for line in _version(offer, version, year))
    return Section(id="offers", title="Offers and answers", lines=tuple(lines))


def _version(offer: Offer, version: Version, year: int | None) -> Iterator[Line]:
    number = f", version {version.n} of {len(offer.versions)}" if len(offer.versions) > 1 else ""
    terms = "; ".join(quoted(term, QUOTE) for term in version.terms) or "terms not told"
    head = f"{names_words(offer.by)} on {issue_words(offer.issue)}{number} ({version.entry}): {terms}"
    yield Line(label=day_words(version.seen, year), text=head, entries=(version.entry,))
    for answer in version.answers:
        yield Line(label=f"  {answer.side}", text=_answer(answer, year), entries=(answer.entry,))
        for condition in answer.conditions:
            yield Line(label="    if", text=_condition(condition, year), entries=(answer.entry,))
    if version.pending:
        yield Line(label="  no answer", text=names_words(version.pending, 6), entries=(version.entry,))


def _answer(answer: Answer, year: int | None) -> str:
    told = f", as told by {answer.told_by}" if answer.told_by else ""
    stance = stance_words(answer.stance, in_principle=answer.in_principle).removesuffix(" to")
    return f"{stance}{told}, {day_words(answer.seen, year)} ({answer.entry})"


def _condition(condition: Condition, year: int | None) -> str:
    by = f", see {condition.by}" if condition.by else ""
    return f"{quoted(condition.text, QUOTE)}: {condition.status}, {day_words(condition.since, year)}{by}"


def matrix_section(cells: Sequence[Cell]) -> Section:
    """Issue by issue, how often each party was heard on it and how many days ago last."""
    issues = dict.fromkeys(cell.issue for cell in cells)
    lines = []
    for issue in issues:
        told = [cell for cell in cells if cell.issue == issue]
        words = ", ".join(f"{cell.side} {len(cell.entries)} ({_age(cell)})" for cell in told)
        entries = tuple(id for cell in told for id in cell.entries)
        lines.append(Line(label=issue_words(issue), text=words, entries=entries))
    return Section(id="matrix", title="Issues by party: entries, and the age of the last", lines=tuple(lines))


def _age(cell: Cell) -> str:
    return "no date" if cell.age is None else counted(cell.age, "day")
