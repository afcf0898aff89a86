"""Fears and hopes of nobody in particular: "the raid raised fears that it would fail", "amid fears of a war"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.kinds.attending import contact_words
from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.types import Actor, Annotated, Attribution

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/future_words"


def is_roused(annotated: Annotated, attribution: Attribution) -> bool:
    """ "Raised fears that", "did little to ease worries that": whoever does so needn't share them."""
    if not attribution.cue:
        return False
    words = annotated.doc.char_span(attribution.cue[0].start, attribution.cue[-1].end, alignment_mode="expand")
    fears = load_lexicon().words(TABLE, "fear") | load_lexicon().words(TABLE, "hope")
    rousing = load_lexicon().words(TABLE, "rousing") | load_lexicon().words(TABLE, "averting")
    return any(t.dep_ == "dobj" and t.lemma_.lower() in fears and t.head.lemma_.lower() in rousing for t in words or ())


def is_mere_fear(root: Token) -> bool:
    """ "There are fears that it may fail", "as fears grew that it would": of the clause "it may fail"."""
    that = next((c for c in root.children if c.lower_ == "that" and c.i < root.i), None)
    near = [root.head, *(c for c in root.head.children if c.dep_ == "nsubj" and root.dep_ == "ccomp")]
    near += [that.nbor(-1)] if that is not None and that.i > root.sent.start else []
    near = [t for t in near if t.tag_ == "NNS" or that is not None]  # "the rebels fear they will", taken for a noun
    return any(t.pos_ == "NOUN" and t.lemma_.lower() in load_lexicon().words(TABLE, "fear") for t in near)


def is_thing(speaker: Actor | None, lexicon: Lexicon) -> bool:
    """ "Further talks offered hope of a breakthrough": an event, which foresees nothing."""
    if speaker is None or speaker.side is not None or speaker.kind in {"person", "state"}:
        return False
    last = speaker.name.lower().split()[-1]
    events = contact_words(lexicon).nouns.keys() | lexicon.words(TABLE, "befalling") | lexicon.words(TABLE, "agreement")
    return bool({last, last.removesuffix("s")} & events)
