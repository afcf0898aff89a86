"""How spokesmen answer nothing."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact, non_answer
from dragoman.kinds.parrying import (
    governing,
    is_parried,
    names_something,
    parried_verbs,
    question_before,
    speaks_of_itself,
    turn_at,
)
from dragoman.lexicon import load_lexicon
from dragoman.types import Span

LEXICON = load_lexicon()
BRIEFING = """MR. OTIENO: Good afternoon. I won't go into the weather.

QUESTION: Will the minister open the pier in Kisumu?

MR. OTIENO: {answer} The port is safe.

Q Has Kenya sent a ship?

MR. OTIENO: Kenya has sent two ships."""

FURTHER = """QUESTION: I wonder how sure you are of a deal on the ferry. {} can you tell us why the mill matters?

MR. OTIENO: I'm not going to make predictions.

QUESTION: Thank you."""


def test_a_question_that_stands_beside_another_is_not_the_one_that_is_parried_unless_it_has_its_words():
    found = [
        [one.about for one in non_answer.find(annotated(FURTHER.format(w)), LEXICON)] for w in ("And", "Secondly,")
    ]
    assert [len(one) for one in found] == [1, 0]


def test_what_one_has_just_said_is_not_what_was_asked():
    text = BRIEFING.format(answer="I'm not going to go beyond what I have just said in my opening.")
    assert [one.about for one in non_answer.find(annotated(text), LEXICON)] == [
        "Will the minister open the pier in Kisumu?"
    ]


def at(text, words):
    read = annotated(text)
    return read, next(token for token in read.doc if token.idx == text.index(words))


@pytest.mark.parametrize(
    ("answer", "about"),
    [
        ("I'm not going to get into his diary.", ["his diary"]),
        ("I'm not going to get into that.", ["Will the minister open the pier in Kisumu?"]),
        ("I don't have anything to announce on that today.", ["Will the minister open the pier in Kisumu?"]),
        ("I'd refer you to his office.", ["Will the minister open the pier in Kisumu?"]),
        ("I won't speak to that. I would refer you to his office.", ["Will the minister open the pier in Kisumu?"]),
        ("Look, I'm not going to parse his remarks.", ["his remarks"]),
        ("We are not going to be in the business of previewing boat trips.", ["previewing boat trips"]),
        ("I won't go down that road.", ["Will the minister open the pier in Kisumu?"]),
        ("I'm going to be in the business of building piers.", []),
        ("I'm going to get into his diary.", []),
        ("They are not going to get into his diary.", []),
        ("He will open it on Friday.", []),
    ],
)
def test_what_is_parried_in_a_briefing_is_one_non_answer_about_what_was_asked(answer, about):
    found = list(non_answer.find(annotated(BRIEFING.format(answer=answer)), LEXICON))
    assert [one.about for one in found] == about


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("We are not going to speculate.", "speculate", True),
        ("We are not in a position to speculate.", "speculate", True),
        ("We never speculate.", "speculate", True),
        ("We don't have anything to announce.", "announce", True),
        ("We asked them not to speculate.", "speculate", False),
        ("He is not going to speculate.", "speculate", False),
        ("We speculate.", "speculate", False),
    ],
)
def test_it_is_parried_by_who_says_so_of_himself(text, verb, expected):
    assert is_parried(at(text, verb)[1]) is expected


def test_the_words_above_a_verb_of_answering_end_with_the_one_that_has_the_subject():
    cases = {
        "We are not going to speculate.": ["going"],
        "MR. OTIENO: Look, we are not going to speculate.": ["going"],
        "We have nothing to announce.": ["nothing", "have"],
    }
    for text, above in cases.items():
        assert [t.text for t in governing(at(text, text.split()[-1])[1])] == above


def test_what_is_not_engaged_in_is_no_contact():
    text = "QUESTION: Will you reply to them?\n\nMR. OTIENO: I won't engage in speculation with the rebels."
    assert list(contact.find(annotated(text), LEXICON)) == []
    text = "QUESTION: Will you reply to them?\n\nMR. OTIENO: I will engage in talks with the rebels."
    assert list(contact.find(annotated(text), LEXICON)) != []


def test_who_speaks_of_himself_is_the_subject():
    assert [speaks_of_itself(at(text, "defer")[1]) for text in ("We defer to them.", "They defer to us.")] == [
        True,
        False,
    ]


def test_a_question_is_put_by_the_turn_before():
    text = BRIEFING.format(answer="He will.")
    read, verb = at(text, "will.")
    span = question_before(read, verb.idx, LEXICON)
    assert text[span.start : span.end].strip() == "Will the minister open the pier in Kisumu?"
    assert question_before(read, text.index("won't"), LEXICON) is None
    assert turn_at(read, verb.idx).content[0].start == text.index("He will.")


def test_another_word_for_it_is_an_answer():
    asks = "QUESTION: Is it a rebuff?\n\nMR. OTIENO: "
    ends = ("I would not characterize it as a rebuff.", "I would not characterize the talks.")
    assert [len(list(non_answer.find(annotated(asks + end), LEXICON))) for end in ends] == [0, 1]


def test_what_is_not_read_out_is_what_it_is_about():
    text = "QUESTION: Will they agree?\n\nMR. OTIENO: We are not going to read out our consultations with the port."
    (found,) = non_answer.find(annotated(text), LEXICON)
    assert found.about == "our consultations with the port"


def test_a_remark_of_the_asker_belongs_to_the_question_before_it():
    text = (
        "QUESTION: Will the minister open the pier?\n\nMR. OTIENO: I would refer you to him.\n\n"
        "QUESTION: We hear that daily.\n\nMR. OTIENO: I would refer you to the port."
    )
    read = annotated(text)
    asked = question_before(read, text.rindex("I would"), LEXICON)
    assert text[asked.start : asked.end] == "Will the minister open the pier?"


def test_the_rest_of_a_question_is_asked_with_what_stands_before_it():
    question = "Will the minister open the pier in Kisumu?"
    text = BRIEFING.replace(question, "The minister is to open the pier in Kisumu. On Friday?").format(
        answer="He will."
    )
    read, verb = at(text, "will.")
    span = question_before(read, verb.idx, LEXICON)
    assert text[span.start : span.end].strip() == "The minister is to open the pier in Kisumu. On Friday?"


@pytest.mark.parametrize(("words", "expected"), [("his diary", True), ("that", False), ("any details", False)])
def test_words_that_only_point_name_nothing(words, expected):
    text = f"We won't go into {words}."
    start = text.index(words)
    assert names_something(annotated(text), Span(start, start + len(words))) is expected


def test_the_verbs_of_what_is_parried_foresee_nothing():
    read = annotated("We are not going to speak to that. They will speak to the press.")
    assert sorted(read.doc[n].text for n in parried_verbs(read, LEXICON)) == ["going", "speak"]


def test_what_is_put_into_the_hearers_mouth_is_parried_by_the_speaker():
    read = annotated(BRIEFING.format(answer="So, you know, I just won't get into his diary."))
    assert [one.by.name for one in non_answer.find(read, LEXICON) if one.by] == ["Otieno"]


@pytest.mark.parametrize(
    ("answer", "about"),
    [
        ("As for the pier, I won't get into that.", ["Will the minister open the pier?"]),
        ("On the farmers, I won't get into that.", ["And were the farmers in Nyeri paid?"]),
        ("Look, I won't get into that.", []),
        ("The pier is for the farmers, and I won't get into that.", []),
        ("Look, I won't get into the price of the pier.", ["the price of the pier"]),
    ],
)
def test_of_several_questions_that_is_parried_of_which_the_answer_speaks(answer, about):
    asked = "QUESTION: Will the minister open the pier? And were the farmers in Nyeri paid?\n\nMR. OTIENO: It is late. "
    found = list(non_answer.find(annotated(f"{asked}{answer}"), LEXICON))
    assert [one.about for one in found] == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("“I won't speculate about that,” Minister Ana Torv said when asked about a new summit.", ["a new summit"]),
        ("“I'm not going to go into the details of the talks,” Minister Ana Torv said.", ["the details of the talks"]),
        ("“I won't speculate about that,” Minister Ana Torv said.", []),
        ("“We went into the details of the talks,” Minister Ana Torv said.", []),
    ],
)
def test_outside_transcripts_the_question_stands_behind_or_the_details_are_refused(text, about):
    assert [one.about for one in non_answer.find(annotated(text), LEXICON)] == about
