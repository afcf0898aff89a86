"""When something was said: the time that hangs on the cue of a statement."""

from __future__ import annotations

from dragoman.annotate.held import holders, sentence_over, times_over
from dragoman.types import Annotated, Attribution, Span, When

NEAR_CUE = 60
"""Code points between a cue and a time that still belongs to it ("said in an interview with the radio on Sunday")."""
BESIDE = 3
"""Code points between a cue and a time right beside it."""
SAYING = frozenset({"speak", "talk", "address", "write", "ask", "appear", "respond", "reply"})
"""Participles whose time is that of the cue they go with ("speaking in Oslo on Sunday, she said")."""


def time_of_speech(annotated: Annotated, attribution: Attribution) -> When | None:
    """When it was said: the time that hangs on the cue, in its sentence and in nobody's words; None without one."""
    if not attribution.cue:
        return None
    cue = attribution.cue[0]
    found = sentence_over(annotated, cue)
    around = holders(annotated, cue.start)
    beside = [
        time
        for time in times_over(annotated, found.span if found else cue)
        if time.window is not None
        and time.type != "DURATION"
        and all(any(outer is other for other in around) for outer in holders(annotated, time.span.start))
        and min(abs(time.span.start - cue.end), abs(cue.start - time.span.end)) <= NEAR_CUE
        and _hangs_on(annotated, time.span, cue)
    ]
    chosen = min(beside, key=lambda time: abs(time.span.start - cue.end), default=None)
    return chosen.window if chosen else None


def _hangs_on(annotated: Annotated, time: Span, cue: Span) -> bool:
    """Whether the verb above the time is the cue, a participle of speaking beside it, or the time touches the cue."""
    if 0 <= time.start - cue.end <= BESIDE or 0 <= cue.start - time.end <= BESIDE:
        return True
    words = annotated.doc.char_span(time.start, time.end, alignment_mode="expand")
    verb = annotated.doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if words is None or verb is None:
        return False
    asked = any(kid.lower_ == "when" for kid in verb.root.lefts)  # "in May, when she said"
    if verb.root.head in words or (asked and 0 <= cue.start - time.end <= NEAR_CUE):
        return True
    token = words.root
    while token.head.i != token.i:
        token = token.head
        if cue.start <= token.idx < cue.end:
            return True
        if token.pos_ in {"VERB", "AUX"} and not (token.tag_ == "VBG" and token.lemma_.lower() in SAYING):
            return False
    return False
