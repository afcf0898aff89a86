"""Names, sides and roles are learned from the words beside a name."""

import pytest
from tests.annotate.reading import annotated


def actor(text, name):
    return next(a for a in annotated(text).actors if a.name == name)


@pytest.mark.parametrize(
    ("text", "name", "side", "role"),
    [
        ("Kenyan envoy Ana Torv arrived on Monday.", "Ana Torv", "Kenya", "envoy"),
        ("Ana Torv, the Kenyan foreign minister, arrived on Monday.", "Ana Torv", "Kenya", "foreign minister"),
        ("Kenya's energy minister, Omar Haddad, said no.", "Omar Haddad", "Kenya", "energy minister"),
        ("The Kremlin spokesman Ivan Orlov said no.", "Ivan Orlov", "Russia", "spokesman"),
        ("The U.N. Libya envoy Ana Torv arrived.", "Ana Torv", "United Nations", "envoy"),
        ("President Ana Torv of Kenya said no.", "Ana Torv", "Kenya", "president"),
        ("Kenya's U.N. Ambassador Ana Torv said no.", "Ana Torv", "Kenya", "ambassador"),
        # Where somebody works, or who helps those he works for, is no side.
        ("Col. Ana Torv, the Nairobi-based spokesman, told Reuters no.", "Ana Torv", None, "spokesman"),
        ("Ana Torv, the coordinator for the Kenyan-backed committee, said no.", "Ana Torv", None, "coordinator"),
        # One person's two fields or two posts.
        (
            "Kenyan Minister of Foreign Affairs and Development Ana Torv said no.",
            "Ana Torv",
            "Kenya",
            "minister of foreign affairs",
        ),
        (
            "They met Kenyan Deputy Prime Minister and Foreign Minister Ana Torv.",
            "Ana Torv",
            "Kenya",
            "deputy prime minister and foreign minister",
        ),
        ("They met the Kenyan president and Foreign Minister Ana Torv.", "Ana Torv", None, "foreign minister"),
        # What the post is for is no side, also after "the".
        ("Special Representative for the DPRK Sora Kim left early.", "Sora Kim", None, "special representative"),
        # A rank stands between the office and the name.
        (
            "She met the foreign minister of Kenya, Prince Omar Haddad, in Oslo.",
            "Omar Haddad",
            "Kenya",
            "foreign minister",
        ),
        ("King Salman came late.", "Salman", None, "king"),
        # The next of a list is no apposition.
        ("She calls President Ana Torv, the King of Jordan, and Omar Haddad.", "Ana Torv", None, "president"),
        (
            "It was signed by Secretary Ana Torv, the EU Commissioner for Foreign Affairs Omar Haddad, and others.",
            "Ana Torv",
            None,
            "secretary",
        ),
        ("Kenya's ambassador in London, Vadim Torv, said no.", "Vadim Torv", "Kenya", "ambassador"),
        ("Omar Haddad was told by Ana Torv of Kenya's plan.", "Ana Torv", None, None),
        ("Ana Torv said no.", "Ana Torv", None, None),
        ("Asked about a fifth of Kenya, Ana Torv said no.", "Ana Torv", None, None),
        ("U.S. Special Envoy for the Horn of Africa Ana Torv said no.", "Ana Torv", "United States", "special envoy"),
        ("NAIROBI, Kenya Ugandan President Ana Torv arrived.", "Ana Torv", "Uganda", "president"),
        ("President Ana Torv of Kenya arrived.", "Ana Torv", "Kenya", "president"),
        ("She sent President Ana Torv an invitation to a fair to be held in Kenya.", "Ana Torv", None, "president"),
        ("She spoke to Ana Torv, an analyst based in Kenya.", "Ana Torv", None, "analyst"),
        ("She will hold talks with her Kenyan counterpart, Ana Torv, on Friday.", "Ana Torv", "Kenya", None),
        ("Ana Torv, head of the bank's Kenya office, arrived.", "Ana Torv", None, "head"),
        ("It was never about Kenya for Omar Haddad.", "Omar Haddad", None, None),
        ("U.S. Department of Trade Undersecretary Ana Torv left.", "Ana Torv", "United States", "trade undersecretary"),
    ],
)
def test_side_and_role_come_from_the_words_beside_the_name(text, name, side, role):
    found = actor(text, name)
    assert (found.side, found.role) == (side, role)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("an adviser to the Kenyan presidency", "Kenya"),
        ("head of a committee in the Kenyan parliament's upper house", "Kenya"),
        ("the envoy to the Kenyan government", None),
    ],
)
def test_a_post_at_a_states_own_body_is_of_that_state_and_an_envoy_to_it_is_not(words, side):
    actors = annotated(f"Boris Lund, {words}, said that talks went on.").actors
    assert [actor.side for actor in actors if actor.name == "Boris Lund"] == [side]


def test_a_post_about_a_country_gives_no_side():
    found = actor("Ana Torv, special envoy for Yemen, arrived.", "Ana Torv")
    assert found.side is None


def test_a_surname_and_another_spelling_are_one_actor():
    text = "Kenyan President Sergei Mbeki left. Mbeki will return. Sergey Mbeki said so."
    people = [a for a in annotated(text).actors if a.kind == "person"]
    assert len(people) == 1


def test_two_people_with_one_surname_stay_two():
    people = [
        a.name
        for a in annotated("Minister Nadia Haddad met Minister Omar Haddad in Nairobi.").actors
        if a.kind == "person"
    ]
    assert sorted(people) == ["Nadia Haddad", "Omar Haddad"]


def test_a_dateline_is_no_part_of_a_name():
    names = [a.name for a in annotated("NAIROBI Kenya said it would answer on Monday.").actors]
    assert names == ["Kenya"]


def test_the_zone_of_a_clock_time_is_nobody():
    names = [a.name for a in annotated("18:10 GMT. Kenya said it would answer.\n\n9 p.m. EST. Uganda agreed.").actors]
    assert names == ["Kenya", "Uganda"]


def test_the_field_of_a_post_is_no_part_of_a_name():
    text = "Kenyan Assistant Secretary for African Affairs Ana Torv said no."
    assert [a.name for a in annotated(text).actors if a.kind == "person"] == ["Ana Torv"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mohammed bin Salman left. MBS said no.", "Mohammed bin Salman"),
        ("Hemedti said no.", "Mohamed Hamdan Dagalo"),
        ("Ethiopian leader Tesfu Beyene left. Tesfu said no.", "Tesfu Beyene"),
    ],
)
def test_a_byname_or_a_first_name_is_the_person_named_in_full(text, name):
    assert [a.name for a in annotated(text).actors if a.kind == "person"] == [name]


@pytest.mark.parametrize(
    ("who", "side"),
    [
        ("Forces from Kenya's Lake region", None),
        ("Officials from Kenya's Lake region", "Kenya"),
        ("Forces from Kenya's army", "Kenya"),
    ],
)
def test_armed_men_of_a_region_are_not_the_states(who, side):
    layers = annotated(f"{who} guard the bridge.")
    first = next(m for m in layers.mentions if m.span.start == 0)
    assert layers.actors[first.actors[0]].side == side


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Kenyan envoy Joseph Torvik arrived. Later Joe said no.",
            ["Joseph Torvik"],
        ),  # a nickname of one person's name
        ("Kenyan envoy Ana Torvik arrived. Later Ana said no.", ["Ana Torvik"]),
        ("Kenyan envoy Joseph Torvik met Joe Nurmi. Later Joe said no.", ["Joe"]),  # either of two
    ],
)
def test_a_first_name_alone_is_the_only_person_who_bears_it(text, meant):
    layers = annotated(text)
    last = [m for m in layers.mentions if text[m.span.start : m.span.end] in {"Joe", "Ana"}][-1]
    assert [layers.actors[i].name for i in last.actors] == meant


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("In Nairobi, Ambassador Omar Haddad will meet the union.", None),
        ("The minister of Kenya, Prince Omar Haddad, left.", "Kenya"),
        ("In talks with Kenyan officials, Omar Haddad spoke of trade.", None),
        ("The Kenyan envoy, Omar Haddad, spoke of trade.", "Kenya"),
        ("U.S. Special Representative for the Republic of Korea (ROK) Ambassador Omar Haddad left.", "United States"),
        ("Republic of Korea (ROK) Foreign Minister Omar Haddad left.", "South Korea"),
    ],
)
def test_a_state_before_a_comma_or_in_brackets_is_a_side_only_within_a_title(text, side):
    assert [a.side for a in annotated(text).actors if a.name == "Omar Haddad"] == [side]
