"""Whether a clause about the future is put forward: the article's own guesses, what is told besides, mere asides."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.lexicon import load_lexicon


def foreseen(text):
    return [(f.outcome, f.confidence) for f in forecast.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan move could anger Uganda.", [("The Kenyan move could anger Uganda", "possible")]),
        ("A Kenyan defeat would open the road to the port.",
         [("A Kenyan defeat would open the road to the port", "possible")]),
        ("The rebels might storm the Kenyan port.", [("The rebels might storm the Kenyan port", "possible")]),
        ("Kenyan drones would fly over the port every night.", []),
        ("Kenyan troops could not hold the port.", []),
        ("The Kenyan rebels may have another card.", []),
        ("This could be a Kenyan trick.", []),
        ("The Kenyan port might be growing poor.", []),
    ],
)  # fmt: skip
def test_the_article_itself_says_what_could_come_but_not_what_may_be_so_now(text, expected):
    assert foreseen(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The envoy told it to Ana Torv, who will then brief the Kenyan council.", 1),
        ("While the Kenyan plan is expected to fail, nobody has another.", 1),
        ("Kenya left because the Ugandan army will attack the port.", 1),
        ("Kenya left before the Ugandan army will attack the port.", 0),
        ("Kenya asked who will attack the port.", 0),
        ("Chad, which experts say is unlikely to drop its demands, has left the talks.", 1),
        ("There are fears the Kenyan summit may fail.", 0),  # of nobody in particular
        ("It was seen as a sign that the Kenyan rebels could accept the truce.", 1),
    ],
)
def test_what_is_told_besides_is_put_forward_and_a_mere_side_clause_is_not(text, count):
    assert len(foreseen(text)) == count


def test_what_speakers_say_would_follow_is_foreseen_and_what_they_would_do_themselves_is_not():
    said = '"{}," Kenyan President Ana Torv said.'
    told = [said.format("A Ugandan raid would end the truce"), said.format("I would call the Ugandan envoy")]
    assert [len(foreseen(text)) for text in told] == [1, 0]
