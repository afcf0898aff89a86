"""What is left open: "it is unclear whether the truce will hold", "cast doubt on whether talks would resume"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, subjects
from dragoman.kinds.denied_reports import denying_verb
from dragoman.kinds.voice import voice_at
from dragoman.lexicon import Row
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

WHETHER = frozenset({"whether", "if"})
DENIED = frozenset({"not", "n't", "n’t", "no", "never", "hardly"})
AROUND = frozenset({"acomp", "dobj", "attr", "oprd", "nsubj", "nsubjpass", "xcomp"})
"""How the word that leaves a thing open hangs on the verb above: "is unclear", "cast doubt", "the question is"."""


def left_open(root: Token, words: Mapping[str, Row]) -> Row | None:
    """The row of the word that leaves open whether the clause of `root` comes true; None where none does.

    `words` are such words by their lemma, with "not" before those that only do so when denied ("not clear").
    """
    if not _is_whether(root):
        return None
    above = above_clause(root)
    beside = (above, above.head, *above.children) if above.dep_ == "xcomp" else (above, *above.children)
    near = [t for t in beside if t in (above, above.head) or t.dep_ in AROUND]
    denied = any(t.lower_ in DENIED for word in near for t in (word, *word.children))
    for word in near:
        lemma = word.lemma_.lower()
        row = words.get(f"not {lemma}") if denied else words.get(lemma)
        if row is not None and word != root:
            return row
    return None


def above_clause(root: Token) -> Token:
    """What a clause hangs on, past a preposition: "doubts about whether"."""
    return root.head.head if root.head.pos_ == "ADP" else root.head


def foreseer(annotated: Annotated, head: Token) -> Actor | None:
    """Whose words a clause is; of what somebody doubts, denies, hopes or threatens to do, whoever does that.

    "Torv cast doubt on whether it will hold", "the rebels hope to sign it": Torv, the rebels; nobody where a thing
    does it ("the raid threatens to end the talks").
    """
    lean = head.head if head.dep_ == "xcomp" and head.head.lemma_ in OWN else None
    speaker = None if lean is not None else voice_at(annotated, head.idx)
    denies = denying_verb(head)
    if speaker is not None or (lean is None and denies is None and not _is_whether(head)):
        return speaker
    verb = lean or denies or above_clause(head)
    who = subjects(verb) if verb.pos_ == "VERB" else []
    actors = [a for a in actors_at(annotated, who) if a.side or a.kind != "group"]
    if who and who[0].pos_ == "PRON" and lean is None:
        return None
    return actors[0] if len(actors) == 1 else None


OWN = frozenset({"hope", "hop", "threaten"})
"""Verbs of which the subject is who foresees it."""


def _is_whether(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in WHETHER for c in clause.children)
