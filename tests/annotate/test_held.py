"""Whose words lie where, asked by bisection."""

from tests.annotate.reading import annotated

from dragoman.annotate.held import hold_map, holders, mentions_over, sentence_over, times_over
from dragoman.types import Attribution, Span

TEXT = "Omar Nur said Ana Torv had told Boris Lund that the talks would resume. It rained on Tuesday."


def test_the_map_changes_at_every_border_of_what_is_said():
    outer = Attribution(source=(), cue=(), content=(Span(5, 30),), form="indirect")
    inner = Attribution(source=(), cue=(), content=(Span(10, 20), Span(25, 30)), form="indirect", depth=1)
    assert hold_map((outer, inner)) == (
        (5, (0,)), (10, (0, 1)), (20, (0,)), (25, (0, 1)), (30, ()),
    )  # fmt: skip


def test_holders_are_those_in_whose_words_a_place_lies():
    layers = annotated(TEXT)
    cues = [
        [TEXT[s.start : s.end] for a in holders(layers, TEXT.index(w)) for s in a.cue]
        for w in ("Omar", "told", "talks")
    ]
    assert cues == [[], ["said"], ["said", "had told"]]
    assert holders(layers, TEXT.index("rained")) == []


def test_mentions_times_and_sentences_over_a_span_are_those_a_scan_finds():
    layers = annotated(TEXT)
    for start in range(0, len(TEXT) - 7):
        span = Span(start, start + 7)
        scanned = [m for m in layers.mentions if m.span.start < span.end and span.start < m.span.end]
        assert list(mentions_over(layers, span)) == scanned
        assert list(times_over(layers, span)) == [
            t for t in layers.times if t.span.start < span.end and span.start < t.span.end
        ]
        assert sentence_over(layers, span) == next(
            s for s in layers.sentences if s.span.start < span.end and span.start < s.span.end
        )
