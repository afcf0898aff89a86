"""What an official text speaks of, read off its sentences."""

from __future__ import annotations

import pytest

from dragoman.merge.subjects import subjects


def told(text: str) -> list[tuple[str, str]]:
    return [(subject.field, subject.item) for subject in subjects(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The key condition must be a halt to foreign military aid.", [("issue", "military aid")]),
        ("They spoke of prisoners. They spoke of prisoners again.", [("issue", "prisoners")]),
        (
            "They want a ceasefire on energy and infrastructure.",
            [("issue", "ceasefire"), ("issue", "energy"), ("scope", "energy, infrastructure")],
        ),
        (
            "A halt of strikes on energy infrastructure.",
            [("issue", "ceasefire"), ("issue", "energy"), ("scope", "energy")],
        ),
        ("Strategic weapons were spoken of.", []),
        ("The deal was praised.", []),
        ("", []),
    ],
)
def test_issues_and_the_scope_of_a_truce_are_read_off_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_the_sentence_that_speaks_of_an_issue_is_marked() -> None:
    text = "They spoke by phone. It was about mobilisation!\n\nNothing else."
    (subject,) = subjects(text)
    assert text[subject.start : subject.end] == "It was about mobilisation!"
