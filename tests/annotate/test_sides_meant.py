"""Who "the parties" and "the leaders" are, right after those who acted together were told."""

import pytest
from tests.annotate.reading import referents


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("Representatives of Kenya, Uganda and Chad set up a new forum. The parties consider the lake critical.",
         "The parties", ("Kenya", "Uganda", "Chad")),
        ("Chad, Togo and Mali came. Kenya and Uganda signed a pact. The two sides said it was fair.", "The two sides",
         ("Kenya", "Uganda")),
        ("Kenya, Uganda and Chad signed a pact. The two sides said it was fair.", "The two sides", ("sides",)),
        ("Kenya and Uganda warned Chad of a raid. The two sides said it was fair.", "The two sides", ("sides",)),
        ("Kenya said no. The parties said it was fair.", "The parties", ("parties",)),
    ],
)  # fmt: skip
def test_the_parties_are_those_who_acted_together_just_before(text, mention, expected):
    assert referents(text)[mention] == expected


def test_leaders_who_were_briefed_on_a_call_are_not_those_of_that_call():
    text = "President Ana Torv briefed leaders on her call with President Omar Haddad. The leaders underscored it."
    assert referents(text)["The leaders"] == ("leaders",)
