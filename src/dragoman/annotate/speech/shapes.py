"""The shapes in which a verb takes what is said, read from the parse: a clause, an order, a noun phrase, a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.speech.cues import Cue
from dragoman.annotate.speech.syntax import RELATIVES, child, is_infinitive, is_passive

if TYPE_CHECKING:
    from dragoman.parsed import Token

Ranges = list[tuple[int, int]]
"""Token ranges, both ends inclusive."""
QUOTE_ALONE = frozenset({"quote"})
"""The shapes of a verb that takes nothing but a quote: "went on the record" says nothing."""


def content_ranges(verb: Token, cue: Cue, more: tuple[Token, ...]) -> Ranges:
    """The token ranges of what is said, inclusive, by the first shape of the cue that the parse shows."""
    if cue.shapes == QUOTE_ALONE:
        return []
    if more and more[-1].dep_ in {"prep", "agent"}:
        return _after_preposition(verb, cue, more[-1])
    if is_passive(verb):
        return _passive(verb, cue, more)
    for shape, reader in SHAPE_READERS:
        if shape in cue.shapes and (found := reader(verb, more, cue)):
            return found
    if "object" in cue.shapes:
        return _object(verb, cue)
    return _preposition(verb, cue) if "clause" in cue.shapes and cue.preps else []


def _edges(first: Token, last: Token) -> Ranges:
    return [(first.left_edge.i, last.right_edge.i)]


def _after_preposition(verb: Token, cue: Cue, prep: Token) -> Ranges:
    thing = child(prep, "pobj", "pcomp")
    if thing is None or thing.tag_ in RELATIVES or thing.ent_type_ in {"DATE", "TIME"}:
        return []
    if "order" in cue.shapes:
        order = _order_after(thing)
        if order is not None:
            return _edges(thing, order)
    return _edges(thing, thing)


def _order_after(thing: Token) -> Token | None:
    """What "to" opens right after the noun phrase, however the parser joined it ("urged them to de-escalate")."""
    after = thing.right_edge.i + 1
    if after >= len(thing.doc) or thing.doc[after].lower_ != "to":
        return None
    marker = thing.doc[after]
    order = marker if marker.dep_ == "prep" else marker.head
    return order if order.i > thing.i else None


def _clause(verb: Token, more: tuple[Token, ...], cue: Cue) -> Ranges:
    for holder in (verb, *more):
        # A clause before the cue is what was said ("The road is open, he said"), seldom what was thought.
        for kid in (*holder.rights, *(() if cue.wish else holder.lefts)):
            if kid not in more and (
                kid.dep_ == "ccomp" or (kid.dep_ == "acl" and holder.i != verb.i and child(kid, "mark") is not None)
            ):
                return _unbroken(kid, verb)
    # "made clear his aim": the parser takes the thing for the subject of the word that belongs to the cue.
    thing = next((kid for word in more for kid in word.rights if kid.dep_ == "nsubj"), None)
    return _edges(thing, thing) if thing is not None else []


def _unbroken(clause: Token, verb: Token) -> Ranges:
    """The clause, to the end of its sentence where the parser broke it off: after "and", or "that while ..."."""
    first, last = clause.left_edge.i, clause.right_edge.i
    again = next((kid for kid in clause.rights if kid.dep_ == "conj" and kid.lemma_ == verb.lemma_), None)
    if again is not None and child(again, "nsubj") is None:
        # "said A but said B": the second cue has the same speaker and starts a statement of its own.
        return [(first, again.left_edge.i - 1 - (clause.doc[again.left_edge.i - 1].dep_ == "cc"))]
    marks = sum(kid.dep_ == "mark" for kid in clause.lefts)
    if clause.doc[last].dep_ == "cc" or (marks > 1 and clause.doc[min(last + 1, len(clause.doc) - 1)].is_punct):
        while last + 1 < len(clause.doc) and not clause.doc[last + 1].is_sent_start:
            last += 1
    return [(first, last)]


def _order(verb: Token, more: tuple[Token, ...], cue: Cue) -> Ranges:
    order = next((kid for kid in verb.rights if kid.dep_ in {"xcomp", "ccomp"} and is_infinitive(kid)), None)
    thing = child(verb, "dobj") or (child(order, "nsubj") if order is not None else None)
    if order is None and thing is not None:
        order = _order_after(thing)
    if order is None:
        return []
    return _edges(thing, order) if thing is not None and verb.i < thing.i < order.i else []


def _infinitive(verb: Token, more: tuple[Token, ...], cue: Cue) -> Ranges:
    order = next((kid for kid in verb.rights if kid.dep_ == "xcomp"), None)
    return _edges(order, order) if order is not None and is_infinitive(order) else []


def _naming(verb: Token, more: tuple[Token, ...], cue: Cue) -> Ranges:
    name = next((kid for kid in verb.rights if kid.dep_ in {"oprd", "ccomp", "xcomp", "acomp"}), None)
    thing = child(verb, "dobj")
    if name is None and thing is not None and "object" not in cue.shapes:
        name = next((kid for kid in verb.rights if kid.dep_ == "prep" and kid.lower_ in cue.preps), None)
    if name is None:
        return []
    return _edges(thing, name) if thing is not None and verb.i < thing.i < name.i else _edges(name, name)


def _raised(verb: Token, more: tuple[Token, ...], cue: Cue) -> Ranges:
    """ "The road seems to be open": the subject belongs to what is said, and nobody is named who says it."""
    subject = child(verb, "nsubj", "nsubjpass")
    rest = next((kid for kid in verb.rights if kid.dep_ in {"xcomp", "oprd", "acomp", "attr"}), None)
    if subject is None or rest is None or subject.i > verb.i or subject.tag_ in RELATIVES:
        return []
    return _edges(subject, subject) + _edges(rest, rest)


SHAPE_READERS = (
    ("clause", _clause),
    ("order", _order),
    ("inf", _infinitive),
    ("name", _naming),
    ("raised", _raised),
)


def _object(verb: Token, cue: Cue) -> Ranges:
    thing = next((kid for kid in verb.rights if kid.dep_ == "dobj"), None)
    if thing is None:
        return []
    last = thing
    for kid in verb.rights:
        if kid.dep_ == "prep" and kid.i > thing.i and kid.lower_ in cue.preps:
            last = kid
    first, end = _edges(thing, last)[0]
    aside = next((kid for kid in thing.rights if kid.dep_ == "relcl" and kid.i <= end), None)
    if last is thing and aside is not None and thing.doc[aside.left_edge.i - 1].text == ",":
        end = aside.left_edge.i - 2
    return [(first, end)]


def _preposition(verb: Token, cue: Cue) -> Ranges:
    for kid in verb.rights:
        if kid.dep_ == "prep" and kid.lower_ in cue.preps:
            thing = child(kid, "pobj", "pcomp")
            return _edges(thing, thing) if thing is not None else []
    return []


def _completion(verb: Token, cue: Cue) -> Token | None:
    """What is said of the subject of a passive: "was called a trap", "was praised for its harbour"."""
    for kid in verb.rights:
        if kid.dep_ in {"xcomp", "oprd"} or (kid.dep_ == "prep" and kid.lower_ in cue.preps):
            return kid
    return None


def _noun_before(verb: Token, cue: Cue) -> Ranges:
    """ "the draft, described by Rossi as a trap": the noun phrase before the verb and what is said of it."""
    rest = _completion(verb, cue)
    if verb.dep_ != "acl" or rest is None or child(verb, "agent") is None or not cue.shapes & {"name", "object"}:
        return []
    last = verb.left_edge.i - 1
    last -= verb.doc[last].is_punct
    return [(verb.head.left_edge.i, last), *_edges(rest, rest)] if last >= verb.head.left_edge.i else []


def _passive(verb: Token, cue: Cue, more: tuple[Token, ...]) -> Ranges:
    """What is said in the passive: the clause, or the subject together with what is said of it."""
    if "clause" in cue.shapes and (found := _clause(verb, more, cue)):
        return found
    subject = child(verb, "nsubjpass")
    if subject is None or subject.tag_ in RELATIVES:
        return _noun_before(verb, cue) if subject is None else []
    rest = _completion(verb, cue)
    if cue.shapes & {"inf", "order", "name"} and rest is not None and rest.dep_ != "prep":
        return _edges(subject, subject) + _edges(rest, rest)
    if rest is not None and rest.dep_ == "prep" and child(rest, "pcomp") is not None:
        return []  # "was quoted as saying": the second verb is the cue
    if "object" in cue.shapes:
        return _edges(subject, subject) + (_edges(rest, rest) if rest is not None else [])
    return []
