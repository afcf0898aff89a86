"""What an expression means on a day: TIMEX3 value and window."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.times import find_times, timex_row, window_in
from dragoman.types import Span

WEDNESDAY, SUNDAY, MONDAY = date(2031, 3, 5), date(2031, 3, 9), date(2031, 3, 10)


def only(text, published=WEDNESDAY):
    (found,) = find_times(text, published)
    return found


def days(text, published=WEDNESDAY):
    window = only(text, published).window
    return (str(window.start), str(window.end)) if window else None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They met yesterday.", "2031-03-04", "2031-03-04"),
        ("They met on Thursday.", "2031-02-27", "2031-02-27"),
        ("They will meet on Thursday.", "2031-03-06", "2031-03-06"),
        ("They met last week.", "2031-02-24", "2031-03-02"),
        ("They will meet this week.", "2031-03-03", "2031-03-09"),
        ("They will meet next week.", "2031-03-10", "2031-03-16"),
        ("A deal is hoped for in the coming weeks.", "2031-03-05", "2031-04-16"),
        ("They will meet in the coming days.", "2031-03-05", "2031-03-12"),
        ("They will meet soon.", "2031-03-05", "2031-04-02"),
        ("They must answer by Friday.", "2031-03-05", "2031-03-07"),
        ("They have fought since 2022.", "2022-01-01", "2031-03-05"),
        ("They met in October.", "2030-10-01", "2030-10-31"),
        ("They signed on 29 January.", "2031-01-29", "2031-01-29"),
        ("They will answer within 24 hours.", "2031-03-05", "2031-03-06"),
        ("They met last month.", "2031-02-01", "2031-02-28"),
        ("They met in early 2030.", "2030-01-01", "2030-05-02"),
    ],
)
def test_words_are_read_from_the_day_of_publication(text, start, end):
    assert days(text) == (start, end)


def test_this_week_said_on_a_sunday_of_what_lies_ahead_is_the_coming_one():
    assert days("They will meet this week.", SUNDAY) == ("2031-03-10", "2031-03-16")


@pytest.mark.parametrize("published", [SUNDAY, MONDAY])
def test_the_coming_week_is_the_one_that_begins(published):
    assert days("They will meet in the coming week.", published) == ("2031-03-10", "2031-03-16")


def test_day_one_is_the_day_of_taking_office_of_the_president_named():
    text = "Trump vowed to end it on “day one” of his administration."
    assert days(text, date(2025, 3, 17)) == ("2025-01-20", "2025-01-20")


def test_a_promise_counts_from_taking_office_where_the_text_says_so():
    text = "Trump promised to end it in 24 hours once in office."
    assert days(text, date(2025, 3, 31)) == ("2025-01-20", "2025-01-21")


def test_a_campaign_promise_does_not_count_from_the_day_of_the_article():
    assert days("As a candidate Trump promised to end it in 24 hours.", date(2025, 3, 31)) is None


def test_what_was_expected_is_behind():
    assert days("They had been expected to meet on Thursday.") == ("2031-02-27", "2031-02-27")


@pytest.mark.parametrize("text", ["A 30-day truce was offered.", "It took several months.", "He vowed it on day one."])
def test_what_cannot_be_dated_gets_no_window(text):
    assert days(text) is None


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("a 90-minute call", "PT90M", ("PT90M", "PT90M")),
        ("It took five to 10 minutes.", "PT5M", ("PT5M", "PT10M")),
        ("It lasted two and a half hours.", "PT150M", ("PT150M", "PT150M")),
        ("It lasted more than two hours.", "PT2H", ("PT2H", "..")),
        ("It lasted two hours or more.", "PT2H", ("PT2H", "..")),
        ("It lasted just over two hours.", "PT2H", ("PT2H", "PT2H")),
        ("It lasted up to two hours.", "PT2H", ("..", "PT2H")),
        ("It lasted between two and three hours.", "PT2H", ("PT2H", "PT3H")),
        ("It lasted two-and-a-half hours.", "PT150M", ("PT150M", "PT150M")),
        ("a two-and-a-half-hour call", "PT150M", ("PT150M", "PT150M")),
        ("It lasted three-plus hours.", "PT3H", ("PT3H", "..")),
        ("a 30-day truce", "P30D", ("P30D", "P30D")),
    ],
)
def test_a_length_keeps_the_unit_it_was_told_in(text, value, length):
    found = only(text)
    assert (found.type, found.value, found.length) == ("DURATION", value, length)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will meet over the next couple of weeks.", "P2W"),
        ("They met twice in the past couple of months.", "P2M"),
        ("They will meet over the next few weeks.", "PXW"),
    ],
)
def test_a_couple_is_two(text, value):
    assert only(text).value == value


def test_without_a_day_of_publication_only_explicit_dates_are_resolved():
    found = find_times("They met on Thursday and on March 3, 2031.", None)
    assert [t.window is not None for t in found] == [False, True]


@pytest.mark.parametrize(
    ("text", "texts", "values", "window"),
    [
        ("They met March 3-5.", ["March 3", "5"], ["2031-03-03", "2031-03-05"], ("2031-03-03", "2031-03-05")),
        (
            "They met February 26-March 3.",
            ["February 26", "March 3"],
            ["2031-02-26", "2031-03-03"],
            ("2031-02-26", "2031-03-03"),
        ),
        ("They met 3 May to 5 May.", ["3 May", "5 May"], ["2030-05-03", "2030-05-05"], ("2030-05-03", "2030-05-05")),
        (
            "They met from 30 December to 2 January 2031.",
            ["30 December", "2 January 2031"],
            ["2030-12-30", "2031-01-02"],
            ("2030-12-30", "2031-01-02"),
        ),
        ("Meet from 3 to 5 March.", ["3", "5 March"], ["2031-03-03", "2031-03-05"], ("2031-03-03", "2031-03-05")),
        ("The war of 2014-16.", ["2014", "16"], ["2014", "2016"], ("2014-01-01", "2016-12-31")),
    ],
)
def test_a_range_is_two_times_with_the_window_of_both(text, texts, values, window):
    found = find_times(text, WEDNESDAY)
    assert [t.text for t in found] == texts
    assert [t.value for t in found] == values
    assert {(str(t.window.start), str(t.window.end)) for t in found} == {window}


def test_years_before_christ_have_a_value_and_no_window():
    found = only("They fought in 480 BC.")
    assert (found.value, found.window) == ("BC0480", None)


def test_the_next_day_counts_from_the_day_named_before():
    found = find_times("They met on March 3, 2030. The next day they signed.", WEDNESDAY)
    assert [t.value for t in found] == ["2030-03-03", "2030-03-04"]


def test_a_row_for_the_command_line_has_all_that_is_known_of_a_time():
    assert timex_row(only("They must answer by Friday.")) == {
        "start": 20,
        "end": 26,
        "type": "DATE",
        "value": "2031-03-07",
        "mod": None,
        "window": {"start": date(2031, 3, 5), "end": date(2031, 3, 7)},
        "readings": [],
        "length": None,
        "grain": "day",
        "role": "by",
        "basis": "published",
        "vagueness": 0,
        "rule": "weekday",
    }


def test_times_inside_a_span_are_those_wholly_inside():
    found = find_times("Today they met; tomorrow they rest.", WEDNESDAY)
    assert [t.text for t in window_in(found, Span(0, 14))] == ["Today"]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789 -/:,.abMarchondysTufwkt\n“", max_size=80))
def test_spans_lie_in_the_text_apart_from_each_other(text):
    found = find_times(text, WEDNESDAY)
    assert all(text[t.span.start : t.span.end] == t.text for t in found)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))


def test_the_number_of_a_resolution_is_no_year():
    assert find_times("They cited Resolution 1701 and the war of 1973.", WEDNESDAY)[0].text == "1973"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Today is already the 14th day of the siege.", "2031-03-05"),
        ("The war began on March 1, 2030; on March 9, the ninth day of the war, it ended.", "2030-03-09"),
        ("They fell out on the second day of the talks.", "XXXX-XX-XX"),
        ("It was the 16th day of the strike.", "XXXX-XX-XX"),
        ("It is now the 16th day of the strike.", "2031-03-05"),
    ],
)
def test_the_nth_day_of_something_is_the_day_named_beside_it(text, value):
    assert find_times(text, WEDNESDAY)[-1].value == value


def test_names_of_papers_and_programmes_are_no_times():
    assert find_times("USA Today and 60 Minutes had it, as had the Daily Mail.", WEDNESDAY) == ()


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The two day rally ended.", "two day", "P2D"),
        ("They read of the Hundred Days offensive.", "Hundred Days", "P100D"),
        ("The third-quarter results are out.", "third-quarter", "2030-Q3"),
        ("It lasted about a week.", "a week", "P1W"),
        ("For the first ten months of 2030 they fought.", "the first ten months of 2030", "P10M"),
        ("They held out for another seven months.", "another seven months", "P7M"),
    ],
)
def test_the_words_of_a_time_end_and_begin_as_annotators_have_them(text, words, value):
    found = only(text)
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("They fell out in recent weeks.", "DURATION", "PXW"),
        ("They fell out in recent years.", "DATE", "PAST_REF"),
        ("They fell out in recent weeks and months.", "DATE", "PAST_REF"),
        ("They fell out in past weeks.", "DATE", "PAST_REF"),
        ("They fell out over the past weeks.", "DURATION", "PXW"),
        ("They will fall out in coming months.", "DATE", "FUTURE_REF"),
        ("They will fall out in the coming months.", "DURATION", "PXM"),
        ("They will fall out in coming days.", "DURATION", "PXD"),
        ("Two days later they made up.", "DURATION", "P2D"),
        ("Some hours later they made up.", "DURATION", "PTXH"),
        ("A day earlier they made up.", "DURATION", "P1D"),
        ("Two years earlier they made up.", "DATE", "2029"),
        ("They were away for a while.", "DURATION", "PXX"),
        ("They stand together at this dark moment.", "DATE", "PRESENT_REF"),
        ("They sold it at the then-current price.", "DATE", "PAST_REF"),
    ],
)
def test_what_is_told_by_a_length_has_it_in_its_public_value_as_timeml_has(text, kind, value):
    row = timex_row(find_times("They met on March 3, 2031. " + text, WEDNESDAY)[-1])
    assert (row["type"], row["value"]) == (kind, value)


@pytest.mark.parametrize(
    ("text", "day"),
    [("Two days later they made up.", "2031-03-05"), ("A day earlier they made up.", "2031-03-02")],
)
def test_the_day_of_what_is_told_by_a_length_is_its_window(text, day):
    found = find_times("They met on March 3, 2031. " + text, WEDNESDAY)[-1]
    assert (found.type, found.value, str(timex_row(found)["window"]["start"])) == ("DATE", day, day)


def test_nights_of_two_weekdays_are_those_of_every_week():
    found = find_times("The ferry sails on Friday and Saturday nights.", WEDNESDAY)
    assert [(t.type, t.value) for t in found] == [("SET", "XXXX-WXX-5TNI"), ("SET", "XXXX-WXX-6TNI")]
    assert [t.type for t in find_times("The ferry sailed on Friday and Saturday night.", WEDNESDAY)] == ["DATE", "TIME"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ship will sail at 4 a.m.", "2031-03-06T04:00"),
        ("The ship will sail at 4 p.m.", "2031-03-05T16:00"),
        ("The ship sailed at 4 a.m.", "2031-03-05T04:00"),
    ],
)
def test_what_will_be_before_daybreak_is_of_the_next_day(text, value):
    assert only(text).value == value


def test_overnight_is_no_day_from_which_another_is_counted():
    text = "On Tuesday prices fell. Overnight they rose, and were higher than on the previous Tuesday."
    assert find_times(text, WEDNESDAY)[-1].value == "2031-02-25"


def test_a_length_of_which_more_is_told_lies_not_ahead():
    assert [t.value for t in find_times("They will rest in a quarter that was so hard.", WEDNESDAY)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Torv, who ruled until 2028, has been abroad since November.", "2030-11"),
        ("Torv had ruled until 2028 and had been abroad since November.", "2028-11"),
    ],
)
def test_what_lasts_until_now_began_in_the_last_such_month(text, expected):
    assert [found.value for found in find_times(text, date(2031, 3, 5))][-1] == expected
