"""Links to other articles and headings of sections are no part of what an article tells."""

import pytest
from tests.annotate.reading import annotated

from dragoman.extract import extract
from dragoman.kinds.furniture import furniture, is_furniture
from dragoman.lexicon import load_lexicon
from dragoman.types import Evidence, Record

LEXICON = load_lexicon()
PROSE = (
    "Norwegian President Ana Torv met Kenyan President Omar Haddad in Oslo on Monday to talk of the ferry and grain."
)


def lines(text):
    return [text[span.start : span.end] for span in furniture(text, LEXICON)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("RELATED: Chad rejects the plan", True),
        ("Read more: Chad rejects the plan.", True),
        ("Continue reading the main story", True),
        ("Chad rejects the plan of the north", True),
        ("## Chad rejects the plan of the north.", True),
        ("Chad rejects the plan of the north.", False),
        ("- Chad rejects the plan of the north", False),
        ("MS TORV: Chad rejects the plan of the north", False),
        ("Chad, the ministry in Oslo said late on Monday in a note, rejects the plan of the north", False),
    ],
)
def test_a_link_and_a_heading_are_furniture_and_a_sentence_is_not(line, expected):
    assert lines(f"{PROSE}\n\n{line}\n\n{PROSE}") == ([line] if expected else [])


def test_the_lines_below_a_bare_label_are_links():
    linked = "Chad at ten: how its many farmers and its lakes made a state in one year of war"
    assert lines(f"{PROSE}\n\nRead more:\n\n{linked}\n\n{PROSE}") == ["Read more:", linked]


def test_bullets_after_the_last_sentence_are_headlines_and_those_before_it_are_not():
    bullet = "* Chad rejects the plan, envoy says"
    assert lines(f"{PROSE}\n\n{bullet}") == [bullet]
    assert lines(f"{bullet}\n\n{PROSE}") == []


def test_the_first_line_may_be_the_headline_of_the_article():
    assert lines(f"Chad rejects the plan\n\n{PROSE}") == []


def test_a_record_that_cites_the_article_too_is_kept():
    text = f"{PROSE}\n\nChad rejects the plan\n\n{PROSE}"
    found = furniture(text, LEXICON)
    heading = Evidence(start=found[0].start, end=found[0].end, quote="Chad rejects the plan")
    prose = Evidence(start=0, end=9, quote=text[:9])
    only, both = (Record(id="r", article="a", evidence=cited, rule="r") for cited in ((heading,), (heading, prose)))
    assert (is_furniture(only, found), is_furniture(both, found)) == (True, False)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Related: Chad rejects the plan of Norway.", {"contact"}),
        ("Chad rejects the plan of Norway.", {"contact", "response"}),
    ],
)
def test_a_link_makes_no_record(line, kinds):
    found = extract(annotated(f"{PROSE}\n\n{line}\n\n{PROSE}"), LEXICON)
    assert {str(record.__struct_config__.tag) for record in found} == kinds


@pytest.mark.parametrize("row", LEXICON.rows("kinds/furniture"), ids=lambda row: row.id)
def test_a_row_marks_its_example_and_not_its_counter_example(row):
    assert lines(f"{PROSE}\n{row.example}\n{PROSE}") == [row.example]
    assert lines(f"{PROSE}\n{row.counter}\n{PROSE}") == []
