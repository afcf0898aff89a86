"""Aid that a state will give and the deeds of one's own troops are pledges, whoever tells of them."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import pledge
from dragoman.lexicon import load_lexicon


def pledged(text):
    return [(one.by.name, one.content) for one in pledge.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya is to give Uganda two ships.", [("Kenya", "Kenya is to give Uganda two ships")]),
        ("Kenya is to give Uganda naval support.", [("Kenya", "Kenya is to give Uganda naval support")]),
        ("Kenya will provide Uganda with grain.", [("Kenya", "Kenya will provide Uganda with grain")]),
        ("Kenya is expected to give Uganda two ships.", []),
        ("Kenya will not give Uganda two ships.", []),
        ("Kenya will send Uganda an envoy.", []),
        ("Chad's minister said that Kenya will give Uganda two ships.", []),  # his forecast
        ("Kenya will give its farmers two ships.", []),
    ],
)
def test_what_the_article_says_a_state_will_give_another_is_its_pledge(text, expected):
    assert pledged(text) == expected


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Minister Ana Torv of Kenya said her team would repair the port by May.", ["Ana Torv"]),
        ("Minister Ana Torv of Kenya said Kenyan troops would hold their positions.", ["Ana Torv"]),
        ("Minister Ana Torv of Kenya said the rebels would repair the port by May.", []),
    ],
)
def test_what_ones_own_people_will_do_one_pledges(text, by):
    assert [name for name, _ in pledged(text)] == by


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya voiced its intention to rebuild the port.", [("Kenya", "to rebuild the port")]),
        ("Kenya doubted the intention of Chad to rebuild the port.", []),
        ("Kenya has no intention to rebuild the port.", []),
    ],
)
def test_an_intention_that_is_said_aloud_is_a_pledge(text, expected):
    assert pledged(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya gave assurances that it would not attack the port.", [("Kenya", "it would not attack the port")]),
        ("Kenya wants assurances that Chad would not attack the port.", []),
        ("Kenya promised not to attack the port.", [("Kenya", "not to attack the port")]),
        ("Kenya vowed to attack the port.", []),  # a threat
        ("Kenya committed 20 million dollars to the fund.", [("Kenya", "20 million dollars to the fund")]),
        ("Kenya committed crimes at the port.", []),
    ],
)
def test_assurances_what_is_forsworn_and_sums_are_pledges(text, expected):
    assert pledged(text) == expected
