"""Whether one contact becomes one entry: pairs of real articles that tell of it, and pairs that must not meet.

    python benchmarks/merging.py [--ledger FILE] [--pairs]

All English texts of ../shared/corpus go into one ledger (read once; FILE keeps them for the next run, in the folder for
temporary files unless named). `merging.toml` says, article by article and in our own words, which of the groups in
event_groups.jsonl tell of which contact.

A pair of articles that tell of one contact is found when some entry rests on a record of it from each. Where an article
has no record of it (other parties, another day, none at all) the reading missed it and merging had nothing to merge:
these pairs are counted apart. An article that such an entry rests on and that tells of something else makes a wrong
pair. Beside the groups, every two readouts of calls in the corpus that were published on different days are two calls,
whoever spoke: one entry that rests on both is wrong.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import msgspec
from msgspec import Struct

from dragoman.kinds.compare import fold
from dragoman.kinds.contact import Contact
from dragoman.ledger import Ledger, open_ledger
from dragoman.types import Article, Entry

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "shared" / "corpus" / "negotiation.jsonl"
KEPT = Path(tempfile.gettempdir()) / "dragoman-merging.db"
MODES = {"call": {"call", "video", "talks"}, "gathering": {"talks", "meeting", "visit", "summit"}}
LONGEST = 31
"""Days of a window beyond which it doesn't tell which contact is meant, unless it holds all days of it."""
WEEK = 7
NEAR = timedelta(days=10)
"""Of a contact without a day only a report as near as this can be meant."""


class Told(Struct, frozen=True, kw_only=True):
    """One contact and the articles that tell of it; see merging.toml."""

    group: str
    mode: str
    parties: list[list[str]]
    first: date
    last: date
    tells: list[str]
    why: str
    place: str = ""
    central: bool = False
    doubtful: list[str] = []
    bodies: list[str] = []
    """Names by which a text tells of all parties at once: the body that they form."""


class Gold(Struct, frozen=True):
    """The file: the contacts, and the groups that have none to merge."""

    contact: list[Told]
    nothing: list[dict[str, str]]


class Counts(Struct):
    """Pairs of one contact: to be found, found, without a record in one of the two, and wrong ones."""

    asked: int = 0
    found: int = 0
    unread: int = 0
    wrong: int = 0

    def line(self) -> str:
        """Precision, recall of all pairs, recall of those that have a record on either side."""
        readable = self.asked - self.unread
        return (
            f"precision {share(self.found, self.found + self.wrong)}  recall {share(self.found, self.asked)}  "
            f"of those read {share(self.found, readable)}  ({self.found} of {self.asked} pairs, {self.unread} unread, "
            f"{self.wrong} wrong)"
        )


def share(part: int, whole: int) -> str:
    """A share with two digits, or a dash where there is nothing to share."""
    return f"{part / whole:.2f}" if whole else "   -"


# ---- the ledger -----------------------------------------------------------------------------------------------------


def read_corpus(path: Path) -> None:
    """Reads all English texts into a ledger, once."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    fields = ("id", "title", "outlet", "published", "text", "url")
    texts = [json.dumps({key: row[key] for key in fields if row.get(key)}) for row in rows if row["lang"] == "en"]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.jsonl"
        source.write_text("\n".join(texts), encoding="utf-8")
        subprocess.run([str(Path(sys.executable).with_name("dragoman")), "add", str(path), str(source)], check=True)


def merged_again(path: Path, ledger: Ledger) -> None:
    """Puts what was read into a new ledger, so that it is merged by the rules of today."""
    with open_ledger(path, create=False) as kept:
        for article in kept.articles():
            ledger.put(article, kept.records(article.id))
    ledger.settle()


# ---- which records tell of which contact ----------------------------------------------------------------------------


def is_of(record: Contact, told: Told, published: date | None) -> bool:
    """Whether a record says that it is of the contact: mode, two parties, a day or, without any, the place."""
    asked = 1 if names_body(record, told) else min(2, len(told.parties))
    if record.mode not in MODES[told.mode] or len(named(record, told)) < asked:
        return False
    at, when = record.place, record.when
    if at and told.mode == "call":
        return False  # talks in a town
    in_place = bool(at and told.place and words_in(at) & words_in(told.place))
    if at and told.place and not in_place:
        return False
    if when is None or (when.start is None and when.end is None):
        reported = published is not None and told.first - NEAR <= published <= told.last + NEAR
        return reported and (in_place if told.place else record.mode == told.mode)
    start, end = when.start or date.min, when.end or date.max
    if (end - start).days > LONGEST:
        return in_place and start <= told.first and told.last <= end
    return start <= told.last and told.first <= end and (in_place or (end - start).days <= WEEK)


def named(record: Contact, told: Told) -> set[int]:
    """Which parties of the contact a record names."""
    words = [words_in(f"{actor.name} {actor.side or ''} {' '.join(actor.aliases)}") for actor in record.participants]
    return {
        n for n, names in enumerate(told.parties) for name in names if any(words_in(name) <= known for known in words)
    }


def names_body(record: Contact, told: Told) -> bool:
    """Whether a record names the body that the parties form, who need not be named beside it."""
    return any(words_in(body) <= words_in(actor.name) for actor in record.participants for body in told.bodies)


def words_in(text: str) -> frozenset[str]:
    """All folded words of a text."""
    return frozenset(fold(text).split())


class Corpus(Struct, frozen=True):
    """The entries of contacts, the articles by the corpus' own ids, and their records of contacts."""

    entries: tuple[Entry, ...]
    articles: dict[str, Article]
    records: dict[str, tuple[Contact, ...]]


def load(ledger: Ledger) -> Corpus:
    """What the measures ask of a ledger."""
    articles = {article.name: article for article in ledger.articles()}
    contacts = {
        name: tuple(record for record in ledger.records(article.id) if isinstance(record, Contact))
        for name, article in articles.items()
    }
    return Corpus(tuple(e for e in ledger.entries() if e.kind == "contact"), articles, contacts)


# ---- measures -------------------------------------------------------------------------------------------------------


def counts_of(told: Told, corpus: Corpus) -> tuple[Counts, list[str]]:
    """The counts of one contact, and a line for every pair that isn't found or is wrong."""
    names = {article.id: name for name, article in corpus.articles.items()}
    ids = {
        name: {r.id for r in corpus.records[name] if is_of(r, told, corpus.articles[name].published)}
        for name in (*told.tells, *told.doubtful)
    }
    counts, lines = Counts(), []
    homes = [{support.record: names[support.article] for support in entry.supports} for entry in corpus.entries]
    mine = [home for home in homes if any(home.keys() & ids[name] for name in told.tells)]
    for one, other in combinations(told.tells, 2):
        counts.asked += 1
        if not ids[one] or not ids[other]:
            counts.unread += 1
            lines.append(f"    not read: {' and '.join(name for name in (one, other) if not ids[name])}")
        elif any(home.keys() & ids[one] and home.keys() & ids[other] for home in mine):
            counts.found += 1
        else:
            lines.append(f"    not merged: {one} and {other}")
    strangers = {
        (teller, other)
        for home in mine
        for teller in told.tells
        if home.keys() & ids[teller]
        for other in set(home.values()) - {*told.tells, *told.doubtful}
    }
    counts.wrong = len(strangers)
    lines += [f"    wrong: {one} and {other}" for one, other in sorted(strangers)]
    return counts, list(dict.fromkeys(lines))


def opening_calls(corpus: Corpus) -> Iterator[tuple[str, Article]]:
    """The record of the call that a readout was written about: the first of its text, and the readout."""
    for name, article in corpus.articles.items():
        title = article.title.casefold()
        if " call with " in title and ("readout" in title or title.startswith("secretary")):
            calls = [record for record in corpus.records[name] if record.mode in MODES["call"]]
            if calls:
                yield min(calls, key=lambda record: record.evidence[0].start).id, article


def mixed_calls(corpus: Corpus) -> tuple[int, list[str]]:
    """How many readouts have a call, and a line for each two of different days that one entry rests on."""
    calls = dict(opening_calls(corpus))
    lines = []
    for entry in corpus.entries:
        held = sorted({calls[s.record] for s in entry.supports if s.record in calls}, key=lambda a: a.name)
        lines += [f"    {a.name} {a.published} and {b.name} {b.published}" for a, b in day_pairs(held)]
    return len(calls), lines


def day_pairs(articles: Sequence[Article]) -> list[tuple[Article, Article]]:
    """Pairs of articles that were published on different days."""
    return [(a, b) for a, b in combinations(articles, 2) if a.published != b.published]


def main() -> None:
    """Prints the counts of each contact, of the central ones, of all, and the calls that were mixed up."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ledger", type=Path, default=KEPT, help="where what was read is kept")
    parser.add_argument("--pairs", action="store_true", help="name the pairs that fail")
    options = parser.parse_args()
    if not CORPUS.is_file():
        sys.exit(f"{CORPUS}: the corpus is not here; these measures need it")
    if not options.ledger.is_file():
        read_corpus(options.ledger)
    gold = msgspec.convert(tomllib.loads((HERE / "merging.toml").read_text(encoding="utf-8")), type=Gold)
    with open_ledger() as ledger:
        merged_again(options.ledger, ledger)
        corpus = load(ledger)
    central, every = Counts(), Counts()
    for told in gold.contact:
        counts, lines = counts_of(told, corpus)
        for total in (every, central) if told.central else (every,):
            for field in Counts.__struct_fields__:
                setattr(total, field, getattr(total, field) + getattr(counts, field))
        print(f"{told.group:<30} {'*' if told.central else ' '} {counts.line()}")
        if options.pairs:
            print("\n".join(lines))
    print(f"\ncentral contacts (*)  {central.line()}\nall contacts          {every.line()}")
    readouts, mixed = mixed_calls(corpus)
    print(f"{readouts} readouts of calls: {len(mixed)} pairs of two calls in one entry")
    if options.pairs:
        print("\n".join(mixed))


if __name__ == "__main__":
    main()
