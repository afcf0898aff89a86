"""The words of clauses about the future by what they mean: the tables `forecast` and `future_words`, for look-up."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from dragoman.lexicon import Lexicon, Row

TABLE = "kinds/future_words"


class FutureWords(Struct, frozen=True):
    """The table `future_words` by meaning, and the rows of `forecast` by how their words stand to the clause."""

    idle: frozenset[str]
    talk: frozenset[str]
    meeting: frozenset[str]
    happening: frozenset[str]
    harm: frozenset[str]
    refusal: frozenset[str]
    chair: frozenset[str]
    cry: frozenset[str]
    state: frozenset[str]
    standing: frozenset[str]
    bond: frozenset[str]
    terms: frozenset[str]
    measure: frozenset[str]
    firm: frozenset[str]
    giving: frozenset[str]
    modal: dict[str, Row]
    frame: dict[str, Row]
    above: dict[str, Row]
    adverb: dict[str, Row]
    object: dict[str, Row]
    whether: dict[str, Row]
    lean: dict[str, Row]
    of: dict[str, Row]
    timetable: dict[str, Row]
    appointment: frozenset[str]
    granting: frozenset[str]
    granted: Row
    copula: Row
    supposed: Row


def _tables(rows: tuple[Row, ...], around: tuple[Row, ...]) -> FutureWords:
    def by_word(pos: str) -> dict[str, Row]:
        return {word: row for row in rows if pos in row.pos.split(" ") for word in row.words}

    def meaning(means: str) -> frozenset[str]:
        return frozenset(word for row in around if row.means == means for word in row.words)

    return FutureWords(
        meaning("idle"), meaning("talk"), meaning("meeting"), meaning("happening"),
        meaning("harm"), meaning("refusal"), meaning("chair"), meaning("cry"), meaning("state"), meaning("standing"),
        meaning("bond"), meaning("terms"), meaning("measure"), meaning("firm"), meaning("giving"),
        by_word("modal"), by_word("frame"), by_word("above"), by_word("adverb"), by_word("object"),
        by_word("whether"), by_word("lean"), by_word("of"), by_word("timetable"),
        meaning("appointment"), frozenset(by_word("until")),
        next(row for row in rows if row.pos == "until dated"),
        next(row for row in rows if row.pos == "copula"), next(row for row in rows if row.pos == "supposed"),
    )  # fmt: skip


@cache
def future_words(lexicon: Lexicon) -> FutureWords:
    """The tables, ready for look-up."""
    return _tables(lexicon.rows("kinds/forecast"), lexicon.rows(TABLE))
