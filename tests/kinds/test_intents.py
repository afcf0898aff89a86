"""What somebody says that its own side stands ready or means to do."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import pledge
from dragoman.lexicon import load_lexicon


def pledges(text):
    return [(p.by.name, p.content) for p in pledge.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "by", "content"),
    [
        (
            "Kenyan envoy Ana Torv said Kenya was ready to send boats to the lake if the council agreed.",
            "Ana Torv",
            "to send boats to the lake",
        ),
        ("Kenya said it intends to keep bombing the camps.", "Kenya", "to keep bombing the camps"),
        (
            "Kenyan envoy Ana Torv said her country was prepared to rebuild the harbour.",
            "Ana Torv",
            "to rebuild the harbour",
        ),
    ],
)
def test_what_one_is_ready_or_means_to_do_is_promised(text, by, content):
    assert pledges(text) == [(by, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan envoy Ana Torv said Kenya was ready to talk to the rebels.",  # an answer
        "Kenyan envoy Ana Torv said Kenya was not ready to send boats to the lake.",
        "Kenyan envoy Ana Torv said Uganda was ready to send boats to the lake.",  # another's
        "Kenyan envoy Ana Torv said Kenya was ready to hand over boats in exchange for grain.",  # terms
        "The boats were ready to leave the harbour.",
    ],
)
def test_answers_offers_and_what_others_mean_to_do_are_none(text):
    assert pledges(text) == []


def test_a_states_name_before_a_promise_tells_whose_it_is():
    text = "Envoy Omar Haddad reaffirmed the Kenyan commitment to rebuild the harbour."
    assert pledges(text) == [("Kenya", "to rebuild the harbour")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoy Ana Torv reaffirmed Kenya's commitment to the withdrawal of its boats.", ["Kenya"]),
        ("Envoy Ana Torv reaffirmed Kenya's commitment to its values.", []),
        ("“We repeat our commitment to rebuild the harbour,” President Ana Torv of Kenya said.", ["Ana Torv"]),
    ],
)
def test_a_commitment_to_a_deed_is_a_promise_of_whose_it_is(text, expected):
    assert [by for by, _ in pledges(text)] == expected
