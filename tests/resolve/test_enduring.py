from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.records import LUND, forecast, march
from tests.test_resolve import entries, only, pledge, resolve

from dragoman.kinds.forecast import Expected
from dragoman.resolve.enduring import is_refrained, lasts
from dragoman.types import When

UNTIL = When("until 9 March", march(2), march(9), role="until")
OVER = When("over the coming week", march(2), march(9), role="for")
WITHIN = When("in the coming days", march(2), march(9), role="within")
ON = When("on 9 March", march(9), march(9), role="at")
MEETING = Expected("contact", "meeting", (LUND,))


@dataclass(frozen=True)
class Case:
    words: str
    window: When | None
    is_end: bool
    expects: Expected | None = None


@pytest.mark.parametrize(
    "case",
    [
        Case("The halt to the shelling will be in effect until 9 March", UNTIL, True),
        Case("The extension runs through 9 March", UNTIL, True),
        Case("The border stays closed over the coming week", OVER, True),
        Case("The mandate of the patrol expires on 9 March", ON, True),
        Case("We will keep on asking for a visit in the coming days", WITHIN, True),
        Case("The talks will remain open in the coming days", WITHIN, False, MEETING),
        Case("The halt to the shelling will be in effect from 9 March", ON, False),
        Case("Aland has until 9 March to halt the shelling", UNTIL, False),
        Case("No convoy will leave until 9 March, whatever may hold", UNTIL, False),
        Case("The envoys won't stay away until 9 March", UNTIL, False),
        Case("The bank will invest a billion until 9 March", UNTIL, False),
        Case("The treaty will be signed in the coming days", WITHIN, False),
        Case("The halt to the shelling will be in effect", None, False),
    ],
    ids=lambda case: case.words,
)
def test_a_day_until_which_a_thing_is_as_it_is_is_its_end(case):
    assert lasts(forecast("f", case.words, case.window, expects=case.expects)) == case.is_end
    assert lasts(pledge("p", case.words, case.window, expects=case.expects)) == case.is_end


@pytest.mark.parametrize(
    ("words", "forecast_is", "pledge_is"),
    [
        ("Aland will not send its envoy to the talks", True, True),
        ("The envoys won't meet this week", True, True),
        ("not to close the crossing until 9 March", False, True),
        ("The talks will not resume until 9 March", False, True),
        ("Aland will not only sign but ratify the treaty this week", False, False),
        ("It won't be long before the envoys meet", False, False),
        ("Aland will sign a treaty that does not name the lake", False, False),
        ("The envoys will leave if the crossing is not open by Friday", False, False),
        ("Aland will open the crossing", False, False),
    ],
)
def test_what_is_not_to_happen_is_told_by_its_own_clause(words, forecast_is, pledge_is):
    assert is_refrained(forecast("f", words)) == forecast_is
    assert is_refrained(pledge("p", words, None)) == pledge_is


@pytest.mark.parametrize(
    ("words", "day", "outcome", "rule"),
    [
        ("The halt to the shelling will be in effect until 9 March", 8, "open", "window.lasting"),
        ("The halt to the shelling will be in effect until 9 March", 10, "lapsed", "window.ended"),
        ("Aland will not send its envoy to the talks", 10, "lapsed", "window.not"),
        ("The shelling will be halted by treaty by 9 March", 8, "due", "window.near"),
        ("The shelling will be halted by treaty by 9 March", 10, "overdue", "window.past"),
    ],
)
@pytest.mark.parametrize("told", [forecast, pledge])
def test_what_ended_on_its_day_is_never_overdue(words, day, outcome, rule, told):
    known = entries((2, told("f", words, UNTIL)))
    verdict = only(resolve(known, march(day)), told.__name__)
    assert (verdict.outcome, verdict.rule) == (outcome, rule)
