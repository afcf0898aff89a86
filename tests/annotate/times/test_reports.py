"""The quarter that a text reports on, and "a year earlier" beside its figures."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times

MAY, NOVEMBER = date(2031, 5, 5), date(2031, 11, 5)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Profit rose in the third quarter to 5 million from 3 million a year earlier.", "2030-Q3"),
        ("In the third quarter profit rose. After a weak second quarter it was up from a year ago.", "2030-Q3"),
        (
            "The third quarter was good. In the nine months profit was 9 million, up from 7 million a year earlier.",
            "2030",
        ),
        ("It posted a fall in fourth-quarter profit from 3 million. Sales in the latest quarter rose.", "2031-Q4"),
        ("The third quarter was good. A year earlier, net income was 2 million.", "2030-Q3"),
        ("In the third quarter it lost money, and so it did in the corresponding period last year.", "2030-Q3"),
        ("The third quarter was good. They had met a year earlier.", "2030"),
    ],
)
def test_a_year_earlier_beside_a_figure_is_the_same_part_of_the_year_before(text, last):
    assert find_times(text, NOVEMBER)[-1].value == last


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Exports fell in the first and fourth quarters.", ["2030-Q1", "2030-Q4"]),
        ("Exports fell in the second and third quarters of 2029.", ["2029-Q2", "2029-Q3"]),
        ("Most sales are usually made in the second and fourth quarters.", ["XXXX-Q2", "XXXX-Q4"]),
        ("Prices will fall through the first two quarters of 2032.", ["2032-H1"]),
        ("Prices fell in the last two quarters of 2030.", ["2030-H2"]),
        ("Prices fell in the first three quarters of 2030.", ["P3Q"]),
    ],
)
def test_two_quarters_named_together_are_of_one_year_and_two_in_a_row_a_half(text, values):
    assert [t.value for t in find_times(text, MAY)] == values


@pytest.mark.parametrize(("text", "value"), [("up since year-end", "2030-12-31"), ("ready by year-end", "2031")])
def test_since_year_end_is_since_the_last_day_of_the_year_before(text, value):
    assert [t.value for t in find_times(f"It is {text}.", NOVEMBER)] == [value]


@pytest.mark.parametrize(
    ("ended", "value", "window"),
    [
        ("July 31", "2031-Q2", ("2031-05-01", "2031-07-31")),
        ("Sept. 30", "2031-Q3", ("2031-07-01", "2031-09-30")),
        ("Nov. 30", "2030-Q4", ("2030-09-01", "2030-11-30")),
        ("Jan. 31, 2030", "2029-Q4", ("2029-11-01", "2030-01-31")),
    ],
)
def test_a_quarter_that_ended_on_a_day_is_the_three_months_before_it(ended, value, window):
    found, _ = find_times(f"In the quarter ended {ended} it lost money.", NOVEMBER)
    assert (found.value, (str(found.window.start), str(found.window.end))) == (value, window)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The third quarter was good. In the first nine months it lost money, unlike in the 2030 period.", "2030"),
        ("The third quarter was good, and so was the 2030 period.", "2030-Q3"),
        ("In the nine months it lost money. The 2030 period was good, and year-earlier sales rose.", "2030"),
        ("Sales rose from those of the year-earlier six months.", "P6M"),
        ("In the third quarter it lost money. This quarter's loss includes a fine.", "2031-Q3"),
        ("In the third quarter it lost money. This quarter's loss will be small.", "2031-Q4"),
        ("In the third quarter it lost money. It lost more this quarter.", "2031-Q4"),
        ("In the third quarter it made a million, compared with a loss of three million last year.", "2030-Q3"),
        ("In the third quarter it made a million, and three million last year.", "2030"),
        ("In the nine months it made a million, compared with a loss of three million last year.", "2030"),
        ("The third quarter was good. It sold boats in the latest fiscal year.", "2030"),
    ],
)
def test_periods_of_a_report_are_those_that_its_figures_are_of(text, value):
    assert find_times(text, NOVEMBER)[-1].value == value


def test_a_quarter_told_behind_the_year_ago_quarter_is_of_its_year_and_so_is_the_day_it_ended_on():
    text = (
        "The third quarter was good. In the year-ago quarter, the second quarter ended Oct. 31, it lost money. "
        "That quarter was its worst."
    )
    assert [t.value for t in find_times(text, NOVEMBER)][1:] == ["2030-Q3", "2030-Q2", "2030-10-31", "2030-Q2"]
