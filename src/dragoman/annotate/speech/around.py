"""What stands around a cue verb that takes no content of its own in the parse: quotes, parentheses, hearers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dragoman.annotate.quotes import Quote
from dragoman.annotate.speech.cues import Cue, CueTable
from dragoman.annotate.speech.layout import (
    Layout,
    cover_quotes,
    end_of,
    in_quote,
    only_marks,
    paragraph_at,
    sentence_at,
    span_of,
    trim,
)
from dragoman.annotate.speech.syntax import child, is_passive
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

SENTENCE_BREAK = re.compile(r"[.!?]['\"”’]*\s+(?=[A-Z“\"])")
SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]")
OPENERS = frozenset(",:—–-")
"""Marks after which a quote belongs to the cue before it."""
PAUSES = frozenset(",.?!…-–—")
"""Marks at the end of a quote that a cue follows."""
ENDINGS = frozenset(".!?…:;\"'”’")
"""Marks before a quote that starts a sentence of its own."""
MOST_BREAKS = 2
"""Line breaks between "he said:" and its quote in the next paragraph."""
NO_REST = frozenset({"VBG", "WDT", "WP", "CC"})
"""Tags of a word after ", he said," that goes on with the cue, not with what is said."""
NAMING = frozenset({"PROPN", "NOUN", "PRON"})
NAME_PARTS = NAMING | {"DET", "ADJ", "ADP", "NUM", "PART", "PUNCT", "X"}
INSIDE_NAMES = frozenset({"-", ".", "’", "'"})
LONGEST_NAME = 14
"""Tokens of a speaker between a quote and its verb."""
FARTHEST = 40
"""Tokens after a cue that are looked at."""
REACH = 400
"""Characters between a cue and the quote it opens; farther apart they have nothing to do with each other."""


def outer_content(layout: Layout, verb: Token, source: Span | None, *, hosted: bool) -> tuple[Span, ...]:
    """The quote after `verb`, or, where `hosted`, the sentence that its clause is set into."""
    if layout.quote_of[verb.i] < 0:
        after = _quote_after(layout, verb)
        if after is not None:
            return (after,)
    return (_host_clause(layout, verb) or _sentence_before(layout, verb, source)) if hosted else ()


def _sentence_before(layout: Layout, verb: Token, source: Span | None) -> tuple[Span, ...]:
    """The sentence that ends with ", she said" where the parser saw no clause in it."""
    if source is None or source.end > verb.idx or layout.text[max(0, source.start - 2) : source.start].rstrip() != ",":
        return ()
    sentence = sentence_at(layout, verb.idx)
    said = trim(layout.text, Span(last_break(layout, sentence.start, source.start), source.start))
    ends = only_marks(layout.text, end_of(verb), sentence.end)
    return (cover_quotes(layout, said),) if ends and said is not None and said.end < source.start else ()


def content_before(layout: Layout, verb: Token, source: Span | None) -> tuple[Span, ...]:
    """The quote that ends right before the clause of `verb`, with the part of its sentence that stands before it."""
    if layout.quote_of[verb.i] >= 0:
        return ()
    start = min(verb.idx, source.start) if source is not None else verb.idx
    before = _quote_before(layout, start)
    return (before,) if before is not None else ()


def around_aside(layout: Layout, verb: Token, source: Span | None) -> tuple[Span, ...]:
    """The sentence around "..., he said, ..." where commas set the cue off on both sides; else nothing."""
    if layout.quote_of[verb.i] >= 0:
        return ()
    start = min(verb.idx, source.start) if source is not None else verb.idx
    end = max(end_of(verb), source.end) if source is not None else end_of(verb)
    end = _clause_end(layout, verb, end)
    if layout.text[end : end + 1] != "," or layout.text[max(0, start - 2) : start].rstrip()[-1:] != ",":
        return ()
    after = _token_after(verb, end)
    if after is None or after.tag_ in NO_REST:
        return ()
    if layout.quote_of[after.i] >= 0 and not after.text[:1].islower():
        return ()
    sentence = sentence_at(layout, verb.idx)
    bracket = layout.text.rfind("(", sentence.start, start)
    closing = layout.text.find(")", end, sentence.end)
    if bracket >= 0 and closing >= 0 and layout.text.find(")", bracket, start) < 0:
        sentence = Span(bracket + 1, closing)
    halves = (Span(low, high) for low, high in ((sentence.start, start), (end, sentence.end)) if low < high)
    parts = (trim(layout.text, half) for half in halves)
    spans = tuple(cover_quotes(layout, part) for part in parts if part is not None)
    return spans if len(spans) == 2 else ()


def _clause_end(layout: Layout, verb: Token, end: int) -> int:
    """Where the clause of the cue ends: at the next comma, when only a hearer or a day stands before it."""
    for token in verb.doc[verb.i + 1 : verb.i + LONGEST_NAME]:
        if token.idx < end:
            continue
        if token.text == ",":
            return int(token.idx)
        if token.pos_ not in NAME_PARTS or token.is_punct or layout.quote_of[token.i] >= 0:
            break
    return end


def after_colon(layout: Layout, end: int) -> Span | None:
    """What a colon after the content announces: "named her price: ..."; to the end of its quote or sentence."""
    if layout.text[end : end + 1] != ":":
        return None
    at = bisect_left(layout.quotes, end, key=lambda quote: quote.span.start)
    if at < len(layout.quotes) and only_marks(layout.text, end, layout.quotes[at].span.start):
        quote = layout.quotes[at]
        # A comma before the closing mark: the quote has a cue of its own after it.
        return quote.span if layout.text[quote.span.end - quote.mark - 1] != "," else None
    stop = sentence_at(layout, end + 2).end
    return trim(layout.text, Span(end, stop)) if end < stop else None


def rest_after(layout: Layout, verb: Token, source: Span | None, *, quoted: bool) -> Span | None:
    """What goes on after a cue that interrupts: '"We will," he said, "in time"', "The cost, he said, is too high"."""
    end = end_of(verb)
    if source is not None and source.start > verb.idx:
        end = source.end
    quote = _quote_after(layout, verb)
    stop = sentence_at(layout, verb.idx).end
    if quote is not None and quote.start < stop:
        return quote
    first = _token_after(verb, end)
    if quoted or layout.text[end : end + 1] != "," or first is None or first.tag_ in NO_REST or first.idx >= stop:
        return None
    return trim(layout.text, Span(end, stop))


def _token_after(verb: Token, end: int) -> Token | None:
    """The first word after a character that lies shortly after the verb."""
    ahead = verb.doc[verb.i : verb.i + FARTHEST]
    return next((token for token in ahead if token.idx >= end and not token.is_punct and not token.is_space), None)


def quote_right_after(layout: Layout, verb: Token) -> tuple[Span, ...]:
    """The quote that starts with the next word: 'what she called "the old way"'."""
    after = layout.quote_of[verb.i + 1] if verb.i + 1 < len(layout.doc) else -1
    return (layout.quotes[after].span,) if after >= 0 and after != layout.quote_of[verb.i] else ()


def quote_after_colon(layout: Layout, verb: Token) -> tuple[Span, ...]:
    """The quote that the clause of the verb announces with a colon: 'She fired back: "..."'."""
    quote = _quote_after(layout, verb)
    return (
        (quote,)
        if quote is not None and layout.text[max(0, quote.start - 4) : quote.start].rstrip()[-1:] == ":"
        else ()
    )


def inverted_speaker(layout: Layout, verb: Token) -> Span | None:
    """The speaker between the verb and a mark, with a comma before the verb: "The road, said Rossi, is open"."""
    if verb.i == 0 or layout.doc[verb.i - 1].text != ",":
        return None
    name = _name_after(layout, verb)
    if name is None or name.end >= len(layout.text) or layout.text[name.end] not in ",.":
        return None
    return name


def last_break(layout: Layout, low: int, high: int) -> int:
    """Where the last sentence starts between two characters, for a parser that ran two sentences together."""
    start = low
    for match in SENTENCE_BREAK.finditer(layout.text, low, max(low, high)):
        if not in_quote(layout, match.end()):
            start = match.end()
    return start


def is_quoted_by_mistake(layout: Layout, verb: Token, source: Span) -> bool:
    """Whether the parser took words of a quote for the one who says it."""
    return layout.quote_of[verb.i] < 0 and in_quote(layout, source.end - 1)


def speaker_beside(layout: Layout, verb: Token) -> Span | None:
    """The noun phrase between a quote and the verb, or right after the verb ('"..." said the envoy')."""
    if layout.quote_of[verb.i] >= 0:
        return None
    quote_ends = verb.i
    while quote_ends > max(0, verb.i - LONGEST_NAME) and layout.quote_of[quote_ends - 1] < 0:
        quote_ends -= 1
    touches = quote_ends > 0 and layout.quote_of[quote_ends - 1] >= 0
    between = layout.doc[quote_ends : verb.i]
    if (
        touches
        and any(token.pos_ in NAMING for token in between)
        and not any(token.pos_ == "VERB" for token in between)
    ):
        return trim(layout.text, span_of(layout.doc, quote_ends, verb.i - 1))
    if not touches or len(between) > 2:
        return None
    return _name_after(layout, verb)


def _name_after(layout: Layout, verb: Token) -> Span | None:
    """The noun phrase that starts with the next word, to the first mark or verb; no day or time of day."""
    last = verb.i
    for token in layout.doc[verb.i + 1 : verb.i + LONGEST_NAME]:
        if (token.is_punct and token.text not in INSIDE_NAMES) or token.pos_ not in NAME_PARTS or token.is_space:
            break
        last = token.i
    name = layout.doc[verb.i + 1 : last + 1]
    if (
        not any(token.pos_ in NAMING for token in name)
        or name[0].ent_type_ in {"DATE", "TIME"}
        or name[0].pos_ == "ADP"
    ):
        return None
    return trim(layout.text, span_of(layout.doc, verb.i + 1, last))


def _quote_before(layout: Layout, start: int) -> Span | None:
    at = bisect_right(layout.quotes, start, key=lambda quote: quote.span.end) - 1
    if at < 0:
        return None
    quote = layout.quotes[at]
    if paragraph_at(layout, start) != quote.paragraph or not only_marks(layout.text, quote.span.end, start):
        return None
    inside = layout.text[quote.span.start : quote.span.end - quote.mark].rstrip()
    if inside.endswith(".") and not inside.endswith("..") and not layout.text[start].islower():
        return None  # the sentence is over: '"No." He said it again.'
    if inside[-1:] not in PAUSES and layout.text[quote.span.end] != ",":
        return None
    return Span(sentence_start(layout, quote), quote.span.end)


def sentence_start(layout: Layout, quote: Quote) -> int:
    """Where the sentence starts that the quote is a part of: 'The plan was "dead," he said'."""
    start = quote.span.start
    paragraph = layout.paragraphs[quote.paragraph]
    before = layout.text[max(paragraph.start, start - REACH) : start].rstrip()
    if not before or before[-1] in ENDINGS:
        return start
    return max(paragraph.start, sentence_at(layout, start - 1).start)


def _quote_after(layout: Layout, verb: Token) -> Span | None:
    end = end_of(verb)
    at = bisect_left(layout.quotes, end, key=lambda quote: quote.span.start)
    if at >= len(layout.quotes):
        return None
    quote = layout.quotes[at]
    between = layout.text[end : quote.span.start]
    if len(between) > REACH or SENTENCE_END.search(between + "A"):
        return None
    if any(token.pos_ == "VERB" for token in verb.doc[verb.i + 1 : verb.i + FARTHEST] if token.idx < quote.span.start):
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


def addressee(layout: Layout, verb: Token, cue: Cue, table: CueTable, content: tuple[Span, ...]) -> Span | None:
    """Who is told, or the occasion or outlet: "told reporters", "said in an interview", "wrote on X"."""
    if cue.shapes & {"order"} or "about" in cue.preps:
        hearer = child(verb, "nsubjpass") if is_passive(verb) else child(verb, "dative", "dobj")
        if hearer is not None and hearer.dep_ != "prep" and hearer.ent_type_ not in {"DATE", "TIME"}:
            told = trim(layout.text, span_of(layout.doc, hearer.left_edge.i, hearer.right_edge.i))
            if told is not None and all(told.end <= span.start or span.end <= told.start for span in content):
                return told
    for kid in verb.rights:
        if kid.dep_ in {"prep", "dative"}:
            place = child(kid, "pobj")
            ahead = place is None or any(place.idx < span.end and span.start <= place.idx for span in content)
            if place is not None and not ahead and (kid.lower_ == "to" or place.lemma_.lower() in table.outlets):
                return trim(layout.text, span_of(layout.doc, place.left_edge.i, place.right_edge.i))
    return None
