"""How the main verb of what is said stands: tense, modality, negation, condition, sort of sentence."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.moods import mood_of
from dragoman.lexicon import load_lexicon
from dragoman.models import parse_text
from dragoman.types import Span


def mood(text):
    """The mood of the first words said in `text`."""
    layers = annotated(text)
    found = mood_of(layers.doc, layers.speech[0].content)
    condition = text[found.condition.start : found.condition.end] if found.condition else None
    return found.verb, found.tense, found.modality, found.negated, condition, found.sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Torv said that talks would resume if Kenya withdrew its troops.",
            ("would resume", "future", "would", False, "if Kenya withdrew its troops", "assertion"),
        ),
        (
            "Ana Torv said: “We will not sign unless the guns fall silent.”",
            ("will sign", "future", "will", True, "unless the guns fall silent", "assertion"),
        ),
        ("Torv said Kenya has to leave.", ("has to leave", "present", "must", False, None, "assertion")),
        (
            "Torv said the talks are not going to fail.",
            ("are going to fail", "future", "will", True, None, "assertion"),
        ),
        ('"Leave the bridge," Torv said.', ("Leave", None, None, False, None, "order")),
        ('"Will they sign?" Torv asked.', ("Will sign", "future", "will", False, None, "question")),
        ("Torv said nobody had signed.", ("had signed", "past", None, True, None, "assertion")),
        (
            "Torv said Kenya was likely to sign.",
            ("was likely to sign", "past", "likely", False, None, "assertion"),
        ),
        ("Torv said a deal may be near.", ("may be", "present", "may", False, None, "assertion")),
        ("Torv vowed to fight on.", ("to fight", None, None, False, None, "assertion")),
        ("Torv announced a truce.", (None, None, None, False, None, "assertion")),
    ],
)
def test_the_main_verb_of_what_is_said_tells_tense_modality_negation_and_condition(text, expected):
    assert mood(text) == expected


def row_mood(text):
    """What a whole sentence says, as the rows name it."""
    found = mood_of(parse_text(text), (Span(0, len(text)),))
    return {found.modality, "not" if found.negated else None, "if" if found.condition else None} - {None}


ROWS = load_lexicon().rows("speech/moods")


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS if row.means != "aim"])
def test_a_row_finds_its_example_and_leaves_its_counter_example_alone(row):
    assert row.means in row_mood(row.example)
    assert row.means not in row_mood(row.counter)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS if row.means == "aim"])
def test_what_an_aim_is_equated_with_is_not_foretold(row):
    assert "will" not in row_mood(row.example)
    assert "will" in row_mood(row.counter)
