"""Laws that hold for any records whatever, tried on generated ones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as some

from dragoman.kinds import KINDS, AnyRecord
from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.compare import HALF
from dragoman.kinds.contact import Contact
from dragoman.kinds.demand import Demand
from dragoman.kinds.forecast import Expected, Forecast
from dragoman.kinds.non_answer import NonAnswer
from dragoman.kinds.pledge import Pledge
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.kinds.statement import SpeechSpans, Statement
from dragoman.ledger import Ledger, open_ledger
from dragoman.ledger.chain import canonical_json
from dragoman.merge import block_of, merge_block, witness
from dragoman.merge.groups import kind_of
from dragoman.types import Actor, Article, Evidence, Record, Span, Term, When

FEW = settings(max_examples=60, deadline=None)
ARTICLES = tuple(
    Article(
        id=f"a{n}", name=f"{n}.txt", text=f"Text of article {n}. Nothing more.", outlet=("Paper", "The Kremlin")[n % 2],
        url=f"https://example.org/{n // 2}", origin=f"Origin {n % 3}", published=date(2031, 3, 1 + n),
    )
    for n in range(6)
)  # fmt: skip
DAYS = some.dates(date(2031, 3, 1), date(2031, 3, 12))
VOCABULARY = some.sampled_from(
    ["truce", "border", "harbour", "envoy", "prisoners", "grain", "treaty", "talks", "Friday"]
)
WORDS = some.lists(VOCABULARY, min_size=1, max_size=6).map(" ".join)
ACTORS = some.sampled_from([
    Actor("Anna Lund", ("Lund",), "Aland", None, "person"), Actor("Lund", (), "Aland", None, "person"),
    Actor("Boris Kral", (), "Borland", None, "person"), Actor("Carla Moss", (), None, None, "person"),
    Actor("Aland", (), "Aland", None, "state"), Actor("Borland", (), "Borland", None, "state"), Actor("observers"),
])  # fmt: skip
MANY = some.lists(ACTORS, min_size=1, max_size=3).map(tuple)


@some.composite
def windows(draw: some.DrawFn) -> When | None:
    first, length = draw(DAYS), draw(some.integers(-1, 9))
    if length < 0:
        return None
    last = draw(some.sampled_from([first + timedelta(days=length), None]))
    return When("then", first, last, approx=draw(some.booleans()))


@some.composite
def terms(draw: some.DrawFn) -> tuple[Term, ...]:
    kinds, lengths = some.sampled_from(["ceasefire", "prisoners", "other"]), some.sampled_from([None, "P30D", "P60D"])
    scopes = some.sampled_from([(), ("energy",), ("energy", "ports")])
    return tuple(draw(some.lists(some.builds(Term, kinds, WORDS, lengths, scopes), max_size=2)))


def of(kind: type[Record], /, **fields: some.SearchStrategy[Any]) -> some.SearchStrategy[Any]:
    """Records of a kind in some article."""
    evidence = some.builds(
        lambda start, words: (Evidence(start, start + len(words), words),), some.integers(0, 9), WORDS
    )
    article = some.sampled_from([article.id for article in ARTICLES])
    return some.builds(kind, id=some.sampled_from(["r1", "r2"]), article=article, evidence=evidence, **fields)


SPEAKERS = some.one_of(some.none(), ACTORS)
EXPECTED = some.one_of(some.none(), some.builds(Expected, some.just("contact"), some.just("call"), MANY))
STATUS = some.sampled_from(["held", "expected", "planned", "cancelled", "denied"])
SPANS = some.just(SpeechSpans((Span(0, 1),), (Span(1, 2),), (Span(2, 3),)))
MODES = some.sampled_from(["call", "talks", "meeting"])
PLACES = some.sampled_from([None, "Geneva", "Vienna"])
LENGTHS = some.sampled_from([None, "PT1H", "PT3H"])
STANCES = some.sampled_from(["accept", "accept_conditionally", "reject"])
REACHED = some.sampled_from(["reached", "near"])
ISSUES = some.sampled_from(["territory", "other"])
QUOTED = {"type": some.just("direct"), "content": some.tuples(WORDS), "spans": SPANS}
HAPPENED = {"when": windows(), "status": STATUS, "place": PLACES}
RECORDS = some.one_of(
    of(Contact, mode=MODES, participants=MANY, duration=LENGTHS, **HAPPENED),
    of(Statement, speaker=SPEAKERS, when=windows(), **QUOTED),
    of(Forecast, speaker=SPEAKERS, outcome=WORDS, window=windows(), expects=EXPECTED),
    of(Proposal, by=MANY, terms=terms(), when=windows()),
    of(Response, by=MANY, stance=STANCES, about=WORDS, when=windows()),
    of(Agreement, parties=MANY, content=WORDS, terms=terms(), when=windows(), status=REACHED),
    of(Pledge, by=SPEAKERS, content=WORDS, deadline=windows(), expects=EXPECTED),
    of(Demand, by=MANY, of=MANY, content=WORDS, issue=ISSUES),
    of(NonAnswer, by=SPEAKERS, about=WORDS, when=windows()),
    of(Action, actor=MANY, target=MANY, type=some.just("ASSAULT"), **HAPPENED),
)
SEVERAL = some.lists(RECORDS, max_size=12)
KNOWN = {article.id: witness(article) for article in ARTICLES}


def by_block(records: list[Record]) -> dict[str, list[Record]]:
    blocks: dict[str, list[Record]] = {}
    for record in records:
        blocks.setdefault(block_of(record), []).append(record)
    return blocks


def merged(records: list[Record]) -> str:
    blocks = by_block(records)
    return canonical_json([merge_block(blocks[block], KNOWN) for block in sorted(blocks)])


def fill(ledger: Ledger, records: list[Record], order: list[int]) -> None:
    for n in order:
        ledger.put(ARTICLES[n], [record for record in records if record.article == ARTICLES[n].id])


@FEW
@given(SEVERAL, some.randoms())
def test_merging_ignores_the_order_of_the_records(records: list[Record], chance: Any) -> None:
    shuffled = list(records)
    chance.shuffle(shuffled)
    assert merged(shuffled) == merged(records)


@FEW
@given(SEVERAL)
def test_a_record_given_twice_counts_once(records: list[Record]) -> None:
    assert merged(records + records) == merged(records)


@FEW
@given(SEVERAL)
def test_every_record_is_in_one_entry_and_the_same_as_all_others_there(records: list[Record]) -> None:
    for block in by_block(records).values():
        entries = merge_block(block, KNOWN)
        assert sum(len(entry.supports) for entry in entries) == len({canonical_json(record) for record in block})
        assert len({entry.id for entry in entries}) == len(entries)


@FEW
@given(RECORDS, RECORDS)
def test_same_is_symmetric_and_sharing_handles_follows_from_it(a: Record, b: Record) -> None:
    if block_of(a) != block_of(b):
        return
    kind = kind_of(a)
    assert kind.same(a, b) == kind.same(b, a)
    one, other = (kind.handles(record, date(2031, 3, 5)) for record in (a, b))
    if kind.same(a, b) and one.words and other.words and not one.also & other.also:
        shared = min(len(one.words & other.kept_under), len(one.kept_under & other.words))
        several = one.share > HALF and max(len(one.words), len(other.words)) > 1
        assert shared >= max(2 if several else 1, one.share * min(len(one.words), len(other.words)))


@FEW
@given(RECORDS, RECORDS)
def test_how_much_two_records_have_in_common_is_the_same_from_either(a: Record, b: Record) -> None:
    if block_of(a) == block_of(b):
        assert kind_of(a).like(a, b) == kind_of(a).like(b, a)


@FEW
@given(RECORDS)
def test_a_record_survives_the_way_to_json_and_back(record: Record) -> None:
    written = canonical_json(record)
    assert msgspec.json.decode(written, type=AnyRecord) == record
    assert canonical_json(msgspec.json.decode(written, type=AnyRecord)) == written


@FEW
@given(RECORDS)
def test_a_line_is_one_line(record: Record) -> None:
    line = kind_of(record).line(record)
    assert line.strip()
    assert "\n" not in line


@settings(max_examples=15, deadline=None)
@given(SEVERAL, some.permutations(range(len(ARTICLES))))
def test_put_in_any_order_and_twice_gives_the_same_entries(records: list[Record], order: list[int]) -> None:
    with open_ledger() as one, open_ledger() as other:
        fill(one, records, list(range(len(ARTICLES))))
        one.settle()
        fill(other, records, [*order, *order])
        assert canonical_json(one.entries()) == canonical_json(other.entries())
        assert one.articles() == other.articles()


@settings(max_examples=15, deadline=None)
@given(SEVERAL, some.permutations(range(len(ARTICLES))))
def test_entries_that_are_deleted_and_rebuilt_have_the_same_bytes(records: list[Record], order: list[int]) -> None:
    with open_ledger() as ledger:
        for n in order:
            fill(ledger, records, [n])
            ledger.settle()
        before = canonical_json(ledger.entries())
        ledger.rebuild()
        assert canonical_json(ledger.entries()) == before


@settings(max_examples=10, deadline=None)
@given(SEVERAL, DAYS)
def test_as_of_a_day_is_a_ledger_of_what_was_known_that_day(records: list[Record], day: date) -> None:
    with open_ledger() as whole, open_ledger() as then:
        fill(whole, records, list(range(len(ARTICLES))))
        whole.settle()
        fill(then, records, [n for n, article in enumerate(ARTICLES) if article.published and article.published <= day])
        assert canonical_json(whole.entries(day)) == canonical_json(then.entries())


def test_the_laws_try_every_kind() -> None:
    assert len(KINDS) == 10
