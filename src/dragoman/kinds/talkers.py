"""Who takes part in a contact that is told without its parties: "the talks due to begin in Geneva on Friday"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.kinds.encounters import Encounter
from dragoman.kinds.telling import is_same_actor, merge_parties
from dragoman.types import Actor, Annotated, Span

TALKING = frozenset({"talks", "summit"})
MEETING = frozenset({"talks", "summit", "meeting"})
LEAST_NAMED = 4
"""How often the article must name a side before it is taken for a party to talks told without their parties."""
LEAST_SHARE = 0.7
"""How often a side is named beside the first to be a party too."""


def with_talkers(annotated: Annotated, told: Encounter, groups: Sequence[list[Encounter]]) -> tuple[Actor, ...]:
    """The parties of a telling with those added that the article gives the same talks elsewhere.

    They are those of the talks that the article tells most, where those named here took part in them; else the sides
    that it speaks of most. Fewer than two when it speaks of nobody enough.
    """
    modes = MEETING if told.mode == "meeting" else TALKING
    talks = [group for group in groups if group[0].mode in modes and _fits(told, group)]
    if talks:
        sentence = sentence_at(annotated, told.span.start)
        most = max(talks, key=lambda group: (_is_told_in(group, sentence), len(group)))
        return merge_parties([told.participants, merge_parties([one.participants for one in most])])
    return merge_parties([told.participants, _sides_spoken_of(annotated, told)])


def sentence_at(annotated: Annotated, offset: int) -> Span:
    """The sentence that holds the code point."""
    return next(s.span for s in annotated.sentences if s.span.start <= offset < s.span.end)


def _is_told_in(group: list[Encounter], sentence: Span) -> bool:
    return any(sentence.start <= one.span.start < sentence.end for one in group)


def _fits(told: Encounter, group: list[Encounter]) -> bool:
    """Whether all who are named here took part there, between two sides."""
    there = merge_parties([one.participants for one in group])
    sides = {actor.side or actor.name for actor in there}
    if told.place and group[0].place != told.place and all(actor.kind == "person" for actor in there):
        return False  # the talks of two leaders are no series of talks elsewhere
    if len(sides) < 2:
        return False
    if told.is_trilateral and len(sides) < 3:
        return False
    return all(
        any(is_same_actor(actor, other) or actor.name == other.side for other in there) for actor in told.participants
    )


def _sides_spoken_of(annotated: Annotated, told: Encounter) -> tuple[Actor, ...]:
    """The two sides that the article names most, a third named nearly as often or in talks of three."""
    counts: Counter[str] = Counter()
    for mention in annotated.mentions:
        if mention.form != "place":
            counts.update({side for i in mention.actors if (side := annotated.actors[i].side)})
    taken = {actor.side for actor in told.participants}
    most = [(side, n) for side, n in counts.most_common(3) if n >= LEAST_NAMED]
    if len(most) < 2:
        return ()
    least = 0 if told.is_trilateral else LEAST_SHARE * most[0][1]
    chosen = [side for side, n in most if n >= least and side not in taken]
    return tuple(_party(annotated, side) for side in chosen[: max(0, 3 - len(told.participants))])


def _party(annotated: Annotated, side: str) -> Actor:
    """The actor that bears the side's name, else a new one."""
    named = (actor for actor in annotated.actors if actor.name == side and actor.kind != "person")
    return next(named, Actor(side, (), side, None, "state"))
