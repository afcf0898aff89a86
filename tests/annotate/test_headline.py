"""A surname alone is completed by the headline that names its bearer in full."""

import pytest
from tests.annotate.reading import annotated


def persons(title, text="It is a pleasure to welcome Foreign Minister Odera here. He is a friend."):
    return [(a.name, a.side) for a in annotated(text, title=title).actors if a.kind == "person"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Remarks With Kenyan Foreign Minister Amos Odera Before Their Meeting", ("Amos Odera", "Kenya")),
        ("Remarks Before Their Meeting", ("Odera", None)),
        ("Kenyan Envoy Amos Odera meets Ugandan Envoy Ruth Odera", ("Odera", None)),
        ("", ("Odera", None)),
    ],
)
def test_the_headline_completes_a_surname_where_one_person_bears_it(title, expected):
    assert persons(title) == [expected]


def test_a_name_that_the_text_gives_in_full_stays_as_it_is():
    text = "Ugandan Foreign Minister Ruth Odera arrived."
    assert persons("Kenyan Envoy Amos Odera Meets Ruth Odera", text) == [("Ruth Odera", "Uganda")]
