"""Whether a clause about the future is put forward as what will or may be: no condition, question or mere aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.kinds.foreseen import OUTLOOKS, is_bare_participle
from dragoman.kinds.rhetoric import is_habit, is_mistaken, is_only_sayable
from dragoman.kinds.turned import has_faded
from dragoman.kinds.unforeseen import is_unreal
from dragoman.kinds.voice import is_quoted, voice_at, voices_at
from dragoman.lexicon import Row
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.kinds.future_words import FutureWords
    from dragoman.parsed import Token

SIDE_CLAUSES = frozenset({"relcl", "advcl", "acl"})
WH_TAGS = frozenset({"WP", "WRB", "WDT", "WP$"})
MARKS = frozenset({"if", "whether", "unless", "so", "until", "before", "how", "why", "where", "lest"})
"""Words that open a condition, an aim or a question."""
REPORTED = frozenset({"while", "although", "though", "whereas", "because", "since", "as"})
"""Marks of side clauses that are told as true."""
MAY = "forecast.may"
UNREAL = re.compile(r"\b(?:were|had) it not\b|\bbut for\b|\bif not for\b", re.IGNORECASE)
"""What makes a "would" tell of what is."""


def is_asserted(annotated: Annotated, cue: Token, root: Token, row: Row, *, dated: bool) -> bool:
    """Whether the article or its speaker says that it will be so: no condition, no side clause without a date.

    `cue` is the word that tells the future, `root` the word that its subject hangs on.
    """
    if any(c.dep_ in {"mark", "advmod"} and c.i < cue.i and c.lower_ in MARKS for c in root.children):
        return False
    as_said = is_quoted(annotated, cue.idx) or not voices_at(annotated, cue.idx)
    if is_mistaken(root) or is_only_sayable(root) or has_faded(root.head) or (as_said and is_unreal(cue.head)):
        return False
    if (not dated and _is_mere_side(root)) or _is_asking(cue, root):
        return False
    spoken = voice_at(annotated, cue.idx) is not None
    if cue.lower_ == "going" and not spoken and any(c.tag_ == "VBD" for c in cue.children if c.dep_ == "aux"):
        return False  # "was never going to happen": over, as the article tells it
    if cue.lower_ == "can":
        side = root.dep_ in SIDE_CLAUSES or any(c.dep_ in {"neg", "ccomp"} for c in root.children)
        return dated and spoken and not side  # not "those that can stop a raid in a day"
    if cue.lower_ == "should":  # "we believe we should have a plan by then"; else it tells what is right
        is_outlook = cue.head.lemma_ in {"have", "be"} and not _is_verdict(root)
        return row.pos != "modal" and (dated or is_outlook)
    if cue.lower_ in {"would", "'d", "’d"}:
        if UNREAL.search(root.sent.text):
            return False  # "would not be there, were it not for him"
        if _is_verdict(root) or is_habit(root):
            return False
        return dated or not (is_quoted(annotated, cue.idx) and _is_of_those_here(root))
    return row.means != "possible" or dated or _is_outlook(cue, root)


def _is_mere_side(root: Token) -> bool:
    """Whether the clause only says which thing is meant, or when: "those who will come", "before it will".

    Not of what is told besides ("Torv, who will brief the council", "while it is expected to fail").
    """
    top = root
    while top.dep_ == "conj" and top.head != top:
        top = top.head
    if top.dep_ not in SIDE_CLAUSES or top.head.lemma_.lower() in OUTLOOKS:
        return False
    if top.dep_ in {"acl", "amod"} and is_bare_participle(top):
        return False  # "talks expected to begin"
    return not (is_told_besides(top) or (top.dep_ == "advcl" and _is_reported(top)))


def is_told_besides(clause: Token) -> bool:
    """ ", who will then brief the council": a relative clause behind a comma, which tells more of what is known."""
    first = clause.left_edge
    behind_comma = first.i > clause.sent.start and first.nbor(-1).text in {",", "–", "—", "("}
    return clause.dep_ == "relcl" and behind_comma and first.tag_ in {"WDT", "WP", "WP$"}


def _is_reported(clause: Token) -> bool:
    """ "While it will fail", "hoping to sign it": told as so, though beside something else."""
    if clause.tag_ == "VBG":
        return not any(c.dep_ == "mark" for c in clause.children)
    return any(c.dep_ == "mark" and c.lower_ in REPORTED for c in clause.children)


def _is_asking(cue: Token, root: Token) -> bool:
    """ "What they might do"; not "the port, which experts say is likely to open"."""
    if root.dep_ not in {"ccomp", "pcomp"} or (root.head.dep_ == "relcl" and is_told_besides(root.head)):
        return False
    return any(c.tag_ in WH_TAGS and c.i < cue.i and root in (c.head, c.head.head) for c in root.subtree)


def _is_outlook(cue: Token, root: Token) -> bool:
    """Whether a "may" or "could" tells what can come: not "could not see", "may be growing desperate" or a habit."""
    negated = cue.lower_ == "could" and any(c.dep_ == "neg" for c in root.children)
    going_on = root.tag_ == "VBG" and root.lemma_ != "go"
    return not (negated or going_on or is_habit(root))


def _is_of_those_here(root: Token) -> bool:
    """ "I would go", "that would matter": what speakers say of themselves, or of what was just said."""
    who = [c for c in root.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}]
    return not who or any(t.lower_ in HERE for t in who)


HERE = frozenset({"i", "we", "you", "it", "that", "this", "there", "one", "which"})


def _is_verdict(root: Token) -> bool:
    """ "would be a mistake", "would be wrong": a judgement, not a forecast."""
    return root.lemma_ == "be" and any(c.dep_ in {"acomp", "attr"} for c in root.children)


def is_loose_guess(root: Token, row: Row, words: FutureWords) -> bool:
    """ "The rebels may have another card", "this could be a sign", "which would bar them": nothing that will come.

    For what the article itself says without a day: a "may" of what is so today, a "would" said only in passing.
    """
    if row.pos == "supposed":
        return root.dep_ in SIDE_CLAUSES
    told = [c for c in root.children if c.dep_ in {"acomp", "attr"} and c.i > root.i]
    is_passive = any(c.dep_ == "auxpass" for c in root.children)
    if row.id != MAY:
        return False
    if root.lemma_ == "be":
        return not any(t.lemma_.lower() in words.state for t in told)
    return root.lemma_.lower() in words.standing and not is_passive
