"""Where quotation marks open and close."""

from __future__ import annotations

import pytest
from tests.cost import calls

from dragoman.annotate.quotes import find_quotes, outermost


def words(text: str, quotes) -> list[str]:
    return [text[quote.span.start : quote.span.end] for quote in quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We wait,” she said.", ["“We wait,”"]),
        ('"We wait," she said. "Not long."', ['"We wait,"', '"Not long."']),
        ("''We wait,'' she said.", ["''We wait,''"]),
        ("'We wait,' she said.", ["'We wait,'"]),
        ("She said ‘no’ twice.", ["‘no’"]),
        ("«We wait», she said.", ["«We wait»"]),
        ("The 'big' and the “small” one", ["'big'", "“small”"]),
        ('(the "Contract") is signed', ['"Contract"']),
    ],
)
def test_each_style_of_marks_is_a_quote(text, expected):
    assert words(text, find_quotes(text)) == expected


@pytest.mark.parametrize(
    "text", ["The workers' rights aren't Rossi's.", "Rock 'n roll of the '90s", "It is 5' 6\" tall.", "players’ union"]
)
def test_an_apostrophe_is_no_quote(text):
    assert [quote for quote in find_quotes(text) if quote.closed] == []


def test_single_marks_inside_double_ones_are_a_level_deeper():
    text = "“He told me, ‘Let’s meet,’ and left,” she said."
    assert [(words(text, [quote])[0], quote.level) for quote in find_quotes(text)] == [
        ("“He told me, ‘Let’s meet,’ and left,”", 0),
        ("‘Let’s meet,’", 1),
    ]


def test_a_quote_over_paragraphs_is_one_quote_a_paragraph_open_but_for_the_last():
    text = "“One.\n\n“Two.”"
    assert [(words(text, [quote])[0], quote.closed) for quote in find_quotes(text)] == [
        ("“One.", False),
        ("“Two.”", True),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We wait. "Not long," she said.\n"Never."', ['"We wait.', '"Not long,"', '"Never."']),
        ("“We wait.\nShe left. “No.”", ["“We wait.", "“No.”"]),
    ],
)
def test_an_unclosed_mark_costs_its_own_quote_only(text, expected):
    assert words(text, outermost(find_quotes(text))) == expected


@pytest.mark.parametrize("filling", ["“", "'\"", '"a ', "“a ‘b ", "x" * 100])
def test_nested_marks_and_long_paragraphs_are_read_in_one_pass(filling):
    short, long = (calls(lambda size=size: find_quotes(filling * size)) for size in (500, 5_000))
    assert long <= 12 * short + 100
