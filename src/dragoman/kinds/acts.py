"""Where the text tells of an act between parties: who acts on whom, when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate.clauses import (
    actors_at,
    clause_span,
    objects,
    place_of,
    prepositional,
    subjects,
    when_of,
)
from dragoman.annotate.held import holders
from dragoman.annotate.speechtime import time_of_speech
from dragoman.annotate.standing import standing
from dragoman.annotate.status import event_status
from dragoman.annotate.storytime import retold
from dragoman.annotate.voices import author, overlaps
from dragoman.kinds import acting
from dragoman.kinds.act_words import ActWords, act_words
from dragoman.kinds.aiming import as_parties, targets_of
from dragoman.kinds.cues import Cue, CueTable, cue_table, find_cues
from dragoman.kinds.foreseen import BESIDE, clause_words
from dragoman.kinds.future_words import future_words
from dragoman.kinds.futures import Future, find_futures
from dragoman.kinds.known_days import known_day
from dragoman.kinds.mutual import is_mutual
from dragoman.kinds.unpromised import warns
from dragoman.kinds.wielding import actors_of, owners, wielders
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated, EventStatus, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

UNREAL = frozenset({"if", "unless", "whether"})
GIVERS = ("by", "from")
FORCE = frozenset({"ASSAULT", "SANCTION", "COERCE"})
GOVERNED = frozenset({"dobj", "nsubjpass", "prt", "prep", "advmod", "dative"})
Verbs = Mapping[str, list[tuple[frozenset[str], Row]]]
"""The rows of verbs by their verb, each with the other words of its phrase."""
REAL_AFTER = frozenset({"by", "after", "since", "in", "despite", "following"})
MONTH, DECADE, NEAR = 28, 3_650, 9
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


def find_acts(annotated: Annotated, lexicon: Lexicon) -> Iterator[Act]:
    """Every telling of an act by somebody who is named, as news or background; what is only planned or feared aside."""
    words = act_words(lexicon.rows("kinds/action_words"))
    nouns = find_cues(annotated.doc, _nouns(lexicon))
    found = [(_noun_head(annotated.doc, cue), cue.row) for cue in nouns]
    found += list(_verbs(annotated.doc, _by_verb(lexicon)))
    for head, row in sorted(found, key=lambda pair: pair[0].i):
        act = _act(annotated, head, row, (words, lexicon))
        if act is not None:
            yield from _each_way(act)
    yield from _threats(annotated, lexicon)


def _act(annotated: Annotated, head: Token, row: Row, tables: tuple[ActWords, Lexicon]) -> Act | None:
    """The act that a verb or noun tells; None where nobody acts, or where it is not told as done."""
    words, lexicon = tables
    status = event_status(head).value
    if status not in TOLD or _is_unreal(head, words) or (row.means in FORCE and _is_figure(head, words)):
        return None
    if head.pos_ == "VERB":
        who = wielders(annotated, acting.doers_of_verb(annotated, head), head, lexicon)
    else:
        who = _by_noun(annotated, head, words, lexicon)
    doers = tuple(actor for token in who for actor in actors_of(annotated, token))
    actors = acting.of_somebody(acting.crowds(who, doers) if row.means == "PROTEST" else as_parties(doers))
    goes_both_ways = len(actors) > 1 and head.pos_ == "VERB" and is_mutual(head, row)
    targets = actors if goes_both_ways else _others(targets_of(annotated, head, row, words), actors)
    when = known_day(_time(annotated, head, row, words), actors, lexicon)
    place = place_of(annotated, head, lexicon)
    told = targets or when or place or _is_done(head, words) or prepositional(head, GIVERS)
    if head.pos_ != "VERB" and not told and head.head.lemma_.lower() not in words.receiving:
        return None  # "he condemned X's invasion": named in passing
    if head.pos_ == "VERB" and row.means in FORCE and _is_suffered(head, actors):
        return None
    if head.pos_ == "VERB" and (acting.is_alleged(head) or (row.id == "action.kill" and acting.is_hurt(head))):
        return None
    if row.means == "SUPPORT" and acting.is_answer(head, lexicon):
        return None
    if row.means == "SUPPORT" and head.dep_ == "acl":  # "the rebels, backed by X": said by the way
        return None
    if not actors or (row.means == "ACCUSE" and not _is_between_parties(actors, targets)):
        return None
    return Act(
        row=row,
        actors=actors,
        targets=targets,
        when=when,
        place=place,
        status=status,
        span=_cover(head, who),
        head=head,
    )


def _others(found: tuple[Actor, ...], actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(a for a in found if all(a.name != b.name for b in actors))


def _each_way(act: Act) -> Iterator[Act]:
    """An act once, or once for each of those who did it to one another, who are its targets too."""
    if act.targets != act.actors:
        yield act
        return
    for one in act.actors:
        yield replace(act, actors=(one,), targets=_others(act.actors, (one,)))


@cache
def _nouns(lexicon: Lexicon) -> CueTable:
    return cue_table(row for row in lexicon.rows("kinds/action") if row.pos in {"NOUN", "ADJ"})


def _verbs(doc: Doc, phrases: Verbs) -> Iterator[tuple[Token, Row]]:
    """Verbs of the rows; a phrase's other words stand below the verb, a few words to its right ("took a town")."""
    for token in standing(doc, phrases):
        if token.pos_ != "VERB":
            continue
        near = _beside(token)
        fitting = [(len(rest), row.id, row) for rest, row in phrases.get(token.lemma_.lower(), ()) if rest <= near]
        if fitting:
            yield token, max(fitting)[2]


@cache
def _by_verb(lexicon: Lexicon) -> Verbs:
    phrases: dict[str, list[tuple[frozenset[str], Row]]] = defaultdict(list)
    for row in lexicon.rows("kinds/action"):
        for phrase in row.words if row.pos == "VERB" else ():
            verb, *rest = phrase.split(" ")
            phrases[verb].append((frozenset(rest), row))
    return phrases


def _beside(verb: Token) -> set[str]:
    """Lemmas of what the verb governs: its object, particle and preposition, and what hangs on its object by "of"."""
    found = set()
    for child in verb.children:
        if child.dep_ in GOVERNED:
            found.add(child.lemma_.lower())
            found |= {
                t.lemma_.lower() for t in child.children if t.dep_ in {"conj", "nmod", "nummod", "compound", "pobj"}
            }
            found |= {t.lemma_.lower() for of in child.children if of.lower_ == "of" for t in of.children}
    return found


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


def _noun_head(doc: Doc, cue: Cue) -> Token:
    """The noun that governs the others of its phrase ("exchange" of prisoners, military "aid")."""
    first, last = doc[cue.first], doc[cue.last]
    return first if last.head == first or last.head.head == first else last


SUPPOSED = frozenset({"any", "further", "possible", "potential", "future"})
"""Words before a noun that make an act one that may come ("any further aggression")."""


ENVISAGING = frozenset(
    {"envisage", "envisages", "envision", "foresee", "propose", "require", "include", "involve", "mean"}
)
"""Verbs whose gerund tells of what would be."""


def _is_unreal(head: Token, words: ActWords) -> bool:
    """A condition, a duty, a purpose: "if they attack", "must withdraw", "the means to launch an attack"."""
    verb = head
    if head.pos_ != "VERB" and any(c.lower_ in SUPPOSED for c in head.lefts):
        return True
    if head.pos_ != "VERB":
        thing = _whole(head)
        verb = thing.head if thing.dep_ == "dobj" else verb
    for _ in range(NEAR):
        while (verb.dep_ == "prep" or verb.pos_ == "ADP") and verb.head != verb:
            verb = verb.head
        marked = {c.lower_ for c in verb.children if c.dep_ == "mark"}
        if marked & UNREAL or any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children):
            return True
        if _is_purpose(verb) and verb.head.lemma_.lower() not in words.real:
            return True
        if verb.tag_ == "VBG" and verb.head.lemma_.lower() in ENVISAGING:
            return True  # "the plan envisages Kenya withdrawing its troops"
        if verb.dep_ == "pcomp" and verb.head.lower_ not in REAL_AFTER:  # "a decision about attacking"
            return True
        if (verb.lower_ == "going" and verb.tag_ == "VBG" and verb != head) or _is_torn_purpose(verb):
            return True
        if verb.dep_ not in {"conj", "pcomp", "xcomp"} and not acting.is_beside_gerund(verb):
            return False
        verb = verb.head
    return False


def _is_torn_purpose(verb: Token) -> bool:
    """ "stressed the need to watch the border, hold drills": an infinitive that the parser tore from its "to"."""
    is_bare = verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)
    return is_bare and verb.dep_ == "conj" and verb.head.tag_ in {"VBD", "VBZ", "VBP"}


def _is_purpose(verb: Token) -> bool:
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return (verb.tag_ == "VB" and to) or acting.is_torn_from_to(verb)


def _is_suffered(verb: Token, actors: tuple[Actor, ...]) -> bool:
    """ "17 people wounded", "One Kenyan wounded every hour": its subject suffers it."""
    below = {c.dep_ for c in verb.children}
    bare = verb.tag_ == "VBN" and "nsubj" in below and not below & {"aux", "auxpass", "agent"}
    return not objects(verb) and (bare or not any(actor.side for actor in actors))


def _is_figure(head: Token, words: ActWords) -> bool:
    """ "struck a deal", "seized the moment", "launched a rocket with a satellite": nobody is struck."""
    things = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass", "compound"}]
    into_space = any(t.lemma_.lower() in words.space for thing in things for t in thing.subtree)
    return (
        into_space
        or acting.is_in_words(head)
        or acting.is_of_measures(head)
        or any(thing.lemma_.lower() in words.figure for thing in things)
    )


def _by_noun(annotated: Annotated, noun: Token, words: ActWords, lexicon: Lexicon) -> list[Token]:
    """Who acts in "Russia's attack", "Russian air raids", "an attack by X", "X launched an attack", "help from X"."""
    found = owners(annotated, noun)
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in words.receiving:
        found = found or prepositional(noun.head, ("from",))
    if found:
        return [t for token in found for t in (token, *prepositional(token, ("including", "like")))]
    verb = _is_done(noun, words)
    return wielders(annotated, subjects(verb), verb, lexicon) if verb else []


def _is_done(noun: Token, words: ActWords) -> Token | None:
    """The verb that says that the noun's act was done ("launched one of its largest attacks"); None without one."""
    noun = _whole(noun)
    verb = noun.head
    return verb if noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in words.light else None


def _whole(noun: Token) -> Token:
    """ "One of its largest attacks", "deliveries of military aid": what the noun is a part or a matter of."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return noun


def _is_between_parties(actors: tuple[Actor, ...], targets: tuple[Actor, ...]) -> bool:
    """Whether one side accuses another; a critic of a politician is none."""
    if targets == actors:
        return len({a.side for a in actors} - {None}) > 1
    sides, others = {a.side for a in actors} - {None}, {a.side for a in targets} - {None}
    return bool(sides and others and not sides & others)


def _time(annotated: Annotated, head: Token, row: Row, words: ActWords) -> When | None:
    """The time of an act, else that of the passage that tells it; none that is of what somebody is blamed for."""
    when = _past(annotated, _when(annotated, head, words)) or (retold(annotated, head) if head.pos_ == "VERB" else None)
    blamed = row.means == "ACCUSE" and when is not None and acting.is_time_of_deed(annotated, head, when)
    others = head.pos_ == "VERB" and when is not None and acting.is_time_of_subject(annotated, head, when)
    return None if blamed or others else acting.up_to_now(annotated, head, when)


def _when(annotated: Annotated, head: Token, words: ActWords) -> When | None:
    """The time of a verb's act; of a noun's, the time in its own words or in the clause that says it was done.

    Another time in its sentence is that of what the sentence tells ("met today after the attack by X").
    """
    if head.pos_ == "VERB":
        return when_of(annotated, head)
    own = clause_span(_is_done(head, words) or head)
    sent = head.sent
    own = Span(own.start, min(own.end + BESIDE, sent.end_char))
    times = [t for t in annotated.times if overlaps(t.span, own) and t.window and t.type != "DURATION"]
    return min(times, key=lambda t: abs(t.span.start - head.idx)).window if times else None


def _past(annotated: Annotated, when: When | None) -> When | None:
    """The time of an act that is told as done; a time after publication is another event's."""
    published = annotated.article.published
    return None if when and published and when.start and when.start > published else when


def _cover(head: Token, who: list[Token]) -> Span:
    """From the actor to the end of the verb's object or the noun's phrase, inside the sentence."""
    doc, sent = head.doc, head.sent
    inside = [t for t in who if sent.start <= t.i < sent.end]
    inside += [c for c in head.children if c.dep_ == "nsubj" and any(t in c.subtree for t in inside)]
    first = min([head.i, *(t.left_edge.i for t in inside)])
    own = {"dobj", "prep", "prt", "npadvmod", "agent", "xcomp" if head.lemma_ == "threaten" else "agent"}
    nearby = [c.right_edge.i for c in head.children if c.dep_ in own]
    last = max([head.i, *(t.i for t in inside), *nearby])
    last = min(last, sent.end - 1)
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))
