"""Who takes part in a contact that is told without its parties: "the talks due to begin in Geneva on Friday"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from msgspec import structs

from dragoman.annotate.sides import opposition_of, state_opposed
from dragoman.kinds.encounters import Encounter
from dragoman.kinds.meeting import AHEAD
from dragoman.kinds.telling import NAMED_TALKS, is_same_actor, merge_parties
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Annotated, Span

TALKING = frozenset({"talks", "summit"})
MEETING = frozenset({"talks", "summit", "meeting"})
PEACE = "peace"
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
    words = annotated.article.text[told.span.start : told.span.end]
    if PEACE in words.lower() and (pair := _at_home(_sides_named(annotated), words)):
        talks = [group for group in talks if _are_between(pair, group)]  # whoever else talks with whom
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
    places = {one.place for one in group if one.place}
    if told.status not in AHEAD and told.place and places and told.place not in places:
        return False
    if told.place and group[0].place != told.place and all(actor.kind == "person" for actor in there):
        return False  # the talks of two leaders are no series of talks elsewhere
    if told.place and not any(one.rule in NAMED_TALKS for one in group if not one.is_echo):
        return False  # nor are they what somebody talked about with somebody
    if len(sides) < 2:
        return False
    if told.is_trilateral and len(sides) < 3:
        return False
    return all(
        any(is_same_actor(actor, other) or actor.name == other.side for other in there) for actor in told.participants
    )


def _are_between(pair: tuple[str, str], group: list[Encounter]) -> bool:
    """Whether both sides took part in the talks as told."""
    there = {actor.side or actor.name for one in group for actor in one.participants}
    return set(pair) <= there


@lru_cache(maxsize=1)
def _sides_named(annotated: Annotated) -> Counter[str]:
    """How often the article names each side, places aside."""
    counts: Counter[str] = Counter()
    for mention in annotated.mentions:
        if mention.form != "place":
            counts.update({side for i in mention.actors if (side := annotated.actors[i].side)})
    return counts


def _sides_spoken_of(annotated: Annotated, told: Encounter) -> tuple[Actor, ...]:
    """The two sides that the article names most, a third named nearly as often or in talks of three."""
    counts = _sides_named(annotated)
    taken = {actor.side for actor in told.participants}
    if pair := _at_home(counts, annotated.article.text[told.span.start : told.span.end]):
        return tuple(_party(annotated, side) for side in pair if side not in taken)
    rebels = _rebels(annotated)
    if rebels and [actor.kind for actor in told.participants] == ["state"]:
        return (rebels,)  # "the Syrian peace talks", where the rebels are not called Syrian
    words = annotated.article.text[told.span.start : told.span.end]
    if rebels and PEACE in words.lower() and (state := _where_it_is(annotated)) and not taken & counts.keys():
        return (_party(annotated, state), structs.replace(rebels, side=opposition_of(state)))
    most = [(side, n) for side, n in counts.most_common(3) if n >= LEAST_NAMED]
    if len(most) < 2:
        return ()
    least = 0 if told.is_trilateral else LEAST_SHARE * most[0][1]
    chosen = [side for side, n in most if n >= least and side not in taken]
    return tuple(_party(annotated, side) for side in chosen[: max(0, 3 - len(told.participants))])


def _at_home(counts: Counter[str], words: str) -> tuple[str, str] | None:
    """A government and its opposition, whom peace talks are between however often powers abroad are named; else None.

    Talks that are not told to be for peace are theirs only where the opposition is named as often as others.
    """
    pairs = [(state, side) for side in counts if (state := state_opposed(side)) in counts and state is not None]
    if not pairs:
        return None
    pair = max(pairs, key=lambda pair: counts[pair[1]])
    others = max((n for side, n in counts.items() if side not in pair), default=0)
    return pair if PEACE in words.lower() or counts[pair[1]] >= others else None


def _where_it_is(annotated: Annotated) -> str | None:
    """The state that the article names most, with its towns: twice as often as any other; None where there is none."""
    spoken = Counter(side for m in annotated.mentions for i in m.actors if (side := _state(annotated.actors[i])))
    first, second = (*spoken.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] >= LEAST_NAMED and first[1] >= 2 * second[1] else None


def _state(actor: Actor) -> str | None:
    return actor.side if actor.kind == "state" else None


def _rebels(annotated: Annotated) -> Actor | None:
    """Rebels or an opposition of whom the text doesn't say whose they are; None where it speaks of none."""
    against = load_lexicon().words("actors/groups", "against")
    return next(
        (
            actor
            for actor in annotated.actors
            if actor.kind == "group"
            and actor.side is None
            and actor.name.split()[-1].lower().removesuffix("s") in against
        ),
        None,
    )


def _envoy(annotated: Annotated, side: str) -> Actor | None:
    """The one person of an organisation whom the article names oftener than all else of it: its mediator."""
    counts = Counter(i for m in annotated.mentions for i in m.actors if annotated.actors[i].side == side)
    most = annotated.actors[counts.most_common(1)[0][0]] if counts else None
    return most if most is not None and most.kind == "person" and 2 * max(counts.values()) > counts.total() else None


def _party(annotated: Annotated, side: str) -> Actor:
    """The actor that bears the side's name, else a new one."""
    own = (actor for actor in annotated.actors if actor.kind != "person" and side in (actor.name, actor.side))
    named = sorted(own, key=lambda actor: actor.name != side)
    if named and named[0].kind == "organisation" and (envoy := _envoy(annotated, side)):
        return envoy
    if named and (named[0].name == side or state_opposed(side)):
        return named[0]
    return Actor(side, (), side, None, "state")
