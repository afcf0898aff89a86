"""Whom an act is aimed at: the object of its verb, who is given help, the party behind a place or a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import (
    actors_at,
    is_first_person,
    is_passive,
    mention_at,
    objects,
    prepositional,
    side_of,
    subjects,
)
from dragoman.annotate.voices import first_person_of, speaker_at
from dragoman.kinds import acting
from dragoman.kinds.accusing import CHARGING, accused_by
from dragoman.kinds.act_heads import is_verbal
from dragoman.kinds.act_words import ActWords
from dragoman.kinds.wielding import GIVEN, NAMING_DEPS, actors_of
from dragoman.lexicon import Row, load_lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECT_IS_MEANS = frozenset({"MOBILIZE", "RETREAT", "AID", "SANCTION", "CONCEDE", "COOPERATE", "ASSAULT"})


def targets_of(annotated: Annotated, head: Token, row: Row, words: ActWords) -> tuple[Actor, ...]:
    """Whom the act is aimed at: the verb's object, a noun's "on" or "against"; a place stands for its state.

    Where the object is the means ("sent troops", "imposed sanctions"), whom it is sent to or imposed on.
    """
    if not is_verbal(head):
        of_means = row.pos == "OF" and row.means in OBJECT_IS_MEANS and head.lemma_ not in GIVEN
        tokens = prepositional(head, words.aimed - {"of"} if of_means else words.aimed)
        tokens += prepositional(head, ("for",)) if row.means == "SUPPORT" else []
        if row.means == "SANCTION" and head.dep_ == "pobj" and is_passive(head.head.head):  # "was hit with sanctions"
            tokens += objects(head.head.head)
        if head.dep_ == "dobj" and head.head.lemma_.lower() in words.light:  # "launched a raid on Monday on X"
            tokens += prepositional(head.head, ("on", "against", "at"))
        tokens += _helped(head, words) if row.means == "AID" else []
        return as_parties(tuple(actor for token in tokens for actor in _struck(annotated, token)))
    if row.id in CHARGING:
        return as_parties(tuple(a for t in accused_by(head, load_lexicon()) for a in _struck(annotated, t)))
    things = [_meant(t, head) for t in _sufferers(head)]
    tools = [t for t in things if t.lemma_.lower() in words.means] if row.means in OBJECT_IS_MEANS else []
    men = [t for t in tools if row.means == "ASSAULT" and _is_struck(annotated, t, head)]  # "struck rebel fighters"
    means = len(tools) > len(men)
    tokens = [t for t in things if not means or t.dep_ == "dative"] + prepositional(head, words.aimed)
    if row.means in {"ASSAULT", "SANCTION"}:  # "took it from the rebels"
        tokens += acting.hit_by_measures(head) if row.means == "SANCTION" else prepositional(head, ("from",))
    tokens += _beside(head, row, things)
    if row.id == THREAT and not tokens:  # "threatened to bomb the ports of X"
        tokens += _threatened(head)
    if row.means in {"AID", "SANCTION"}:
        things += [t for thing in things for t in prepositional(thing, ("of",))]  # "a sum of aid to X"
    if row.means == "AID":
        tokens += [t for thing in things for t in prepositional(thing, ("for",))]
    for token in things:  # "sanctions on X": what is aimed hangs on the object; not "prisoners of war"
        tokens += [t for t in prepositional(token, words.aimed) if not (means and t.lemma_ == "war")]
    tokens = [t for t in tokens if not _is_no_target(annotated, t, row)]
    found = tuple(actor for token in tokens for actor in _struck(annotated, token))
    return as_parties(tuple(map(_sent_by, found)) if head.lemma_ in AT_ENVOYS else found)


def _beside(head: Token, row: Row, things: list[Token]) -> list[Token]:
    """ "Recalled its envoy from X", "expelled X's ambassador", "reopened its border with X": X."""
    if row.means == "CONCEDE":  # also "took the label from X"
        return [t for above in (head, *things) for t in prepositional(above, ("with", "from"))]
    if row.means != "SANCTION":
        return []
    found = [c for thing in things for c in thing.lefts if c.dep_ in NAMING_DEPS] if head.lemma_ in AT_ENVOYS else []
    if head.lemma_ in {"recall", "withdraw"}:
        found += [t for above in (head, *things) for t in prepositional(above, ("from", "to"))]
    return found


THREAT = "action.threaten"
AT_ENVOYS = frozenset({"expel", "summon", "bar", "ban"})
"""Measures against those whose envoys or citizens suffer them."""


def _sent_by(envoy: Actor) -> Actor:
    """ "The Kenyan ambassador": Kenya; one who is named as himself."""
    return side_of(envoy) or envoy if envoy.kind == "person" and envoy.name.split()[-1].islower() else envoy


def _threatened(verb: Token) -> list[Token]:
    """ "Threatened to send home thousands of Kenyan soldiers": whom the deed would befall."""
    deeds = [c for c in verb.children if c.dep_ == "xcomp"]
    things = [t for deed in deeds for t in (*objects(deed), *prepositional(deed, ("on", "against", "with")))]
    return [t for thing in things for t in (thing, *prepositional(thing, ("of", "on", "against", "with", "to")))]


EDGES = frozenset({"border", "frontier", "coast", "waters", "airspace"})
"""Where troops are sent that are sent at nobody."""


def _is_no_target(annotated: Annotated, token: Token, row: Row) -> bool:
    """ "Killed two on Easter": a day; "struck the rebels, and not the farmers"; "sent troops to the Kenyan border"."""
    is_time = any(time.span.start <= token.idx < time.span.end for time in annotated.times)
    is_excepted = any(t.lower_ == "not" for t in token.doc[token.left_edge.i : token.i])
    return is_time or is_excepted or (row.means == "MOBILIZE" and token.lower_ in EDGES)


LAUNCHED = frozenset({"launch", "fire", "send", "use", "drop", "deploy"})
"""Verbs whose object is a weapon of one's own."""


def _is_struck(annotated: Annotated, thing: Token, verb: Token) -> bool:
    """ "Shot down a Kenyan jet", "struck rebel fighters": what is hit, and no weapon of those who strike."""
    if actors_at(annotated, [thing]):
        return True
    whose = (t for t in thing.lefts if t.dep_ in NAMING_DEPS)
    return verb.lemma_ not in LAUNCHED and any(actors_of(annotated, t) for t in whose)


def _sufferers(verb: Token) -> list[Token]:
    """The objects of a verb; "it holds the hill and is backed by X": the subject of what it is joined to."""
    found = objects(verb)
    beside = verb.dep_ in {"conj", "advcl"} and (is_passive(verb) or verb.head.lemma_ == "stand")  # "stands accused"
    if not found and beside:  # "backed by Kenya, the rebels took the hill"
        return subjects(verb.head)
    return found or [t for c in verb.children if _shares_object(c, verb) for t in objects(c)]


def _shares_object(other: Token, verb: Token) -> bool:
    """ "Shelled and burnt the town": the object of the second verb is the first one's too."""
    return other.dep_ == "conj" and other.i == verb.i + 2 and not any(c.dep_ in SUBJECTS for c in other.children)


def _helped(noun: Token, words: ActWords) -> list[Token]:
    """ "The rebels received aid from X", "the army held the hill with help from X": who is given it."""
    above = noun.head
    if noun.dep_ == "dobj" and above.lemma_.lower() in words.receiving:
        return subjects(above)
    is_means = noun.dep_ == "pobj" and above.lower_ in {"with", "on"} and bool(prepositional(noun, ("from",)))
    verb = next((t for t in above.ancestors if t.pos_ == "VERB"), None) if is_means else None
    return subjects(verb) if verb is not None else []


def _meant(token: Token, verb: Token) -> Token:
    """ "the fighters that it has shelled": for "that" the noun before it."""
    return verb.head if token.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else token


def _struck(annotated: Annotated, token: Token) -> tuple[Actor, ...]:
    """The party that a target stands for: itself, the state of a place, the owner of a thing ("Russian oil").

    "The territory of our state", "positions of the rebels" stand for those whose they are.
    """
    found = actors_at(annotated, [token])
    if found:
        return _own_people(annotated, token, found)
    mention = mention_at(annotated, token)
    if mention is not None and mention.actors:
        return (annotated.actors[mention.actors[0]],)
    before = [t for t in token.doc[token.left_edge.i : token.i] if t.dep_ in NAMING_DEPS]
    owners = tuple(
        a for t in before for a in actors_of(annotated, t) if not (is_first_person(t) and a.kind == "person")
    )
    if owners or token.lemma_ == "behalf":
        return owners
    return tuple(a for t in prepositional(token, ("of",)) if t != token for a in _struck(annotated, t) if a.side)


def _own_people(annotated: Annotated, token: Token, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "They killed our people", said by a Kenyan: Kenya's; others as they are."""
    is_ours = any(c.dep_ == "poss" and c.lower_ == "our" for c in token.lefts) and token.lemma_.lower() in OWN
    if not is_ours or any(actor.side for actor in found):
        return found
    speaker = speaker_at(annotated, token.idx) or first_person_of(annotated, "we")
    own = side_of(speaker) if speaker is not None and speaker.side else None
    return (own,) if own is not None else ()


OWN = frozenset({"people", "citizen", "soldier", "troop", "child", "family", "compatriot", "woman", "son", "fighter"})
"""Those who are a speaker's own; "our allies" are others."""


def as_parties(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Each actor once, troops and other unnamed groups as the party that they act for."""
    found: list[Actor] = []
    for actor in actors:
        if actor.kind == "group" and actor.side and actor.side != actor.name:
            actor = Actor(actor.side, (actor.name, *actor.aliases), actor.side, None, "state")
        if all(actor.name != other.name for other in found):
            found.append(actor)
    return tuple(found)
