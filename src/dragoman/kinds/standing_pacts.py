"""Agreements told as they stand: "the 2015 deal between both", "a truce has held", "the council's resolution".

No verb of agreeing tells them: a noun with its parties, a truce that began or holds, what is missing or not kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import actors_at, is_passive, objects, prepositional, side_of, subjects
from dragoman.annotate.standing import standing
from dragoman.annotate.status import event_status
from dragoman.annotate.storytime import when_happened
from dragoman.annotate.voices import overlaps
from dragoman.kinds.accords import Accord
from dragoman.kinds.acts import TOLD
from dragoman.kinds.agreeing import OFFERS, TABLE, AccordStatus
from dragoman.kinds.counterparties import besides_speaker
from dragoman.kinds.encounters import find_encounters
from dragoman.kinds.frames import acts_for_itself, clause_words, phrase_table, rows_met, speakers_at
from dragoman.kinds.hoped import is_hoped
from dragoman.kinds.lapsed import lapse_of
from dragoman.kinds.negotiators import JUST, who_talked
from dragoman.kinds.pact_parties import Group, bound_by, is_of_truce, is_pact, lent_parties, own_parties
from dragoman.kinds.pairs import is_anybody, parties_of_several
from dragoman.kinds.proclaimed import lender
from dragoman.kinds.truces import BROKERING, NOUNS, is_unsure, truce_of
from dragoman.kinds.truces import TABLE as TRUCE
from dragoman.kinds.unasked import is_of_asker
from dragoman.kinds.warring import warring
from dragoman.kinds.wielding import actors_of
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

PAIR = 2
UNMADE = frozenset(
    {
        "any", "no", "every", "such", "possible", "future", "potential", "final", "draft", "proposed", "new", "a", "an",
        "comprehensive", "lasting", "permanent", "eventual", "prospective", "broader",
    }
)  # fmt: skip
"""Words before a deal that is still to be made."""
ABOUT = frozenset({"on", "about", "toward", "towards", "for", "over", "into", "to", "until", "before", "without"})
"""What stands behind these may still be to come: "talks on the deal between both"."""
NONE_YET = frozenset({"no", "yet", "never", "not", "n't"})
TALKS = frozenset({"talk", "dialogue", "negotiation", "meeting", "summit", "round", "session", "discussion"})
COUNCIL = frozenset({"council", "assembly"})
"""What passes a resolution in its own name."""


def find_standing(annotated: Annotated, lexicon: Lexicon, told: tuple[Accord, ...]) -> Iterator[Accord]:
    """Every agreement that is told as it stands, with its parties; nobody's are left out.

    Those that are `told` by verbs of agreeing lend their parties.
    """
    reached = (accord for accord in told if accord.status == "reached" and accord.parties)
    lenders = tuple(dict.fromkeys(lender(annotated, accord, lexicon) for accord in reached))
    yield from _over(annotated, lexicon, lenders)
    yield from _named(annotated, lexicon)
    yield from _in_force(annotated, lexicon, lenders)
    yield from _unkept(annotated, lexicon, lenders)
    yield from _missing(annotated, lexicon)
    yield from _there_is(annotated, lexicon)
    yield from _resolved(annotated, lexicon)


class Told(Struct, frozen=True):
    """What is told of an agreement: its noun, the words that tell it, its status, its rule and its time."""

    thing: Token
    span: Span
    rule: str
    status: AccordStatus = "reached"
    when: When | None = None


def _accord(told: Told, parties: tuple[Actor, ...]) -> Accord:
    content = clause_words(told.thing)
    return Accord(parties, content, told.span, told.status, told.rule, told.when)


def _pacts(annotated: Annotated, lexicon: Lexicon) -> Iterator[Token]:
    words = lexicon.words(OFFERS, "deal") | lexicon.words(TRUCE, "noun") | lexicon.words(TRUCE, "stop")
    last = {word.rsplit("-", 1)[-1] for word in words}
    return (t for t in standing(annotated.doc, last) if is_pact(t, lexicon))


def _named(annotated: Annotated, lexicon: Lexicon) -> Iterator[Accord]:
    """ "The 2015 nuclear deal between Kenya and Uganda", "Kenya's accord with Uganda": it is there."""
    for noun in _pacts(annotated, lexicon):
        before = {c.lower_ for c in noun.lefts}
        is_there = _is_at_work(noun)
        is_known = is_there or bool(before & {"the", "this", "that"}) or any(c.dep_ == "poss" for c in noun.lefts)
        there = noun.head.lower_ in AFTERWARDS or bound_by(noun) is not None
        if there and before & {"a", "an"}:
            is_known, before = True, before - {"a", "an"}  # "under an accord between both, the port is open"
        before -= {"a", "an"} if is_there else set()
        many = noun.tag_ == "NNS" and any(c.tag_ == "PRP$" for c in noun.lefts)  # "our agreements with others"
        if not is_known or many or before & UNMADE or _is_to_come(noun, lexicon) or is_of_asker(annotated, noun):
            continue
        if lapse_of(noun, lexicon) is not None:
            continue
        parties = own_parties(annotated, noun)
        if not parties and any(c.lower_ in BROKERING for c in noun.lefts):  # "the Norwegian-brokered truce"
            parties = lent_parties(annotated, noun, lexicon) or warring(annotated, lexicon)
        if len(parties) >= PAIR:
            span = clause_words(noun)
            own = (t.window for t in annotated.times if overlaps(t.span, span) and t.window and t.type == "DATE")
            yield _accord(Told(noun, span, "agreement.reach", when=next(own, None)), parties)


def _is_at_work(noun: Token) -> bool:
    """ "An accord between both opened the port", "Kenya has a deal with Uganda": there, though told of just now."""
    verb = noun.head
    if noun.dep_ == "dobj":
        return verb.lemma_ == "have" and verb.tag_ in {"VBZ", "VBP", "VBD"} and verb.dep_ in {"ROOT", "ccomp", "conj"}
    done = verb.tag_ == "VBD" and verb.lemma_ not in OPEN and verb.pos_ == "VERB"
    return noun.dep_ == "nsubj" and done and any(c.dep_ == "dobj" or c.lemma_ == "come" for c in (verb, *verb.children))


OPEN = frozenset(
    {"need", "require", "face", "hit", "lack", "prove", "mean", "take", "become", "remain", "seem", "look"}
)
"""Verbs of a deal that may not be made."""


AFTERWARDS = frozenset({"despite", "violating", "following", "after", "since"})
"""What stands behind these is there."""


def _is_to_come(noun: Token, lexicon: Lexicon) -> bool:
    """ "Talks on the deal", "hopes for the deal", "should sign the deal": none that is there."""
    if is_hoped(noun, lexicon) or (noun.dep_ == "pobj" and noun.head.lower_ in ABOUT):
        return True
    verb = noun.head if noun.dep_ in {"dobj", "nsubjpass", "nsubj"} else None
    if verb is None:
        return noun.dep_ not in {"pobj", "attr", "appos", "conj"}
    return event_status(verb).value not in TOLD or any(c.tag_ in {"MD", "TO"} for c in verb.children)


def _in_force(annotated: Annotated, lexicon: Lexicon, lenders: tuple[Group, ...]) -> Iterator[Accord]:
    """ "A truce has held since May", "the ceasefire that came into force in May": agreed, whenever it was."""
    for met in rows_met(annotated.doc, phrase_table(lexicon, TRUCE, NOUNS)):
        verb = met.head
        truce = truce_of(verb, lexicon) or _deal_of(verb, lexicon)
        if truce is None or is_unsure(verb) or event_status(verb).value not in TOLD or is_of_asker(annotated, verb):
            continue
        if verb.tag_ in {"VBZ", "VBP"} or {c.lower_ for c in truce.lefts} & {"any", "no", "unilateral"}:
            continue
        parties = own_parties(annotated, truce, verb) or lent_parties(annotated, truce, lexicon, lenders)
        if not parties and is_of_truce(truce, lexicon):
            parties = warring(annotated, lexicon)
        if parties:
            span = Span(min(truce.idx, clause_words(truce).start), verb.idx + len(verb))
            span = span if span.start < span.end else clause_words(verb)
            yield _accord(Told(truce, span, met.row.id, when=when_happened(annotated, verb)), parties)


def _deal_of(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "The deal took effect", "the accord is holding": a deal that is no truce; "began to take shape" is no effect."""
    if verb.lemma_ in {"begin", "start", "commence"} or any(c.dep_ == "xcomp" for c in verb.children):
        return None
    return next((t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"} and is_pact(t, lexicon)), None)


def _unkept(annotated: Annotated, lexicon: Lexicon, lenders: tuple[Group, ...]) -> Iterator[Accord]:
    """ "Kenya is not adhering to the accord": by one of those who made it."""
    for verb in standing(annotated.doc, lexicon.words(TABLE, "keep")):
        below = list(verb.children)
        ahead = any(c.tag_ == "MD" for c in below) and not any(c.lower_ == "longer" for c in below)
        if verb.pos_ != "VERB" or not _is_unkept(verb) or ahead:
            continue
        things = [t for t in (*objects(verb), *prepositional(verb, ("to", "by", "with"))) if is_pact(t, lexicon)]
        for thing in things[:1]:
            breaking = [*subjects(verb), *prepositional(thing, ("with",)), *prepositional(verb, ("with",))]
            owners = own_parties(annotated, thing, verb)
            sides = owners or _broken_by(annotated, actors_at(annotated, breaking), thing, lexicon, lenders)
            if len(sides) >= PAIR:
                yield _accord(Told(thing, clause_words(verb), "agreement.keep", "broken"), sides)


def _is_unkept(verb: Token) -> bool:
    """ "Is not keeping to", "no longer honours", "neither side respects", "has failed to abide by"."""
    near = [*verb.children, *(g for c in verb.children if c.dep_ == "nsubj" for g in c.children)]
    failed = verb.dep_ == "xcomp" and verb.head.lemma_ in {"fail", "refuse"} and verb.head.tag_ != "VB"
    return failed or any(c.dep_ == "neg" or c.lower_ in {"longer", "neither", "never"} for c in near)


def _broken_by(
    annotated: Annotated, breaking: tuple[Actor, ...], thing: Token, lexicon: Lexicon, lenders: tuple[Group, ...]
) -> tuple[Actor, ...]:
    """Those who broke a pact, then the others whose it is: of a war of others it is none."""
    owners = own_parties(annotated, thing) or lent_parties(annotated, thing, lexicon, lenders)
    first = {a.side or a.name: a for a in breaking}
    at_war = {a.side or a.name: a for a in warring(annotated, lexicon)} if not owners else {}
    others = {a.side or a.name: a for a in owners} or (at_war if not first or first.keys() & at_war.keys() else {})
    return tuple({**first, **others}.values())


def _over(annotated: Annotated, lexicon: Lexicon, lenders: tuple[Group, ...]) -> Iterator[Accord]:
    """ "Kenya declared the truce over", "the accord is dead": by whom, and with whom it was made."""
    for noun in _pacts(annotated, lexicon):
        lapse = lapse_of(noun, lexicon)
        if lapse is None or is_of_asker(annotated, noun) or {c.lower_ for c in noun.lefts} & {"any", "a", "no"}:
            continue
        near = [*lapse.who, *prepositional(noun, ("with",)), *prepositional(lapse.verb, ("with",))]
        said = tuple(a for s in speakers_at(annotated, noun.idx) if (a := side_of(s)) is not None)
        own = (
            actors_at(annotated, near)
            or own_parties(annotated, noun)
            or lent_parties(annotated, noun, lexicon, lenders)
        )
        sides = _broken_by(annotated, own or said, noun, lexicon, lenders)
        sides = sides if len(sides) >= PAIR else _broken_by(annotated, (*said, *own), noun, lexicon, lenders)
        if len(sides) >= PAIR or any(_may_end(a, lexicon) for a in actors_at(annotated, lapse.who)):
            when = when_happened(annotated, lapse.verb)
            yield _accord(Told(noun, clause_words(lapse.verb), "agreement.over", "broken", when), sides)


def _may_end(actor: Actor, lexicon: Lexicon) -> bool:
    """Whether a truce is an actor's to end: a party, or a group by name."""
    return acts_for_itself(actor, lexicon) or (actor.kind == "group" and actor.name[:1].isupper())


def _missing(annotated: Annotated, lexicon: Lexicon) -> Iterator[Accord]:
    """ "There is no deal between Kenya and Uganda", "talks between both produced no accord", "ended without one"."""
    for noun in _pacts(annotated, lexicon):
        verb = _verb_of_none(noun)
        if verb is None or is_of_asker(annotated, noun):
            continue
        there = any(c.dep_ == "expl" for c in verb.children)
        who = [t for t in subjects(verb) if t.lemma_.lower() not in TALKS and not there]
        talks = [c for c in verb.children if c.dep_ in {"nsubj", "dobj"} and c.lemma_.lower() in TALKS]
        between = [t for talk in talks for t in prepositional(talk, ("between", "with", "among"))]
        parties = own_parties(annotated, noun) or parties_of_several(annotated, [*who, *between], lexicon)
        if not parties:  # "said there was no accord with Uganda"
            parties = besides_speaker(annotated, noun)
        if len(parties) < PAIR and not who:  # "there was no accord on the port"
            parties = who_talked(annotated, noun, find_encounters(annotated, lexicon), back=JUST)
        if len(parties) >= PAIR and not all(is_anybody(actor) for actor in parties):
            whole = clause_words(verb)
            yield _accord(Told(noun, whole, "agreement.reach", "denied"), parties)


def _there_is(annotated: Annotated, lexicon: Lexicon) -> Iterator[Accord]:
    """ "There was agreement on a patrol", "there is a consensus between both": reached, at the talks just told."""
    for noun in _pacts(annotated, lexicon):
        verb = noun.head
        there = noun.dep_ in {"attr", "dobj", "nsubj"} and any(c.dep_ == "expl" for c in verb.children)
        unsure = {c.lower_ for t in (noun, verb) for c in t.children} & NONE_YET or noun.tag_ == "NNS"
        if not there or unsure or is_unsure(verb) or is_of_asker(annotated, noun) or is_hoped(noun, lexicon):
            continue
        on_it = prepositional(noun, ("on", "over", "about"))
        parties = own_parties(annotated, noun, verb)
        if not parties and on_it and not prepositional(noun, ("between", "among", "with")):
            parties = who_talked(annotated, noun, find_encounters(annotated, lexicon), back=JUST)
        if len(parties) >= PAIR:
            yield _accord(
                Told(noun, clause_words(verb), "agreement.reach", when=when_happened(annotated, verb)), parties
            )


def _verb_of_none(noun: Token) -> Token | None:
    """The verb that says that there is no such thing: "there has yet to be a deal", "produced no deal"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "without":
        verb = noun.head.head
        return verb if verb.tag_ in {"VBD", "VBN"} else None
    verb = noun.head
    if noun.dep_ not in {"attr", "dobj", "nsubj"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    first = verb.head if verb.dep_ == "xcomp" and verb.tag_ == "VB" else verb
    denying = {c.lower_ for t in (noun, verb, first) for c in t.children}
    if not denying & NONE_YET or any(c.tag_ == "MD" for c in (*verb.children, *first.children)):
        return None
    there = any(c.dep_ == "expl" for c in first.children)
    return first if there or verb.lemma_ in {"produce", "yield", "bring"} else None


def _resolved(annotated: Annotated, lexicon: Lexicon) -> Iterator[Accord]:
    """ "The Security Council adopted a resolution", "a Security Council resolution passed in May"."""
    for noun in standing(annotated.doc, ("resolution",)):
        verb = next((v for v in (noun.head, *noun.children) if _passes(v, noun, lexicon)), None)
        if noun.pos_ != "NOUN" or verb is None or (verb.head != noun and event_status(verb).value not in TOLD):
            continue
        who = [
            *(subjects(verb) if noun.dep_ != "nsubj" else ()),
            *(c for c in noun.lefts if c.dep_ in {"compound", "poss"}),
        ]
        named = [t for t in who if t.lemma_.lower() in COUNCIL]
        parties = tuple(_council(a, t) for t in named for a in actors_of(annotated, t) if a.kind == "organisation")
        if parties:
            first = min(clause_words(noun).start, verb.idx, *(t.left_edge.idx for t in named))
            span = Span(first, max(t.idx + len(t) for t in (noun, verb)))
            yield _accord(Told(noun, span, "agreement.resolve", when=when_happened(annotated, verb)), parties)


def _council(actor: Actor, noun: Token) -> Actor:
    """The council by its whole name, where its organisation is known by a shorter one."""
    own = {word.lower() for word in actor.name.split()}
    rest = [t.text for t in (*noun.lefts, noun) if t.pos_ == "PROPN" and t.lower_ not in own | SHORT]
    if not rest or actor.name.endswith(rest[-1]):
        return actor
    return Actor(" ".join([actor.name, *rest]), (actor.name, *actor.aliases), actor.side, actor.role, actor.kind)


SHORT = frozenset({"u.n.", "un"})


def _passes(verb: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells that the resolution was passed: its object, or a participle beside it."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in lexicon.words(TABLE, "resolve"):
        return False
    below = list(verb.children)
    if any(c.tag_ in {"MD", "TO"} or c.dep_ == "neg" for c in below):
        return False
    if verb.head == noun:
        return verb.dep_ in {"acl", "relcl"} and verb.tag_ in {"VBN", "VBD"}
    passed = noun.dep_ == "dobj" or (noun.dep_ == "nsubjpass" and is_passive(verb))
    return passed and verb.tag_ in {"VBD", "VBN"}
