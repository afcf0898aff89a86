"""Times in the sentence of a contact that are another thing's."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.borrowed import borrowed


@pytest.mark.parametrize(
    ("text", "lemma", "others"),
    [
        ("Ana Torv will meet Omar Haddad ahead of a vote on Friday.", "meet", ["Friday"]),
        ("Ana Torv met Omar Haddad on Monday.", "meet", []),
        ("The talks are to resume on or before a target date of May 4.", "talk", []),
        ("Ana Torv met Omar Haddad on Monday before flying to Oslo.", "meet", []),
        ("Ana Torv met Omar Haddad before seeing Per Lind on Tuesday.", "meet", []),
        ("On March 3 Ana Torv met Omar Haddad and they decried the tests of this year.", "meet", ["this year"]),
        ("Ana Torv and Omar Haddad held talks, building on the accord of May 2030.", "talk", ["May 2030"]),
        ("Kenya fired rockets on Monday, ahead of the talks in Oslo.", "talk", ["Monday"]),
        ("Ana Torv spoke to the press on Monday, before talks with Omar Haddad.", "talk", []),
        ("Kenya will fire rockets on Friday ahead of the talks in Oslo.", "talk", []),
        ("Kenya cut aid in February after a meeting with Uganda.", "meeting", ["February"]),
        ("Kenya cut aid on Monday after a meeting with Uganda.", "meeting", []),
        ("Ana Torv said on Monday that she has met Omar Haddad.", "meet", ["Monday"]),
        ("Ana Torv said on Monday that she met Omar Haddad.", "meet", []),
        ("It is her first visit to Oslo since the war began nine years ago.", "visit", ["nine years ago"]),
        ("Ana Torv and Omar Haddad discussed plans after her trip to Oslo earlier this week.", "discuss",
         ["earlier this week"]),
        ("Ana Torv and Omar Haddad discussed plans for the port earlier this week.", "discuss", []),
    ],
)  # fmt: skip
def test_a_time_said_of_something_else_is_not_that_of_the_contact(text, lemma, others):
    layers = annotated(text)
    event = next(t for t in layers.doc if t.lemma_ == lemma and t.pos_ in {"VERB", "NOUN"})
    assert [time.text.removeprefix("on ").removeprefix("in ") for time in borrowed(layers, event)] == others


def test_a_day_before_an_event_is_not_counted_from_the_day_told_before():
    layers = annotated(
        "The port closed on Monday. Ana Torv had planned to meet Omar Haddad a day before the gathering."
    )
    event = next(t for t in layers.doc if t.lemma_ == "meet")
    assert [time.text for time in borrowed(layers, event)] == ["a day before"]
