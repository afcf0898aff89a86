"""Where several titles or offices stand together, each person and each state is named once."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def met(text):
    return [[(p.name, p.side) for p in c.participants] for c in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            "President Ana Torv met with Prime Minister and Foreign Minister Omar Haddad in Oslo on Monday.",
            [("Omar Haddad", None)],
        ),
        (
            "President Ana Torv met with U.S. Secretary of State Bea Cole, Kenyan Foreign Minister Omar Haddad and "
            "Ugandan envoy Staffan Lind.",
            [("Bea Cole", "United States"), ("Omar Haddad", "Kenya"), ("Staffan Lind", "Uganda")],
        ),
        (
            "President Ana Torv met with Kenyan Prime Minister and Foreign Minister Omar Haddad on Monday.",
            [("Omar Haddad", "Kenya")],
        ),
        (
            "President Ana Torv met with Kenyan Deputy Prime Minister and Minister of Foreign Affairs Omar Haddad.",
            [("Omar Haddad", "Kenya")],
        ),
        (
            "President Ana Torv met with Democratic Republic of the Congo (DRC) Foreign Minister Omar Haddad in Oslo.",
            [("Omar Haddad", "Democratic Republic of the Congo")],
        ),
        (
            "President Ana Torv met with Kenyan Deputy Prime Minister and Minister of State Omar bin Ali Al-Haddad.",
            [("Omar bin Ali Al-Haddad", "Kenya")],
        ),
        (
            "President Ana Torv met with Kenyan Minister of State for Europe and North America Omar Haddad.",
            [("Omar Haddad", "Kenya")],
        ),
        (
            "President Ana Torv held talks with her friend, Prime Minister of Kenya Omar Haddad.",
            [("Omar Haddad", "Kenya")],
        ),
        (
            "President Ana Torv met with the Kenyan prime minister and Foreign Minister Omar Haddad on Monday.",
            [("Kenyan prime minister", "Kenya"), ("Omar Haddad", None)],  # "the" begins somebody of his own
        ),
    ],
)
def test_a_bare_title_that_goes_on_to_a_name_is_that_persons(text, others):
    ((first, *rest),) = met(text)
    assert first[0] == "Ana Torv"
    assert dict(rest) == dict(others)


def test_heads_of_two_governments_are_of_both_states():
    (parties,) = met("President Ana Torv held talks with the heads of government of Norway and Israel on Monday.")
    assert [side for _, side in parties[1:]] == ["Norway", "Israel"]


def test_the_same_officials_are_nobody_who_is_told_here():
    assert met("The same officials met in Oslo with Ugandan officials on Monday.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The foreign ministers of Kenya and Uganda, Ana Torv and Omar Haddad, met in Oslo on Friday.",
            [("Ana Torv", "Kenya"), ("Omar Haddad", "Uganda")],
        ),
        (
            "The foreign ministers of Kenya and Uganda, Ana Torv among them, met in Oslo on Friday.",
            [("Kenya", "Kenya"), ("Uganda", "Uganda")],
        ),
    ],
)
def test_names_after_several_states_are_those_of_their_ministers_in_that_order(text, expected):
    assert met(text)[0][:2] == expected


def test_a_name_keeps_what_stands_after_its_hyphen():
    text = "Unification Minister Lee In-young met U.S. envoy Steve Witkoff in Oslo on Friday."
    assert met(text) == [[("Lee In-young", None), ("Steve Witkoff", "United States")]]
