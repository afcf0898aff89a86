"""What a demand is of: told behind "which include", broken off before its object, or nothing that a party could do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ANYBODY = frozenset({"everyone", "everybody", "anyone", "anybody", "all", "people", "one"})
BARE = frozenset({"VB", "VBG"})


def told_after(noun: Token) -> list[Token]:
    """ "Its demands, which include a truce and a vote": the truce; empty where nothing is told so."""
    relatives = [c for c in noun.rights if c.dep_ == "relcl" and c.lemma_ == "include"]
    return [t for clause in relatives for t in objects(clause)[:1]]


def is_budget(verb: Token, thing: Token) -> bool:
    """ "Requested an additional $5 million": a sum that is asked of one's own parliament; "from Kenya" is a demand."""
    is_sum = any(t.ent_type_ == "MONEY" for t in (thing, *thing.lefts))
    return verb.lemma_ == "request" and is_sum and not prepositional(verb, ("from", "of"))


def is_for_anybody(subject: Token, verb: Token) -> bool:
    """ "Everyone should be happy": how people should feel or be, and nothing that a party could do."""
    bound = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    is_state = bound.lemma_ in {"be", "feel", "stay", "remain"} and any(c.dep_ == "acomp" for c in bound.children)
    return subject.lower_ in ANYBODY and is_state


def to_its_object(doc: Doc, content: Span) -> Span:
    """ "Allow and facilitate, without delay, all aid": the words up to the object that stands behind an aside."""
    words = doc.char_span(content.start, content.end, alignment_mode="expand")
    if words is None or words[-1].tag_ not in BARE or words.end >= words.sent.end or doc[words.end].text != ",":
        return content
    if any(c.dep_ in {"dobj", "xcomp", "ccomp", "acomp"} and c.i > words[-1].i for c in words[-1].children):
        return content
    commas = [t.i for t in doc[words.end + 1 : words.sent.end] if t.text == ","]
    if not commas or doc[words.end + 1].pos_ not in {"ADP", "SCONJ", "ADV"}:
        return content
    last = words.sent.end
    while last > words.end and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    return Span(content.start, doc[last - 1].idx + len(doc[last - 1]))
