"""How well a sentence matches, told from the sentence alone."""

from __future__ import annotations

import pytest

from dragoman.ledger.matching import MOST_RANKED, Row, Term, match, ranked, terms_of


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("truce", (Term(("truce",)),)),
        ('"prisoner swap" OR truce*', (Term(("prisoner", "swap")), Term(("truce",), True))),
        ("truce NOT Tern AND (grain)", (Term(("truce",)), Term(("grain",)))),
        ("30-day Kö́ln", (Term(("30", "day")), Term(("koln",)))),
        ('"', ()),
    ],
)
def test_what_a_query_wants_is_its_words_phrases_and_beginnings(query: str, terms: tuple[Term, ...]) -> None:
    assert terms_of(query) == terms


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("truce", "A truce, and then a truce again.", "A truce, and then a war again."),
        ("truce", "The truce holds.", "The truce, they said in Tern on Friday after some hours of talks, still holds."),
        ("truce OR grain", "A truce for grain.", "A truce for coal."),
        ('"grain deal"', "The grain deal and the grain deal of May.", "The grain deal and a deal on grain of May."),
        ("cross*", "They cross at the crossing.", "They wait at the crossing."),
    ],
)
def test_more_of_what_was_asked_for_in_fewer_words_matches_better(query: str, better: str, worse: str) -> None:
    assert match(better, terms_of(query)) > match(worse, terms_of(query))


def row(n: int, sentence: str) -> Row:
    return (f"a{n}", 0, len(sentence), sentence, "", f"2031-03-{28 - n % 28:02}")


def test_the_best_of_the_newest_come_first_then_the_rest_by_day() -> None:
    rows = [row(n, "a truce of some days") for n in range(MOST_RANKED)]
    rows[7] = row(7, "truce, truce")
    older = [row(MOST_RANKED, "truce truce truce"), row(MOST_RANKED + 1, "truce")]
    found = list(ranked([*rows, *older], "truce"))
    assert found[0] == rows[7]
    assert found[1:8] == rows[:7]  # of equals the newest
    assert found[-2:] == older
