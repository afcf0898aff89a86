"""Where the words of a table stand in a text: every lemma and every form of it is listed once, not once a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Token


def standing(doc: Doc, words: Iterable[str]) -> Iterator[Token]:
    """The tokens whose lemma or form, in lower case, is one of `words`, in the order of the text."""
    places = doc.places
    for at in sorted({at for word in places.keys() & words for at in places[word]}):
        yield doc.tokens[at]
