"""What a party withholds until something is done is a demand for that."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


def demands(text):
    return list(demand.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "by", "of", "content"),
    [
        ("The Lake Fund will not release the money until Kenya makes reforms.", ["Lake Fund"], ["Kenya"],
         "Kenya makes reforms"),
        ("Envoy Ana Torv of Kenya said that talks would not resume until Uganda freed the prisoners.", ["Ana Torv"],
         ["Uganda"], "Uganda freed the prisoners"),
        ("Kenya will not attend the talks unless Uganda withdraws its troops.", ["Kenya"], ["Uganda"],
         "Uganda withdraws its troops"),
        ("No loans will be paid before Kenya holds elections, the Lake Fund said.", ["Lake Fund"], ["Kenya"],
         "Kenya holds elections"),
        ("The lenders refused to release the money until Kenya holds elections.", ["lenders"], ["Kenya"],
         "Kenya holds elections"),
        ("Kenya accepts the talks on condition that Uganda frees the prisoners.", ["Kenya"], ["Uganda"],
         "Uganda frees the prisoners"),
        ("“There can be no peace without the withdrawal of the army,” Kenyan envoy Ana Torv said.", ["Ana Torv"], [],
         "the withdrawal of the army"),
        ("No deal is possible without the release of the captives, Kenyan envoy Ana Torv said.", ["Ana Torv"], [],
         "the release of the captives"),
        ("The Lake Fund made the loan conditional on free elections.", ["Lake Fund"], [], "free elections"),
        ("Free elections are a precondition for peace, Kenyan envoy Ana Torv said.", ["Ana Torv"], [],
         "Free elections"),
    ],
)  # fmt: skip
def test_what_has_to_be_done_first_is_demanded_by_whoever_withholds(text, by, of, content):
    (found,) = demands(text)
    assert ([a.name for a in found.by], [a.name for a in found.of], found.content, found.condition) == (
        by, of, content, "suspensive",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The train did not leave until Kenya freed the prisoners.",
        "“We will not rest until Uganda frees the prisoners,” Kenyan envoy Ana Torv said.",
        "“We will not sign until we see a draft,” Kenyan envoy Ana Torv said.",
        "“We will not know until Uganda frees the prisoners,” Kenyan envoy Ana Torv said.",
        "An envoy of Kenya spoke on condition that he not be named before free elections.",
        "Free elections are no precondition for peace, Kenyan envoy Ana Torv said.",
        "An envoy of Kenya spoke of free elections on condition of anonymity.",
        "Kenya will stay at the talks until Uganda frees the prisoners.",
        "The shop will not open until the snow melts, Kenyan envoy Ana Torv said.",
        "There was no peace without the withdrawal of the army, Kenyan envoy Ana Torv said.",
        "There can be no soup without salt, Kenyan envoy Ana Torv said.",
        "Kenya gave Uganda ten boats to leave the port.",
    ],
)
def test_what_came_later_is_vowed_or_awaited_is_no_condition(text):
    assert demands(text) == []


@pytest.mark.parametrize(
    ("text", "of", "content"),
    [
        ("Kenya gave Uganda ten days to leave the port.", ["Uganda"], "leave the port"),
        ("Kenya gave Uganda and Chad ten days to leave the port.", ["Uganda", "Chad"], "leave the port"),
        ("Kenya gave the rebels until Friday to leave the town.", ["rebels"], "leave the town"),
    ],
)
def test_a_time_set_for_a_deed_demands_it(text, of, content):
    (found,) = demands(text)
    assert ([a.name for a in found.by], [a.name for a in found.of], found.content) == (["Kenya"], of, content)
