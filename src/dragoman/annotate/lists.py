"""Who is named together: the members of a list, for a later "they"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.trail import MEMORY, Known, Trace
from dragoman.types import Actor

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Token

LONGEST_LIST = 24
"""Mentions back in which a list joined by commas and "and" may begin."""


def joint(doc: Doc, trace: Trace, known: Known) -> Trace | None:
    """What "A and B" leaves behind beside A and B: both, for a later "they"; None where B ends no list.

    It stands under the later name, so that the third of a list finds the first two. States that are no subject are
    named together in many ways; persons are by standing in one list.
    """
    persons = _are_persons(trace, known)
    if not trace.subject and not persons:
        return None
    found = [one for one in (_joined(doc, trace, known), persons and _listed(doc, trace, known)) if one]
    earlier = max(found, key=lambda one: len(one.actors), default=None)
    if earlier is None or set(earlier.actors) & set(trace.actors):
        return None
    both = tuple(dict.fromkeys((*earlier.actors, *trace.actors)))
    return structs.replace(earlier, token=trace.token, actors=both, plural=True)


def _are_persons(trace: Trace, known: Known) -> bool:
    return all(known.actors[i].kind == "person" for i in trace.actors)


def _joined(doc: Doc, trace: Trace, known: Known) -> Trace | None:
    """The mention that this one is joined to by "and" in the parse."""
    if doc[trace.token].dep_ != "conj":
        return None
    head = doc[trace.token].head.i
    return next((t for t in reversed(known.trail[-LONGEST_LIST:-1]) if t.token == head), None)


def _listed(doc: Doc, trace: Trace, known: Known) -> Trace | None:
    """Those named before the last of a list whose names have titles and states, which parsers take apart."""
    persons = [t for t in known.trail[-LONGEST_LIST:-1] if _are_persons(t, known) and t.sentence == trace.sentence]
    members: list[Trace] = []
    last = trace.token
    for earlier in reversed(persons):
        if earlier.token >= last or not (told := _between(doc, earlier.token, last)):
            break
        if not members and "and" not in told:
            break  # "after talks with Torv, Nur said"
        members.append(earlier)
        last = earlier.token
    return (
        structs.replace(members[-1], actors=tuple(i for t in reversed(members) for i in t.actors)) if members else None
    )


def _between(doc: Doc, first: int, last: int) -> set[str]:
    """The words between two names beside titles and states; empty where more stands there than joins names."""
    between: list[Token] = [t for t in doc[first + 1 : last] if not t.is_space]
    told = {t.lower_ for t in between if t.pos_ != "PROPN"}
    return told if told & {",", "and"} and told <= {",", "and", "of", "the"} else set()


def together_before(known: Known, doc: Doc, sentence: int) -> tuple[int, ...]:
    """The persons of the sentence before who did something together ("A spoke with B. They agreed ...").

    Where it names more than two, those who are the subject, the object or after "with" of one verb, lists whole; empty
    where that leaves one, and where it names one only.
    """
    near = [t for t in known.trail if t.sentence == sentence - 1 and not t.quoted]
    persons = _persons(near, known.actors)
    if len(persons) < 3:
        return persons if len(persons) == 2 else ()
    verbs: dict[int, list[Trace]] = {}
    for trace in near:
        if (verb := _verb_of(doc[trace.token])) is not None:
            verbs.setdefault(verb, []).append(trace)
    together = max((_persons(traces, known.actors) for traces in verbs.values()), key=len, default=())
    return together if len(together) > 1 else ()


def together_here(known: Known, pronoun: Token, sentence: int) -> tuple[int, ...]:
    """The persons who did together what the clause before says ("A met B, and both agreed ..."); empty without two."""
    above = pronoun.head.head
    if pronoun.lower_ != "both" or pronoun.dep_ != "nsubj" or pronoun.head.dep_ != "conj" or pronoun.head == above:
        return ()
    near = [t for t in known.trail if t.sentence == sentence and _verb_of(pronoun.doc[t.token]) == above.i]
    persons = _persons(near, known.actors)
    return persons if len(persons) > 1 else ()


def leaders_met(doc: Doc, known: Known, heads: frozenset[str]) -> tuple[int, ...]:
    """ "The two leaders": the two who last met or spoke, of two sides and one of them a head of state; empty without.

    Whoever only owns what is told of ("the envoy delivered President Torv's thanks to President Nur") is none of them.
    """
    near = [t for t in known.trail[-MEMORY:] if not t.quoted]
    for sentence in sorted({t.sentence for t in near}, reverse=True):
        verbs: dict[int, list[Trace]] = {}
        for trace in near:
            verb = _verb_of(doc[trace.token]) if trace.sentence == sentence else None
            if verb is not None:
                verbs.setdefault(verb, []).append(trace)
        for traces in reversed(verbs.values()):
            pair = _persons(traces, known.actors)
            actors = [known.actors[i] for i in pair]
            sides = {actor.side for actor in actors} - {None}
            if len(pair) == len(sides) == 2 and any(heads & set((a.role or "").split()) for a in actors):
                return pair
    return ()


def _persons(traces: list[Trace], actors: list[Actor]) -> tuple[int, ...]:
    return tuple(sorted({i for trace in traces for i in trace.actors if actors[i].kind == "person"}))


def _verb_of(name: Token) -> int | None:
    """The verb whose subject, object or companion a name is, or the first of the names that it is joined to."""
    while name.dep_ in {"conj", "appos"} and name.head.i != name.i:
        name = name.head
    if name.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        return name.head.i
    is_companion = name.dep_ == "pobj" and name.head.lower_ in {"with", "to"}
    return name.head.head.i if is_companion else None
