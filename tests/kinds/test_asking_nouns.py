"""Nouns of asking: needs that are spoken of, demands with their owner, pressure on somebody to do something."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


def asked(text):
    found = demand.find(annotated(text), load_lexicon())
    return [([a.name for a in d.by], [a.name for a in d.of], d.content) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President Ana Torv discussed the famine and the urgent need for a ceasefire on the coast.",
            [(["Ana Torv"], [], "a ceasefire on the coast")],
        ),
        (
            "The Kenyan president raised the importance of freeing the prisoners.",
            [(["Kenyan president"], [], "freeing the prisoners")],
        ),
        ("Kenyan President Ana Torv discussed the need for new ideas.", []),
        ("Kenyan President Ana Torv saw the need for a ceasefire.", []),
    ],
)
def test_a_need_that_somebody_speaks_of_is_asked_for(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya has put pressure on Chad to free the envoys.", [(["Kenya"], ["Chad"], "free the envoys")]),
        ("Chad is under growing pressure from Kenya to free the envoys.", [(["Kenya"], ["Chad"], "free the envoys")]),
        ("Chad was urged by Kenya to free the envoys.", [(["Kenya"], ["Chad"], "free the envoys")]),
        ("Kenya has told Chad to free the envoys.", [(["Kenya"], ["Chad"], "free the envoys")]),
        ("Kenya told reporters to wait for the envoys.", []),
        ("Chad is under pressure to free the envoys.", []),
    ],
)
def test_pressure_asks_of_those_it_is_put_on(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Despite calls from Kenya for Chad to end the siege, nothing moved.",
            [(["Kenya"], ["Chad"], "end the siege")],
        ),
        ("The rebels' demands include a vote on the port.", [(["rebels"], [], "a vote on the port")]),
        ("Kenya called for the port to be opened to ships.", [(["Kenya"], [], "the port to be opened to ships")]),
        ("Among the rebels' demands is a vote on the port.", [(["rebels"], [], "a vote on the port")]),
        ("Kenya insists that Chad be disarmed.", [(["Kenya"], ["Chad"], "Chad be disarmed")]),
        ("A vote on the port is one of the rebels' demands.", [(["rebels"], [], "A vote on the port")]),
        ("Kenya's main demand is that Chad withdraw its troops.", [(["Kenya"], ["Chad"], "Chad withdraw its troops")]),
        ("The demands of the rebels include a vote on the port.", [(["rebels"], [], "a vote on the port")]),
        ("Kenya set a vote on the port as a condition for talks.", [(["Kenya"], [], "a vote on the port")]),
        ("Kenya has sought security guarantees from Chad.", [(["Kenya"], ["Chad"], "security guarantees from Chad")]),
        (
            "Kenya will only extend the truce if it is granted better terms.",
            [(["Kenya"], [], "it is granted better terms")],
        ),
        ("Kenya made a surprise push into the harbour.", []),
        ("Kenya warned Chad to stop the raids.", [(["Kenya"], ["Chad"], "stop the raids")]),
        ("The demands of the day include bread.", []),
    ],
)
def test_a_demand_that_is_told_by_a_noun_has_its_owner(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's demand that Chad leave the port was met.", [(["Kenya"], ["Chad"], "Chad leave the port")]),
        (
            "Kenya repeated its insistence that Chad must receive security guarantees.",
            [(["Kenya"], [], "Chad must receive security guarantees")],
        ),
        (
            "Kenya's demand for control over all of the coast remains the main obstacle.",
            [(["Kenya"], [], "control over all of the coast")],
        ),
        ("Kenya's demand that rose was met.", []),
    ],
)
def test_a_demand_noun_has_its_clause(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The push came a day after Kenya sent a note to Chad, demanding that Uganda withdraw its troops.",
            [(["Kenya"], ["Uganda"], "Uganda withdraw its troops")],
        ),
        (
            "Kenya wants a halt in attacks on towns and for the talks to lead to a vote.",
            [(["Kenya"], [], "a halt in attacks on towns"), (["Kenya"], [], "the talks to lead to a vote")],
        ),
        (
            "Kenya warned that the truce depended on the rebels keeping the deal.",
            [(["Kenya"], [], "the rebels keeping the deal")],
        ),
        ("The meeting, which Kenya says must tackle the famine, is near.", [(["Kenya"], [], "must tackle the famine")]),
        ("The meeting, which Kenya says is near, tackles the famine.", []),
    ],
)
def test_who_asks_is_found_where_the_sentence_hides_them(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya dropped its demand for a withdrawal.", 0),
        ("Kenya gave up its condition that Uganda withdraw from Gulu.", 0),
        ("Kenya's demand for an amnesty was waived on Monday.", 0),
        ("Kenya did not drop its demand for an amnesty.", 1),
        ("Kenya repeated its demand for an amnesty.", 1),
    ],
)
def test_a_demand_that_is_given_up_is_none(text, count):
    assert len(asked(text)) == count
