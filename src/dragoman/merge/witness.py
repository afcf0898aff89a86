"""What merging must know of an article: who published it, whose side it speaks for, and a sketch of its words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from rensa.rensa import RMinHash

from dragoman.types import Actor, Article, Evidence, Marking, Record, Span

HASHES = 128
"""Numbers in a sketch: the standard error of a likeness is at most 0.5 / sqrt(128), about .04."""
SEED = 20310305
AGREED = "reached"
SHINGLE = 4
"""Words in a row that are hashed as one."""


class Told(Struct, frozen=True):
    """An item that an official text contains and the words that say it.

    `field` is demand (its issue) or term (its type), with the record that it is of; agreed or proposed (the type of a
    term), `by` those sides; or issue (in words) or scope (the targets of a truce), read off a sentence, with none.
    """

    field: str
    item: str
    record: str
    evidence: tuple[Evidence, ...]
    by: tuple[str, ...] = ()


class Witness(Struct, frozen=True, kw_only=True):
    """An article as merging sees it.

    `side` is the party whose own outlet published it (None: the press). `sketch` is a MinHash of its word shingles,
    `shingles` how many there are. `told` is filled for official texts only, for the omissions of the other side.
    """

    id: str
    origin: str
    outlet: str
    side: str | None = None
    seen: date | None = None
    sketch: tuple[int, ...] = ()
    shingles: int = 0
    told: tuple[Told, ...] = ()
    marking: Marking = "CLEAR"
    is_opinion: bool = False


def day_seen(article: Article) -> date | None:
    """The day on which the article became known: published, else fetched; None when neither is known."""
    if article.published:
        return article.published
    return article.fetched.date() if article.fetched else None


def source_of(article: Article) -> str:
    """How an article is cited: by its outlet, else its name; an opinion piece as one."""
    return f"{article.outlet or article.name}{' (opinion)' if article.is_opinion else ''}"


def witness(article: Article, records: Iterable[Record] = ()) -> Witness:
    """The article and its records as merging sees them; about a millisecond."""
    # Imported here: a brief over a ledger never asks, and the gazetteer takes a tenth of a second.
    from dragoman.annotate.outlets import official_side

    side = official_side(article.outlet, article.url)
    sketch, shingles = sketch_of(article.text)
    return Witness(
        id=article.id,
        origin=article.origin or article.outlet or article.name,
        outlet=article.outlet,
        side=side,
        seen=day_seen(article),
        sketch=sketch,
        shingles=shingles,
        told=(*told_by(records), *spoken_of(article)) if side else (),
        marking=article.marking,
        is_opinion=article.is_opinion,
    )


def told_by(records: Iterable[Record]) -> tuple[Told, ...]:
    """The issues demanded, the types of the terms, and who agreed and proposed these, the first record of each."""
    found: dict[tuple[str, str], Told] = {}
    for record in records:
        issue, types = getattr(record, "issue", ""), [term.type for term in getattr(record, "terms", ())]
        items = [("demand", issue)] if issue else [("term", type) for type in types]
        by = getattr(record, "by", ())
        by = sides_of(by) if isinstance(by, tuple) else ()
        if types and getattr(record, "status", "") == AGREED:
            items += [("agreed", type) for type in types]
        elif types and by:
            items += [("proposed", type) for type in types]
        for field, item in items:
            if item != "other":
                who = by if field == "proposed" else ()
                found.setdefault((field, item), Told(field, item, record.id, record.evidence, who))
    return tuple(found[key] for key in sorted(found))


def sides_of(actors: Iterable[Actor]) -> tuple[str, ...]:
    """The sides of some actors, sorted; of one without a side its name."""
    return tuple(sorted({actor.side or actor.name for actor in actors}))


def spoken_of(article: Article) -> tuple[Told, ...]:
    """The issues that the sentences of an official text speak of, and the targets of the truces in it."""
    # Imported here: the tables of words are asked for only where something is put into a ledger.
    from dragoman.annotate.evidence import cite
    from dragoman.merge.subjects import subjects

    return tuple(
        Told(subject.field, subject.item, "", (cite(article, Span(subject.start, subject.end)),))
        for subject in subjects(article.text)
    )


# ---- near-copies ----------------------------------------------------------------------------------------------------


def sketch_of(text: str) -> tuple[tuple[int, ...], int]:
    """The MinHash of a text's word shingles and how many distinct shingles it has; ((), 0) for a text without words."""
    words = text.casefold().split()
    shingles = {" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))} if words else set()
    if not shingles:
        return (), 0
    minhash = RMinHash(num_perm=HASHES, seed=SEED)
    minhash.update(sorted(shingles))
    return tuple(minhash.digest()), len(shingles)
