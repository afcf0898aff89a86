"""Grouping: which records of a block tell of one thing."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from math import ceil

import msgspec
from msgspec import Struct

from dragoman.kinds import BY_NAME, Kind
from dragoman.kinds.compare import HALF, Handles, is_undated_event
from dragoman.kinds.meeting import AHEAD
from dragoman.kinds.windows import first_day, last_day
from dragoman.merge.witness import Witness
from dragoman.types import Record, When

REPORTED_WITHIN = 10
"""Days between two reports beyond which "they spoke by phone", no day given, may well be another call."""
NONE = array("i")
UNKNOWN, KNOWN = -1, -2
"""In place of a stretch of time: records of no known one, and records of all others."""
Filed = str | tuple[str, int]
"""Under what a record is filed: a word, or a word in a stretch of time."""
FEW_DAYS = 2
"""Days between two reports that don't tell which of two events the later one means."""
_encoder = msgspec.json.Encoder(order="deterministic")


class Placed(Struct, frozen=True):
    """A record with its canonical bytes and the day it became known."""

    record: Record
    body: bytes
    seen: date
    is_undated: bool
    """Whether it tells of an event by its parties alone, see `is_undated_event`; kept, because it is asked often."""


def canonical(record: Record) -> bytes:
    """The record as JSON, fields in one order: equal records have equal bytes on every machine."""
    return _encoder.encode(record)


def kind_of(record: Record) -> Kind:
    """The kind of a record, from the table."""
    return BY_NAME[str(record.__struct_config__.tag)]


def block_of(record: Record) -> str:
    """The block of a record: its kind, a colon, and what its kind calls the block."""
    kind = kind_of(record)
    return f"{kind.name}:{kind.block(record)}"


def in_order(records: Iterable[Record], articles: Mapping[str, Witness]) -> list[Placed]:
    """The distinct records, those with a day of their own first, in the order in which they became known.

    Ties go by article, place in the text and bytes. An undated record comes after the dated ones, so that it finds the
    group it belongs to and founds none in which they would not fit.
    """
    distinct = {body: record for record in records if (body := canonical(record))}
    return sorted(
        (placed(record, body, articles.get(record.article)) for body, record in distinct.items()), key=order_of
    )


def placed(record: Record, body: bytes, article: Witness | None) -> Placed:
    """A record with its canonical bytes and the day on which its article became known, after all others if unknown."""
    return placed_on(record, body, article.seen if article and article.seen else date.max)


def placed_on(record: Record, body: bytes, seen: date) -> Placed:
    """A record with its canonical bytes and the day on which it became known."""
    return Placed(record, body, seen, is_undated_event(record))


def order_of(one: Placed) -> tuple[bool, date, str, int, bytes]:
    """By what records are put into the order in which they are grouped, see `in_order`."""
    record = one.record
    return (not _has_day(record), one.seen, record.article, record.evidence[0].start, one.body)


def _has_day(record: Record) -> bool:
    when = _when(record)
    return when is not None and when.start is not None and when.end is not None


def grouped(several: list[Placed]) -> list[list[Placed]]:
    """The records of one block in groups, each record the same as all others of its group.

    A record that fits several groups joins the one that has most in common with it; of equals that whose reports are
    nearest to it in time, where a few days tell nothing the one that is told most; of these the older.
    """
    if len(several) < 2:  # as most are: nothing is to be found
        return [several] if several else []
    groups: list[list[Placed]] = []
    home_of: list[int] = []
    finder = Finder()
    finder.learn(several)
    for item in several:
        kind = kind_of(item.record)
        near = {home_of[n] for n in finder.candidates(item)}
        homes = [n for n in sorted(near) if _fits(item, groups[n], kind)]
        if homes:
            home = min(homes, key=lambda n: (-_likeness(item, groups[n], kind), *_apart(item, groups[n]), n))
            groups[home].append(item)
        else:
            home = len(groups)
            groups.append([item])
        finder.add(item)
        home_of.append(home)
    return groups


def _fits(item: Placed, group: list[Placed], kind: Kind) -> bool:
    """Whether the record is the same as all in the group.

    A report without a day of what took place is asked only of those that tell it so too, where there are any: how it
    was foreseen says nothing against them. So is one of what is to come, made before any day of it, of those that
    foresaw it.
    """
    asked = group
    if item.is_undated:
        ahead = _is_foreseen(item.record)
        if not ahead or all(item.seen < first_day(when) for m in group if (when := _when(m.record)) and when.start):
            asked = [member for member in group if _is_foreseen(member.record) == ahead] or group
    if not all(kind.same(item.record, member.record) for member in asked) or any(_too_far(item, m) for m in group):
        return False
    apart = kind.apart
    return not apart or not any(apart(item.record, m.record, abs((item.seen - m.seen).days)) for m in group)


def _when(record: Record) -> When | None:
    return getattr(record, "when", None)


def _is_foreseen(record: Record) -> bool:
    return getattr(record, "status", None) in AHEAD


class Moment(Struct, frozen=True):
    """When a record became known, and the first and last day of what it tells; None where that is an event of no day.

    What is no event has no days here either, and is never too far from anything.
    """

    seen: date
    days: tuple[date, date] | None
    is_undated: bool


def moment_of(item: Placed) -> Moment:
    """The moment of a record."""
    when: When | None = getattr(item.record, "when", None)
    days = (first_day(when), last_day(when)) if when else None
    return Moment(item.seen, days, item.is_undated)


def too_far(a: Moment, b: Moment) -> bool:
    """Whether two events, one without a day, were reported too far apart to be taken for one.

    From an event with a day it is that day that counts, not the report: of a call in February that an article of March
    recalls, the undated reports are those of February.
    """
    if a.is_undated and b.is_undated:
        return abs((a.seen - b.seen).days) > REPORTED_WITHIN
    undated, dated = (a, b) if a.is_undated else (b, a)
    return undated.is_undated and dated.days is not None and _days_from(undated.seen, dated.days) > REPORTED_WITHIN


def _too_far(a: Placed, b: Placed) -> bool:
    return (a.is_undated or b.is_undated) and too_far(moment_of(a), moment_of(b))


def _days_from(day: date, days: tuple[date, date]) -> int:
    """Days from a day to the nearest of a first and a last one; 0 between them."""
    return max((days[0] - day).days, (day - days[1]).days, 0)


def _likeness(item: Placed, group: list[Placed], kind: Kind) -> int:
    return max(kind.like(item.record, member.record) for member in group)


def _apart(item: Placed, group: list[Placed]) -> tuple[int, int]:
    """Days from the nearest report of a group, none where they are few, and how little the group is told."""
    days = min(abs((item.seen - member.seen).days) for member in group)
    return (days if days > FEW_DAYS else 0, -len({member.record.article for member in group}))


class Finder:
    """Which records a record may belong with, by what they share (`compare.Handles`). It never decides anything.

    Two texts are the same only when some share of the shorter one's words are in the longer; so one of the shorter's
    rarest words is there too: all but that share of them, and one more; and of one word more, two. Without this a
    speaker of 2,000 statements costs two million comparisons. (Prefix filtering: Chaudhuri, Ganti, Kaushik 2006; two
    words of a longer prefix: Wang, Li, Feng 2012.) Which words are the rarest makes no difference to what is found.
    """

    def __init__(self) -> None:
        self._handles: dict[int, Handles] = {}
        self._often: Counter[str] = Counter()
        self._by_word: dict[Filed, array[int]] = {}
        self._by_rare_word: dict[Filed, array[int]] = {}
        self._wordless = array("i")
        self._count = 0

    def learn(self, several: Iterable[Placed]) -> None:
        """Counts the words of records that will be sought or filed; each must be kept until it is filed."""
        for item in several:
            known = self._handles[id(item)] = kind_of(item.record).handles(item.record, item.seen)
            self._often.update(known.words)

    def candidates(self, item: Placed) -> Collection[int]:
        """The numbers of the records to ask, counted from 0 as they were filed; all for one without words."""
        known = self._handles[id(item)]
        if not known.words:
            return range(self._count)
        found = set(self._wordless)
        for key in known.also:
            found.update(self._by_word.get(key, NONE))
        if not known.share:
            for word in known.words:
                found.update(self._by_word.get(word, NONE))
            return found
        least, eras = _least_shared(known), [*known.eras, UNKNOWN] if known.eras else [UNKNOWN, KNOWN]
        rarest = self._rarest(known)
        found.update(_often_enough([self._by_word.get((word, era), NONE) for word in rarest for era in eras], least))
        every = [self._by_rare_word.get((word, era), NONE) for word in known.words for era in eras]
        found.update(_often_enough(every, least))
        return found

    def add(self, item: Placed) -> None:
        """Files the record under its words, for those that come after it."""
        n, known = self._count, self._handles.pop(id(item))
        self._count += 1
        if not known.words:
            self._wordless.append(n)
        for word in known.also if known.share else known.kept_under | known.also:
            _file(self._by_word, word, n)
        if known.share:
            # By those of one time, and all of a known one together for those of whom none is known.
            eras = [*known.eras, KNOWN] if known.eras else [UNKNOWN]
            rarest = self._rarest(known)
            for era in eras:
                for word in known.kept_under:
                    _file(self._by_word, (word, era), n)
                for word in rarest:
                    _file(self._by_rare_word, (word, era), n)

    def _rarest(self, known: Handles) -> list[str]:
        """The rarest words, of which the same text has at least as many as two such texts share."""
        kept = len(known.words) - ceil(known.share * len(known.words)) + _least_shared(known)
        return sorted(known.words, key=lambda word: (self._often[word], word))[:kept]


def _file(filed: dict[Filed, array[int]], word: Filed, n: int) -> None:
    numbers = filed.get(word)
    if numbers is None:
        filed[word] = array("i", (n,))
    else:
        numbers.append(n)


def _least_shared(known: Handles) -> int:
    """How many words a text has in common with another that may be the same: two, where more than half must be."""
    return 2 if known.share > HALF and len(known.words) > 1 else 1


def _often_enough(filed: Iterable[Iterable[int]], least: int) -> set[int]:
    """The records that are filed under one of some words, or (`least` is 2) under two."""
    once: set[int] = set()
    twice: set[int] = set()
    for numbers in filed:
        twice.update(once.intersection(numbers))
        once.update(numbers)
    return twice if least > 1 else once
