"""Answers put off: what is not signed or accepted yet, left open, or asked more time for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.kinds.refusing import is_ahead
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE, OFFERS = "kinds/response", "kinds/offer_words"
YET_TO = frozenset({"have", "be"})
OPEN = frozenset({"whether", "if"})
VERBS = frozenset({"VERB", "AUX"})


def is_not_yet(verb: Token) -> bool:
    """ "Has yet to accept", "has not accepted it yet", "is yet to sign": it may still do so."""
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ in YET_TO and _has_yet(above):
        return True
    return _has_yet(verb) and any(c.dep_ == "neg" for c in verb.children)


def _has_yet(verb: Token) -> bool:
    return any(c.lower_ == "yet" and c.dep_ == "advmod" for c in verb.children)


def is_left_undone(verb: Token) -> bool:
    """ "Left without signing": what somebody went away without doing."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without" and verb.head.head.pos_ in VERBS


def is_unsigned(verb: Token) -> bool:
    """ "Has yet to sign", "has not signed", "left without signing": put off; not "will not sign", which is refused."""
    denied = any(c.dep_ == "neg" for c in verb.children) and not is_ahead(verb)
    return is_not_yet(verb) or is_left_undone(verb) or denied


def signed_paper(parts: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, Token | None] | None:
    """The deal that is signed or not, and the verb where the words before it name it ("has yet to sign")."""
    verb = parts[0]
    wanted = frozenset(w for sort in ("deal", "plan", "truce") for w in lexicon.words(OFFERS, sort))
    below = objects(verb) if len(parts) == 1 else [t for part in parts for t in prepositional(part, ("to", "on"))]
    named = next((t for t in below if t.lemma_.lower() in wanted), None)
    if named is not None:
        return named, None
    if below and not all(t.lower_ in {"it", "this", "one"} for t in below):
        return None
    start = verb.sent.start
    before = verb.doc[verb.doc[start - 1].sent.start : verb.i] if start else verb.doc[start : verb.i]
    papers = [t for t in before if t.lemma_.lower() in lexicon.words(OFFERS, "deal") and t.tag_ == "NN"]
    return (papers[-1], below[0] if below else verb) if papers else None


def left_open(verb: Token) -> Token | None:
    """ "Has not decided whether to attend", "has yet to decide if it will come": the verb of what is left open."""
    if not is_not_yet(verb) and not any(c.dep_ == "neg" for c in verb.children):
        return None
    clauses = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > verb.i]
    beside = [c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pcomp"]
    asked = (c for c in (*clauses, *beside) if any(m.dep_ == "mark" and m.lower_ in OPEN for m in c.lefts))
    return next(asked, None)


def time_for(parts: tuple[Token, ...], lexicon: Lexicon) -> Token | None:
    """ "Asked for more time to study the offer": the offer that the time is wanted for."""
    weighing = {row.id: row for row in lexicon.rows(TABLE)}
    words = {w.split()[0] for row in ("response.stall", "response.no_answer_yet") for w in weighing[row].words}
    wanted = frozenset(w for sort in ("plan", "deal", "truce") for w in lexicon.words(OFFERS, sort))
    deeds = [c for part in parts for c in part.children if c.tag_ == "VB" and c.lemma_ in words]
    below = [t for deed in deeds for t in (*objects(deed), *_after(deed))]
    return next((t for t in below if t.lemma_.lower() in wanted), None)


def _after(verb: Token) -> list[Token]:
    return [t for p in verb.children if p.dep_ in {"prep", "prt"} for t in p.children if t.dep_ == "pobj"]
