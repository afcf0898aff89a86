"""Acts that are asked about, warned of, averted, aimed at or only felt as a threat are none that the text tells."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def types(text, **given):
    return [record.type for record in action.find(annotated(text, **given), LEXICON)]


@pytest.mark.parametrize(
    "text",
    [
        "Do you think that Kenyan forces have seized the Ugandan trawler?",
        "What if they agreed on a truce between Kenya and Uganda that lasted a month?",
        "We are working on making sure that the truce in Kenya holds.",
        "The text called on the Houthis to give up the towns they seized.",
        "Have Kenyan forces seized the Ugandan trawler?",
        "The papers warned about Kenya's attack on Uganda without any proof.",
        "The envoy made false claims of a Ugandan attack on the Kenyan border.",
        "The allies took steps to deter a Kenyan raid or a Ugandan attack on Rwanda.",
        "They will see to it that there is not renewed Ugandan aggression against Kenya.",
        "Kenya says its safety is threatened by Ugandan exercises.",
        "The army fell short of its two aims: capturing Torvik and shelling the Ugandan border.",
    ],
)
def test_what_is_only_thought_of_is_no_act(text):
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan forces have seized the Ugandan trawler.", ["ASSAULT"]),
        ("The Houthis are looting the towns they seized.", ["ASSAULT"]),
        ("The truce in Kenya holds.", ["RETREAT"]),
        ("The papers told of Kenya's attack on Uganda.", ["ASSAULT"]),
        ("Kenya says it is threatened by Uganda.", ["THREATEN"]),
        ("Why did Kenyan forces seize the Ugandan trawler?", ["ASSAULT"]),
        ("Are you surprised by the speed with which Kenya has seized the Ugandan ports?", ["ASSAULT"]),
    ],
)
def test_what_is_told_is_one(text, expected):
    assert types(text) == expected


THOUGHT = [row for row in LEXICON.rows("kinds/action_words") if row.means in {"averting", "warning"}]


@pytest.mark.parametrize("row", THOUGHT, ids=lambda row: row.id)
def test_a_row_of_such_words_hides_the_act_of_its_example_and_not_of_its_counter_example(row):
    assert (types(row.example), types(row.counter)) == ([], ["ASSAULT"])
