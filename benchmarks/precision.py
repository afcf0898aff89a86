"""What the program reads out of texts that no rule was written on, drawn at random, to be judged by a reader.

    python benchmarks/precision.py [--seed N] [--records N] [--texts N]

Draws texts of ../shared/corpus that are not among the annotated ones, reads them, and prints records of them with
their fields, the sentence that they cite and the one before. A reader says of each whether kind, actor and evidence
are right: what share is, is the figure (docs/measures.md). The same seed draws the same texts, and of them the same
records as long as they are found.

US official prose is three quarters of the corpus: an outlet's share of the texts goes with the root of its number of
texts. At most `PER_TEXT` records are taken of one text, and at least `PER_KIND` of each kind, where there are so many.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from dragoman import Article, load_lexicon
from dragoman.annotate.annotate import annotate
from dragoman.extract import extract
from dragoman.parse.opinion import is_opinion
from dragoman.parse.parse import article_id
from dragoman.types import Annotated, Evidence, Record

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
PER_TEXT, PER_KIND = 6, 5
WIDTH = 118
SHOWN_BEFORE = ("kind", "id", "article", "evidence")
"""Fields that stand in a record's head line or are seen in its sentence."""


def unseen_texts(count: int, rng: random.Random) -> list[dict[str, Any]]:
    """Rows of the corpus in English that are not annotated, drawn without replacement by their outlet's weight."""
    known = {json.loads(p.read_text(encoding="utf-8"))["title"] for p in (SHARED / "gold/dev").glob("*.meta.json")}
    corpus = (SHARED / "corpus/negotiation.jsonl").read_text(encoding="utf-8")
    rows = [row for row in map(json.loads, corpus.splitlines()) if row["lang"] == "en" and row["title"] not in known]
    of_outlet = Counter(row["outlet"] for row in rows)
    keyed = sorted(rows, key=lambda row: rng.random() ** of_outlet[row["outlet"]] ** 0.5, reverse=True)
    return keyed[:count]  # a weighted draw: Efraimidis and Spirakis 2006


def article_of(row: dict[str, Any]) -> Article:
    """The article of a row of the corpus."""
    return Article(
        id=article_id("", row["text"]),
        name=row["id"],
        text=row["text"],
        title=row["title"],
        outlet=row["outlet"],
        published=date.fromisoformat(row["published"]) if row.get("published") else None,
        is_opinion=is_opinion(row["title"], "", "", row["text"]),
    )


def read_row(row: dict[str, Any]) -> tuple[Annotated, tuple[Record, ...]]:
    """The layers and records of a row of the corpus."""
    lexicon = load_lexicon()
    annotated = annotate(article_of(row), lexicon)
    return annotated, extract(annotated, lexicon)


Found = tuple[dict[str, Any], Annotated, Record]


def drawn(found: list[Found], count: int, rng: random.Random) -> list[Found]:
    """So many records at random, at most `PER_TEXT` of a text, at least `PER_KIND` of a kind.

    Each has its place in the draw by what it says, so that the others stay where one is no longer found.
    """
    salt = rng.random()
    shuffled = sorted(found, key=lambda one: random.Random(f"{salt}{one[2].id}").random())
    of_kind: Counter[str] = Counter()
    chosen = [one for one in shuffled if _takes(of_kind, _kind(one[2]), PER_KIND)]
    of_text: Counter[str] = Counter(row["id"] for row, _, _ in chosen)
    for one in shuffled:
        if len(chosen) >= count:
            break
        if one not in chosen and _takes(of_text, one[0]["id"], PER_TEXT):
            chosen.append(one)
    return sorted(chosen[:count], key=lambda one: (one[0]["id"], one[2].evidence[0].start))


def _takes(taken: Counter[str], what: str, most: int) -> bool:
    """Counts one more of `what`; False where there are already so many."""
    taken[what] += 1
    return taken[what] <= most


def _kind(record: Record) -> str:
    return str(record.__struct_config__.tag)


def sentences_at(annotated: Annotated, evidence: Evidence) -> str:
    """The sentences that the evidence lies in, with its words between angle brackets, and the sentence before."""
    text = annotated.article.text
    inside = [s.span for s in annotated.sentences if s.span.start < evidence.end and evidence.start < s.span.end]
    before = [s.span for s in annotated.sentences if s.span.end <= inside[0].start][-1:]
    first, last = (before or inside)[0].start, max(inside[-1].end, evidence.end)
    marked = f"{text[first : evidence.start]}⟨{evidence.quote}⟩{text[evidence.end : last]}"
    return " ".join(marked.split())


def shown(value: object) -> str:
    """A field's value in as few words as tell it: an actor as "Ana Torv (Kenya)", a time by its days."""
    if isinstance(value, dict) and "name" in value:
        return f"{value['name']} ({value.get('side') or '-'})"
    if isinstance(value, dict) and "start" in value and "basis" in value:
        return f"{value['start']}..{value['end']}{' about' if value['approx'] else ''}"
    if isinstance(value, dict):
        return "{" + "; ".join(f"{k}: {shown(v)}" for k, v in value.items() if v) + "}"
    if isinstance(value, list):
        return " + ".join(map(shown, value))
    return str(value)


def printed(number: int, row: dict[str, Any], annotated: Annotated, record: Record) -> Iterator[str]:
    """The lines of one record."""
    fields = msgspec.to_builtins(record)
    yield f"[{number}] {fields['kind']}  {fields.get('rule')}   {row['outlet']}, {row['published']}  ({row['id']})"
    for name, value in fields.items():
        if value and name not in (*SHOWN_BEFORE, "rule", "spans"):
            yield from textwrap.wrap(
                f"{name}: {shown(value)}", WIDTH, initial_indent="    ", subsequent_indent="      "
            )
    for evidence in record.evidence:
        yield from textwrap.wrap(
            sentences_at(annotated, evidence), WIDTH, initial_indent="  | ", subsequent_indent="  | "
        )
    yield ""


def main() -> int:
    """Prints the records drawn, then how many of each kind there are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other texts and records")
    parser.add_argument("--records", type=int, default=100)
    parser.add_argument("--texts", type=int, default=60)
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"skipped: {SHARED} is absent, and the texts lie there")
        return 0
    rng = random.Random(options.seed)
    found: list[Found] = []
    for row in unseen_texts(options.texts, rng):
        annotated, records = read_row(row)
        found += [(row, annotated, record) for record in records]
    chosen = drawn(found, options.records, rng)
    for number, one in enumerate(chosen, start=1):
        print("\n".join(printed(number, *one)))
    for name, part in (("found", found), ("drawn", chosen)):
        counts = Counter(_kind(record) for _, _, record in part)
        print(f"{name}: {len(part)} records: " + ", ".join(f"{n} {kind}" for kind, n in counts.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
