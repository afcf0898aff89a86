"""What a record cites has both marks of a quotation or none, where they are near."""

import pytest

from dragoman.kinds.quoting import whole_quotes
from dragoman.types import Span


@pytest.mark.parametrize(
    ("text", "cited", "expected"),
    [
        ('They agreed to "open the road."', 'to "open the road', 'to "open the road."'),
        ("They vowed to “open the road”, he said.", "to “open the road", "to “open the road”"),
        ("They vowed to “open the road” by May.", "to “open the road” by May", "to “open the road” by May"),
        ('"Open the road and the port," he said.', '"Open the road', "Open the road"),
        ("They fight until Kenya makes 'decisions'.", "until Kenya makes 'decisions", "until Kenya makes 'decisions'"),
        ("The rebels' road will open.", "The rebels' road", "The rebels' road"),
        ("“We will open the road,” he said.", "We will open the road", "We will open the road"),
        ('They agreed "to open it," which was shut.', 'to open it," which was shut', '"to open it,"'),
        ('They agreed "this week to open it," which was shut.', 'to open it," which was shut', "to open it"),
    ],
)
def test_a_mark_is_taken_in_with_its_partner_or_left_off(text, cited, expected):
    start = text.index(cited)
    found = whole_quotes(text, Span(start, start + len(cited)))
    assert text[found.start : found.end] == expected
