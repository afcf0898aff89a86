"""Runs of words of a parsed text are those of spaCy, and so are the words that code points lead to."""

import random

import pytest

from dragoman.models import load_pipeline, parse_text
from tests.parses import TEXTS


def of_run(run):
    ends = (run.start, run.end, run.start_char, run.end_char, run.sent.start, run.sent.end)
    return ends, run.text, run.root.i, run[-1].i, [one.i for one in run[1:-1]], len(run)


@pytest.mark.parametrize("text", TEXTS[2:])
def test_runs_are_those_of_spacy(text):
    ours, theirs = parse_text(text), load_pipeline()(text)
    for start in range(-2, len(ours) + 1):
        for end in range(start, len(ours) + 2):
            one, other = ours[start:end], theirs[start:end]
            assert (one.start, one.end) == (other.start, other.end)
            assert not len(other) or of_run(one) == of_run(other)


@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
@pytest.mark.parametrize("text", TEXTS)
def test_code_points_lead_to_the_words_that_spacy_finds(text, mode):
    ours, theirs = parse_text(text), load_pipeline()(text)
    rng = random.Random(4)
    for _ in range(3_000):
        start = rng.randrange(-2, len(text) + 2)
        end = start + rng.randrange(40)
        found, expected = (doc.char_span(start, end, alignment_mode=mode) for doc in (ours, theirs))
        assert (found is None) == (expected is None)
        assert found is None or (found.start, found.end) == (expected.start, expected.end)


def test_what_isnt_there_is_an_index_error():
    doc = parse_text("It rained.")
    for missing in (
        lambda: doc[3],
        lambda: doc[-4],
        lambda: doc[0].nbor(-1),
        lambda: doc[2].nbor(),
        lambda: doc[0:2][2],
    ):
        with pytest.raises(IndexError):
            missing()


def test_ends_the_wrong_way_round_hold_no_words():
    doc = parse_text("It rained all day.")
    assert doc.char_span(10, 3) is None
    assert len(doc[3:1]) == 0


def test_words_are_equal_when_they_are_one():
    doc, again = parse_text("They met."), parse_text("They met.")
    assert doc[0] == doc[0:2][0]
    assert doc[0] != again[0]
    assert doc[0:2] == doc[0:2]
    assert doc[0:2] != again[0:2]
    assert doc[1] in doc[0:2]
    assert doc[2] not in doc[0:2]
    assert len({doc[0:2], doc[0:2], doc[0:1]}) == 2
