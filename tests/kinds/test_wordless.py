"""A deed, a thing told by the way or a borrowed word is no statement."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import statement
from dragoman.lexicon import load_lexicon


def statements(text):
    return list(statement.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    "text",
    [
        "A package announced by Norway on Monday includes grain for Malawi.",
        "The two presidents agreed on the new tariffs against Chad.",
        "The assembly confirmed Ana Torv as ambassador to Chad.",
    ],
)
def test_what_reports_no_words_is_no_statement(text):
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Norway announced that grain would be sent to Malawi.", "Norway", ("that grain would be sent to Malawi",)),
        ("The two presidents agreed that the road was safe.", "presidents", ("that the road was safe",)),
        ("Norway confirmed the arrests in Chad.", "Norway", ("the arrests in Chad",)),
        (
            "Ana Torv was quoted by the Lake News agency as saying a draft could be ready in weeks.",
            "Ana Torv",
            ("a draft could be ready in weeks",),
        ),
        ("Others said the road was shut.", None, ("the road was shut",)),
        ("Many including Torv said the port was safe.", None, ("the port was safe",)),
        ("Others from Chad said the road was shut.", "Others from Chad", ("the road was shut",)),
    ],
)
def test_words_reported_have_who_said_them(text, speaker, content):
    (found,) = statements(text)
    assert (found.speaker.name if found.speaker else None, found.content) == (speaker, content)
