"""Every row of the time rules finds its example and not its counter-example; long texts stay cheap."""

from datetime import date

import pytest

from dragoman.annotate.times import READERS, find_times
from dragoman.annotate.times.rules import find_matches, load_rules, time_table

WEDNESDAY = date(2031, 3, 5)
RULES = [rule for rule, _ in load_rules()]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_row_finds_its_example_and_not_its_counter_example(rule):
    found, countered = ({t.rule for t in find_times(text, WEDNESDAY)} for text in (rule.example, rule.counter))
    assert (rule.id in found, rule.id in countered) == (True, False)


def test_every_row_names_a_reader():
    assert {rule.read for rule in RULES} <= READERS.keys()


@pytest.mark.parametrize("table", ["tense", "inaugurations"])
def test_words_of_a_row_stand_in_its_example_and_not_in_its_counter_example(table):
    for row in time_table(table):
        example, counter = ({w.strip(".,").lower() for w in text.split()} for text in (row.example, row.counter))
        words = {word.lower() for word in row.words}
        assert words & example, row.id
        assert not words & counter, row.id


@pytest.mark.parametrize("filling", ["7", "the ", "March ", "1 to 2 or ", "\n", "more than "])
def test_a_longer_text_costs_no_more_than_its_length(filling):
    counts = [len(find_matches(filling * size)) for size in (200, 20_000)]
    assert counts[1] <= counts[0] * 110 + 10


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They talked for TWO HOURS.", ["TWO HOURS"]),
        ("Both report daily to Torv.", ["daily"]),
        ("Both read the Daily Harbour.", []),
        ("İlk, on 3 May 2031 in İzmir.", ["3 May 2031"]),  # a letter that becomes two in small letters
    ],
)
def test_a_rule_reads_any_case_but_what_it_may_not_begin_with_as_spelled(text, found):
    assert [text[match.start : match.end] for match in find_matches(text)] == found
