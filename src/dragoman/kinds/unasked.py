"""Words of asking that ask for nothing: what shall only be asked, what is put as a question, what a paper asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.phrases import is_question
from dragoman.kinds.papers import paper_as_it
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

DECIDING = frozenset({"decision", "agreement", "vote", "move"})
"""Nouns after which an infinitive is told as done: "its decision to call for a truce"."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_unasked(head: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of asking tells no demand of its subject."""
    return _is_only_meant(head) or is_question(head) or _is_noun(head) or paper_as_it(head, lexicon) is not None


def _is_only_meant(verb: Token) -> bool:
    """ "A commitment to urge Kenya", "the best way to call for a truce": nobody is asked yet."""
    is_infinitive = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)
    above = verb.head
    return (
        is_infinitive
        and verb.dep_ in {"acl", "relcl"}
        and above.pos_ == "NOUN"
        and above.lemma_.lower() not in DECIDING
    )


def _is_noun(word: Token) -> bool:
    """ "Spoke about arson and calls for violence": a noun that the parser took for a verb of another tense."""
    has_subject = any(c.dep_ in SUBJECTS for c in word.children)
    return word.tag_ == "VBZ" and word.dep_ == "conj" and word.head.tag_ == "VBD" and not has_subject
