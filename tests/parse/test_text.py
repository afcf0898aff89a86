"""Front matter of text files: five keys, and one line for what is none of them."""

import pytest

from dragoman.errors import ParseError
from dragoman.parse.parts import Parts
from dragoman.parse.text import fronted_parts

FRONT = """---
title: "Talks: a second day"
outlet: The Oslo Ledger
published: 2031-03-04
# a note to oneself

url: https://ledger.example/1
Marking: AMBER
---

The envoys met.
"""


def test_front_matter_is_taken_off_and_the_text_begins_with_its_first_word():
    assert fronted_parts(FRONT, "a.txt") == Parts(
        text="The envoys met.\n",
        title="Talks: a second day",
        outlet="The Oslo Ledger",
        published="2031-03-04",
        url="https://ledger.example/1",
        marking="AMBER",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The envoys met.",
        "  The envoys met.\n",
        "\n\n---\ntitle: not on top\n---\n",
        "---\nThe envoys met.\n---\n",  # a rule, not a key
        "--- said the envoy: no",
    ],
)
def test_a_text_without_front_matter_is_left_as_it_is(text):
    assert fronted_parts(text, "a.txt") == Parts(text=text)


def test_an_empty_value_is_unknown():
    assert fronted_parts("---\ntitle:\noutlet: ''\n---\nA.", "a.txt") == Parts(text="A.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\ntitle: T\nauthor: Jane Roe\n---\nA.",
            "a.txt:3: unknown key 'author'; front matter takes title, outlet, published, url, section, marking",
        ),
        (
            "---\ntitle: T\n\nno key\n---\nA.",
            "a.txt:4: 'no key' is no 'key: value'; front matter takes title, outlet, published, url, section, marking",
        ),
        ("---\ntitle: T\ntitle: U\n---\nA.", "a.txt:3: 'title' stands twice; keep one"),
        ("---\ntitle: T\nA.", "a.txt: front matter begins with '---' and never ends; close it with a line of '---'"),
        (
            "---\nmarking: PINK\n---\nA.",
            "a.txt: marking 'PINK' is not known; use one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED",
        ),
    ],
)
def test_broken_front_matter_says_where_and_what_to_do(text, message):
    with pytest.raises(ParseError) as caught:
        fronted_parts(text, "a.txt")
    assert str(caught.value) == message
