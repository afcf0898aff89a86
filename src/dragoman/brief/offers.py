"""Offers version by version: who answered what and when, and what became of each condition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from dragoman.brief.listing import OTHER, issue_of
from dragoman.brief.phrases import parties_of
from dragoman.brief.scene import Scene, each
from dragoman.brief.stands import content_words
from dragoman.brief.whose import named_in
from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.compare import near_equal, overlap, words_of
from dragoman.kinds.contact import Contact
from dragoman.kinds.demand import Demand
from dragoman.kinds.pledge import Pledge
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response, Stance
from dragoman.types import Actor, Entry

ConditionStatus = Literal["stated", "discussed", "met", "refused", "dropped"]
ALIKE = 0.6
"""Share of a condition's words that another entry must have to be about it."""
FEWEST = 2
"""Words that count which a condition must have before its words may find anything."""


ANSWERED_WITHIN = 365
"""Days after an offer was last told of within which an answer may be to it."""


class Condition(Struct, frozen=True, kw_only=True):
    """A condition of an answer; `by` is the entry that decided its status, `since` the day when that was known."""

    text: str
    status: ConditionStatus
    by: str | None
    since: date | None


class Answer(Struct, frozen=True, kw_only=True):
    """What one party answered to one version; `told_by` characterises it where the party itself doesn't."""

    side: str
    stance: Stance
    entry: str
    seen: date | None
    told_by: str | None
    conditions: tuple[Condition, ...]
    in_principle: bool = False


class Version(Struct, frozen=True, kw_only=True):
    """One version of an offer, numbered from 1; a later one sets all parties that were asked to pending again.

    Asked were those to whom it or an earlier version was put, and those that answered one.
    """

    n: int
    entry: str
    seen: date | None
    terms: tuple[str, ...]
    answers: tuple[Answer, ...]
    pending: tuple[str, ...]


class Offer(Struct, frozen=True, kw_only=True):
    """What a party, or several together, offer on one matter."""

    issue: str
    by: tuple[str, ...]
    versions: tuple[Version, ...]


def offers(scene: Scene, issues: Mapping[str, str]) -> tuple[Offer, ...]:
    """The offers on the table, the one with the latest version first; `issues` has the issue of a word."""
    chains = chained([item for item in each(scene, Proposal) if parties_of(item[1].by)])
    replies = Replies(answers_by_version(chains, scene, issues), _agreed(scene, issues))
    made = [
        Offer(
            issue=main_issue(chain[0][1]),
            by=parties_of(chain[0][1].by),
            versions=tuple(_version(chain[:n], replies, scene) for n in range(1, len(chain) + 1)),
        )
        for chain in chains
    ]
    return tuple(sorted(made, key=lambda one: (-_ordinal(one.versions[-1].seen), one.versions[-1].entry)))


Told = tuple[Entry, Proposal]


class Replies(Struct, frozen=True):
    """The answers to each version by its entry's id, and of each issue the days and parties of what was agreed."""

    answered: Mapping[str, Sequence[tuple[Entry, Response]]]
    agreed: Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]


def chained(proposals: Iterable[Told]) -> list[list[Told]]:
    """The proposals as chains of versions: of one matter by the same parties, in the order in which they were known."""
    chains: dict[tuple[str, ...], list[Told]] = {}
    for entry, proposal in sorted(proposals, key=lambda item: (_ordinal(item[0].first_seen), item[0].id)):
        issue = main_issue(proposal)
        # What no issue is known of is no version of another such thing.
        key = (issue, *parties_of(proposal.by)) if issue != OTHER else (entry.id,)
        chains.setdefault(key, []).append((entry, proposal))
    return list(chains.values())


def main_issue(proposal: Proposal) -> str:
    """What an offer is about: the type of its first term that has one."""
    return next((term.type for term in proposal.terms if term.type != OTHER), OTHER)


def answers_by_version(
    chains: Sequence[Sequence[Told]], scene: Scene, issues: Mapping[str, str]
) -> dict[str, list[tuple[Entry, Response]]]:
    """The answers to each version: the latest one that was known by then and is about the same, by shared words.

    Nobody answers an offer of its own, nor one of years ago. Where the answer names whose offer it is to, only theirs
    are meant.
    """
    versions = [item for chain in chains for item in chain]
    found: dict[str, list[tuple[Entry, Response]]] = {}
    for entry, response in each(scene, Response):
        issue, words = issue_of(response.about, issues), content_words(response.about)
        near = [
            (offer, proposal)
            for offer, proposal in versions
            if _ordinal(offer.first_seen) <= _ordinal(entry.first_seen) <= _ordinal(offer.last_seen) + ANSWERED_WITHIN
            and not set(parties_of(response.by)) <= set(parties_of(proposal.by))
            and ((issue != OTHER and issue == main_issue(proposal)) or words & _words_of(offer, proposal))
        ]
        meant = _meant(near, response)
        if meant:
            latest = max((_ordinal(offer.first_seen), offer.id) for offer, _ in meant)
            found.setdefault(latest[1], []).append((entry, response))
    return found


def _meant(near: Sequence[Told], response: Response) -> Sequence[Told]:
    """Of offers on the same matter those that an answer is to, by whose it says that they are."""
    if not near:
        return near
    named = named_in(response.about)
    others = named.parties - set(parties_of(response.by))
    theirs = [item for item in near if others & set(parties_of(item[1].by))]
    return theirs if theirs or named.owners else near


def _words_of(entry: Entry, proposal: Proposal) -> frozenset[str]:
    texts = [term.text for term in proposal.terms] or [entry.record.evidence[0].quote]
    return frozenset().union(*map(content_words, texts))


def _version(chain: Sequence[Told], replies: Replies, scene: Scene) -> Version:
    """The last version of a chain; who agreed on its matter since has answered it."""
    (entry, proposal), answered = chain[-1], replies.answered
    given = sorted(answered.get(entry.id, ()), key=lambda one: (_ordinal(one[0].first_seen), one[0].id))
    answers = tuple(_answer(side, *one, given, scene) for one in given for side in parties_of(one[1].by))
    asked = {side for _, one in chain for side in parties_of(one.to)}
    asked |= {side for told, _ in chain for _, one in answered.get(told.id, ()) for side in parties_of(one.by)}
    silent = asked - set(parties_of(proposal.by)) - {answer.side for answer in answers}
    agreed = replies.agreed.get(main_issue(proposal), ())
    silent -= {side for day, sides in agreed if day >= _ordinal(entry.first_seen) for side in sides}
    return Version(
        n=len(chain),
        entry=entry.id,
        seen=entry.first_seen,
        terms=tuple(term.text for term in proposal.terms),
        answers=answers,
        pending=tuple(sorted(silent)),
    )


def _agreed(scene: Scene, issues: Mapping[str, str]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """By issue when what was agreed on it became known, and who agreed."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for entry, agreement in each(scene, Agreement):
        issue = issue_of(agreement.content, issues)
        if agreement.status == "reached" and issue != OTHER:
            found.setdefault(issue, []).append((_ordinal(entry.first_seen), parties_of(agreement.parties)))
    return found


def _answer(
    side: str, entry: Entry, response: Response, given: Sequence[tuple[Entry, Response]], scene: Scene
) -> Answer:
    later = [
        other for other, answer in given
        if side in parties_of(answer.by) and answer.stance == "accept"
        and not answer.conditions and not answer.in_principle
        and _ordinal(other.first_seen) > _ordinal(entry.first_seen)
    ]  # fmt: skip
    return Answer(
        side=side,
        stance=response.stance,
        entry=entry.id,
        seen=entry.first_seen,
        told_by=response.told_by.name if response.told_by else None,
        conditions=tuple(condition(text, side, entry, later, scene) for text in response.conditions),
        in_principle=response.in_principle,
    )


def condition(text: str, side: str, stated: Entry, accepted: Sequence[Entry], scene: Scene) -> Condition:
    """A condition and what became of it.

    Refused, met or discussed by another party's later words or deeds about the same; dropped where its party later
    accepted without any; else stated. Met and refused outweigh having been discussed; of two of a kind the later.
    """
    found: dict[ConditionStatus, Entry] = {"dropped": accepted[-1]} if accepted else {}
    known = _ordinal(stated.first_seen)
    later = [e for kind in BEARING for e in scene.by_kind.get(kind, ()) if _ordinal(e.first_seen) >= known]
    for entry in sorted(later, key=lambda one: (_ordinal(one.first_seen), one.id)):
        status = bearing(entry, text, side) if entry.id != stated.id else None
        if status:
            found[status] = entry
    for decided in OUTWEIGHING:
        if decided in found:
            by = found[decided]
            return Condition(text=text, status=decided, by=by.id, since=by.first_seen)
    return Condition(text=text, status="stated", by=None, since=stated.first_seen)


BEARING = ("agreement", "pledge", "action", "response", "demand", "contact")
"""Kinds that can bear on a condition."""
OUTWEIGHING: tuple[ConditionStatus, ...] = ("met", "refused", "dropped", "discussed")


def bearing(entry: Entry, text: str, side: str) -> ConditionStatus | None:
    """What an entry makes of a condition that `side` stated: None where it is not about it, or is that side's own."""
    match record := entry.record:
        case Agreement() if record.status in ("reached", "near", "expected") and _about(record.content, text):
            return "met" if record.status == "reached" else "discussed"
        case Pledge() if _others((record.by,), side) and _about(record.content, text):
            return "met" if record.status_in_text == "kept" else "discussed"
        case Action() if _others(record.actor, side) and record.type in GRANTS and _about(_quote(entry), text):
            return "met"
        case Response() if _others(record.by, side) and _about(record.about, text):
            return "refused" if record.stance == "reject" else "discussed"
        case Demand() if _others(record.by, side) and _about(record.content, text):
            return "discussed"
        case Contact() if any(_about(topic, text) for topic in record.topics):
            return "discussed"
    return None


GRANTS = frozenset({"CONCEDE", "RETREAT", "AID", "COOPERATE", "SUPPORT"})
"""Acts that can fulfil what another party asks for."""


def _about(words: str, text: str) -> bool:
    one, other = words_of(words), words_of(text)
    if min(len(one), len(other)) < FEWEST:
        return False
    return near_equal(words, text) or overlap(one, other) >= ALIKE


def _others(actors: Iterable[Actor | None], side: str) -> bool:
    """Whether another party than `side` acts."""
    acting = parties_of([actor for actor in actors if actor])
    return bool(acting) and side not in acting


def _quote(entry: Entry) -> str:
    return entry.record.evidence[0].quote


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
