"""How an event is told: intended, on a condition, postponed, denied, and by whom."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds import contact
from dragoman.kinds.factuality import plainly
from dragoman.kinds.finders import contact as finder
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def told(text):
    (found,) = finder.find(annotated(text), LEXICON)
    assert found.factuality is not None
    return found.factuality


@pytest.mark.parametrize("row", LEXICON.rows("status/factuality"), ids=lambda row: row.id)
def test_a_row_finds_its_example_and_not_its_counter(row):
    assert (told(row.example).value, told(row.counter).value == row.means) == (row.means, False)


@pytest.mark.parametrize(
    ("text", "value", "cue", "by", "on"),
    [
        ("Kenya met Uganda in Oslo.", "held", [], None, None),
        ("Kenya will meet Uganda in Oslo.", "scheduled", ["will"], None, None),
        ("Envoy Ana Torv expects Kenya to meet Uganda in Oslo.", "expected", ["expects"], "Ana Torv", None),
        ("Kenya offered to hold talks with Uganda in Oslo.", "proposed", ["offered"], "Kenya", None),
        ("Kenya would meet Uganda in Oslo if the prisoners were freed.", "conditional", ["would"], None,
         "the prisoners were freed"),
        ("If Kenya meets Uganda in Oslo, prices will fall.", "hypothetical", ["will"], None, None),
        ("The Kremlin denied that Kenya had met Uganda in Oslo.", "denied", ["denied"], "Russia", None),
        ("Kenya did not meet Uganda in Oslo.", "not", ["not"], None, None),
    ],
)  # fmt: skip
def test_how_a_contact_is_told_with_the_words_that_say_so(text, value, cue, by, on):
    found = told(text)
    assert (found.value, [c.quote for c in found.cue]) == (value, cue)
    assert (found.by and found.by.name, found.on) == (by, on)


def test_a_planned_event_without_a_word_of_its_own_is_scheduled():
    assert plainly("planned").value == "scheduled"


def test_a_line_tells_postponed_from_cancelled_and_no_meeting_from_a_denied_one():
    lines = [contact.line(found) for text in (
        "Kenya and Uganda postponed their talks in Oslo.",
        "Kenya did not meet Uganda in Oslo.",
    ) for found in finder.find(annotated(text), LEXICON)]  # fmt: skip
    assert [line.split(": ")[-1] for line in lines] == ["talks postponed in Oslo", "no meeting in Oslo"]
