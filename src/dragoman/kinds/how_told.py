"""How a text tells an event: only intended, on a condition, postponed, denied by whom; see `factuality`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from dragoman.annotate.clauses import actors_at, is_passive, subjects
from dragoman.annotate.evidence import cite
from dragoman.annotate.status import event_status
from dragoman.kinds.factuality import Factuality, FactualityValue, plainly
from dragoman.kinds.frames import clause_words
from dragoman.kinds.meeting import AHEAD
from dragoman.kinds.voice import voice_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

BOUND = frozenset({"if", "unless", "provided", "once"})
"""Words that open the clause of a condition."""
SUPPOSING = frozenset({"if", "unless", "whether"})
ABOVE = 3
"""Verbs above the event whose conditions bind it."""
VERBAL = frozenset({"VERB", "AUX"})


def how_told(annotated: Annotated, event: Token, lexicon: Lexicon) -> Factuality:
    """What became of the event that a verb or noun tells, the words that say so, and who says it."""
    status = event_status(event)
    cues = [token for span in status.cues if (token := _token_at(annotated, span)) is not None]
    value = plainly(status.value).value
    condition = None
    if status.value in AHEAD:
        verbs = _verbs_above(event)
        condition = next((c for verb in verbs for c in verb.children if _is_condition(c)), None)
        if any(_is_supposed(verb) for verb in verbs):
            value = "hypothetical"
        elif condition is not None:
            value = "conditional"
    if cues and value not in {"hypothetical", "conditional"}:
        value = _finer(cues[0], value, lexicon)
    return Factuality(
        value=value,
        cue=tuple(cite(annotated.article, span) for span in status.cues),
        by=_teller(annotated, cues[0]) if cues and value not in {"held", "ongoing"} else None,
        on=_words(annotated, clause_words(condition)) if condition is not None and value == "conditional" else None,
    )


def _token_at(annotated: Annotated, span: Span) -> Token | None:
    found = annotated.doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.root if found is not None else None


def _words(annotated: Annotated, span: Span) -> str:
    return annotated.article.text[span.start : span.end]


def _verbs_above(event: Token) -> list[Token]:
    """The event's verb and those that govern it, nearest first."""
    found: list[Token] = []
    token = event
    while len(found) < ABOVE:
        if token.pos_ in VERBAL:
            found.append(token)
        if token.head == token or token.dep_ in {"relcl", "advcl"}:
            break
        token = token.head
    return found


def _is_condition(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(
        c.lower_ in BOUND and c.dep_ in {"mark", "advmod", "prep"} for c in clause.children
    )


def _is_supposed(verb: Token) -> bool:
    """Whether the event itself stands in a condition: "if they meet, ..."."""
    return any(c.lower_ in SUPPOSING and c.dep_ == "mark" for c in verb.children)


@cache
def _values(lexicon: Lexicon) -> dict[str, FactualityValue]:
    rows = lexicon.rows("status/factuality")
    return {word: cast("FactualityValue", row.means) for row in rows for word in row.words}


def _finer(cue: Token, value: FactualityValue, lexicon: Lexicon) -> FactualityValue:
    if value == "denied" and cue.pos_ not in VERBAL:
        return "not"
    particle = next((c.lower_ for c in cue.children if c.dep_ in {"prt", "advmod"} and c.i == cue.i + 1), "")
    values = _values(lexicon)
    told = values.get(f"{cue.lemma_.lower()} {particle}") or values.get(cue.lemma_.lower())
    fits = {"scheduled": "intended", "expected": "intended", "proposed": "intended", "cancelled": "postponed"}
    return told if told is not None and fits.get(value) == told else value


def _teller(annotated: Annotated, cue: Token) -> Actor | None:
    """Who expects, proposes, intends or denies it: the cue's own subject, else whoever says the sentence."""
    if cue.pos_ == "VERB" and cue.tag_ != "VBN" and not is_passive(cue):
        own = actors_at(annotated, subjects(cue))
        if len(own) == 1:
            return own[0]
    return voice_at(annotated, cue.idx)
