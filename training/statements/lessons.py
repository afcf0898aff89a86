"""What a smaller encoder learns from a greater one: windows of many texts, and what the greater one makes of them.

    python training/statements/lessons.py TEACHER.pt LABELS.json TOKENIZER.json TRAIN.json STATUS.json MORE.json OUT \\
        --round 1

OUT gets round1.npy: for each piece of each window of `lessons()`, in their order, the teacher's states behind each of
SHOWN, in 16 bits. Round 0 has the windows as dragoman cuts them; the others are cut elsewhere, and some are read
without the rules' finds or without their parse.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from encoder import WIDTH, StatementEncoder
from tokenizers import Tokenizer
from torch import Tensor
from train import FORGET_PARSE, Article, Labelled, as_tensors

from dragoman.annotate.speech.learned.windows import LONGEST, Labels, Window, windows_of
from export import load

SHOWN = (1, 3, 5)
"""The layers of the teacher, from 0, whose states are kept."""
LENGTHS = (128, 160, 192, 208, 256)
FORGET_RULES = 0.15
PARSE = ("pos", "dep", "head", "name")
TOGETHER = 3000
"""Pieces that the teacher reads at once."""


class Lesson:
    """A window, the text it is of, and where its first piece stands among all of its round."""

    def __init__(self, text: Article | Labelled, window: Window, at: int) -> None:
        self.text = text
        self.window = window
        self.at = at


def texts_of(train: Path, status: Path, more: Path) -> list[Article | Labelled]:
    """The articles with gold, the texts with a status (none that is held out), and those with neither."""
    articles: list[Article | Labelled] = [Article(row) for row in _rows(train)]
    articles += [Labelled(row) for row in _rows(status) if row["split"] == "train"]
    return articles + [Labelled(row | {"labels": []}) for row in _rows(more)]


def lessons(texts: list[Article | Labelled], tokenizer: Tokenizer, labels: Labels, number: int) -> list[Lesson]:
    """The windows of a round, always the same."""
    rng = random.Random(number)
    out: list[Lesson] = []
    at = 0
    for text in texts:
        longest = rng.choice(LENGTHS) if number else LONGEST
        for window in windows_of(text.paragraphs, tokenizer, _some(labels, rng) if number else labels, longest):
            out.append(Lesson(text, window, at))
            at += len(window.pieces)
    return out


def _some(labels: Labels, rng: random.Random) -> Labels:
    """The numbers of the values, sometimes without those of a reader."""
    forgotten = ("rule",) if rng.random() < FORGET_RULES else ()
    forgotten += PARSE if rng.random() < FORGET_PARSE else ()
    return {name: {} if name in forgotten else table for name, table in labels.items()}


def read_tokenizer(path: Path) -> Tokenizer:
    """The vocabulary, cutting and filling nothing."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def teach(teacher: StatementEncoder, windows: list[Lesson], out: Path) -> None:
    """Write the teacher's states."""
    size = sum(len(one.window.pieces) for one in windows)
    kept = np.lib.format.open_memmap(out, mode="w+", dtype=np.float16, shape=(size, len(SHOWN), WIDTH))
    done = 0
    for batch in _together(windows):
        for one, states in zip(batch, _states(teacher, batch), strict=True):
            count = len(one.window.pieces)
            kept[one.at : one.at + count] = states[:count].numpy()
            done += count
        if done % 50_000 < TOGETHER:
            print(f"  {done} of {size} pieces", flush=True)
    kept.flush()


def _states(teacher: StatementEncoder, batch: list[Lesson]) -> Tensor:
    ids, values, _, mask, _ = as_tensors([one.window for one in batch])
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        states = teacher.states(ids, values, mask)
    return torch.stack([states[layer].float() for layer in SHOWN], dim=2).half()


def _together(windows: list[Lesson]) -> Iterator[list[Lesson]]:
    """Windows of like length in batches."""
    batch: list[Lesson] = []
    for one in sorted(windows, key=lambda one: len(one.window.pieces)):
        if batch and (len(batch) + 1) * len(one.window.pieces) > TOGETHER:
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def _rows(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("teacher", "labels", "tokenizer", "train", "status", "more", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--round", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(1)
    texts = texts_of(options.train, options.status, options.more)
    labels: Labels = json.loads(options.labels.read_text(encoding="utf-8"))
    windows = lessons(texts, read_tokenizer(options.tokenizer), labels, options.round)
    teach(load(options.teacher, options.labels), windows, options.out / f"round{options.round}.npy")


if __name__ == "__main__":
    main()
