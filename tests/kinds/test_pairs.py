"""Several who are named only as several are those who were named before, or nobody."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import agreement, demand, pledge
from dragoman.kinds.pairs import is_anybody
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The delegations from Kenya, Uganda, and Norway had agreed to an exchange of 300 prisoners.",
         [["Kenya", "Norway", "Uganda"]]),
        ("Kenya and Uganda met. On Tuesday Norway said that the sides had agreed to exchange prisoners.",
         [["Kenya", "Uganda"]]),
        ("Kenya, Uganda and Norway met. Both sides agreed to exchange prisoners.", []),
        ("Both governments agreed to exchange prisoners.", []),
        ("“Both countries' presidents agreed to exchange prisoners.”", []),
        ("Diplomats from a group of countries, including Kenya, Uganda and Norway, agreed to seek a truce.",
         [["Kenya", "Norway", "Uganda"]]),
    ],
)  # fmt: skip
def test_several_without_names_are_those_last_named_or_come_from(text, parties):
    found = [sorted(a.name for a in one.parties) for one in agreement.find(annotated(text), LEXICON)]
    assert found == parties


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Envoys of Kenya and Uganda met. Both sides vowed to reopen the road.", ["Kenya and Uganda"]),
        ("Both sides vowed to reopen the road.", ["sides"]),
        ("The farmers vowed to reopen the road.", ["farmers"]),
    ],
)
def test_a_promise_of_several_is_that_of_those_who_are_known(text, by):
    assert [one.by.name for one in pledge.find(annotated(text), LEXICON)] == by


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("both sides", True), ("leaders", False), ("countries' presidents", True), ("the two parties", True),
        ("all participants", False), ("all sides", False),
        ("rebel leaders", False), ("major powers", False), ("rebels", False),
    ],
)  # fmt: skip
def test_nobody_in_particular_is_told_by_the_words(name, expected):
    assert is_anybody(Actor(name, (), None, None, "group")) is expected


def test_we_of_a_statement_are_all_whose_statement_it_says_it_is():
    layers = annotated(
        "The following statement was released by the Governments of the United States and Kenya.\n\n"
        "We call on Uganda to release its prisoners. We are committed to rebuilding the border towns.",
        outlet="U.S. Department of State",
        title="Statement",
    )
    (asked,), (promised,) = list(demand.find(layers, LEXICON)), list(pledge.find(layers, LEXICON))
    assert sorted(a.name for a in asked.by) == ["Kenya", "United States"]
    assert promised.by.name == "United States and Kenya"
