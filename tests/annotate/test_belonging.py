"""A group or an office has the side that its own words give, and none where they tell something else."""

import pytest
from tests.annotate.reading import annotated


def sides(text):
    return {(actor.name, actor.side) for actor in annotated(text).actors}


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("The Norwegian envoys left.", "Norwegian envoys", "Norway"),
        ("Norway's envoys left.", "Norway's envoys", "Norway"),
        ("Envoys of the Republic of Malawi left.", "envoys of the Republic of Malawi", "Malawi"),
        ("The speaker of the Norwegian Storting left.", "speaker of the Norwegian Storting", "Norway"),
        ("A spokesman for the Chadian army left.", "spokesman for the Chadian army", "Chad"),
        ("The mayor of Malawi's largest city left.", "mayor of Malawi's largest city", "Malawi"),
        ("Malawi's Radio Torv team left.", "Malawi's Radio Torv team", "Malawi"),
        ("The Chadian-led militia left.", "Chadian-led militia", "Chad"),
        ("Norwegian participants left.", "Norwegian participants", "Norway"),
        ("Our Norwegian partners left.", "Our Norwegian partners", "Norway"),
    ],
)
def test_a_nationality_an_owner_or_an_origin_gives_the_side(text, name, side):
    assert (name, side) in sides(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Guests of the third round of a forum on Chad left.", "Guests of the third round of a forum on Chad"),
        ("Delegates at the second session of the Lake Forum on Chad left.", "Delegates"),
        ("Companies from the Chadian market left.", "Companies from the Chadian market"),
        ("Guarantors of Malawi's safety left.", "Guarantors of Malawi's safety"),
        ("The pro-Chadian party left.", "pro-Chadian party"),
        ("The U.S.-backed militia left.", "U.S.-backed militia"),
        ("The Norwegian-trained brigade left.", "Norwegian-trained brigade"),
        ("Chadian and Western diplomats left.", "Chadian and Western diplomats"),
        ("An Iraqi Kurdish official left.", "Iraqi Kurdish official"),
        ("NATO allies left.", "NATO allies"),
        ("Chad Forum participants left.", "Chad Forum participants"),
        ("Chadian activist groups left.", "Chadian activist groups"),
        ("Supporters of President Ana Torv of Chad left.", "Supporters of President Ana Torv of Chad"),
    ],
)
def test_what_else_a_state_tells_gives_no_side(text, name):
    assert {side for who, side in sides(text) if who == name} <= {None}


def test_the_pair_that_a_hyphen_joins_is_both():
    layers = annotated("Malawi-Chad officials left.")
    first = next(m for m in layers.mentions if m.form == "role")
    assert [layers.actors[i].name for i in first.actors] == ["Malawi", "Chad"]
