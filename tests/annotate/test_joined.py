"""Words that go together though the parser hangs them elsewhere."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.clauses import actors_at, objects, subjects
from dragoman.annotate.joined import auxiliaries


def parts(find, text, word):
    verb = next(token for token in annotated(text).doc if token.text == word)
    return {token.text for token in find(verb)}


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Kenya's vice premier Ana Torv and Ugandan Finance Secretary Omar Haddad met in Oslo.", "met", {"Haddad"}),
        ("President Ana Torv and President Omar Haddad met in Oslo.", "met", {"Torv", "Haddad"}),
        ("Kenya's acting premier Ahmed al-Torv and rebel commander Omar Haddad met in Oslo.", "met", {"Haddad"}),
        ("Kenya and Uganda met in Oslo.", "met", {"Kenya", "Uganda"}),
    ],
)
def test_what_is_joined_to_a_name_behind_its_title_is_a_subject_too(text, word, names):
    assert names <= parts(subjects, text, word)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In a deal brokered by Norway, Kenya and Uganda signed the accord.", {"Kenya", "Uganda"}),
        ("Norway, Kenya and Uganda signed the accord.", {"Norway", "Kenya", "Uganda"}),
        ("Despite pressure from Norway, Kenya signed the accord.", {"Kenya"}),
    ],
)
def test_a_name_behind_the_comma_of_what_goes_before_is_the_subject(text, names):
    assert parts(subjects, text, "signed") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Bea Lind met Kenya's envoy, Ana Torv, and Uganda's premier, Omar Haddad, in Oslo.",
            ["envoy", "premier"],
        ),
        (
            "Bea Lind met Minister Ana Torv of Kenya, President Omar Haddad of Uganda, and Prince Bo Falk in Oslo.",
            ["Torv", "Haddad", "Falk"],
        ),
        ("Bea Lind met Kenya's envoy, Ana Torv, in Oslo.", ["envoy"]),
        ("Bea Lind met two states, Kenya and Uganda, in Oslo.", ["states"]),
    ],
)
def test_who_is_listed_behind_another_with_title_and_state_is_met_too(text, names):
    verb = next(token for token in annotated(text).doc if token.text == "met")
    assert [token.text for token in objects(verb)] == names


def test_a_noun_that_is_taken_for_a_clause_is_an_object():
    text = "Kenya's government and the rebels signed a ceasefire deal in Havana on Saturday."
    assert "deal" in parts(objects, text, "signed")
    assert parts(objects, "Kenya said Uganda left.", "said") == set()


@pytest.mark.parametrize(
    ("before", "who"),
    [("The US State Department said Kenya was calm.", ["United States"]), ("Kenya is calm.", [])],
)
def test_it_is_the_body_that_says_so_and_no_other_state(before, who):
    layers = annotated(f"{before} The department then added that it asked for grain.")
    it = next(token for token in layers.doc if token.text == "it")
    assert [actor.side for actor in actors_at(layers, [it])] == who


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Minister Ana Torv said on Friday Kenya and Uganda had reached an understanding on grain.",
            {"Kenya", "Uganda"},
        ),
        ("Minister Ana Torv said on Friday that Kenya had reached an understanding on grain.", {"Kenya"}),
    ],
)
def test_a_name_behind_a_day_is_the_subject_of_what_is_said(text, names):
    assert parts(subjects, text, "reached") == names


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Chad fought. Norway is mediating between the two.",
        "Kenya accused Chad of raids. Norway has been mediating between the two camps.",
    ],
)
def test_who_is_doing_it_stands_before_the_auxiliaries(text):
    verb = next(token for token in annotated(text).doc if token.text == "mediating")
    assert {"is", "has"} & {token.text for token in auxiliaries(verb)}
    assert parts(subjects, text, "mediating") == {"Norway"}


@pytest.mark.parametrize(
    ("text", "verb", "names"),
    [
        ("Chad rejected the truce that Kenya had signed, instead calling on it to pay.", "calling", {"Chad"}),
        ("Chad rejected the truce, which Kenya had signed, and instead called on it to pay.", "called", {"Chad"}),
        ("Chad spurned the offer hours after Kenya shelled the port, instead calling for talks.", "calling", {"Chad"}),
        ("Chad said that Kenya had rejected the offer, instead calling for talks.", "calling", {"Kenya"}),
    ],
)  # fmt: skip
def test_what_is_asked_for_instead_is_asked_by_whoever_refused(text, verb, names):
    assert parts(subjects, text, verb) == names
