"""One account of who said what, from the rules' and the encoder's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.annotate.speech.cues import RULE_AGAIN, RULE_HEADLINE, RULE_LEARNED, RULE_TURN, CuesByLemma, CueTable
from dragoman.annotate.speech.layout import Draft, Heard, Layout, paragraph_at
from dragoman.types import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SURE_RULES = frozenset({RULE_TURN, RULE_HEADLINE, RULE_AGAIN})
"""Rules of layout, which the encoder has seen too little of to be asked."""
SHARED = 0.5
"""Share of two contents that makes them one statement where their cues differ."""


def reconcile(
    layout: Layout, table: CueTable, ruled: Sequence[tuple[Draft, Attribution]], heard: Sequence[Heard]
) -> list[Draft]:
    """The statements heard, with the meaning that the rules give their cues, and those that only rules can read.

    Of the rules alone stay: speech inside speech, turns of a transcript and other layouts, and whole quotes.
    """
    taken: set[int] = set()
    drafts = []
    for one in heard:
        number = _match(one, ruled, taken)
        if number is None:
            drafts.append(_draft(layout, table, one))
        else:
            taken.add(number)
            drafts.append(_merged(layout, ruled[number][0], one))
    covered = [span for draft in drafts for span in draft.content]
    for number, (draft, attribution) in enumerate(ruled):
        if number not in taken and _is_surer(draft, attribution, covered):
            drafts.append(draft)
    return drafts


def _match(one: Heard, ruled: Sequence[tuple[Draft, Attribution]], taken: set[int]) -> int | None:
    """The rules' attribution of the same cue, or else of much the same words."""
    free = [number for number in range(len(ruled)) if number not in taken]
    for number in free:
        if any(_shared(span, one.cue) for span in ruled[number][0].cue):
            return number
    best = max(free, key=lambda number: _likeness(one.content, ruled[number][0].content), default=None)
    if best is None or _likeness(one.content, ruled[best][0].content) < SHARED:
        return None
    return best


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    both = sum(_shared(a, b) for a in one for b in other)
    either = sum(span.end - span.start for span in (*one, *other)) - both
    return both / either if either else 0.0


def _merged(layout: Layout, draft: Draft, one: Heard) -> Draft:
    """What was heard; the rules keep the cue's meaning, the addressee, and what runs on in other paragraphs."""
    here = paragraph_at(layout, one.cue.start)
    elsewhere = tuple(span for span in draft.content if paragraph_at(layout, span.start) != here)
    elsewhere = tuple(span for span in elsewhere if not any(_shared(span, part) for part in one.content))
    return replace(
        draft,
        source=one.source,
        cue=(one.cue,),
        content=tuple(sorted((*one.content, *elsewhere), key=lambda span: span.start)),
        at=one.cue.start,
    )


def _is_surer(draft: Draft, attribution: Attribution, covered: Sequence[Span]) -> bool:
    """Whether an attribution that the encoder did not find is true all the same."""
    if attribution.depth or draft.rule in SURE_RULES:
        return True
    if attribution.form == "indirect" or not draft.source:
        return False
    return not any(_shared(span, part) for span in draft.content for part in covered)


def _draft(layout: Layout, table: CueTable, one: Heard) -> Draft:
    """A statement that the rules missed; its cue means what the table says of its words."""
    rule, wish = _meaning(layout, table, one.cue)
    return Draft(source=one.source, cue=(one.cue,), content=one.content, at=one.cue.start, wish=wish, rule=rule)


def _meaning(layout: Layout, table: CueTable, cue: Span) -> tuple[str, bool]:
    tokens = layout.doc.char_span(cue.start, cue.end, alignment_mode="expand")
    for token in tokens or ():
        cues = _table_of(token, table).get(token.lemma_.lower(), ())
        if cues:
            return cues[-1].rule, cues[-1].wish
    return RULE_LEARNED, False


def _table_of(token: Token, table: CueTable) -> CuesByLemma:
    if token.pos_ in {"VERB", "AUX"}:
        return table.verbs
    return table.adjectives if token.pos_ == "ADJ" else table.nouns
