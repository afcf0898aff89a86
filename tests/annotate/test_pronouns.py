"""Whom a pronoun stands for."""

import pytest
from tests.annotate.reading import annotated, referents

from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        # A name or a title tells a woman from a man.
        ("Envoy Ana Torv and envoy Omar Haddad met in Oslo. She left early.", "She", ("Ana Torv",)),
        ("Envoy Ana Torv and envoy Omar Haddad met in Oslo. He left early.", "He", ("Omar Haddad",)),
        ("Mrs. Quist met Mr. Lund in Oslo. She left early.", "She", ("Quist",)),
        # Whoever spoke goes on to speak.
        (
            'Omar Haddad said that Boris Lund had agreed. He added: "We are glad."',
            "He",
            ("Omar Haddad",),
        ),
        # The owner of the occasion is its subject; "who" is a subject.
        ("Boris Lund came. In Omar Haddad's speech on Monday, he set out his terms.", "he", ("Omar Haddad",)),
        (
            "Boris Lund took questions from Omar Haddad, who asked for time and insisted he had none.",
            "he",
            ("Omar Haddad",),
        ),
    ],
)
def test_a_pronoun_stands_for_the_likeliest_person_of_its_sex(text, pronoun, expected):
    assert referents(text)[pronoun] == expected


def test_where_two_persons_are_equally_near_nobody_is_guessed_at():
    layers = annotated("Boris Lund and Omar Haddad met in Oslo. He said the port was open.")
    he = next(m for m in layers.mentions if m.form == "pronoun")
    assert (he.actors, {layers.actors[i].name for i in he.candidates}) == ((), {"Boris Lund", "Omar Haddad"})


@pytest.mark.parametrize("row", [pytest.param(r, id=r.id) for r in load_lexicon().rows("actors/given_names")])
def test_a_row_has_a_word_of_its_example_and_none_of_its_counter_example(row):
    words = set(row.words)
    assert words & set(row.example.lower().rstrip(".").split())
    assert not words & set(row.counter.lower().rstrip(".").split())


def test_whose_something_is_makes_no_side_of_the_talks():
    text = "Kenya sent a team to Somalia. President Omar Haddad of Uganda was glad. The two sides laid out their terms."
    assert referents(text)["The two sides"] == ("Kenya", "Somalia")
