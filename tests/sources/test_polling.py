"""When a source is asked again: clock and chance are given, so that the table can be computed by hand."""

from random import Random

import pytest

from dragoman.sources.polling import (
    LONGEST_AFTER,
    LONGEST_WAIT,
    Standing,
    after_failure,
    after_success,
    back_off,
    conditions,
    seconds_asked,
)
from dragoman.sources.watchlist import Watch

WATCH = Watch(url="https://a.example/", every=100)
NOW = 1_000_000.0


class Fixed(Random):
    """Chance that always falls the same."""

    def __init__(self, value):
        super().__init__()
        self.value = value

    def random(self):
        return self.value


@pytest.mark.parametrize(("chance", "due"), [(0.0, NOW + 100), (0.5, NOW + 95), (1.0, NOW + 90)])
def test_after_a_success_it_is_asked_again_after_the_interval_or_a_little_sooner(chance, due):
    failing = Standing(url=WATCH.url, failures=3, in_a_row=2, fault="no answer")
    after = after_success(failing, WATCH, NOW, Fixed(chance))
    assert (after.due, after.polls, after.failures, after.in_a_row, after.fault) == (due, 1, 3, 0, "")


@pytest.mark.parametrize(
    ("in_a_row", "asked", "chance", "wait"),
    [
        (1, 0, 0.0, 100),
        (1, 0, 1.0, 200),
        (2, 0, 1.0, 400),
        (5, 0, 1.0, 3200),
        (9, 0, 1.0, LONGEST_WAIT),
        (5000, 0, 1.0, LONGEST_WAIT),
        (1, 5000, 1.0, 5000),  # what the server asks for, when it's longer
        (3, 5, 1.0, 800),  # and ours, when that is
        (1, 9e9, 1.0, LONGEST_AFTER),
    ],
)
def test_after_failures_in_a_row_the_wait_doubles_and_the_server_is_heeded(in_a_row, asked, chance, wait):
    assert back_off(in_a_row, WATCH, asked, Fixed(chance)) == wait


def test_a_source_that_is_asked_once_a_week_is_not_asked_more_often_because_it_fails():
    rare = Watch(url="https://a.example/", every=7 * 86400)
    assert back_off(1, rare, 0, Fixed(1.0)) == 7 * 86400


def test_the_same_seed_gives_the_same_waits():
    waits = [
        [back_off(n, WATCH, 0, chance) for n in range(9)] for chance in (Random("7 a"), Random("7 a"), Random("8 a"))
    ]
    assert waits[0] == waits[1] != waits[2]


def test_failures_are_counted():
    once = after_failure(Standing(url=WATCH.url), "no answer", 60, NOW)
    twice = after_failure(once, "no answer", 60, NOW)
    assert (twice.polls, twice.failures, twice.in_a_row, twice.due, twice.fault) == (2, 2, 2, NOW + 60, "no answer")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("Mon, 12 Jan 1970 13:48:20 GMT", 1_000_100 - NOW),
        ("Mon, 12 Jan 1970 13:00:00 GMT", 0),
        ("soon", 0),
        ("", 0),
        ("-5", 0),
        ("²", 0),
        ("9" * 400, 999_999_999),
    ],
)
def test_retry_after_names_seconds_or_a_date(header, seconds):
    assert seconds_asked(header, NOW) == seconds


def test_what_the_server_said_last_is_what_it_is_asked_by():
    assert conditions(Standing(url="")) == {}
    assert conditions(Standing(url="", etag='"a"', modified="Mon, 12 Jan 1970 13:48:20 GMT")) == {
        "If-None-Match": '"a"',
        "If-Modified-Since": "Mon, 12 Jan 1970 13:48:20 GMT",
    }
