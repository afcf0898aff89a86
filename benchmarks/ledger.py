"""How fast a ledger takes articles and gives its entries, on generated records.

    python benchmarks/ledger.py [ARTICLES]          (1,000 by default, 30 records each)

Prints: milliseconds to put one article (median, 99th percentile, slowest), seconds to merge all blocks, milliseconds
to merge again after one more article, to load all entries, and to resolve them.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import accumulate, product
from pathlib import Path
from statistics import median, quantiles

from dragoman.kinds.action import Action
from dragoman.kinds.contact import Contact
from dragoman.kinds.demand import Demand
from dragoman.kinds.forecast import Forecast
from dragoman.kinds.response import Response
from dragoman.kinds.statement import SpeechSpans, Statement
from dragoman.ledger import open_ledger
from dragoman.resolve import resolve
from dragoman.types import Actor, Article, Evidence, Record, Span, When

FIRST = date(2031, 1, 1)
SIDES = ("Aland", "Borland", "Corland", "Dorland", "Erland", "Forland", "Garland", "Horland")
NAMES = [
    f"{first} {last}{end}"
    for first in ("Anna", "Boris")
    for last in ("Lund", "Kral", "Moss", "Vane", "Tarn")
    for end in ("", "berg", "ov", "sson", "enko", "ini", "escu", "adze", "idis", "yan")
]
FAME = list(accumulate(1 / (n + 2) for n in range(len(NAMES))))
"""A hundred persons; the first speaks in every eighth record."""
WORDS = ["".join(part) for part in product(("ba", "ce", "di", "fo", "gu", "la", "me", "ni"), repeat=4)]
"""4,096 words; sentences draw them as language does, the n-th about 1/n as often as the first."""
WEIGHTS = list(accumulate(1 / (n + 3) for n in range(len(WORDS))))
RECORDS = 30
"""Records an article: 15 statements, 4 contacts, 4 demands, 3 forecasts, 2 responses, 2 actions."""


def actor(chance: random.Random) -> Actor:
    """A person of some side; a few persons are named far more often than the others."""
    n = chance.choices(range(len(NAMES)), cum_weights=FAME)[0]
    return Actor(NAMES[n], (NAMES[n].split()[1],), SIDES[n % len(SIDES)], None, "person")


def sentence(chance: random.Random, length: int = 14) -> str:
    """Words in a row; the first are frequent, the last rare."""
    return " ".join(chance.choices(WORDS, cum_weights=WEIGHTS, k=length))


def article(n: int, chance: random.Random) -> tuple[Article, list[Record]]:
    """An article of 25 sentences, one in five a copy of an earlier one's words, and its records."""
    seed = chance.randrange(n) if n and chance.random() < 0.2 else n
    words = random.Random(seed)
    text = ". ".join(sentence(words) for _ in range(25)) + "."
    day = FIRST + timedelta(days=n * 200 // 1000)
    made = Article(
        id=f"article-{n:05}", name=f"{n}.txt", text=text, url=f"https://example.org/{n}", outlet=f"Paper {n % 40}",
        published=day,
    )  # fmt: skip
    return made, [record(made.id, slot, day, words) for slot in range(RECORDS)]


def record(article_id: str, slot: int, day: date, chance: random.Random) -> Record:
    """The record of a slot: what stands in the same slot of a copied article is the same record."""
    said = sentence(chance)
    shared = {
        "id": f"{article_id}-{slot}",
        "article": article_id,
        "evidence": (Evidence(slot * 40, slot * 40 + len(said), said),),
    }
    when = When("on the day", day - timedelta(days=chance.randrange(3)), day) if chance.random() < 0.7 else None
    if when and chance.random() < 0.7:
        when = When("on the day", when.start, when.start)
    if slot < 15:
        spans = SpeechSpans((Span(0, 1),), (Span(1, 2),), (Span(2, 3),))
        return Statement(**shared, speaker=actor(chance), type="indirect", content=(said,), when=when, spans=spans)
    if slot < 19:
        return Contact(
            **shared,
            mode=chance.choice(("call", "meeting", "talks")),
            participants=(actor(chance), actor(chance)),
            when=when,
        )
    if slot < 23:
        return Demand(
            **shared, by=(actor(chance),), content=said, issue=chance.choice(("territory", "process", "arms"))
        )
    if slot < 26:
        window = When("this week", day, day + timedelta(days=7))
        return Forecast(**shared, speaker=actor(chance), outcome=said, window=window)
    if slot < 28:
        return Response(
            **shared, by=(actor(chance),), stance=chance.choice(("accept", "reject")), about=said, when=when
        )
    return Action(**shared, actor=(actor(chance),), target=(actor(chance),), type="ASSAULT", when=when)


def now() -> tuple[float, float]:
    """Seconds of the clock and of this process's own work; the second doesn't count what others do on the machine."""
    return time.perf_counter(), time.process_time()


def timed(label: str, start: tuple[float, float]) -> None:
    """Prints the milliseconds since `start`, by the clock and of own work."""
    wall, own = ((after - before) * 1000 for before, after in zip(start, now(), strict=True))
    print(f"{label:44} {wall:8.1f} ms, own work {own:8.1f} ms")


def main(count: int) -> None:
    """Runs all measures on `count` articles."""
    chance = random.Random(7)
    readings = [article(n, chance) for n in range(count + 1)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with open_ledger(path) as ledger:
            times = []
            for made, records in readings[:-1]:
                start = now()
                ledger.put(made, records)
                times.append([(after - before) * 1000 for before, after in zip(start, now(), strict=True)])
            for label, part in zip(("by the clock", "own work"), zip(*times, strict=True), strict=True):
                middle, late, worst = median(part), quantiles(part, n=100)[98], max(part)
                print(f"put, {label}: median {middle:.1f} ms, p99 {late:.1f}, slowest {worst:.1f}")
            start = now()
            blocks = ledger.settle()
            timed(f"merge all ({blocks} blocks)", start)
            ledger.put(*readings[-1])
            start = now()
            blocks = ledger.settle()
            timed(f"merge after one more article ({blocks} blocks)", start)
        with open_ledger(path) as ledger:
            start = now()
            entries = ledger.entries()
            timed(f"load {len(entries)} entries", start)
            start = now()
            verdicts = resolve(entries, readings[-1][0].published or FIRST)
            timed(f"resolve {len(verdicts)}", start)
            start = now()
            articles = ledger.articles()
            timed(f"load {len(articles)} articles", start)
            start = now()
            ledger.entries(FIRST + timedelta(days=100))
            timed("entries as of the middle", start)
        print(
            f"file: {path.stat().st_size / 1e6:.1f} MB, largest group {max(len(e.supports) for e in entries)} records"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
