"""Entries are a function of records and corrections: laws tried on generated ones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from dragoman.corrections import AnyDeed, Correction, making
from dragoman.corrections.applying import target_of
from dragoman.corrections.making import Signed, Subject, signed
from dragoman.corrections.nouns import Undo
from dragoman.extract import record_id
from dragoman.ledger import Ledger, open_ledger
from dragoman.ledger.chain import canonical_json
from dragoman.types import Record
from tests.test_laws import ARTICLES, DAYS, SEVERAL, fill

BY_ID = {article.id: article for article in ARTICLES}
NAMES = some.sampled_from(["Anna Lund", "Lund", "Boris Kral", "Carla Moss", "Aland", "observers"])
ACTS = some.lists(
    some.tuples(
        some.sampled_from(["withdraw", "confirm", "unite", "divide", "judge", "rename", "apart", "place", "undo"]),
        some.integers(0, 11), some.integers(0, 11), NAMES, NAMES,
    ),
    min_size=1, max_size=5,
)  # fmt: skip
RECORDS = SEVERAL.filter(bool).map(lambda several: [replace(one, id=record_id(one)) for one in several])
"""Records under the ids that reading gives them."""
FEW = settings(max_examples=25, deadline=None)


def subject(record: Record, *, whole: bool = False) -> Subject:
    return Subject(record, (target_of(record, BY_ID[record.article]),), whole)


def deed_of(act: tuple[str, int, int, str, str], records: list[Record], before: list[Correction]) -> AnyDeed | None:
    what, i, j, name, other = act
    one, two = (subject(records[n % len(records)]) for n in (i, j))
    if what == "undo":
        return Undo(before[i % len(before)].id) if before else None
    if what == "rename" and name != other:
        return making.rename(name, other)
    if what == "apart" and name != other:
        return making.tell_apart(name, other)
    if what == "unite" and one.kind == two.kind and one.targets != two.targets:
        return making.unite(one, two)
    if what == "divide" and one.targets[0].record != two.targets[0].record:
        both = Subject(one.record, (*one.targets, *two.targets), whole=True)
        return making.divide(both, one.targets)
    if what == "judge" and one.kind in making.AHEAD:
        return making.judge(one, "partly", two)
    if what == "place" and hasattr(one.record, "place") and one.record.place != "Rome":
        return making.amend(subject(one.record, whole=j % 2 == 0), "place", "Rome")
    return {"withdraw": making.withdraw, "confirm": making.confirm}.get(what, making.confirm)(one)


def corrections_of(acts: list[tuple[str, int, int, str, str]], records: list[Record]) -> list[Correction]:
    made: list[Correction] = []
    for n, act in enumerate(acts):
        at = datetime(2031, 3, 2, 12, tzinfo=UTC) + timedelta(days=2 * n)
        if deed := deed_of(act, records, made):
            made.append(signed(deed, Signed("ana", at, f"reason {n}")))
    return made


def entries(ledger: Ledger, day: date | None = None) -> str:
    return canonical_json(ledger.entries(day))


@FEW
@given(RECORDS, ACTS, some.permutations(range(len(ARTICLES))), some.integers(0, 6))
def test_articles_may_come_in_any_order_before_and_after_the_corrections(records, acts, order, split) -> None:
    made = corrections_of(acts, records)
    with open_ledger() as one, open_ledger() as other:
        fill(one, records, list(range(len(ARTICLES))))
        for correction in made:
            one.correct(correction)
        fill(other, records, order[:split])
        for correction in made:
            other.correct(correction)
            other.settle()
        fill(other, records, order[split:])
        assert entries(one) == entries(other)
        one.settle()
        other.rebuild()
        assert entries(one) == entries(other)


@FEW
@given(RECORDS, ACTS, DAYS)
def test_as_of_a_day_is_a_ledger_of_what_was_known_and_decided_that_day(records, acts, day) -> None:
    made = corrections_of(acts, records)
    with open_ledger() as whole, open_ledger() as then:
        fill(whole, records, list(range(len(ARTICLES))))
        for correction in made:
            whole.correct(correction)
        whole.settle()
        fill(then, records, [n for n, article in enumerate(ARTICLES) if article.published and article.published <= day])
        for correction in made:
            if correction.at.date() <= day:
                then.correct(correction)
        assert entries(whole, day) == entries(then)
        assert whole.actors(day) == then.actors()


@FEW
@given(RECORDS, ACTS)
def test_undoing_every_correction_gives_the_entries_as_they_were_read(records, acts) -> None:
    made = [one for one in corrections_of(acts, records) if not isinstance(one.deed, Undo)]
    with open_ledger() as ledger:
        fill(ledger, records, list(range(len(ARTICLES))))
        before = entries(ledger)
        for correction in made:
            ledger.correct(correction)
            ledger.settle()
        for n, correction in enumerate(made):
            at = datetime(2031, 4, 1, n, tzinfo=UTC)
            ledger.correct(signed(Undo(correction.id), Signed("ana", at, "no")))
        assert entries(ledger) == before
