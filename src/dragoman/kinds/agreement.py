"""Agreement: two or more parties agreed something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from dragoman.annotate.evidence import cite
from dragoman.kinds.accords import Accord, find_accords
from dragoman.kinds.compare import LEAST_SHARE, near_equal, party_key
from dragoman.kinds.factuality import Factuality
from dragoman.kinds.joining import join_actors, join_terms, longest, settled
from dragoman.kinds.phrasing import dated, names, quoted
from dragoman.kinds.terms import issue_at, term_at
from dragoman.kinds.windows import apart_in_time, is_close, overlap_in_time, tightest
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record, Term, When

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


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Agreement]:
    """Every agreement that the article asserts; told twice by the same parties with the same status it is one."""
    told: dict[tuple[object, ...], list[Accord]] = {}
    for accord in find_accords(annotated, lexicon):
        parties = tuple(sorted(actor.name for actor in accord.parties))
        told.setdefault((accord.status, parties, issue_at(annotated, accord.content, lexicon)), []).append(accord)
    for accords in told.values():
        first = accords[0]
        term = term_at(annotated, first.content, lexicon)
        yield Agreement(
            article=annotated.article.id,
            evidence=tuple(cite(annotated.article, span) for span in dict.fromkeys(a.told for a in accords)),
            rule=first.rule,
            parties=first.parties,
            content=term.text,
            terms=(term,) if term.type != "other" else (),
            when=next((a.when for a in accords if a.when), None),
            status=first.status,
            factuality=first.factuality,
        )


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
