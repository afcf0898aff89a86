"""Whom a pronoun stands for: number, gender, grammatical place and nearness weigh the mentions before it.

Where two persons weigh the same in one earlier sentence ("Torv and Nur met. He said ...") nobody is guessed at: the
pronoun keeps both as candidates.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.names import fold
from dragoman.annotate.phrases import is_subject
from dragoman.lexicon import Lexicon
from dragoman.types import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token


SEXES = {"she": "she", "her_title": "she", "she_word": "she", "he": "he", "his_title": "he", "he_word": "he"}
"""What the rows of data/actors/given_names mean, and the pronoun that follows from it."""
MEMORY = 60
"""Earlier mentions that a pronoun may look back to."""


class Words(Struct, frozen=True):
    """Pronouns by what they can stand for, offices of heads of state, number words."""

    person: frozenset[str]
    many: frozenset[str]
    body: frozenset[str]
    heads: frozenset[str]
    count: frozenset[str]
    against: frozenset[str]
    roles: frozenset[str]
    diplomats: frozenset[str]
    """Offices of those who head a foreign service."""
    bands: frozenset[str]
    """Nouns for a party of its own that is no state ("the group")."""
    armed: frozenset[str]
    """What may stand before such a noun and tells nothing new ("the militant group")."""
    leagues: frozenset[str]
    """Words that name a league of states, which those nouns don't stand for."""
    sexes: dict[str, str]
    """Given names, titles and pronouns by "she" and "he"."""


class Trace(Struct, frozen=True):
    """An earlier mention: its token, sentence and actors; whether it was a subject, and of the sentence's main verb;
    whether it stood in quotes.
    """

    token: int
    sentence: int
    actors: tuple[int, ...]
    subject: bool
    quoted: bool
    plural: bool
    main: bool = False
    speaks: bool = False
    """Whether it is named as the source of what is said."""
    owns: bool = False
    """Whether it only tells whose something is ("the president of Kenya", "a region of Kenya")."""


class Known(Struct):
    """What the walk through the text has found so far; lives within `find_mentions` only."""

    actors: list[Actor]
    trail: list[Trace]
    by_name: dict[str, int]
    named: int
    """How many of the actors, from the first on, have a name of their own."""
    sexes: dict[int, str]
    """ "she" or "he" for the actors of whom the text or a table of given names tells it."""
    opposition: str | None = None
    """The side that "the opposition" is of, where the text leaves one only."""


def coref_words(lexicon: Lexicon) -> Words:
    """The tables of `actors/groups` that coreference needs."""
    table = "actors/groups"
    return Words(
        lexicon.words(table, "person"),
        lexicon.words(table, "many"),
        lexicon.words(table, "body"),
        lexicon.words(table, "head"),
        lexicon.words(table, "count"),
        lexicon.words(table, "against"),
        lexicon.words("actors/roles") - lexicon.words("actors/roles", "courtesy"),
        lexicon.words(table, "diplomat"),
        lexicon.words("actors/bands", "band"),
        lexicon.words("actors/bands", "armed"),
        lexicon.words("actors/bands", "league"),
        {word: meant for means, meant in SEXES.items() for word in lexicon.words("actors/given_names", means)},
    )


def sex_of(names: Iterable[str], words: Words) -> str | None:
    """What titles and given names tell of a person: "she", "he", or None; the first word that tells wins."""
    return next((sex for name in names if (sex := words.sexes.get(fold(name)))), None)


class Place(Struct, frozen=True):
    """Where a token stands: its sentence, whether in a quotation, whether in a source of what is said.

    `said_by` are the actors in whose quotation it stands: they are "I" there, never "he".
    """

    sentence: int
    quoted: bool
    speaks: bool
    said_by: frozenset[int] = frozenset()


def trace_of(head: Token, place: Place, actors: tuple[int, ...]) -> Trace:
    """What a mention leaves behind for later pronouns."""
    subject = is_subject(head)
    main = subject and _is_main(head)
    speaks, owns = place.speaks and subject, head.dep_ == "pobj" and head.head.lower_ == "of"
    return Trace(head.i, place.sentence, actors, subject, place.quoted, _is_plural(head), main, speaks, owns)


def _is_main(head: Token) -> bool:
    """Whether the token is the subject of the main verb of its sentence, or joined to it by "and"."""
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    verb = head.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT") or head.dep_ == "ROOT"


def pronoun_kind(token: Token, words: Words) -> str | None:
    """What a pronoun can stand for: "person", "many" or "body"; None for any other word."""
    if token.pos_ != "PRON" or token.dep_ == "expl":
        return None
    word = token.lower_
    if word in words.person:
        return "person"
    if word in words.many:
        return "many"
    return "body" if word in words.body and token.dep_ in {"nsubj", "poss"} else None


class Look(Struct, frozen=True):
    """A pronoun that looks for whom it stands: what it can stand for, where it is, and whether "she" or "he"."""

    token: Token
    kind: str
    place: Place
    sex: str | None


class Referents(Struct, frozen=True):
    """The actors a pronoun stands for; where it stands equally for several, none, and those as `candidates`."""

    actors: tuple[int, ...]
    candidates: tuple[int, ...] = ()


def resolve_pronoun(look: Look, known: Known) -> Referents:
    """The best earlier mention of the right number and sex: subjects before others, near before far."""
    here = look.place
    best: dict[tuple[int, ...], tuple[float, int, Trace]] = {}
    for order, trace in enumerate(known.trail[-MEMORY:]):
        if not _fits(trace, look, known) or trace.quoted > here.quoted or here.sentence - trace.sentence > FARTHEST:
            continue
        score = _salience(look, trace)
        if trace.actors not in best or (score, order) >= best[trace.actors][:2]:
            best[trace.actors] = (score, order, trace)
    ranked = sorted(best.items(), key=lambda item: item[1][:2], reverse=True)
    near = bool(ranked) and (ranked[0][1][0] >= PAIR or ranked[0][1][2].sentence == here.sentence)
    if look.kind == "many" and not near and (pair := _pair_before(known, here.sentence)):
        return Referents(pair)
    if not ranked:
        return Referents(())
    if look.kind == "person" and len(ranked) > 1 and _is_open(look, ranked[0][1], ranked[1][1]):
        return Referents((), tuple(sorted((*ranked[0][0], *ranked[1][0]))))
    return Referents(ranked[0][0])


FARTHEST = 5
"""Sentences that a pronoun looks back at most."""
PAIR = 0.5
"""The salience of two persons of the sentence before, where "they" has no plural to look back to that is as near."""


def _is_open(look: Look, first: tuple[float, int, Trace], second: tuple[float, int, Trace]) -> bool:
    """Whether a subject pronoun stands for two persons of one earlier sentence alike."""
    same_place = first[2].sentence == second[2].sentence < look.place.sentence
    return look.token.dep_ == "nsubj" and same_place and first[0] == second[0]


def _pair_before(known: Known, sentence: int) -> tuple[int, ...]:
    """The two persons of the sentence before ("A spoke with B. They agreed ..."); empty when they are not two."""
    near = [i for t in known.trail if t.sentence == sentence - 1 and not t.quoted for i in t.actors]
    persons = tuple(sorted({i for i in near if known.actors[i].kind == "person"}))
    return persons if len(persons) == 2 else ()


def _is_plural(head: Token) -> bool:
    return head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"they", "them"}


COLLECTIVE = frozenset({"military", "army", "police", "government", "delegation", "team", "command", "leadership"})
"""Nouns in the singular that "they" can stand for."""


def _fits(trace: Trace, look: Look, known: Known) -> bool:
    actors = [known.actors[i] for i in trace.actors]
    if look.place.said_by.issuperset(trace.actors):
        return False
    if look.kind == "person":
        one = len(actors) == 1 and actors[0].kind == "person"
        return one and known.sexes.get(trace.actors[0], look.sex) == look.sex
    if look.kind == "many":
        people = trace.plural or look.token.doc[trace.token].lemma_.lower() in COLLECTIVE
        return len(actors) > 1 or actors[0].kind == "organisation" or (actors[0].kind in {"group", "state"} and people)
    return len(actors) == 1 and (
        actors[0].kind in {"state", "organisation"} or actors[0].kind == "group" and not trace.plural
    )


def _salience(look: Look, trace: Trace) -> float:
    """How strongly an earlier mention offers itself: a subject outweighs one sentence of distance, not two.

    Whoever spoke in an earlier sentence goes on to speak.
    """
    distance = look.place.sentence - trace.sentence
    score = -float(distance)
    if trace.subject:
        score += 1.5
    if distance and (trace.main or trace.speaks):
        score += 0.4
    if distance and trace.speaks and look.place.speaks:
        score += 0.4
    token = look.token
    if distance == 0 and token.dep_ == "poss" and token.doc[trace.token] in token.head.conjuncts:
        score += 3  # "Torv and her aides": the owner is who stands beside
    if distance == 0 and token.dep_ == "poss" and _is_own_subject(token, token.doc[trace.token]):
        score += 1.5
    if distance == 0 and _is_setting(token, token.doc[trace.token]):
        score += 2
    if distance == 0 and token.doc[trace.token].head == token.head and token.dep_ not in {"poss", "nsubj"}:
        score -= 4  # "Putin told him": an argument of the same verb is somebody else
    return score


def _is_own_subject(pronoun: Token, subject: Token) -> bool:
    """ "The rebels stepped up their raids": what a verb's object belongs to is most often its subject."""
    noun = pronoun.head
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return subject.dep_ == "nsubj" and subject.head == verb and subject.i < verb.i < pronoun.i


def _is_setting(pronoun: Token, owner: Token) -> bool:
    """ "In Torv's speech, she said": whoever owns what the clause is set in is its subject."""
    if owner.dep_ != "poss" or pronoun.dep_ != "nsubj" or owner.i > pronoun.i:
        return False
    return owner.head.dep_ == "pobj" and owner.head.head.dep_ == "prep" and owner.sent.start >= owner.i - 3
