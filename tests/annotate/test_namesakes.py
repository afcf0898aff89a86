"""A known name inside another body's or people's name is not the state's."""

import pytest
from tests.annotate.reading import annotated


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Nairobi Times wrote that the port was open.", "Nairobi Times"),
        ("Malawi University said the port was open.", "Malawi University"),
        ("The Syrian Observatory for Peace said the port was open.", "Syrian Observatory for Peace"),
        ("The Joint Malawi Support Group met.", "Joint Malawi Support Group"),
    ],
)
def test_a_body_whose_name_begins_with_a_states_is_its_own(text, name):
    assert [(a.name, a.side, a.kind) for a in annotated(text).actors] == [(name, None, "organisation")]


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("The Kenyan Emergency Service said the port was open.", "Emergency Service", "Kenya"),
        ("The Iranian Revolutionary Guards said the port was open.", "Iran", "Iran"),
        ("Former US Nato ambassador Ana Torv left.", "Ana Torv", "United States"),
        ("Kenyan National Security Adviser Omar Torv left.", "Omar Torv", "Kenya"),
    ],
)
def test_a_states_own_bodies_and_posts_stay_its_own(text, name, side):
    assert (name, side) in [(a.name, a.side) for a in annotated(text).actors]


def test_a_people_of_two_states_is_neither():
    assert "Turkmenistan" not in [a.side for a in annotated("Iraqi Turkmen asked for a seat.").actors]
    assert "Turkmenistan" in [a.side for a in annotated("Turkmen envoys asked for a seat.").actors]


def test_an_organ_that_another_state_owns_is_not_that_of_the_first():
    layers = annotated("Secretary of Iran's Supreme National Security Council Vadim Nur left.")
    assert "United States" not in [actor.side for actor in layers.actors]


def test_the_noun_of_a_long_name_is_its_short_one():
    layers = annotated("The Syrian Observatory for Peace said no. The Observatory said a port had burned.")
    assert [actor.name for actor in layers.actors] == ["Syrian Observatory for Peace"]


@pytest.mark.parametrize(
    ("text", "is_of_nations"),
    [
        ("The Secretary of the Kenyan Security Council Oleg Nur left.", False),
        ("Ana Torv told a meeting of the State Security Council that talks would go on.", False),
        ("Kenya's Security Council met Uganda in Oslo.", False),
        ("The Security Council urged Kenya to withdraw.", True),
        ("Kenya took it to the UN Security Council.", True),
    ],
)
def test_a_security_council_of_a_state_is_not_that_of_the_nations(text, is_of_nations):
    assert ("United Nations" in [actor.name for actor in annotated(text).actors]) == is_of_nations
