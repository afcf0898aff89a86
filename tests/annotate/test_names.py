"""Spellings of one name share a key; surnames meet full names."""

import pytest

from dragoman.annotate.names import (
    fold,
    is_acronym,
    is_fathers_name,
    is_same_name,
    known_people,
    name_parts,
    spelling_key,
)
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelensky", "Zelenskiy"),
        ("Sergei", "Sergey"),
        ("Erdogan", "Erdoğan"),
        ("Andrii", "Andriy"),
        ("Assad's", "Assad"),
    ],
)
def test_spellings_of_one_name_share_a_key(one, other):
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ana Torv", "Torv", True),
        ("Ana Torv", "Ana Maria Torv", True),
        ("Ana Torv", "Omar Torv", False),
        ("Bashar al-Haddad", "Haddad", True),
        ("Ana Torv", "Haddad", False),
        ("Joe Torv", "Joseph R. Torv, Jr.", True),
    ],
)
def test_a_surname_belongs_to_its_full_name_and_to_no_other_first_name(one, other, expected):
    assert is_same_name(name_parts(one), name_parts(other)) is expected


def test_particles_and_initials_are_no_part_of_a_name():
    assert name_parts("Omar J. bin Haddad") == ("omar", "haddad")


def test_fold_drops_accents_and_the_genitive():
    assert fold("Lourenço’s") == "lourenco"


def test_a_surname_of_the_table_leads_to_the_full_name_and_side():
    assert known_people(load_lexicon())["lavrov"] == ("Sergei Lavrov", "Russia")


@pytest.mark.parametrize(
    ("name", "full", "expected"),
    [
        ("Salman", "Mohammed bin Salman", True),
        ("bin Salman", "Mohammed bin Salman", False),
        ("Lavrov", "Sergey Lavrov", False),
        ("Salman bin Abdulaziz", "Mohammed bin Salman", False),
    ],
)
def test_a_lone_name_may_be_the_fathers_only(name, full, expected):
    assert is_fathers_name(name, [full]) is expected


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("LCC", "Lake Chad Council", True),
        ("L.C.C.", "Lake Chad Council", True),
        ("ISL", "Institute for the Study of Lakes", True),
        ("LC", "Lake Chad Council", False),
        ("Lcc", "Lake Chad Council", False),
        ("KENYA", "Kenya", False),
    ],
)
def test_an_acronym_is_the_first_letters_of_a_name(short, name, expected):
    assert is_acronym(short, name) is expected
