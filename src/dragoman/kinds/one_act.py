"""Which tellings of acts in one article are of one act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.annotate.clauses import objects, prepositional
from dragoman.annotate.voices import overlaps
from dragoman.kinds.acts import MONTH, Act
from dragoman.kinds.windows import EXACT_DAYS, apart_in_time, days_long, is_dated
from dragoman.types import Actor

APART = frozenset({"after", "before", "since"})
DECADE = 3_650


def without_means(acts: Iterable[Act]) -> Iterator[Act]:
    """The acts without those that only tell how another was done ("attacked, deploying 70 missiles")."""
    told = tuple(acts)
    for act in told:
        if not any(_is_means_of(act, other) for other in told):
            yield act


def _is_means_of(act: Act, other: Act) -> bool:
    if act.row.id == "action.kill" and act.head.dep_ == "advcl" and act.head.tag_ == "VBG":
        return act.head.head == other.head and _share(act.actors, other.actors)  # "shelled the town, killing two"
    if (
        act.row.means in {other.row.means, "ACCUSE"}
        or act.head.sent != other.head.sent
        or not _share(act.actors, other.actors)
    ):
        return False
    within = act.head.dep_ == "advcl" and act.head.tag_ == "VBG" and act.head.head in (other.head, other.head.head)
    return within or (act.row.means == "MOBILIZE" and other.row.means == "ASSAULT")


def is_one_act(a: Act, b: Act) -> bool:
    """One act in one article: the same type, an actor in common, no targets or days apart, and the same word or day."""
    if a.row.means != b.row.means or _sides(a.actors) != _sides(b.actors):
        return False
    if _hit_others(a, b) or apart_in_time(a.when, b.when):
        return False
    if _is_at_another_time(a, b) or _is_at_another_time(b, a) or _are_others_hurt(a, b) or _are_other_things(a, b):
        return False
    if (a.place and b.place and a.place != b.place) or _is_series(a, b) or _is_series(b, a):
        return False
    if a.row.id.split("_")[0] == b.row.id.split("_")[0] or overlaps(a.span, b.span):
        return True
    return a.head in b.head.conjuncts or (a.when is not None and a.when == b.when)


def _hit_others(a: Act, b: Act) -> bool:
    """Whether two targets are not one; "Kenya" and "two farmers" in the same words are."""
    if not a.targets or not b.targets or _share(a.targets, b.targets):
        return False
    sided = [any(actor.side for actor in act.targets) for act in (a, b)]
    is_taking = ABDUCT in (a.row.id, b.row.id)
    return is_taking or sided[0] == sided[1] or not overlaps(a.span, b.span)


ABDUCT = "action.abduct"
"""Of hostages it tells who was taken, not whom the raid struck."""


def _are_others_hurt(a: Act, b: Act) -> bool:
    """ "Killed four people", "one person was killed": each tells how many suffered, and they differ."""
    counts = [{n.lower_ for t in objects(act.head) for n in t.lefts if n.dep_ == "nummod"} for act in (a, b)]
    return bool(counts[0] and counts[1]) and not counts[0] & counts[1]


TAKING = frozenset({"action.seize", "action.annex"})
"""Acts of which the words say what was taken."""


def _are_other_things(a: Act, b: Act) -> bool:
    """ "Took back most of the valley", "took a village": each tells what was taken, and it isn't the same."""
    if a.row.id not in TAKING or b.row.id not in TAKING:
        return False
    taken = [_taken(act) for act in (a, b)]
    return bool(taken[0] and taken[1]) and not taken[0] & taken[1]


def _taken(act: Act) -> set[str]:
    """What was taken: its name, where it is "the town of" some name, else its noun."""
    things = [t for t in objects(act.head) if t.pos_ != "PRON"]
    names = {n.lower_ for t in things for n in prepositional(t, ("of",)) if n.pos_ == "PROPN"}
    return names or {t.lemma_.lower() for t in things}


def _is_at_another_time(act: Act, other: Act) -> bool:
    """ "struck the road, a day after it had shelled the town": told beside the other, and not at its time."""
    marks = {c.lower_ for c in act.head.children if c.dep_ in {"mark", "prep"} and c.i < act.head.i}
    under = act.head.dep_ in {"advcl", "pcomp"} and other.head in act.head.ancestors
    return under and (bool(marks & APART) or act.head.head.lower_ in APART)


def _is_series(a: Act, b: Act) -> bool:
    """Whether one tells of a day and the other of months ("struck 200 times this year"): many acts, not that one."""
    return is_dated(a.when) and days_long(a.when) <= EXACT_DAYS and MONTH <= days_long(b.when) < DECADE


def _sides(actors: tuple[Actor, ...]) -> set[str]:
    return {actor.side or actor.name for actor in actors}


def _share(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    return any(x.name == y.name for x in a for y in b)
