"""A brief as Markdown: a heading a section, a bullet a line, a footnote a citation with its words."""

from __future__ import annotations

import re

from dragoman.brief.byhand import hand_words
from dragoman.brief.nouns import Brief, Citation, Line, Section
from dragoman.brief.phrases import day_words, quoted
from dragoman.brief.text import counted, later_words

MARKS = {"+": "new", "~": "changed", "x": "closed", "!": "contradicted", "": ""}
SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
QUOTE = 300


def brief_markdown(brief: Brief) -> str:
    """The whole brief, ended by a line break."""
    since = day_words(brief.since) if brief.since else "no earlier brief"
    head = f", ledger `{brief.head[:12]}`" if brief.head else ""
    sources = f"{counted(brief.articles, 'article')}, {counted(brief.origins, 'origin')}{head}"
    parts = [
        f"# {escaped(brief.dossier)}, {day_words(brief.as_of)}",
        f"For {escaped(brief.reader or 'any reader')}. Since: {since}. Sources: {sources}."
        + (f" {later_words(brief)}." if brief.later else ""),
        *(section_markdown(section) for section in brief.sections),
        "\n".join(footnote(citation) for citation in brief.citations),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def section_markdown(section: Section) -> str:
    """A heading and its bullets; an empty section says "none"."""
    rows = [f"- {line_markdown(line)}" for line in section.lines] or ["none"]
    if section.more:
        rows.append(f"- … and {section.more:,} more" + (f": `{section.see}`" if section.see else ""))
    return f"## {section.title}\n\n" + "\n".join(rows)


def line_markdown(line: Line) -> str:
    """Mark, label, text and footnote marks of one line."""
    mark = f"*{MARKS[line.mark]}* " if line.mark else ""
    label = f"**{escaped(line.label)}** " if line.label else ""
    hand = f" *({escaped(hand_words(line.by_hand))})*" if line.by_hand else ""
    return mark + label + escaped(line.text) + hand + "".join(f"[^{n}]" for n in line.cites)


def footnote(citation: Citation) -> str:
    """Where the words stand, and the words."""
    place = f"{escaped(citation.outlet)}, {day_words(citation.published)}"
    return f"[^{citation.n}]: {place}: {escaped(quoted(citation.evidence.quote, QUOTE))}"


def escaped(words: str) -> str:
    """Words of an article or a name, safe inside Markdown."""
    return SPECIAL.sub(r"\\\1", words)
