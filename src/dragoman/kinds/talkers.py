"""Who takes part in a contact that is told without its parties: "the talks due to begin in Geneva on Friday"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import structs

from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.kept import kept
from dragoman.annotate.sides import opposition_of, state_opposed
from dragoman.annotate.voices import author, is_transcript
from dragoman.kinds.convening import body_in_town, mediators_beside
from dragoman.kinds.encounters import Encounter
from dragoman.kinds.meeting import AHEAD
from dragoman.kinds.setting import sentence_number
from dragoman.kinds.telling import NAMED_TALKS, is_same_actor, merge_parties, windows_touch
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Annotated, Span

TALKING = frozenset({"talks", "summit"})
MEETING = frozenset({"talks", "summit", "meeting"})
PEACE = "peace"
THEIR = "their"
NEAR_BEFORE = 2
"""Sentences back within which talks told without their parties are taken for those just told."""
MAIN = 2
"""How many times as often as any other talks are told that an article is about."""
LEAST_NAMED = 4
"""How often the article must name a side before it is taken for a party to talks told without their parties."""
LEAST_SHARE = 0.7
"""How often a side is named beside the first to be a party too."""


def with_talkers(annotated: Annotated, told: Encounter, groups: Sequence[list[Encounter]]) -> tuple[Actor, ...]:
    """The parties of a telling with those added that the article gives the same talks elsewhere.

    They are those of the talks that the article tells most, where those named here took part in them; else the sides
    that it speaks of most. Fewer than two when it speaks of nobody enough.
    """
    if is_transcript(annotated):
        return told.participants
    if theirs := _whose(annotated, told, groups):
        return merge_parties([told.participants, theirs])
    modes = MEETING if told.mode == "meeting" else TALKING
    talks = [group for group in groups if group[0].mode in modes and _fits(told, group)]
    words = annotated.article.text[told.span.start : told.span.end]
    pair = _at_home(_sides_named(annotated), words) if PEACE in words.lower() else None
    if pair is not None:
        talks = [group for group in talks if _are_between(pair, group)]  # whoever else talks with whom
    meant = _meant(annotated, told, talks) if pair is None else talks
    if meant:
        sentence = sentence_at(annotated, told.span.start)
        most = max(meant, key=lambda group: (_is_told_in(group, sentence), len(set(_sides_of(group))), len(group)))
        between = [one.hosting.mediators for one in most] if told.is_trilateral else []
        return merge_parties([told.participants, *(one.participants for one in most), *between])
    if go_betweens := mediators_beside(annotated, told):
        return merge_parties([told.participants, go_betweens])
    is_official = author(annotated) is not None  # a readout names the state that issues it oftenest
    lent = _host_of_text(annotated, told) if talks or is_official else _sides_spoken_of(annotated, told)
    return merge_parties([told.participants, lent or body_in_town(annotated, told)])


def _host_of_text(annotated: Annotated, told: Encounter) -> tuple[Actor, ...]:
    """ "Today's meeting in Oslo with Kenya", in a state's own readout: that state and the one named beside."""
    issuer, day = author(annotated), annotated.article.published
    if issuer is None or told.place is None or told.when is None or day is None or told.when.start != day:
        return ()
    beside = _sides_beside(annotated, told) - {issuer.name}
    return (issuer, _party(annotated, beside.pop())) if len(beside) == 1 else ()


def _whose(annotated: Annotated, told: Encounter, groups: Sequence[list[Encounter]]) -> tuple[Actor, ...]:
    """ "Torv spoke with Haddad to follow up on their meeting in Oslo": the two persons who were just told to meet."""
    if annotated.article.text[told.span.start : told.span.end].split()[0].lower() != THEIR:
        return ()
    before = [g for g in groups if _is_told_near(annotated, told, g) and g[0].span.start < told.span.start]
    last = max(before, key=lambda group: group[0].span.start, default=None)
    persons = [p for p in last[0].participants if p.kind == "person"] if last is not None else []
    return tuple(persons) if len(persons) == 2 else ()


def _meant(annotated: Annotated, told: Encounter, talks: list[list[Encounter]]) -> list[list[Encounter]]:
    """Those of the talks that the telling can be of: told just before, or known ones that are no one else's.

    "The next round", "the Oslo talks" and "peace talks" go back to talks told anywhere, where those are all of the
    same sides or in the same place; "talks in Oslo" only to what was told in the sentences before.
    """
    near = [group for group in talks if _is_told_near(annotated, told, group) and not _is_another(told, group)]
    words = annotated.article.text[told.span.start : told.span.end].lower()
    if not (told.is_known or told.is_again or told.is_trilateral or PEACE in words):
        return near
    if not (told.is_again or told.is_trilateral or PEACE in words):
        talks = [group for group in talks if group in near or _may_be_then(told, group)]
    there = [group for group in talks if told.place and any(one.place == told.place for one in group)]
    if there or (near and told.is_again):
        return there or near
    widest = max((set(_sides_of(group)) for group in talks), key=len, default=set())
    if talks and all(widest.issuperset(_sides_of(group)) for group in talks):
        is_at_one = told.is_again or PEACE in words or _most_named(annotated) <= widest
        return [group for group in talks if is_at_one or (group[0].status in AHEAD) == (told.status in AHEAD)]
    if told.place and not told.is_again:
        return near
    first, second = (*sorted(map(len, talks), reverse=True), 0, 0)[:2]
    main = [group for group in talks if len(group) == first] if first >= MAIN * second and first >= MAIN else []
    return near or main


def _is_another(told: Encounter, group: list[Encounter]) -> bool:
    """ "It met again on June 17": one of another day than those just told, and not spoken of as known."""
    is_new = told.mode == "meeting" and not (told.is_known or told.is_again)
    return is_new and not all(windows_touch(told.when, one.when) for one in group)


def _may_be_then(told: Encounter, group: list[Encounter]) -> bool:
    """Whether the talks can be those of the day that is told; talks of no day are not those of a day."""
    dated = told.when is None or any(one.when is not None for one in group)
    return dated and all(windows_touch(told.when, one.when) for one in group)


def _most_named(annotated: Annotated) -> set[str]:
    """The two sides that the article names most."""
    return {side for side, _ in _sides_named(annotated).most_common(2)}


def _sides_of(group: list[Encounter]) -> Iterator[str]:
    return (actor.side or actor.name for one in group for actor in one.participants)


def _is_told_near(annotated: Annotated, told: Encounter, group: list[Encounter]) -> bool:
    """Whether the contact is told in the sentence of the telling or in the few before it."""
    here = sentence_number(annotated, told.span.start)
    return any(0 <= here - sentence_number(annotated, one.span.start) <= NEAR_BEFORE for one in group)


def sentence_at(annotated: Annotated, offset: int) -> Span:
    """The sentence that holds the code point."""
    return next(s.span for s in annotated.sentences if s.span.start <= offset < s.span.end)


def _is_told_in(group: list[Encounter], sentence: Span) -> bool:
    return any(sentence.start <= one.span.start < sentence.end for one in group)


def _fits(told: Encounter, group: list[Encounter]) -> bool:
    """Whether all who are named here took part there, between two sides."""
    there = merge_parties([*(one.participants for one in group), *(one.hosting.mediators for one in group)])
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


@kept()
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
    host = _state_of_place(annotated, told)
    if host and taken and host not in taken and host in dict(most):
        return (_party(annotated, host),)  # "arrived for talks in Moscow"
    if told.mode == "meeting":
        return _persons_beside(annotated, told, set(dict(most)) - taken)
    if not told.is_trilateral:
        beside = _sides_beside(annotated, told)
        most = [(side, n) for side, n in most if side in beside]
    if len({side for side, _ in most} | taken) < 2:
        return ()
    least = 0 if told.is_trilateral else LEAST_SHARE * most[0][1]
    chosen = [side for side, n in most if n >= least and side not in taken]
    return tuple(_party(annotated, side) for side in chosen[: max(0, 3 - len(told.participants))])


def _persons_beside(annotated: Annotated, told: Encounter, sides: set[str]) -> tuple[Actor, ...]:
    """The first of some sides who is named in the sentence of a meeting: it is of persons."""
    sentence = sentence_at(annotated, told.span.start)
    here = (m for m in annotated.mentions if sentence.start <= m.span.start < sentence.end and m.form == "name")
    actors = (annotated.actors[i] for mention in here for i in mention.actors)
    return tuple(actor for actor in actors if actor.kind == "person" and actor.side in sides)[:1]


def _sides_beside(annotated: Annotated, told: Encounter) -> set[str]:
    """The sides that are named in the sentence of the telling and, for talks, in the one before it."""
    here = sentence_number(annotated, told.span.start)
    first = here if told.mode == "meeting" else max(0, here - 1)
    start, end = annotated.sentences[first].span.start, annotated.sentences[here].span.end
    beside = (m for m in annotated.mentions if start <= m.span.start < end and m.form != "place")
    return {side for mention in beside for i in mention.actors if (side := annotated.actors[i].side)}


def _state_of_place(annotated: Annotated, told: Encounter) -> str | None:
    """The state whose capital, or which itself, is the place of the telling; None for other places."""
    if told.place is None:
        return None
    known = load_gazetteer().at(told.place, told.place.rfind(" ") + 1) or load_gazetteer().at(told.place, 0)
    return known.side if known is not None else None


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
