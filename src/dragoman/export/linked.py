"""schema.org as JSON-LD: what was said is a Quotation, what somebody claims or wants a Claim, what happens an Event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from dragoman.export.holdings import Exported, Holdings, bare_line, first_words, unmapped, when_of
from dragoman.kinds.doers import doers_of
from dragoman.types import Actor, Article, Entry, Record

CODEBOOK = "schema.org 29.0, types Quotation, Claim and Event"
CONTEXT = "https://schema.org"
EVENT_STATUS = {
    "planned": "https://schema.org/EventScheduled",
    "expected": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
}
"""Only what is to come or called off has a status there; what took place has none."""
NO_EVENT = frozenset({"denied", "broken", "proposed"})
"""States in which nothing happened or is fixed."""


def write_linked(holdings: Holdings) -> Exported:
    """One JSON-LD document, indented: `@graph` has the entries that schema.org has a type for."""
    nodes = [node for entry in holdings.entries if (node := _node(entry, holdings))]
    document = {"@context": CONTEXT, "@graph": nodes}
    notes = unmapped(len(holdings.entries) - len(nodes), holdings, "are no quotation, claim or event")
    return Exported(msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n", notes)


def _node(entry: Entry, holdings: Holdings) -> dict[str, Any] | None:
    write = WRITERS.get(entry.kind)
    if write is None or (write is _event and getattr(entry.record, "status", "") in NO_EVENT):
        return None
    article = holdings.articles.get(entry.supports[0].article)
    own = {"@id": f"urn:dragoman:{entry.id}", **write(entry, article)}
    return {name: value for name, value in own.items() if value not in (None, "", [])}


def _quotation(entry: Entry, article: Article | None) -> dict[str, Any]:
    speakers, _ = doers_of(entry.record)
    return {
        "@type": "Quotation",
        "text": " … ".join(getattr(entry.record, "content", ())),
        "spokenByCharacter": [_actor(actor) for actor in speakers],
        "isPartOf": _article(article),
    }


def _claim(entry: Entry, article: Article | None) -> dict[str, Any]:
    """A claim as schema.org has it: its words, who makes it, and the article in which it first appeared."""
    authors, _ = doers_of(entry.record)
    return {
        "@type": "Claim",
        "text": claimed(entry.record) or first_words(entry)[1].quote,
        "name": bare_line(entry),
        "author": [_actor(actor) for actor in authors],
        "firstAppearance": _article(article),
    }


def claimed(record: Record) -> str:
    """The words of a forecast, a pledge or a demand; "" for others."""
    words = getattr(record, "outcome", None) or getattr(record, "content", None)
    return words if isinstance(words, str) else ""


def _event(entry: Entry, article: Article | None) -> dict[str, Any]:
    """An event: its days where both are known to be days, who took part, where, and the article that tells it."""
    when = when_of(entry.record)
    place = getattr(entry.record, "place", None)
    duration = getattr(entry.record, "duration", None)
    sources, targets = doers_of(entry.record)
    return {
        "@type": "Event",
        "name": bare_line(entry),
        "startDate": when.start if when else None,
        "endDate": when.end if when else None,
        "duration": duration if duration and "/" not in duration else None,
        "eventStatus": EVENT_STATUS.get(getattr(entry.record, "status", "")),
        "location": {"@type": "Place", "name": place} if place else None,
        "attendee": [_actor(actor) for actor in (*sources, *targets)],
        "subjectOf": _article(article),
    }


def _actor(actor: Actor) -> dict[str, Any]:
    kind = {"person": "Person", "state": "GovernmentOrganization"}.get(actor.kind, "Organization")
    named: dict[str, Any] = {"@type": kind, "name": actor.name}
    if kind == "Person" and actor.role:
        named["jobTitle"] = actor.role
    if kind == "Person" and actor.side:
        named["affiliation"] = {"@type": "Organization", "name": actor.side}
    return named


def _article(article: Article | None) -> dict[str, Any] | None:
    if article is None:
        return None
    whole = {
        "@type": "Article",
        "url": article.url,
        "headline": article.title,
        "datePublished": article.published,
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "inLanguage": article.lang,
    }
    return {name: value for name, value in whole.items() if value}


WRITERS: dict[str, Callable[[Entry, Article | None], dict[str, Any]]] = {
    "statement": _quotation,
    "forecast": _claim,
    "pledge": _claim,
    "demand": _claim,
    "proposal": _claim,
    "response": _claim,
    "contact": _event,
    "agreement": _event,
    "action": _event,
}
"""What each kind is in schema.org; a refusal to answer is none of the three."""
