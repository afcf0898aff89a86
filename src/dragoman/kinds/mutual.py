"""What several do to one another: "accused each other of a raid", "traded blame", "exchanged fire"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects

if TYPE_CHECKING:
    from dragoman.lexicon import Row
    from dragoman.parsed import Token

TRADED = frozenset({"action.trade_blame", "action.trade_fire"})
"""Rows whose words tell of blows that go both ways."""
OTHERS = {"other": "each", "another": "one"}


def is_mutual(verb: Token, row: Row) -> bool:
    """Whether those who act are also those acted upon: "blamed each other", "each accused the other"."""
    if row.id in TRADED:
        return True
    return any(_is_the_other(token, verb) for token in objects(verb))


def _is_the_other(token: Token, verb: Token) -> bool:
    """ "Each other", "one another"; "the other", where the verb has "each" before it."""
    if token.lower_ == "one" and token.i + 1 < len(token.doc):  # the parser takes "another" for its determiner
        return token.nbor().lower_ == "another"
    word = OTHERS.get(token.lower_)
    if word is None or token.i == verb.sent.start:
        return False
    if token.nbor(-1).lower_ == word:
        return True
    return token.nbor(-1).lower_ == "the" and any(t.lower_ == "each" for t in verb.doc[verb.sent.start : verb.i])
