"""The words around an act (data/kinds/action_words.toml) by what they mean."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from dragoman.lexicon import Row


class ActWords(Struct, frozen=True):
    """The table `action_words` by meaning."""

    light: frozenset[str]
    figure: frozenset[str]
    space: frozenset[str]
    aimed: frozenset[str]
    real: frozenset[str]
    means: frozenset[str]
    threat: frozenset[str]
    receiving: frozenset[str]
    answering: frozenset[str]
    town: frozenset[str]
    people: frozenset[str]
    pact: frozenset[str]


@cache
def act_words(rows: tuple[Row, ...]) -> ActWords:
    """The words of the rows of `action_words` by their meaning."""

    def meaning(means: str) -> frozenset[str]:
        return frozenset(word for row in rows if row.means == means for word in row.words)

    meanings = (
        "light",
        "figure",
        "space",
        "aimed",
        "real",
        "means",
        "threat",
        "receiving",
        "answering",
        "town",
        "people",
        "pact",
    )
    return ActWords(*(meaning(means) for means in meanings))
