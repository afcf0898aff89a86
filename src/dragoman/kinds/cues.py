"""Where the words of a table's rows stand in a text: lemmas and phrases of lemmas, small words between them allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

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


class Entry(NamedTuple):
    """A phrase of a row, ready for look-up; `poses` is what its first word may be, empty where it may be anything."""

    phrase: tuple[str, ...]
    needed: frozenset[str]
    poses: frozenset[str]
    row: Row


def entry(phrase: str, row: Row) -> Entry:
    """The entry of a phrase, which is parted by blanks."""
    parts = tuple(phrase.split())
    return Entry(parts, frozenset(parts), frozenset(row.pos.split()), row)


CueTable = Mapping[str, Sequence[Entry]]
"""The phrases of some rows by their first word."""


def cue_table(rows: Iterable[Row]) -> CueTable:
    """The rows ready for look-up; a phrase is parted by blanks."""
    phrases: dict[str, list[Entry]] = {}
    for one in (entry(phrase, row) for row in rows for phrase in row.words):
        phrases.setdefault(one.phrase[0], []).append(one)
    return phrases


def find_cues(doc: Doc, phrases: CueTable) -> Iterator[Cue]:
    """Every place where a row's words stand in this order inside one sentence, at each word the longest phrase.

    A word is a lemma or a form in lower case. Up to three adverbs, determiners, adjectives or "and/or" may stand
    between two words ("did not immediately respond"). `row.pos` is what the first word must be: "VERB", "NOUN", "ADJ".
    """
    around = doc.places.keys()
    for token in standing(doc, phrases.keys()):
        known = [found for word in {token.lemma_.lower(), token.lower_} for found in phrases.get(word, ())]
        fitting = [
            Cue(row, token.i, last, " ".join(parts))
            for parts, needed, poses, row in known
            if (not poses or token.pos_ in poses) and around >= needed and (last := _end(token, parts)) is not None
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
