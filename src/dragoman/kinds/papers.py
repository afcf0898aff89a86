"""What a paper proposes, and whose it is: "Norway's draft offers a truce", "they handed over a plan. It offers ..."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, prepositional, subjects
from dragoman.kinds.wielding import actors_of, owners
from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/papers"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BACK = 3
"""Sentences that one paper can stay the subject of, as "it"."""
HANDED = frozenset({"receive", "get", "obtain", "see", "read"})
"""Verbs of having a paper from another."""


def paper_behind(verb: Token, lexicon: Lexicon) -> Token | None:
    """The paper that a verb's subject is or stands for; None where somebody is the subject."""
    who, papers = subjects(verb), lexicon.words(TABLE, "paper")
    if verb.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.tag_ == "WDT" for c in verb.children):
        return next((t for t in _above(verb.head) if t.lemma_.lower() in papers), None)
    if len(who) != 1:
        return None
    return who[0] if who[0].lemma_.lower() in papers else paper_as_it(verb, lexicon)


def paper_as_it(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "The draft names the towns. It calls for a truce": the paper that "it" is."""
    who = subjects(verb)
    if len(who) != 1 or who[0].lower_ != "it":
        return None
    papers, said = lexicon.words(TABLE, "paper"), who[0]
    for _ in range(BACK):
        before = _subject_before(said)
        if before is None:
            return None
        if before.lower_ != "it":
            return before if before.lemma_.lower() in papers else _told_of(before, verb, papers)
        said = before
    return None


def writers(annotated: Annotated, paper: Token, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Whose a paper is where the words don't own it: by whom it was drawn up, or who put it forward."""
    made = [c for c in paper.children if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN"]
    agents = [t for verb in made for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"]
    if agents:
        return actors_at(annotated, [t for agent in agents for t in (agent, *agent.conjuncts)])
    tabled = paper.dep_ == "dobj" and paper.head.lemma_.lower() in _tabling(lexicon)
    return actors_at(annotated, subjects(paper.head)) if tabled else ()


def _tabling(lexicon: Lexicon) -> frozenset[str]:
    rows = (row for row in lexicon.rows("kinds/proposal") if row.means in {"put", "propose"})
    return frozenset(word.split()[0] for row in rows for word in row.words)


def _above(noun: Token) -> Iterator[Token]:
    """ "The proposal to Kenya, which": what the clause can be about, from the nearest noun outwards."""
    yield noun
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
        yield noun


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


def _told_of(subject: Token, verb: Token, papers: frozenset[str]) -> Token | None:
    """ "Kenya tabled a draft. It calls for a truce": what was tabled, where only the second is told as of now."""
    told = subject.head
    papered = next((c for c in told.children if c.dep_ == "dobj" and c.lemma_.lower() in papers), None)
    is_told = told.tag_ == "VBD" or told.lemma_ in HANDED
    return papered if is_told and verb.tag_ == "VBZ" else None


def givers(annotated: Annotated, paper: Token) -> tuple[Actor, ...]:
    """ "Received a proposal from Kenya": from whom a paper came."""
    return actors_at(annotated, prepositional(paper.head, ("from",))) if paper.dep_ == "dobj" else ()


def issuers_of(annotated: Annotated, nouns: Iterable[Token]) -> tuple[Actor, ...]:
    """ "A resolution passed by the council urged", "the ministry's statement urged": who speaks by such papers.

    Not a draft, which speaks for nobody yet.
    """
    lexicon = load_lexicon()
    voices = [t for t in nouns if t.lemma_.lower() in lexicon.words(TABLE, "voice")]
    if not voices or any(c.lower_ == "draft" for t in voices for c in t.lefts):
        return ()
    whose = [t for paper in voices for t in owners(annotated, paper, OWNING)]
    return tuple(dict.fromkeys(a for t in whose for a in actors_of(annotated, t))) or tuple(
        dict.fromkeys(a for paper in voices for a in writers(annotated, paper, lexicon))
    )


OWNING = ("by", "from", "of")
