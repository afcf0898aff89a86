"""Read MATRES axes and UW factuality with dragoman's parse and rules into words and the words that have a label.

    python training/statements/prepare_status.py MATRES.jsonl UW.jsonl OUT.json

A fifth of the documents of MATRES, and of the sentences of UW, is held out ("split": "held"). UW took its sentences
from some of the documents of MATRES: one that stands in a held-out document is in no training split.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

from prepare import words_in

Row = dict[str, Any]
HELD = 5
"""One document in so many is held out."""


def rows_of(path: Path) -> list[Row]:
    """The lines of a .jsonl file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_held(document: str) -> bool:
    """Whether a document is held out: by its name alone, so that every run holds out the same."""
    return hashlib.sha256(document.encode()).digest()[0] % HELD == 0


def letters(text: str) -> str:
    """The letters and digits of a text: what a tokenizer's blanks don't change."""
    return "".join(char for char in text if char.isalnum())


def prepare(rows: list[Row], kind: str, unread: set[str]) -> list[Row]:
    """The texts of one corpus, each with the words that its labels stand at."""
    texts: dict[str, list[Row]] = {}
    for row in rows:
        texts.setdefault(row["text"], []).append(row)
    out = []
    for text, marked in texts.items():
        document = marked[0]["id"].rpartition("-")[0]
        held = is_held(document)
        if not held and any(letters(text) in other for other in unread):
            continue
        paragraphs = words_in(text)
        starts = [word.start for words in paragraphs for word in words]
        ends = [word.end for words in paragraphs for word in words]
        labels = []
        for row in marked:
            at = row["trigger"]["start"]
            word = next((n for n, (start, end) in enumerate(zip(starts, ends, strict=True)) if start <= at < end), None)
            if word is not None:
                labels.append([word, row["label"] if kind == "axis" else None, row["score"]])
        out.append(
            {
                "kind": kind,
                "split": "held" if held else "train",
                "paragraphs": [[[w.start, w.end, w.spelling, w.values] for w in words] for words in paragraphs],
                "labels": labels,
            }
        )
    return out


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("matres", type=Path)
    parser.add_argument("uw", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    matres = rows_of(options.matres)
    held = {letters(row["text"]) for row in matres if is_held(row["id"].rpartition("-")[0])}
    rows = prepare(matres, "axis", set()) + prepare(rows_of(options.uw), "score", held)
    options.out.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    print(f"{len(rows)} texts, {sum(row['split'] == 'held' for row in rows)} held out")


if __name__ == "__main__":
    main()
