"""The axis of an event, of the encoder's figures and the parse's clues."""

from __future__ import annotations

import pytest

from dragoman.annotate.speech.learned.axes import AXES, axis_reader
from dragoman.models import AxisWeights, load_statement_model, parse_text

TEXT = "The envoys did not meet."
VERB, NOUN = TEXT.index("meet"), TEXT.index("envoys")
UNSURE = (1.0, 0.9, 0.8, 0.7, 0.6)


def weights(**clues):
    return AxisWeights(
        scale=100, bias=(0, 0, 0, 0, 0), clues={name.replace("_", ":"): row for name, row in clues.items()}
    )


@pytest.mark.parametrize(
    ("clues", "start", "axis"),
    [
        ({}, VERB, "actual"),
        ({"neg_not": (0, 0, 200, 0, 0)}, VERB, "negation"),
        ({"neg_not": (0, 0, 5, 0, 0)}, VERB, "actual"),
        ({"neg_never": (0, 0, 200, 0, 0)}, VERB, "actual"),
        ({"lemma_envoy": (0, 0, 200, 0, 0)}, NOUN, "actual"),  # the weights know verbs alone
    ],
)
def test_the_parse_and_the_encoder_weigh_the_same(clues, start, axis):
    assert axis_reader(parse_text(TEXT), weights(**clues)).axis_of(start, UNSURE) == axis


def test_figures_far_apart_do_not_overflow():
    assert axis_reader(parse_text(TEXT), weights()).axis_of(VERB, (-1e4, 0.0, 1e4, 0.0, 0.0)) == "negation"


@pytest.mark.parametrize(
    ("text", "word", "axis"),
    [
        ("The envoys met in Oslo.", "met", "actual"),
        ("The envoys have not met.", "met", "negation"),
        ("The envoys want to meet.", "meet", "intention"),
        ("They would leave if the raid went on.", "went", "hypothetical"),
    ],
)
def test_the_weights_of_the_package_tell_plain_cases_where_the_encoder_is_undecided(text, word, axis):
    reader = axis_reader(parse_text(text), load_statement_model().axes)
    assert reader.axis_of(text.index(word), (0.0,) * len(AXES)) == axis
