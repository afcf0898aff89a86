"""Words of asking that ask for nothing: what shall only be asked, what is put as a question, what a paper asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.phrases import is_question
from dragoman.annotate.voices import source_actor
from dragoman.kinds.frames import attributions_at
from dragoman.kinds.papers import paper_as_it
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TURN = "said.turn"
DECIDING = frozenset({"decision", "agreement", "vote", "move"})
"""Nouns after which an infinitive is told as done: "its decision to call for a truce"."""
MEANING = frozenset({"promise", "vow", "pledge", "plan", "intend", "threaten", "prepare"})
"""Verbs after which an infinitive is still to come: "promised to press both sides"."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_unasked(head: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of asking tells no demand of its subject."""
    return (
        _is_only_meant(head)
        or _is_topic(head)
        or is_question(head)
        or _is_noun(head)
        or paper_as_it(head, lexicon) is not None
    )


PRONOUNS = frozenset({"he", "she", "they"})
REPORTER = "reporter"
"""The name that the labels of a transcript give to whoever asks."""


def is_of_asker(annotated: Annotated, head: Token) -> bool:
    """Whether a word stands in a question of a transcript, or in what its asker tells of somebody named by "he" alone.

    A question tells only what may be, and a pronoun of the asker means whom the answer before it spoke of, or anybody.
    """
    said = attributions_at(annotated, head.idx)
    speaker = source_actor(annotated, said[-1]) if said and said[-1].rule == TURN else None
    asks = speaker is not None and speaker.name == REPORTER
    by_pronoun = any(c.dep_ in SUBJECTS and c.lower_ in PRONOUNS for c in head.children)
    return asks and (by_pronoun or any(token.text == "?" for token in head.sent[-2:]))


def _is_only_meant(verb: Token) -> bool:
    """ "A commitment to urge Kenya", "the best way to call for a truce": nobody is asked yet."""
    is_infinitive = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)
    above = verb.head
    if is_infinitive and verb.dep_ == "xcomp" and above.lemma_.lower() in MEANING:
        return True
    if is_infinitive and verb.dep_ == "advcl" and any(c.lower_ in AHEAD for c in above.children):
        return True  # "will meet the rebels to urge them to sign"
    return (
        is_infinitive
        and verb.dep_ in {"acl", "relcl"}
        and above.pos_ == "NOUN"
        and above.lemma_.lower() not in DECIDING
    )


def _is_topic(verb: Token) -> bool:
    """ "They discussed urging the rebels to sign": what is talked of and not done yet."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "pcomp", "dobj"} and above.lemma_ in TALKING


TALKING = frozenset({"discuss", "consider", "contemplate", "weigh", "mull"})


def is_told_later(annotated: Annotated, word: Token) -> bool:
    """ "Kenya will issue papers declaring that Chad must leave": who will say it hasn't said it."""
    said = attributions_at(annotated, word.idx)
    cue = said[0].cue[0] if said and said[0].cue else None
    words = annotated.doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue else None
    verb = words.root if words is not None else None
    while verb is not None and verb.tag_ in {"VBG", "VB"} and verb.dep_ in {"acl", "advcl", "xcomp", "conj"}:
        if any(c.lower_ in AHEAD for c in verb.children):
            return True
        verb = verb.head if verb.head.pos_ == "VERB" or verb.head.head == verb.head else verb.head.head
    return verb is not None and any(c.lower_ in AHEAD for c in verb.children)


AHEAD = frozenset({"will", "may", "might", "shall"})


def _is_noun(word: Token) -> bool:
    """ "Spoke about arson and calls for violence": a noun that the parser took for a verb of another tense."""
    has_subject = any(c.dep_ in SUBJECTS for c in word.children)
    return word.tag_ == "VBZ" and word.dep_ == "conj" and word.head.tag_ == "VBD" and not has_subject
