"""Predictions of an encoder in training, scored by the published scorer."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import torch
from encoder import AXES, StatementEncoder
from tokenizers import Tokenizer

from dragoman.annotate.speech.learned.decode import Found, Scored, decode
from dragoman.annotate.speech.learned.features import Word
from dragoman.annotate.speech.learned.tagger import scored_window
from dragoman.annotate.speech.learned.windows import Labels, windows_of

FIGURES = (
    "whole",
    "content only",
    "cue: fragment exact",
    "source: fragment exact",
    "content: fragment exact",
)


def scored_windows(model: StatementEncoder, row: dict[str, Any], tokenizer: Tokenizer, labels: Labels) -> list[Scored]:
    """What the encoder says of each window of one prepared article."""
    from train import as_tensors

    paragraphs = [[Word(s, e, w, tuple(v)) for s, e, w, v in words] for words in row["paragraphs"]]
    out = []
    windows = windows_of(paragraphs, tokenizer, labels)
    with torch.no_grad():
        tags, links, status = (part.float().numpy() for part in model(*as_tensors(windows)))
    for n, window in enumerate(windows):
        out.append(scored_window(window, tags[n], links[n], status[n]))
    return out


def predict(
    model: StatementEncoder, rows: list[dict[str, Any]], tokenizer: Tokenizer, labels: Labels, outside: float = 0.0
) -> list[dict[str, Any]]:
    """The attributions of prepared articles in the form of PolNeAR."""
    return [
        as_row(
            row, [one for scored in scored_windows(model, row, tokenizer, labels) for one in decode(scored, outside)]
        )
        for row in rows
    ]


def as_row(row: dict[str, Any], found: list[Found]) -> dict[str, Any]:
    """The words of what was found as character offsets."""
    edges = [(word[0], word[1]) for words in row["paragraphs"] for word in words]

    def spans(words: tuple[int, ...]) -> list[list[int]]:
        return [[edges[words[0]][0], edges[words[-1]][1]]] if words else []

    return {
        "id": row["id"],
        "attributions": [
            {
                "id": f"P{n}",
                "source": spans(one.source),
                "cue": spans(one.cue),
                "content": [span for part in one.contents for span in spans(part)],
            }
            for n, one in enumerate(found, 1)
        ],
    }


def content_and_whole(gold: Path, predicted: list[dict[str, Any]]) -> dict[str, float]:
    """The scorer's F1 of what matters, and who-said-what."""
    scorer = gold.resolve().parents[2] / "scorers" / "score_attributions.py"
    spec = importlib.util.spec_from_file_location("score_attributions", scorer)
    module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    spec.loader.exec_module(module)  # type: ignore[union-attr]
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    result = module.score(rows, predicted)
    out = {name: round(result[name]["F"], 4) for name in FIGURES}
    return out | {"who": round(result["who said what"]["accuracy"], 4)}


def status_figures(
    model: StatementEncoder, rows: list[dict[str, Any]], tokenizer: Tokenizer, labels: Labels
) -> dict[str, float]:
    """Macro F1 of the axes and Pearson's r of certainty over texts held out."""
    from train import as_tensors, places_of

    axes: list[tuple[str, str]] = []
    scores: list[tuple[float, float]] = []
    for row in rows:
        paragraphs = [[Word(s, e, w, tuple(v)) for s, e, w, v in words] for words in row["paragraphs"]]
        for window in windows_of(paragraphs, tokenizer, labels):
            with torch.no_grad():
                status = model(*as_tensors([window]))[2][0].float()
            places = places_of(window)
            for word, axis, score in row["labels"]:
                if word in places and axis is not None:
                    axes.append((axis, AXES[int(status[places[word], :-1].argmax())]))
                elif word in places:
                    scores.append((float(score), float(status[places[word], -1])))
    f1 = []
    for axis in AXES:
        right = sum(gold == found == axis for gold, found in axes)
        all_of = sum((gold == axis) + (found == axis) for gold, found in axes)
        f1.append(2 * right / all_of if all_of else 0.0)
    gold, found = torch.tensor(scores).T
    r = float(torch.corrcoef(torch.stack([gold, found]))[0, 1])
    return {"axes": round(sum(f1) / len(f1), 4), "r": round(r, 4)}
