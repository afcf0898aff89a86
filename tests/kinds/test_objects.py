"""Promises of different things, to different parties or on different occasions stay apart."""

from __future__ import annotations

import pytest
from tests.records import KRAL, LUND, on
from tests.test_resolve import pledge

from dragoman.kinds.forecast import Expected
from dragoman.kinds.objects import of_others, parties_named, say_otherwise, tell_alike
from dragoman.kinds.pledge import apart, same
from dragoman.types import Actor, When

KENYA = Actor("Kenya", (), "Kenya", None, "state")
TALKS = Expected("contact", "talks", (LUND, KRAL))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("will continue to work with the lake patrol", "will continue to work down that path", False),
        ("will continue to work with the lake patrol", "to work with the new patrol of the lake", True),
        ("we will get this done", "we will do everything to get the grain to the ports", False),
        ("will support the envoy", "would support the envoy", True),
        ("will support the envoy", "would support their envoy and everybody's work", False),
        ("will monitor the truce on the lake with drones", "with drones it will monitor the truce", True),
    ],
)
def test_promises_are_alike_by_what_tells_one_from_another(one, other, alike):
    assert tell_alike(one, other) == tell_alike(other, one) == alike


@pytest.mark.parametrize(
    ("one", "other", "own", "are_others"),
    [
        ("open the port to Kenyan ships", "open the port to Ugandan ships", None, True),
        ("open the port to ships of Kenya", "open the port to Kenyan ships", None, False),
        ("open the port to ships", "open the port to Kenyan ships", None, False),
        ("let Kenya and Uganda use the port", "let Kenya use the port", None, False),
        ("let Kenya and Uganda use the port", "let Kenya and Somalia use the port", None, True),
        ("Kenya opens the port to Uganda", "open the port to Uganda", "Kenya", False),
        ("Kenya opens the port to Uganda", "Kenya opens the port to Somalia", "Kenya", True),
    ],
)
def test_what_each_is_promised_to_tells_them_apart(one, other, own, are_others):
    assert of_others(one, other, own) == of_others(other, one, own) == are_others


def test_parties_are_known_by_what_their_people_are_called():
    assert parties_named("the Kenyan port and Uganda's lake") == {"Kenya", "Uganda"}
    assert parties_named("the port and the lake") == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "is_other"),
    [
        ("monitor the halt of the shelling by drones", "monitor by drones the halt of the shelling", False),
        ("monitor the halt of shelling by drones", "monitor the halt of shelling by drones and boats", False),
        ("monitor the halt of the shelling by drones and boats", "monitor the truce of 2031 by drones and boats", True),
        ("settle the dispute within 24 hours", "resolve the row within 24 hours", False),
        ("defend the port", "defend the port and the bridges, the depots and every village at the lake", True),
    ],
)
def test_what_is_said_again_says_otherwise_or_the_same(one, other, is_other):
    assert say_otherwise(one, other) == say_otherwise(other, one) == is_other


def promise(words: str, deadline: When | None = None, **fields: object):
    return pledge("a", words, deadline, **{"by": KENYA, **fields})


MONITOR = "Kenya will use its drones and boats to monitor the shelling during the"


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        (promise(f"{MONITOR} truce"), promise(f"{MONITOR} lull of the truce"), True),
        (promise(f"{MONITOR} Ugandan truce"), promise(f"{MONITOR} Somali truce"), False),
        (promise("Kenya will continue to help"), promise("Kenya will continue to host the talks of May"), False),
        (promise(f"{MONITOR} truce", on(4)), promise(f"{MONITOR} truce", on(20)), False),
        (promise(f"{MONITOR} truce"), pledge("b", f"{MONITOR} truce", None), False),
        (promise("speak again", expects=TALKS), promise("meet in May", expects=TALKS), True),
    ],
)
def test_one_promise_told_by_several_is_one_and_two_are_two(one, other, are_one):
    assert same(one, other) == same(other, one) == are_one


@pytest.mark.parametrize(
    ("one", "other", "days", "are_apart"),
    [
        (promise(f"{MONITOR} ceasefire"), promise(f"{MONITOR} humanitarian truce"), 5, False),
        (promise(f"{MONITOR} ceasefire"), promise(f"{MONITOR} humanitarian truce"), 90, True),
        (promise(f"{MONITOR} ceasefire"), promise(f"{MONITOR} whole ceasefire"), 90, False),
        (promise("speak again", expects=TALKS), promise("speak again", expects=TALKS), 90, True),
        (promise("speak again", expects=TALKS), promise("speak again", expects=TALKS), 9, False),
        (promise("speak again", on(9), expects=TALKS), promise("speak again", on(9), expects=TALKS), 90, False),
    ],
)
def test_what_is_promised_long_after_is_one_only_where_it_says_the_same(one, other, days, are_apart):
    assert apart(one, other, days) == apart(other, one, days) == are_apart
