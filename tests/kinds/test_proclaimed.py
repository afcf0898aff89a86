"""Agreements that are told without those who made them, and whose they are."""

import pytest
from tests.annotate.reading import annotated
from tests.cost import calls

from dragoman.kinds.finders import agreement
from dragoman.lexicon import load_lexicon


def agreements(text):

    return list(agreement.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "parties", "content"),
    [
        ("Envoys announced a ten-day extension of the ceasefire between Kenya and Uganda.", ["Kenya", "Uganda"],
         "a ten-day extension of the ceasefire between Kenya and Uganda"),
        ("Norway welcomed the announcement of a truce between Kenya and Uganda.", ["Kenya", "Uganda"],
         "a truce between Kenya and Uganda"),
        ("A truce between Kenya and Uganda took effect at noon.", ["Kenya", "Uganda"],
         "A truce between Kenya and Uganda"),
        ("The signing of the accord between Kenya and Uganda was cheered.", ["Kenya", "Uganda"],
         "the accord between Kenya and Uganda"),
        ("Crowds cheered the Kenya-Uganda truce. The truce was prolonged by a day.", ["Kenya", "Uganda"],
         "The truce was prolonged by a day"),
        ("A truce was declared in Kenya.", [], "A truce was declared in Kenya"),
        ("Mediators declared a truce in Kenya.", [], "a truce in Kenya"),
        ("A ceasefire has been agreed between Kenya and Uganda.", ["Kenya", "Uganda"], "A ceasefire"),
        ("Kenya confirmed that it had agreed to a ceasefire with Uganda.", ["Kenya", "Uganda"],
         "a ceasefire with Uganda"),
        ("A deal to prolong the truce was announced.", [], "A deal to prolong the truce"),
        ("The road opened on Monday as a truce came into force.", [], "a truce"),
        ("Trade began anew after a truce took effect.", [], "a truce"),
        ("A truce was declared. The war between Kenya and Uganda had cost many lives.", ["Kenya", "Uganda"], "A truce"),
        ("Norway brokered a truce on Monday.", [], "a truce"),
        ("Norway announced a ceasefire deal.", [], "a ceasefire deal"),
        ("Both parties agreed to a 30-day ceasefire.", [], "a 30-day ceasefire"),
        ("The warring sides agreed to extend the truce.", [], "extend the truce"),
    ],
)  # fmt: skip
def test_an_agreement_is_read_without_those_who_made_it(text, parties, content):
    (found,) = agreements(text)
    assert ([a.name for a in found.parties], found.content, found.status) == (parties, content, "reached")


def test_a_truce_has_the_parties_that_the_article_gives_it_elsewhere():
    text = "Kenya and Uganda agreed to a truce on Monday. On Tuesday the envoys announced an extension of the truce."
    first, then = agreements(text)
    assert [[a.name for a in found.parties] for found in (first, then)] == [["Kenya", "Uganda"]] * 2
    assert first.when.start < then.when.start


def test_of_two_pairs_none_is_lent():
    text = "The Kenya-Uganda truce held, and so did the Sudan-Chad truce. Envoys announced an extension of the truce."
    assert [found.parties for found in agreements(text) if found.rule == "agreement.welcome" or not found.parties] == [
        ()
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway would welcome a truce in Kenya.",
        "That was before the truce was extended for another year.",
        "Norway called for an extension of the ceasefire.",
        "Envoys failed to announce a ceasefire.",
        "No ceasefire was announced in Kenya.",
        "A ceasefire may be announced on Monday.",
        "Crowds gathered ahead of the announcement of a ceasefire.",
        "Since the ceasefire took effect on Monday, nobody was hurt.",
        "The truce is extended if both comply.",
        "Kenya declared a unilateral truce.",
        "Kenya announced an extension of its ceasefire.",
        "Kenya announced a ceasefire for the feast.",
        "Raids went on despite a truce announced in May 2020.",
        "Raids went on despite a truce brokered by Norway.",
        "Norway sponsored the truce and lent it its monitors.",
        "It began with a negotiated ceasefire.",
        "The ceasefire had started bringing relief.",
        "The ceasefire takes effect today.",
        "The agreement was signed in Oslo.",
        "Norway helped to broker the truce.",
        "When the truce is reached, the road will open.",
    ],
)
def test_what_is_wished_for_one_sided_or_long_past_is_no_new_agreement(text):
    assert agreements(text) == []


def test_an_old_truce_with_its_parties_has_its_own_time_beside_the_new_one():
    text = "Kenya and Uganda agreed to a truce. In May 2021 Kenya and Uganda agreed to a truce as well."
    now, then = agreements(text)
    assert (now.when, then.when.start.isoformat()) == (None, "2021-05-01")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Kenya-Uganda truce is a month old. Uganda broke the truce on Monday.", ["Uganda", "Kenya"]),
        ("The Kenya-Uganda truce is a month old. Norway said that the truce had collapsed.", ["Kenya", "Uganda"]),
        ("A shaky ceasefire broke down within hours.", []),
    ],
)
def test_a_truce_is_broken_by_one_of_its_parties_who_stands_first(text, parties):
    (found,) = agreements(text)
    assert ([actor.name for actor in found.parties], found.status) == (parties, "broken")


@pytest.mark.parametrize(
    "text",
    [
        "The truce between Kenya and Uganda is fragile. Sudan broke the truce.",
        "Kenya accused Uganda of breaking the ceasefire.",
        "The ceasefire has all but collapsed.",
        "The deal collapsed.",
    ],
)
def test_a_truce_is_broken_by_no_third_party_and_not_by_an_accusation(text):
    assert [found for found in agreements(text) if found.status == "broken"] == []


def test_agreements_of_a_long_text_cost_in_proportion_to_its_length():
    unit = (
        "The Kenya-Uganda truce holds. Envoys announced an extension of the truce. Kenya and Uganda signed a deal.\n\n"
    )
    taken = []
    for times in (20, 80):
        layers = annotated(unit * times)
        taken.append(calls(lambda layers=layers: list(agreement.find(layers, load_lexicon()))))
    assert taken[1] < 4 * taken[0] * 1.5  # quadratic work would be sixteen times as much
