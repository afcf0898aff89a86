"""Non-answers: who gave no answer, and about what."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import non_answer
from dragoman.kinds.non_answer import what_is_missing
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def non_answers(text):
    return list(non_answer.find(annotated(text), LEXICON))


@pytest.mark.parametrize("row", LEXICON.rows("kinds/non_answer"), ids=lambda row: row.id)
def test_a_row_finds_its_example_and_not_its_counter(row):
    found, countered = ({n.rule for n in non_answers(text)} for text in (row.example, row.counter))
    assert (row.id in found, row.id in countered) == (True, False)


@pytest.mark.parametrize(
    ("text", "by", "about"),
    [
        ("Minister Ana Torv declined to comment on the plan.", ["Ana Torv"], "the plan"),
        ("Minister Ana Torv would not say whether the border would open.", ["Ana Torv"],
         "whether the border would open"),
        ("Minister Ana Torv did not immediately respond to a request for comment about the plan.", ["Ana Torv"],
         "the plan"),
        ("Asked about the plan, Minister Ana Torv declined to answer.", ["Ana Torv"], "the plan"),
        ("Minister Ana Torv refused to either confirm or deny the plan.", ["Ana Torv"], "the plan"),
        ("Minister Ana Torv has yet to say when she will leave.", ["Ana Torv"], "when she will leave"),
        ("Kenya and Uganda have not commented on the plan.", ["Kenya", "Uganda"], "the plan"),
        ("“They had met,” Minister Ana Torv said on Friday, without providing details.", ["Ana Torv"],
         "“They had met,”"),
        ("Minister Ana Torv said that they had met, but did not elaborate.", ["Ana Torv"], "that they had met"),
        ("Asked if the port would open, Minister Ana Torv did not respond.", ["Ana Torv"], "if the port would open"),
        ("Minister Ana Torv did not answer when asked about the plan.", ["Ana Torv"], "the plan"),
        ("Minister Ana Torv declined to elaborate.", ["Ana Torv"], "Minister Ana Torv declined to elaborate"),
        ("There was no immediate comment from Kenya.", ["Kenya"], "no immediate comment from Kenya"),
    ],
)  # fmt: skip
def test_a_non_answer_has_everybody_asked_and_the_words_it_is_about(text, by, about):
    found = non_answers(text)
    assert ([n.by.name for n in found], {n.about for n in found}) == (by, {about})


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Torv refused to attend the talks.",
        "Minister Ana Torv refused to negotiate.",
        "Minister Ana Torv commented on the plan.",
        "Minister Ana Torv responded to questions.",
        "Minister Ana Torv did not respond to the attack on the port.",
        "Minister Ana Torv did not react when the port was shelled.",
        "I am sorry you feel that I did not answer the question.",
        "If Minister Ana Torv does not comment, the paper goes to print.",
    ],
)
def test_answers_and_refusals_to_act_are_none(text):
    assert non_answers(text) == []


def test_what_was_asked_before_is_what_was_not_answered():
    text = "Reporters asked Kenyan envoy Ana Torv about the border plan. Torv declined to answer."
    (found,) = non_answers(text)
    assert found.about == "the border plan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Ana Torv declined to answer whether the border would open.", "question"),
        ("“They had met,” Minister Ana Torv said on Friday, without providing details.", "details"),
        ("Minister Ana Torv said that they had met, but did not elaborate.", "details"),
        ("There was no immediate comment from Kenya.", "answer"),
    ],
)
def test_what_was_said_without_details_is_no_question(text, expected):
    (found,) = non_answers(text)
    assert what_is_missing(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We can't say what the rebels will do,” Minister Ana Torv of Kenya said.", 0),
        ("Asked about the rebels, Minister Ana Torv of Kenya said: “We can't say what they will do.”", 1),
    ],
)
def test_what_a_speaker_does_not_know_is_a_non_answer_only_where_somebody_asked(text, expected):
    assert len(non_answers(text)) == expected


def test_a_text_that_breaks_off_behind_a_preposition_is_read():
    (found,) = non_answers("Kenya is silent on\n")
    assert (found.by.name, found.about) == ("Kenya", "Kenya is silent")
