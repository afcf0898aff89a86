"""Two parties joined by "and" are two, whatever the parser hangs on what."""

import pytest

from dragoman.components.parties import join_parties
from dragoman.models import load_pipeline, parse_text


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kenya's government and Ugandan rebels struck a deal.", "nsubj"),
        ("Talks between the Kenyan government and Ugandan rebels began.", "pobj"),
        ("She said the Kenyan government and Ugandan rebels had signed it.", "nsubj"),
    ],
)
def test_the_first_of_two_parties_has_their_place_in_the_clause(text, role):
    doc = parse_text(text)
    first, second = (next(t for t in doc if t.text == word) for word in ("government", "rebels"))
    assert (first.dep_, second.dep_, second.head) == (role, "conj", first)
    assert ([t.text for t in second.lefts], first.right_edge) == (["Ugandan"], second)


@pytest.mark.parametrize("text", ["The trade and energy deals were signed.", "The peace and border talks began."])
def test_things_joined_before_their_noun_stay_as_they_are(text):
    with load_pipeline().select_pipes(disable=["joined_parties"]):
        before = load_pipeline()(text)
    heads = [token.head.i for token in before]
    assert [token.head.i for token in join_parties(before)] == heads


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "President Ana Torv of Kenya, Chancellor Lea Nur of Chad and Prime Minister Juma Abdi of Uganda met today.",
            ["Torv", "Nur", "Abdi"],
        ),
        (
            "President Ana Torv of Kenya, Chancellor Lea Nur of Chad, Prime Minister Juma Abdi of Uganda, and "
            "President Omar Haddad of Oman met in Geneva, Switzerland.",
            ["Torv", "Nur", "Abdi", "Haddad"],
        ),
    ],
)
def test_names_with_titles_are_a_list_of_persons(text, names):
    doc = parse_text(text)
    first = next(t for t in doc if t.text == names[0])
    assert [t.text for t in (first, *first.conjuncts)] == names


def test_a_name_beside_a_post_stays_its_other_name():
    doc = parse_text("Kenya's president, Ana Torv, and Uganda's envoy, Omar Haddad, met.")
    assert next(t for t in doc if t.text == "Torv").dep_ == "appos"


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("President Ana Torv of Kenya and President Omar Haddad of Chad agreed to renew talks.", "Haddad"),
        ("She met with Presidents Ana Torv of Kenya and Omar Haddad of Chad.", "Haddad"),
    ],
)
def test_a_second_president_stands_beside_the_first_and_not_beside_her_state(text, second):
    name = next(t for t in load_pipeline()(text) if t.text == second)
    assert (name.dep_, name.head.text) == ("conj", "Torv")


def test_two_states_of_one_president_stay_together():
    state = next(t for t in load_pipeline()("President Ana Torv of Kenya and Chad agreed.") if t.text == "Chad")
    assert state.head.text == "Kenya"
