"""What became of entries that look ahead, made for all of them, or only for those on which something bears that came.

Both give the same verdicts (tests/brief/test_judging.py). Nothing here writes: a ledger keeps what comes back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from dragoman.brief.ahead import LOOKING_AHEAD, OPEN, clock_of, place_of, told_ahead
from dragoman.brief.held import as_seen, seen_by
from dragoman.kinds import BY_NAME
from dragoman.ledger.bearing import Bearing
from dragoman.ledger.filed import Files
from dragoman.ledger.judged import Changes, Foreseen
from dragoman.ledger.stocked import Stocked
from dragoman.merge.filing import BY_HAND
from dragoman.resolve import Docket
from dragoman.resolve.anchored import counts_from_event, sort_of
from dragoman.resolve.docket import Judgement
from dragoman.resolve.outlook import outlook_of
from dragoman.resolve.planned import is_told_ahead
from dragoman.types import Entry, Verdict

JUDGED = ("contact", "agreement", "action", "forecast", "pledge")
"""Kinds that look ahead, or by which what was foreseen is decided; what a person decided may name any kind."""
MOST = 5_000
"""Entries that are looked at again up to which that takes less than to judge all."""
LATER_KINDS = ("pledge", "forecast")
"""Kinds of which one may be told already by an entry of a kind before it, see `ahead.due_among`."""


def judged_anew(stocked: Stocked, day: date) -> list[Foreseen]:
    """The verdicts of all entries as of a day, with what a brief counts and sorts them by."""
    is_ruled = any(entry.ruling for kind in BY_NAME for entry in stocked.files.filed(kind, BY_HAND))
    entries = stocked.entries_of(BY_NAME if is_ruled else JUDGED)
    return told_of(entries, Docket(entries).judgements(day), day)


def told_of(entries: Sequence[Entry], made: Mapping[str, Judgement], day: date) -> list[Foreseen]:
    """What was judged of all entries that look ahead, in their order, with what a brief counts and sorts it by."""
    told = told_among(entries, {one.id: made[one.id].verdict for one in entries if one.id in made}, day)
    return [replace(one, basis=made[one.verdict.entry]) for one in told]


def told_among(entries: Iterable[Entry], verdicts: Mapping[str, Verdict], day: date) -> list[Foreseen]:
    """The verdicts of a day with what a brief counts and sorts them by, among all that look ahead."""
    by_kind: dict[str, list[Entry]] = {kind: [] for kind in LOOKING_AHEAD}
    for entry in entries:
        if entry.kind in by_kind:
            by_kind[entry.kind].append(entry)
    ordered = {kind: as_seen(several, day) for kind, several in by_kind.items()}
    return told_ahead(ordered, verdicts, day)


def judged_since(stocked: Stocked, day: date) -> Changes | None:
    """What is other than the verdicts that are kept; None where these are of no use, or nearly all are other ones.

    Those that are kept may be of an earlier day or of a later one.
    """
    kept = stocked.kept_day()
    if kept is None:
        return None
    return Since(stocked, day).changes(kept)


class Since:
    """One look at what came and went since verdicts were kept."""

    def __init__(self, stocked: Stocked, day: date) -> None:
        self.day = day
        self._files: Files = stocked.files
        self._judged = stocked.judged
        self._bearing: Bearing = stocked.bearing
        self._dates = stocked.files.dates
        self._touched = self._bearing.unjudged()
        self._made: dict[str, Judgement] = {}
        self._entries: dict[str, Entry | None] = {}

    def changes(self, kept: date) -> Changes | None:
        """What is other now; None where it is more than `MOST` entries."""
        again = self._bearing_on(kept)
        for _ in range(2):  # the second time those that count from an event whose own verdict became another one
            again -= self._made.keys()
            if len(again) + len(self._made) > MOST:
                return None
            self._judge(again)
            again = self._counting(again)
        came = {id: one for id, one in self._made.items() if self._entry(id)}
        gone = tuple(sorted(id for id in {*self._touched, *self._made} - came.keys() if self._judged.has(id)))
        return self._told(came, gone)

    def _entry(self, id: str) -> Entry | None:
        if id not in self._entries:
            self._entries[id] = self._files.named(id)
        return self._entries[id]

    # ---- which are to be judged -------------------------------------------------------------------------------------

    def _bearing_on(self, kept: date) -> set[str]:
        """The ids of all whose verdict may be another one."""
        found = set(self._judged.outdated(self.day)) | self._touched.keys()
        if kept != self.day:
            found |= {entry.id for entry in self._files.later_than(min(kept, self.day))}
        found |= {entry.id for kind in BY_NAME for entry in self._files.filed(kind, BY_HAND) if entry.ruling}
        for id, articles in self._touched.items():
            entry = self._entry(id)
            if entry:
                found |= self._bearing.seekers(entry)
            found |= self._bearing.resting_on(id)
            if id.startswith(("contact-", "agreement-", "action-")):
                found |= self._bearing.seeking_in(articles)
        return found

    def _counting(self, ids: Collection[str]) -> set[str]:
        """The ids of those that count days from events that were judged."""
        several = (entry for id in ids if (entry := self._entry(id)) and sort_of(entry))
        return self._bearing.counting_in({s.article for entry in several for s in entry.supports})

    # ---- judging ----------------------------------------------------------------------------------------------------

    def _judge(self, ids: Collection[str]) -> None:
        several = [entry for id in sorted(ids) if (entry := self._entry(id))]
        docket = Docket(self._near(several).values())
        self._made.update(docket.judgements(self.day, frozenset(ids)))

    def _near(self, several: Iterable[Entry]) -> dict[str, Entry]:
        """Some entries with all that may bear on them."""
        near = {entry.id: entry for entry in several}
        for entry in list(near.values()):
            articles = {support.article for support in entry.supports}
            rows = self._bearing.planned_in(articles) if is_told_ahead(entry.record) else set()
            counts = counts_from_event(entry)
            if counts:
                events = self._read(self._bearing.happened_in(articles))
                near.update(events)
                rows |= {n for event in events.values() for n in self._deciders(event, {}, ever=False)}
            if entry.ruling:
                rows |= self._bearing.homes(entry.ruling.records)
            found = self._read(rows)
            named = (one.ruling.records for one in found.values() if one.ruling)
            near.update(self._read({n for records in named for n in self._bearing.homes(records)}))
            near.update(found)
            near.update(self._read(self._deciders(entry, found, ever=counts)))
        return near

    def _deciders(self, entry: Entry, plans: Mapping[str, Entry], *, ever: bool) -> set[int]:
        outlook = outlook_of(entry, {support.article: plans for support in entry.supports})
        return self._bearing.near(outlook, ever=ever) if outlook else set()

    def _read(self, rows: Iterable[int]) -> dict[str, Entry]:
        return {entry.id: entry for n in rows for entry in [self._files.row(n)]}

    # ---- as a brief counts them -------------------------------------------------------------------------------------

    def _told(self, came: Mapping[str, Judgement], gone: tuple[str, ...]) -> Changes:
        seen = {id: seen_by(entry, self.day) for id in came if (entry := self._entry(id))}
        told = told_among(seen.values(), {id: one.verdict for id, one in came.items()}, self.day)
        clocks = Clocks(self)
        near = clocks.near((id for id in (*came, *gone) if self._is_on_clock(id)), self._touched)
        several = tuple(
            replace(one, clock=clock, place=place, basis=came[one.verdict.entry])
            for one in told
            for clock, place in [clocks.of(one.verdict.entry)]
        )
        others = {id: clocks.of(id) for id in near - came.keys() if self._judged.has(id)}
        changed = {id: place for id, place in others.items() if place != self._judged.clock(id)}
        return Changes(several, gone, changed)

    def _is_on_clock(self, id: str) -> bool:
        """Whether a thing was to come, as it was kept, or is now: what is neither hides no other."""
        verdict = self.verdict(id)
        is_now = verdict is not None and verdict.due is not None and verdict.outcome in OPEN
        return is_now or bool(self._judged.clock(id)[0])

    def verdict(self, id: str) -> Verdict | None:
        """What became of an entry: as it was made now, else as it is kept."""
        if id in self._made:
            return self._made[id].verdict
        return None if id in self._touched else self._judged.verdict(id)

    def entry(self, id: str) -> Entry | None:
        """The entry of that id."""
        return self._entry(id)

    def told_in(self, article: str) -> set[str]:
        """The ids of the entries of an article that look ahead."""
        return {id for id in self._dates.homes(article).values() if id.partition("-")[0] in LOOKING_AHEAD}


class Clocks:
    """The clock of each thing that is to come: none where an entry of another kind tells of it in the same words."""

    def __init__(self, since: Since) -> None:
        self._since = since
        self._known: dict[str, tuple[str, int]] = {}

    def near(self, ids: Iterable[str], touched: Mapping[str, set[str]]) -> set[str]:
        """The ids of all entries whose clock may be another one since some came, went or were judged."""
        found = set(ids)
        for _ in LATER_KINDS:  # a contact bears on a pledge, and that on a forecast
            articles = {article for id in found for article in self._articles(id, touched)}
            found |= {id for article in articles for id in self._since.told_in(article)}
        return found

    def _articles(self, id: str, touched: Mapping[str, set[str]]) -> set[str]:
        entry = self._since.entry(id)
        own = {support.article for support in entry.supports} if entry and entry.kind in LOOKING_AHEAD else set()
        return own | touched.get(id, set())

    def of(self, id: str) -> tuple[str, int]:
        """The clock of an entry, and its place there; "" for none."""
        if id not in self._known:
            self._known[id] = self._made(id)
        return self._known[id]

    def _made(self, id: str) -> tuple[str, int]:
        entry, verdict = self._since.entry(id), self._since.verdict(id)
        if entry is None or entry.kind not in LOOKING_AHEAD or verdict is None:
            return ("", 0)
        if verdict.due is None or verdict.outcome not in OPEN or self._is_told_already(entry):
            return ("", 0)
        clock = clock_of(verdict, self._since.day)
        return (clock, place_of(clock, verdict.due))

    def _is_told_already(self, entry: Entry) -> bool:
        if entry.kind not in LATER_KINDS:
            return False
        before = LOOKING_AHEAD[: LOOKING_AHEAD.index(entry.kind)]
        for support in entry.supports:
            others = (self._since.entry(id) for id in self._since.told_in(support.article))
            for other in others:
                if other and other.kind in before and _overlap(support.article, entry, other) and self.of(other.id)[0]:
                    return True
        return False


def _overlap(article: str, entry: Entry, other: Entry) -> bool:
    """Whether two entries stand on some of the same words of an article."""
    mine, theirs = (
        [words for support in one.supports if support.article == article for words in support.evidence]
        for one in (entry, other)
    )
    return any(one.start < words.end and words.start < one.end for one in mine for words in theirs)
