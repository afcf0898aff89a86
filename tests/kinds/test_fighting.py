"""What goes on is told as ongoing, and of two sides that fight each is the other's target."""

from datetime import date

import pytest
from tests.annotate.reading import PUBLISHED, annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon


def actions(text):
    return list(action.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Uganda invaded Kenya in 2029.", "held"),
        ("Uganda's invasion of Kenya shook the markets.", "ongoing"),
        ("Uganda launched an invasion of Kenya.", "held"),
        ("The Kenyan rebels are backed by Uganda.", "ongoing"),
        ("The Kenyan rebels were backed by Uganda.", "held"),
        ("Uganda backs the Kenyan rebels.", "ongoing"),
        ("The Kenyan rebels, backed by Uganda, left the port.", "ongoing"),
        ("Ugandan peacekeepers have been stationed in Kenya since 2021.", "ongoing"),
        ("Uganda goes on shelling Kenyan towns.", "ongoing"),
        ("Uganda has struck Kenyan ports 40 times this year.", "ongoing"),
    ],
)
def test_an_act_that_lasts_is_ongoing(text, status):
    assert [act.status for act in actions(text)] == [status]


def test_what_has_been_done_since_a_day_lasts_until_publication():
    (act,) = actions("Since intervening in Kenya in May 2030, Uganda has kept silent.")
    assert (act.status, act.when.start, act.when.end) == ("ongoing", date(2030, 5, 1), PUBLISHED)


def test_of_two_sides_that_fight_each_is_the_others_target():
    acts = actions("Uganda invaded Kenya in 2029. Kenya launched an incursion in May.")
    assert [[t.name for t in act.target] for act in acts] == [["Kenya"], ["Uganda"]]


def test_where_three_sides_fight_no_target_is_guessed():
    acts = actions("Uganda invaded Kenya in 2029. Rwanda shelled Kenya in 2030. Kenya launched an incursion in May.")
    assert acts[-1].target == ()


def test_where_two_sides_are_not_said_to_fight_one_another_no_target_is_guessed():
    acts = actions("Ugandan and Rwandan soldiers captured a Kenyan port. Uganda launched an offensive on Monday.")
    assert acts[-1].target == ()


def test_allies_of_whom_one_acts_alone_are_not_each_others_targets():
    acts = actions("Ugandan and Rwandan soldiers captured the town of Torvik. Uganda stepped up attacks on Monday.")
    assert acts[-1].target == ()


def test_those_who_attack_together_are_not_each_others_targets():
    acts = actions(
        "Uganda and Rwanda stepped up attacks in May. Uganda bombed the town of Torvik. Rwanda's raid in June went on."
    )
    assert all(not {"Uganda", "Rwanda"} & {t.name for t in act.target} for act in acts)


def test_what_is_over_when_it_is_done_does_not_go_on_since():
    (act,) = actions("Since capturing the town of Torvik, Ugandan forces have been silent.")
    assert act.status == "held"


def test_aid_that_is_received_comes_from_its_giver():
    (act,) = actions("The rebels received military aid from Uganda.")
    assert (act.type, [a.name for a in act.actor]) == ("AID", ["Uganda"])


def test_a_backer_named_by_the_way_backs():
    (act,) = actions("The rebels, backed by Uganda, left the port.")
    assert (act.type, [a.name for a in act.actor]) == ("SUPPORT", ["Uganda"])


def test_a_crackdown_is_not_on_the_other_side_of_a_war():
    acts = actions("Uganda invaded Kenya in 2029. The Kenyan government continues its crackdown at home.")
    assert [[t.name for t in act.target] for act in acts] == [["Kenya"], []]


def test_where_others_fight_too_the_two_at_war_are_each_others_targets():
    acts = actions(
        "The war between Kenya and Uganda goes on. Rwanda shelled Chad in 2030. Kenya launched an incursion in May."
    )
    assert [[t.name for t in act.target] for act in acts] == [["Chad"], ["Uganda"]]


def test_two_that_fight_one_another_are_no_allies_where_both_attack():
    acts = actions(
        "Uganda invaded Kenya in 2029. Kenya and Uganda kept up attacks. Kenya launched an incursion in May."
    )
    assert [t.name for t in acts[-1].target] == ["Uganda"]


def test_a_town_that_is_struck_stands_for_the_other_side():
    acts = actions("Uganda invaded Kenya in 2029. Uganda's shelling of Torvik on Monday killed two men.")
    assert all([t.name for t in act.target] == ["Kenya"] for act in acts if act.rule != "action.kill")


def test_the_people_hurt_by_a_strike_on_a_party_are_hurt_by_the_same_act():
    (act,) = actions("Ugandan air strikes on Kenya have killed nearly 40 civilians.")
    assert [t.name for t in act.target] == ["Kenya"]
