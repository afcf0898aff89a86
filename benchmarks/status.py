"""Whether an event is told as having happened: the axes of MATRES and the certainty of UW, on what was held out.

    python benchmarks/status.py ../shared/data/factuality/matres_train.jsonl ../shared/data/factuality/uw_train.jsonl \\
        ../shared/scorers/score_factuality.py

A fifth of the documents, chosen by the hash of their names, was kept out of training (training/statements) and is read
here with the whole speech layer. Prints the scorer's table for each corpus: macro F1 of the axes, Pearson's r of the
certainty.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from dragoman.annotate.speech import read_speech
from dragoman.lexicon import load_lexicon
from dragoman.models import load_statement_model, parse_text
from dragoman.types import Article, Told

Row = dict[str, Any]
HELD = 5


def is_held(row: Row) -> bool:
    """Whether the document of a row was kept out of training; as in training/statements/prepare_status.py."""
    return hashlib.sha256(row["id"].rpartition("-")[0].encode()).digest()[0] % HELD == 0


def told_in(text: str) -> dict[int, Told]:
    """How each word of a text is told, by the character it begins at."""
    article = Article(id="a", name="a", text=text)
    _, told = read_speech(article, parse_text(text), load_lexicon(), load_statement_model())
    return {one.span.start: one for one in told()}


def predicted(rows: list[Row]) -> list[Row]:
    """The rows as read; what the layer says nothing of counts as told outright."""
    texts: dict[str, dict[int, Told]] = {}
    out = []
    for row in rows:
        if row["text"] not in texts:
            texts[row["text"]] = told_in(row["text"])
        told = texts[row["text"]]
        at = row["trigger"]["start"]
        near = max((start for start in told if start <= at), default=None)
        one = told[near] if near is not None and told[near].span.end > at else None
        score = {"score": one.certainty if one else 3.0} if row.get("score") is not None else {}
        out.append({"id": row["id"], "label": one.axis if one else "actual", **score})
    return out


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("matres", type=Path)
    parser.add_argument("uw", type=Path)
    parser.add_argument("scorer", type=Path)
    options = parser.parse_args()
    for path in (options.matres, options.uw):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        held = [row for row in rows if is_held(row)]
        with tempfile.TemporaryDirectory() as folder:
            gold, found = Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"
            gold.write_text("".join(json.dumps(row) + "\n" for row in held), encoding="utf-8")
            found.write_text("".join(json.dumps(row) + "\n" for row in predicted(held)), encoding="utf-8")
            print(f"{path.stem}: {len(held)} words held out", flush=True)
            subprocess.run([sys.executable, str(options.scorer), str(gold), str(found)], check=True)


if __name__ == "__main__":
    main()
