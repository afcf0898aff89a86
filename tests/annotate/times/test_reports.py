"""The quarter that a text reports on, and "a year earlier" beside its figures."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times

NOVEMBER = date(2031, 11, 5)


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
