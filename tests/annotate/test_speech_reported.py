"""A reported clause is whole, though the encoder left off its begin or its verb."""

import pytest

from dragoman.annotate.speech.layout import Draft, Heard, lay_out
from dragoman.annotate.speech.reported import whole_clause, with_inner
from dragoman.models import parse_text
from dragoman.types import Span


def spans(text, *parts):
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


@pytest.mark.parametrize(
    ("text", "heard", "said"),
    [
        (
            "Torv said that “within minutes” of the vote on Monday she left for the port.",
            "“within minutes”",
            "“within minutes” of the vote on Monday she left for the port",
        ),
        ("Torv said the port was “shut for good” on Monday.", "“shut for good”", "“shut for good”"),
        (
            "Torv said President Omar Haddad had told the envoy that the port was shut.",
            "that the port was shut",
            "President Omar Haddad had told the envoy that the port was shut",
        ),
        (
            "Torv said President Omar Haddad had told the envoy that the port was shut.",
            "President Omar Haddad",
            "President Omar Haddad had told the envoy that the port was shut",
        ),
        ("Torv said the port was shut.", "the port was shut", "the port was shut"),
    ],
)
def test_what_is_reported_goes_from_its_teller_to_the_end_of_its_verb(text, heard, said):
    (cue,) = spans(text, "said")
    found = whole_clause(lay_out(text, parse_text(text)), Heard(spans(text, "Torv"), cue, spans(text, heard)))
    assert [text[span.start : span.end] for span in found.content] == [said]


def test_who_says_it_behind_is_no_part_of_it():
    text = "The port, said Torv, was shut."
    one = Heard(spans(text, "Torv"), spans(text, "said")[0], spans(text, "The port"))
    assert whole_clause(lay_out(text, parse_text(text)), one) == one


def test_what_another_says_within_it_joins_its_parts():
    text = "An envoy said that the port was shut, the agency reported."
    said, reported = spans(text, "said", "reported")
    one = Heard(spans(text, "the agency"), reported, spans(text, "An envoy", "that the port was shut"))
    inner = Draft(source=one.content[:1], cue=(said,), content=one.content[1:], at=said.start)
    assert [text[s.start : s.end] for s in with_inner(one, [inner]).content] == ["An envoy said that the port was shut"]
    assert with_inner(one, []) == one
