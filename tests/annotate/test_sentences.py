"""Sentences keep their offsets and their paragraph."""

from tests.annotate.reading import annotated


def test_a_sentence_never_runs_over_a_line_break_and_knows_its_paragraph():
    text = "The talks\n\nThey ended. Nobody won."
    found = [(text[s.span.start : s.span.end], s.paragraph) for s in annotated(text).sentences]
    assert found == [("The talks", 0), ("They ended.", 1), ("Nobody won.", 1)]
