"""What somebody says that its own side is ready, prepared or intends to do: "ready to send boats"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, clause_span, one_actor, subjects
from dragoman.annotate.voices import author
from dragoman.kinds.future_words import future_words
from dragoman.kinds.futures import is_of_signers, is_own
from dragoman.kinds.provisos import RETURN
from dragoman.kinds.voice import voice_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/pledge_words"
HELPERS = frozenset({"may", "might", "could", "would", "should", "must"})
SUPPOSED = frozenset({"if", "unless", "whether", "until", "once", "when"})


def intended(annotated: Annotated, head: Token, lexicon: Lexicon) -> tuple[Actor, Span, Token, Span] | None:
    """Who promises, the words of the deed, its verb and the words that tell it; None where nobody says it of itself.

    `head` is "ready", "intent" or "intends". To be ready to talk, to come or to swap is an offer or an answer.
    """
    state = head.head if head.dep_ == "acomp" else head
    deed = _deed(head)
    if deed is None or _is_unsure(head, state):
        return None
    words = future_words(lexicon)
    lemma = deed.lemma_.lower()
    if any(t.lower_ in RETURN and t.head.lower_ == "in" for t in deed.subtree):
        return None  # "to dilute it in exchange for a lifting of the embargo": terms
    offers: frozenset[str] = frozenset() if head.lemma_ in {"intend", "intent"} else lexicon.words(TABLE, "offer")
    if lemma in offers | words.harm | words.meeting | words.idle:
        return None
    speaker = voice_at(annotated, head.idx)
    who = subjects(state)
    if (speaker is None and author(annotated) is None) or not is_own(annotated, state, speaker, who):
        return None
    if is_of_signers(annotated, who, speaker):
        return None  # "both countries are ready", in a statement of others about them
    by = speaker if speaker is not None and speaker.kind == "person" else one_actor(annotated, who[0])
    by = by or speaker or next(iter(actors_at(annotated, who)), None)
    if by is None:
        return None
    content = clause_span(deed)
    first = min(state.idx, *(token.left_edge.idx for token in who if token.i < deed.i))
    return by, content, deed, Span(first, max(content.end, head.idx + len(head)))


def _deed(head: Token) -> Token | None:
    """ "Ready to send", "intent on sending": the verb of what is to be done."""
    for child in head.children:
        if child.dep_ == "xcomp" and child.tag_ == "VB" and child.i > head.i:
            return child
        if child.dep_ == "prep" and child.lower_ == "on":
            return next((c for c in child.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
    return None


def _is_unsure(head: Token, state: Token) -> bool:
    """ "Is not ready", "may be ready", "if it is ready", "was ready long ago": nothing that is promised."""
    beside = (*head.children, *state.children)
    helped = any(c.dep_ == "aux" and c.lower_ in HELPERS for c in beside)
    supposed = any(c.dep_ in {"mark", "advmod"} and c.lower_ in SUPPOSED and c.i < head.i for c in beside)
    return helped or supposed or any(c.dep_ == "neg" for c in beside) or state.tag_ in {"VB", "VBG"}
