"""The language model: the pinned one, and what is added to it."""

from __future__ import annotations

import shutil
from importlib import resources

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from dragoman import models
from dragoman.errors import ModelError


@pytest.fixture
def reloaded():
    """Forgets the loaded pipeline before and after: a test that changes what is asked for spoils no other."""
    loaded = models.load_pipeline
    yield loaded.__wrapped__
    assert loaded.cache_info().currsize <= 1


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [("PACKAGE", "no_such_model", "no_such_model is not installed"), ("VERSION", "9.9.9", "pinned is 9.9.9")],
)
def test_a_model_that_is_missing_or_another_than_the_pinned_one_is_told_with_the_remedy(
    name, value, told, reloaded, monkeypatch
):
    monkeypatch.setattr(models, name, value)
    with pytest.raises(ModelError, match=told) as error:
        reloaded()
    assert "pip install" in str(error.value)


@pytest.mark.parametrize("text", ["First line\nSecond line", "A heading\n\nThe text. It goes on."])
def test_no_sentence_runs_over_a_line_break(text):
    sentences = [sentence.text.strip("\n") for sentence in models.parse_text(text).sents]
    assert not any("\n" in sentence for sentence in sentences)


@pytest.mark.parametrize(
    "dateline", ["NAIROBI, 3 March 2025 - ", "NAIROBI, March 3, 2025 (Lake Wire) — ", "NAIROBI, March 3 - "]
)
def test_a_sentence_begins_behind_the_dateline_and_with_it_all_that_it_names(dateline):
    story = "Kenya and Uganda will hold talks in Oslo on Thursday, Kenyan Foreign Minister Ana Torv said."
    assert [sentence.text for sentence in models.parse_text(dateline + story).sents][-1] == story


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("Kenya urged Uganda to de-escalate.", "de-escalate", "de-escalate"),
        ("Kenya and Uganda are de-escalating the row.", "de-escalating", "de-escalate"),
        ("Kenya vowed to re-open its embassy.", "re-open", "re-open"),
    ],
)
def test_a_verb_with_a_hyphen_is_one_word(text, verb, lemma):
    (found,) = [token for token in models.parse_text(text) if token.text == verb]
    assert (found.pos_, found.lemma_) == ("VERB", lemma)


def test_a_sentence_without_an_end_is_cut():
    sentences = list(models.parse_text("the envoy waits and " * 500).sents)
    assert max(len(sentence) for sentence in sentences) <= models.LONGEST_SENTENCE


def test_marks_without_an_end_are_read_in_proportion_to_their_number():
    models.parse_text("“")
    few, many = (len(models.parse_text("Rossi said “" + "“" * count + " no.")) for count in (1_000, 100_000))
    assert few == many
    assert [token.idx for token in models.parse_text("“" * 1_000 + " no")][-1] == 1_001


def test_offsets_are_those_of_the_text_as_it_is():
    text = "\n  The envoy — twice —  flew home."
    assert all(text.startswith(token.text, token.idx) for token in models.parse_text(text))


def test_the_components_that_are_used_are_there_and_the_pipeline_is_loaded_once():
    assert {"tagger", "arcs", "words", "names", "paragraph_bounds"} <= set(models.load_pipeline().pipe_names)
    assert models.load_pipeline() is models.load_pipeline()


# ---- the statement model


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A copy of the model's folder that a test may damage."""
    folder = tmp_path / "data" / "statements"
    shutil.copytree(resources.files("dragoman") / "data" / "statements", folder)
    monkeypatch.setattr(models.resources, "files", lambda package: tmp_path)
    models._model_or_reason.cache_clear()
    yield folder
    models._model_or_reason.cache_clear()


def test_the_model_that_is_shipped_is_the_one_whose_sha256_is_beside_it(installed):
    assert models.statement_model() is not None
    assert models.rules_alone() == ""


def test_a_missing_model_leaves_the_rules_and_is_told(installed):
    (installed / "model.onnx").unlink()
    assert models.statement_model() is None
    assert "rules alone read who said what" in models.rules_alone()


def test_a_damaged_model_is_not_read_with(installed):
    (installed / "model.onnx").write_bytes((installed / "model.onnx").read_bytes()[:-1])
    with pytest.raises(ModelError, match="sha256"):
        models.load_statement_model()
    assert models.statement_model() is None


def test_a_damaged_product_is_not_asked(installed):
    (installed / "product.onnx").write_bytes(b"")
    with pytest.raises(ModelError, match=r"product\.onnx"):
        models.load_statement_model()


@pytest.mark.parametrize(("overflows", "exact"), [(True, "1"), (False, "0")])
def test_sums_that_cant_overflow_are_asked_for_only_where_others_would(monkeypatch, overflows, exact):
    monkeypatch.setattr(models, "_overflows", lambda product: overflows)
    options = models.load_statement_model().session.get_session_options()
    assert options.get_session_config_entry("session.x64quantprecision") == exact


def test_the_product_is_exact_where_that_is_asked_for_and_of_the_size_that_is_said():
    product = (resources.files("dragoman") / "data" / "statements" / "product.onnx").read_bytes()
    row = np.full((1, models.PRODUCTS), 255, dtype=np.uint8)
    (sums,) = models._session(product, is_exact=True).run(["sums"], {"row": row})
    assert (sums == 255 * 127 * models.PRODUCTS).all()


def test_the_shipped_model_is_small_enough():
    assert (resources.files("dragoman") / "data" / "statements" / "model.onnx").stat().st_size <= 30_000_000


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It was the note in which U.S. Secretary Ana Torv asked Kenya for an answer.", 1),
        ("The fees of Lake Act No. 4 were raised in May by the harbour office.", 1),
        ("Secretary Paul J. Okello met the envoy of Chad, Omar Haddad, Jr. in Oslo.", 1),
        ("Ana Torv spoke with the U.S. The talks ended.", 2),
        ("Torv lives in Washington, D.C. Her office is in Oslo.", 2),
    ],
)
def test_a_short_form_within_a_name_ends_no_sentence(text, count):
    assert len(list(models.parse_text(text).sents)) == count


def test_matrix_products_take_one_thread_once_the_pipeline_is_there(reloaded):
    with threadpool_limits(limits=2, user_api="blas"):
        reloaded()
        threads = {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}
    assert threads <= {1}
