"""Talks told without their parties are those of the sides that talk elsewhere in the article, or that it speaks of."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def contacts(text):
    return [
        ([p.name for p in c.participants], c.place, c.status) for c in contact.find(annotated(text), load_lexicon())
    ]


def test_the_next_talks_are_of_those_who_talked_before():
    text = "Kenya and Uganda held talks in Oslo on Monday. New talks will begin in Cairo on Friday."
    assert contacts(text) == [(["Kenya", "Uganda"], "Oslo", "held"), (["Kenya", "Uganda"], "Cairo", "planned")]


def test_peace_talks_are_of_the_government_and_its_opposition_whoever_else_talks():
    text = (
        "Syria's opposition said it will not attend peace talks due to begin in Oslo on Friday. The Syrian government "
        "is ready. The American envoy held talks with Kurdish fighters. The Syrian opposition and Damascus quarrel."
    )
    (planned,) = [parties for parties, place, _ in contacts(text) if place == "Oslo"]
    assert planned == ["Syria", "Syrian opposition"]


def test_peace_talks_are_of_the_state_where_rebels_fight_though_the_text_calls_them_only_rebels():
    text = (
        "Mali buried its dead. Mali closed a road in Mali. Norway wants a truce in Mali. Rebels shelled a town. "
        "The collapse of the peace talks in Oslo this week came after the opposition walked out."
    )
    assert contacts(text) == [(["Mali", "Rebels"], "Oslo", "cancelled")]


def test_talks_in_a_place_are_not_what_somebody_discussed_with_somebody():
    text = (
        "Kenya and Uganda held talks in Oslo on Monday. The envoy discussed the Oslo talks with Norwegian officers. "
        "The Oslo talks went on."
    )
    assert (["Kenya", "Uganda"], "Oslo", "held") in contacts(text)


def test_the_talks_of_another_town_are_not_those_that_the_article_foresees_elsewhere():
    text = (
        "Talks between Mali and the opposition are to resume on Friday. Envoys quarrelled. Norway was glad. "
        "Chad was not. Rain fell. Snow fell. Hail fell. Asked to comment on the Oslo talks, Chad said nothing."
    )
    assert "Oslo" not in [place for _, place, _ in contacts(text)]


def test_those_talks_are_the_ones_told_in_the_sentence_before():
    text = "A truce was to kick-start peace talks in Oslo. But those talks, between Mali and Niger, have broken down."
    assert contacts(text) == [(["Mali", "Niger"], "Oslo", "cancelled")]


def test_trilateral_talks_are_of_both_sides_and_of_who_oversees_their_talks():
    text = (
        "The American envoy Ana Torv will oversee talks between Kenya and Uganda in the afternoon. She will see Omani "
        "officials. The trilateral talks in Oslo will open on Friday."
    )
    assert (["Kenya", "Uganda", "Ana Torv"], "Oslo", "planned") in contacts(text)


def test_talks_of_nobody_that_the_article_speaks_of_are_no_contact():
    assert contacts("Peace talks will begin in Cairo on Friday.") == []


def test_talks_are_of_the_two_sides_that_the_article_speaks_of_most():
    text = (
        "Kenya shelled Uganda. Kenya lost a ship. Uganda shelled Kenya. Uganda hit back. Kenya and Uganda fought on. "
    )
    assert contacts(text + "Talks will begin in Cairo on Friday.") == [(["Kenya", "Uganda"], "Cairo", "planned")]


def test_a_meeting_of_one_group_is_a_contact_of_that_group():
    text = "A meeting of European foreign ministers was held in Madrid on Monday."
    assert [place for _, place, _ in contacts(text)] == ["Madrid"]


@pytest.mark.parametrize(
    "text",
    ["Kenya hailed the talks.", "Kenya and Uganda quarrelled. Talks are an art.", "Kenya wants talks."],
)
def test_talk_of_talks_is_no_contact(text):
    assert contacts(text) == []


def test_talks_that_somebody_began_are_certain_ones():
    text = (
        "Kenya shelled Uganda. Kenya lost a ship. Uganda shelled Kenya. Uganda hit back. Kenya and Uganda fought on. "
    )
    ((parties, _, status),) = contacts(text + "The UN envoy Ana Torv opened peace talks.")
    assert (parties, status) == (["Ana Torv", "Kenya", "Uganda"], "ongoing")


def test_a_three_way_meeting_is_of_three():
    text = (
        "Kenya shelled Uganda. Kenya lost a ship. Uganda shelled Kenya. Uganda hit back. Kenya and Uganda fought on. "
    )
    text += (
        "Qatar sent aid. Qatar sent ships. Qatar waited. Qatar paid. Trilateral talks will begin in Cairo on Friday."
    )
    assert [sorted(parties) for parties, _, _ in contacts(text)] == [["Kenya", "Qatar", "Uganda"]]


FIGHTING = "Syria bombed Syrian rebels. Russia bombed them. Russia said no. Syria said no. Russia left. Russia paid. "


def test_peace_talks_are_of_a_government_and_its_rebels_not_of_powers_abroad():
    ((parties, *_),) = contacts(FIGHTING + "Syrian peace talks will begin in Cairo on Friday.")
    assert parties == ["Syria", "Syrian rebels"]


def test_the_mediator_is_the_envoy_and_not_the_body_that_sent_him():
    text = "UN envoy Ana Torv left. Torv came. Torv slept. Kenya fought. Kenya hit. Kenya lost. Torv calmed Kenya. "
    ((parties, *_),) = contacts(text + "Talks will begin in Cairo on Friday.")
    assert parties == ["Ana Torv", "Kenya"]


FOES = "Kenya shelled Uganda. Kenya lost a ship. Uganda shelled Kenya. Uganda hit back. Kenya and Uganda fought on. "


@pytest.mark.parametrize(
    "text",
    [
        FOES
        + "The sea was calm. The markets rose. A summit of ministers was held. Talks will begin in Cairo on Friday.",
        FOES
        + "The sea was calm. The press was told of it at a televised meeting in the throne hall in Oslo on Monday.",
        "QUESTION: Is Kenya at war with Uganda?\n\nMR. NUR: Kenya and Uganda fight.\n\nQUESTION: And Kenya?\n\n"
        "MR. NUR: They fought on.\n\nQUESTION: And Uganda?\n\nMR. NUR: Kenya and Uganda quarrel. "
        "Talks will begin in Cairo on Friday.",
    ],
)
def test_the_main_sides_are_not_lent_to_talks_far_from_their_names_nor_in_a_transcript(text):
    assert all(not {"Kenya", "Uganda"} & set(parties) for parties, place, _ in contacts(text) if place)


def test_who_comes_to_a_capital_for_talks_talks_with_that_state():
    came = "The sea was calm. Norwegian Prime Minister Ana Torv is expected to arrive for talks in Nairobi on Friday."
    text = FOES + came
    assert (["Ana Torv", "Kenya"], "Nairobi", "expected") in contacts(text)


def test_the_next_round_is_of_those_whose_talks_are_told_most():
    text = (
        "Kenya and Uganda held talks in Oslo on Monday. The talks were long. The talks ended late. "
        "Norway held talks with Sudan in Rome on Tuesday. The sea was calm. The markets rose. The press slept. "
        "The next round of talks will be held in Cairo on Friday."
    )
    assert (["Kenya", "Uganda"], "Cairo", "planned") in contacts(text)


def test_their_earlier_meeting_is_of_the_two_who_just_spoke():
    text = "President Ana Torv spoke with President Omar Haddad on Monday to follow up on their June meeting in Oslo."
    assert (["Ana Torv", "Omar Haddad"], "Oslo") in [(parties, place) for parties, place, _ in contacts(text)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Omar Haddad said that discussions would continue on Friday.", (["Kenya", "Uganda"], "Oslo", "planned")),
        ("Envoy Omar Haddad intends to restart talks on Friday.",
         (["Kenya", "Uganda", "Omar Haddad"], "Oslo", "planned")),
    ],
)  # fmt: skip
def test_what_goes_on_is_what_was_told_last_whoever_sees_to_it(told, expected):
    text = f"Kenyan and Ugandan negotiators met on Monday in Oslo. {told}"
    assert contacts(text)[1:] == [expected]


def test_what_goes_on_without_a_day_or_with_nothing_before_is_no_contact_of_its_own():
    assert contacts("Omar Haddad said that discussions would continue on Friday.") == []


def test_whoever_agrees_to_another_meeting_will_hold_it():
    text = "Kenyan envoy Ana Torv spoke with Ugandan envoy Omar Haddad. They agreed to establish another meeting soon."
    assert contacts(text)[1:] == [(["Ana Torv", "Omar Haddad"], None, "planned")]
