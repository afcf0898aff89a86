"""Whose persons are who stand in a list: "the Kenyan and Ugandan envoys, Ana Torv and Omar Nur" are so in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.annotate.mentions import Named
    from dragoman.parsed import Doc, Token

MANY = frozenset({"NNS", "NNPS"})
BETWEEN = frozenset({",", "and"})


def side_in_turn(doc: Doc, named: Named, by_token: Mapping[int, Named]) -> str | None:
    """The state that stands where the person stands among as many persons; None where they are not as many.

    Asked of the words: the parser joins such persons to the noun as often as it takes them for its explanation.
    """
    if named.kind != "person":
        return None
    first, place = named, 0
    while (before := _next_to(doc, first.first - 1, -1, by_token)) is not None:
        first, place = before, place + 1
    last, count = named, place + 1
    while (after := _next_to(doc, last.last, 1, by_token)) is not None:
        last, count = after, count + 1
    if count == 1 or first.first < len(("envoys", ",")) or doc[first.first - 1].text != ",":
        return None
    noun = doc[first.first - 2]
    while noun.tag_ not in MANY and noun.dep_ in {"conj", "pobj", "prep"} and noun.head is not noun:
        noun = noun.head
    states = states_of(noun, by_token) if noun.tag_ in MANY else []
    return states[place] if len(states) == count else None


def _next_to(doc: Doc, at: int, step: int, by_token: Mapping[int, Named]) -> Named | None:
    """The person beyond a comma or an "and", to the left or to the right; None where there is none."""
    first = at
    while 0 <= at < len(doc) and doc[at].text in BETWEEN:
        at += step
    found = by_token.get(at) if at != first else None
    return found if found is not None and found.kind == "person" else None


def states_of(noun: Token, by_token: Mapping[int, Named]) -> list[str]:
    """The sides named before a noun for several ("the Kenyan and Ugandan envoys"), else after its "of", in order."""
    before = [t for c in noun.lefts if c.dep_ in {"amod", "nmod", "compound"} for t in (c, *c.conjuncts)]
    after = [t for of in noun.rights if of.lower_ == "of" for c in of.children for t in (c, *c.conjuncts)]
    for words in (before, after):
        known = [by_token[t.i].known for t in sorted(set(words), key=lambda t: t.i) if t.i in by_token]
        sides = [one.side for one in known if one is not None and one.kind == "state"]
        if len(sides) > 1:
            return sides
    return []


def side_of_first(
    doc: Doc, named: Named, by_token: Mapping[int, Named], offices: frozenset[str], sent: frozenset[str]
) -> str | None:
    """ "Kenyan minister Ana Torv and army chief Omar Nur": the state of the first, for an office in small letters.

    Not for one of `sent`, who may come from elsewhere ("and special envoy Omar Nur").
    """
    first = named.first
    while first > 0 and doc[first - 1].pos_ in {"NOUN", "ADJ"} and doc[first - 1].is_lower:
        first -= 1
    post = {fold(token.text) for token in doc[first : named.first]}
    link = doc[first - 1] if first > 1 else None
    if named.kind != "person" or link is None or link.lower_ != "and" or not post & offices or post & sent:
        return None
    other = by_token.get(first - 2)
    if other is None or other.kind != "person":
        return None
    at = other.first - 1
    while at > 0 and at not in by_token and (doc[at].pos_ in {"PROPN", "NOUN", "ADJ"} or doc[at].text in INSIDE):
        at -= 1
    state = by_token.get(at) if at < other.first - 1 else None
    known = state.known if state is not None else None
    return known.side if known is not None and known.kind == "state" else None


INSIDE = frozenset({"'s", "’s", "of", "for"})
"""Small words between a state and the name of who is in its office: "Kenya's Minister of Trade Ana Torv"."""
