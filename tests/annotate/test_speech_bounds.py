"""Where a content ends, of the encoder's figures and of what the parse shows; which of its parts are in doubt."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest

from dragoman.annotate.quotes import find_paragraphs, find_quotes
from dragoman.annotate.speech.learned.bounds import Reading, ends_of, reading_of, with_ends
from dragoman.annotate.speech.learned.clues import parsed
from dragoman.annotate.speech.learned.decode import LINK, Found, Scored
from dragoman.annotate.speech.learned.features import words_of
from dragoman.models import EndWeights, load_statement_model, parse_text

CUE = "said "
NOTHING = EndWeights(scale=100, encoder=100, stay=0, clues={})


def read(text: str, inside: dict[int, float] | None = None, content: str = "", more: tuple[str, ...] = ()):
    """A text whose first word says `content` (and `more`); `inside` are the logits of words that aren't sure."""
    doc = parse_text(text)
    paragraphs = words_of(text, find_paragraphs(text), doc, find_quotes(text))
    words = list(chain.from_iterable(paragraphs))
    parts = tuple(numbers(words, text, part) for part in (content, *more))
    tags = np.zeros((len(words), 7), dtype=np.float32)
    tags[:, 6] = -9
    for part in parts:
        tags[list(part), 5:] = 4
    for number, logit in (inside or {}).items():
        tags[number, 5:] = logit
    of = [number for number, row in enumerate(paragraphs) for _ in row]
    none = np.zeros(4 * LINK, dtype=np.float32)
    links, status = np.zeros((len(words), 4 * LINK), dtype=np.float32), np.zeros((len(words), 6), dtype=np.float32)
    scored = Scored(list(range(len(words))), of, tags, links, none, status)
    found = Found(source=(0,), cue=(1,), contents=parts)
    return reading_of(words, scored, parsed(doc), [found]), found


def numbers(words, text: str, part: str) -> tuple[int, ...]:
    start = text.index(part)
    return tuple(n for n, word in enumerate(words) if start <= word.start < start + len(part))


def said(reading: Reading, found: Found, weights: EndWeights = NOTHING, text: str = "") -> list[str]:
    words = reading.words
    return [text[words[part[0]].start : words[part[-1]].end] for part in with_ends(reading, found, weights).contents]


TEXT = "Rossi said the port was shut, which angered the crews."
SHUT, WHOLE = "the port was shut", "the port was shut, which angered the crews"


@pytest.mark.parametrize(
    ("clues", "inside", "expected"),
    [
        ({}, {6: -1.0}, SHUT),
        ({"next:end:out": 50}, {6: -1.0}, SHUT),
        ({"next:.": 2000}, dict.fromkeys(range(6, 11), -1.0), WHOLE),
        ({"next:.": 400}, dict.fromkeys(range(6, 11), -1.0), SHUT),  # what five words lose by it is more
        ({"next:.": 9000}, dict.fromkeys(range(6, 11), -3.0), SHUT),  # too far below to be asked
        ({"last:was": 900}, {5: 0.5}, "the port was"),
    ],
)
def test_the_clues_move_an_end_as_far_as_the_encoder_lets_them(clues, inside, expected):
    weights = EndWeights(scale=100, encoder=100, stay=0, clues=clues)
    reading, found = read(TEXT, inside, SHUT)
    assert said(reading, found, weights, TEXT) == [expected]


def test_an_end_that_is_there_is_held():
    reading, found = read(TEXT, dict.fromkeys(range(6, 11), -0.1), SHUT)
    loose = EndWeights(scale=100, encoder=100, stay=0, clues={"next:.": 200})
    held = EndWeights(scale=100, encoder=100, stay=200, clues={"next:.": 200})
    assert [said(reading, found, weights, TEXT) for weights in (loose, held)] == [[WHOLE], [SHUT]]


def test_no_end_lies_in_another_role_or_another_paragraph():
    text = "Rossi said it rained.\nThe crews left."
    reading, found = read(text, dict.fromkeys(range(4, 9), -0.1), "it rained")
    assert [end.place for end in ends_of(reading, found, found.contents[0])] == [3, 4, 2]
    reading, found = read(TEXT, dict.fromkeys(range(6, 11), -0.1), "the port", ("was shut",))
    assert max(end.place for end in ends_of(reading, found, found.contents[0])) == 3


@pytest.mark.parametrize(
    ("end", "clue"),
    [
        ("the port was shut", "next:, which"),
        ("the port was shut", "leaves:advcl:in:,"),
        ("the port was shut, which", "last:which"),
        ("the port was shut, which angered the crews", "left:none"),
    ],
)
def test_an_end_shows_what_it_leaves_out(end, clue):
    reading, found = read(TEXT, {}, end)
    assert clue in ends_of(reading, found, found.contents[0])[0].clues


@pytest.mark.parametrize(
    ("text", "logit", "parts"),
    [
        ("Rossi said it rained, by noon at the latest.", 3.0, ["it rained", "at the latest"]),
        ("Rossi said it rained, by noon at the latest.", 0.4, ["it rained"]),
        ("Rossi said it rained, by noon “at the latest”.", 0.4, ["it rained", "“at the latest”"]),
    ],
)
def test_a_part_in_doubt_is_none_unless_it_is_quoted(text, logit, parts):
    second = text[text.index("noon") + len("noon ") : -1]
    reading, found = read(text, {}, "it rained", (second,))
    for number in found.contents[1]:
        reading.scored.tags[number, 5:] = logit
    assert said(reading, found, NOTHING, text) == parts


def test_of_parts_that_are_all_in_doubt_the_surest_stays():
    text = "Rossi said it rained, by noon at the latest."
    reading, found = read(text, {}, "it rained", ("at the latest",))
    for part, logit in zip(found.contents, (0.1, 0.4), strict=True):
        reading.scored.tags[list(part), 5:] = logit
    assert said(reading, found, NOTHING, text) == ["at the latest"]


@pytest.mark.parametrize(
    ("text", "told", "doubtful", "expected"),
    [
        (TEXT, "the port was shut, which", 1, "the port was shut"),
        (
            "Rossi said the ferry had sunk in the storm.",
            "the ferry had sunk in the",
            1,
            "the ferry had sunk in the storm",
        ),
    ],
)
def test_the_weights_of_the_package_end_a_content_with_its_phrase_where_the_encoder_is_undecided(
    text, told, doubtful, expected
):
    reading, found = read(text, {}, told)
    last = found.contents[0][-1]
    for number in (last - 1, last, last + 1):
        if text[reading.words[number].start] != ".":
            reading.scored.tags[number, 5:] = 0.1 if number <= last else -0.1
    gains = (reading.scored.tags[:, 6] - reading.scored.tags[:, 0]).tolist()
    reading.gains[:] = gains
    assert said(reading, found, load_statement_model().ends, text) == [expected]
