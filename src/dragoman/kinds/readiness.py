"""Nouns for wishing and being ready right before an infinitive, whatever the parser hangs it on.

"Torv stressed Norwegian readiness to meet the rebels": Norway is ready, and nobody has met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.status import status_words

if TYPE_CHECKING:
    from dragoman.parsed import Token

OWNING = frozenset({"poss", "amod", "compound", "nmod"})


def readiness(verb: Token) -> Token | None:
    """The noun by which what an infinitive tells is only proposed ("readiness to meet"); None where none stands there.

    A verb joined to another infinitive goes back to the first ("readiness to come and meet").
    """
    first = verb
    while first.dep_ == "conj" and first.tag_ == "VB" and first.head.tag_ == "VB":
        first = first.head
    if first.tag_ != "VB" or first.i < first.sent.start + 2 or first.nbor(-1).lower_ != "to":
        return None
    noun = first.nbor(-2)
    is_wish = noun.pos_ == "NOUN" and status_words().by_word.get(noun.lemma_.lower()) == "proposed"
    return noun if is_wish else None


def ready_party(verb: Token) -> list[Token]:
    """Whose the readiness is by a name before the noun: "Norway's readiness", "Norwegian readiness"; else nobody."""
    noun = readiness(verb)
    if noun is None:
        return []
    owners = [c for c in noun.lefts if c.dep_ in OWNING and (c.dep_ == "poss" or c.ent_type_ in {"GPE", "NORP", "ORG"})]
    first = noun.left_edge.i
    if not owners and first >= 2 and noun.doc[first - 1].text in {"'", "’"}:  # "the United States’ readiness"
        return [noun.doc[first - 2]]
    return owners
