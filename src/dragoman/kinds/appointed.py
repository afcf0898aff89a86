"""Appointments told without a verb of what is to come: "is due in Oslo on Friday", "has until May to decide"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.clauses import is_passive
from dragoman.lexicon import Row

if TYPE_CHECKING:
    from dragoman.kinds.future_words import FutureWords
    from dragoman.parsed import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
WHERE = frozenset({"in", "at", "on", "for", "to", "by", "from", "within"})
FOR = frozenset({"for"})
BACK = frozenset({"back", "home", "here", "there", "next", "tomorrow", "today", "tonight"})
DATED = " dated"
TO_COME = frozenset(
    {"talk", "truce", "ceasefire", "cease-fire", "meeting", "summit", "negotiation", "deal", "session", "round", "swap",
     "discussion", "consultation", "conference", "visit", "election", "vote", "withdrawal", "release", "exchange"}
)  # fmt: skip
"""Nouns of what a negotiation brings about: "the truce is to begin"."""


def appointed(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """ "Is due back on Tuesday", "is expected in Oslo next week", "talks are set for May": a place or a day, no deed.

    Counts with a day alone, as the row that comes back says, but for talks that are due at a place.
    """
    row = words.frame.get(token.lemma_.lower())
    root = token.head if token.dep_ == "acomp" else token
    is_said = root.lemma_ == "be" if token.dep_ == "acomp" else token.tag_ == "VBN" and is_passive(token)
    if row is None or token.lower_ not in words.appointment or not is_said:
        return None
    if not any(c.dep_ in SUBJECTS for c in root.children) or _has_deed(token) or _has_deed(root):
        return None
    beside = [c for t in {token, root} for c in t.children if c.i > token.i]
    where = FOR if token.lemma_ in FIXED else WHERE  # not "set in stone"
    placed = any(c.lower_ in (where if c.dep_ == "prep" else BACK) or c.dep_ == "npadvmod" for c in beside)
    if _is_due_at_place(token, root, beside):
        return root, root, row
    return (root, root, structs.replace(row, pos=row.pos + DATED)) if placed else None


FIXED = frozenset({"set", "fix", "arrange"})
"""Words that tell of an appointment with its day alone: "is set for Friday"."""


def _is_due_at_place(token: Token, root: Token, beside: list[Token]) -> bool:
    """ "The next round of talks is due in Oslo"."""
    of_talks = any(c.dep_ in SUBJECTS and c.lemma_.lower() in TO_COME for c in root.children)
    places = [g for c in beside if c.lower_ in {"in", "at"} for g in c.children if g.ent_type_ in {"GPE", "FAC", "LOC"}]
    return token.lower_ == "due" and of_talks and bool(places)


def _has_deed(word: Token) -> bool:
    return any(c.dep_ in {"xcomp", "ccomp"} for c in word.children)


def time_left(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """ "Has until 30 April to decide": what is to be done by then."""
    if token.lower_ not in words.granting or token.pos_ != "VERB" or not any(c.dep_ in SUBJECTS for c in token.lefts):
        return None
    behind = [t for t in token.subtree if t.i > token.i]
    deed = next((t for t in behind if t.tag_ == "VB" and any(c.tag_ == "TO" for c in t.lefts)), None)
    is_term = bool(behind) and behind[0].lower_ == "until"
    return (deed, token, words.granted) if is_term and deed is not None else None
