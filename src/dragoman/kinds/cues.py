"""Where the words of a table's rows stand in a text: lemmas and phrases of lemmas, small words between them allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.standing import standing
from dragoman.lexicon import Row

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Token

SKIPPED = frozenset({"ADV", "DET", "ADJ", "CCONJ", "NUM"})
REACH = 3


class Cue(Struct, frozen=True):
    """Words of a row in the text: the row, its first word's token index and its last one's, and the phrase itself."""

    row: Row
    first: int
    last: int
    words: str


CueTable = Mapping[str, Sequence[tuple[tuple[str, ...], Row]]]
"""The phrases of some rows, each with its row, by their first word."""


def cue_table(rows: Iterable[Row]) -> CueTable:
    """The rows ready for look-up; a phrase is parted by blanks."""
    phrases: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for row in rows:
        for phrase in row.words:
            parts = tuple(phrase.split(" "))
            phrases.setdefault(parts[0], []).append((parts, row))
    return phrases


def find_cues(doc: Doc, phrases: CueTable) -> Iterator[Cue]:
    """Every place where a row's words stand in this order inside one sentence, at each word the longest phrase.

    A word is a lemma or a form in lower case. Up to three adverbs, determiners, adjectives or "and/or" may stand
    between two words ("did not immediately respond"). `row.pos` is what the first word must be: "VERB", "NOUN", "ADJ".
    """
    around = doc.places
    for token in standing(doc, phrases):
        known = [found for word in {token.lemma_.lower(), token.lower_} for found in phrases.get(word, ())]
        fitting = [
            Cue(row, token.i, last, " ".join(parts))
            for parts, row in known
            if all(part in around for part in parts)
            and (not row.pos or token.pos_ in row.pos.split(" "))
            and (last := _end(token, parts)) is not None
        ]
        if fitting:
            yield max(fitting, key=lambda cue: (len(cue.words.split(" ")), cue.last, cue.row.id))


def _end(token: Token, parts: tuple[str, ...]) -> int | None:
    """The index of the token that is the phrase's last word; None when the phrase does not stand here."""
    at = token.i
    if len(parts) == 1:
        return at
    doc = token.doc
    for part in parts[1:]:
        for following in range(at + 1, min(at + 2 + REACH, len(doc))):
            word = doc[following]
            if word.is_sent_start:
                return None
            if _is(word, part):
                at = following
                break
            if word.pos_ not in SKIPPED and word.tag_ != "PRP$":
                return None
        else:
            return None
    return at


def _is(token: Token, word: str) -> bool:
    return word in (token.lemma_.lower(), token.lower_)
