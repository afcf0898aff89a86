"""Words of asking that ask for nothing: what shall only be asked, what is put as a question, what a paper asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import subjects
from dragoman.annotate.phrases import is_question
from dragoman.annotate.voices import source_actor
from dragoman.kinds.frames import attributions_at
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from spacy.tokens import Token

TABLE = "kinds/papers"
TURN = "said.turn"
DECIDING = frozenset({"decision", "agreement", "vote", "move"})
"""Nouns after which an infinitive is told as done: "its decision to call for a truce"."""
MEANING = frozenset({"promise", "vow", "pledge", "plan", "intend", "threaten", "prepare"})
"""Verbs after which an infinitive is still to come: "promised to press both sides"."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BACK = 3
"""Sentences that one paper can stay the subject of, as "it"."""


def is_unasked(head: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of asking tells no demand of its subject."""
    return _is_only_meant(head) or is_question(head) or _is_noun(head) or _is_of_paper(head, lexicon)


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


def _is_of_paper(verb: Token, lexicon: Lexicon) -> bool:
    """ "The draft names the towns. It calls for a truce": what a paper says is not what the party last named asks."""
    who = subjects(verb)
    if len(who) != 1 or who[0].lower_ != "it":
        return False
    papers, said = lexicon.words(TABLE, "paper"), who[0]
    for _ in range(BACK):
        before = _subject_before(said)
        if before is None:
            return False
        if before.lower_ != "it":
            return before.lemma_.lower() in papers or _is_told_by(before, verb, papers)
        said = before
    return False


def _subject_before(word: Token) -> Token | None:
    """The subject before a word that isn't its own: in its sentence, else that of the sentence before."""
    here = [t for t in word.doc[word.sent.start : word.i] if t.dep_ in SUBJECTS and t.head != word.head]
    here = [t for t in here if t.head.dep_ in {"ROOT", "conj", "ccomp"}]
    if here:
        return here[-1]
    if word.sent.start == 0:
        return None
    last = word.doc[word.sent.start - 1].sent
    return next((c for c in last.root.children if c.dep_ in SUBJECTS), None)


def _is_told_by(subject: Token, verb: Token, papers: frozenset[str]) -> bool:
    """ "Kenya tabled a draft. It calls for a truce": what was tabled, where only the second is told as of now."""
    tabled = any(c.dep_ == "dobj" and c.lemma_.lower() in papers for c in subject.head.children)
    return tabled and subject.head.tag_ == "VBD" and verb.tag_ == "VBZ"
