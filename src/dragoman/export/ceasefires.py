"""Declarations of ceasefires in the shape of the ETH/PRIO data: one row for each party that declared one.

A proposal is no declaration, nor is a truce that is hoped for: a party must be reported to have agreed to stop, to have
promised it from a day on, or to have begun. What a report cannot say, such as how it ended, is -1, as in that data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.export.codebooks import ceasefire_words, country_of
from dragoman.export.holdings import Exported, Holdings, address_of, first_words, unmapped, when_of
from dragoman.export.rows import csv_bytes
from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.pledge import Pledge
from dragoman.kinds.proposal import Proposal
from dragoman.types import Actor, Entry, Record, Term, When

CODEBOOK = "ETH/PRIO Civil Conflict Ceasefire Dataset, columns of the release of October 2022 (Clayton et al. 2022)"
UNCLEAR = -1
COLUMNS = (
    "cc", "location", "region", "cf_id", "uniq_id", "ucdp_actor_id", "actor_name", "ucdp_acd_id", "ucdp_dyad", "pax_id",
    "cf_dec_yr", "cf_dec_month", "cf_dec_day", "cf_effect_yr", "cf_effect_month", "cf_effect_day",
    "side", "partial", "written", "fixed", "fixed_time",
    "p_humanitarian", "p_peaceprocess", "p_holiday", "p_election", "p_other", "p_unclear",
    "ceasefire_class", "timing", "mediator_nego", "mediator_send", "implement", "enforcement", "ddr", "nsa_frac",
    "ended", "end_yr", "end_month", "end_day", "evidence_onset", "comment",
)  # fmt: skip
"""Columns of the data. Ids of UCDP and PA-X stay empty: nothing is matched with their lists."""
TRUCE_TERMS = frozenset({"ceasefire", "air_strikes"})
TRUCE_ACTIONS = frozenset({"RETREAT", "CONCEDE"})
MONITORED = frozenset({"monitoring"})
CESSATION, WITH_MECHANISM = 1, 2
DURATION = re.compile(r"P(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?")
DAYS = (30, 7, 1)


def write_ceasefires(holdings: Holdings) -> Exported:
    """One row a party and declaration; rows of one ceasefire share `cf_id`."""
    declared = [entry for entry in holdings.entries if is_declaration(entry)]
    rows = [row for entry in declared for row in _rows(entry, holdings)]
    offered = sum(isinstance(entry.record, Proposal) and is_truce(entry.record.terms) for entry in holdings.entries)
    notes = (
        f"{len(rows):,} rows of {len(declared):,} declared ceasefires",
        *unmapped(offered, holdings, "only propose a ceasefire, which is no declaration"),
        *unmapped(sum(not _parties(entry.record) for entry in declared), holdings, "declare one and name no party"),
    )
    return Exported(csv_bytes(COLUMNS, rows), notes)


def is_truce(terms: tuple[Term, ...]) -> bool:
    """Whether some terms stop fire, of all arms or of some."""
    return any(term.type in TRUCE_TERMS for term in terms)


def is_declaration(entry: Entry) -> bool:
    """Whether a party agreed to stop, promised to from a day on, or began to; by terms, else by words for a truce."""
    record = entry.record
    if isinstance(record, Agreement):
        return record.status == "reached" and (is_truce(record.terms) or names_truce(record.content))
    if isinstance(record, Pledge):
        return bool(record.deadline and record.deadline.start) and names_truce(record.content)
    return isinstance(record, Action) and record.type in TRUCE_ACTIONS and names_truce(record.evidence[0].quote)


def names_truce(words: str) -> bool:
    """Whether some words hold a word for a truce."""
    plain = words.casefold()
    return any(re.search(rf"\b{re.escape(word)}s?\b", plain) for word in ceasefire_words())


def _parties(record: Record) -> tuple[Actor, ...]:
    """Those who declare it, one of each side."""
    if isinstance(record, Agreement):
        actors = record.parties
    elif isinstance(record, Action):
        actors = record.actor
    else:
        by = getattr(record, "by", None)
        actors = (by,) if isinstance(by, Actor) else ()
    by_side = {actor.side or actor.name: actor for actor in reversed(actors)}
    return tuple(by_side[side] for side in dict.fromkeys(actor.side or actor.name for actor in actors))


def _rows(entry: Entry, holdings: Holdings) -> Iterator[dict[str, object]]:
    parties = _parties(entry.record)
    article_id, words = first_words(entry)
    common = {
        "cf_id": entry.id,
        **_date("cf_dec", when_of(entry.record)),
        **_date("cf_effect", None),
        **_date("end", None),
        "side": min(len(parties), 3),
        **_terms(getattr(entry.record, "terms", ())),
        **dict.fromkeys(("written", "timing", "mediator_nego", "mediator_send", "enforcement", "ddr"), UNCLEAR),
        **dict.fromkeys(("nsa_frac", "ended"), UNCLEAR),
        "evidence_onset": address_of(holdings.articles.get(article_id), article_id),
        "comment": f"reported {entry.first_seen or 'on no known day'}: {words.quote}",
    }
    for number, actor in enumerate(parties, 1):
        yield {
            "cc": country_of(actor),
            "uniq_id": f"{entry.id}-{number}",
            "actor_name": actor.side or actor.name,
            **common,
        }


def _terms(terms: tuple[Term, ...]) -> dict[str, object]:
    """What the terms decide: whether it is limited to some targets, how long it lasts, what for, of what class."""
    types = {term.type for term in terms}
    truce = next((term for term in terms if term.type in TRUCE_TERMS), None)
    days = days_of(truce.duration) if truce and truce.duration else None
    is_monitored = bool(types & MONITORED)
    is_humanitarian = "humanitarian" in types
    return {
        "partial": int(bool(truce and (truce.scope or truce.type != "ceasefire"))) if truce else UNCLEAR,
        "fixed": 1 if truce and truce.duration else UNCLEAR,
        "fixed_time": days,
        "p_humanitarian": int(is_humanitarian),
        "p_unclear": int(not is_humanitarian),
        "ceasefire_class": WITH_MECHANISM if is_monitored else CESSATION,
        "implement": 1 if is_monitored else UNCLEAR,
    }


def days_of(duration: str) -> int | None:
    """The days of an ISO 8601 duration in months (of 30 days), weeks or days; None for one in hours or a range."""
    match = DURATION.fullmatch(duration)
    counts = [int(count or 0) for count in match.groups()[:3]] if match else []
    return sum(count * days for count, days in zip(counts, DAYS, strict=True)) or None if match else None


def _date(name: str, when: When | None) -> dict[str, object]:
    """Year, month and day; what is not known for sure is -1: a day or month is never made up."""
    start, end = (when.start, when.end) if when else (None, None)
    if start is None or end is None:
        return {f"{name}_{part}": UNCLEAR for part in ("yr", "month", "day")}
    is_month = (start.year, start.month) == (end.year, end.month)
    return {
        f"{name}_yr": start.year if start.year == end.year else UNCLEAR,
        f"{name}_month": start.month if is_month else UNCLEAR,
        f"{name}_day": start.day if start == end else UNCLEAR,
    }
