"""A mend of the parse: "the Kenyan government and RFK rebels" are two, also where it hangs the first on the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOUNS = frozenset({"NN", "NNS"})
OWN = frozenset({"det", "poss", "amod", "compound"})
"""What makes a noun phrase of its own of the first: "the Kenyan government", "Kenya's army"."""
NAMES = frozenset({"NNP", "NNPS", "JJ"})


def join_parties(doc: Doc) -> Doc:
    """`doc` with the two joined: the first has the place of both in the clause, the second is its conjunct.

    Only where the first is a noun with words of its own before it and a name stands between "and" and the second.
    """
    for token in doc:
        if token.dep_ == "nmod" and token.tag_ in NOUNS and (name := _between(token)) is not None:
            _join(token, name)
    return doc


def _between(first: Token) -> Token | None:
    """The name after "and" that the parser joins to the first, though it belongs to the noun behind it."""
    second = first.head
    if second.i < first.i or second.tag_ not in NOUNS or not any(c.dep_ in OWN for c in first.lefts):
        return None
    joined = [c for c in first.rights if c.dep_ == "conj" and c.i < second.i]
    links = [c for c in first.rights if c.dep_ == "cc" and c.lower_ == "and"]
    is_two = len(joined) == len(links) == 1 and links[0].i < joined[0].i and joined[0].i == second.i - 1
    return joined[0] if is_two and joined[0].tag_ in NAMES and joined[0].text[:1].isupper() else None


def _join(first: Token, name: Token) -> None:
    second = first.head
    role, above = second.dep_, second.head
    first.dep_ = role
    if above == second:  # the sentence is no more than that
        first.head = first
    else:
        first.head = above
    second.head, second.dep_ = first, "conj"
    name.head, name.dep_ = second, "amod" if name.tag_ == "JJ" else "compound"
