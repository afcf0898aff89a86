"""Who did together what several do: "Torv met the lake ministers. They agreed that ..." are the ministers and Torv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.met import those_met
from dragoman.annotate.trail import MEMORY, Known

if TYPE_CHECKING:
    from dragoman.parsed import Token

SHARED = frozenset(
    {"agree", "discuss", "reaffirm", "reiterate", "underscore", "emphasize", "emphasise", "exchange", "review"}
    | {"affirm", "consult", "pledge", "commit", "resolve", "underline", "recommit", "vow"}
)
"""What both say who have met; "said", "asked" and "demanded" may be of those alone who were met."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def with_host(meant: tuple[int, ...], said: Token, known: Known) -> tuple[int, ...]:
    """Those meant by "they" or "the leaders", with whoever met them, where `said` is the subject of what both say.

    Only of those last named behind "with" in a clause whose subject is somebody else.
    """
    if said.dep_ not in SUBJECTS or not (said.head.lemma_ in SHARED or _is_joint(said.head)):
        return meant
    met = those_met(known, said.doc)
    if set(meant) < set(met) and (meant or len(met) == len(("one side", "the other"))):
        return met
    for trace in reversed(known.trail[-MEMORY:]):
        if not set(trace.actors) & set(meant):
            continue
        if set(trace.actors) > set(meant):
            return trace.actors
        verb = _met(said.doc[trace.token])
        if verb is None or trace.quoted:
            return meant
        hosts = [t for t in known.trail[-MEMORY:] if t.sentence == trace.sentence and _is_subject_of(t.token, verb)]
        others = tuple(i for t in hosts[:1] for i in t.actors if i not in meant)
        return (*others, *meant)
    return meant


def _is_joint(verb: Token) -> bool:
    return any(kid.lower_ in {"jointly", "together"} and kid.dep_ == "advmod" for kid in verb.lefts)


def _met(name: Token) -> Token | None:
    """The verb of the meeting at which somebody stands behind "with"; None where he stands elsewhere."""
    while name.dep_ in {"conj", "appos"} and name.head.i != name.i:
        name = name.head
    if name.dep_ != "pobj" or name.head.lower_ != "with":
        return None
    above = name.head.head
    while above.pos_ in {"NOUN", "PROPN", "ADP"} and above.head.i != above.i:
        above = above.head
    return above if above.pos_ == "VERB" else None


def _is_subject_of(token: int, verb: Token) -> bool:
    return any(kid.i == token and kid.dep_ in SUBJECTS for kid in verb.children)
