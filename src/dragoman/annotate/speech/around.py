"""What stands around a cue verb that takes no content of its own in the parse: quotes, parentheses, hearers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dragoman.annotate.quotes import Quote
from dragoman.annotate.speech.cues import Cue, CueTable
from dragoman.annotate.speech.layout import Layout, cover_quotes, end_of, only_marks, paragraph_at, span_of, trim
from dragoman.annotate.speech.syntax import child, is_passive
from dragoman.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]")
OPENERS = frozenset(",:—–-")
"""Marks after which a quote belongs to the cue before it."""
MOST_BREAKS = 2
"""Line breaks between "he said:" and its quote in the next paragraph."""
REACH = 400
"""Characters between a cue and the quote it opens; farther apart they have nothing to do with each other."""


def outer_content(layout: Layout, verb: Token, source: Span | None) -> tuple[Span, ...]:
    """The quote before the clause of `verb`, the quote after it, or the sentence that the clause is set into."""
    start = min(verb.idx, source.start) if source is not None else verb.idx
    if layout.quote_of[verb.i] < 0:
        before = _quote_before(layout, start, verb)
        if before is not None:
            return (before,)
        after = _quote_after(layout, verb)
        if after is not None:
            return (after,)
    return _host_clause(layout, verb)


def rest_after(layout: Layout, verb: Token, source: Span | None) -> Span | None:
    """What goes on after a cue that interrupts: '"We will," he said, "in time"', "The cost, he said, is too high"."""
    end = end_of(verb)
    if source is not None and source.start > verb.idx:
        end = source.end
    quote = _quote_after(layout, verb)
    sentence = verb.sent
    stop = sentence.end_char
    if quote is not None and quote.start < stop:
        return quote
    if layout.text[end : end + 1] != ",":
        return None
    first = next((token for token in sentence if token.idx > end), None)
    if first is None or first.tag_ in {"VBG", "WDT", "WP", "CC"} or layout.quote_of[verb.i] >= 0:
        return None
    return trim(layout.text, Span(end, stop))


def inverted_speaker(layout: Layout, verb: Token) -> Span | None:
    """The noun phrase right after the verb ('"..." said the envoy'), which the parser may take for an object."""
    nearest = next((kid for kid in verb.rights if kid.dep_ in {"dobj", "attr", "dative", "oprd", "npadvmod"}), None)
    if nearest is None or nearest.ent_type_ in {"DATE", "TIME"} or layout.quote_of[nearest.i] >= 0:
        return None
    return trim(layout.text, span_of(layout.doc, nearest.left_edge.i, nearest.right_edge.i))


def _quote_before(layout: Layout, start: int, verb: Token) -> Span | None:
    at = bisect_right(layout.quotes, start, key=lambda quote: quote.span.end) - 1
    if at < 0:
        return None
    quote = layout.quotes[at]
    if paragraph_at(layout, start) != quote.paragraph or not only_marks(layout.text, quote.span.end, start):
        return None
    return Span(_sentence_start(layout, quote, verb), quote.span.end)


def _sentence_start(layout: Layout, quote: Quote, verb: Token) -> int:
    """Where the sentence starts that the quote is a part of: 'The plan was "dead," he said'."""
    paragraph = layout.paragraphs[quote.paragraph]
    floor = max(paragraph.start, quote.span.start - REACH)
    start = quote.span.start
    if verb.sent.start_char < start and verb.sent.start_char >= floor:
        return int(verb.sent.start_char)
    return start


def _quote_after(layout: Layout, verb: Token) -> Span | None:
    end = end_of(verb)
    at = bisect_left(layout.quotes, end, key=lambda quote: quote.span.start)
    if at >= len(layout.quotes):
        return None
    quote = layout.quotes[at]
    between = layout.text[end : quote.span.start]
    if len(between) > REACH or SENTENCE_END.search(between + "A"):
        return None
    near = between.rstrip()[-1:] in OPENERS or not between.strip()
    return quote.span if near and between.count("\n") <= MOST_BREAKS else None


def _host_clause(layout: Layout, verb: Token) -> tuple[Span, ...]:
    """The clause around "..., he said, ..." or "As he said, ...", without the part that holds the cue."""
    head = verb.head
    if head.i == verb.i or head.pos_ not in {"VERB", "AUX"}:
        return ()
    first, last = verb.left_edge.i, verb.right_edge.i
    as_clause = verb.dep_ == "advcl" and any(kid.dep_ == "mark" and kid.lower_ == "as" for kid in verb.lefts)
    aside = verb.dep_ in {"parataxis", "ccomp", "dep"} and first > 0 and layout.doc[first - 1].is_punct
    if not (as_clause or aside):
        return ()
    parts = []
    if head.left_edge.i < first:
        parts.append(span_of(layout.doc, head.left_edge.i, first - 1))
    if head.right_edge.i > last:
        parts.append(span_of(layout.doc, last + 1, head.right_edge.i))
    trimmed = (trim(layout.text, part) for part in parts)
    return tuple(cover_quotes(layout, part) for part in trimmed if part is not None)


def addressee(layout: Layout, verb: Token, cue: Cue, table: CueTable) -> Span | None:
    """Who is told, or the occasion or outlet: "told reporters", "said in an interview", "wrote on X"."""
    if "clause" in cue.shapes:
        hearer = child(verb, "nsubjpass") if is_passive(verb) else child(verb, "dative", "dobj")
        if (
            hearer is not None
            and hearer.i > verb.i
            and hearer.ent_type_ not in {"DATE", "TIME"}
            and hearer.dep_ != "prep"
        ):
            return trim(layout.text, span_of(layout.doc, hearer.left_edge.i, hearer.right_edge.i))
    for kid in verb.rights:
        if kid.dep_ in {"prep", "dative"}:
            place = child(kid, "pobj")
            if place is not None and (kid.lower_ == "to" or place.lemma_.lower() in table.outlets):
                return trim(layout.text, span_of(layout.doc, place.left_edge.i, place.right_edge.i))
    return None
