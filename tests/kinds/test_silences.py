"""What a silence is about, where its own words don't say, and what only sounds like one."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import non_answer
from dragoman.lexicon import load_lexicon


def non_answers(text):
    return list(non_answer.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The rebels said that they had taken the mill. Kenya did not comment.", "they had taken the mill"),
        ("Chad said on Monday the mill had burned down. There was no comment from Kenya.", "the mill had burned down"),
        ("Kenya said that it had taken the mill. Kenya did not comment.", "Kenya did not comment"),
        ("The mill had burned down. Kenya did not comment.", "Kenya did not comment"),
        ("Chad said that the mill had burned down. Kenya declined to elaborate.", "Kenya declined to elaborate"),
    ],
)
def test_a_bare_silence_is_about_what_another_said_just_before(text, about):
    assert [one.about for one in non_answers(text)] == [about]


@pytest.mark.parametrize(
    ("text", "by", "about"),
    [
        (
            "Omar Dahl, an aide to the Kenyan president, said the crew stayed in Oslo. In a speech, William Ruto said"
            " envoys will meet again, although he did not specify when.",
            "William Ruto",
            "envoys will meet again",
        ),
        (
            "Kenyan minister Ana Torv said that the bridge was closed. But she declined to elaborate.",
            "Ana Torv",
            "the bridge was closed",
        ),
        (
            "Asked about her refusal to pay, Minister Ana Torv of Kenya said: “It is far.” Minister Omar Dahl of"
            " Chad discussed “the mill”, according to his ministry, without giving details.",
            "Omar Dahl",
            "“the mill”",
        ),
        (
            "Minister Omar Dahl of Chad shared his views on the mill, according to him, without giving details.",
            "Omar Dahl",
            "Minister Omar Dahl of Chad shared his views on the mill",
        ),
        (
            "Asked about the mill, Minister Ana Torv of Kenya smiled. She did not elaborate.",
            "Ana Torv",
            "the mill",
        ),
    ],
)
def test_details_are_kept_back_of_ones_own_words_and_of_what_one_was_asked(text, by, about):
    assert [(one.by.name, one.about) for one in non_answers(text)] == [(by, about)]


def test_who_keeps_back_details_is_one_of_those_who_spoke_just_before():
    text = "Omar Dahl of Chad left.{} Ana Torv of Kenya said the bridge was closed. He did not elaborate."
    assert non_answers(text.format("")) == []
    assert len(non_answers("Omar Dahl of Chad said the bridge was closed. He did not elaborate.")) == 1


def test_details_kept_back_twice_are_one_silence():
    once = "“They met,” Minister Ana Torv of Kenya said, without giving details."
    again = " “They will meet again,” Minister Ana Torv of Kenya said, without giving details."
    assert len(non_answers(once + again)) == 1


TURNS = "QUESTION: Is the port closed, Minister?\n\nMINISTER TORV: {}\n\nQUESTION: Thank you."


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("I can't negotiate in public on the terms of the swap.", ["the terms of the swap"]),
        ("I'm not going to get ahead of the talks.", ["the talks"]),
        ("I'm not going to get ahead of it.", ["Is the port closed, Minister?"]),
        ("I'm not going to get ahead of things.", []),
        ("I'm not going to get ahead of anything else.", []),
        ("I'm not going to get ahead of that process.", []),
        ("We didn't go into the details.", []),
        ("I would not want to get into a deal.", []),
        ("I would not want to get into the deal.", ["the deal"]),
    ],
)
def test_a_parry_says_what_it_is_about_or_is_none(words, about):
    assert [one.about for one in non_answers(TURNS.format(words))] == about


def test_a_short_remark_is_not_what_was_asked():
    text = "MINISTER TORV: Good morning.\n\nQUESTION: I sit {}.\n\nMINISTER TORV: I would refer you to the bank."
    assert non_answers(text.format("here")) == []
    assert len(non_answers(text.format("here and hear that the mill and the port are closed today"))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When the boats would sail, the Kenyan minister did not say.", ["When the boats would sail"]),
        ("Whether the boats would sail, the Kenyan minister would not say.", ["Whether the boats would sail"]),
        ("When the boats sailed, the Kenyan minister did not say a word.", []),
        ("If the boats sail, the Kenyan minister did not say.", []),
        ("Kenya's minister gave an evasive answer on the fares.", ["the fares"]),
        ("The Kenyan minister left open whether the boats would sail.", ["whether the boats would sail"]),
    ],
)
def test_what_is_asked_may_stand_before_the_one_who_does_not_answer(text, expected):
    assert [one.about for one in non_answer.find(annotated(text), load_lexicon())] == expected
