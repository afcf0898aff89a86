"""What turns a forecast round or away."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast, pledge
from dragoman.kinds.turned import has_faded, is_advised_against, is_cut_off, is_denied, is_no_sign, is_of_idiom
from dragoman.lexicon import load_lexicon


def word_in(text, lemma):
    return next(token for token in annotated(text).doc if token.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya does not expect a deal.", True),
        ("Nobody should expect a deal.", True),
        ("Few traders expect a deal.", True),
        ("Don't expect a deal.", True),
        ("Kenya expects a deal.", False),
        ("Kenya expects no rain.", False),
    ],
)
def test_who_does_not_expect_it_denies_it(text, expected):
    assert is_denied(word_in(text, "expect")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("There is no sign that it will hold.", True), ("There is a sign that it will hold.", False)],
)
def test_no_sign_of_a_thing_makes_it_doubtful(text, expected):
    assert is_no_sign(word_in(text, "sign")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hopes that the truce would hold have died.", True),
        ("Hopes that the truce would hold have faded.", False),
        ("The raid dashed hopes that the truce would hold.", True),
        ("Hopes that the truce would hold have grown.", False),
    ],
)
def test_hopes_that_are_over_foresee_nothing(text, expected):
    assert has_faded(word_in(text, "hope")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is too early to expect a deal.", True),
        ("It would be a mistake to expect a deal.", True),
        ("Kenya is right to expect a deal.", False),
        ("Kenya began to expect a deal.", False),
    ],
)
def test_what_one_had_better_not_expect(text, expected):
    assert is_advised_against(word_in(text, "expect")) is expected


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The ferries will resume once", "resume", True),
        ("The talks will also include", "include", True),
        ("is certainly going to lack", "lack", True),
        ("The ferries will resume at once on Friday", "resume", False),
        ("The ferries will resume too, but also", "resume", False),
        ("The talks will include the rebels", "include", False),
    ],
)
def test_a_clause_that_breaks_off_foresees_nothing(text, lemma, expected):
    assert is_cut_off(text, word_in(text, lemma)) is expected


def test_what_has_been_set_is_not_set_to_happen():
    texts = ("The envoys are set to meet.", "The table has been set to welcome the guests.")
    assert [is_of_idiom(word_in(text, "set")) for text in texts] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "MINISTER: I can confirm that the road is open today.",
        "MINISTER: We could go through a list of ships.",
        "MINISTER: I'm not going to get into the price of the ships.",
        "MINISTER: We're not going to negotiate in public.",
        "MINISTER: I think the table has been set to welcome the guests.",
        "MINISTER: We will have a readout later today.",
    ],
)
def test_remarks_of_spokesmen_on_their_own_speech_foresee_and_promise_nothing(text):
    read = annotated(text)
    assert [*forecast.find(read, load_lexicon()), *pledge.find(read, load_lexicon())] == []


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Envoy Ana Torv said nobody should expect a deal by Friday.", ["doubtful"]),
        ("Envoy Ana Torv does not expect a deal by Friday.", ["doubtful"]),
        ("Envoy Ana Torv denied that the talks would resume on Friday.", ["doubtful"]),
        ("There is no sign that the truce will hold until Friday.", ["doubtful"]),
        ("Envoy Ana Torv said it was too early to expect a deal next week.", []),
        ("Hopes that the talks would resume on Friday have died.", []),
        ("Hopes that the talks would resume on Friday have faded.", ["doubtful"]),
        ("The raid dimmed hopes that the talks would resume on Friday.", ["doubtful"]),
        ("The raid raised hopes that the talks would resume on Friday.", ["hopeful"]),
        ("Envoy Ana Torv expects a deal by Friday.", ["likely"]),
    ],
)
def test_a_forecast_is_as_sure_as_all_the_words_around_it(text, confidence):
    assert [one.confidence for one in forecast.find(annotated(text), load_lexicon())] == confidence
