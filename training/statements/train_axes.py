"""Train what the parse's clues weigh for the axes of MATRES, and print what that reaches in parts of the training.

    python training/statements/train_axes.py MATRES.jsonl UW.jsonl OUT.json [--parts 5] [--times 4]

The fifth of the documents that `prepare_status.py` holds out is neither trained on nor measured here. Rare clues are
known better from UW, which has ten times as many words with a certainty as MATRES has with a rare axis: a ridge
regression of the certainty by the same clues is one clue more of each word of MATRES. Both models are linear, so that
what is written is one weight for each clue and axis. OUT is data/statements/axes.json of the package.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from bisect import bisect_right
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from prepare_status import Row, is_held, letters, rows_of
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import f1_score

from dragoman.annotate.speech.learned.axes import AXES
from dragoman.annotate.speech.learned.clues import Parsed, clues_of, parsed
from dragoman.models import parse_text

LEAST = 3
"""Words that show a clue, for it to be weighed."""
STRENGTH = 0.2
"""scikit-learn's C, of .05 to 1 the best in parts of the training."""
EVENING = 0.85
"""How far rare axes are made to weigh as much as common ones, 0 to 1; likewise."""
SHRINKING = 10
"""Ridge's alpha for the certainty, of 1 to 100; likewise."""
SCALE = 100
SMALLEST = 10
"""Clues none of whose weights is so many hundredths are left off."""

Clues = dict[str, float]


class Words(NamedTuple):
    """Labelled words: the documents of MATRES that each stands in, its clues, and its axis or certainty."""

    documents: list[frozenset[str]]
    clues: list[Clues]
    told: NDArray[np.float64]


class Figures(NamedTuple):
    """What is weighed: the columns of the axes' words, those of the certainties, and the first in the second's."""

    names: list[str]
    axes: csr_matrix
    certainties: csr_matrix
    axes_as_certain: csr_matrix
    certain_names: list[str]


def read(rows: list[Row], texts: dict[str, str]) -> Words:
    """The words outside the documents held out; `texts` are the letters of each document of MATRES."""
    known: dict[str, tuple[frozenset[str], Parsed] | None] = {}
    found: list[tuple[frozenset[str], Clues, float]] = []
    for row in rows:
        if row["text"] not in known:
            inside = frozenset(name for name, text in texts.items() if letters(row["text"]) in text)
            is_out = any(is_held(name) for name in inside | {row["id"].rpartition("-")[0]})
            known[row["text"]] = None if is_out else (inside, parsed(parse_text(row["text"])))
        if (read_before := known[row["text"]]) is None:
            continue
        documents, columns = read_before
        at = bisect_right(columns.starts, row["trigger"]["start"]) - 1
        told = row["score"] if row["score"] is not None else AXES.index(row["label"])
        found.append((documents, dict.fromkeys(clues_of(columns, at), 1.0), told))
    documents_of, clues, told_of = zip(*found, strict=True)
    return Words(list(documents_of), list(clues), np.array(told_of))


def in_columns(axes: Words, certainties: Words) -> Figures:
    """Both corpora as matrices, of the clues that enough words of each show."""
    often, sure = DictVectorizer(), DictVectorizer()
    shown = often.fit_transform(_often_shown(axes.clues))
    told = sure.fit_transform(_often_shown(certainties.clues))
    names, certain_names = (list(map(str, columns.get_feature_names_out())) for columns in (often, sure))
    return Figures(names, shown, told, sure.transform(axes.clues), certain_names)


def _often_shown(clues: list[Clues]) -> list[Clues]:
    counts = Counter(clue for one in clues for clue in one)
    return [{clue: 1.0 for clue in one if counts[clue] >= LEAST} for one in clues]


def fitted(shown: csr_matrix, axes: NDArray[np.float64]) -> LogisticRegression:
    """The weights of one set of words."""
    counts = Counter(axes.tolist())
    weight = {axis: (len(axes) / (len(AXES) * max(1, counts[axis]))) ** EVENING for axis in counts}
    return LogisticRegression(C=STRENGTH, class_weight=weight, max_iter=400).fit(shown, axes)


def with_certainty(figures: Figures, sure: Ridge) -> csr_matrix:
    """The words of the axes with the certainty that the regression gives each as their last column."""
    return hstack([figures.axes, csr_matrix(sure.predict(figures.axes_as_certain)[:, None])]).tocsr()


def across(axes: Words, certainties: Words, figures: Figures, parts: int, draw: int) -> NDArray[np.float64]:
    """F1 of each axis where each part of the documents is read by weights of the others."""

    def part_of(document: str) -> int:
        return hashlib.sha256(f"fold{draw or ''}{document}".encode()).digest()[1] % parts

    part = np.array([part_of(min(one)) for one in axes.documents])
    found = np.zeros_like(axes.told)
    for number in range(parts):
        others = np.array([all(part_of(name) != number for name in one) for one in certainties.documents])
        sure = Ridge(alpha=SHRINKING).fit(figures.certainties[others], certainties.told[others])
        shown = with_certainty(figures, sure)
        found[part == number] = fitted(shown[part != number], axes.told[part != number]).predict(shown[part == number])
    return np.array(f1_score(axes.told, found, average=None, labels=range(len(AXES))))


def weighed(axes: Words, certainties: Words, figures: Figures) -> tuple[list[int], dict[str, list[int]]]:
    """The bias and the weights of all words, in hundredths: those of the axes and, by it, those of the certainty."""
    sure = Ridge(alpha=SHRINKING).fit(figures.certainties, certainties.told)
    model = fitted(with_certainty(figures, sure), axes.told)
    of_certainty = model.coef_[:, -1]
    weights = dict(zip(figures.names, model.coef_[:, :-1].T, strict=True))
    for name, weight in zip(figures.certain_names, sure.coef_, strict=True):
        weights[name] = weights.get(name, 0.0) + weight * of_certainty
    hundredths = {name: np.rint(row * SCALE).astype(int) for name, row in sorted(weights.items())}
    kept = {name: row.tolist() for name, row in hundredths.items() if abs(row).max() >= SMALLEST}
    return np.rint((model.intercept_ + sure.intercept_ * of_certainty) * SCALE).astype(int).tolist(), kept


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("matres", type=Path)
    parser.add_argument("uw", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--parts", type=int, default=5)
    parser.add_argument("--times", type=int, default=4, help="how many ways the documents are parted")
    options = parser.parse_args()
    rows = rows_of(options.matres)
    texts: dict[str, dict[str, None]] = {}
    for row in rows:
        texts.setdefault(row["id"].rpartition("-")[0], {})[letters(row["text"])] = None
    joined = {name: "|".join(parts) for name, parts in texts.items()}
    axes, certainties = read(rows, joined), read(rows_of(options.uw), joined)
    figures = in_columns(axes, certainties)
    drawn = [across(axes, certainties, figures, options.parts, draw) for draw in range(options.times)]
    each = dict(zip(AXES, np.mean(drawn, axis=0).round(3).tolist(), strict=True))
    print(
        f"{len(axes.told)} words, macro F1 {np.mean(drawn):.3f} of {[round(float(one.mean()), 3) for one in drawn]}:",
        each,
    )
    bias, kept = weighed(axes, certainties, figures)
    options.out.write_text(
        json.dumps({"scale": SCALE, "bias": bias, "clues": kept}, ensure_ascii=False, separators=(",", ":")) + "\n",
        encoding="utf-8",
    )
    print(f"{len(kept)} clues, {options.out.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
