"""Proposal: a party puts terms on the table."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.kinds.compare import LEAST_SHARE, near_equal, parties
from dragoman.kinds.joining import join_actors, join_terms
from dragoman.kinds.phrasing import dated, names, quoted
from dragoman.kinds.windows import apart_in_time, days_long, lengths_agree, overlap_in_time, tightest
from dragoman.types import Actor, Record, Term, When


class Proposal(Record, frozen=True, kw_only=True, tag="proposal"):
    """A party puts terms on the table."""

    by: tuple[Actor, ...]
    to: tuple[Actor, ...] = ()
    terms: tuple[Term, ...] = ()
    when: When | None = None


def block(record: Proposal) -> str:
    """The main type of its terms: a truce plan is never compared with a prisoner list."""
    types = {term.type for term in record.terms}
    return min(types, key=lambda name: (name != "ceasefire", name == "other", name), default="other")


def same(a: Proposal, b: Proposal) -> bool:
    """Whether two records give one version of one proposal; symmetric.

    A proposer in common, no windows apart, and terms alike: one length, or near-equal words. Other lengths are other
    versions, except on one day, where they are two accounts of one; so are, on one day, two in which each of two
    proposed it to the other.
    """
    if apart_in_time(a.when, b.when) or not (parties(a.by) & parties(b.by) or _is_told_of_other(a, b)):
        return False
    lengths = [
        lengths_agree(one.duration, other.duration)
        for one in a.terms
        for other in b.terms
        if one.type == other.type and one.duration and other.duration
    ]
    one_day = overlap_in_time(a.when, b.when) and days_long(a.when) == days_long(b.when) == 1
    if lengths:
        return all(lengths) or one_day
    return any(near_equal(one.text, other.text, LEAST_SHARE) for one in a.terms for other in b.terms)


def _is_told_of_other(a: Proposal, b: Proposal) -> bool:
    """Whether one day's proposal goes from one to the other in one account and the other way in the other."""
    one_day = overlap_in_time(a.when, b.when) and days_long(a.when) == days_long(b.when) == 1
    there, back = (parties(a.by), parties(a.to)), (parties(b.to), parties(b.by))
    return one_day and all(there) and there == back


def join(records: tuple[Proposal, ...]) -> Proposal:
    """One record of one proposal: all proposers and addressees, all terms, the narrowest days.

    Where accounts differ in who proposed it to whom, those of the account that was known first; where that names a
    state, it is the state's, and not that of the person whom another account names for it.
    """
    alike = [record for record in records if parties(record.by) & parties(records[0].by)]
    states = {actor.side for actor in records[0].by if actor.kind == "state"}
    return replace(
        records[0],
        by=join_actors(tuple(a for a in r.by if a.kind == "state" or a.side not in states) for r in alike),
        to=join_actors(record.to for record in alike),
        terms=join_terms(record.terms for record in records),
        when=tightest(record.when for record in records) or records[0].when,
    )


def line(record: Proposal) -> str:
    """The proposal in one plain line of a brief: who proposed what to whom."""
    to = f" to {names(record.to)}" if record.to else ""
    terms = "; ".join(dict.fromkeys(term.text for term in record.terms)) or record.evidence[0].quote
    return dated(record.when, f"{names(record.by)} proposed{to}: {quoted(terms)}")
