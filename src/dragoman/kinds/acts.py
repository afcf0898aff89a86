"""Where the text tells of an act between parties: who acts on whom, when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate.clauses import (
    actors_at,
    is_first_person,
    objects,
    place_of,
    prepositional,
    subjects,
)
from dragoman.annotate.held import holders
from dragoman.annotate.kept import kept
from dragoman.annotate.speechtime import time_of_speech
from dragoman.annotate.voices import author
from dragoman.kinds import acting
from dragoman.kinds.accusing import CHARGING, accused_by
from dragoman.kinds.act_heads import act_heads, is_verbal
from dragoman.kinds.act_times import time_of_act
from dragoman.kinds.act_words import ActWords, act_words
from dragoman.kinds.aiming import as_parties, targets_of
from dragoman.kinds.foreseen import clause_words
from dragoman.kinds.frames import acts_for_itself
from dragoman.kinds.future_words import future_words
from dragoman.kinds.futures import Future, find_futures
from dragoman.kinds.known_days import known_day
from dragoman.kinds.mutual import is_mutual
from dragoman.kinds.told_acts import (
    carried_out,
    is_figure,
    is_show,
    is_suffered,
    is_told_noun,
    is_tried,
    is_unreal,
    told_status,
    whole,
)
from dragoman.kinds.unpromised import warns
from dragoman.kinds.wielding import actors_of, between_after, movers, owners, wielders
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated, EventStatus, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

GIVERS = ("by", "from")
FORCE = frozenset({"ASSAULT", "SANCTION", "COERCE"})
MOVES = frozenset({"MOBILIZE", "RETREAT"})
"""Types of acts that troops are said to suffer who do them: "its troops were deployed"."""
MONTH, DECADE = 28, 3_650
AROUND = frozenset({"action.fight_noun", "action.threat_noun", "action.sanction_noun", "action.support_noun"})
"""Nouns that tell an act only where the words around them say that it was done."""
THREATENING = frozenset({"threaten", "vow", "swear", "promise", "pledge"})
OF_PARTIES = frozenset({"action.back", "action.drive_out"})
"""Verbs that tell an act only of a party: "pushed the vote back", "support the plan" are others."""
GREETING = frozenset({"welcome", "hail", "applaud", "praise", "deplore", "follow", "confirm"})
"""Verbs before what was done: "welcomed the release of the captives"."""
JUDGING = frozenset({"condemn", "denounce", "criticise", "criticize", "blame", "rebuke", "thank", "praise", "punish"})
TOLD = frozenset({"held", "ongoing"})


class Act(Struct, frozen=True, kw_only=True):
    """One telling of an act: its row, who acts on whom, when, where, whether; `span` covers the words that tell it."""

    row: Row
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    when: When | None
    place: str | None
    status: EventStatus
    span: Span
    head: Token


@kept()
def find_acts(annotated: Annotated, lexicon: Lexicon) -> tuple[Act, ...]:
    """Every telling of an act by somebody who is named, as news or background; what is only planned or feared aside."""
    return tuple(_acts(annotated, lexicon))


def _acts(annotated: Annotated, lexicon: Lexicon) -> Iterator[Act]:
    words = act_words(lexicon.rows("kinds/action_words"))
    for head, row in act_heads(annotated.doc, lexicon):
        act = _act(annotated, head, row, (words, lexicon))
        if act is not None:
            yield from _each_way(act)
    yield from _threats(annotated, lexicon)


def _act(annotated: Annotated, head: Token, row: Row, tables: tuple[ActWords, Lexicon]) -> Act | None:
    """The act that a verb or noun tells; None where nobody acts, or where it is not told as done."""
    words, lexicon = tables
    if row.id == "action.attack" and is_show(head, words):
        row = replace(row, means="MOBILIZE")
    if row.id in CHARGING and not accused_by(head, lexicon):
        return None
    if _is_only_thought_of(annotated, head, row, words) or (row.means in FORCE and is_figure(head, words)):
        return None
    who = _who(annotated, head, row, tables)
    doers = tuple(actor for token in who for actor in actors_of(annotated, token))
    doers = acting.crowds(head, who, doers, words.people) if row.means == "PROTEST" else as_parties(doers)
    actors = acting.of_somebody(doers)
    status = told_status(head, words) if actors else "denied"
    if status not in TOLD:
        return None
    goes_both_ways = len(actors) > 1 and is_verbal(head) and is_mutual(head, row)
    targets = actors if goes_both_ways else _others(targets_of(annotated, head, row, words), actors)
    when = known_day(time_of_act(annotated, head, row, words), actors, lexicon)
    place = place_of(annotated, head, lexicon)
    if is_verbal(head):
        is_none = _is_other_verb(annotated, head, row, actors, lexicon)
    else:
        is_none = not (_is_told(head, row, words, bool(when), bool(targets or place)) or is_told_noun(head, row.id))
    if is_none or (row.means == "ACCUSE" and not _is_between_parties(actors, targets, lexicon)):
        return None
    return Act(
        row=row,
        actors=actors,
        targets=targets,
        when=when,
        place=place,
        status=status,
        span=_cover(head, who, row),
        head=head,
    )


def _is_only_thought_of(annotated: Annotated, head: Token, row: Row, words: ActWords) -> bool:
    """Whether an act is a condition, a duty, a purpose; an attack that was tried, or one of a day charged, is told."""
    tried = row.means == "ASSAULT" and is_tried(head)
    return is_unreal(head, words) and not tried and not acting.is_dated_charge(annotated, head)


def _who(annotated: Annotated, head: Token, row: Row, tables: tuple[ActWords, Lexicon]) -> list[Token]:
    """The heads of those who do it; of troops that are moved their own."""
    if not is_verbal(head):
        return _by_noun(annotated, head, row, tables)
    doing = acting.doers_of_verb(annotated, head)
    if not doing and row.means in MOVES:
        doing = acting.moved(head, tables[1])
    return wielders(annotated, doing, head, tables[1])


def _is_told(noun: Token, row: Row, words: ActWords, has_day: bool, has_aim: bool) -> bool:
    """Whether a noun tells its act as done, and isn't named in passing ("he condemned X's invasion")."""
    above = noun.head.lemma_.lower()
    if above in words.receiving:
        return True
    if row.id in AROUND:
        return False
    if has_day or carried_out(noun, words) is not None or prepositional(noun, ("by",)) or above in GREETING:
        return True
    if noun.head.lower_ == "for" and noun.head.head.lemma_ in JUDGING:  # "condemned Kenya for its test of a missile"
        return True
    return row.pos != "OF" and (has_aim or bool(prepositional(noun, GIVERS)))


def _is_other_verb(annotated: Annotated, verb: Token, row: Row, actors: tuple[Actor, ...], lexicon: Lexicon) -> bool:
    """Whether a verb tells no act of those who stand where its doer stands."""
    if row.means in FORCE and is_suffered(verb, row.id, actors):
        return True
    if row.id == "action.threaten" and acting.is_forsworn(verb):
        return True
    if acting.is_alleged(annotated, verb) or (row.id == "action.kill" and acting.is_hurt(verb)):
        return True
    things = objects(verb)
    if verb.lemma_ == "charge" and row.means == "COERCE" and any(is_first_person(t) for t in things):
        return True  # "what the president charged us with": a task
    if verb.lemma_ == "take" and row.id == "action.seize" and not things and verb.dep_ != "relcl":
        return True  # "she took over in hard times"
    if row.id in OF_PARTIES and not _are_parties(annotated, row.id, things):
        return True
    return row.means == "SUPPORT" and acting.is_answer(verb, lexicon)


def _are_parties(annotated: Annotated, rule: str, things: list[Token]) -> bool:
    """Whether what a verb hits is a party; of backers also nobody in so many words ("who back them")."""
    if rule != "action.back":
        return bool(actors_at(annotated, [t for t in things if t.pos_ != "PRON"]))
    return not things or bool(actors_at(annotated, things))


def _others(found: tuple[Actor, ...], actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(a for a in found if all(a.name != b.name for b in actors))


def _each_way(act: Act) -> Iterator[Act]:
    """An act once, or once for each of those who did it to one another, who are its targets too."""
    if act.targets != act.actors:
        yield act
        return
    for one in act.actors:
        yield replace(act, actors=(one,), targets=_others(act.actors, (one,)))


def _said_on(annotated: Annotated, verb: Token) -> When | None:
    """When somebody said it: the day told, else that of an official text; a paper also tells of older threats."""
    told = (time_of_speech(annotated, said) for said in holders(annotated, verb.idx))
    when, day = next((t for t in told if t is not None), None), annotated.article.published
    if when is not None or day is None or author(annotated) is None:
        return when
    return When("", day, day, approx=True)


def _threats(annotated: Annotated, lexicon: Lexicon) -> Iterator[Act]:
    """ "We will bomb the harbour", "warned it would act": a speaker's own harm to come."""
    row = next(row for row in lexicon.rows("kinds/action") if row.pos == "modal")
    threat, words = act_words(lexicon.rows("kinds/action_words")).threat, future_words(lexicon)
    for future in find_futures(annotated, lexicon):
        is_harm = future.verb.lemma_.lower() in threat or warns(annotated, future.verb, future.root, words)
        if future.sort == "threat" and future.speaker is not None and is_harm:
            yield Act(
                row=row,
                actors=(future.speaker,),
                targets=as_parties(actors_at(annotated, _threatened(future))),
                when=_said_on(annotated, future.verb),
                place=None,
                status="held",
                span=clause_words(future.root),
                head=future.verb,
            )


def _threatened(future: Future) -> list[Token]:
    return [*objects(future.verb), *acting.warned(future.root), *acting.provokers(future.verb)]


# ---- who and whom ----------------------------------------------------------------------------------------------------


def _by_noun(annotated: Annotated, noun: Token, row: Row, tables: tuple[ActWords, Lexicon]) -> list[Token]:
    """Who acts in "Russia's attack", "Russian air raids", "an attack by X", "X launched an attack", "help from X"."""
    words, lexicon = tables
    if row.id in AROUND:
        found = owners(annotated, noun) or between_after(noun)
        return [t for token in found for t in (token, *prepositional(token, ("including",)))]
    found = movers(annotated, noun) if row.pos == "OF" else owners(annotated, noun)
    found = found or (owners(annotated, whole(noun)) if whole(noun) != noun else [])
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in words.receiving:
        found = found or prepositional(noun.head, ("from",))
    if found:
        return [t for token in found for t in (token, *prepositional(token, ("including", "like")))]
    verb = carried_out(noun, words)
    return wielders(annotated, acting.caused(verb) or subjects(verb), verb, lexicon) if verb else []


def _is_between_parties(actors: tuple[Actor, ...], targets: tuple[Actor, ...], lexicon: Lexicon) -> bool:
    """Whether one side accuses another; a critic of a politician is none."""
    accusing = {_party(a, lexicon, BANDS) for a in actors} - {None}
    accused = {_party(a, lexicon, {"organisation", *BANDS}) for a in targets} - {None}
    if targets == actors:
        return len(accusing) > 1
    return bool(accusing and accused and not accusing & accused)


BANDS = frozenset({"group"})


def _party(actor: Actor, lexicon: Lexicon, kinds: Collection[str]) -> str | None:
    """The side of an actor; a band that has none ("the guerrillas") is one by itself; so is who is of `kinds`."""
    is_band = actor.kind in kinds and acts_for_itself(actor, lexicon)
    return actor.side or (actor.name if is_band else None)


def _cover(head: Token, who: list[Token], row: Row) -> Span:
    """From the actor to the end of the verb's object or the noun's phrase, inside the sentence."""
    doc, sent = head.doc, head.sent
    inside = [t for t in who if sent.start <= t.i < sent.end]
    inside += [c for c in head.children if c.dep_ == "nsubj" and any(t in c.subtree for t in inside)]
    first = min([head.i, *(t.left_edge.i for t in inside)])
    own = {
        "acl" if head.lemma_ == "threat" else "dobj",
        "dobj",
        "prep",
        "prt",
        "npadvmod",
        "agent",
        "xcomp" if head.lemma_ in THREATENING else "agent",
        "ccomp" if row.id in CHARGING else "agent",
    }
    nearby = [c.right_edge.i for c in head.children if c.dep_ in own]
    last = max([head.i, *(t.i for t in inside), *nearby])
    last = min(last, sent.end - 1)
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))
