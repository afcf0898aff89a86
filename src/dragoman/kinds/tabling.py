"""Papers that are put on the table as offers, and offers of talks told apart by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.kinds.compare import words_of
from dragoman.lexicon import Lexicon
from dragoman.types import Term

if TYPE_CHECKING:
    from dragoman.parsed import Token

OFFERS = "kinds/offer_words"
PROCESS = "process"

FUNDS = frozenset({"aid", "funding", "assistance", "relief", "spending", "sanction", "sanctions", "weapon", "weapons"})


def is_of_funds(thing: Token) -> bool:
    """ "The aid package", "a package of military assistance": what is given, not what is proposed."""
    inner = (*thing.lefts, *prepositional(thing, ("of",)))
    return thing.lemma_ == "package" and any(t.lower_ in FUNDS or t.lemma_.lower() in FUNDS for t in inner)


def is_draft(verb: Token, thing: Token, lexicon: Lexicon) -> bool:
    """ "Handed over a draft accord", "submitted its memorandum on the port": a paper that offers what is in it."""
    if verb.lemma_.lower() not in lexicon.words(OFFERS, "hand"):
        return False
    before = {c.lower_ for c in thing.lefts}
    if thing.lemma_ in {"memorandum", "compromise"}:
        return not prepositional(thing, ("of",))
    papers = lexicon.words(OFFERS, "deal") | lexicon.words(OFFERS, "wording")
    return thing.lemma_.lower() in papers and bool(before & lexicon.words(OFFERS, "drafted"))


def are_two_talks(first: tuple[Term, ...], second: tuple[Term, ...], lexicon: Lexicon) -> bool:
    """Whether two offers are both of talks, and of different ones: "a summit in May", "another round of experts"."""
    if any(term.type != PROCESS for term in (*first, *second)):
        return False
    plain = lexicon.words(OFFERS, "talks") | lexicon.words(OFFERS, "plain")
    own, other = (
        {word for term in terms for word in words_of(term.text) if word.removesuffix("s") not in plain}
        for terms in (first, second)
    )
    return bool(own) and bool(other) and not own & other


def spelt_in_clause(plan: Token) -> Token | None:
    """ "Kenya's plan, under which the port would open": the clause of its terms; without a comma the plan with it."""
    clauses = [c for c in plan.children if c.dep_ == "relcl" and c.i > plan.i]
    for clause in clauses:
        below = [clause, *(c for c in clause.children if c.dep_ == "prep" and c.lower_ in {"under", "by", "in"})]
        opened = any(g.tag_ in {"WDT", "WP"} or g.lower_ == "that" for t in below for g in t.children)
        if opened and any(c.lower_ == "would" for c in clause.children if c.dep_ == "aux"):
            return clause if clause.left_edge.nbor(-1).text == "," else plan
    return None


def is_of_talks(offered: Token, talks: frozenset[str]) -> bool:
    """ "(Offered) talks", "to host talks", "to meet the rebels": what is offered is to talk."""
    if offered.lemma_.lower() in talks or offered.lemma_ in {"meet", "mediate", "negotiate"}:
        return True
    return any(t.lemma_.lower() in talks for t in objects(offered))
