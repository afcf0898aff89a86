"""What an agency only passes on."""

from tests.annotate.reading import annotated

from dragoman.kinds.finders import statement
from dragoman.lexicon import load_lexicon


def speakers(text):
    return [s.speaker.name for s in statement.find(annotated(text), load_lexicon()) if s.speaker]


def test_a_report_of_what_another_said_is_the_others_statement_alone():
    text = "A Kenyan official said that the port was shut on Monday, the Reuters news agency reported."
    assert speakers(text) == ["Kenyan official"]


def test_what_an_agency_reports_of_itself_is_its_own():
    text = "The port was shut on Monday, the Reuters news agency reported."
    assert len(speakers(text)) == 1
