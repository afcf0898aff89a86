"""How fast: articles a second on one core, memory, time to the first record, time of a brief.

    python benchmarks/speed.py [--json]

Reads the first 200 English texts of ../shared/corpus, pinned to one core: from bytes to records
with `dragoman read`, and to a ledger with `dragoman add`, the start of the program in it; the first also without
it, which is less the run over one text. The ledger of 1,000
articles holds what was read of those texts five times, each time under another address, outlet and closing line, as
five papers would print them. Times are seconds of that core (user and system), so that what else runs on the machine
doesn't count; start and brief are the middle of five runs, the whole program from its start.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from msgspec.structs import replace

from dragoman.extract import record_id
from dragoman.ledger import Ledger, open_ledger
from dragoman.parse.parse import article_id

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
TEXTS, COPIES, RUNS = 200, 5, 5
PROGRAM = str(Path(sys.executable).with_name("dragoman"))
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


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


def children_seconds() -> float:
    """Seconds of processor that ended child processes have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(*arguments: str) -> float:
    """Processor seconds of a run of the program; it must end well."""
    before = children_seconds()
    subprocess.run([PROGRAM, *arguments], capture_output=True, check=True, env={**os.environ, **ONE_THREAD})
    return children_seconds() - before


def copy_ledger(source: Ledger, target: Ledger) -> int:
    """How many articles `target` has taken: every article of `source` as several papers print it."""
    for n in range(COPIES):
        for article in source.articles():
            text, url = f"{article.text}\n\nPrinted in edition {n}.", f"https://paper{n}.example/{article.name}"
            own = replace(article, id=article_id(url, text), text=text, url=url, outlet=f"{article.outlet} {n}")
            moved = (replace(record, article=own.id) for record in source.records(article.id))
            target.put(own, [replace(record, id=record_id(record)) for record in moved])
    target.settle()
    return len(target.articles())


def measure(work: Path) -> dict[str, float]:
    """The figures by name."""
    rows = first_texts(TEXTS)
    one = str(written(rows[:1], work / "one.jsonl"))
    starts = [seconds("read", "--json", one) for _ in range(RUNS)]
    texts = str(written(rows, work / "texts.jsonl"))
    reading, adding = seconds("read", "--json", texts), seconds("add", str(work / "speed.db"), texts)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    with open_ledger(work / "speed.db") as source, open_ledger(work / "thousand.db") as target:
        assert copy_ledger(source, target) == TEXTS * COPIES
    briefs = [seconds("brief", str(work / "thousand.db")) for _ in range(RUNS)]
    each = (reading - median(starts)) / (len(rows) - 1)
    return {
        "articles a second read, one core": round(len(rows) / reading, 2),
        "the same, started already": round(1 / each, 2),
        "articles a second, one core": round(len(rows) / adding, 2),
        "peak memory, MB": round(peak),
        "start to first record, s": round(median(starts), 2),
        "brief over 1,000 articles, s": round(median(briefs), 3),
    }


def main() -> None:
    """Prints the figures, as a table or as one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--keep", type=Path, help="keep the ledgers in this folder")
    options = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(options.keep or Path(folder))
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:<34}{value:>9}")


if __name__ == "__main__":
    main()
