"""How often a verdict is the one that a person gave, on the forecasts listed in tests/facts/verdicts.toml.

    python benchmarks/verdicts.py ../shared/corpus/negotiation.jsonl [--readings FILE] [--errors]

Reads all English articles of the conflicts in the list (some 20 minutes on one core; with --readings they are kept in a
file and the next run takes seconds), puts each conflict into a ledger of its own, and asks for the verdicts as of its
last day. Prints the agreement, and by outcome; --errors lists where the two differ.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from dragoman.kinds import AnyRecord
from dragoman.ledger import Ledger, open_ledger
from dragoman.lexicon import load_lexicon
from dragoman.parse.parse import parse
from dragoman.read import READ_LANGUAGES, read_article
from dragoman.resolve import resolve
from dragoman.sources import pages
from dragoman.types import Article, Defaults, Entry, Page, Verdict

LIST = Path(__file__).parents[1] / "tests" / "facts" / "verdicts.toml"
Case = dict[str, Any]


class Read(msgspec.Struct):
    """An article and its records, as a line of the file of readings has them."""

    article: Article
    records: tuple[AnyRecord, ...]


def conflicts(corpus: Path) -> dict[str, str]:
    """The conflict of each row of the corpus, by the row's id."""
    rows = map(json.loads, corpus.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["conflict"] for row in rows}


def read_corpus(corpus: Path, wanted: set[str], kept: Path | None) -> Iterator[Read]:
    """The articles of some conflicts, read; from the file of readings where it is there, which is written where not."""
    if kept and kept.is_file():
        yield from map(msgspec.json.Decoder(Read).decode, kept.read_bytes().splitlines())
        return
    by_id, lexicon, given = conflicts(corpus), load_lexicon(), Defaults(fetched=datetime.now(UTC))
    made: list[bytes] = []
    for page in pages(str(corpus), given):
        if not isinstance(page, Page) or by_id.get(page.id) not in wanted:
            continue
        article = parse(page)
        if article.lang in READ_LANGUAGES:
            reading = read_article(article, lexicon)
            made.append(msgspec.json.encode(Read(reading.article, reading.records)))  # type: ignore[arg-type]
            yield Read(reading.article, reading.records)  # type: ignore[arg-type]
    if kept:
        kept.write_bytes(b"\n".join(made))


def verdict_of(case: Case, entries: Iterable[Entry], verdicts: dict[str, Verdict], names: dict[str, str]) -> str:
    """The outcome of the entry that stands on the words of a case; "not found" where none does."""
    found = [
        entry
        for entry in entries
        if entry.id in verdicts
        and any(
            names.get(support.article) == case["article"] and words.start <= case["at"] < words.end
            for support in entry.supports
            for words in support.evidence
        )
    ]
    found.sort(key=lambda entry: (entry.kind != case["kind"], entry.id))
    return verdicts[found[0].id].outcome if found else "not found"


def judged(cases: list[Case], ledger: Ledger) -> list[str]:
    """The program's outcome of each case of one conflict, as of the last day of its ledger."""
    entries, last = ledger.entries(), ledger.last_day()
    assert last
    verdicts = {verdict.entry: verdict for verdict in resolve(entries, last)}
    names = {article.id: article.name for article in ledger.articles()}
    return [verdict_of(case, entries, verdicts, names) for case in cases]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--readings", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    cases: list[Case] = tomllib.loads(LIST.read_text(encoding="utf-8"))["case"]
    ledgers = {case["conflict"]: open_ledger() for case in cases}
    by_id = conflicts(options.corpus)
    for read in read_corpus(options.corpus, set(ledgers), options.readings):
        if by_id[read.article.name] in ledgers:
            ledgers[by_id[read.article.name]].put(read.article, read.records)
    right: Counter[str] = Counter()
    for conflict, ledger in ledgers.items():
        mine = [case for case in cases if case["conflict"] == conflict]
        for case, outcome in zip(mine, judged(mine, ledger), strict=True):
            right[case["outcome"]] += outcome == case["outcome"]
            if options.errors and outcome != case["outcome"]:
                place = f"{case['article']}:{case['at']}"
                sys.stdout.write(f"{place} {case['foreseen']}: {case['outcome']}, not {outcome}\n")
    given = Counter(case["outcome"] for case in cases)
    for outcome, count in given.most_common():
        sys.stdout.write(f"{outcome:<10} {right[outcome]:>3} of {count}\n")
    sys.stdout.write(f"agreement  {sum(right.values())} of {len(cases)} = {sum(right.values()) / len(cases):.3f}\n")


if __name__ == "__main__":
    main()
