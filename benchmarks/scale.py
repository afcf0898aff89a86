"""How the cost of merging and of a brief grows with a ledger, on the generated records of benchmarks/ledger.py.

    python benchmarks/scale.py merge [ARTICLES...]     (1,000 5,000 20,000; 30 records each)
    python benchmarks/scale.py brief [RECORDS]         (1,000,000)

`merge`: seconds of this process's own work to merge all records, blocks and entries in memory, and the power of n by
which they grew from the smallest to the largest. `brief`: a ledger of so many records is made in a folder for temporary
files, then a whole run of `dragoman brief` over it: own work, and the most memory it held.
"""

from __future__ import annotations

import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dragoman.ledger import open_ledger
from dragoman.merge import Witness, block_of, merge_block, witness
from dragoman.types import Record
from ledger import RECORDS, article

SIZES = (1_000, 5_000, 20_000)
MILLION = 1_000_000
SETTLED_EVERY = 2_000
"""Articles after which the blocks are merged while a ledger is made: the work of `add`."""


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


def measure_brief(records: int) -> None:
    """Makes the ledger, and prints the seconds and the memory of a brief over it."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with open_ledger(path) as ledger:
            start = time.process_time()
            for n in range(records // RECORDS):
                ledger.put(*article(n, chance))
                if n % SETTLED_EVERY == SETTLED_EVERY - 1:
                    print(f"{n + 1:>8,} articles: {time.process_time() - start:8.1f} s", flush=True)
            ledger.settle()
        print(f"made and merged: {time.process_time() - start:.1f} s, {path.stat().st_size / 1e6:,.0f} MB on disk")
        program = str(Path(sys.executable).with_name("dragoman"))
        subprocess.run([program, "brief", str(path)], capture_output=True, check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"brief over {records:,} records: {used.ru_utime + used.ru_stime:.2f} s, {used.ru_maxrss / 1024:,.0f} MB")


def main() -> None:
    """Runs the measure that is asked for."""
    what, *numbers = sys.argv[1:] or ["merge"]
    if what == "brief":
        measure_brief(int(numbers[0]) if numbers else MILLION)
    else:
        measure_merge([int(number) for number in numbers] or list(SIZES))


if __name__ == "__main__":
    main()
