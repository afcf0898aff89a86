"""Agreement: two or more parties agreed something."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from dragoman.kinds.compare import LEAST_SHARE, near_equal, party_key, words_of
from dragoman.kinds.factuality import Factuality
from dragoman.kinds.joining import join_actors, join_terms, longest, settled
from dragoman.kinds.phrasing import dated, names, quoted
from dragoman.kinds.windows import apart_in_time, first_day, is_close, last_day, overlap_in_time, tightest
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
FEWEST = 2
"""Words that count in what nobody named agreed, below which it may be anybody's."""


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
    """The sides that agreed; where the text names none the days on which they did, else the article alone.

    "A truce was announced" in two articles is one truce only when it is of the same days.
    """
    if record.parties:
        return party_key(record.parties)
    when = record.when
    return f"?{first_day(when)}:{last_day(when)}" if when is not None and is_close(when) else f"?{record.article}"


def same(a: Agreement, b: Agreement) -> bool:
    """Whether two records give one agreement; symmetric.

    No windows apart, and near-equal words or, inside a week, terms of one type. Two days are two agreements; what was
    expected and what was reached inside that window are one. Of nobody named "a truce" alone may be anybody's.
    """
    if apart_in_time(a.when, b.when):
        return False
    if not a.parties and min(len(words_of(record.content)) for record in (a, b)) < FEWEST:
        return a.article == b.article
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
    who = names(record.parties, "parties not named")
    return dated(record.when, f"{who}: {PHRASES[record.status]} {quoted(record.content)}")
