"""What the expressions of the news mean in days, and what no day is given for."""

from datetime import date

import pytest
from tests.cost import calls

from dragoman.annotate.times import find_times

WEDNESDAY, SUNDAY = date(2031, 3, 5), date(2031, 3, 9)


def windows(text, published=WEDNESDAY):
    found = [t.window for t in find_times(text, published)]
    return [(str(w.start)[5:], str(w.end)[5:]) if w else None for w in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met earlier this week.", [("03-03", "03-04")]),
        ("They will meet later this week.", [("03-05", "03-09")]),
        ("They have met twice this month.", [("03-01", "03-05")]),
        ("They will meet this month.", [("03-01", "03-31")]),
        ("They will meet in the coming weeks and months.", [("03-05", "09-04")]),
        ("The truce would last 30 days.", [None]),
        ("They praised the Good Friday Agreement.", []),
        ("They must agree before the president leaves office on Jan. 20.", [("01-20", "01-20")]),
        ("The talks lasted an hour.", [None]),
        ("They would come if their terms were met within two days.", [("03-05", "03-07")]),
        ("The terms were met within two days.", [None]),
        ("The deadline was a week's time.", [("03-12", "03-12")]),
        ("The truce could last weeks.", [None]),
        ("They said that on Monday they will meet.", [("03-10", "03-10")]),
        ("The president on Tuesday said the army may leave.", [("03-04", "03-04")]),
        ("Statements were made on Friday and Thursday.", [("02-28", "02-28"), ("02-27", "02-27")]),
        ("They will meet on Monday and Tuesday.", [("03-10", "03-10"), ("03-11", "03-11")]),
        ("They met the day before yesterday.", [("03-03", "03-03")]),
        ("They will meet the day after tomorrow.", [("03-07", "03-07")]),
        ("They will decide in the next 24 hours.", [("03-05", "03-06")]),
        ("They will decide in 72 hours.", [("03-05", "03-08")]),
        ("They will meet in a few days.", [("03-05", "03-12")]),
        ("It will be over in a matter of weeks.", [("03-05", "04-16")]),
        ("They will answer in a day or two.", [("03-05", "03-07")]),
        ("They will answer within two, three or four days.", [("03-05", "03-09")]),
        ("They will meet in two weeks' time.", [("03-19", "03-19")]),
        ("They met a few weeks ago.", [("01-22", "03-05")]),
        ("They met often in the past month.", [("02-03", "03-05")]),
        ("They met in the first week of February.", [("02-01", "02-07")]),
        ("They met in the second half of February.", [("02-16", "02-28")]),
        ("They met at the end of February.", [("02-21", "02-28")]),
        ("They will meet by the beginning of this summer.", [("03-05", "06-30")]),
        ("They will meet on Easter Monday.", [("04-14", "04-14")]),
        ("Most had signed by the Tuesday deadline.", [("03-04", "03-04")]),
        ("They must answer by the Tuesday deadline.", [("03-05", "03-11")]),
        ("The city fell quiet that day.", []),
        ("The talks began at 4.30 p.m. on March 4.", [("03-04", "03-04")]),
    ],
)
def test_expressions_of_the_news_are_read_as_days(text, expected):
    assert windows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is the first such call in three years.",
        "The guns were soon quiet.",
        "A four-year-old war goes on.",
        "A month-long truce was offered.",
        "They must come to the table as soon as possible.",
        "They send 300 tonnes a day.",
    ],
)
def test_what_gives_no_days_gets_none(text):
    assert not any(windows(text))


@pytest.mark.parametrize("text", ["A six-year-old boy was freed.", "He is 45 years old.", "The annual report is out."])
def test_ages_and_labels_are_no_times(text):
    assert find_times(text, WEDNESDAY) == ()


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("a decade-long feud", "P10Y", ("P10Y", "P10Y")),
        ("a monthlong pause", "P1M", ("P1M", "P1M")),
        ("centuries-long feuds", "PXC", None),
        ("They fought for two decades.", "P20Y", ("P20Y", "P20Y")),
        ("It took an hour and a half.", "PT90M", ("PT90M", "PT90M")),
        ("It took 2.5 hours.", "PT150M", ("PT150M", "PT150M")),
        ("It took a few more weeks.", "PXW", None),
    ],
)
def test_lengths_are_told_in_their_unit(text, value, length):
    (found,) = find_times(text, WEDNESDAY)
    assert (found.type, found.value, found.length) == ("DURATION", value, length)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The wall fell in nineteen eighty-nine.", "1989"),
        ("They fought in the early nineties.", "199"),
        ("They fought in the '80s.", "198"),
        ("They meet on Tuesday nights.", "XXXX-WXX-2TNI"),
        ("The text is dated 25/03/2031.", "2031-03-25"),
        ("The text is dated 05.03.2031.", "2031-03-05"),
        ("It must be ready by year-end.", "2031"),
        ("The talks stalled over the summer.", "2030-SU"),
        ("Exports fell in the last half of 2030.", "2030-H2"),
    ],
)
def test_values_are_written_as_in_timebank(text, value):
    assert [t.value for t in find_times(text, WEDNESDAY)] == [value]


def test_offsets_count_from_the_first_character_even_of_an_empty_line():
    (found,) = find_times("\n\n They met yesterday.", WEDNESDAY)
    assert (found.span.start, found.span.end) == (12, 21)


@pytest.mark.parametrize("filling", ["7", "the ", "at noon ", "day one ", "2030. in March ", "Monday and ", "“"])
def test_a_longer_text_costs_no_more_than_its_length(filling):
    short, long = (filling * (size // len(filling)) for size in (5_000, 20_000))
    few, many = (calls(lambda text=text: find_times(text, WEDNESDAY)) for text in (short, long))
    assert many < 5 * few


@pytest.mark.parametrize(
    ("text", "published", "window", "readings"),
    [
        ("They will meet next Friday.", WEDNESDAY, ("03-07", "03-07"), [("03-14", "03-14")]),
        ("The talks: Friday.", WEDNESDAY, ("02-28", "02-28"), [("03-07", "03-07")]),
        ("They will meet on Friday.", WEDNESDAY, ("03-07", "03-07"), []),
        ("They will meet this week.", SUNDAY, ("03-10", "03-16"), [("03-03", "03-09")]),
        ("The text is dated 03/05/2031.", WEDNESDAY, ("03-05", "03-05"), [("05-03", "05-03")]),
        ("The talks in October: a look.", WEDNESDAY, ("10-01", "10-31"), [("10-01", "10-31")]),
        ("They met in October.", WEDNESDAY, ("10-01", "10-31"), []),
    ],
)
def test_where_words_can_mean_other_days_too_these_are_kept(text, published, window, readings):
    (found,) = find_times(text, published)
    assert windows(text, published) == [window]
    assert [(str(each.start)[5:], str(each.end)[5:]) for each in found.window.readings] == readings
