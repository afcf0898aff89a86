"""Whose "the sides" are that agree or meet again: those who were told to have talked before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, side_of
from dragoman.types import Actor, Annotated, When

if TYPE_CHECKING:
    from dragoman.kinds.encounters import Encounter
    from dragoman.parsed import Token

SIDES = frozenset({"side", "party", "delegation", "negotiator", "team"})
"""Nouns for those who talk, in the plural."""
BARE = frozenset({"the", "both", "two", "all", "negotiating"})
BACK = 6
"""Sentences before the word in which the talks are told."""
JUST = 2
"""The same, for what nobody is said to have agreed."""


def counterparts_told(annotated: Annotated, tokens: Sequence[Token], talks: Sequence[Encounter]) -> tuple[Actor, ...]:
    """All of the last contact told, for "he and his counterparts" after a contact of his with several; else nobody."""
    whose = [
        t for t in tokens if t.lemma_ == "counterpart" and t.tag_ == "NNS" and any(c.tag_ == "PRP$" for c in t.lefts)
    ]
    if len(tokens) != 2 or len(whose) != 1 or not talks:
        return ()
    (other,) = (t for t in tokens if t not in whose)
    own = {actor.name for actor in actors_at(annotated, [other])}
    before = next((told for told in reversed(talks) if told.span.end <= other.idx), None)
    several = before is not None and len(before.participants) > 2 and own & {a.name for a in before.participants}
    return before.participants if before is not None and several else ()


def those_at_talks(annotated: Annotated, noun: Token, talks: Sequence[Encounter]) -> tuple[Actor, ...]:
    """The sides whom "the sides", "both delegations" stand for: those of the last talks told before; else nobody.

    "Both" and "two" are none of talks of three. `talks` are in the order of the text.
    """
    if noun.tag_ == "CD":
        return _those_counted(annotated, noun, talks)
    said = {word.lower_ for word in noun.lefts}
    if noun.lemma_ not in SIDES or noun.tag_ != "NNS" or not said <= BARE or any(c.dep_ == "prep" for c in noun.rights):
        return ()
    for told in reversed(_near(annotated, noun.idx, [one for one in talks if one.span.end <= noun.idx])):
        sides = _sides_of(annotated, told)
        if len(sides) == 2 or (len(sides) > 2 and not said & {"both", "two"}):
            return sides
    return ()


OFFICERS = frozenset({"leader", "president", "minister", "official", "envoy", "diplomat", "counterpart", "general"})
"""Nouns for each of two who talk: "both ministers"."""
OFFICES = frozenset({"foreign", "defence", "defense", "prime", "top", "senior"})
COUNTED = {"two": 2, "three": 3, "four": 4}


def _those_counted(annotated: Annotated, number: Token, talks: Sequence[Encounter]) -> tuple[Actor, ...]:
    """ "The two", "the three": those of the last talks told before, where they are as many; else their sides."""
    count = COUNTED.get(number.lower_)
    if count is None or [c.lower_ for c in number.lefts] != ["the"] or any(c.dep_ == "prep" for c in number.rights):
        return ()
    for told in reversed(_near(annotated, number.idx, [one for one in talks if one.span.end <= number.idx])):
        sides = _sides_of(annotated, told)
        found = next((who for who in (told.participants, sides) if len(who) == count), ())
        if found and (len(sides) > 1 or count > len(sides)):
            return found
    return ()


def is_vague(who: Token) -> bool:
    """ "They", "both foreign ministers": two or more whom only the talks tell, where nobody is named by it."""
    said = {word.lower_ for word in who.lefts} - OFFICES
    is_pair = who.lemma_ in OFFICERS and who.tag_ == "NNS" and bool(said & {"both", "two"})
    return who.lower_ in {"they", "both"} or (
        is_pair and said <= BARE and not any(c.dep_ == "prep" for c in who.rights)
    )


def who_talked(annotated: Annotated, word: Token, talks: Sequence[Encounter], *, back: int = BACK) -> tuple[Actor, ...]:
    """The sides of the last talks told in the sentence of a word or the `back` before it, two or more; else nobody."""
    told = _near(annotated, word.idx, [one for one in talks if one.span.start < word.sent.end_char], back=back)
    return next((sides for one in reversed(told) if len(sides := _sides_of(annotated, one)) > 1), ())


def day_of_talks(
    annotated: Annotated, word: Token, parties: tuple[Actor, ...], talks: Sequence[Encounter]
) -> When | None:
    """When those were held that the same parties are told to have had in the sentence of a word or just before it."""
    told = _near(annotated, word.idx, [one for one in talks if one.span.start < word.sent.end_char], back=JUST)
    sides = {actor.side or actor.name for actor in parties}
    for one in reversed(told):
        met = {actor.side or actor.name for actor in one.participants}
        if one.status == "held" and one.when is not None and sides and sides <= met:
            return one.when
    return None


def _near(annotated: Annotated, at: int, talks: Sequence[Encounter], *, back: int = BACK) -> list[Encounter]:
    """The talks told in the sentence of a place and those `back` before it, or after."""
    starts = [s.span.start for s in annotated.sentences if s.span.start <= at]
    first = starts[-back - 1 :][0] if starts else 0
    return [one for one in talks if first <= one.span.start]


def _sides_of(annotated: Annotated, told: Encounter) -> tuple[Actor, ...]:
    known = {actor.name: actor for actor in annotated.actors}
    named = (side_of(actor) for actor in told.participants if actor.side is not None)
    return tuple({actor.name: known.get(actor.name, actor) for actor in named if actor is not None}.values())
