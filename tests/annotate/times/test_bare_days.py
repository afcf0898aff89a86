"""A day of which only the number is written is of the month that the tense and the article's day let it be."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times

PUBLISHED = date(2031, 3, 14)


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        ("The envoys met on the 11th in Oslo.", PUBLISHED, ["2031-03-11"]),
        ("The envoys met on the 20th in Oslo.", PUBLISHED, ["2031-02-20"]),
        ("The envoys will meet on the 20th.", PUBLISHED, ["2031-03-20"]),
        ("The envoys will meet on the 11th, she said.", PUBLISHED, ["2031-04-11"]),
        ("The envoys met on the 31st in Oslo.", PUBLISHED, ["2031-01-31"]),  # February has none
        ("That’ll be a detailed discussion of our teams on the 25th.", PUBLISHED, ["2031-03-25"]),
        ("The truce holds until the 2nd.", date(2031, 12, 30), ["2032-01-02"]),
        ("The envoys met on the 11th and left on the 12th.", PUBLISHED, ["2031-03-11", "2031-03-12"]),
        ("The siege began on 3 May 1931. On the 11th they met, and on the 2nd the town fell.", PUBLISHED,
         ["1931-05-03", "1931-05-11", "1931-06-02"]),
        ("The envoys met on the 11th in Oslo.", None, ["XXXX-XX-11"]),
        ("The envoys met on the 11th floor.", PUBLISHED, []),
        ("The envoys met on the 11th hour of the talks.", PUBLISHED, []),
        ("The envoys met on the 11th and 12th floors.", PUBLISHED, []),
    ],
)  # fmt: skip
def test_a_bare_day_is_the_nearest_that_its_verb_allows(text, published, values):
    assert [time.value for time in find_times(text, published)] == values
