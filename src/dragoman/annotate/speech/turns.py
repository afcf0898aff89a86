"""Speakers named by a label: "Rossi: No deal yet" in a headline, the turns of a press briefing's transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.annotate.speech.layout import Draft, Layout, trim
from dragoman.types import Span

LABEL = re.compile(r"(?P<name>[A-Z][^\n:\"“”?!;()]{1,70}(?:\([^\n:)]{1,60}\))?)(?P<colon>:)(?=[\s“\"])")
QUESTION = re.compile(r"(?P<name>Q|QUESTION|REPORTER)(?P<colon>[:.]?)(?=\s{1,8}\S)")
CAPITALS = re.compile(r"[A-Z][A-Z.’'\-]+")
FEWEST_TURNS = 3
"""Labels in capitals that make a text a transcript."""
LONGEST_NAME = 8
SMALL = re.compile(r"(?:of|the|for|and|at|in|de|al|bin|von|van|to|a|on)\b", re.IGNORECASE)
RULE_TURN = "said.turn"
RULE_HEADLINE = "said.label"
HEADLINES = 3
"""Paragraphs from the top in which a label is a headline's speaker."""


def turn_drafts(layout: Layout, labels: frozenset[str]) -> Iterator[Draft]:
    """The turns of a transcript, each with all its paragraphs, or the labels of a headline; `labels` name no speaker."""
    heads = [_head(layout, number) for number in range(len(layout.paragraphs))]
    turns = [number for number, head in enumerate(heads) if head is not None and _is_turn(head)]
    if len(turns) >= FEWEST_TURNS:
        yield from _transcript(layout, heads, turns)
        return
    for number, head in enumerate(heads):
        if (
            head is not None
            and _is_name(layout, head, labels)
            and (number < HEADLINES or _quoted_after(layout, head, number))
        ):
            yield from _labelled(layout, head, number)


def _head(layout: Layout, number: int) -> re.Match[str] | None:
    paragraph = layout.paragraphs[number]
    return QUESTION.match(layout.text, paragraph.start, paragraph.end) or LABEL.match(
        layout.text, paragraph.start, paragraph.end
    )


def _is_turn(head: re.Match[str]) -> bool:
    name = head["name"]
    words = name.split("(")[0].split()
    return head.re is QUESTION or (
        len(words) <= LONGEST_NAME
        and all(CAPITALS.fullmatch(w.strip(",")) or SMALL.fullmatch(w) or w in {"Mr.", "Ms."} for w in words)
    )


def _is_name(layout: Layout, head: re.Match[str], labels: frozenset[str]) -> bool:
    words = head["name"].split()
    if len(words) > LONGEST_NAME or head["name"].lower() in labels or words[0].lower() in labels:
        return False
    return all(word[0].isupper() or SMALL.fullmatch(word) for word in words)


def _quoted_after(layout: Layout, head: re.Match[str], number: int) -> bool:
    at = head.end()
    while at < layout.paragraphs[number].end and layout.text[at].isspace():
        at += 1
    return any(quote.span.start == at for quote in layout.quotes if quote.paragraph == number)


def _labelled(layout: Layout, head: re.Match[str], number: int) -> Iterator[Draft]:
    content = trim(layout.text, Span(head.end(), layout.paragraphs[number].end))
    source = trim(layout.text, Span(head.start("name"), head.end("name")))
    if content is not None and source is not None:
        cue = Span(head.start("colon"), head.end("colon"))
        yield Draft(source=(source,), cue=(cue,), content=(content,), at=cue.start, rule=RULE_HEADLINE)


def _transcript(layout: Layout, heads: list[re.Match[str] | None], turns: list[int]) -> Iterator[Draft]:
    for place, number in enumerate(turns):
        head = heads[number]
        if head is None:
            continue
        after = turns[place + 1] if place + 1 < len(turns) else len(layout.paragraphs)
        first = Span(head.end(), layout.paragraphs[number].end)
        spans = [first, *layout.paragraphs[number + 1 : after]]
        content = tuple(
            part for span in spans if span.start < span.end and (part := trim(layout.text, span)) is not None
        )
        source = Span(head.start("name"), head.end("name"))
        if content:
            has_colon = head.start("colon") < head.end("colon")
            cue = (Span(head.start("colon"), head.end("colon")),) if has_colon else ()
            yield Draft(source=(source,), cue=cue, content=content, at=head.end("name") - 1, rule=RULE_TURN)
