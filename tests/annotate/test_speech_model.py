"""The statement model as it is shipped: the windows that it reads, and what it hears in sentences of our own."""

from __future__ import annotations

import pytest
from tests.annotate.test_speech_learned import rows_of
from tests.cost import calls

from dragoman.annotate.speech import find_speech, read_speech
from dragoman.annotate.speech.learned.features import CHANNELS, Word
from dragoman.annotate.speech.learned.windows import CONTEXT, windows_of
from dragoman.lexicon import load_lexicon
from dragoman.models import load_statement_model, parse_text
from dragoman.types import Article

LEXICON = load_lexicon()


@pytest.fixture(scope="module")
def model():
    return load_statement_model()


@pytest.mark.parametrize("longest", [64 + CONTEXT, 256])
def test_every_word_is_scored_in_exactly_one_window(model, longest):
    text = "\n\n".join(f"Envoy number {n} said that the port {'of the old town ' * n}was shut." for n in range(12))
    paragraphs = rows_of(text)
    windows = windows_of(paragraphs, model.tokenizer, model.labels, longest)
    scored = [piece.word for window in windows for piece in window.pieces if piece.word >= 0]
    assert scored == list(range(sum(map(len, paragraphs))))
    assert all(len(window.pieces) <= longest for window in windows)
    assert len(windows) > 1 or longest == 256


def test_a_later_window_begins_with_the_end_of_the_paragraph_before(model):
    paragraph = [Word(n, n + 1, "port", ("",) * len(CHANNELS)) for n in range(100)]
    first, second = windows_of([paragraph, paragraph], model.tokenizer, model.labels, 160)
    assert [piece.word for piece in second.pieces[: CONTEXT + 2]] == [-1] * (CONTEXT + 2)
    assert second.pieces[CONTEXT + 2].word == 100
    assert len(first.pieces) == 102


def test_a_paragraph_longer_than_a_window_is_cut_after_a_sentence(model):
    spellings = [*(["port"] * 60), ".", *(["port"] * 60), ".", *(["port"] * 60)]
    paragraph = [Word(n, n + 1, spelling, ("",) * len(CHANNELS)) for n, spelling in enumerate(spellings)]
    windows = windows_of([paragraph], model.tokenizer, model.labels, 100 + CONTEXT)
    begins = [next(piece.word for piece in window.pieces if piece.word >= 0) for window in windows]
    assert begins == [0, 61, 122]


def test_values_that_training_never_met_are_number_0(model):
    (window,) = windows_of([[Word(0, 1, "port", ("never met",) * len(CHANNELS))]], model.tokenizer, model.labels)
    assert window.pieces[1].values == (0,) * len(CHANNELS)


# ---- the model as it is shipped


def reports(text: str, model) -> list[tuple[str, str]]:
    found = find_speech(Article(id="a", name="a", text=text), parse_text(text), LEXICON, model)
    return [
        (
            " ".join(text[span.start : span.end] for span in one.source),
            " … ".join(text[span.start : span.end] for span in one.content),
        )
        for one in found
        if not one.depth
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port will open again on Monday, Rossi said.", ("Rossi", "The port will open again on Monday")),
        ("“We wait for the answer,” said Anna Rossi.", ("Anna Rossi", "“We wait for the answer,”")),
        ("According to the ministry, the road is still shut.", ("the ministry", "the road is still shut")),
    ],
)
def test_the_shipped_model_hears_who_said_what(model, text, expected):
    assert reports(text, model) == [expected]


def test_the_same_text_gives_the_same_attributions(model):
    text = "“No,” she said. Rossi told reporters that the talks went on, and warned of war.\n\nHe added: “We wait.”"
    assert reports(text, model) == reports(text, model)


def test_every_word_that_may_tell_an_event_is_told_somehow(model):
    text = "Kenya had not attacked the port. It would send troops if the talks failed."
    article = Article(id="a", name="a", text=text)
    _, told = read_speech(article, parse_text(text), LEXICON, model)
    axes = {text[one.span.start : one.span.end]: one.axis for one in told()}
    assert (axes["attacked"], axes["send"] in {"intention", "hypothetical"}) == ("negation", True)
    assert all(-3 <= one.certainty <= 3 for one in told())


@pytest.mark.parametrize("text", ["", "“", "word " * 3000, "“" * 10_000, "\n\n".join(["“No."] * 500)])
def test_broken_texts_are_read_in_bounded_steps(model, text):
    steps = calls(lambda: reports(text, model))
    assert steps < 600 * (len(text) + 100)
