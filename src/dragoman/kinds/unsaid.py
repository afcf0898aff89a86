"""Words around a clause that report nothing said: a decision, a word of courtesy, a name that is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.mentions import MISREAD
from dragoman.kinds.voice import is_first_person
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Attribution

if TYPE_CHECKING:
    from dragoman.parsed import Span, Token

OUGHT = frozenset({"should", "must", "ought"})
TABLE = "kinds/statement_words"


def is_unsaid(annotated: Annotated, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether the cue of a reported clause, by its own words, is none: "decided to appoint her", "should commit to"."""
    span = attribution.cue[0] if attribution.cue else None
    cue = annotated.doc.char_span(span.start, attribution.cue[-1].end, alignment_mode="expand") if span else None
    if cue and _is_done(annotated, attribution, cue.root):
        return True
    if not cue or attribution.form != "indirect":
        return False
    verb = cue.root
    return (
        verb.lemma_ in {"decide", "seem"}
        or _is_pressure(verb)
        or (cue[0].i > 0 and cue[0].nbor(-1).lower_ in MISREAD)  # "rejects claims that it left"
        or any(c.dep_ == "aux" and c.lower_ in OUGHT for c in verb.children)
        or any(c.dep_ == "det" and c.lower_ == "no" for token in cue for c in token.lefts)
        or (any(t.lemma_ == "refer" for t in cue) and not _tells_something(annotated, attribution))
        or _is_courtesy(annotated, attribution, cue, lexicon)
        or _is_pursuit(annotated, attribution, cue, lexicon)
        or _is_no_message(annotated, attribution, cue, lexicon)
    )


def _is_pressure(verb: Token) -> bool:
    """ "Has been pressing both sides to settle": a course, where "pressed them on Monday" tells words."""
    return verb.lemma_ == "press" and (verb.tag_ == "VBG" or any(c.dep_ == "aux" for c in verb.children))


def _is_done(annotated: Annotated, attribution: Attribution, verb: Token) -> bool:
    """ "They refuse to be drawn in", "we planned to build it": what somebody does or once meant to do, no words."""
    first = attribution.content[0].start if attribution.content else len(annotated.article.text)
    begins = annotated.article.text[first : first + 3].lower() == "to "
    planned = verb.lemma_ in {"plan", "intend"} and verb.tag_ == "VBD" and attribution.rule.startswith("wanted.")
    return begins and (planned or verb.lemma_ == "refuse")


def _is_no_message(annotated: Annotated, attribution: Attribution, cue: Span, lexicon: Lexicon) -> bool:
    """ "Posted a video of it", "said goodbye", "always asks questions", "thank God": nothing that was said."""
    said = annotated.doc.char_span(attribution.content[0].start, attribution.content[-1].end, alignment_mode="expand")
    if said is None:
        return False
    shown = cue[-2] if cue[-1].lower_ == "of" and len(cue) > 1 else said.root
    is_shown = cue.root.lemma_ in SHOWING and not any(map(_is_finite, said))
    return (
        (is_shown and shown.lemma_.lower() in lexicon.words(TABLE, "picture"))
        or said[0].lower_ in lexicon.words(TABLE, "greeting")
        or (attribution.rule == ASKING and said.root.lemma_ == "question" and said.root.dep_ == "dobj")
        or (cue.root.lemma_ == "claim" and len(said) == 1)
        or (cue.root.lemma_ == "thank" and said.root.lemma_.lower() in lexicon.words(TABLE, "heaven"))
    )


ASKING = "asked.ask"
SHOWING = frozenset({"post", "share", "publish", "tweet", "release", "send"})


def _tells_something(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether the content has a verb of its own: "referring to talks" only names them."""
    first, last = attribution.content[0].start, attribution.content[-1].end
    said = annotated.doc.char_span(first, last, alignment_mode="expand")
    return said is not None and any(_is_finite(token) and token.dep_ not in {"relcl", "advcl"} for token in said)


def _is_finite(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _is_courtesy(annotated: Annotated, attribution: Attribution, cue: Span, lexicon: Lexicon) -> bool:
    """ "I would like to say a few words to ...": a word on one's own speech, no wish."""
    if not attribution.rule.startswith("wanted.") or not is_first_person(annotated, attribution.source):
        return False
    courtesy = lexicon.words(TABLE, "courtesy")
    return any(token.tag_ == "VB" and token.lemma_.lower() in courtesy for token in cue if token != cue.root)


def _is_pursuit(annotated: Annotated, attribution: Attribution, cue: Span, lexicon: Lexicon) -> bool:
    """ "Torv is aiming to sign", "has long sought a treaty": what the writer tells of a course, no words of hers.

    Her own words are: "we seek to end it". So is what is sought at once by asking for it: "she sought an answer".
    """
    if is_first_person(annotated, attribution.source):
        return False
    pursued = [t for t in cue if t.lemma_.lower() in lexicon.words(TABLE, "pursuit")]
    if not pursued or attribution.rule.startswith("wanted."):
        return bool(pursued)
    return any(c.dep_ == "aux" for c in pursued[0].children) and attribution.rule.startswith("asked.")
