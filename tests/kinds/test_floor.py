"""Turns that only lead a briefing are no statements; those that say something of the matter are."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import statement
from dragoman.lexicon import load_lexicon


def told(answer, more="QUESTION: Will it open?"):
    text = f"QUESTION: Why is the port shut?\n\nMR TORV: {answer}\n\n{more}\n\nMR TORV: It opens in June."
    found = statement.find(annotated(text, outlet="U.S. Department of State"), load_lexicon())
    return [" ".join(s.content) for s in found if s.speaker.role != "reporter"][:-1]


@pytest.mark.parametrize(
    "answer",
    [
        "Sorry, could you repeat the last part of your question?",
        "Do we have Omar Haddad?",
        "We’ll start with Lea Nur.",
        "Okay. I’ll come right back to you.",
        "Thanks so much for doing this. I’m wondering whether the port is shut for good.",
        "Hey, it’s [senior official].",
        "What I can tell you today is that the port —",
    ],
)
def test_a_turn_that_leads_the_briefing_says_nothing(answer):
    assert told(answer) == []


@pytest.mark.parametrize(
    "answer",
    [
        "We will come back to Kenya.",
        "You will hear more on Monday.",
        "Omar Haddad threatened us again.",
        "I won’t repeat the terms of the truce.",
        "The port is shut. And so we —",
        "No, that is not right.",
        "Thanks to the crews for having the port open so soon.",
    ],
)
def test_a_turn_with_a_word_of_the_matter_is_a_statement(answer):
    assert told(answer) == [answer.removesuffix(" —")]
