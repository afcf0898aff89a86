"""What changed since a day, or since the reader was last shown a brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter

from msgspec import Struct

from dragoman.brief.draft import Draft, Part, Words, capped, cited, draft
from dragoman.brief.nouns import Mark
from dragoman.brief.phrases import day_words, possessive, when_words
from dragoman.brief.scene import bare_line, news_day
from dragoman.brief.setting import Setting
from dragoman.merge.filing import Face, face_of
from dragoman.types import Dispute, Entry, Verdict, When

KEEP = 12
MOST_A_TEXT = 4
"""Lines that one text alone may give: a long list of quotations is not all the news."""
WEIGHTS = {
    "agreement": 6,
    "response": 6,
    "proposal": 5,
    "contact": 4,
    "demand": 3,
    "pledge": 3,
    "action": 2,
    "non_answer": 2,
    "forecast": 1,
}
"""How much a reader wants to hear of a kind, before origins and age count. Statements are evidence, not news."""
MARK_WEIGHTS: dict[Mark, int] = {"!": 4, "x": 3, "~": 3, "+": 0, "": 0}
MOST_ORIGINS = 4
DAYS_A_POINT = 4
"""A line loses one point for so many days between its last report and the day of the brief."""
TWO_SIDED = frozenset({"contact", "agreement"})
"""Kinds that have an account of each side; who demands something needs no other to say so."""
AHEAD = frozenset({"planned", "expected", "proposed"})
OLD = 4
"""Points that a thing loses which was background when it was told."""
UNDATED = 91
"""Points that a thing loses of which no one knows when it was told: as many as one of a year ago."""
FLOORS = (6, 1)
"""Scores down to which changes are weighed before all are; what has no day has fewer points than these."""
DECIDED = {
    "came_true": "came true",
    "late": "came true, late",
    "partly": "came true in part",
    "failed": "did not come true",
    "overtaken": "overtaken by events",
    "withdrawn": "withdrawn",
}


class Change(Struct, frozen=True, kw_only=True):
    """One entry that is new or no longer what it was; `by` is the entry that closed it."""

    entry: Entry
    mark: Mark
    score: int
    by: Entry | None = None


def changed(scene: Setting) -> Part:
    """The weightiest changes, newest on top; of two that stand on the same words the weightier."""
    count, weighty = weightiest(scene)
    kept = sorted(one_a_passage(weighty), key=newest)
    drafts, _ = capped(kept, lambda change: write_change(change, scene), KEEP)
    return Part(id="changed", title="What changed", drafts=drafts, more=count - len(kept), see="dragoman timeline")


def weightiest(scene: Setting) -> tuple[int, Iterator[Change]]:
    """How many changes there are, and the changes, the weightiest first.

    Where all is new the score falls with the age, so that only the newest are weighed until more are asked for.
    """
    if scene.view.shown is not None or scene.view.since is not None or scene.view.as_of is None:
        changes = sorted(find_changes(scene), key=_weight)
        return len(changes), iter(changes)
    return sum(scene.files.count(kind) for kind in WEIGHTS), newest_first(scene)


def newest_first(scene: Setting) -> Iterator[Change]:
    """All entries as new ones, the weightiest first: those of a score of which no older one can be, then the next."""
    told = 0
    for floor in (*FLOORS, None):
        weighed = sorted(_of_score(scene, floor), key=itemgetter(0, 1))
        for score, _, face in weighed[told:]:
            yield Change(entry=scene.files.at(face.kind, face.rank), mark="+", score=-score)
        told = len(weighed)


def _of_score(scene: Setting, floor: int | None) -> Iterator[tuple[int, str, Face]]:
    """The entries as new ones, of at least this score; None: all. The score comes negative, then the id."""
    as_of = scene.view.as_of
    for kind, weight in WEIGHTS.items():
        for face in scene.files.faces(kind):
            if floor is not None and as_of and (not face.seen or _points(weight, face.seen, as_of) < floor):
                break  # those that follow are older still
            score = weight + fresh(face, as_of)
            if floor is None or score >= floor:
                yield (-score, face.rank[2], face)


def _points(weight: int, seen: int, as_of: date) -> int:
    """The most points that an entry of a kind can have that was last told of on a day."""
    return weight + MOST_ORIGINS - (as_of.toordinal() - seen) // DAYS_A_POINT


def _weight(change: Change) -> tuple[int, str]:
    return (-change.score, change.entry.id)


def one_a_passage(changes: Iterable[Change]) -> list[Change]:
    """The first `KEEP` changes that don't stand on words of one before them: five demands of one sentence are one."""
    kept: list[Change] = []
    taken: list[Words] = []
    for change in spread(changes):
        words = cited(change.entry.supports, 1)
        if any(article == other and e.start < o.end and o.start < e.end for article, e in words for other, o in taken):
            continue
        kept.append(change)
        taken += words
        if len(kept) == KEEP:
            break
    return kept


def spread(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes in their order, but what one text alone gives beyond `MOST_A_TEXT` behind all others."""
    counts: Counter[str] = Counter()
    rest: list[Change] = []
    for change in changes:
        texts = {support.article for support in change.entry.supports}
        only = next(iter(texts)) if len(texts) == 1 else ""
        counts[only] += bool(only)
        if only and counts[only] > MOST_A_TEXT:
            rest.append(change)
        else:
            yield change
    yield from rest


def newest(change: Change) -> tuple[int, int, str]:
    """The order of the page: by the day of the news, the newest first, of one day the weightiest."""
    day = change_day(change)
    return (-(day.toordinal() if day else 0), -change.score, change.entry.id)


def change_day(change: Change) -> date | None:
    """The day of the news: of a new thing or of what closed it; of a change, when it was last reported."""
    return change.entry.last_seen if change.mark in ("~", "!") else news_day(change.by or change.entry)


def find_changes(scene: Setting) -> Iterator[Change]:
    """Every entry that is new, decided, contradicted or of another status than the reader knows."""
    for kind, weight in WEIGHTS.items():
        for entry in scene.files.filed(kind):
            mark = mark_of(entry, scene)
            if mark:
                verdict = scene.verdict(entry)
                by = scene.files.named(verdict.decided_by) if mark == "x" and verdict and verdict.decided_by else None
                score = weight + MARK_WEIGHTS[mark] + fresh(face_of(entry), scene.view.as_of)
                yield Change(entry=entry, mark=mark, score=score, by=by)


def fresh(face: Face, as_of: date | None) -> int:
    """Points for origins, less the age of the last report."""
    age = (as_of.toordinal() - face.seen) // DAYS_A_POINT if as_of and face.seen else UNDATED
    return min(-face.rank[1], MOST_ORIGINS) - age - (OLD if face.was_old else 0)


def mark_of(entry: Entry, scene: Setting) -> Mark:
    """How an entry differs from what the reader knows: contradicted, closed, new, changed, or "" for not at all."""
    if scene.view.shown is not None:
        return mark_for_reader(scene.view.shown.get(entry.id), standing(entry, scene.verdict(entry)))
    since = scene.view.since
    if since is None or all(is_after(support.seen, since) for support in entry.supports):
        return "+"
    if any(is_after(_differs_from(dispute), since) for dispute in entry.disputes):
        return "!"
    verdict = scene.verdict(entry)
    if verdict and verdict.outcome in DECIDED and _decided_after(verdict, since):
        return "x"
    changed = any(is_after(state.seen, since) for state in entry.history[1:])
    return "~" if changed or any(note.on > since for note in entry.by_hand) else ""


def _decided_after(verdict: Verdict, since: date) -> bool:
    """Whether it became decided after a day; what a person decided, when they did."""
    day = verdict.by_hand.on if verdict.by_hand else verdict.decided_on
    return day is not None and day > since


def is_after(seen: date | None, since: date) -> bool:
    """Whether something became known after a day; what became known on no known day counts as new."""
    return seen is None or seen > since


def _differs_from(dispute: Dispute) -> date | None:
    """The day on which a second value was told: before it there was no dispute."""
    days = sorted(account.supports[0].seen or date.min for account in dispute.accounts if account.supports)
    return days[1] if len(days) > 1 else None


def standing(entry: Entry, verdict: Verdict | None) -> str:
    """How an entry stands: "disputed fields|outcome once decided|status|corrections"; what `--for` remembers of it."""
    fields = ",".join(sorted(dispute.field for dispute in entry.disputes))
    outcome = verdict.outcome if verdict and verdict.outcome in DECIDED else ""
    status = entry.history[-1].status if entry.history else ""
    hand = "|" + ",".join(note.correction for note in entry.by_hand) if entry.by_hand else ""
    return f"{fields}|{outcome}|{status}{hand}"


def standings(scene: Setting) -> dict[str, str]:
    """How every entry stands that can be news, by entry id: what a reader of this brief has been told of."""
    entries = (entry for kind in WEIGHTS for entry in scene.files.filed(kind))
    return {entry.id: standing(entry, scene.verdict(entry)) for entry in entries}


def is_by_hand(entry: Entry, scene: Setting) -> bool:
    """Whether the last that changed in an entry is what a person did; the line then says what that was."""
    return bool(entry.by_hand) and (entry.last_seen is None or entry.by_hand[-1].on >= entry.last_seen)


def mark_for_reader(before: str | None, now: str) -> Mark:
    """The mark of an entry that stood so when the reader was last shown it (None: never) and stands so now."""
    if before is None:
        return "+"
    known, current = before.split("|"), now.split("|")
    if set(current[0].split(",")) - set(known[0].split(",")) - {""}:
        return "!"
    if current[1] and known[1:2] != current[1:2]:
        return "x"
    return "~" if known[2:] != current[2:] else ""


def corroboration_words(entry: Entry) -> str:
    """Who stands behind an entry: both sides, one side's own account alone, or how many origins; "" for one paper.

    What opinion pieces alone tell says so: nobody reported it.
    """
    if all(support.is_opinion for support in entry.supports):
        return " (opinion)"
    if entry.corroboration in ("both_sides", "both_sides_plus_third"):
        return " (both sides)"
    sides = {support.side for support in entry.supports}
    if entry.kind in TWO_SIDED and len(sides) == 1 and None not in sides:
        return f" ({possessive(str(sides.pop()))} account only)"
    return f" ({len(entry.origins)} origins)" if len(entry.origins) > 1 else ""


def change_label(change: Change, scene: Setting) -> str:
    """The left column: the days of what happened; the day of the report where it says none or is still to come."""
    record = (change.by or change.entry).record
    when = getattr(record, "when", None)
    is_past = isinstance(when, When) and when.start is not None and getattr(record, "status", "") not in AHEAD
    if is_past and change.mark in ("+", "x"):
        return when_words(when, scene.year)
    return day_words(change_day(change), scene.year)


def write_change(change: Change, scene: Setting) -> Draft:
    """The line of one change, its day to the left."""
    entry, verdict = change.entry, scene.verdict(change.entry)
    day = change_label(change, scene)
    words = bare_line(entry, scene.year)
    text = words + corroboration_words(entry)
    if change.mark == "x" and verdict:
        text = f"{words}: {DECIDED[verdict.outcome]}"
    elif change.mark == "~" and len(entry.history) > 1 and not is_by_hand(entry, scene):
        text = f"{words}: was {entry.history[-2].status}, now {entry.history[-1].status}"
    elif change.mark == "!":
        text = f"{words}: accounts differ on {', '.join(dispute.field for dispute in entry.disputes)}"
    return draft(text, [entry, change.by] if change.by else [entry], label=day, mark=change.mark)
