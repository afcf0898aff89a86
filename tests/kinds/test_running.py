"""The day of the story, for what is told as done without a day."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.running import days_of_story, running_day


def at(text, lemma):
    layers = annotated(text)
    return layers, next(t for t in layers.doc if t.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The port closed on Monday. Ana Torv met Omar Haddad.", date(2031, 3, 3)),
        ("The port closed on Monday. Ana Torv has met Omar Haddad.", None),
        ("The port closed on Monday. Ana Torv previously met Omar Haddad.", None),
        ("The port closed in 2030. Ana Torv met Omar Haddad.", None),
    ],
)
def test_news_without_a_day_falls_on_the_day_of_the_story(text, day):
    when = running_day(*at(text, "meet"))
    assert (when and when.start) == day


def test_what_its_sentence_dates_before_the_story_is_not_of_the_storys_day():
    text = "The port closed on Monday. Talks broke off last month, after Ana Torv had flown in and met Omar Haddad."
    assert running_day(*at(text, "meet")) is None


QUESTION, ANSWER = "QUESTION: Was the port closed on Monday?\n\n", "MS TORV: It was.\n\n"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("MS TORV: Omar Haddad met Per Lind.", None),
        ("MS TORV: Omar Haddad thought of it today when he met Per Lind.", date(2031, 3, 5)),
        ("MS TORV: It rained today. Omar Haddad met Per Lind.", date(2031, 3, 5)),
    ],
)
def test_in_a_transcript_only_today_is_a_day_of_the_story(told, day):
    when = days_of_story(*at((QUESTION + ANSWER) * 3 + told, "meet"))
    assert (when and when.start) == day
