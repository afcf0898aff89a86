"""Speakers named by a label: "Rossi: No deal yet" in a headline, the turns of a press briefing's transcript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from dragoman.annotate.speech.cues import RULE_HEADLINE, RULE_SIGNED, RULE_TURN, CueTable
from dragoman.annotate.speech.layout import Draft, Layout, trim
from dragoman.types import Span

SIGNED = re.compile(r"[\s\u200b]*(?P<dash>[―—–]|--?)\s*(?P<name>[A-Z][^\n:;!?\"“”]{1,70}?)[\s.]*$")
"""What follows a quote that its speaker signs: "We wait." — Anna Rossi."""
LABEL = re.compile(r"(?P<name>[A-Z][^\n:\"“”?!;()]{0,70}(?:\([^\n:)]{1,60}\))?)(?P<colon>:)(?=[\s“\"])")
BARE = re.compile(r"(?P<name>[A-Z]{1,12})(?P<colon>\.?)(?=\s{1,8}\S)")
"""A label without a colon, as in "Q    Will the talks go on?"; only words of the table count."""
OPENING = frozenset('"“')
HEADING = re.compile(r"[A-Z]+ING(?: [^a-z\s]+){1,}$")
"""Words in capitals that head a paragraph and name nobody: "SECURING THE SUPPLY OF GRAIN:"."""
CAPITALS = re.compile(r"[A-Z][A-Z.’'\-]*")
SMALL = re.compile(r"(?:of|the|for|and|at|in|de|al|bin|von|van|to|a|on)\b", re.IGNORECASE)
FEWEST_TURNS = 3
"""Labels in capitals that make a text a transcript."""
LONGEST_NAME = 8
HEADLINES = 3
"""Paragraphs from the top in which a label without a quote is a headline's speaker."""


class _Label(Struct, frozen=True):
    """A label at the start of a paragraph: the name, the colon (None where there is none), where the words start."""

    name: Span
    colon: Span | None
    words: int


def turn_drafts(layout: Layout, table: CueTable) -> Iterator[Draft]:
    """The turns of a transcript, each with all its paragraphs; in other texts the speakers of headlines."""
    yield from _signed(layout, table)
    labels = [_label(layout, number, table) for number in range(len(layout.paragraphs))]
    turns = [number for number, label in enumerate(labels) if label is not None and _is_turn(layout, label, table)]
    if len(turns) < FEWEST_TURNS:
        turns = _repeated(layout, labels, table)
    if len(turns) >= FEWEST_TURNS:
        yield from _transcript(layout, labels, turns)
        return
    for number, label in enumerate(labels):
        if label is not None and label.colon is not None and _is_headline(layout, label, number, table):
            yield from _headline(layout, label, number)


def _signed(layout: Layout, table: CueTable) -> Iterator[Draft]:
    """The paragraphs that are a quote and the name of who said it, after a dash."""
    starts = {quote.span.start: quote for quote in layout.quotes}
    for paragraph in layout.paragraphs:
        quote = starts.get(paragraph.start)
        match = SIGNED.match(layout.text[: paragraph.end], quote.span.end) if quote and quote.closed else None
        if quote is None or match is None:
            continue
        name = Span(match.start("name"), match.end("name"))
        if _is_name(layout, _Label(name, None, name.end), table):
            dash = Span(match.start("dash"), match.end("dash"))
            yield Draft(source=(name,), cue=(dash,), content=(quote.span,), at=dash.start, rule=RULE_SIGNED)


def _repeated(layout: Layout, labels: list[_Label | None], table: CueTable) -> list[int]:
    """The labels of a transcript that writes names as names: two speakers or more, each with turns of their own."""
    named = [
        number
        for number, label in enumerate(labels)
        if label is not None and label.colon is not None and _is_name(layout, label, table)
    ]
    often = Counter(_name(layout, label) for number in named if (label := labels[number]) is not None)
    again = [name for name, times in often.items() if times > 1]
    return named if len(again) > 1 else []


def _label(layout: Layout, number: int, table: CueTable) -> _Label | None:
    paragraph = layout.paragraphs[number]
    start = paragraph.start + (layout.text[paragraph.start] in OPENING)  # a transcript that is quoted as a whole
    match = LABEL.match(layout.text, start, paragraph.end)
    if match is None:
        match = BARE.match(layout.text, start, paragraph.end)
        if match is None or match["name"] not in table.turns:
            return None
    if HEADING.match(match["name"]):
        return None
    colon = Span(match.start("colon"), match.end("colon")) if match["colon"] else None
    return _Label(Span(match.start("name"), match.end("name")), colon, match.end())


def _name(layout: Layout, label: _Label) -> str:
    return layout.text[label.name.start : label.name.end]


def _is_turn(layout: Layout, label: _Label, table: CueTable) -> bool:
    name = _name(layout, label)
    words = name.split("(")[0].replace(",", " ").split()
    if name in table.turns:
        return True
    capitals = [word for word in words if CAPITALS.fullmatch(word)]
    return bool(capitals) and len(words) <= LONGEST_NAME and all(w in capitals or SMALL.fullmatch(w) for w in words)


def _is_headline(layout: Layout, label: _Label, number: int, table: CueTable) -> bool:
    if _before_quote(layout, label, number):
        # With a quote after the colon a title in small letters may be part of it: "Former envoy Anna Rossi:".
        words = re.sub(r"\(.*", "", _name(layout, label)).split()
        tokens = layout.doc.char_span(label.name.start, label.name.end, alignment_mode="expand")
        if tokens is None or any(token.pos_ in {"VERB", "AUX"} for token in tokens):
            return False  # a sentence that announces a quote, not a name
        return len(words) <= LONGEST_NAME and words[-1][0].isupper() and words[0].lower() not in table.no_labels
    return number < HEADLINES and _is_name(layout, label, table)


def _is_name(layout: Layout, label: _Label, table: CueTable) -> bool:
    words = _name(layout, label).split()
    if len(words) > LONGEST_NAME or words[0].lower() in table.no_labels:
        return False
    return all(word[0].isupper() or SMALL.fullmatch(word) for word in words)


def _before_quote(layout: Layout, label: _Label, number: int) -> bool:
    start = label.words
    while start < layout.paragraphs[number].end and layout.text[start].isspace():
        start += 1
    return any(quote.span.start == start for quote in layout.quotes if quote.paragraph == number)


def _headline(layout: Layout, label: _Label, number: int) -> Iterator[Draft]:
    content = trim(layout.text, Span(label.words, max(label.words, layout.paragraphs[number].end)))
    if content is not None and label.colon is not None:
        cue = (label.colon,)
        yield Draft(source=(label.name,), cue=cue, content=(content,), at=label.colon.start, rule=RULE_HEADLINE)


def _transcript(layout: Layout, labels: list[_Label | None], turns: list[int]) -> Iterator[Draft]:
    for number, after in zip(turns, [*turns[1:], len(layout.paragraphs)], strict=True):
        label = labels[number]
        if label is None:
            continue
        first = Span(label.words, layout.paragraphs[number].end)
        quoted = layout.text[layout.paragraphs[number].start] in OPENING
        spans = (span for span in (first, *layout.paragraphs[number + 1 : after]) if span.start < span.end)
        content = tuple(part for span in spans if (part := _spoken(layout, span, quoted=quoted)) is not None)
        if content:
            cue = (label.colon,) if label.colon is not None else ()
            yield Draft(source=(label.name,), cue=cue, content=content, at=label.name.end - 1, rule=RULE_TURN)


def _spoken(layout: Layout, span: Span, *, quoted: bool) -> Span | None:
    """What was spoken in a paragraph, with its last stop as a quote has it, without a mark around the transcript."""
    start = span.start + (quoted and layout.text[span.start] in OPENING)
    inner = trim(layout.text, Span(start, span.end))
    if inner is None:
        return None
    return Span(inner.start, span.end) if layout.text[span.end - 1] == "." else inner  # a dash: broken off
