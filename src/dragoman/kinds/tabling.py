"""Papers that are put on the table as offers, and offers of talks told apart by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import prepositional
from dragoman.kinds.compare import words_of
from dragoman.lexicon import Lexicon
from dragoman.types import Term

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFERS = "kinds/offer_words"
PROCESS = "process"


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
