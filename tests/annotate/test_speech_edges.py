"""What is said ends where its phrase does."""

import pytest

from dragoman.annotate.speech.edges import ended, without_loose_end
from dragoman.annotate.speech.layout import Draft, lay_out
from dragoman.models import parse_text
from dragoman.types import Span


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the port is shut, and there were no boats", "the port is shut"),
        ("the port is shut, which worried Moreau", "the port is shut"),
        ("the port has boats, which have sunk", "the port has boats"),
        ("the port is shut, but again didn't elaborate", "the port is shut"),
        ("the port is shut, but boats didn't wait", "the port is shut, but boats didn't wait"),
        ("the port is shut — which she regretted", "the port is shut"),
        ("the port is shut and dry", "the port is shut and dry"),
        ("the port is shut", "the port is shut"),
    ],
)
def test_a_content_ends_before_the_word_that_leads_on_to_the_next_clause(text, said):
    leading = (
        ", and there",
        " — which she",
        ", but again didn't elaborate",
        ", but boats didn't wait",
        ", which have",
        ", which",
    )
    cut = max((text.find(word) + len(word) for word in leading if word in text), default=len(text))
    span = without_loose_end(text, Span(0, cut))
    assert text[span.start : span.end] == said


@pytest.mark.parametrize(
    ("text", "heard", "said"),
    [
        ("Torv said she would sell the boats, in which she once sailed, for grain.",
         ["she would sell the boats, in"], ["she would sell the boats"]),
        ("Torv said she could promise nothing without first asking the council.",
         ["she could promise nothing without"], ["she could promise nothing without first asking the council"]),
        ("Torv said the port was shut, with one ship outside.", ["the port was shut, with"], ["the port was shut"]),
        ("The port was open, Torv said Monday, without giving details.",
         ["The port was open", "without giving details"], ["The port was open"]),
        ("Torv said she had signed without giving details.",
         ["she had signed without giving details"], ["she had signed without giving details"]),
        ("Torv said this was what they had waited for.", ["this was what they had waited for"],
         ["this was what they had waited for"]),
        ("But the port was shut, Torv said.", ["But the port was shut"], ["the port was shut"]),
        ("However, the port was shut, Torv said.", ["However, the port was shut"], ["the port was shut"]),
        ("“But the port was shut,” Torv said.", ["“But the port was shut,”"], ["“But the port was shut,”"]),
        ("Butter was short, Torv said.", ["Butter was short"], ["Butter was short"]),
        ("Torv said: But the port is shut.", ["But the port is shut"], ["But the port is shut"]),
    ],
)  # fmt: skip
def test_an_unfinished_phrase_is_ended_and_how_little_was_said_is_left_out(text, heard, said):
    parts = tuple(Span(text.index(part), text.index(part) + len(part)) for part in heard)
    name, cue = text.index("Torv"), text.index("said")
    draft = Draft(source=(Span(name, name + 4),), cue=(Span(cue, cue + 4),), content=parts, at=cue)
    kept = ended(lay_out(text, parse_text(text)), draft, parts)
    assert [text[span.start : span.end] for span in kept] == said
