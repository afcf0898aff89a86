"""Clauses about the future that nobody puts forward as what will be: one of two ways, what is agreed, torn words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.parsed import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
WHOLE = frozenset({"ROOT", "ccomp", "advcl", "pcomp", "parataxis"})
"""How a clause hangs that must have a subject of its own."""


def is_unclaimed(verb: Token, root: Token) -> bool:
    """Whether the clause of `root`, with its `verb`, says of nothing that it will be."""
    told = _is_of_listener(verb) or _is_of_press(verb) or _is_of_any(root) or _is_asked_of(root)
    return told or _is_one_of_two(root) or _is_torn_off(verb, root)


def _is_one_of_two(root: Token) -> bool:
    """ "Either they will pay or we leave", "Or they will pay.": one way of two, which stands with the other."""
    opening = next((t for t in root.sent if not t.is_punct and not t.is_space), root)
    if opening.lower_ in {"or", "either"} and opening.head == root:
        return True
    first = root.head if root.dep_ == "conj" else root
    either = any(c.lower_ == "either" and c.i < first.i for c in first.children)
    return either and any(c.dep_ == "conj" and any(g.dep_ in SUBJECTS for g in c.children) for c in first.children)


ANYBODY = frozenset({"every", "each", "any", "all", "those", "anyone", "anybody", "everyone", "everybody", "whoever"})


def _is_of_any(root: Token) -> bool:
    """ "Those who will strike tomorrow are brave", "all who will come": who is meant, and not what will be."""
    if root.dep_ == "csubj":  # "every one who was there and will return is brave": the parser takes it for the subject
        return root.i < root.head.i and any(c.tag_ == "MD" for c in root.children)
    clause = root
    while clause.dep_ == "conj" and clause.head.pos_ in {"VERB", "AUX"}:
        clause = clause.head
    if clause.dep_ != "relcl" or not any(t.lower_ == "who" for c in clause.children for t in (c, *c.children)):
        return False
    meant = clause.head
    return any(t.lower_ in ANYBODY for t in (meant, *(c for c in meant.lefts if c.dep_ in {"det", "predet"})))


def _is_asked_of(root: Token) -> bool:
    """ "We expect from you that you will pay", "we expect you to pay": what somebody is called on to do."""
    above = root.head
    if root.dep_ not in {"ccomp", "xcomp"} or above.lemma_ != "expect" or any(c.dep_ == "neg" for c in above.children):
        return False
    of_whom = any(c.dep_ == "prep" and c.lower_ in {"from", "of"} for c in above.children)
    to_do = any(c.tag_ == "TO" for c in root.children)
    return of_whom or (to_do and any(c.lower_ == "you" and c.dep_ == "nsubj" for c in root.children))


LISTENING = frozenset({"hear", "ask", "listen", "forgive", "understand", "excuse"})


def _is_of_listener(verb: Token) -> bool:
    """ "You will ask me", "they will listen to us today": what those do to whom somebody speaks."""
    below = [t for c in verb.children for t in (c, *(c.children if c.lower_ == "to" else ()))]
    return verb.lemma_ in LISTENING and any(t.lower_ in {"me", "us"} and t.dep_ != "nsubj" for t in below)


def _is_torn_off(verb: Token, root: Token) -> bool:
    """ "In terms of the crews will not come", "with the means to do it is going to act": the parser lost the subject.

    Words that begin with their modal only leave it out ("Will call the envoy tomorrow.").
    """
    if root.dep_ == "pcomp":
        opens = {c.tag_ for c in root.subtree if c.i < root.i} & {"WP", "WRB", "WDT", "WP$"}
        marked = opens or any(c.dep_ == "mark" for c in root.children)
        finite = any(c.tag_ in {"MD", "VBZ", "VBP"} for c in root.children if c.dep_ == "aux")
        return finite and not marked and root.head.lower_ in {"with", "of", "in", "for", "without"}
    modal = next((c for c in verb.children if c.tag_ == "MD"), None)
    if verb != root or modal is None or root.dep_ not in WHOLE or any(c.dep_ in SUBJECTS for c in root.children):
        return False
    return modal.i != root.left_edge.i


ALL_OF_THEM = frozenset({"they", "we", "both"})
OF_THEIRS = frozenset({"their", "our"})


def is_agreed(root: Token) -> bool:
    """ "They agreed that their crews will stay in touch": what they bind themselves to."""
    above = root.head
    if root.dep_ != "ccomp" or above.lemma_ != "agree" or any(c.dep_ == "neg" for c in above.children):
        return False
    who = [c for c in root.children if c.dep_ == "nsubj"]
    return any(t.lower_ in ALL_OF_THEM or any(c.lower_ in OF_THEIRS for c in t.lefts) for t in who)


PRESS = frozenset({"detail", "readout", "information", "transcript"})


def _is_of_press(verb: Token) -> bool:
    """ "There will be more details later today": what those who write of it will be told."""
    there = verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children)
    return there and any(c.dep_ == "attr" and c.lemma_ in PRESS for c in verb.children)


POINTING = frozenset({"it", "that", "this"})
LOOSE = frozenset(
    {"story", "thing", "matter", "case", "choice", "mistake", "question", "challenge", "sign", "way", "idea", "reason",
     "issue", "opportunity"}
)  # fmt: skip


def is_vague(root: Token, states: frozenset[str]) -> bool:
    """ "That might be another story", "it may be wise": what one thinks of something, and no event.

    `states` are the words of what can come about ("it may be ready").
    """
    who = [c for c in root.children if c.dep_ == "nsubj"]
    told = [c for c in root.children if c.dep_ in {"acomp", "attr"} and c.i > root.i]
    pointed = bool(who) and all(t.lower_ in POINTING for t in who)
    loose = [(c.dep_ == "acomp" and not _is_described(c)) or (c.lemma_ in LOOSE and not _is_described(c)) for c in told]
    return root.lemma_ == "be" and pointed and any(loose) and not any(t.lemma_.lower() in states for t in told)


def _is_described(thing: Token) -> bool:
    return any(
        c.dep_ in {"relcl", "acl", "xcomp", "ccomp"} for c in (*thing.children, *thing.head.children) if c.i > thing.i
    )
