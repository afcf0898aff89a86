"""Noun phrases without a name stand for groups, offices, governments and their sides."""

import pytest
from tests.annotate.reading import annotated


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Ugandan negotiators left the hall.", "Ugandan negotiators", "Uganda"),
        ("The Ugandan government left the hall.", "Uganda", "Uganda"),
        ("Teams of Ugandan negotiators left the hall.", "Ugandan negotiators", "Uganda"),
        ("Malian rebels took the bridge.", "Malian rebels", "Malian opposition"),
        ("A senior official left the hall.", "senior official", None),
        ("Kenya's UN ambassador left the hall.", "Kenya's UN ambassador", "Kenya"),
        ("Kenya's Western partners left the hall.", "Kenya's Western partners", None),
        ("The Kenyan-backed rebels left the hall.", "Kenyan-backed rebels", None),
        ("The Kenyan-backed government of Uganda left the hall.", "Uganda", "Uganda"),
        ("Mali's main opposition group left the hall.", "Mali's main opposition group", "Malian opposition"),
        ("A team from Mali's opposition left the hall.", "team from Mali's opposition", "Malian opposition"),
        ("The Kenya Contact Group met in the hall.", "Kenya Contact Group", None),
        ("Rebels from Mali left the hall.", "rebels from Mali", "Mali"),
        ("A source told Reuters Mali's opposition left the hall.", "Mali's opposition", "Malian opposition"),
    ],
)
def test_a_group_is_named_by_its_words_and_sided_by_its_modifier(text, name, side):
    assert (name, side) in [(a.name, a.side) for a in annotated(text).actors]


def test_a_long_title_is_the_one_named_behind_it():
    layers = annotated(
        "Deputy Assistant to the President and Coordinator for the Far East Ana Torv met with Omar Nur in Oslo."
    )
    roles = [m for m in layers.mentions if m.form == "role" and layers.doc[m.head].text in {"Assistant", "Coordinator"}]
    assert [[layers.actors[i].name for i in m.actors] for m in roles] == [["Ana Torv"]] * 2


def test_titles_in_capitals_stand_for_the_states_of_their_holders():
    layers = annotated("Norway hosted the Prime Ministers of Kenya and Uganda.")
    first = next(m for m in layers.mentions if m.form == "role")
    assert [layers.actors[i].name for i in first.actors] == ["Kenya", "Uganda"]


@pytest.mark.parametrize(
    "text",
    [
        "Representatives from both Kenya and Uganda came.",
        "Norway held talks with the delegations of Kenya and of Uganda, separately and at expert level.",
        "Envoys from Kenya's army and the Ugandan government came.",
    ],
)
def test_representatives_of_two_states_are_the_two_states(text):
    layers = annotated(text)
    first = next(m for m in layers.mentions if m.form == "role")
    assert [layers.actors[i].name for i in first.actors] == ["Kenya", "Uganda"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She met her Chadian rival and tough opponent, Omar Haddad, in Oslo.", ["Omar Haddad"]),
        ("They flew in for a meeting with Torv's special envoy, Omar Haddad, who was late.", ["Omar Haddad"]),
        ("She met the Chadian envoy and the mediator in Oslo.", ["Chadian envoy", "mediator"]),
    ],
)
def test_the_second_noun_for_a_person_named_at_once_is_nobody_else(text, names):
    actors = [a.name for a in annotated(text).actors if a.kind in {"person", "group"} and a.name != "Torv"]
    assert actors == names
