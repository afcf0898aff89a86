"""How the cost of merging and of a brief grows with a ledger, on the generated records of benchmarks/ledger.py.

    python benchmarks/scale.py merge [ARTICLES...]     (1,000 5,000 20,000; 30 records each)
    python benchmarks/scale.py brief [RECORDS [FILE]]  (1,000,000)

`merge`: seconds of this process's own work to merge all records, blocks and entries in memory, and the power of n by
which they grew from the smallest to the largest. `brief`: a ledger of so many records is made in a folder for temporary
files, or in FILE, which is kept and taken as it is where it is there; then whole runs of `dragoman brief` over it: own
work and the most memory of the first since something came in, which judges what was foreseen, and of the next.
"""

from __future__ import annotations

import math
import os
import random
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

from dragoman.ledger import open_ledger
from dragoman.merge import Witness, block_of, merge_block, witness
from dragoman.types import Record
from ledger import RECORDS, article

SIZES = (1_000, 5_000, 20_000)
MILLION = 1_000_000
TOLD_EVERY = 2_000
"""Articles after which a line tells how far the making of a ledger is."""
PROGRAM = str(Path(sys.executable).with_name("dragoman"))
SILENT = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
"""What is printed goes nowhere."""


def merge_seconds(count: int) -> float:
    """Own seconds to merge the records of so many articles; making them doesn't count."""
    chance = random.Random(7)
    blocks: dict[str, list[Record]] = {}
    known: dict[str, Witness] = {}
    for n in range(count):
        made, records = article(n, chance)
        known[made.id] = witness(made)
        for record in records:
            blocks.setdefault(block_of(record), []).append(record)
    start = time.process_time()
    for records in blocks.values():
        merge_block(records, known)
    return time.process_time() - start


def measure_merge(sizes: list[int]) -> None:
    """Prints seconds for each size and the power of growth."""
    taken = []
    for count in sizes:
        taken.append(merge_seconds(count))
        print(f"{count:>8,} articles, {count * RECORDS:>9,} records: {taken[-1]:8.2f} s", flush=True)
    if len(sizes) > 1:
        print(f"growth: n^{math.log(taken[-1] / taken[0]) / math.log(sizes[-1] / sizes[0]):.2f}")


def measure_brief(records: int, path: Path) -> None:
    """Makes the ledger where there is none, and prints the seconds and the memory of briefs over it."""
    if not path.exists():  # in a process of its own: what starts a program passes on the most memory it ever held
        maker = get_context("spawn").Process(target=make_ledger, args=(records, path))
        maker.start()
        maker.join()
    for label in ("first", "next", "next"):
        seconds, megabytes = run([PROGRAM, "brief", str(path)])
        print(f"{label} brief over {records:,} records: {seconds:.2f} s, {megabytes:,.0f} MB", flush=True)


def make_ledger(records: int, path: Path) -> None:
    """Puts so many generated records into a ledger and merges them."""
    chance = random.Random(7)
    with open_ledger(path) as ledger:
        start = time.process_time()
        for n in range(records // RECORDS):
            ledger.put(*article(n, chance))
            if n % TOLD_EVERY == TOLD_EVERY - 1:
                print(f"{n + 1:>8,} articles: {time.process_time() - start:8.1f} s", flush=True)
        ledger.settle()
    print(f"made and merged: {time.process_time() - start:.1f} s, {path.stat().st_size / 1e6:,.0f} MB on disk")


def run(command: list[str]) -> tuple[float, float]:
    """Seconds of work of a program from its start to its end, and the most memory that it held, in MB."""
    process = os.posix_spawn(command[0], command, os.environ, file_actions=[SILENT])
    _, status, used = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: it failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Runs the measure that is asked for."""
    what, *numbers = sys.argv[1:] or ["merge"]
    if what == "brief":
        with tempfile.TemporaryDirectory() as folder:
            path = Path(numbers[1]) if len(numbers) > 1 else Path(folder) / "ledger.db"
            measure_brief(int(numbers[0]) if numbers else MILLION, path)
    else:
        measure_merge([int(number) for number in numbers] or list(SIZES))


if __name__ == "__main__":
    main()
