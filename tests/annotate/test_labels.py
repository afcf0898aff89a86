"""Who the labels of a transcript name."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.labels import label_actor

TEXT = "Foreign Minister Omar Haddad met US Secretary of State Antony Blinken and spoke to reporters."


@pytest.mark.parametrize(
    ("label", "name", "side", "role"),
    [
        ("FOREIGN MINISTER HADDAD", "Omar Haddad", None, "foreign minister"),
        ("SECRETARY BLINKEN", "Antony Blinken", "United States", "secretary of state"),
        ("MS. QUIST", "Quist", None, None),
        ("QUESTION", "reporter", None, "reporter"),
        ("Q", "reporter", None, "reporter"),
        ("MODERATOR", "moderator", None, "moderator"),
        (
            "SENIOR ADMINISTRATION OFFICIAL",
            "senior administration official",
            "United States",
            "senior administration official",
        ),
        ("FOREIGN MINISTER HADDAD (via interpreter)", "Omar Haddad", None, "foreign minister"),
    ],
)
def test_a_label_in_capitals_names_its_bearer_or_an_office_of_the_issuing_state(label, name, side, role):
    found = label_actor(annotated(TEXT, outlet="The White House"), label)
    assert (found.name, found.side, found.role) == (name, side, role)


def test_a_label_written_as_a_name_is_left_to_the_names_of_the_text():
    assert label_actor(annotated(TEXT), "Omar Haddad") is None


@pytest.mark.parametrize(
    ("label", "title", "name"),
    [
        ("THE PRESIDENT", "Remarks by President Torv Following Talks on the Lake", "Torv"),
        ("THE VICE PRESIDENT", "Remarks by President Torv and Vice President Nilsen", "Nilsen"),
        ("THE PRESIDENT", "Remarks on the Lake", "the president"),
        ("THE PRESIDENT", "Remarks by President Torv and President Omari of Uganda", "Torv"),
    ],
)
def test_an_office_without_a_name_is_held_by_whom_the_title_names_in_it(label, title, name):
    found = label_actor(annotated(TEXT, outlet="The White House", title=title), label)
    assert (found.name, found.side) == (name, "United States")
