"""A truce that began, lasts or was prolonged is an act of those who keep it, of the type RETREAT."""

import pytest
from tests.annotate.reading import annotated
from tests.cost import calls

from dragoman.kinds.finders import action, forecast, pledge
from dragoman.kinds.truces import is_truce
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def truces(text):
    return [act for act in action.find(annotated(text), LEXICON) if act.type == "RETREAT"]


@pytest.mark.parametrize("row", LEXICON.rows("kinds/truce"), ids=lambda row: row.id)
def test_a_row_finds_its_example_and_not_its_counter_example(row):
    if row.means == "seek":
        expected = [[p.expects for p in pledge.find(annotated(text), LEXICON)] for text in (row.example, row.counter)]
        assert [[e and (e.kind, e.mode) for e in found] for found in expected] == [[("action", "RETREAT")], [None]]
    else:
        assert (len(truces(row.example)), len(truces(row.counter))) == (1, 0)


@pytest.mark.parametrize(
    ("text", "who", "status"),
    [
        ("A truce between Kenya and Uganda took effect on Monday.", ["Kenya", "Uganda"], "held"),
        ("A humanitarian pause has begun in Kenya.", ["the sides in Kenya"], "held"),
        ("Helped by a truce, which still holds, talks in Kenya went on.", [], None),
        ("The Kenya ceasefire, which began at 11pm on Monday, was welcomed in Oslo.", ["the sides in Kenya"], "held"),
        (
            "A cessation of hostilities in Kenya was agreed. It held talks. The ceasefire is holding.",
            ["the sides in Kenya"],
            "ongoing",
        ),
        ("Fighting stopped across much of Kenya after the ceasefire came into effect.", ["the sides in Kenya"], "held"),
        ("Kenya and Uganda extended their truce on Monday.", [], ""),  # an agreement of the two
        ("The truce in Kenya would begin on Friday.", [], ""),
        ("The rebels left their posts to avoid attack after the ceasefire in Kenya comes into effect.", [], ""),
        ("If the truce in Kenya holds, aid can reach the town.", [], ""),
        ("The truce in Kenya did not hold.", [], ""),
        ("The truce holds a lesson.", [], ""),
        ("The most important thing is that the truce in Kenya holds.", [], ""),
        ("The envoys work on making sure that the truce in Kenya holds.", [], ""),
        (
            "War went on in Kenya. The head of a Rwandan ceasefire monitoring team spoke. The ceasefire is holding.",
            ["the sides in Kenya"],
            "ongoing",
        ),
        ("The talks in Kenya began on Monday.", [], ""),
    ],
)
def test_a_truce_is_kept_by_who_it_is_between_or_where_it_is(text, who, status):
    found = truces(text)
    assert [[a.name for a in act.actor] for act in found] == ([who] if who else [])
    assert [act.status for act in found] == ([status] if status else [])


@pytest.mark.parametrize(
    ("text", "expects"),
    [
        ("The truce in Kenya would begin on Friday.", ("action", "RETREAT", ["Kenya"])),
        ("A truce between Kenya and Uganda will be signed on Friday.", ("agreement", None, [])),
    ],
)
def test_a_truce_that_is_to_begin_leads_one_to_expect_that_it_is_kept(text, expects):
    (found,) = forecast.find(annotated(text), LEXICON)
    assert (found.expects.kind, found.expects.mode, [a.name for a in found.expects.actors]) == expects


def test_a_pause_is_a_truce_where_it_is_one_in_the_fighting():
    doc = annotated("They want a pause in the fighting and a pause in the payments.").doc
    assert [is_truce(token, LEXICON) for token in doc if token.lemma_ == "pause"] == [True, False]


def test_truces_of_a_long_text_cost_in_proportion_to_its_length():
    unit = "The truce will hold in the town until Friday, they said. The ceasefire took effect on Monday.\n\n"
    taken = []
    for times in (20, 80):
        layers = annotated(unit * times)
        taken.append(
            calls(lambda layers=layers: (list(action.find(layers, LEXICON)), list(forecast.find(layers, LEXICON))))
        )
    assert taken[1] < 4 * taken[0] * 1.5  # quadratic work would be sixteen times as much


def test_a_truce_in_effect_between_two_is_kept_by_them():
    (act,) = action.find(annotated("A truce is in effect between Kenya and Uganda."), LEXICON)
    assert [(act.status, [actor.name for actor in act.actor])] == [("ongoing", ["Kenya", "Uganda"])]
