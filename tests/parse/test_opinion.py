"""What is labelled as somebody's opinion; what nobody labels is news."""

from importlib.resources import files

import pytest

from dragoman.lexicon import read_table
from dragoman.parse.opinion import is_opinion

ROWS = read_table("parse/opinion", (files("dragoman.data") / "parse" / "opinion.toml").read_bytes())
NEWS = "Both delegations left Oslo on Sunday."


def told(row, words):
    """What an article says that has these words where the row's words are looked for."""
    if row.pos == "label":
        return is_opinion(words, "", "", NEWS)
    if row.pos == "section":
        is_address = words.startswith("https:")
        return is_opinion("", "" if is_address else words, words if is_address else "", NEWS)
    return is_opinion("", "", "", f"{NEWS}\n\n{words}")


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_a_row_finds_its_example_and_not_its_counter(row):
    assert row.means == "opinion"
    assert told(row, row.example)
    assert not told(row, row.counter)


@pytest.mark.parametrize(
    ("title", "section", "url", "text"),
    [
        ("The price of Oslo \u2013 Commentary", "", "", NEWS),
        ("Op-Ed: Oslo is no Munich", "", "", NEWS),
        ("", "World\nOp-Eds", "", NEWS),
        ("", "", "https://opinion.ledger.example/oslo", NEWS),
        ("", "", "https://ledger.example/letters-to-the-editor/oslo.html", NEWS),
        ("", "", "", f"The views expressed below do not necessarily reflect those of the Ledger.\n\n{NEWS}"),
    ],
)
def test_a_title_a_section_an_address_or_a_note_tells_an_opinion(title, section, url, text):
    assert is_opinion(title, section, url, text)


@pytest.mark.parametrize(
    ("title", "section", "url", "text"),
    [
        ("Why Oslo failed", "World", "https://ledger.example/world/opinion", NEWS),
        ("Letters between the presidents published", "", "", NEWS),
        ("", "", "http://[", NEWS),
        ("", "", "", f"{NEWS * 10} An opinion columnist asked first. {'Nothing was agreed. ' * 80}"),
        ("", "", "", f"I was in the room. {NEWS} I think that they will be back."),
    ],
)
def test_what_nobody_labels_is_news(title, section, url, text):
    assert not is_opinion(title, section, url, text)
