"""Agreement: two or more parties agreed something."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from dragoman.kinds.compare import LEAST_SHARE, near_equal, party_key
from dragoman.kinds.factuality import Factuality
from dragoman.kinds.joining import join_actors, join_terms, longest, settled
from dragoman.kinds.phrasing import dated, names, quoted
from dragoman.kinds.windows import apart_in_time, is_close, overlap_in_time, tightest
from dragoman.types import Actor, Record, Term, When

AgreementStatus = Literal["reached", "expected", "near", "broken", "denied"]

PHRASES: dict[AgreementStatus, str] = {
    "reached": "agreed",
    "expected": "agreement expected on",
    "near": "agreement near on",
    "broken": "agreement broken:",
    "denied": "agreement denied:",
}
"""How a line tells each status."""


class Agreement(Record, frozen=True, kw_only=True, tag="agreement"):
    """Two or more parties agreed something."""

    parties: tuple[Actor, ...]
    content: str
    terms: tuple[Term, ...] = ()
    when: When | None = None
    status: AgreementStatus = "reached"
    factuality: Factuality | None = None
    """How it is told, with the words that give its status; null where an agreement is near or broken."""


def block(record: Agreement) -> str:
    """The sides that agreed."""
    return party_key(record.parties)


def same(a: Agreement, b: Agreement) -> bool:
    """Whether two records give one agreement; symmetric.

    No windows apart, and near-equal words or, inside a week, terms of one type. Two days are two agreements; what was
    expected and what was reached inside that window are one.
    """
    if apart_in_time(a.when, b.when):
        return False
    if near_equal(a.content, b.content, LEAST_SHARE):
        return True
    one_week = overlap_in_time(a.when, b.when) and is_close(a.when) and is_close(b.when)
    return one_week and bool({term.type for term in a.terms} & {term.type for term in b.terms} - {"other"})


def join(records: tuple[Agreement, ...]) -> Agreement:
    """One record of one agreement: what was reached before what was foreseen, all parties, all terms."""
    status = settled(record.status for record in records)
    lead = next(record for record in records if record.status == status)
    return replace(
        lead,
        parties=join_actors(record.parties for record in records),
        content=longest(record.content for record in records if record.status == status),
        terms=join_terms(record.terms for record in records),
        when=tightest(record.when for record in records if record.status == status) or lead.when,
    )


def line(record: Agreement) -> str:
    """The agreement in one plain line of a brief: who agreed what, and whether it stands."""
    return dated(record.when, f"{names(record.parties)}: {PHRASES[record.status]} {quoted(record.content)}")
