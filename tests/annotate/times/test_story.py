"""The year of a date without one, from the dates told before."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times

WEDNESDAY = date(2031, 3, 5)
CHRONICLE = (
    "The war began in May 1911. In June 1911 the port fell; by July 1911 so did the fort. In March 1912 a truce was "
    "signed. It broke in May 1912. The siege of June 1912 failed. In October 1912 both sides were spent, and in "
    "November 1912 they rested. "
)


def values(text, published=WEDNESDAY):
    return [t.value for t in find_times(text, published)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("In February they fought again.", ["1913-02"]),
        ("By the end of December the fort was theirs.", ["1912-12"]),
        ("On October 20 they had met. The next day they left.", ["1912-10-20", "1912-10-21"]),
        ("The following year they made peace.", ["1913"]),
        ("Soon the crops failed.", []),
    ],
)
def test_in_a_history_the_last_date_told_gives_the_year(told, expected):
    assert values(CHRONICLE + told)[8:] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("In November 2030 they fought. On December 14 last year they met. On January 23 they met again.",
         ["2030-11", "2030-12-14", "2030", "2031-01-23"]),
        ("In November 2030 they met. Next year they will meet again.", ["2030-11", "2032"]),
    ],
)  # fmt: skip
def test_a_history_that_has_come_to_its_own_day_counts_last_year_from_it(told, expected):
    assert values(CHRONICLE + told)[8:] == expected


def test_news_that_names_many_years_is_no_history():
    news = CHRONICLE + "Today they remember it; last week the mayor laid a wreath, and this month a book came out. "
    assert values(news + "They met in February.")[-1] == "2031-02"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022 they quarrelled in April of that year.", ["2022", "2022-04"]),
        ("The war began in 2022. They met in February.", ["2022", "2031-02"]),
        (
            "They met on January 23 for the first time since the 2022 raid. They met again on February 4.",
            ["2031-01-23", "2022", "2031-02-04"],
        ),
    ],
)
def test_in_news_a_year_of_the_past_holds_to_the_end_of_its_sentence(text, expected):
    assert values(text) == expected


def test_a_year_ago_beside_a_figure_of_the_quarter_is_the_same_quarter():
    text = "In the fourth quarter exports rose to 5 tonnes from 4 tonnes a year ago. The envoy came a year ago."
    assert values(text) == ["2030-Q4", "2029-Q4", "2030"]


def test_without_a_day_of_publication_no_year_is_guessed():
    found = find_times(CHRONICLE + "In February they fought.", None)
    assert (found[-1].value, found[-1].window) == ("XXXX-02", None)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("A study of 2005 found no plan of a raid. In December 1912 snow fell; they met in January.", "1913-01"),
        ("By 1950 few knew of it. In December 1912 snow fell. By then, in October, the fort was lost.", "1912-10"),
        ("On 7 December (8 December in the east), 1912, snow fell. In January the thaw came.", "1913-01"),
        ("As in the previous year, they met in December.", "1912-12"),
    ],
)
def test_a_year_told_by_the_way_does_not_move_the_story(told, expected):
    assert values(CHRONICLE + told)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in April and June 1955.", ["1955-04", "1955-06"]),
        ("The siege lasted from 14 November to 3 January 1918.", ["1917-11-14", "1918-01-03"]),
        ("It was planned in the summer and autumn of 2022.", ["2022-SU", "2022-FA"]),
    ],
)
def test_the_first_end_of_a_range_has_the_year_of_the_second(text, expected):
    assert values(text) == expected


def test_the_next_date_of_a_history_tells_how_far_it_has_come():
    story = "Late in December the camp froze. On 10 October they had met again. On 29 October 1912 they agreed."
    assert values(CHRONICLE + story)[-2:] == ["1912-10-10", "1912-10-29"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A day that the text has told of stays that day.
        ("Since October 7 they have been at war. They will never forget October 7.", ["2030-10-07", "2030-10-07"]),
        # One that names what befell lies behind, whatever the verb of the sentence says.
        ("He will speak of the raids of August 9.", ["2030-08-09"]),
        ("She will recall the August 9 terrorist attack.", ["2030-08-09"]),
        ("They shall never see another August 9.", ["2030-08-09"]),
        ("He will speak at the summit of August 9.", ["2031-08-09"]),
        # Nobody leaves out the year of a day so far ahead.
        ("The ceasefire of January 3 must hold.", ["2031-01-03"]),
        ("The rule that will end on May 1 must hold.", ["2031-05-01"]),
    ],
)
def test_a_day_named_by_what_befell_then_lies_behind(text, expected):
    assert values(text) == expected


def test_a_day_farther_ahead_than_anyone_leaves_the_year_out_is_the_last_one():
    assert values("The truce brokered on November 20 must hold.", date(2031, 2, 2)) == ["2030-11-20"]
    assert values("They will vote on November 2.", date(2031, 2, 2)) == ["2031-11-02"]


def test_a_date_far_on_tells_how_far_a_history_has_come():
    far = "They did small things, of which nobody kept a list. " * 24
    assert values(CHRONICLE + f"In September they fought. {far}In March 1914 they met.")[8:] == ["1913-09", "1914-03"]
