"""Rules are tried around their key words only, and lose nothing by it."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.times.rules import load_rules, rule_keys
from dragoman.annotate.times.stretches import AHEAD, BACK, key, keys_of, places, stretches

RULES = load_rules()
ALPHABET = string.printable + "’‘“”–‑"


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Centuries", "cent"), ("yearlong", "year"), ("May", "may"), ("7", "9"), ("24", "99"), ("20310305", "9999")],
)
def test_words_are_compared_by_their_first_letters_and_figures_by_their_number(word, expected):
    assert key(word) == expected


def test_a_name_among_the_keys_stands_for_its_words():
    assert keys_of(["{part}", "noon"]) == {"morn", "afte", "even", "nigh", "noon"}


def around(text, *words):
    keys = keys_of(words)
    return list(stretches(places(text.lower(), keys), keys, text))


def test_only_what_lies_around_a_key_word_is_read():
    blank = " " * 3 * (BACK + AHEAD)
    text = f"{blank}noon{blank}{blank}noon{blank}"
    (first, second) = around(text, "noon")
    assert ["noon" in text[slice(*one)] for one in (first, second)] == [True, True]
    assert second[1] - first[0] < len(text) - BACK
    assert around(text, "dusk") == []
    assert around(text) == [(0, len(text))]


def test_stretches_that_meet_are_one():
    assert around("noon and noon", "noon") == [(0, 13)]


@pytest.mark.parametrize(("rule", "pattern"), RULES, ids=[rule.id for rule, _ in RULES])
@settings(max_examples=25, deadline=None)
@given(drawn=st.data())
def test_every_match_of_a_rule_has_one_of_its_keys(rule, pattern, drawn):
    text = drawn.draw(st.from_regex(pattern, alphabet=ALPHABET))
    keys = rule_keys()[rule.id]
    assert keys & places(text, keys).keys()


@pytest.mark.parametrize("filling", ["noon ", "noon", "the ", "7"])
def test_stretches_are_never_longer_together_than_the_text(filling):
    text = filling * 5_000
    assert sum(end - start for start, end in around(text, "noon", "9999")) <= len(text)
