"""The track record from the command line."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.app.records import phrase_line, standing_line
from dragoman.resolve.record import Phrase, Score, Standing
from tests.app.conftest import run


def test_the_record_is_printed_as_text_and_as_json(folder: Path) -> None:
    (folder / "pledge.txt").write_text(
        "---\noutlet: Coast Wire\npublished: 2021-03-11\n---\n"
        "Kenyan envoy Sera Quill said that Kenya and Uganda would sign the border agreement in the coming weeks.\n"
    )
    text = run("record", folder).stdout
    assert "TRACK RECORD" in text
    assert "Sera Quill" in text
    assert "too few decided to score" in text
    shape = json.loads(run("record", folder, "--json").stdout)
    assert [one["speaker"] for one in shape["speakers"]] == ["Sera Quill"]
    assert [one["phrase"] for one in shape["phrases"]] == ["in the coming weeks"]


def test_a_line_gives_a_rate_and_a_score_only_where_there_are_any() -> None:
    one = Standing(
        speaker="A", outcomes={"came_true": 3, "failed": 2}, decided=5, rate=0.6, score=Score(5, 0.25), entries=("f-1",)
    )
    assert standing_line(one).text == "3 came true, 2 failed, 60% of 5 decided, Brier score 0.25 of 5"
    few = Standing(speaker="A", outcomes={"open": 1}, decided=0, rate=None, score=Score(1, None), entries=("f-1",))
    said = "1 open, too few decided to score, 1 with a probability, 5 needed for a score"
    assert standing_line(few).text == said


def test_a_phrase_is_told_with_its_days() -> None:
    took = Phrase(phrase="soon", used=3, done=2, waiting=1, days=(2, 5, 8), entries=())
    assert phrase_line(took).text == "used 3 times: 2 done, in 2 to 8 days, median 5; 1 not done, or not yet"
    never = Phrase(phrase="soon", used=1, done=0, waiting=1, days=None, entries=())
    assert phrase_line(never).text == "used 1 times: 0 done; 1 not done, or not yet"
