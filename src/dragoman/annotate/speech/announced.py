"""Quotes that one paragraph announces ("The envoy made the following remark:") and the next one gives."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.annotate.speech.cues import RULE_ANNOUNCED, CueTable
from dragoman.annotate.speech.layout import Draft, Layout, sentence_at
from dragoman.annotate.speech.syntax import speaker_of
from dragoman.annotate.speech.verbs import cue_spans, source_span

if TYPE_CHECKING:
    from dragoman.parsed import Token

COLON = ":"


def announced_drafts(layout: Layout, table: CueTable) -> Iterator[Draft]:
    """One draft for each paragraph that is a quote and stands after a speaker, a cue and a colon."""
    quotes = {quote.span.start: quote for quote in layout.quotes}
    for before, paragraph in pairwise(layout.paragraphs):
        quote = quotes.get(paragraph.start)
        if quote is None or layout.text[before.end - 1] != COLON:
            continue
        sentence = sentence_at(layout, before.end - 1)
        tokens = layout.doc.char_span(sentence.start, before.end, alignment_mode="expand")
        for verb in reversed(tokens or ()):
            speaker = speaker_of(verb) if verb.pos_ == "VERB" and _announces(verb, table) else None
            source = source_span(layout, speaker, verb) if speaker is not None else None
            if source is not None:
                cue = cue_spans(layout, verb, ())
                yield Draft(source=(source,), cue=cue, content=(quote.span,), at=verb.idx, rule=RULE_ANNOUNCED)
                break


def _announces(verb: Token, table: CueTable) -> bool:
    """Whether the verb reports speech, or has a noun that does: "said", "made the following remark"."""
    if any("clause" in cue.shapes for cue in table.verbs.get(verb.lemma_.lower(), ())):
        return True
    return any(kid.dep_ == "dobj" and kid.lemma_.lower() in table.nouns for kid in verb.rights)
