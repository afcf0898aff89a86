"""Lists of those who took part that the parser takes apart, and rolls of them told after the contact."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def met(text):
    return [sorted(p.name for p in c.participants) for c in contact.find(annotated(text), load_lexicon())]


def test_a_list_of_persons_before_the_verb_is_whole():
    text = (
        "Today, President Ana Torv of Chad, Chancellor Lea Nur of Germany, Prime Minister Omar Haddad of Italy, "
        "and President Joe Sole of Kenya held a call."
    )
    assert met(text) == [["Ana Torv", "Joe Sole", "Lea Nur", "Omar Haddad"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Ana Torv spoke on Monday with coastal leaders about the drought. Participants in the call "
            "included Prime Minister Omar Haddad of Chad, President Lea Nur of Kenya, and Chancellor Jan Berg of Mali.",
            [["Ana Torv", "Jan Berg", "Lea Nur", "Omar Haddad"]],
        ),
        (
            "President Ana Torv of Kenya gathered coastal leaders on Monday. The meeting included: Prime Minister "
            "Omar Haddad of Chad, President Lea Nur of Mali, and Prime Minister Jan Berg of Norway. "
            "They met to consult on the drought.",
            [["Ana Torv", "Jan Berg", "Lea Nur", "Omar Haddad"]],
        ),
        (
            "The meeting included President Ana Torv of Chad and Prime Minister Omar Haddad of Mali.",
            [["Ana Torv", "Omar Haddad"]],
        ),
        (
            "President Ana Torv of Kenya met President Omar Haddad on Monday. The meeting included a walk.",
            [["Ana Torv", "Omar Haddad"]],
        ),
    ],
)
def test_a_roll_names_those_of_the_contact_told_before(text, expected):
    assert met(text) == expected


def test_a_text_that_breaks_off_behind_the_counting_is_read():
    assert met("Participants in the call included") == []
