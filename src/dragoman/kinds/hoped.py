"""Whether a text only hopes or fears that something is agreed: nobody says that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.kinds.frames import SUBJECTS
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/agreement"
BELOW = frozenset({"xcomp", "ccomp", "acl", "pcomp", "pobj", "prep", "acomp", "dobj", "conj", "advcl"})
"""How a word hangs on what is said of it: "hopes to sign", "hopeful of signing", "hopes that both are close to one"."""
REACH = 6


def is_hoped(word: Token, lexicon: Lexicon) -> bool:
    """Whether the word stands in what somebody hopes, wishes or fears: "hopes that both sign", "hopes for a deal"."""
    hoping = lexicon.words(TABLE, "hope")
    for _ in range(REACH):
        if word.dep_ not in BELOW or word.head == word or _is_told_beside(word):
            return False
        above = word.head
        of_what = [above, *(c for c in above.children if c.dep_ in SUBJECTS and word.dep_ == "ccomp")]
        if any({token.lemma_.lower(), token.lower_} & hoping for token in of_what):
            return True
        word = above
    return False


def _is_told_beside(word: Token) -> bool:
    """ "Norway hopes for peace, and both signed", "hopes rose as both signed": a clause with a subject of its own."""
    return word.dep_ in {"conj", "advcl"} and any(c.dep_ in SUBJECTS for c in word.children)
