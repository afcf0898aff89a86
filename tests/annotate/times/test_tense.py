"""Which way a time lies, read from the words around it."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times

WEDNESDAY = date(2031, 3, 5)


def first(text, published=WEDNESDAY):
    return find_times(text, published)[0]


@pytest.mark.parametrize(
    "text",
    [
        "They will meet on Friday.",
        "They are due to meet on Friday.",
        "They are meeting on Friday.",
        "The talks are scheduled for Friday.",
        "The ministers will be received on Friday.",
        "On Friday, the envoys will meet.",
        "The vote on Friday will be close.",
        "They will meet, he said, on Friday.",
        "They agreed to meet on Friday.",
        "They have until Friday.",
        "They agreed on a truce that would take effect on Friday.",
        "An answer is wanted by Friday.",
    ],
)
def test_a_weekday_of_what_is_to_come_is_the_next_one(text):
    assert first(text).value == "2031-03-07"


@pytest.mark.parametrize(
    "text",
    [
        "They met on Friday.",
        "The council on Friday issued a protest, which will be read to envoys.",
        "She told the paper on Friday that they would leave.",
        "On Friday, she told the paper that they would leave.",
        "They refused to meet on Friday.",
        "The floods forced both plants to close on Friday.",
        "They travelled to the border on Friday.",
        "The price fell to 117.3 on Friday.",
        "They had been expected to meet on Friday.",
        "She would appeal against Friday's ruling.",
        "He spoke to reporters on Friday.",
        "A record was set on Friday.",
        "Until Friday, they had not met.",
        "The United party of the south met on Friday.",
        "Neither of them could be found on Friday.",
        "She couldn't be reached on Friday.",
        "They announced the plan on Friday.",
        "It had been due to expire on Friday.",
        "They left as planned on Friday.",
        "The talks opened in Oslo, as expected, on Friday.",
        "They set out as previously scheduled on Friday.",
    ],
)
def test_a_weekday_of_what_is_behind_is_the_last_one(text):
    assert first(text).value == "2031-02-28"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They will meet from Monday to Wednesday.", ["2031-03-10", "2031-03-12"]),
        ("They met on Monday and Tuesday.", ["2031-03-03", "2031-03-04"]),
        ("They met on Saturday or Sunday.", ["2031-03-01", "2031-03-02"]),
    ],
)
def test_the_second_of_two_weekdays_counts_from_the_first(text, values):
    assert [t.value for t in find_times(text, WEDNESDAY)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They signed in November.", "2030-11"),
        ("They will sign in November.", "2031-11"),
        ("It was planned for early April.", "2031-04"),  # of the April a year behind one says "last April"
        ("They have until July 31.", "2031-07-31"),
        ("He called a vote for June 13.", "2031-06-13"),
        ("In a June 14 letter, she named her price.", "2030-06-14"),
        ("The contract lapsed on Jan. 1.", "2031-01-01"),
        ("It is payable Sept. 2.", "2031-09-02"),
        ("They would meet on an unspecified date in November.", "2031-11"),
        ("They met last February.", "2030-02"),
        ("They vote this September.", "2031-09"),
    ],
)
def test_a_month_or_day_without_its_year_follows_the_words_around_it(text, value):
    assert first(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They were expected to meet on Friday.", "2031-03-07"),
        ("They were expected to meet on Tuesday.", "2031-03-04"),
        ("The talks were unlikely to begin before Thursday.", "2031-03-06"),
        ("They would speak at Friday's summit.", "2031-03-07"),
        ("Both ministers meet separately on Friday.", "2031-03-07"),
        ("They staged a feast to mark the pact of Tuesday.", "2031-03-04"),
        ("They agreed to meet on Friday.", "2031-03-07"),
    ],
)
def test_a_weekday_of_what_was_expected_is_the_nearer_one(text, value):
    assert first(text).value == value
