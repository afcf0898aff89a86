"""Who said what, side by side: textacy, dragoman's rules, and its rules with the encoder, on the same articles.

    python benchmarks/statements.py ../shared/data/polnear/dev.jsonl ../shared/scorers/score_attributions.py [--first N]

Prints F1 of whole attributions, of contents, of each role's exact fragments, who-said-what, and articles a second of
parse and reading together on one core. textacy (`pip install textacy`) is left out, with a line, where it is missing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from dragoman.annotate.speech import find_speech
from dragoman.lexicon import load_lexicon
from dragoman.models import load_pipeline, load_statement_model, parse_text
from dragoman.types import Article

Row = dict[str, Any]
Reader = Callable[[str], list[Row]]
FIGURES = {
    "whole": "whole",
    "content": "content only",
    "cue=": "cue: fragment exact",
    "source=": "source: fragment exact",
    "content=": "content: fragment exact",
}


def by_dragoman(*, with_model: bool) -> Reader:
    """The outermost attributions of the speech layer."""
    lexicon, model = load_lexicon(), load_statement_model() if with_model else None

    def read(text: str) -> list[Row]:
        found = find_speech(Article(id="a", name="a", text=text), parse_text(text), lexicon, model)
        return [
            {role: [[span.start, span.end] for span in getattr(one, role)] for role in ("source", "cue", "content")}
            for one in found
            if one.depth == 0
        ]

    return read


def by_textacy() -> Reader | None:
    """The direct quotations that textacy finds; None where it is not installed."""
    try:
        from textacy.extract import direct_quotations  # type: ignore[import-not-found]
    except ImportError:
        return None

    def span(tokens: list[Token]) -> list[list[int]]:
        return [[tokens[0].idx, tokens[-1].idx + len(tokens[-1])]] if tokens else []

    def read(text: str) -> list[Row]:
        try:
            found = list(direct_quotations(load_pipeline()(text)))
        except ValueError:  # it refuses a text whose marks don't pair
            return []
        return [
            {"source": span(one.speaker), "cue": span(one.cue), "content": span(list(one.content))} for one in found
        ]

    return read


def readers() -> Iterator[tuple[str, Reader]]:
    """The readers there are, by name."""
    textacy = by_textacy()
    if textacy is None:
        print("textacy is not installed: pip install textacy")
    else:
        yield "textacy", textacy
    yield "rules", by_dragoman(with_model=False)
    yield "rules and model", by_dragoman(with_model=True)


def measured(rows: list[Row], read: Reader, gold: Path, scorer: Path) -> tuple[dict[str, float], float]:
    """The scorer's figures, and articles a second."""
    read("One.")  # what is loaded at the first call isn't reading
    started = time.perf_counter()
    predicted = [{"id": row["id"], "attributions": read(row["text"])} for row in rows]
    speed = len(rows) / (time.perf_counter() - started)
    with tempfile.TemporaryDirectory() as folder:
        path, some = Path(folder) / "predicted.jsonl", Path(folder) / "gold.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in predicted), encoding="utf-8")
        some.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(scorer), str(some), str(path), "--json"]
        result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    figures = {short: result[name]["F"] for short, name in FIGURES.items()}
    return figures | {"who said": result["who said what"]["accuracy"]}, speed


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--first", type=int, help="read only so many articles")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    print(f"{'':18}" + "".join(f"{name:>10}" for name in (*FIGURES, "who said", "articles/s")))
    for name, read in readers():
        figures, speed = measured(rows[: options.first], read, options.gold, options.scorer)
        print(f"{name:18}" + "".join(f"{figure:10.3f}" for figure in figures.values()) + f"{speed:10.1f}", flush=True)


if __name__ == "__main__":
    main()
