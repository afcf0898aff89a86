"""Who "both sides", "the two presidents" and "the leaders" are: the sides and persons spoken of last."""

from __future__ import annotations

from dragoman.annotate.nominals import Nominal
from dragoman.annotate.sides import state_opposed
from dragoman.annotate.trail import MEMORY, Known, Words
from dragoman.types import Actor


def parties_meant(
    nominal: Nominal, known: Known, words: Words, without: frozenset[int] = frozenset()
) -> tuple[int, ...]:
    """ "both presidents", "the two sides": the last two persons in that office, or the last two sides that acted.

    Those in `without` are none of them. Empty where it stays open, and for "all parties", a group of their own.
    """
    wanted = nominal.count or 2
    if nominal.text.lower().startswith("all "):
        return ()
    group = _group_of(nominal, known) if nominal.count is None else None
    if group is not None:
        return (group,)
    found: list[int] = []
    persons = nominal.lemma in words.heads or nominal.lemma in {"minister", "man"}
    if not persons and wanted == 2 and (pair := at_home(known)):
        return pair
    if not persons and not without and (named := _sides_together(nominal, known)):
        return named
    if not persons and not without and len(_sides_nearby(known)) > wanted:
        return ()  # "both sides" where three are spoken of: nobody is guessed at
    for trace in reversed(known.trail[-MEMORY:]):
        for i in trace.actors:
            actor = known.actors[i]
            holds = i < known.named and actor.kind == "person" and _holds(actor, nominal.lemma, words)
            fits = holds if persons else _is_side(actor) and not trace.owns
            if (
                fits
                and i not in found
                and i not in without
                and all(known.actors[j].side != actor.side or actor.side is None for j in found)
            ):
                found.append(i)
        if len(found) >= wanted:
            return tuple(sorted(found[:wanted]))
    if nominal.lemma == "leader" and (pair := _last_persons(known, wanted)):
        return pair
    return _sides_of_persons(known, wanted) if nominal.lemma in {"side", "party"} and not without else ()


def _sides_together(nominal: Nominal, known: Known) -> tuple[int, ...]:
    """ "The parties" after "Kenya, Uganda and Chad agreed": those who acted together in the sentence told last.

    As many as the number tells, and no other side told of there; empty without.
    """
    if nominal.lemma not in TOGETHER or not known.trail:
        return ()
    last = [t for t in known.trail[-MEMORY:] if t.sentence == known.trail[-1].sentence and not t.owns]
    joint = [t for t in last if t.subject and t.main and not t.quoted and len(t.actors) > 1]
    named = max((t.actors for t in joint), key=len, default=())
    others = {i for t in last for i in t.actors if _is_side(known.actors[i])} - set(named)
    if others or not all(_is_side(known.actors[i]) for i in named):
        return ()
    return named if nominal.count in {None, len(named)} else ()


TOGETHER = frozenset({"side", "party", "country", "government", "nation"})
"""Nouns for each of those who agree."""
NEARBY = 4
"""Sentences back in which the sides that "both sides" can mean are looked for."""


def _sides_nearby(known: Known) -> set[str]:
    """The sides that were named in the last sentences."""
    last = known.trail[-1].sentence if known.trail else 0
    near = [t for t in known.trail[-MEMORY:] if last - t.sentence < NEARBY]
    return {known.actors[i].name for t in near for i in t.actors if _is_side(known.actors[i]) and not t.owns}


def at_home(known: Known) -> tuple[int, ...]:
    """A state and its opposition, where the opposition was named among the last: they are the two sides."""
    last = known.trail[-1].sentence if known.trail else 0
    for trace in reversed([t for t in known.trail[-MEMORY:] if last - t.sentence < NEARBY]):
        for i in trace.actors:
            state = state_opposed(known.actors[i].side or "")
            if state is not None and state in known.by_name:
                return tuple(sorted((known.by_name[state], i)))
    return ()


def _is_side(actor: Actor) -> bool:
    """A state, or an organisation that is a party of its own; a bank or a paper is none."""
    return actor.kind == "state" or (actor.kind == "organisation" and actor.side == actor.name)


def _group_of(nominal: Nominal, known: Known) -> int | None:
    """ "The leaders" after "leaders of 26 nations": the group named before by the same noun, where one was."""
    for trace in reversed(known.trail[-MEMORY:]):
        for i in trace.actors:
            actor = known.actors[i]
            words = actor.name.lower().replace("-", " ").split()
            is_just_told = known.trail[-1].sentence - trace.sentence < len(("here", "before"))
            told = len(words) > 1 or (nominal.lemma == "leader" and is_just_told)  # "briefed leaders on a call"
            if actor.kind == "group" and told and any(word.rstrip("s") == nominal.lemma for word in words):
                return i
    return None


def _last_persons(known: Known, wanted: int) -> tuple[int, ...]:
    """The last so many persons of different sides, whatever their office; empty when there are fewer."""
    found: dict[str, int] = {}
    for trace in reversed(known.trail[-MEMORY:]):
        for i in trace.actors:
            actor = known.actors[i]
            if i < known.named and actor.kind == "person" and actor.side and len(found) < wanted:
                found.setdefault(actor.side, i)
    return tuple(sorted(found.values())) if len(found) == wanted else ()


def _sides_of_persons(known: Known, wanted: int) -> tuple[int, ...]:
    """ "Ugandan minister Torv met Kenya's envoy Nur. Both sides agreed ...": the states of those named just before.

    "The Kenyan delegation" tells its state as well.
    A state that the text does not name by itself is stood for by its person; empty where more or fewer are named.
    """
    last = known.trail[-1].sentence if known.trail else 0
    found: dict[str, int] = {}
    for trace in (t for t in reversed(known.trail[-MEMORY:]) if last - t.sentence < NEARBY):
        for i in trace.actors:
            actor = known.actors[i]
            if actor.kind in {"person", "group"} and actor.side:
                found.setdefault(actor.side, known.by_name.get(actor.side, i))
    return tuple(sorted(found.values())) if len(found) == wanted else ()


def _holds(actor: Actor, lemma: str, words: Words) -> bool:
    roles = set((actor.role or "").split())
    return lemma in roles or (lemma in {"leader", "man"} and bool(roles & words.heads)) or lemma == "man"
