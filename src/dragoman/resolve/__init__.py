"""What became of forecasts, pledges and planned contacts by a given day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.resolve.anchored import anchors_of, counted_window, counts_from_event
from dragoman.resolve.matching import pool_of
from dragoman.resolve.outlook import outlook_of, plans_of
from dragoman.resolve.rules import BY_HAND, RULES, ruled, verdict
from dragoman.types import Entry, Verdict

__all__ = ["BY_HAND", "RULES", "resolve"]


def resolve(entries: Iterable[Entry], as_of: date) -> tuple[Verdict, ...]:
    """One verdict for each entry that looks ahead, or that a person judged, in the order of the entries.

    `entries` are those known on the day `as_of` (`ledger.entries(as_of)`); what happened later never decides. Only an
    entry decides that something came true; that a window has passed without one is `overdue`, not `failed`. What a
    person decided stands before every rule.
    """
    several = tuple(entries)
    plans = plans_of(several)
    looked = [(entry, outlook_of(entry, plans)) for entry in several]
    ahead = [(entry, outlook) for entry, outlook in looked if outlook or entry.ruling]
    pool = pool_of(several) if any(outlook and not entry.ruling for entry, outlook in ahead) else None
    shown = _shown_by(several)
    verdicts = {}
    for entry, outlook in ahead:
        if entry.ruling:
            clock = outlook.clock if outlook else None
            verdicts[entry.id] = ruled(entry, entry.ruling, shown.get(entry.id), clock)
        elif outlook and pool:
            verdicts[entry.id] = verdict(outlook, pool, as_of)
    counting = [entry for entry, outlook in ahead if outlook and not entry.ruling and counts_from_event(entry)]
    anchors = anchors_of(several, verdicts) if counting else {}
    for entry in counting:  # the days of their events are known only now
        outlook = outlook_of(entry, plans, counted_window(entry, anchors))
        if outlook and pool:
            verdicts[entry.id] = verdict(outlook, pool, as_of)
    return tuple(verdicts.values())


def _shown_by(entries: Iterable[Entry]) -> dict[str, str]:
    """Each entry that a person judged and the id of the entry that was named as showing it, where one is there."""
    several = tuple(entries)
    judged = [(entry.id, entry.ruling.records) for entry in several if entry.ruling and entry.ruling.records]
    homes = {support.record: entry.id for entry in several for support in entry.supports} if judged else {}
    found = ((id, next((homes[record] for record in records if record in homes), None)) for id, records in judged)
    return {id: home for id, home in found if home}
