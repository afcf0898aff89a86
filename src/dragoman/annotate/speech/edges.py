"""Where what is said begins and ends: on no word that only leads on, nor in the midst of a phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.annotate.speech.layout import Draft, Layout, end_of, in_quote, only_marks, sentence_at, trim
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

LOOSE_END = re.compile(
    r",?\s+(?:and|but|or|nor)(?:\s+(?:there|it|he|she|they|this|these))?\s*\Z"
    r"|\s*[—–-]\s+which(?:\s+(?:he|she|it|they))?\s*\Z"
    r"|,?\s+(?:and|but)\s+(?:again\s+|then\s+)?(?:did\s+not|didn['’]t)\s+(?:elaborate|give\s+details)\s*\Z"
    r"|,\s+(?:which|who|whom|where|while|whereas)(?:\s+(?:has|have|had|is|are|was|were|will|would|can|could))?\s*\Z"
)
LEAD = re.compile(r"(?:But|And|(?:Still|However|Moreover|Meanwhile|Instead|Indeed|In addition),)\s+(?=\S)")
"""What joins a sentence to the one before; PolNeAR's annotators leave it off more often than not."""
FAINT = frozenset({"elaborate", "provide", "give", "offer", "specify", "name", "identify", "explain", "say", "go"})
"""What somebody spoke without: "he said, without giving details"."""
FARTHEST = 12
"""Tokens by which an unfinished phrase is completed at most."""
QUESTIONS = frozenset({"WDT", "WP", "WP$"})


def ended(layout: Layout, draft: Draft, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """The parts of a content, the last ended where its phrase does; without what leads to it and how little it was.

    "It is shut, in |which ...|" ends before "in", "no talks without |first hearing them|" after "them", and "he said,
    |without giving details|" says nothing.
    """
    kept = tuple(part for part in parts if not _is_faint(layout, draft, part)) or parts
    *others, last = (_without_lead(layout, draft, kept[0]), *kept[1:])
    return (*others, _completed(layout, draft, without_loose_end(layout.text, last)))


def _without_lead(layout: Layout, draft: Draft, part: Span) -> Span:
    """ "But |the port is open|, Rossi said": how the article goes on was not said, unless it is quoted."""
    if not draft.cue or part.start > draft.at or in_quote(layout, part.start):
        return part
    found = LEAD.match(layout.text, part.start, part.end)
    opens = found is not None and sentence_at(layout, part.start).start == part.start
    return Span(found.end(), part.end) if found is not None and opens else part


def without_loose_end(text: str, span: Span) -> Span:
    """The span without the word that only leads on to the next clause: "it is shut, and there", "it is, which"."""
    found = LOOSE_END.search(text, span.start, span.end)
    return Span(span.start, found.start()) if found is not None and found.start() > span.start else span


def _is_faint(layout: Layout, draft: Draft, part: Span) -> bool:
    """ "Without providing details": how the source spoke, behind the cue and no part of what was said."""
    words = layout.doc.char_span(part.start, part.end, alignment_mode="expand")
    if words is None or part.start < draft.at or words[0].lower_ != "without":
        return False
    verb = next((token for token in words[1:] if token.tag_ == "VBG"), None)
    return verb is not None and verb.lemma_.lower() in FAINT


def _completed(layout: Layout, draft: Draft, span: Span) -> Span:
    """The span with the phrase of its last word whole, or without that word where a clause of its own follows."""
    words = layout.doc.char_span(span.start, span.end, alignment_mode="contract")
    if words is None or len(words) < FEWEST or in_quote(layout, span.end - 1):
        return span
    last = words[-1]
    following = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    if following is None or last.dep_ != "prep" or following.is_punct:
        return span
    if following.tag_ in QUESTIONS or words[-2].is_punct:
        cut = trim(layout.text, Span(span.start, end_of(words[-2])))
        return cut if cut is not None else span
    end = _end_of_phrase(last)
    return Span(span.start, end) if end is not None and _is_free(layout, draft, span.end, end) else span


FEWEST = 3


def _end_of_phrase(preposition: Token) -> int | None:
    """The character after what the preposition governs; None where that is nothing, far, or in another sentence."""
    governed = [kid for kid in preposition.rights if kid.dep_ in {"pobj", "pcomp"}]
    edge = preposition.right_edge
    if not governed or edge.i - preposition.i > FARTHEST or edge.i >= preposition.sent.end:
        return None
    while (edge.is_punct or edge.is_space) and edge.i > preposition.i + 1:
        edge = edge.nbor(-1)
    return end_of(edge)


def _is_free(layout: Layout, draft: Draft, start: int, end: int) -> bool:
    """Whether nothing of the attribution itself and no quotation stands there."""
    taken = (*draft.source, *draft.cue, *draft.content[:-1])
    apart = not any(start < part.end and part.start < end for part in taken)
    return apart and not in_quote(layout, end - 1) and not only_marks(layout.text, start, end)
