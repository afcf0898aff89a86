"""Steps of give and take that are bound to what another does."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


def asked(text):
    return [d.content for d in demand.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya said the truce might be extended if aid arrived and if Chad did not attack the port.",
            ["aid arrived", "Chad did not attack the port"],
        ),
        ("Kenya has warned it won't participate if Chad isn't there.", ["Chad isn't there"]),
        ("Kenya will sign the accord once Chad withdraws its troops.", ["Chad withdraws its troops"]),
        (
            "The Kenyan rebels would accept a truce, but only if Chad ended its raids and the army left the port.",
            ["Chad ended its raids", "the army left the port"],
        ),
        ("Kenya said it would win the cup if Chad freed the prisoners.", []),
        ("Kenya said it would sign if its demands were met.", []),
        ("Kenya said it signed even if Chad held the prisoners.", []),
    ],
)
def test_the_condition_of_a_step_ahead_is_a_demand(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya was ready to cut its stockpile in exchange for an end to sanctions.", ["an end to sanctions"]),
        ("Kenya freed the envoy in exchange for an end to sanctions.", []),
        ("In return for neutrality, Kenya would receive aid.", []),
    ],
)
def test_what_is_asked_for_what_is_still_to_be_given_is_a_demand(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya threatened to leave the bloc unless Chad reopened the port.", ["Chad reopened the port"]),
        ("Kenya vowed to continue the siege until Chad frees the envoy.", ["Chad frees the envoy"]),
        ("Kenya vowed to rest until Chad frees the envoy.", []),
        (
            "Kenya told Chad that funds will be released only when judicial reforms are adopted.",
            ["judicial reforms are adopted"],
        ),
    ],
)
def test_what_is_threatened_or_kept_up_until_then_is_bound_to_it(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan rebels said they could not negotiate while they were being bombed.", ["they were being bombed"]),
        ("The Kenyan rebels said they will not sign while Chad hopes for rain.", []),
    ],
)
def test_what_must_end_before_a_step_is_a_demand(text, expected):
    assert expected == asked(text)
