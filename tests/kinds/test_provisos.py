"""What an acceptance is bound to by other words than "if"."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand, response
from dragoman.kinds.provisos import provisos
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "about", "conditions"),
    [
        ("Uganda agreed to a truce, provided that sieges were lifted.", "a truce", ["sieges were lifted"]),
        (
            "Uganda's opposition said it had agreed to a short truce, provided there were guarantees that Kenya would "
            "leave, prisoners were freed and grain was let through.",
            "a short truce",
            ["there were guarantees that Kenya would leave", "prisoners were freed", "grain was let through"],
        ),
        (
            "President Paul Okello said he was ready for a truce on condition that rebels did not use it to rearm, "
            "and that countries arming them stopped.",
            "a truce",
            ["rebels did not use it to rearm", "countries arming them stopped"],
        ),
        ("Uganda agrees to the plan as long as its prisoners are freed.", "the plan", ["its prisoners are freed"]),
        ("Uganda backed the plan so long as it is monitored.", "the plan", ["it is monitored"]),
        ("Uganda accepted the plan, subject to guarantees on fishing.", "the plan", ["guarantees on fishing"]),
        (
            "Uganda will join the talks in exchange for the release of prisoners.",
            "the talks",
            ["the release of prisoners"],
        ),
        ("Uganda accepted the truce, on the condition of a full withdrawal.", "the truce", ["a full withdrawal"]),
        (
            "Uganda will attend the talks only after Kenya frees the prisoners.",
            "the talks",
            ["Kenya frees the prisoners"],
        ),
    ],
)
def test_what_is_accepted_with_a_proviso_is_accepted_conditionally(text, about, conditions):
    (found,) = response.find(annotated(text), load_lexicon())
    assert (found.stance, found.about, list(found.conditions)) == ("accept_conditionally", about, conditions)


@pytest.mark.parametrize(
    "text",
    [
        "Uganda accepted the plan, an official said on condition of anonymity.",
        "Uganda accepted the deal that Kenya had offered in exchange for grain.",
        "Uganda agreed to the plan, provided by the mediators in May.",
        "Uganda accepted the plan as long ago as May.",
    ],
)
def test_what_binds_another_clause_is_no_condition(text):
    (found,) = response.find(annotated(text), load_lexicon())
    assert (found.stance, found.conditions) == ("accept", ())


def test_each_condition_is_a_demand_on_who_is_to_meet_it():
    text = "Uganda accepts the truce provided Kenya frees the prisoners."
    found = [(one.content, [a.name for a in one.of]) for one in demand.find(annotated(text), load_lexicon())]
    assert found == [("Kenya frees the prisoners", ["Kenya"])]


def test_conditions_that_are_not_told_are_no_demand():
    assert not list(demand.find(annotated("Kenya set its own conditions for the truce."), load_lexicon()))


def test_provisos_are_heads_in_the_order_of_the_text():
    doc = annotated("Uganda backed the truce so long as it is monitored.").doc
    assert [token.text for token in provisos(doc[1])] == ["monitored"]
