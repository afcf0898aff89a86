"""Read texts that nobody has marked into words: what a smaller encoder may learn from a greater one alone.

    python training/statements/prepare_more.py OUT.json TEXTS.jsonl ... --without DEV.jsonl GOLD_DIR ... \\
        --held MATRES.jsonl UW.jsonl

Left out are texts in another language than English, those that share a tenth of their eights of words with one that
is measured on (the lines of DEV.jsonl, the .txt files of GOLD_DIR), and those that hold, or stand in, a text of the
status that is held out (prepare_status.py).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from prepare import words_in
from prepare_status import Row, is_held, letters, rows_of

EIGHT = 8
SHARED = 0.1
"""Of the eights of words of the shorter of two texts, above which they are held to be one."""


def eights(text: str) -> set[tuple[str, ...]]:
    """All that eight words in a row say in a text, marks left out."""
    words = "".join(char.lower() if char.isalnum() else " " for char in text).split()
    return {tuple(words[n : n + EIGHT]) for n in range(len(words) - EIGHT + 1)}


def measured_on(paths: Iterable[Path]) -> list[set[tuple[str, ...]]]:
    """The eights of each text of .jsonl files and of folders of .txt files."""
    texts: list[str] = []
    for path in paths:
        if path.is_dir():
            texts += [one.read_text(encoding="utf-8") for one in sorted(path.glob("*.txt"))]
        else:
            texts += [row["text"] for row in rows_of(path)]
    return [eights(text) for text in texts]


def may_teach(row: Row, measured: list[set[tuple[str, ...]]], held: set[str]) -> bool:
    """Whether a text may be learned from; the status was marked in some of those that have a day of creation."""
    if row.get("lang", "en") != "en":
        return False
    if "dct" in row:
        known = letters(row["text"])
        if is_held(row["id"]) or any(other in known or known in other for other in held):
            return False
    own = eights(row["text"])
    return not any(len(own & other) > SHARED * max(1, min(len(own), len(other))) for other in measured)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--without", type=Path, nargs="+", required=True)
    parser.add_argument("--held", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    status = [row for path in options.held for row in rows_of(path)]
    held = {letters(row["text"]) for row in status if is_held(row["id"].rpartition("-")[0])}
    measured = measured_on(options.without)
    rows = [row for path in options.texts for row in rows_of(path) if may_teach(row, measured, held)]
    words = [[[[w.start, w.end, w.spelling, w.values] for w in part] for part in words_in(row["text"])] for row in rows]
    options.out.write_text(json.dumps([{"paragraphs": one} for one in words], ensure_ascii=False), encoding="utf-8")
    print(f"{len(rows)} texts")


if __name__ == "__main__":
    main()
