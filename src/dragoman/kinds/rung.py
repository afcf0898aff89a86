"""Calls and meetings that are told only as where something was said: "told her counterpart by phone that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional, subjects
from dragoman.lexicon import load_lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

OVER = frozenset({"by", "in", "during", "over", "on", "via", "at"})
WITHIN = frozenset({"during", "in", "at"})
PHONE = "contact.phone"
PHONES = frozenset({"phone", "telephone"})


def spoken_over(noun: Token) -> list[Token]:
    """Who speaks and who hears in "Torv told Okello in a call that ...", for the head of "call"; else nobody.

    Also those who do something together in it: "during talks in Oslo, Kenya and Uganda agreed on ...".
    """
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in OVER:
        return []
    if noun.head.lower_ == "on" and noun.lemma_.lower() in PHONES:  # "spent an hour on the phone with Okello"
        heard = [*prepositional(noun, ("with", "to")), *prepositional(verb, ("with",))]
        return [*subjects(verb), *heard] if heard else []
    if verb.dep_ in {"dobj", "dative"}:  # the parser hangs "in a call" on the hearer
        verb = verb.head
    told = [t for t in objects(verb) if verb.i < t.i] if verb.lemma_ in _telling() else []
    told = told or (prepositional(verb, ("to",)) if noun.lemma_.lower() in PHONES else [])
    before = subjects(verb)
    if told:
        return [*before, *told] if before else []
    own = verb == noun.head.head and any(c.dep_ == "nsubj" for c in verb.children)
    return [*before, *objects(verb)] if own and len(before) > 1 and noun.head.lower_ in WITHIN else []


def is_no_call(noun: Token) -> bool:
    """Whether a telephone is a thing, over which the sentence says nothing to anybody."""
    return noun.lemma_.lower() in PHONES and not spoken_over(noun)


def _telling() -> frozenset[str]:
    return load_lexicon().words("kinds/contact_words", "hearer")
