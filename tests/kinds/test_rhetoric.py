"""Words about the future that foresee nothing are no forecasts; a day, a condition or a fact makes them forecasts."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast, pledge
from dragoman.kinds.rhetoric import (
    is_cry,
    is_habit,
    is_mistaken,
    is_of_all,
    is_only_sayable,
    is_praise,
    is_torn,
    is_torso,
)
from dragoman.lexicon import load_lexicon
from dragoman.models import parse_text

LEXICON = load_lexicon()


def verb_of(sentence, lemma):
    return [t for t in parse_text(sentence) if t.lemma_ == lemma and t.pos_ in {"VERB", "AUX"}][-1]


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("We will win.", "win", True),
        ("If the port opens, the rebels will win.", "win", False),
        ("They will do everything to end the war.", "do", True),
        ("They will do the repairs.", "do", False),
        ("We will look at everything.", "look", True),
        ("We will look at the plan.", "look", False),
        ("No one will open the port.", "open", True),
        ("The rebels will open the port.", "open", False),
    ],
)
def test_a_cry_is_a_verb_of_victory_without_a_condition_or_a_deed_of_everyone(sentence, verb, expected):
    assert is_cry(verb_of(sentence, verb), frozenset({"win"})) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It will be a great day.", True),
        ("This will be difficult.", True),
        ("It's going to be an important trip.", True),
        ("There is going to be another round.", False),
        ("The bridge will be ready.", False),
        ("There will be another round.", False),
        ("The next mediator will be Ana Torv.", False),
    ],
)
def test_a_verdict_on_what_is_to_come_is_praise_and_what_can_come_about_is_not(sentence, expected):
    verb = verb_of(sentence, "be")
    root = next((token for token in verb.ancestors if token.lower_ == "going"), verb)
    assert is_praise(verb, root, frozenset({"ready"})) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The truth will prevail," Envoy Ana Torv said.', 0),
        ('"It will be a very important meeting," Envoy Ana Torv said.', 0),
        ('"It will be a very important meeting on Friday," Envoy Ana Torv said.', 1),
        ('"The truce will collapse," Envoy Ana Torv said.', 1),
    ],
)
def test_a_forecast_is_found_where_something_is_foreseen(text, expected):
    assert len(list(forecast.find(annotated(text), LEXICON))) == expected


@pytest.mark.parametrize(
    "words",
    [
        "My government will continue to press for a truce.",
        "We will continue to speak out against such raids.",
        "We will always fight for a free port.",
    ],
)
def test_what_a_leader_says_that_his_own_people_will_do_is_a_pledge(words):
    text = f'"{words}" President Ana Torv of Kenya said.'
    assert [len(list(kind.find(annotated(text), LEXICON))) for kind in (forecast, pledge)] == [0, 1]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("Drones would fly over the town every night.", True), ("Drones would fly over the town on Friday.", False)],
)
def test_what_would_happen_again_and_again_is_a_habit(sentence, expected):
    assert is_habit(verb_of(sentence, "fly")) is expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("She feared events that she said could be used.", "that she said could be used", True),
        ("She feared events that could be used.", "events that could be used", False),
    ],
)
def test_a_clause_is_torn_whose_subject_stands_before_another_verb(sentence, words, expected):
    assert is_torn(words, verb_of(sentence, "use")) is expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Everyone will see it tomorrow.", "see", True),
        ("The world will know it tomorrow.", "know", True),
        ("Kenya will know it tomorrow.", "know", False),
        ("One of them will be the end of the truce.", "be", False),
        ("You will see it tomorrow.", "see", False),
    ],
)
def test_what_everyone_will_do_is_an_orators_word(sentence, verb, expected):
    assert is_of_all(verb_of(sentence, verb)) is expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("And they will ensure.", "ensure", True),
        ("They will ensure a truce.", "ensure", False),
        ("There is nothing concrete yet that we could announce.", "announce", True),
        ("They said that they could announce a truce.", "announce", False),
        ("A truce will be announced.", "announce", False),
        ("There is expected to be a break of a week.", "expect", False),
    ],
)
def test_a_clause_without_what_is_foreseen_is_a_torso(sentence, verb, expected):
    assert is_torso(verb_of(sentence, verb)) is expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The third myth is that the rebels will tire.", "tire", True),
        ("They are wrong if they think the truce will hold.", "hold", True),
        ("That does not mean that the truce will hold.", "hold", True),
        ("That means that the truce will hold.", "hold", False),
        ("She did not agree that the truce will hold.", "hold", True),
        ("The minister's view is that the rebels will tire.", "tire", False),
    ],
)
def test_what_others_are_said_to_be_wrong_about_is_not_foreseen(sentence, verb, expected):
    assert is_mistaken(verb_of(sentence, verb)) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya can announce that Uganda will leave.", True),
        ("Kenya could use that day to announce that Uganda will leave.", True),
        ("We can confirm that Uganda will leave.", False),
        ("Kenya announced that Uganda will leave.", False),
        ("Uganda will leave.", False),
    ],
)
def test_what_could_be_said_is_not_said(sentence, expected):
    assert is_only_sayable(verb_of(sentence, "leave")) is expected
