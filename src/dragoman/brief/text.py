"""A brief as text of at most 100 columns, with marks and colours only where the terminal wants them."""

from __future__ import annotations

import textwrap

from dragoman.brief.byhand import hand_words
from dragoman.brief.nouns import Brief, Line, Section
from dragoman.brief.phrases import clip, day_words

WIDTH = 100
LABEL = 26
"""Columns of the left column: a party, a day, a status."""


def brief_text(brief: Brief) -> str:
    """The whole brief, its lines at most `WIDTH` columns, ended by a line break."""
    parts = [header(brief)]
    parts += [section_text(section, number) for number, section in enumerate(brief.sections)]
    return "\n\n".join(parts) + "\n"


def header(brief: Brief) -> str:
    """Two lines: what this is and of which day; for whom, since when, over how many sources.

    A third one where articles count that `--as-of` this very day would leave out.
    """
    title = brief.dossier.upper()
    as_of = f"as of {day_words(brief.as_of)}"
    since = day_words(brief.since) if brief.since else "no earlier brief"
    head = f"   Ledger: {brief.head[:12]}" if brief.head else ""
    counts = f"{counted(brief.articles, 'article')}, {counted(brief.origins, 'origin')}"
    below = f"For: {brief.reader or 'any reader'}   Since: {since}   Sources: {counts}{head}"
    later = f"\n{later_words(brief)}" if brief.later else ""
    return f"{title}{as_of:>{max(len(as_of) + 2, WIDTH - len(title))}}\n{below}{later}"


def later_words(brief: Brief) -> str:
    """That articles without a day count, and how they are left out."""
    what = counted(brief.later, "article")
    verb = "bears" if brief.later == 1 else "bear"
    return f"{what} {verb} no day and came in later: counted here, left out with --as-of {brief.as_of}"


def counted(number: int, thing: str) -> str:
    """A count with its noun: "1 article", "12 articles"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def section_text(section: Section, number: int) -> str:
    """A headed section; the first (number 0) bears no number. Empty: "none"."""
    title = f"{number} {section.title.upper()}" if number else section.title.upper()
    if not section.lines:
        return f"{title}  none"
    lines = joined(section.lines) if section.id == "sources" else section.lines
    rows = [title, *labelled(lines)]
    if section.more:
        rows.append(f"  … and {section.more:,} more" + (f": {section.see}" if section.see else ""))
    return "\n".join(rows)


def joined(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """One line for all lines of a label: the days of an outlet, each with its citations."""
    texts: dict[str, list[str]] = {}
    for line in lines:
        texts.setdefault(line.label, []).append(cited(line))
    return tuple(Line(label=label, text="; ".join(parts), entries=()) for label, parts in texts.items())


def labelled(lines: tuple[Line, ...]) -> list[str]:
    """The rows of some lines; a label that repeats the one above it is left blank."""
    wide = min(LABEL, max((len(line.label) for line in lines), default=0))
    rows: list[str] = []
    above = ""
    for line in lines:
        label = clip(line.label, LABEL) if line.label != above or line.mark else ""
        above = line.label
        rows += line_rows(line, label, wide)
    return rows


def line_rows(line: Line, label: str, wide: int) -> list[str]:
    """One line of a brief, wrapped under its own text, its citations at the end."""
    marked = f"{line.mark:<2}" if line.mark else "  "
    first = f"  {marked if line.mark else ''}{label:<{wide}}{'  ' if wide else ''}"
    below = " " * (2 + (2 if line.mark else 0) + wide + (2 if wide else 0))
    return textwrap.wrap(
        cited(line),
        WIDTH,
        initial_indent=first,
        subsequent_indent=below,
        break_long_words=True,
        break_on_hyphens=False,
    )


def cited(line: Line) -> str:
    """The text of a line, what people had a hand in, and its citations as "[1] [2]"."""
    hand = [f"({hand_words(line.by_hand)})"] if line.by_hand else []
    return " ".join((line.text, *hand, *(f"[{n}]" for n in line.cites)))
