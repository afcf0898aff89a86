"""One's own events as rows in the shape of ACLED's: agreements, attacks, arrests, protests. It holds no ACLED data."""

from __future__ import annotations

from datetime import date

from dragoman.export.codebooks import AcledCoding, acled_rows, facets_of, sector_of, stand_in
from dragoman.export.holdings import Exported, Holdings, first_words, unmapped, when_of
from dragoman.export.rows import csv_bytes
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.doers import doers_of
from dragoman.merge.witness import source_of
from dragoman.types import Actor, Entry, When

CODEBOOK = "ACLED codebook of October 2024; coordinates, countries and fatalities are not coded and stay empty"
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
"""ACLED's columns in its order, as of March 2023."""
INTER = {"GOV": 1, "MIL": 1, "COP": 1, "REB": 2}
"""ACLED's codes of actors by PLOVER's sectors: state forces and rebel groups."""
EXACT, WEEK, COARSER = 1, 2, 3
DAYS_OF_A_WEEK = 7


def write_acled(holdings: Holdings) -> Exported:
    """One row for each entry that has an ACLED sub-event and a day; fatalities are empty, which is not none."""
    coded = [(entry, coding) for entry in holdings.entries if (coding := acled_coding(entry))]
    rows = [_row(entry, coding, holdings) for entry, coding in coded if _day(entry)]
    notes = (
        *unmapped(len(holdings.entries) - len(coded), holdings, "have no ACLED sub-event"),
        *unmapped(len(coded) - len(rows), holdings, "have an ACLED sub-event and no day"),
    )
    return Exported(csv_bytes(COLUMNS, rows), notes)


def acled_coding(entry: Entry) -> AcledCoding | None:
    """The first row of data/export/acled.toml that fits; None for what ACLED does not code."""
    known = facets_of(entry.record)
    said = " ".join(evidence.quote for evidence in entry.supports[0].evidence).casefold()
    for row in acled_rows():
        if row.kind != entry.kind or any(known.get(name) not in values for name, values in row.facets.items()):
            continue
        if stand_in(row.words, said):
            return row
    return None


def _row(entry: Entry, coding: AcledCoding, holdings: Holdings) -> dict[str, object]:
    day = _day(entry)
    sources, targets = doers_of(entry.record)
    if isinstance(entry.record, Agreement):  # ACLED has one party on each end
        sources, targets = sources[:1], sources[1:]
    articles = [holdings.articles.get(support.article) for support in entry.supports]
    outlets = dict.fromkeys(source_of(article) for article in articles if article)
    return {
        "event_id_cnty": entry.id,
        "event_date": day,
        "year": day and day.year,
        "time_precision": time_precision(when_of(entry.record)),
        "disorder_type": coding.disorder,
        "event_type": coding.event,
        "sub_event_type": coding.sub_event,
        **_actor(1, sources),
        **_actor(2, targets),
        "location": getattr(entry.record, "place", None),
        "source": "; ".join(outlets),
        "notes": first_words(entry)[1].quote,
    }


def _actor(end: int, actors: tuple[Actor, ...]) -> dict[str, object]:
    """The first actor, and the others as associated with it."""
    if not actors:
        return {}
    return {
        f"actor{end}": actors[0].name,
        f"assoc_actor_{end}": "; ".join(actor.name for actor in actors[1:]),
        f"inter{end}": INTER.get(sector_of(actors[0])),
    }


def _day(entry: Entry) -> date | None:
    """The first day of the thing itself; the day of a report is none."""
    when = when_of(entry.record)
    return (when.start or when.end) if when else None


def time_precision(when: When | None) -> int:
    """ACLED's: 1 the day is known, 2 the week, 3 less."""
    if when is None or when.start is None or when.end is None:
        return COARSER
    length = (when.end - when.start).days + 1
    if length == 1 and not when.approx:
        return EXACT
    return WEEK if length <= DAYS_OF_A_WEEK else COARSER
