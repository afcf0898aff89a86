"""Where a truce is told as begun, lasting or prolonged ("came into effect", "is holding"): an act of those who stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.clauses import VERBAL, mention_at, objects, prepositional, side_of
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.kept import kept
from dragoman.annotate.standing import standing
from dragoman.annotate.status import event_status
from dragoman.annotate.storytime import when_happened
from dragoman.kinds.acts import TOLD, Act
from dragoman.kinds.forecast import Expected
from dragoman.kinds.frames import is_party, parties_at, phrase_table, rows_met, rows_met_at, telling_span
from dragoman.kinds.wielding import NAMING_DEPS
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/truce"
NOUNS = frozenset({"noun", "stop", "stopped", "war", "seek"})
"""Rows of the nouns, which tell nothing without a verb, and of the verbs that only look ahead to a truce."""
TYPE = "RETREAT"
"""PLOVER's type of a truce that is kept."""
COMPANY = VERBAL | {"NOUN"}
"""What the place of a truce may hang on beside itself: its verb, what is stopped."""
BETWEEN = ("between", "by", "among", "with", "of")
BROKERING = frozenset({"brokered", "mediated", "sponsored", "backed", "led", "negotiated", "drafted", "imposed"})
HYPHENS = 5
"""Tokens after a name in which a hyphen joins it to what was done: "U.S.-Kenya-brokered"."""
UNSURE = frozenset({"if", "unless", "until", "once", "whether", "when"})
WHERE = ("in", "across", "over", "inside", "throughout", "for")


def find_truces(annotated: Annotated, lexicon: Lexicon) -> Iterator[Act]:
    """Every telling of a truce that began, lasts or was prolonged, with those who keep it, in the order of the text.

    Those are who the truce is said to be between, else the state where it is, here or where the article first says so;
    a truce of nobody who is known is left out.
    """
    for met in rows_met(annotated.doc, phrase_table(lexicon, TABLE, NOUNS)):
        truce = truce_of(met.head, lexicon)
        status = event_status(met.head).value
        if truce is None or status not in TOLD or is_unsure(met.head):
            continue
        parties = parties_of(annotated, truce, lexicon)
        if parties:
            yield Act(
                row=structs.replace(met.row, means=TYPE),
                actors=parties,
                targets=(),
                when=when_happened(annotated, met.head),
                place=None,
                status="ongoing" if met.row.means == "last" else "held",
                span=telling_span(met, [truce]),
                head=met.head,
            )


def expected_truce(annotated: Annotated, verb: Token, lexicon: Lexicon) -> Expected | None:
    """What a clause about a truce that is to begin or to last leads one to expect; None for any other clause."""
    met = any(rows_met_at(verb, phrase_table(lexicon, TABLE, NOUNS)))
    truce = truce_of(verb, lexicon) if met else None
    if verb.lemma_.lower() in lexicon.words(TABLE, "seek"):
        truce = next((thing for thing in objects(verb) if is_truce(thing, lexicon)), None)
    return Expected("action", TYPE, parties_of(annotated, truce, lexicon)) if truce is not None else None


def is_truce(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is a truce: by itself, or as the stop of what is stopped ("pause in the fighting")."""
    if _word(noun) in lexicon.words(TABLE, "noun"):
        return True
    stopped = lexicon.words(TABLE, "stopped")
    near = (*noun.lefts, *prepositional(noun, ("of", "in", "to")))
    return noun.lemma_.lower() in lexicon.words(TABLE, "stop") and any(t.lemma_.lower() in stopped for t in near)


def _word(noun: Token) -> str:
    """The noun with what hyphens join to it: the parser makes three words of "cease-fire"."""
    first = noun.i
    while first > 1 and noun.doc[first - 1].text == "-":
        first -= 2
    return "".join(t.lower_ for t in noun.doc[first : noun.i]) + noun.lemma_.lower()


def parties_of(annotated: Annotated, truce: Token, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Who keeps a truce, else the state that it is in; of the first truce of the article that says so, if not this one.

    Where none does, the state of the only place in the sentence of one, else that where the war is.
    """
    said, around = _parties_told(annotated, lexicon)
    return _said_of(annotated, truce) or said or _state_around(annotated, truce) or around


@kept()
def _parties_told(annotated: Annotated, lexicon: Lexicon) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who keeps the first truce of the article that says so; the state that the first is in, else the war."""
    words = [word.split("-")[-1] for means in ("noun", "stop") for word in lexicon.words(TABLE, means)]
    nouns = [t for t in standing(annotated.doc, words) if not _is_before_noun(t) and is_truce(t, lexicon)]
    said = (_said_of(annotated, noun) for noun in nouns)
    around = (_state_around(annotated, noun) for noun in nouns)
    wars = (_said_of(annotated, noun) for noun in standing(annotated.doc, lexicon.words(TABLE, "war")))
    there = chain(around, (war for war in wars if len(war) == 1))
    return next(filter(None, said), ()), next(filter(None, there), ())


def _is_before_noun(noun: Token) -> bool:
    """ "The head of a Kenyan ceasefire monitoring team": it is the team that is Kenyan."""
    after = noun.doc[min(noun.i + 1, len(noun.doc) - 1)]
    return after.i > noun.i and after.tag_ in {"NN", "NNS", "NNP", "VBG"}


def _state_around(annotated: Annotated, noun: Token) -> tuple[Actor, ...]:
    """The state of the only place in the noun's sentence."""
    states = places_of(annotated, (token for token in noun.sent if _is_place(token)))
    return states if len(states) == 1 else ()


def _said_of(annotated: Annotated, truce: Token) -> tuple[Actor, ...]:
    """Those "between" whom a truce is, the names before it ("the Kenya truce"), the state of the place after it."""
    before = [t for c in truce.lefts if c.dep_ in NAMING_DEPS and not _is_kept_by_others(c) for t in (c, *c.conjuncts)]
    inside = (truce, *prepositional(truce, ("of", "in")), truce.head)  # "cessation of hostilities in X", "begun in X"
    there = [t for each in inside if each == truce or each.pos_ in COMPANY for t in prepositional(each, WHERE)]
    between = parties_at(annotated, [*prepositional(truce, BETWEEN), *_between_after(truce)])
    return between or places_of(annotated, before) or places_of(annotated, there)


def _between_after(truce: Token) -> list[Token]:
    """ "A truce is in effect between Kenya and Chad": those whom the parser hangs on the verb, or on the effect."""
    verb = truce.head if truce.dep_ in {"nsubj", "nsubjpass"} else truce
    below = [c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
    return [t for each in (verb, *below) if each != truce for t in prepositional(each, ("between", "among"))]


def _is_kept_by_others(word: Token) -> bool:
    """ "The Kenya-brokered truce": who brought it about is none of those who keep it."""
    after = word.doc[word.i + 1 : word.i + 1 + HYPHENS]
    stems = [t.lower_ for t in (word, *after) if t.i < word.head.i or t == word]
    return any(stem.rsplit("-", 1)[-1] in BROKERING for stem in stems)


def _is_place(token: Token) -> bool:
    """Whether a name says where: "across X", "in most of X"; not "talks in X", whose host keeps no truce."""
    while token.dep_ == "pobj" and token.head.lower_ == "of":
        token = token.head.head
    return token.dep_ == "pobj" and token.head.lower_ in WHERE and token.head.head.lemma_ not in HOSTED


HOSTED = frozenset({"talk", "meeting", "summit", "negotiation", "conference", "round", "session"})
"""What is held in a place that has no part in a truce."""


def places_of(annotated: Annotated, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    """The parties and the states of the places that some tokens name, each once."""
    found: dict[str, Actor] = {}
    for token in tokens:
        known = load_gazetteer().at(token.doc.text, token.idx) if token.text[:1].isupper() else None
        mention = mention_at(annotated, token)
        if known is not None and known.form in {"state", "demonym"}:
            actor: Actor | None = Actor(known.name, (), known.side, None, known.kind)
        elif mention is not None and mention.actors:
            actor = annotated.actors[mention.actors[0]]
            actor = side_of(actor) if mention.form == "place" else actor
        else:
            actor = None
        if actor is not None and is_party(actor) and actor.kind != "person":
            found.setdefault(actor.side or actor.name, actor)
    return tuple(found.values())


def truce_of(verb: Token, lexicon: Lexicon) -> Token | None:
    """The truce that a verb tells of: its subject, or the noun that it describes ("which began on Monday")."""
    things = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if verb.dep_ == "relcl" and any(t.tag_ in {"WDT", "WP"} for t in things):
        before = verb.doc[verb.sent.start : verb.head.i + 1]
        things = [next((t for t in reversed(before) if t.pos_ == "NOUN"), verb.head)]  # "the truce in X, which began"
    if verb.dep_ in {"xcomp", "conj"}:
        things += [c for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return next((t for t in things if is_truce(t, lexicon)), None)


def is_unsure(verb: Token) -> bool:
    """ "if it holds", "may be extended", "for it to begin": not told as done."""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}
    seems = verb.dep_ == "xcomp" and verb.head.lemma_ in {"appear", "seem"}  # "appeared to be holding"
    helped = any(c.dep_ == "aux" and (c.tag_ == "MD" or (c.lower_ == "to" and not seems)) for c in verb.children)
    ahead = "after" in marks and verb.tag_ in {"VBZ", "VBP"}  # "after the truce comes into force"
    bare = verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)  # "in seeing the truce begin"
    return helped or ahead or bare or bool(marks & UNSURE) or _is_wished(verb)


def _is_wished(verb: Token) -> bool:
    """ "Making sure that the truce holds", "the most important thing is that it holds": an aim, and no news."""
    if verb.dep_ not in {"ccomp", "xcomp"}:
        return False
    weighed = (t for t in (verb.head, *verb.head.children) if t.i < verb.i)
    return any(t.lemma_.lower() in WISHED or any(c.lower_ in WISHED for c in t.lefts) for t in weighed)


WISHED = frozenset({"sure", "certain", "ensure", "important", "crucial", "essential", "vital", "key", "priority"})
"""Words of what shall be."""
