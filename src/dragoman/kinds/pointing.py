"""What an answer points at: the offer that "it" stands for, the others with whom a party won't deal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Span, Token

TABLE, OFFERS = "kinds/response", "kinds/offer_words"
IT = frozenset({"it", "this", "them", "that"})
NAMES = frozenset({"PERSON", "NORP", "GPE", "ORG"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PRESS = frozenset({"press", "reporter", "journalist", "media", "medium"})
"""To whom one talks without any deal."""
BACK = 2
"""Sentences before its own that "it" may reach back over, where they speak of it as "it" too."""


def answered_as_it(below: Iterable[Token], verb: Token, lexicon: Lexicon) -> tuple[Token, Token] | None:
    """ "Would accept it": the offer last spoken of before, in this sentence or the one before, and the pronoun.

    Where the sentence before is about "it" too ("It asks for a truce. Kenya rejected it."), in the one before that.
    """
    said = next((t for t in below if t.lower_ in IT and t.pos_ == "PRON"), None)
    if said is None:
        return None
    wanted = lexicon.words(OFFERS, "plan") | lexicon.words(OFFERS, "truce") | lexicon.words(OFFERS, "deal")
    near = [*_before(verb.sent), *verb.doc[verb.sent.start : said.i]]
    several = said.lower_ == "them"
    spoken_of = [t for t in near if t.lemma_.lower() in wanted and t.tag_ == ("NNS" if several else "NN")]
    return (_whole(spoken_of[-1], wanted), said) if spoken_of else None


def _before(sentence: Span) -> Span:
    """The sentence before one, past those that are about "it" as well; empty where there is none."""
    for _ in range(BACK):
        if sentence.start == 0:
            break
        sentence = sentence.doc[sentence.start - 1].sent
        about = next((c for c in sentence.root.children if c.dep_ in SUBJECTS), None)
        if about is None or about.lower_ != "it":
            return sentence
    return sentence.doc[0:0]


def _whole(noun: Token, wanted: frozenset[str]) -> Token:
    """ "A draft of the treaty": the draft."""
    above = noun.head.head
    is_part = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lemma_.lower() in wanted
    return above if is_part else noun


def deals_with_somebody(verb: Token, lexicon: Lexicon) -> bool:
    """ "To negotiate with the rebels", "to meet the Kenyan envoy": a dealing that names with whom."""
    if verb.lemma_.lower() not in lexicon.words(TABLE, "deal"):
        return False
    met = objects(verb) if verb.lemma_ == "meet" else ()
    beside = prepositional(verb, ("with", "to") if verb.lemma_ == "talk" else ("with",))
    somebody = lexicon.words("actors/roles", "deals") | lexicon.words("actors/bands", "acting")
    return any(t.pos_ != "PRON" and t.lemma_.lower() not in PRESS for t in beside) or any(
        t.ent_type_ in NAMES or t.lemma_.lower() in somebody for thing in met for t in thing.subtree
    )
