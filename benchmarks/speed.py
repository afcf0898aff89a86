"""How fast: articles a second from bytes to ledger on one core, memory, time to the first record, time of a brief.

Reads the first 200 English texts of ../shared/corpus. The ledger of 1,000 articles holds those texts five times, each
time under another address and with another closing line, as five papers would print them.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
TEXTS, COPIES = 200, 5
PROGRAM = str(Path(sys.executable).with_name("dragoman"))


def first_texts(count: int) -> list[dict[str, str]]:
    """Rows of the corpus in its order, English ones only."""
    corpus = SHARED / "corpus" / "negotiation.jsonl"
    rows = (json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row["lang"] == "en"][:count]


def written(rows: list[dict[str, str]], path: Path) -> Path:
    """The rows as JSON lines with the fields that dragoman reads."""
    fields = ("id", "title", "outlet", "published", "text", "url")
    lines = [json.dumps({key: row[key] for key in fields if row.get(key)}) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def seconds(*arguments: str) -> float:
    """Wall seconds of a command of the program on one core."""
    start = time.perf_counter()
    subprocess.run([PROGRAM, *arguments], capture_output=True, check=False, env={**os.environ, "OMP_NUM_THREADS": "1"})
    return time.perf_counter() - start


def copies(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Each text as several papers print it."""
    return [
        {**row, "id": f"{row['id']}-{n}", "url": f"https://paper{n}.example/{row['id']}", "outlet": f"Paper {n}",
         "text": f"{row['text']}\n\nPrinted in edition {n}."}
        for n in range(COPIES)
        for row in rows
    ]  # fmt: skip


def measure(work: Path) -> dict[str, float]:
    """The four figures by name."""
    rows = first_texts(TEXTS)
    one = seconds("read", "--json", str(written(rows[:1], work / "one.jsonl")))
    start = time.perf_counter()
    seconds("add", str(work / "speed.db"), str(written(rows, work / "texts.jsonl")))
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    seconds("add", str(work / "thousand.db"), str(written(copies(rows), work / "copies.jsonl")))
    seconds("brief", str(work / "thousand.db"))
    briefs = sorted(seconds("brief", str(work / "thousand.db")) for _ in range(5))
    return {
        "articles a second, one core": round(len(rows) / took, 2),
        "peak memory, MB": round(peak),
        "start to first record, s": round(one, 2),
        "brief over 1,000 articles, s": round(briefs[len(briefs) // 2], 3),
    }


def main() -> None:
    """Prints the figures, as a table or as one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder))
    if as_json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:<32}{value:>9}")


if __name__ == "__main__":
    main()
