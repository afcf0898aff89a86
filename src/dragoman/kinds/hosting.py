"""Who hosts and who mediates a contact, in which house, what came of it, and how soon after another it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import VERBAL, actors_at, is_passive, prepositional, sentence_span, subjects
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.held import times_over
from dragoman.annotate.status import whole_of
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

AROUND = "kinds/contact_words"
AT = frozenset({"at", "in", "inside"})
GOES_ON = frozenset({"with", "without", "in", "after"})
AFTERWARDS = re.compile(r"\W{0,3}(?:after|later|of)\b")
"""What follows a length that tells how soon after another thing a contact was ("within an hour after the talks")."""


class Hosting(Struct, frozen=True):
    """What the words around a contact tell beside who met when; None or empty for what they don't."""

    host: Actor | None = None
    mediators: tuple[Actor, ...] = ()
    venue: str | None = None
    outcome: str | None = None
    latency: str | None = None


def hosting_of(annotated: Annotated, event: Token, row: Row, lexicon: Lexicon) -> Hosting:
    """Host, mediators, house and outcome of the contact that a verb or noun tells; how soon after another it was."""
    if row.means in {"message", "call", "video"}:
        return Hosting(outcome=_outcome(event, lexicon))  # "received a letter"
    hosts = _by_verbs(annotated, event, lexicon.words(AROUND, "hosting") - PRAISING)
    if row.id == "contact.host" and event.lemma_.lower() in lexicon.words(AROUND, "hosting"):
        hosts = actors_at(annotated, subjects(event))
    mediators = (*_by_verbs(annotated, event, lexicon.words(AROUND, "mediating")), *_coloured(event, lexicon))
    return Hosting(
        host=hosts[0] if hosts else None,
        mediators=tuple({actor.name: actor for actor in mediators}.values()),
        venue=_venue(event, lexicon),
        outcome=_outcome(event, lexicon),
        latency=_latency(annotated, event) if row.means == "briefing" else None,
    )


PRAISING = frozenset({"welcome"})
"""Who welcomes talks or a visit is glad of them, and no host."""


def _by_verbs(annotated: Annotated, event: Token, verbs: frozenset[str]) -> tuple[Actor, ...]:
    """Those who do one of some verbs to the contact: "Oman hosted talks", "talks mediated by Qatar and Egypt"."""
    if event.pos_ != "NOUN":
        return ()
    whole = whole_of(event)
    beside = [c for n in dict.fromkeys((event, whole)) for c in n.children if c.dep_ in {"acl", "relcl"}]
    told = [verb for verb in beside if verb.lemma_.lower() in verbs]
    above = whole.head
    if whole.dep_ in {"dobj", "nsubjpass"} and above.pos_ in VERBAL and above.lemma_.lower() in verbs:
        told.append(above)
    found: list[Actor] = []
    for verb in told:
        by = prepositional(verb, ("by",))
        found += actors_at(annotated, by if is_passive(verb) or verb.tag_ == "VBN" else subjects(verb))
    return tuple(found)


def _coloured(event: Token, lexicon: Lexicon) -> list[Actor]:
    """ "the Qatari-mediated talks", "UN-brokered negotiations": the name joined to the participle."""
    doc, text = event.doc, event.doc.text
    words = lexicon.words(AROUND, "mediating by name")
    found = []
    for token in doc[event.left_edge.i : event.i]:
        if token.lower_ in words and token.i >= 2 and doc[token.i - 1].text in {"-", "‑"}:
            known = load_gazetteer().at(text, doc[token.i - 2].idx)
            if known is not None:
                found.append(Actor(known.name, (), known.side, None, known.kind))
    return found


def _venue(event: Token, lexicon: Lexicon) -> str | None:
    """The house that it took place in, as written: "at a hotel", "in the Oval Office"; None without one."""
    houses = lexicon.words("actors/places", "building") - lexicon.words(AROUND, "no house")
    verb = whole_of(event) if event.pos_ == "NOUN" else event
    above = [verb.head] if verb.head.pos_ in VERBAL and verb.dep_ in {"dobj", "nsubj", "nsubjpass"} else []
    for head in (event, *above):
        for preposition in head.children:
            for noun in preposition.children if preposition.lower_ in AT else ():
                if noun.dep_ == "pobj" and (noun.lemma_.lower() in houses or noun.ent_type_ == "FAC"):
                    return noun.doc.text[noun.left_edge.idx : noun.idx + len(noun)]
    return None


def _outcome(event: Token, lexicon: Lexicon) -> str | None:
    """What came of it, as written: "ended without a deal", "produced no breakthrough"; None where nothing is told."""
    whole = whole_of(event)
    verb = whole.head
    if event.pos_ != "NOUN" or whole.dep_ != "nsubj" or verb.lemma_.lower() not in lexicon.words(AROUND, "outcome"):
        return None
    if any(c.tag_ == "MD" for c in verb.children):
        return None
    told = [c for c in verb.children if c.i > verb.i and (c.dep_ == "dobj" or c.lower_ in GOES_ON)]
    told = [c for c in told if not any(t.ent_type_ in {"DATE", "TIME", "GPE"} for t in c.subtree)]
    if not told:
        return None
    last = max(c.right_edge.i for c in told)
    return verb.doc.text[verb.idx : verb.doc[last].idx + len(verb.doc[last])].rstrip(" ,.;")


def _latency(annotated: Annotated, event: Token) -> str | None:
    """How soon after another contact it was, ISO 8601: "within five to 10 minutes after the talks"; None if untold."""
    text = annotated.article.text
    for time in times_over(annotated, sentence_span(annotated, event)):
        if time.length and AFTERWARDS.match(text, time.span.end):
            shortest, longest = time.length
            return shortest if shortest == longest else f"{shortest}/{longest}"
    return None
