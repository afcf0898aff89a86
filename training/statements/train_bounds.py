"""Train what the places where a content could end weigh, and print what that reaches on articles held out.

    python training/statements/train_bounds.py TRAIN.jsonl DEV.jsonl OUT.json [--first N]

TRAIN are articles of PolNeAR that the encoder of the package has learned from, DEV such as it has not. Of each content
that the encoder finds and that overlaps one of gold, one of the ends in reach is right; a conditional logit (McFadden
1974) learns which. OUT is data/statements/ends.json of the package. Five minutes.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from dragoman.annotate.speech import find_speech
from dragoman.annotate.speech.learned.bounds import End, ends_of, weight_of
from dragoman.annotate.speech.learned.clues import parsed
from dragoman.annotate.speech.learned.find import readings
from dragoman.lexicon import load_lexicon
from dragoman.models import EndWeights, StatementModel, load_statement_model, parse_text
from dragoman.parsed import Doc
from dragoman.types import Article

LEAST = 4
"""Places that show a clue, for it to be weighed."""
PENALTY = 3.0
"""Of the squares of the clues' weights, halved; of 1, 3, 6 and 10. Chosen on half of DEV only."""
SCALE = 100
SMALLEST = 5
"""Clues whose weight is less, in hundredths, are left off."""
Row = dict[str, Any]
Floats = NDArray[np.float64]


class Choice(Struct, frozen=True):
    """The ends that one content could have, the encoder's first, and which of them is gold's; -1 for none."""

    ends: list[End]
    right: int


def choices(articles: Iterable[tuple[Row, Doc]], model: StatementModel) -> Iterator[Choice]:
    """A choice for each content found in the articles."""
    lexicon = load_lexicon()
    for row, doc in articles:
        text = row["text"]
        ruled = find_speech(Article(id="a", name="a", text=text), doc, lexicon)
        gold = [(start, end) for one in row["attributions"] for start, end in one["content"]]
        for reading, found in readings(text, doc, ruled, model, parsed(doc)):
            for one in found:
                for part in one.contents:
                    ends = ends_of(reading, one, part)
                    numbers = reading.scored.words
                    closes = [reading.words[numbers[end.place]].end for end in ends]
                    right = _gold_end(gold, reading.words[part[0]].start, closes[0])
                    yield Choice(ends, closes.index(right) if right in closes else -1)


def _gold_end(gold: list[tuple[int, int]], start: int, end: int) -> int:
    """The end of the gold content that shares most with one from `start` to `end`; -1 where none shares anything."""

    def shared(one: tuple[int, int]) -> float:
        return (min(one[1], end) - max(one[0], start)) / (max(one[1], end) - min(one[0], start))

    best = max(gold, key=shared, default=(0, -1))
    return best[1] if shared(best) > 0 else -1


def matrix(lists: list[list[End]], column: dict[str, int]) -> tuple[csr_matrix, NDArray[np.int64]]:
    """A row an end: its gain, whether it is the encoder's, its clues; and which list each row is of."""
    rows, columns, values, of = [], [], [], []
    for number, ends in enumerate(lists):
        for place, end in enumerate(ends):
            shown = [column[clue] for clue in set(end.clues) if clue in column]
            rows += [len(of)] * (len(shown) + 2)
            columns += [0, 1, *shown]
            values += [end.gain, float(not place)] + [1.0] * len(shown)
            of.append(number)
    return csr_matrix((values, (rows, columns)), shape=(len(of), len(column) + 2)), np.array(of)


def fitted(known: list[Choice]) -> EndWeights:
    """The weights that make the right ends likeliest."""
    counts = Counter(clue for choice in known for end in choice.ends for clue in set(end.clues))
    column = {clue: at for at, clue in enumerate(sorted(c for c, count in counts.items() if count >= LEAST), start=2)}
    shown, of = matrix([choice.ends for choice in known], column)
    first = np.searchsorted(of, np.arange(len(known)))
    right = first + np.array([choice.right for choice in known])
    penalty = np.full(shown.shape[1], PENALTY)
    penalty[:2] = 0.001

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = shown @ weights
        scores -= np.maximum.reduceat(scores, first)[of]
        likely = np.exp(scores)
        sums = np.add.reduceat(likely, first)
        wrong = likely / sums[of]
        wrong[right] -= 1
        cost = np.log(sums).sum() - scores[right].sum() + (penalty * weights**2).sum() / 2
        return float(cost), np.asarray(shown.T @ wrong + penalty * weights)

    found = minimize(loss, np.zeros(shown.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    weights = np.rint(found * SCALE).astype(int).tolist()
    kept = {clue: weights[at] for clue, at in column.items() if abs(weights[at]) >= SMALLEST}
    return EndWeights(SCALE, weights[0], weights[1], kept)


def judged(asked: list[Choice], weights: EndWeights) -> str:
    """How many ends the weights move, how many of these to where gold has them, and how many from there."""
    won = lost = moved = 0
    for choice in asked:
        weigh = [weight_of(end, weights) for end in choice.ends]
        best = max(range(len(weigh)), key=lambda at: weigh[at] + weights.stay * (not at))
        moved += best > 0
        won += best > 0 and best == choice.right
        lost += best > 0 and choice.right == 0
    return f"{len(asked)} contents, {moved} ends moved, {won} to the right place, {lost} from it"


def articles_of(path: Path, first: int | None) -> Iterator[tuple[Row, Doc]]:
    """The articles of a file, each with its parse."""
    for line in path.read_text(encoding="utf-8").splitlines()[:first]:
        row = json.loads(line)
        yield row, parse_text(row["text"])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--first", type=int, help="learn from so many articles only")
    options = parser.parse_args()
    model = load_statement_model()
    train = [one for one in choices(articles_of(options.train, options.first), model) if len(one.ends) > 1]
    weights = fitted([choice for choice in train if choice.right >= 0])
    print("train:", judged(train, weights))
    print("dev:", judged(list(choices(articles_of(options.dev, None), model)), weights))
    save(weights, options.out)


def save(weights: EndWeights, out: Path) -> None:
    """The weights as the package reads them."""
    fields = {name: getattr(weights, name) for name in weights.__struct_fields__}
    out.write_text(json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(weights.clues)} clues, {out.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
