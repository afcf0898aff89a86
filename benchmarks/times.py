"""Times, measured: reads texts, writes time expressions, prints the scorer's figures and documents per second.

    python benchmarks/times.py TEXTS.jsonl PREDICTIONS.jsonl [--scorer score_timex.py] [--gold FOLDER] [--errors 20]

TEXTS holds {"id", "text", "dct" or "published"} a line, and for scoring also "timexes" as TempEval-3 has them. The
scorer is any program that takes the two files. FOLDER holds annotated articles (ID.txt, ID.gold.json): the share of
their dated words whose window of days is the annotated one is printed too.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.annotate.times import find_times, timex_row

Days = tuple[str | None, str | None]


class Compared(NamedTuple):
    """Some words of an article, the days annotated for them and the windows that were read in them."""

    article: str
    words: str
    annotated: Days
    read: frozenset[Days]

    def agrees(self) -> bool:
        """Whether one of the windows is the annotated one."""
        return self.annotated in self.read

    def meets(self) -> bool:
        """Whether one of the windows has a day of the annotated one."""
        first, last = (day or "" for day in self.annotated)
        return any((start or "") <= (last or "9") and first <= (end or "9") for start, end in self.read)


def row_of(text: str, published: date | None) -> list[dict[str, Any]]:
    """The times of a text as the command line prints them, with their words and their rule."""
    return [timex_row(found) | {"text": found.text, "rule": found.rule} for found in find_times(text, published)]


def measure(texts: Path, predictions: Path) -> None:
    """Write the predictions and print documents per second."""
    rows = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines() if line.strip()]
    find_times("Warm up on Monday.", None)
    spent = 0.0
    with predictions.open("w", encoding="utf-8") as handle:
        for row in rows:
            day = (row.get("dct") or row.get("published") or "")[:10]
            started = time.process_time()
            found = row_of(row["text"], date.fromisoformat(day) if day else None)
            spent += time.process_time() - started
            handle.write(json.dumps({"id": row["id"], "timexes": found}, ensure_ascii=False, default=str) + "\n")
    size = sum(len(row["text"]) for row in rows)
    print(f"{len(rows)} documents of {size // len(rows)} characters, {len(rows) / spent:.0f} documents/s, one core")


# ---- windows --------------------------------------------------------------------------------------------------------


def dated_words(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """Every annotated time below a node: an object with text, start and end."""
    if isinstance(node, dict):
        if {"text", "start", "end"} <= node.keys() and node["text"] and (node["start"] or node["end"]):
            yield node
        for value in node.values():
            yield from dated_words(value)
    elif isinstance(node, list):
        for value in node:
            yield from dated_words(value)


def windows(folder: Path) -> Iterator[Compared]:
    """The annotated times whose words stand in their article, each (article, words, days) once."""
    for path in sorted(folder.glob("*.gold.json")):
        annotated = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        found = find_times(text, date.fromisoformat(annotated["published"]))
        told = {(w["text"], w["start"], w["end"]) for w in dated_words(annotated["records"])}
        for words, start, end in sorted(told, key=str):
            at = [place for place in range(len(text)) if text.startswith(words, place)]
            inside = [
                t.window
                for t in found
                if t.window and any(t.span.start < place + len(words) and place < t.span.end for place in at)
            ]
            read = frozenset((w.start and str(w.start), w.end and str(w.end)) for w in inside)
            if at:
                yield Compared(annotated["id"], words, (start, end), read)


def compare_windows(folder: Path, errors: int) -> None:
    """Print the shares of annotated windows that are read alike, and some that are not."""
    compared = list(windows(folder))
    same = sum(one.agrees() for one in compared)
    met = sum(one.meets() for one in compared)
    shares = f"{same / len(compared):.3f} the same, {met / len(compared):.3f} share a day"
    print(f"\n{len(compared)} annotated windows: {shares}")
    for one in [one for one in compared if not one.agrees()][:errors]:
        print(f"  {one.article}: {one.words!r} annotated {one.annotated}, read {sorted(one.read, key=str)}")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--scorer", type=Path, help="program that takes the gold and the predictions")
    parser.add_argument("--gold", type=Path, help="folder of annotated articles, for the windows")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N errors of each kind")
    options = parser.parse_args()
    measure(options.texts, options.predictions)
    if options.scorer:
        sys.stdout.flush()
        errors = ["--errors", str(options.errors)] if options.errors else []
        command = [sys.executable, str(options.scorer), str(options.texts), str(options.predictions), *errors]
        subprocess.run(command, check=True)
    if options.gold:
        compare_windows(options.gold, options.errors)


if __name__ == "__main__":
    main()
