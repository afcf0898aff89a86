"""What an official text speaks of, read off its sentences."""

from __future__ import annotations

import pytest

from dragoman.merge.subjects import subjects
from tests.records import article


def told(text: str) -> list[tuple[str, str]]:
    return [(field, item) for field, item, _ in subjects(article("a", text=text))]


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


def test_the_sentence_that_speaks_of_an_issue_is_cited() -> None:
    paper = article("a", text="They spoke by phone. It was about mobilisation!\n\nNothing else.")
    (_, _, evidence) = next(subjects(paper))
    assert evidence.quote == "It was about mobilisation!"
    assert paper.text[evidence.start : evidence.end] == evidence.quote
