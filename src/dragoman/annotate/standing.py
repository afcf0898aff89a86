"""Where the words of a table stand in a text: every lemma and every form of it is listed once, not once a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

KEY, TEXT = "dragoman.standing", "dragoman.text"
"""Under which a parsed text keeps its list, and itself."""


def standing(doc: Doc, words: Iterable[str]) -> Iterator[Token]:
    """The tokens whose lemma or form, in lower case, is one of `words`, in the order of the text."""
    places = places_in(doc)
    for at in sorted({at for word in words for at in places.get(word, ())}):
        yield doc[at]


def places_in(doc: Doc) -> Mapping[str, list[int]]:
    """For each word the numbers of the tokens that have it as lemma or form."""
    places: dict[str, list[int]] | None = doc.user_data.get(KEY)
    if places is None:
        places = {}
        for token in doc:
            for word in {token.lemma_.lower(), token.lower_}:
                places.setdefault(word, []).append(token.i)
        doc.user_data[KEY] = places
    return places


def text_of(doc: Doc) -> str:
    """The text of a parsed text, joined once: spaCy joins it anew, word by word, at every call."""
    text: str | None = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return text
