"""The state of a peace process: a set, not a ladder; several states may hold, each with the entries that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from dragoman.brief.bottom import fighting
from dragoman.brief.phrases import parties_of
from dragoman.brief.scene import Scene, each, event_day
from dragoman.brief.stands import acts
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.contact import Contact
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.kinds.windows import minutes
from dragoman.merge.filing import CEASEFIRE as TRUCE
from dragoman.types import Entry

RECENT = 60
"""Days after which what was last heard of says nothing of the state any more."""
SUBSTANCE = frozenset({"territory", "security_guarantees", "governance", "recognition", "withdrawal", "justice"})
"""Issues that a settlement is about; others can be settled on the way."""
MINUTES_A_DAY = 1440


class State(Struct, frozen=True, kw_only=True):
    """A state that holds, by its name in the coding facts; the entries that show it, latest first, and since when."""

    state: str
    entries: tuple[str, ...]
    since: date | None


def process_states(scene: Scene) -> tuple[State, ...]:
    """The states that hold on the day of the scene, in the order of `STATES`; `no_contact` has no entries to show."""
    found = []
    for state, shown in STATES:
        entries = sorted(shown(scene), key=lambda entry: (-(event_day(entry) or date.min).toordinal(), entry.id))
        if entries:
            days = [day for entry in entries if (day := event_day(entry))]
            found.append(State(state=state, entries=tuple(e.id for e in entries), since=min(days, default=None)))
    if len(scene.parties) > 1 and not any(one.state == "contact" for one in found):
        found.insert(0, State(state="no_contact", entries=(), since=None))
    return tuple(found)


def is_recent(entry: Entry, scene: Scene) -> bool:
    """Whether an entry was last told, and happened where its day is known, within `RECENT` days of the scene's day."""
    as_of = scene.view.as_of
    days = [day for day in (entry.last_seen, event_day(entry)) if day]
    return as_of is None or not days or as_of - min(days) <= timedelta(days=RECENT)


def between(sides: tuple[str, ...], scene: Scene) -> bool:
    """Whether two parties of the conflict are among some sides."""
    return len(set(sides) & set(scene.parties)) > 1


def _contacts(scene: Scene) -> Iterator[tuple[Entry, Contact]]:
    """Recent contacts between two parties; of a side with its own people none is one."""
    for entry, contact in each(scene, Contact):
        if contact.mode != "briefing" and is_recent(entry, scene) and between(parties_of(contact.participants), scene):
            yield entry, contact


def _with_status(*statuses: str) -> Callable[[Scene], list[Entry]]:
    return lambda scene: [entry for entry, contact in _contacts(scene) if contact.status in statuses]


def _ahead(scene: Scene) -> list[Entry]:
    coming = {"planned", "expected", "proposed"}
    told = [(entry, scene.verdict(entry)) for entry, contact in _contacts(scene) if contact.status in coming]
    return [entry for entry, verdict in told if verdict is None or verdict.outcome in ("open", "due")]


def _offered(*types: str) -> Callable[[Scene], list[Entry]]:
    def found(scene: Scene) -> list[Entry]:
        several = [(entry, one) for entry, one in each(scene, Proposal) if is_recent(entry, scene)]
        return [entry for entry, one in several if {term.type for term in one.terms} & set(types)]

    return found


def _agreed(scene: Scene) -> Iterator[tuple[Entry, Agreement]]:
    """Recent agreements that were reached between two parties."""
    for entry, agreement in each(scene, Agreement):
        reached = agreement.status == "reached" and between(parties_of(agreement.parties), scene)
        if reached and is_recent(entry, scene):
            yield entry, agreement


def _text_agreed(scene: Scene) -> list[Entry]:
    return [entry for entry, _ in _agreed(scene)]


def _truce(scene: Scene) -> list[Entry]:
    """Agreements on a truce between those who fight each other, begun and not run out as far as their terms tell."""
    foes = fighting(scene)
    return [
        entry
        for entry, agreement in _agreed(scene)
        if foes and all(acts(side, agreement.parties) for side in foes) and _is_running(entry, agreement, scene)
    ]


def _is_running(entry: Entry, agreement: Agreement, scene: Scene) -> bool:
    truces = [term for term in agreement.terms if term.type == TRUCE]
    begun, as_of = event_day(entry), scene.view.as_of
    if not truces or as_of is None or begun is None or begun > as_of:
        return False
    lengths = [length[1] / MINUTES_A_DAY for term in truces if (length := minutes(term.duration))]
    return not lengths or (as_of - begun).days <= max(lengths)


def _broken(scene: Scene) -> list[Entry]:
    return [e for e, one in each(scene, Agreement) if one.status == "broken" and is_recent(e, scene)]


def _stalled(scene: Scene) -> list[Entry]:
    own = [(e, one) for e, one in each(scene, Response) if set(parties_of(one.by)) & set(scene.parties)]
    return [entry for entry, one in own if one.stance == "stall" and is_recent(entry, scene)]


STATES: tuple[tuple[str, Callable[[Scene], list[Entry]]], ...] = (
    ("contact", _with_status("held", "ongoing")),
    ("talks_about_talks", _ahead),
    ("ceasefire_talks", _offered(TRUCE)),
    ("ceasefire_in_effect", _truce),
    ("substantive_talks", _offered(*sorted(SUBSTANCE))),
    ("text_agreed", _text_agreed),
    ("stalled", _stalled),
    ("suspended", _with_status("cancelled")),
    ("collapsed", _broken),
)
"""Each state and the entries that show it. Signed, ratified, implementing and concluded have no record of their own."""
