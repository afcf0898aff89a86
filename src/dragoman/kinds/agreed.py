"""What is agreed, by its words, and what only sounds like an agreement of those who are told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import clause_span, is_passive, objects, prepositional, when_of
from dragoman.annotate.held import holders
from dragoman.annotate.phrases import phrase
from dragoman.annotate.speechtime import time_of_speech
from dragoman.annotate.status import event_status
from dragoman.annotate.storytime import when_happened
from dragoman.annotate.voices import author, overlaps
from dragoman.kinds.frames import clause_words, own_words, trimmed
from dragoman.kinds.untold import with_aim
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

TOPICAL = frozenset({"on", "over", "about", "regarding"})


def agreed_words(head: Token, verb: Token) -> Span:
    """ "A deal on a loan review": with what it is on or for, though the parser hangs that on the verb.

    Of "the deal that both signed in May" the deal.
    """
    if verb.head == head and (verb.dep_ == "relcl" or (verb.dep_, verb.tag_) == ("acl", "VBD")):
        return trimmed(head.doc, own_words(head)[0], min(c.left_edge.i for c in (verb, *_named_beside(head, verb))))
    if (thing := _done_by_each(head)) is not None:
        return Span(clause_words(head).start, clause_words(thing).end)
    span = with_aim(head, clause_words(head)) if not any(c.dep_ != "punct" for c in head.rights) else clause_words(head)
    beside = head.head.children if head.dep_ in {"dobj", "nsubjpass"} else ()
    after = (c for c in beside if c.dep_ == "prep" and c.i == head.right_edge.i + 1)
    for topic in (c for c in after if c.lower_ in TOPICAL and not _is_date(c)):
        for noun in (c for c in topic.children if c.dep_ == "pobj"):
            last = phrase(noun)[-1]
            return Span(span.start, last.idx + len(last))
    return span


def _done_by_each(head: Token) -> Token | None:
    """ "Agreed to each hand over ten prisoners": what the parser takes for the object of "agreed" is that of "hand"."""
    is_deed = head.dep_ == "pobj" and head.head.lower_ == "to" and any(c.lower_ == "each" for c in head.lefts)
    things = [c for c in head.head.head.children if c.dep_ == "dobj" and c.i > head.i] if is_deed else []
    return things[0] if things else None


def _named_beside(head: Token, verb: Token) -> list[Token]:
    """ "The deal Kenya signed": who signed it, which the parser takes for another name of it."""
    return [c for c in head.children if c.dep_ == "appos" and c.i < verb.i]


def _is_date(preposition: Token) -> bool:
    """ "(signed) the accord on Thursday": the day is that of the signing."""
    return any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in preposition.children)


STAYING_OUT = frozenset({"sign", "adopt", "ratify", "endorse", "approve"})
"""What some may not do with an agreement of others."""


def is_of_others(verb: Token, thing: Token, several: int) -> bool:
    """ "Some states did not sign the communique": others did, and those who didn't agreed on nothing."""
    is_known = any(c.lower_ in {"the", "this", "that"} for c in thing.lefts)
    return verb.lemma_ in STAYING_OUT and (several < 2 or is_known)


def are_others(annotated: Annotated, who: tuple[Token, ...]) -> bool:
    """ "The parties", in a readout that tells what was asked of them: those in dispute, and not those who spoke."""
    if len(who) != 1 or not _are_the_parties(who[0]) or author(annotated) is None:
        return False
    return any(_are_the_parties(t) and t.dep_ in {"dobj", "pobj"} for t in annotated.doc)


def _are_the_parties(noun: Token) -> bool:
    return noun.lemma_ == "party" and noun.tag_ == "NNS" and {c.lower_ for c in noun.lefts} == {"the"}


def is_comprehension(verb: Token, thing: Token) -> bool:
    """ "Got a clear understanding of the plan": nothing agreed."""
    return thing.lemma_ == "understanding" and verb.lemma_ in {"get", "come", "make", "achieve"}


def is_endorsed(verb: Token, thing: Token) -> bool:
    """ "This agreement has been endorsed by the council": an answer to what others agreed."""
    return verb.lemma_ == "endorse" and any(c.lower_ in {"the", "this", "that", "these"} for c in thing.lefts)


def is_set(clause: Token, lexicon: Lexicon) -> bool:
    """ "Agreed that the talks should go on": set down; "that Kenya must leave" is only what they think of another."""
    must = any(c.dep_ == "aux" and c.lower_ in {"should", "must"} for c in clause.children)
    if any(c.dep_ == "auxpass" for c in clause.children) and any(c.lower_ == "must" for c in clause.children):
        return False  # "that all captives must be freed": by others
    who = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    many = lexicon.words("kinds/agreement", "many")
    return must and not any(c.pos_ in {"PROPN", "PRON"} or c.lemma_.lower() in many for c in who)


def is_mandated(clause: Token) -> bool:
    """ "(Agreed) that a council be formed", "that talks resume": what shall be, in the bare form of the verb."""
    bare = clause.tag_ == "VB" or any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in clause.children)
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children)
    return bare and has_subject and not any(c.dep_ == "aux" for c in clause.children)


def is_standing(thing: Token) -> bool:
    """ "The accord signed by both will help", "under a deal both signed", "a truce made by both collapsed": there."""
    known = thing.head.lower_ == "under" or any(c.lower_ in {"the", "this", "that"} for c in thing.lefts)
    return known or (thing.dep_ == "nsubj" and event_status(thing.head).value == "cancelled")


def as_agreed(verb: Token) -> Token | None:
    """ "The port opened, as both had agreed", "as agreed by both in May": what is done by what was agreed."""
    is_so = verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.children)
    is_so = is_so or (verb.dep_ == "pcomp" and verb.head.lower_ == "as")
    deed = verb.head.head if verb.dep_ == "pcomp" else verb.head
    bare = not objects(verb) or is_passive(verb)
    return deed if is_so and verb.tag_ == "VBN" and deed.pos_ == "VERB" and bare else None


GROUND = frozenset({"build", "follow", "mark", "recall", "note", "draw"})
"""Verbs before what was there already: "building on the summit in May, they agreed"."""


def when_agreed(annotated: Annotated, verb: Token) -> When | None:
    """When it was agreed; a day of what it builds on is not it."""
    when = when_happened(annotated, verb)
    grounds = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_ in GROUND)
    before = [clause_span(c) for c in grounds if c.i < verb.i]
    named = (t.window for t in annotated.times if any(overlaps(t.span, ground) for ground in before))
    return None if when is not None and when in named else when


def when_expected(annotated: Annotated, verb: Token) -> When | None:
    """When it shall be agreed: no day that is past, nor that on which somebody says so."""
    when, published = when_of(annotated, verb), annotated.article.published
    if when is None or (published is not None and when.end is not None and when.end < published):
        return None
    return None if any(time_of_speech(annotated, said) == when for said in holders(annotated, verb.idx)) else when


HELPERS = frozenset({"advisor", "adviser", "aide", "team", "staff", "deputy"})


def is_of_one_side(parties: tuple[Actor, ...]) -> bool:
    """ "The president, her envoy and the president's aides negotiated it": with whom isn't told."""
    sides = {actor.side for actor in parties if not _are_helpers(actor)}
    return len(parties) > 1 and len(sides) == 1 and None not in sides and any(map(_are_helpers, parties))


def _are_helpers(actor: Actor) -> bool:
    """ "The president's aides", of no side of their own."""
    last = actor.name.lower().split()[-1].removesuffix("s")
    return actor.side is None and actor.kind == "group" and last in HELPERS and "’s " in actor.name.replace("'", "’")


def agreed_with(verb: Token, things: list[Token]) -> tuple[Token, ...]:
    """ "Kenya's offer had been agreed with Uganda": whose it is, and with whom; "a truce was agreed with"."""
    beside = prepositional(verb, ("with",))
    owners = [c for t in things for c in t.lefts if c.dep_ in {"poss", "amod", "compound"} and c.pos_ == "PROPN"]
    return (*owners, *beside) if beside else ()
