"""What explains the name of a body stands for the body."""

import pytest
from tests.annotate.reading import annotated


def actors_of(text, word):
    layers = annotated(text)
    at = text.index(word)
    found = [m for m in layers.mentions if m.span.start <= at < m.span.end and m.form != "name"]
    return [layers.actors[i].name for m in found for i in m.actors]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya fears the M23, an armed group that has seized towns.", ["M23"]),
        ("Kenya fears Lake Dawn, a militant group that has seized towns.", ["Lake Dawn"]),
        ("Kenya fears the M23 and an armed group that has seized towns.", ["armed group"]),
    ],
)
def test_a_group_in_apposition_is_the_one_named_before(text, who):
    assert actors_of(text, "group") == who


def test_whose_envoy_a_name_in_apposition_is():
    layers = annotated("The Houthis' chief negotiator, Omar Haddad, left. The Torvs' cook, Bo Lind, stayed.")
    assert {a.name: a.side for a in layers.actors if a.kind == "person"}["Omar Haddad"] == "Houthis"
