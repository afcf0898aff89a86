"""How a proposal is found in an article."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.clauses import side_of
from dragoman.annotate.evidence import cite
from dragoman.kinds.answers import find_answers
from dragoman.kinds.offers import Offer, find_offers, fullness, is_one_offer
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.terms import issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated

PUT = "proposal.put_forward"
"""The row of what is handed over."""


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Proposal]:
    """Every proposal that the article asserts, its tellings put together: one proposer, a type of term in common.

    One of which no telling says anything is none, unless it was put to somebody.
    """
    groups: list[list[Offer]] = []
    for offer in find_offers(annotated, lexicon):
        home = next((group for group in groups if all(is_one_offer(offer, other, lexicon) for other in group)), None)
        if home is None:
            groups.append([offer])
        else:
            home.append(offer)
    for group in groups:
        if all(offer.is_bare and not (offer.to and offer.rule == PUT) for offer in group):
            continue
        fullest = max(group, key=fullness)
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
    """Where the text addresses nobody: the parties of other sides that answer in it something of the same type.

    Who only speaks in favour of it may be a mediator or a bystander: nobody says that it was put to him.
    """
    sides = {actor.side or actor.name for actor in offer.by}
    types = {term.type for term in offer.terms} - {"other"}
    found: dict[str, Actor] = {}
    for answer in find_answers(annotated, lexicon):
        if not answer.in_principle and issue_at(annotated, answer.about, lexicon) in types:
            for actor in answer.by:
                party = side_of(actor) or actor
                if (actor.side or actor.name) not in sides:
                    found.setdefault(party.name, party)
    return tuple(found.values())
