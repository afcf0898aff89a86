"""Grouping: which records of a block tell of one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
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
NONE: Mapping[int, None] = {}
UNKNOWN, ALL = -1, -2
"""In place of a stretch of time: records of no known one, and records of all."""
Filed = str | tuple[str, int]
"""Under what a group is filed: a word, or a word in a stretch of time."""
FEW_DAYS = 2
"""Days between two reports that don't tell which of two events the later one means."""
_encoder = msgspec.json.Encoder(order="deterministic")


class Placed(Struct, frozen=True):
    """A record with its canonical bytes and the day it became known."""

    record: Record
    body: bytes
    seen: date


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
    return sorted((placed(record, body, articles) for body, record in distinct.items()), key=order_of)


def placed(record: Record, body: bytes, articles: Mapping[str, Witness]) -> Placed:
    """A record with its canonical bytes and the day on which its article became known."""
    known = articles.get(record.article)
    return Placed(record, body, known.seen if known and known.seen else date.max)


def order_of(one: Placed) -> tuple[bool, date, str, int, bytes]:
    """By what records are put into the order in which they are grouped, see `in_order`."""
    record = one.record
    return (not _has_day(record), one.seen, record.article, record.evidence[0].start, one.body)


def _has_day(record: Record) -> bool:
    when: When | None = getattr(record, "when", None)
    return when is not None and when.start is not None and when.end is not None


def grouped(several: list[Placed]) -> list[list[Placed]]:
    """The records of one block in groups, each record the same as all others of its group.

    A record that fits several groups joins the one that has most in common with it; of equals that whose reports are
    nearest to it in time, where a few days tell nothing the one that is told most; of these the older.
    """
    groups: list[list[Placed]] = []
    finder = Finder()
    finder.learn(several)
    for item in several:
        kind = kind_of(item.record)
        homes = [n for n in finder.candidates(item) if _fits(item, groups[n], kind.same)]
        if homes:
            home = min(homes, key=lambda n: (-_likeness(item, groups[n], kind), *_apart(item, groups[n]), n))
            groups[home].append(item)
        else:
            home = len(groups)
            groups.append([item])
        finder.add(item, home)
    return groups


def _fits(item: Placed, group: list[Placed], same: Callable[[Record, Record], bool]) -> bool:
    """Whether the record is the same as all in the group.

    A report without a day of what took place is asked only of those that tell it so too, where there are any: how it
    was foreseen says nothing against them.
    """
    asked = group
    if is_undated_event(item.record) and not _is_foreseen(item.record):
        asked = [member for member in group if not _is_foreseen(member.record)] or group
    return all(same(item.record, member.record) for member in asked) and not any(too_far(item, m) for m in group)


def _is_foreseen(record: Record) -> bool:
    return getattr(record, "status", None) in AHEAD


def too_far(a: Placed, b: Placed) -> bool:
    """Whether two events, one without a day, were reported too far apart to be taken for one.

    From an event with a day it is that day that counts, not the report: of a call in February that an article of March
    recalls, the undated reports are those of February.
    """
    undated = [item for item in (a, b) if is_undated_event(item.record)]
    if not undated:
        return False
    if len(undated) == 2:
        return abs((a.seen - b.seen).days) > REPORTED_WITHIN
    dated = b if undated[0] is a else a
    return _days_from(undated[0].seen, dated.record.when) > REPORTED_WITHIN  # type: ignore[attr-defined]


def _days_from(day: date, when: When) -> int:
    """Days from a day to the nearest day of a window; 0 inside it."""
    return max((first_day(when) - day).days, (day - last_day(when)).days, 0)


def _likeness(item: Placed, group: list[Placed], kind: Kind) -> int:
    return max(kind.like(item.record, member.record) for member in group)


def _apart(item: Placed, group: list[Placed]) -> tuple[int, int]:
    """Days from the nearest report of a group, none where they are few, and how little the group is told."""
    days = min(abs((item.seen - member.seen).days) for member in group)
    return (days if days > FEW_DAYS else 0, -len({member.record.article for member in group}))


class Finder:
    """Which groups a record may belong to, by what they share (`compare.Handles`). It never decides anything.

    Two texts are the same only when some share of the shorter one's words are in the longer; so one of the shorter's
    rarest words is there too: all but that share of them, and one more; and of one word more, two. Without this a
    speaker of 2,000 statements costs two million comparisons. (Prefix filtering: Chaudhuri, Ganti, Kaushik 2006; two
    words of a longer prefix: Wang, Li, Feng 2012.)
    """

    def __init__(self) -> None:
        self._handles: dict[int, Handles] = {}
        self._often: Counter[str] = Counter()
        self._by_word: dict[Filed, dict[int, None]] = {}
        self._by_rare_word: dict[Filed, dict[int, None]] = {}
        self._wordless: dict[int, None] = {}
        self._groups = 0

    def learn(self, several: Iterable[Placed]) -> None:
        """Counts the words of records that will be sought or filed; each must be kept as long as this is."""
        for item in several:
            known = self._handles[id(item)] = kind_of(item.record).handles(item.record, item.seen)
            self._often.update(known.words)

    def candidates(self, item: Placed) -> list[int]:
        """Numbers of the groups to ask, ascending; all of them for a record without words."""
        known = self._handles[id(item)]
        if not known.words:
            return list(range(self._groups))
        found = set(self._wordless)
        for key in known.also:
            found.update(self._by_word.get(key, ()))
        if not known.share:
            for word in known.words:
                found.update(self._by_word.get(word, ()))
            return sorted(found)
        least, eras = _least_shared(known), [*known.eras, UNKNOWN] if known.eras else [ALL]
        rarest = self._rarest(known)
        found.update(_often_enough([self._by_word.get((word, era), NONE) for word in rarest for era in eras], least))
        every = [self._by_rare_word.get((word, era), NONE) for word in known.words for era in eras]
        found.update(_often_enough(every, least))
        return sorted(found)

    def add(self, item: Placed, group: int) -> None:
        """Files the record under its words, for those that come after it."""
        self._groups = max(self._groups, group + 1)
        known = self._handles[id(item)]
        if not known.words:
            self._wordless[group] = None
        for word in known.also if known.share else known.kept_under | known.also:
            self._by_word.setdefault(word, {})[group] = None
        if known.share:
            # By those of one time, and all together for those of whom no time is known.
            eras = [*known.eras, ALL] if known.eras else [UNKNOWN, ALL]
            for word in known.kept_under:
                for era in eras:
                    self._by_word.setdefault((word, era), {})[group] = None
            for word in self._rarest(known):
                for era in eras:
                    self._by_rare_word.setdefault((word, era), {})[group] = None

    def _rarest(self, known: Handles) -> list[str]:
        """The rarest words, of which the same text has at least as many as two such texts share."""
        kept = len(known.words) - ceil(known.share * len(known.words)) + _least_shared(known)
        return sorted(known.words, key=lambda word: (self._often[word], word))[:kept]


def _least_shared(known: Handles) -> int:
    """How many words a text has in common with another that may be the same: two, where more than half must be."""
    return 2 if known.share > HALF and len(known.words) > 1 else 1


def _often_enough(filed: Iterable[Mapping[int, None]], least: int) -> set[int]:
    """The groups that are filed under at least so many of some words."""
    counts: Counter[int] = Counter()
    for groups in filed:
        counts.update(groups.keys())
    return {group for group, count in counts.items() if count >= least}
