"""Proposal: a party puts terms on the table."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dragoman.annotate.clauses import side_of
from dragoman.annotate.evidence import cite
from dragoman.kinds.answers import find_answers
from dragoman.kinds.compare import LEAST_SHARE, near_equal, parties
from dragoman.kinds.joining import join_actors, join_terms
from dragoman.kinds.offers import Offer, find_offers, is_one_offer
from dragoman.kinds.phrasing import dated, names, quoted
from dragoman.kinds.terms import issue_at
from dragoman.kinds.windows import apart_in_time, days_long, lengths_agree, overlap_in_time, tightest
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record, Term, When


class Proposal(Record, frozen=True, kw_only=True, tag="proposal"):
    """A party puts terms on the table."""

    by: tuple[Actor, ...]
    to: tuple[Actor, ...] = ()
    terms: tuple[Term, ...] = ()
    when: When | None = None


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Proposal]:
    """Every proposal that the article asserts, its tellings put together: one proposer, a type of term in common."""
    groups: list[list[Offer]] = []
    for offer in find_offers(annotated, lexicon):
        home = next((group for group in groups if is_one_offer(offer, group[0])), None)
        if home is None:
            groups.append([offer])
        else:
            home.append(offer)
    for group in groups:
        fullest = max(group, key=lambda offer: sum(term.duration is not None for term in offer.terms))
        yield Proposal(
            article=annotated.article.id,
            evidence=tuple(cite(annotated.article, span) for span in dict.fromkeys(offer.told for offer in group)),
            rule=group[0].rule,
            by=max((offer.by for offer in group), key=len),
            to=next((offer.to for offer in group if offer.to), _answering(annotated, group[0], lexicon)),
            terms=fullest.terms,
            when=next((offer.when for offer in group if offer.when), None),
        )


def _answering(annotated: Annotated, offer: Offer, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Where the text addresses nobody: the parties of other sides that answer in it something of the same type."""
    sides = {actor.side or actor.name for actor in offer.by}
    types = {term.type for term in offer.terms}
    found: dict[str, Actor] = {}
    for answer in find_answers(annotated, lexicon):
        if issue_at(annotated, answer.about, lexicon) in types:
            for actor in answer.by:
                party = side_of(actor) or actor
                if (actor.side or actor.name) not in sides:
                    found.setdefault(party.name, party)
    return tuple(found.values())


def block(record: Proposal) -> str:
    """The main type of its terms: a truce plan is never compared with a prisoner list."""
    types = {term.type for term in record.terms}
    return min(types, key=lambda name: (name != "ceasefire", name == "other", name), default="other")


def same(a: Proposal, b: Proposal) -> bool:
    """Whether two records give one version of one proposal; symmetric.

    A proposer in common, no windows apart, and terms alike: one length, or near-equal words. Other lengths are other
    versions, except on one day, where they are two accounts of one.
    """
    if not parties(a.by) & parties(b.by) or apart_in_time(a.when, b.when):
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


def join(records: tuple[Proposal, ...]) -> Proposal:
    """One record of one proposal: all proposers and addressees, all terms, the narrowest days."""
    return replace(
        records[0],
        by=join_actors(record.by for record in records),
        to=join_actors(record.to for record in records),
        terms=join_terms(record.terms for record in records),
        when=tightest(record.when for record in records) or records[0].when,
    )


def line(record: Proposal) -> str:
    """The proposal in one plain line of a brief: who proposed what to whom."""
    to = f" to {names(record.to)}" if record.to else ""
    terms = "; ".join(dict.fromkeys(term.text for term in record.terms)) or record.evidence[0].quote
    return dated(record.when, f"{names(record.by)} proposed{to}: {quoted(terms)}")
