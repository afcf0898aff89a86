"""Which party that is no state a bare noun means ("the group", "the delegation"), and who is outside "both sides"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.annotate.namedas import named_as
from dragoman.annotate.nominals import Nominal
from dragoman.annotate.trail import MEMORY, Known, Words
from dragoman.types import Actor, Annotated, Mention, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token


def same_team(nominal: Nominal, known: Known) -> int | None:
    """ "The delegation" after "the Kenyan delegation": the last named by that noun that has a side."""
    said = nominal.text.lower().split()
    if nominal.side is not None or nominal.lemma not in TEAMS or said != ["the", nominal.lemma]:
        return None
    fitting = [i for i, a in enumerate(known.actors) if a.kind == "group" and a.side and a.name.split()[-1] == said[1]]
    return fitting[-1] if fitting else None


TEAMS = frozenset({"delegation", "team", "negotiator", "mission"})
"""Nouns for those who negotiate for somebody."""


def counterparts_meant(nominal: Nominal, noun: Token, known: Known) -> tuple[int, ...]:
    """ "He and his counterparts" after "he met A and B": those named with him last; empty for counterparts of a state.

    Or the same counterparts who were told with more words before ("his counterparts from the lake states").
    """
    owner = next((child for child in noun.lefts if child.tag_ == "PRP$"), None)
    if owner is None or nominal.side is not None or nominal.last - nominal.first != len(("his", "counterparts")):
        return ()
    whose = next((t.actors for t in reversed(known.trail[-MEMORY:]) if t.token == owner.i), ())
    last = known.trail[-1].sentence if known.trail else 0
    for trace in reversed(known.trail[-MEMORY:]):
        if trace.sentence == last or trace.quoted:
            continue
        told = [i for i in trace.actors if known.actors[i].kind == "group" and noun.lower_ in known.actors[i].name]
        if told:
            return (told[-1],)
        if set(whose) & set(trace.actors) and (met := _persons_with(whose, trace.sentence, known)):
            several = noun.tag_ in {"NNS", "NNPS"}
            return met if several == (len(met) > 1) else ()
    return ()


def _persons_with(whose: tuple[int, ...], sentence: int, known: Known) -> tuple[int, ...]:
    """The persons of other sides who are named in the sentence beside somebody."""
    sides = {known.actors[i].side for i in whose}
    near = {i for trace in known.trail if trace.sentence == sentence for i in trace.actors if i not in whose}
    return tuple(sorted(i for i in near if known.actors[i].kind == "person" and known.actors[i].side not in sides))


def who_urges(noun: Token, known: Known) -> frozenset[int]:
    """ "Kenya urged both sides to talk": the one who urges, who is none of those sides."""
    verb = noun.head
    while verb.head != verb and (
        verb.pos_ == "ADP" or (noun.dep_ in {"nsubj", "conj"} and verb.dep_ in {"ccomp", "xcomp"})
    ):
        noun, verb = verb, verb.head
    if verb.lemma_ not in URGING or noun.i < verb.i:
        return frozenset()
    who = {t.i for child in verb.children if child.dep_ == "nsubj" for t in (child, *child.conjuncts)}
    return frozenset(i for trace in known.trail[-MEMORY:] if trace.token in who for i in trace.actors)


URGING = frozenset({"urge", "press", "call", "ask", "invite", "push", "encourage", "host", "thank", "appeal", "bring"})
"""Verbs whose subject stands outside the sides that it deals with."""


def band_meant(nominal: Nominal, known: Known, words: Words) -> tuple[int, ...]:
    """ "The group" after "Hezbollah said": the party last named as a subject, or as the one whose leader speaks.

    Empty where the phrase describes the group further ("the main opposition group") or another body was named since.
    """
    said = nominal.text.lower().split()
    alone = nominal.last == nominal.head + 1 and said[:1] == ["the"] and set(said[1:-1]) <= words.armed
    if not alone or nominal.lemma not in words.bands or said[-1] != nominal.lemma:
        return ()
    last = known.trail[-1].sentence if known.trail else 0
    for trace in reversed(known.trail[-MEMORY:]):
        if last - trace.sentence > NEAR_BAND:
            break
        if not (trace.subject or trace.owns):
            continue
        bands = {_band_of(known.actors[i], known, words) for i in trace.actors}
        if None not in bands or any(known.actors[i].kind in {"organisation", "group"} for i in trace.actors):
            return tuple(i for i in bands if i is not None) if len(bands) == 1 else ()
    return ()


NEAR_BAND = 2
"""Sentences back in which the party is looked for that "the group" stands for."""


def _band_of(actor: Actor, known: Known, words: Words) -> int | None:
    """The party, no league of states, that an actor is or acts for ("Houthi sources"); None where it is no such one."""
    side = known.by_name.get(actor.side or "")
    if side is None or words.leagues & set(known.actors[side].name.lower().split()):
        return None
    return side if known.actors[side].kind == "organisation" else None


FIGHTERS = frozenset({"rebel", "fighter", "insurgent", "militant", "separatist", "guerrilla", "militia", "gunman"})
"""Nouns for those who fight for a party that is no state."""


def sides_fighting(nominals: Iterable[Nominal]) -> frozenset[str]:
    """The sides whose fighters a text tells of: "Houthi rebels", "fighters of Hamas"."""
    return frozenset(n.side for n in nominals if n.lemma in FIGHTERS and n.side)


def fighters_meant(nominal: Nominal, known: Known) -> tuple[int, ...]:
    """ "The rebels" after "the Houthis": the only party whose fighters the text tells of; empty without, or of a state.

    It must have been a subject in the last sentences, so that the rebels of another war are not it.
    """
    if len(known.fighting) != 1 or nominal.lemma not in FIGHTERS or not nominal.definite:
        return ()
    party = known.by_name.get(min(known.fighting))
    if party is None or known.actors[party].kind != "organisation":
        return ()
    last = known.trail[-1].sentence if known.trail else 0
    near = [t for t in known.trail[-MEMORY:] if last - t.sentence <= NEAR_BAND and t.subject]
    return (party,) if any(party in t.actors for t in near) else ()


def body_meant(nominal: Nominal, known: Known) -> tuple[int, ...]:
    """ "The group" after "the Lake Contact Group": the body named last whose name ends in the noun; else nobody."""
    if not nominal.definite or nominal.side is not None or nominal.text.lower() != f"the {nominal.lemma}":
        return ()
    for trace in reversed(known.trail[-MEMORY:]):
        for i in trace.actors:
            actor = known.actors[i]
            *first, last = actor.name.split()
            if first and last.lower() == nominal.lemma and last[:1].isupper() and actor.kind in BODIES:
                return (i,)
    return ()


def described_meant(nominal: Nominal, noun: Token, known: Known) -> tuple[int, ...]:
    """ "The think tank" after "the Lake Centre, a think tank in Oslo": the body last told to be such a one."""
    said = nominal.text.lower().split()
    if said[:1] != ["the"] or nominal.side is not None or not noun.tag_.endswith(("NN", "NNP")):
        return ()
    for trace in reversed(known.trail[-MEMORY:]):
        told = [kid for kid in noun.doc[trace.token].children if kid.dep_ == "appos" and kid.pos_ == "NOUN"]
        told += [kid for kid in (noun.doc[trace.token],) if named_as(kid)]  # "a group known as the Lake Front"
        words = {word.lower_ for kid in told if kid.lemma_ == noun.lemma_ for word in (kid, *kid.lefts)}
        bodies = [i for i in trace.actors if known.actors[i].kind in BODIES]
        if set(said[1:]) <= words and len(bodies) == len(trace.actors) == 1:
            return (bodies[0],)
    return ()


BODIES = frozenset({"group", "organisation"})
PRESS = frozenset({"newspaper", "paper", "publication", "magazine", "daily", "broadcaster", "tabloid", "weekly"})


def press_meant(nominal: Nominal, known: Known) -> tuple[int, ...]:
    """ "The newspaper" after "The Harbour Times reported": the body without a side that was last a subject."""
    if nominal.lemma not in PRESS or nominal.text.lower() != f"the {nominal.lemma}":
        return ()
    for trace in reversed(known.trail[-MEMORY:]):
        bodies = [i for i in trace.actors if known.actors[i].kind == "organisation" and known.actors[i].side is None]
        if trace.subject and not trace.quoted and len(bodies) == len(trace.actors) == 1:
            return (bodies[0],)
    return ()


def body_told_before(annotated: Annotated, whole: Span) -> Mention | None:
    """ "The think tank" after "the Lake Centre, a think tank in Oslo": the name last told to be such a one."""
    words = annotated.doc.char_span(whole.start, whole.end, alignment_mode="expand")
    if words is None or words[0].lower_ != "the" or words.root.tag_ != "NN" or not 1 < len(words) <= LONGEST_NOUN:
        return None
    noun = words[1:].text.lower()
    for mention in reversed(annotated.mentions):
        if mention.form != "name" or mention.span.start >= whole.start or len(mention.actors) != 1:
            continue
        told = (kid for kid in annotated.doc[mention.head].rights if kid.dep_ == "appos")
        if any(annotated.doc[kid.left_edge.i : kid.i + 1].text.lower().endswith(noun) for kid in told):
            return mention
    return None


LONGEST_NOUN = 4
"""Words of "the Oslo think tank"."""
