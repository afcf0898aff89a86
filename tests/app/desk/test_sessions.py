"""Sessions end, are kept as hashes, and logins that fail have to wait."""

from __future__ import annotations

import pytest

from dragoman.app.desk import sessions
from dragoman.app.desk.sessions import IDLE, LIMITS, LONGEST, WINDOW, Sessions, Throttle, is_same


class Clock:
    """A clock that a test turns on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1_000_000.0
        monkeypatch.setattr(sessions, "monotonic", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_a_session_is_found_by_its_cookie_until_it_is_ended(clock: Clock) -> None:
    held = Sessions()
    one, other = held.begin("amy"), held.begin("rex")
    assert (held.find(one).reader, held.find(other).reader) == ("amy", "rex")
    assert held.find(one).form_token != held.find(other).form_token
    assert one not in held._held
    held.end(one)
    assert (held.find(one), held.find("")) == (None, None)
    assert held.find(other) is not None


@pytest.mark.parametrize(("steps", "alive"), [([IDLE - 1], True), ([IDLE], False), ([IDLE - 1] * 4, False)])
def test_a_session_ends_when_it_is_not_used_and_after_a_day(clock: Clock, steps: list[float], alive: bool) -> None:
    held = Sessions()
    cookie = held.begin("amy")
    for step in steps:
        clock.now += step
        found = held.find(cookie)
    assert (found is not None) == alive
    assert alive == (max(steps) < IDLE and sum(steps) < LONGEST)


def test_after_five_wrong_passwords_a_name_waits_at_that_address_only(clock: Clock) -> None:
    throttle = Throttle()
    for _ in range(LIMITS["name and address"]):
        assert throttle.wait("amy", "192.0.2.7") == 0
        throttle.failed("amy", "192.0.2.7")
    assert throttle.wait("amy", "192.0.2.7") == WINDOW
    assert throttle.wait("amy", "192.0.2.8") == throttle.wait("rex", "192.0.2.7") == 0
    clock.now += WINDOW + 1
    assert throttle.wait("amy", "192.0.2.7") == 0


def test_many_names_from_one_address_and_one_name_from_many_wait_too(clock: Clock) -> None:
    throttle = Throttle()
    for n in range(LIMITS["address"]):
        throttle.failed(f"name {n}", "192.0.2.7")
    assert throttle.wait("amy", "192.0.2.7") > 0
    for n in range(LIMITS["name"]):
        throttle.failed("rex", f"198.51.100.{n}")
    assert throttle.wait("rex", "203.0.113.1") > 0
    assert throttle.wait("amy", "203.0.113.1") == 0


def test_a_right_password_makes_the_wrong_ones_before_it_count_no_more(clock: Clock) -> None:
    throttle = Throttle()
    for _ in range(LIMITS["name and address"]):
        throttle.failed("amy", "192.0.2.7")
    throttle.passed("amy", "192.0.2.7")
    assert throttle.wait("amy", "192.0.2.7") == 0


def test_what_failed_long_ago_is_not_kept_for_ever(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "MOST_KEYS", 10)
    throttle = Throttle()
    for n in range(100):
        clock.now += WINDOW
        throttle.failed(f"name {n}", f"198.51.100.{n}")
    assert len(throttle._failed) < 20


@pytest.mark.parametrize(("given", "same"), [("token", True), ("tokem", False), ("", False), ("tökén", False)])
def test_tokens_are_compared_whole(given: str, same: bool) -> None:
    assert is_same(given, "token") == same
