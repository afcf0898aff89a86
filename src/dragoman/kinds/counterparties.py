"""The other party of an agreement that is told of one or of none: by whose clause, meeting or speech it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, is_passive, objects, prepositional, side_of, subjects
from dragoman.kinds.frames import is_party, parties_at, speakers_at
from dragoman.kinds.pact_parties import hyphened
from dragoman.kinds.pairs import parties_of_several
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

OFFERS = "kinds/offer_words"
PAIR = 2
MEETING = ("at", "in", "during", "after", "following")
OF = ("between", "of", "with", "among")


def sides_meeting(annotated: Annotated, verb: Token, lexicon: Lexicon) -> tuple[Actor, ...]:
    """ "Agreed at the summit of Kenya and Uganda", "at the Kenya-Uganda talks": who met, two or more; else nobody."""
    told = prepositional(verb, MEETING)
    told += [t for each in told for t in prepositional(each, ("of",))]  # "after months of talks"
    talks = [t for t in told if t.lemma_.lower() in lexicon.words(OFFERS, "talks")]
    for noun in talks:
        named = parties_of_several(annotated, prepositional(noun, OF), lexicon)
        found = named if len(named) >= PAIR else tuple(hyphened(annotated, noun))
        if len(found) >= PAIR:
            return found
    return ()


def with_the_met(annotated: Annotated, agreed: Token, verb: Token, who: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "Agreed in a call with Haddad to open the port", "signed a deal giving Kenya grain": with the other."""
    calls = [t for t in prepositional(verb, ("in", "during")) if t.lemma_ in CALLS]
    others = [t for call in calls for t in prepositional(call, ("with",))]
    given = [c for c in agreed.rights if c.dep_ == "acl" and c.tag_ == "VBG" and c.lemma_ in GRANTING]
    others += [
        t for c in given for t in (*objects(c), *(g for x in c.children for g in x.children if g.dep_ == "nsubj"))
    ]
    own = {actor.side or actor.name for actor in who}
    return (*who, *(a for a in parties_at(annotated, others) if (a.side or a.name) not in own))


CALLS = frozenset({"call", "conversation", "talk", "meeting", "negotiation", "summit"})
GRANTING = frozenset({"grant", "give", "allow", "let", "enable", "permit", "oblige", "require", "bind", "commit"})
"""What a deal does to the other party of it: "giving Kenya grain", "allowing Kenya to fish"."""


def with_speaker(annotated: Annotated, verb: Token, who: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "A truce had been agreed with the rebels, Haddad said": by the side of who says so, and with them.

    Only where no words tell who agreed, and one side of those who say it is a party other than those it is with.
    """
    if not is_passive(verb) or subjects(verb) or not prepositional(verb, ("with",)):
        return who
    return _joined_by_speaker(annotated, verb, who)


def besides_speaker(annotated: Annotated, noun: Token) -> tuple[Actor, ...]:
    """ "Haddad said there was no deal with the rebels": the side of who says so, and those it is with; else nobody."""
    named = actors_at(annotated, prepositional(noun, ("with",)))
    return _joined_by_speaker(annotated, noun, named) if len(named) == 1 else ()


def _joined_by_speaker(annotated: Annotated, word: Token, who: tuple[Actor, ...]) -> tuple[Actor, ...]:
    told = {actor.side or actor.name for actor in who}
    for actor in speakers_at(annotated, word.idx):
        party = side_of(actor)
        if party is not None and is_party(party) and party.kind != "person" and party.name not in told:
            return (party, *who)
    return who
