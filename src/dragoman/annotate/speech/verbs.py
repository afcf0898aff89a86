"""Verbs that report speech: who, the cue and what, from the parse and the quotation marks around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.annotate.speech import around
from dragoman.annotate.speech.cues import Cue, CueTable
from dragoman.annotate.speech.layout import (
    Draft,
    Layout,
    cover_quotes,
    in_quote,
    only_marks,
    sentence_at,
    span_of,
    starts_quote,
    trim,
)
from dragoman.annotate.speech.shapes import content_ranges
from dragoman.annotate.speech.syntax import (
    RELATIVES,
    helpers_of,
    is_infinitive,
    is_passive,
    match_words,
    shares_subject,
    speaker_of,
)
from dragoman.types import Span

ANY_VERB = "*"
"""The word of the row that stands for every verb no other row has."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOBODY = RELATIVES | {"DT", "EX"}
FEWEST_BLANKS = 2
NEAR = 15
"""Tokens between a verb and the quote it may belong to."""
GENITIVES = frozenset({"’", "'"})
"""What the parser may cut a name's genitive off with ("the United States’ support")."""

if TYPE_CHECKING:
    from dragoman.parsed import Token


def verb_drafts(layout: Layout, table: CueTable) -> Iterator[Draft]:
    """One draft for each verb of the table that has something said; of several rows the first that fits."""
    for token in layout.doc:
        if token.pos_ != "VERB" or token.dep_ == "amod":
            continue
        for cue in table.verbs.get(token.lemma_.lower(), ()):
            draft = _draft(layout, token, cue, table)
            if draft is not None:
                yield draft
                break
        else:
            for cue in table.verbs.get(ANY_VERB, ()):
                draft = _beside_quote(layout, token, cue)
                if draft is not None:
                    yield draft


def _draft(layout: Layout, verb: Token, cue: Cue, table: CueTable) -> Draft | None:
    more = match_words(verb, cue)
    if more is None or (is_infinitive(verb) and verb.dep_ != "xcomp"):
        return None
    speaker = speaker_of(verb)
    source = source_span(layout, speaker, verb) if speaker is not None else None
    if cue.shapes & {"clause", "quote"}:
        if source is None or around.is_quoted_by_mistake(layout, verb, source):
            source = around.speaker_beside(layout, verb)
        elif source.end <= verb.idx and verb.tag_ in FINITE and not _takes_thing(verb, table):
            source = around.inverted_speaker(layout, verb) or source
    spans = _spans(layout, verb, cue, more, source)
    if not spans:
        return None
    if "raised" in cue.shapes:
        source = None
    spans, source = within_quote(layout, verb, spans, source)
    if not spans or (source is None and not _may_be_nobodys(verb, cue)):
        return None
    return Draft(
        source=(source,) if source is not None else (),
        cue=cue_spans(layout, verb, more),
        content=spans,
        at=verb.idx,
        to=around.addressee(layout, verb, cue, table, spans),
        wish=cue.wish,
        rule=cue.rule,
    )


def _takes_thing(verb: Token, table: CueTable) -> bool:
    """Whether a noun phrase after the verb may be what is said or who is told, and so is no speaker."""
    return any(cue.shapes & {"object", "order"} for cue in table.verbs.get(verb.lemma_.lower(), ()))


def _may_be_nobodys(verb: Token, cue: Cue) -> bool:
    """Whether the cue may stand without a source: "it was reported that", "is expected to", "seems to"."""
    return "raised" in cue.shapes or (is_passive(verb) and bool(cue.shapes & {"clause", "order"}))


def _beside_quote(layout: Layout, verb: Token, cue: Cue) -> Draft | None:
    """A verb of no row that stands right at a quote and its speaker: '"Never," she groused'."""
    if layout.quote_of[verb.i] >= 0 or verb.tag_ not in FINITE or not _near_quote(layout, verb):
        return None
    speaker = speaker_of(verb)
    source = source_span(layout, speaker, verb) if speaker is not None else around.speaker_beside(layout, verb)
    if source is None or in_quote(layout, source.end - 1) or (speaker is not None and speaker.tag_ in NOBODY):
        return None
    spans = around.content_before(layout, verb, source)
    if not spans and verb.dep_ in {"ROOT", "conj"}:
        spans = around.quote_after_colon(layout, verb)
    # A quote that is only a part of its sentence is a title or a word in marks.
    if (
        not spans
        or not starts_quote(layout, spans[0].start)
        or layout.text.count(" ", spans[0].start, spans[0].end) < FEWEST_BLANKS
    ):
        return None
    return Draft(source=(source,), cue=cue_spans(layout, verb, ()), content=spans, at=verb.idx, rule=cue.rule)


def _near_quote(layout: Layout, verb: Token) -> bool:
    """Whether a quote starts or ends within a few tokens: cheap, and false for most verbs."""
    near = layout.quote_of[max(0, verb.i - NEAR) : verb.i + NEAR]
    return any(at >= 0 for at in near)


def _spans(layout: Layout, verb: Token, cue: Cue, more: tuple[Token, ...], source: Span | None) -> tuple[Span, ...]:
    """What is said, in the characters of the text: from the parse, else from what stands around the cue."""
    takes_clause = bool(cue.shapes & {"clause", "quote"})
    alone = "clause" in cue.shapes and not shares_subject(verb)
    aside = around.around_aside(layout, verb, source) if alone else ()
    if aside:
        return aside
    spans = around.content_before(layout, verb, source) if takes_clause and not shares_subject(verb) else ()
    quoted = bool(spans)
    if not spans:
        spans = _parsed(layout, verb, cue, more, source)
    if not spans and "name" in cue.shapes:
        spans = around.quote_right_after(layout, verb)
    if not spans and takes_clause:
        spans = around.outer_content(layout, verb, source, hosted="clause" in cue.shapes)
    spans = tuple(part for span in spans if (part := trim(layout.text, span)) is not None)
    if not spans or layout.quote_of[verb.i] >= 0:
        return spans
    if spans[-1].end <= verb.idx:
        rest = around.rest_after(layout, verb, source, quoted=quoted) if takes_clause else None
    else:
        rest = around.after_colon(layout, spans[-1].end)
    return (*spans, rest) if rest is not None and rest.start >= spans[-1].end else spans


def _parsed(layout: Layout, verb: Token, cue: Cue, more: tuple[Token, ...], source: Span | None) -> tuple[Span, ...]:
    ranges = content_ranges(verb, cue, more)
    spans = tuple(_tidy(layout, verb, span_of(layout.doc, *_joined(layout, more, each))) for each in ranges)
    if spans and spans[-1].end <= verb.idx and "clause" in cue.shapes and not is_passive(verb):
        start = min(verb.idx, source.start) if source is not None else verb.idx
        # What stands before the cue was said only where a mark sets it off: "The road is open, he said".
        between = layout.text[spans[-1].end - 1 : start]
        if shares_subject(verb) or not only_marks(between, 1, len(between)) or between.startswith((". ", '."', ".”")):
            return ()
    return spans


def _joined(layout: Layout, more: tuple[Token, ...], edges: tuple[int, int]) -> tuple[int, int]:
    """The range without the words of the cue, and with the other half of a word that a hyphen parts."""
    first, last = edges
    doc = layout.doc
    if first > 1 and doc[first - 1].tag_ == "POS":
        first -= 2
    if last + 2 < len(doc) and doc[last + 1].text in GENITIVES and not doc[last].whitespace_:
        owned = doc[last + 2]
        owned = owned.head if owned.head.i > owned.i else owned
        last = max(last + 2, owned.right_edge.i)
    if doc[last].dep_ == "cc" and last > first:
        last -= 1
    if more and first <= more[-1].i < last:
        first = more[-1].i + 1
    if (
        last + 2 < len(doc)
        and doc[last + 1].text == "-"
        and not doc[last].whitespace_
        and not doc[last + 1].whitespace_
    ):
        last = max(last + 2, doc[last + 2].right_edge.i)
    return first, last


def within_quote(
    layout: Layout, verb: Token, spans: tuple[Span, ...], source: Span | None
) -> tuple[tuple[Span, ...], Span | None]:
    """Content and source of a cue inside a quote, without what lies outside the quote."""
    at = layout.quote_of[verb.i]
    if at < 0:
        return spans, source
    quote = layout.quotes[at]
    low, high = quote.span.start + quote.mark, quote.span.end
    inner = [Span(max(low, span.start), min(high, span.end)) for span in spans]
    kept = tuple(span for span in inner if span.start < span.end)
    return kept, source if source is not None and low <= source.start and source.end <= high else None


def _tidy(layout: Layout, verb: Token, span: Span) -> Span:
    """The content widened over the quotes it cuts, and to the start of its sentence where it stands before the cue."""
    if span.end <= verb.idx:
        span = Span(
            min(span.start, around.last_break(layout, sentence_at(layout, verb.idx).start, span.start)), span.end
        )
    inside = layout.quote_of[verb.i]
    return cover_quotes(layout, span) if inside < 0 else span


def source_span(layout: Layout, speaker: Token, verb: Token) -> Span | None:
    """The full noun phrase of the speaker, cut where it would run into the verb or a quote that is not its own."""
    if speaker.dep_ == "expl":
        return None
    first, last = speaker.left_edge.i, speaker.right_edge.i
    if first <= verb.i <= last:
        if speaker.i < verb.i:
            last = verb.i - 1
        else:
            first = verb.i + 1
    if layout.quote_of[speaker.i] < 0:
        while first < speaker.i and layout.quote_of[first] >= 0:
            first += 1
    ends = next((kid for kid in speaker.rights if kid.dep_ in {"advcl", "ccomp", "parataxis"}), None)
    if ends is not None and speaker.i < ends.left_edge.i <= last:
        last = ends.left_edge.i - 1
    if first > last:
        return None
    span = span_of(layout.doc, first, last)
    return trim(layout.text, span)


def cue_spans(layout: Layout, verb: Token, more: tuple[Token, ...]) -> tuple[Span, ...]:
    """The verb with its auxiliaries, and the further words of its phrase; touching parts are one."""
    particles = (kid for kid in verb.rights if kid.dep_ == "prt")
    parts = sorted({token.i for token in (verb, *particles, *helpers_of(verb), *more)})
    spans: list[Span] = []
    start = previous = parts[0]
    for at in [*parts[1:], -1]:
        if at != previous + 1:
            spans.append(span_of(layout.doc, start, previous))
            start = at
        previous = at
    return tuple(spans)
