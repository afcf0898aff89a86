"""Every measure of quality and speed beside its floor: `make measure`.

Quality is measured on ../shared (gold records, PolNeAR's dev part, TempEval-3's training part) with the scorers that
lie there; what is absent is skipped and said. Exit status 1 when a figure falls below its floor.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from must_nots import ARTICLE, PUBLISHED, must_nots

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
"""Figures that may not fall; lowered only with a word of why in the commit."""


class Figure(NamedTuple):
    """One measured figure and the floor (or, for costs, the ceiling) that it is held to."""

    name: str
    value: float
    floor: float
    is_cost: bool = False

    def holds(self) -> bool:
        """Whether the figure keeps its floor."""
        return self.value <= self.floor if self.is_cost else self.value >= self.floor


def dragoman(*arguments: str) -> str:
    """What a command of the program prints, as a user gets it."""
    command = [str(Path(sys.executable).with_name("dragoman")), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def scorer(script: Path, *arguments: str) -> str:
    """What a scorer of ../shared prints."""
    done = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True, check=True)
    return done.stdout


# ---- records ---------------------------------------------------------------------------------------------------------


def read_gold(folder: Path) -> str:
    """The records of all gold articles as JSON lines; days of publication come from the files beside them."""
    seed = dragoman("read", "--json", "--published", PUBLISHED.isoformat(), str(folder / f"{ARTICLE}.txt"))
    others = [str(path) for path in sorted(folder.glob("*.txt")) if path.stem != ARTICLE]
    return seed + dragoman("read", "--json", *others)


def record_figures(work: Path) -> Iterator[Figure]:
    """Found F1 and score of the gold records: the seed alone, all of dev, each kind."""
    gold = SHARED / "gold" / "dev"
    predicted = work / "records.jsonl"
    predicted.write_text(read_gold(gold), encoding="utf-8")
    table = scorer(SHARED / "gold" / "score_records.py", str(gold), str(predicted), "--by-article").splitlines()
    seed = next(line.split() for line in table if line.startswith("seed "))
    yield Figure("seed found F1", float(seed[4]), FLOORS["seed found F1"])
    yield Figure("seed score", float(seed[2]), FLOORS["seed score"])
    for line in table:
        words = line.split()
        if words and words[0] in FLOORS["records"]:
            found, score = FLOORS["records"][words[0]]
            yield Figure(f"{words[0]} found F1", float(words[5]), found)
            yield Figure(f"{words[0]} score", float(words[7]), score)
            told = dict(word.split("=") for word in words if "=" in word)
            for field, floor in FLOORS["fields"].get(words[0], {}).items():
                yield Figure(f"{words[0]} {field} right of found", float(told[field]), floor)
    for line in (broken := hasty_finds(predicted)):
        print(line)
    yield Figure("seed must-nots broken", len(broken), 0, is_cost=True)


def hasty_finds(predicted: Path) -> list[str]:
    """What the seed is read to say and doesn't, one line each."""
    rows = [json.loads(line) for line in predicted.read_text(encoding="utf-8").splitlines()]
    records = next(row["records"] for row in rows if row["id"] == ARTICLE)
    seed = SHARED / "gold" / "dev" / f"{ARTICLE}.txt"
    timexes = json.loads(dragoman("times", "--json", "--published", PUBLISHED.isoformat(), str(seed)))["timexes"]
    return must_nots(records, timexes, seed.read_text(encoding="utf-8"))


# ---- attributions and times ------------------------------------------------------------------------------------------


def attribution_figures(work: Path) -> Iterator[Figure]:
    """PolNeAR's dev part, from what `read --json` prints: its attributions have the shape that the scorer reads."""
    gold = SHARED / "data" / "polnear" / "dev.jsonl"
    articles = work / "polnear.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    lines = [json.dumps({"id": r["id"], "text": r["text"], "published": r["date"]}) for r in rows]
    articles.write_text("\n".join(lines), encoding="utf-8")
    predicted = work / "attributions.jsonl"
    with predicted.open("w", encoding="utf-8") as out:
        out.write(dragoman("read", "--json", str(articles)))
    table = json.loads(scorer(SHARED / "scorers" / "score_attributions.py", str(gold), str(predicted), "--json"))
    for name, path in (("PolNeAR whole F1", ("whole", "F")), ("PolNeAR who said what", ("who said what", "accuracy"))):
        yield Figure(name, dig(table, path), FLOORS[name])


def dig(table: object, path: tuple[str, ...]) -> float:
    """A figure in nested JSON, keys compared without case and blanks."""
    for wanted in path:
        assert isinstance(table, dict)
        table = next(v for k, v in table.items() if flat(k) == flat(wanted))
    if not isinstance(table, (int, float)):
        raise SystemExit(f"no figure at {path}")
    return float(table)


def flat(key: str) -> str:
    """A key in small letters and digits."""
    return "".join(c for c in key.lower() if c.isalnum())


def time_figures(work: Path) -> Iterator[Figure]:
    """TempEval-3's training part, from what `times --json` prints; WikiWars's, from the time layer alone."""
    news, histories = (SHARED / "data" / "time" / f"{part}_train.jsonl" for part in ("tempeval3", "wikiwars"))
    articles, predicted = work / "times.jsonl", work / "timexes.jsonl"
    rows = [json.loads(line) for line in news.read_text(encoding="utf-8").splitlines()]
    lines = [json.dumps({"id": r["id"], "text": r["text"], "published": r["dct"][:10]}) for r in rows]
    articles.write_text("\n".join(lines), encoding="utf-8")
    predicted.write_text(dragoman("times", "--json", str(articles)), encoding="utf-8")
    yield from scored_times("TempEval-3", news, predicted)
    script = Path(__file__).with_name("times.py")
    subprocess.run([sys.executable, str(script), str(histories), str(predicted)], capture_output=True, check=True)
    yield from scored_times("WikiWars", histories, predicted)


def scored_times(name: str, gold: Path, predicted: Path) -> Iterator[Figure]:
    """What the scorer of times makes of predictions."""
    table = scorer(SHARED / "scorers" / "score_timex.py", str(gold), str(predicted)).splitlines()
    for measure in ("strict", "relaxed", "value"):
        words = next(line.split() for line in table if line.startswith(measure + " "))
        yield Figure(f"{name} {measure} F1", float(words[3]) / 100, FLOORS[f"{name} {measure} F1"])


def speed_figures(work: Path) -> Iterator[Figure]:
    """Articles a second, memory, time to the first record, time of a brief."""
    printed = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "speed.py"), "--json"], capture_output=True, text=True, check=True
    ).stdout
    for name, value in json.loads(printed.splitlines()[-1]).items():
        bound = FLOORS["speed"][name]
        yield Figure(name, value, *((bound["at_most"], True) if "at_most" in bound else (bound["at_least"], False)))


PARTS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "records": record_figures,
    "attributions": attribution_figures,
    "times": time_figures,
    "speed": speed_figures,
}


def main() -> int:
    """Prints the table; 1 when a figure falls below its floor."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="only these parts")
    chosen = parser.parse_args().parts or list(PARTS)
    if not SHARED.is_dir():
        print(f"skipped: {SHARED} is absent, and every measure is taken on it")
        return 0
    broken = 0
    print(f"measured on {date.today()}")
    with tempfile.TemporaryDirectory() as folder:
        for part in chosen:
            for figure in PARTS[part](Path(folder)):
                broken += not figure.holds()
                bound = "at most" if figure.is_cost else "at least"
                verdict = "ok" if figure.holds() else "BELOW ITS FLOOR"
                print(f"{figure.name:<34}{figure.value:>9.3f}   {bound} {figure.floor:<7g} {verdict}", flush=True)
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
