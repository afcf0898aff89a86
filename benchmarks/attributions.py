"""Who said what, measured: reads articles, writes attributions, prints the scorer's figures and articles per second.

    python benchmarks/attributions.py ARTICLES.jsonl PREDICTIONS.jsonl [--scorer score_attributions.py]

ARTICLES holds {"id", "text"} a line, and for scoring also "attributions" as in PolNeAR (source, cue, content: lists of
[start, end]). PREDICTIONS gets the outermost attributions (depth 0) in the same form. The scorer is any program that
takes the two files; its figures are printed as they come.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from dragoman.annotate.speech import find_speech
from dragoman.lexicon import load_lexicon
from dragoman.models import load_pipeline
from dragoman.types import Article, Attribution, Span


def offsets(spans: tuple[Span, ...]) -> list[list[int]]:
    """The spans as [start, end] pairs."""
    return [[span.start, span.end] for span in spans]


def as_row(number: int, found: Attribution) -> dict[str, Any]:
    """One attribution in the form of the gold."""
    return {
        "id": f"P{number}",
        "source": offsets(found.source),
        "cue": offsets(found.cue),
        "content": offsets(found.content),
        "rule": found.rule,
    }


def measure(articles: Path, predictions: Path) -> None:
    """Write the predictions and print articles per second, parsing and the speech layer apart."""
    rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    pipeline, lexicon = load_pipeline(), load_lexicon()
    parsing = finding = 0.0
    with predictions.open("w", encoding="utf-8") as handle:
        for row in rows:
            started = time.perf_counter()
            doc = pipeline(row["text"])
            parsed = time.perf_counter()
            found = find_speech(Article(id=row["id"], name=row["id"], text=row["text"]), doc, lexicon)
            finding += time.perf_counter() - parsed
            parsing += parsed - started
            outermost = [one for one in found if one.depth == 0]
            line = {"id": row["id"], "attributions": [as_row(n, one) for n, one in enumerate(outermost, 1)]}
            handle.write(json.dumps(line, ensure_ascii=False) + "\n")
    print(f"{len(rows)} articles, {len(rows) / (parsing + finding):.1f} articles/s")
    print(f"parsing {parsing:.2f} s, speech {finding:.2f} s ({finding / parsing:.1%} of the parsing)")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--scorer", type=Path, help="program that takes the gold and the predictions")
    options = parser.parse_args()
    measure(options.articles, options.predictions)
    if options.scorer:
        command = [sys.executable, str(options.scorer), str(options.articles), str(options.predictions)]
        sys.stdout.flush()
        raise SystemExit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
