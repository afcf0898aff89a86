"""What share of the reading of an article the kinds of record take; the layers before them take the rest.

    python benchmarks/kinds.py [--texts N] [--seed N]

Reads texts of ../shared/corpus, drawn as benchmarks/precision.py draws them, and prints seconds of this process's own
work for the layers and for the kinds. What a first text loads and caches doesn't count.
"""

from __future__ import annotations

import argparse
import random
import time

from precision import SHARED, article_of, unseen_texts

from dragoman import load_lexicon
from dragoman.annotate.annotate import annotate
from dragoman.extract import extract

WARMING = 3
"""Texts that are read before the clock is looked at."""


def seconds(count: int, seed: int) -> tuple[float, float]:
    """Seconds for the layers and for the kinds of so many texts."""
    lexicon, layers, kinds = load_lexicon(), 0.0, 0.0
    for n, row in enumerate(unseen_texts(count + WARMING, random.Random(seed))):
        began = time.process_time()
        annotated = annotate(article_of(row), lexicon)
        between = time.process_time()
        extract(annotated, lexicon)
        if n >= WARMING:
            layers, kinds = layers + between - began, kinds + time.process_time() - between
    return layers, kinds


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--texts", type=int, default=97)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"skipped: {SHARED} is absent, and the texts lie there")
        return
    layers, kinds = seconds(options.texts, options.seed)
    share = kinds / (layers + kinds)
    print(f"layers {layers:.1f} s, kinds {kinds:.1f} s for {options.texts} texts: {share:.1%} (at most 15 %)")


if __name__ == "__main__":
    main()
