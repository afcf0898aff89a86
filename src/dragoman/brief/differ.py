"""What differs between two days: entries paired across them, and what is new, changed, gone or decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from dragoman.brief.changes import DECIDED
from dragoman.brief.draft import Words, cited
from dragoman.brief.phrases import duration_words, when_words
from dragoman.brief.scene import Dossier
from dragoman.brief.stands import term_words
from dragoman.kinds.compare import fold
from dragoman.types import Actor, Entry, Support, Term, Verdict, When

Sort = Literal["new", "changed", "gone", "decided"]
FIELDS = (
    "status", "status_in_text", "stance", "mode", "type", "speaker", "participants", "parties", "by", "to", "of",
    "actor", "target", "content", "outcome", "about", "terms", "conditions", "issue", "confidence", "when", "window",
    "deadline", "place", "duration", "latency", "topics",
)  # fmt: skip
"""The fields of records that are compared, in the order in which they are told; how the words were found is not."""
LENGTHS = frozenset({"duration", "latency"})
NOT_TOLD = "–"
BY_HAND = "by hand"
"""What is told as a field: what people did to an entry, or undid."""
BETWEEN = "; "
MOST_CITED = 2


class FieldChange(Struct, frozen=True):
    """A field of an entry, its value on the first day and on the second, as words."""

    field: str
    before: str
    after: str


class Change(Struct, frozen=True, kw_only=True):
    """One entry that differs: as it stands on the second day, or stood on the first where it is gone.

    `other` is the entry into which it was merged, from which it was parted, or which decided it. `words` carry it,
    `day` is that of the news: when it was first told, told anew or decided.
    """

    sort: Sort
    entry: Entry
    day: date | None
    fields: tuple[FieldChange, ...] = ()
    words: tuple[Words, ...] = ()
    other: str = ""
    reason: str = ""


def differences(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """Every change from one day to the next: new, changed, gone, decided, each newest first.

    An entry is the same under another id where it stands on the same records, or is told again in a corrected article.
    """
    same = pairs(before, after)
    paired = {later.id for _, later in same}
    then, now = by_record(before.entries), by_record(after.entries)
    new = [_new(entry, then) for entry in after.entries if entry.id not in paired]
    changed = [change for pair in same if (change := _changed(*pair))]
    lost = {earlier.id for earlier, _ in same}
    gone = [_gone(entry, now) for entry in before.entries if entry.id not in lost]
    decided = _decided(before, after, {later.id: earlier.id for earlier, later in same})
    return tuple(change for group in (new, changed, gone, decided) for change in sorted(group, key=_newest))


def _newest(change: Change) -> tuple[int, int, str]:
    """Newest first, then most origins, then by id, so that the order never depends on that of arrival."""
    return (-(change.day.toordinal() if change.day else 0), -len(change.entry.origins), change.entry.id)


def by_record(entries: Iterable[Entry]) -> dict[str, str]:
    """The id of the entry that each record stands for."""
    return {support.record: entry.id for entry in entries for support in entry.supports}


def pairs(before: Dossier, after: Dossier) -> list[tuple[Entry, Entry]]:
    """The entries that are one on both days, by id.

    They are of one id; else they stand on the same records, on most of them where several do; else a corrected version
    of the same page tells them in the same words.
    """
    then = sorted(before.entries, key=lambda entry: entry.id)
    now = {entry.id: entry for entry in after.entries}
    found = {entry.id: entry.id for entry in then if entry.id in now}
    for marks in (_records, _tellings):
        heirs = {mark: entry.id for entry in now.values() for mark in marks(entry, after)}
        taken = set(found.values())
        for entry in then:
            shared = Counter(heirs[mark] for mark in marks(entry, before) if mark in heirs)
            free = [id for id in shared if id not in taken]
            if entry.id not in found and free:
                found[entry.id] = min(free, key=lambda id: (-shared[id], id))
                taken.add(found[entry.id])
    return [(entry, now[found[entry.id]]) for entry in then if entry.id in found]


def _records(entry: Entry, dossier: Dossier) -> list[tuple[str, ...]]:
    return [(support.record,) for support in entry.supports]


def _tellings(entry: Entry, dossier: Dossier) -> list[tuple[str, ...]]:
    """The page, the kind and the words of each support whose article has an address."""
    told = ((dossier.articles.get(support.article), support.evidence[0].quote) for support in entry.supports)
    return [(article.url, entry.kind, quote) for article, quote in told if article and article.url]


def _new(entry: Entry, known: Mapping[str, str]) -> Change:
    origin = next((known[support.record] for support in entry.supports if support.record in known), "")
    return Change(sort="new", entry=entry, day=entry.first_seen, words=_words(entry.supports), other=origin)


def _gone(entry: Entry, heirs: Mapping[str, str]) -> Change:
    other = min((heirs[support.record] for support in entry.supports if support.record in heirs), default="")
    return Change(sort="gone", entry=entry, day=entry.first_seen, words=_words(entry.supports), other=other)


def _changed(then: Entry, now: Entry) -> Change | None:
    """What changed in an entry, cited by the records that were not known before; None where nothing did."""
    fields = tuple(field_changes(then, now))
    if not fields:
        return None
    known = {support.record for support in then.supports}
    added = [support for support in now.supports if support.record not in known]
    days = [support.seen for support in added if support.seen]
    days += [note.on for note in now.by_hand if note not in then.by_hand]
    day = max(days, default=now.last_seen)
    return Change(sort="changed", entry=now, day=day, fields=fields, words=_words(added or now.supports))


def field_changes(then: Entry, now: Entry) -> Iterator[FieldChange]:
    """The fields whose words differ, then the days' difference in origins and in what the accounts differ on."""
    for name in FIELDS:
        before, after = (field_words(name, getattr(entry.record, name, None)) for entry in (then, now))
        if before != after and _folded(before) != _folded(after):
            yield FieldChange(name, before, after)
    disputes = [", ".join(dispute.field for dispute in entry.disputes) or NOT_TOLD for entry in (then, now)]
    if disputes[0] != disputes[1]:
        yield FieldChange("disputed", *disputes)
    if len(then.origins) != len(now.origins):
        yield FieldChange("origins", str(len(then.origins)), str(len(now.origins)))
    hands = [BETWEEN.join(f"{note.what}, {note.by}" for note in entry.by_hand) or NOT_TOLD for entry in (then, now)]
    if then.by_hand != now.by_hand:
        yield FieldChange(BY_HAND, *hands)


def _folded(words: str) -> list[str]:
    """The words in no order, however names are spelt: whom another paper names first is no news."""
    return sorted(fold(words).split())


def field_words(name: str, value: object) -> str:
    """The value of a field as words; "–" where nothing is told."""
    if value is None or value in ("", ()):
        return NOT_TOLD
    if isinstance(value, When):
        return when_words(value)
    if isinstance(value, Actor):
        return value.name
    if isinstance(value, Term):
        return term_words(value)
    if isinstance(value, tuple):
        return BETWEEN.join(field_words(name, one) for one in value)
    return duration_words(value) if name in LENGTHS and isinstance(value, str) else str(value)


def _decided(before: Dossier, after: Dossier, ids: Mapping[str, str]) -> list[Change]:
    """Outcomes that are others than they were; of what is new, only those that are decided already."""
    by_id = {entry.id: entry for entry in after.entries}
    found: list[Change] = []
    for entry in after.entries:
        now, then = after.verdicts.get(entry.id), before.verdicts.get(ids.get(entry.id, ""))
        if now and (now.outcome != then.outcome if then else now.outcome in DECIDED):
            found.append(_verdict_change(entry, then, now, by_id.get(now.decided_by or "")))
    return found


def _verdict_change(entry: Entry, then: Verdict | None, now: Verdict, by: Entry | None) -> Change:
    words = (*_words(entry.supports[:1]), *(_words(by.supports[:1]) if by else ()))
    return Change(
        sort="decided",
        entry=entry,
        day=now.decided_on or entry.last_seen,
        fields=(FieldChange("verdict", then.outcome if then else NOT_TOLD, now.outcome),),
        words=tuple(dict.fromkeys(words)),
        other=now.decided_by or "",
        reason=now.reason,
    )


def _words(supports: Iterable[Support]) -> tuple[Words, ...]:
    return tuple(cited(tuple(supports), MOST_CITED))
