"""Names that the words beside them call a firm or a body ("the state grid operator Lake Power"): nobody's person."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from dragoman.annotate.names import fold

if TYPE_CHECKING:
    from dragoman.parsed import Span, Token


def is_called_firm(name: Span, firms: frozenset[str]) -> bool:
    """Whether a noun for a firm stands right before the name or heads the apposition after it.

    "State oil firm Kentorv", "Kentorv, the Kenyan grid operator": but "Ana Torv, the head of the grid operator" is one
    of the firm's people. `firms` are nouns in small letters.
    """
    doc, root = name.doc, name.root
    before = doc[name.start - 1] if name.start else None
    if before is not None and before.pos_ == "NOUN" and before.lower_ in firms and _belongs(before, name):
        return True
    return any(kid.i >= name.end and kid.dep_ == "appos" and kid.lower_ in firms for kid in root.children)


def _belongs(noun: Token, name: Span) -> bool:
    """Whether the parser joins the noun and the name after it ("the firm Torv built" is no such pair)."""
    inside = range(name.start, name.end)
    return noun.head.i in inside or name.root.head.i == noun.i


def describes_firm(noun: Token, firms: frozenset[str], named: Container[int]) -> bool:
    """Whether a noun only explains the firm named before it: "Kentorv, [the state grid operator], said it ..."."""
    return noun.dep_ == "appos" and noun.head.i in named and fold(noun.text) in firms
