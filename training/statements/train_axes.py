"""Train what the parse's clues weigh for the axes of MATRES, and print what that reaches in parts of the training.

    python training/statements/train_axes.py MATRES.jsonl OUT.json [--parts 5]

The fifth of the documents that `prepare_status.py` holds out is neither trained on nor measured here. OUT is
data/statements/axes.json of the package.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from bisect import bisect_right
from collections import Counter
from pathlib import Path

import numpy as np
from encoder import AXES
from numpy.typing import NDArray
from prepare_status import is_held, rows_of
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from dragoman.annotate.speech.learned.clues import clues_of, parsed
from dragoman.models import load_pipeline

LEAST = 3
"""Words that show a clue, for it to be weighed."""
STRENGTH = 0.2
"""scikit-learn's C, of .05 to 1 the best in parts of the training."""
EVENING = 0.85
"""How far rare axes are made to weigh as much as common ones, 0 to 1; likewise."""
SCALE = 100
SMALLEST = 10
"""Clues none of whose weights is so many hundredths are left off."""

Clues = dict[str, float]


def read(path: Path) -> tuple[list[str], list[Clues], NDArray[np.int64]]:
    """The document, clues and axis of each labelled word outside the documents held out."""
    parse = load_pipeline()
    known = {}
    documents, clues, axes = [], [], []
    for row in rows_of(path):
        document = row["id"].rpartition("-")[0]
        if is_held(document):
            continue
        if row["text"] not in known:
            known[row["text"]] = parsed(parse(row["text"]))
        at = bisect_right(known[row["text"]].starts, row["trigger"]["start"]) - 1
        documents.append(document)
        clues.append(dict.fromkeys(clues_of(known[row["text"]], at), 1.0))
        axes.append(AXES.index(row["label"]))
    return documents, clues, np.array(axes)


def fitted(shown: csr_matrix, axes: NDArray[np.int64]) -> LogisticRegression:
    """The weights of one set of words."""
    counts = Counter(axes.tolist())
    weight = {axis: (len(axes) / (len(AXES) * max(1, counts[axis]))) ** EVENING for axis in range(len(AXES))}
    return LogisticRegression(C=STRENGTH, class_weight=weight, max_iter=300).fit(shown, axes)


def across(documents: list[str], shown: csr_matrix, axes: NDArray[np.int64], parts: int) -> NDArray[np.float64]:
    """F1 of each axis where each part of the documents is read by weights of the others."""
    part = np.array([hashlib.sha256(f"fold{one}".encode()).digest()[1] % parts for one in documents])
    found = np.zeros_like(axes)
    for number in range(parts):
        found[part == number] = fitted(shown[part != number], axes[part != number]).predict(shown[part == number])
    return np.array(f1_score(axes, found, average=None, labels=range(len(AXES))))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("matres", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--parts", type=int, default=5)
    options = parser.parse_args()
    documents, clues, axes = read(options.matres)
    counts = Counter(clue for one in clues for clue in one)
    columns = DictVectorizer()
    shown = columns.fit_transform([{clue: 1.0 for clue in one if counts[clue] >= LEAST} for one in clues])
    figures = across(documents, shown, axes, options.parts)
    print(f"{len(axes)} words, macro F1 {figures.mean():.3f}:", dict(zip(AXES, figures.round(3).tolist(), strict=True)))
    model = fitted(shown, axes)
    weights = np.rint(model.coef_.T * SCALE).astype(int)
    kept = {
        str(name): row.tolist()
        for name, row in zip(columns.get_feature_names_out(), weights, strict=True)
        if abs(row).max() >= SMALLEST
    }
    bias = np.rint(model.intercept_ * SCALE).astype(int).tolist()
    options.out.write_text(
        json.dumps({"scale": SCALE, "bias": bias, "clues": kept}, ensure_ascii=False, separators=(",", ":")) + "\n",
        encoding="utf-8",
    )
    print(f"{len(kept)} of {len(counts)} clues, {options.out.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
