"""A clause that is reported is whole: from whoever tells it in turn up to the end of what its verb governs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.annotate.speech.layout import Draft, Heard, Layout, end_of, in_quote
from dragoman.types import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.parsed import Span as Words
    from dragoman.parsed import Token

OPENING = 2
"""Tokens before what is said that open the clause: "that" and a mark."""
FARTHEST = 24
"""Tokens from what was heard to the verb of its clause."""


def with_inner(one: Heard, ruled: Sequence[Draft]) -> Heard:
    """ "|An envoy| said |that it was shut|, the agency reported": what the envoy said is one, her saying it within."""
    content = list(one.content)
    for draft in ruled if len(content) > 1 else ():
        for at in range(len(content) - 1):
            before, after = content[at], content[at + 1]
            if _is_between(draft, before, after):
                content[at : at + 2] = [Span(before.start, after.end)]
                break
    return replace(one, content=tuple(content))


def _is_between(draft: Draft, before: Span, after: Span) -> bool:
    """Whether somebody named at the end of one part says what the next one is."""
    named = any(before.start <= span.start < span.end <= before.end for span in draft.source)
    said = any(span.start < after.end and after.start < span.end for span in draft.content)
    return named and said and all(before.end <= span.start < span.end <= after.start for span in draft.cue)


def whole_clause(layout: Layout, one: Heard) -> Heard:
    """What was heard, its reported clause whole where the encoder left off its begin or its verb."""
    cue = layout.doc.char_span(one.cue.start, one.cue.end, alignment_mode="expand")
    if cue is None or not one.content:
        return one
    *others, last = _with_teller(layout, cue, one.content)
    return replace(one, content=(*others, _with_verb(layout, cue, one, last)))


def _with_teller(layout: Layout, cue: Words, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """ "Nur said Torv had told them |that it was shut|": what is reported begins with who told it."""
    words = layout.doc.char_span(content[0].start, content[0].end, alignment_mode="contract")
    if words is None or words.start < cue.end:
        return content
    told = words.root.head
    is_told = words.root.dep_ == "ccomp" == told.dep_ and told.head in cue and cue.end <= told.i < words.start
    if not is_told or not _opens(layout.doc[told.left_edge.i : told.i + 1], cue):
        return content
    return (Span(told.left_edge.idx, content[0].end), *content[1:])


def _with_verb(layout: Layout, cue: Words, one: Heard, part: Span) -> Span:
    """ "Noted that |“within minutes”| after the vote she left": a clause that is reported goes on to its verb's end."""
    words = layout.doc.char_span(part.start, part.end, alignment_mode="contract")
    if words is None or any(token.pos_ in {"VERB", "AUX"} for token in words):
        return part
    clauses = (c for verb in cue for c in verb.rights if c.dep_ == "ccomp" and words[-1].i < c.i)
    clause = next((c for c in clauses if 0 <= words[0].i - c.left_edge.i <= OPENING or _opens(words, cue)), None)
    end = _end_of(clause) if clause is not None else part.end
    taken = any(part.end < span.end and span.start < end for span in one.source)
    is_far = clause is not None and clause.i - words[-1].i > FARTHEST
    return part if taken or is_far or in_quote(layout, end - 1) else Span(part.start, end)


def _end_of(clause: Token) -> int:
    """The character after a clause without the marks at its end, of its own sentence alone."""
    edge = clause.right_edge if clause.right_edge.i < clause.sent.end else clause
    while edge.is_punct and edge.i > clause.i:
        edge = edge.nbor(-1)
    return end_of(edge)


def _opens(words: Words, cue: Words) -> bool:
    """Whether what is said begins right behind the cue, or behind its "that"."""
    between = words.doc[cue.end : words.start]
    return len(between) <= OPENING and all(t.lower_ == "that" or t.is_punct for t in between)
