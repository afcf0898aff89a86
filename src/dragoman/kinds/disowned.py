"""What "must" says that whoever is heard doesn't ask: others' shared view, what somebody was told, "we both"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.parsed import Token

VIEWS = frozenset({"recognition", "conviction", "consensus", "belief", "understanding", "view", "sense", "feeling"})
SHARED = frozenset({"shared", "common", "among", "between", "from"})
"""Words around a view that say that others hold it."""
NEAR = 3
"""Words around a view in which they stand."""
OWN = frozenset({"we", "our", "my"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
TELLING = frozenset({"tell", "inform", "remind", "advise", "notify"})


def is_of_others(modal: Token, verb: Token) -> bool:
    """Whether "must" tells what others hold or said: nobody can say that the speaker asks it."""
    return _is_shared_view(modal) or _is_what_one_was_told(verb) or _is_of_both(verb)


def _is_shared_view(modal: Token) -> bool:
    """ "There is a shared conviction among them that Kenya must leave": theirs, and not that of who tells it."""
    before = modal.doc[modal.sent.start : modal.i]
    view = next((t for t in reversed(before) if t.lemma_.lower() in VIEWS and t.pos_ == "NOUN"), None)
    if view is None or any(t.lower_ in OWN for t in modal.doc[modal.sent.start : view.i]):
        return False
    between = modal.doc[view.i + 1 : modal.i]
    around = modal.doc[max(view.i - NEAR, modal.sent.start) : min(view.i + 1 + NEAR, modal.i)]
    that = any(t.lower_ == "that" for t in between) and not any(t.tag_ in FINITE for t in between)
    return that and any(t.lower_ in SHARED for t in around)


def _is_what_one_was_told(verb: Token) -> bool:
    """ "Kenya was told the truce must hold": by whom is not told."""
    above = verb.head
    passive = any(c.dep_ == "auxpass" for c in above.children) and not any(c.dep_ == "agent" for c in above.children)
    return verb.dep_ == "ccomp" and above.lemma_ in TELLING and passive


def _is_of_both(verb: Token) -> bool:
    """ "We both agree that it must end": who the other is the words don't say."""
    above = verb.head
    subject = next((c for c in above.children if c.dep_ == "nsubj" and c.lower_ == "we"), None)
    both = subject is not None and any(t.lower_ == "both" for t in above.doc[subject.i : above.i + 1])
    return verb.dep_ == "ccomp" and above.lemma_ in {"agree", "believe", "think", "feel"} and both
