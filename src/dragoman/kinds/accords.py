"""Where parties agree, or are near it, or a deal breaks: "agreed to", "signed a deal", "a truce brokered by"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from dragoman.annotate.clauses import is_passive, objects, prepositional, subjects
from dragoman.annotate.status import event_status
from dragoman.kinds.agreed import (
    agreed_with,
    agreed_words,
    are_others,
    is_comprehension,
    is_endorsed,
    is_of_one_side,
    is_of_others,
    is_set,
    when_agreed,
)
from dragoman.kinds.encounters import find_encounters
from dragoman.kinds.factuality import Factuality
from dragoman.kinds.frames import (
    Met,
    has_lost_subject,
    is_performed,
    modified_noun,
    people_at,
    phrase_table,
    rows_met,
    telling_span,
)
from dragoman.kinds.hoped import is_hoped
from dragoman.kinds.how_told import how_told
from dragoman.kinds.negotiators import those_at_talks
from dragoman.kinds.pact_parties import paired
from dragoman.kinds.pairs import parties_of_several
from dragoman.kinds.unasked import is_of_asker
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Token

AccordStatus = Literal["reached", "expected", "near", "broken", "denied"]

TABLE, OFFERS = "kinds/agreement", "kinds/offer_words"
TOGETHER = ("with", "between", "among", "alongside", "by")
ELSEWHERE = frozenset({"proclaim", "welcome", "announcement", "renewal"})
"""Rows of kinds/proclaimed.py."""
STANDING = frozenset({"union", "keep", "resolve"})
"""Rows of kinds/standing_pacts.py."""
IN_FRAMES = frozenset({"empty", "vague", "decide", "soft", "assess", "many", "hope", *ELSEWHERE, *STANDING})
"""Rows that only lend their words to a frame."""
COMMITTING = frozenset({"will", "would", "shall"})


class Accord(Struct, frozen=True):
    """One agreement as the text tells it; `told` covers the words that tell it."""

    parties: tuple[Actor, ...]
    content: Span
    told: Span
    status: AccordStatus
    rule: str
    when: When | None = None
    factuality: Factuality | None = None


class Agreed(Struct, frozen=True):
    """What a frame found: the head of what is agreed, who agreed, and the status where the words give one."""

    head: Token
    who: tuple[Token, ...]
    status: AccordStatus | None = None


def find_accords(annotated: Annotated, lexicon: Lexicon) -> Iterator[Accord]:
    """Every agreement with its parties, in the order of the text."""
    table = phrase_table(lexicon, TABLE, IN_FRAMES)
    for met in rows_met(annotated.doc, table):
        agreed = _agreed(met, lexicon)
        if agreed is None or is_supposed(met.head, lexicon) or has_lost_subject(met.head):
            continue
        if is_of_asker(annotated, met.head):
            continue
        parties = _parties(annotated, agreed.who, lexicon)
        if not parties or (len(parties) < 2 and not _is_many(annotated, agreed.who, lexicon)):
            continue
        if met.row.means == "reach" and is_of_one_side(parties):
            continue
        status = agreed.status or status_of(met.head, agreed.head)
        if status is None or (status == "denied" and is_of_others(met.head, agreed.head, len(parties))):
            continue
        content = agreed_words(agreed.head)
        told = telling_span(met, [*_near(met.head, agreed.who), agreed.head])
        yield Accord(
            parties=parties,
            content=content,
            told=Span(min(told.start, content.start), max(told.end, content.end)),
            status=status,
            rule=met.row.id,
            when=when_agreed(annotated, met.head),
            factuality=how_told(annotated, met.head, lexicon) if agreed.status is None else None,
        )


def _parties(annotated: Annotated, who: tuple[Token, ...], lexicon: Lexicon) -> tuple[Actor, ...]:
    """Those who agreed; of "the sides" alone those who talked."""
    if are_others(annotated, who):
        return ()
    talked = those_at_talks(annotated, who[0], find_encounters(annotated, lexicon)) if len(who) == 1 else ()
    return talked or _these_two(annotated, who, lexicon) or parties_of_several(annotated, who, lexicon)


def _these_two(annotated: Annotated, who: tuple[Token, ...], lexicon: Lexicon) -> tuple[Actor, ...]:
    """ "These two countries": the only pair between whom the text tells a deal, a truce or a war to be."""
    is_pair = len(who) == 1 and who[0].lemma_ in {"country", "nation", "state"} and who[0].tag_ == "NNS"
    if not is_pair or not {word.lower_ for word in who[0].lefts} & {"two", "both"}:
        return ()
    return paired(annotated, lexicon)


def is_supposed(head: Token, lexicon: Lexicon) -> bool:
    """ "if both agree", "efforts to sign", "must sign", "is negotiating": nothing agreed."""
    if is_hoped(head, lexicon):
        return True
    if head.lemma_ == "negotiate" and head.tag_ in {"VB", "VBG", "VBP"}:
        return True
    if not is_performed(head, lexicon.words("status/events", "expected") | lexicon.words(TABLE, "decide")):
        return True
    if _is_bare(head):
        return True
    bound = (head, head.head) if head.dep_ == "xcomp" else (head,)  # "if Kenya fails to sign"
    below = [c for verb in bound for c in verb.children]
    if any(c.dep_ == "aux" and c.lower_ in {"must", "should", "can", "could", "may", "might"} for c in below):
        return True
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "until", "whether"} for c in below)


def _is_bare(verb: Token) -> bool:
    """ "help both sides reach a truce", "support for efforts to end it and reach a truce": what is aimed at."""
    if verb.tag_ not in {"VB", "VBP"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    if verb.dep_ == "conj":  # the parser joins "reach" to the past verb instead of to its own "to end"
        return verb.head.tag_ in {"VBD", "VBN"} and not any(c.dep_ == "nsubj" for c in verb.children)
    return verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in HELPING


HELPING = frozenset({"help", "let", "make", "see"})
"""Verbs that take a bare infinitive of what shall come about."""


def _is_many(annotated: Annotated, who: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether one plural phrase stands for all of them ("major powers"); those of one side are one party."""
    many = lexicon.words(TABLE, "many")
    plural = [t for t in who if t.tag_ in {"NNS", "NNPS"} and t.lemma_.lower() in many]
    return any(all(actor.side is None for actor in people_at(annotated, [t])) for t in plural)


def _near(head: Token, who: tuple[Token, ...]) -> list[Token]:
    return [t for t in who if t.sent == head.sent and t.head == head or t.head.head == head]


def status_of(verb: Token, noun: Token) -> AccordStatus | None:
    """The status that the verb's own words give; None where it is only demanded or wished for."""
    told = event_status(verb).value
    if any(c.dep_ == "neg" for c in verb.children) or told in {"denied", "cancelled"} or verb.head.lemma_ == "unable":
        return "denied"
    if any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
        return "denied"
    if told in {"planned", "expected"}:
        return "expected"
    return None if told == "proposed" else "reached"


# ---- frames ----------------------------------------------------------------------------------------------------------


def _agreed(met: Met, lexicon: Lexicon) -> Agreed | None:
    """What is agreed by whom, by the frame of the row."""
    match met.row.means:
        case "agree":
            return _agree(met.head, lexicon)
        case "reach":
            return _reach(met.head, lexicon)
        case "broker":
            return _broker(met.head, lexicon)
        case "accept":
            return _accepted(met.head, lexicon)
        case "break":
            return broken(met, lexicon)
        case _:
            return _close_to(met, lexicon)


def _agree(verb: Token, lexicon: Lexicon) -> Agreed | None:
    """ "agreed to exchange prisoners", "agreed on a border"; not "agreed that peace matters", which commits nobody."""
    who = (*_agreeing(verb), *prepositional(verb, ("with",)))
    if is_passive(verb):
        things = [c for c in verb.children if c.dep_ == "nsubjpass"]
        between = (*prepositional(verb, BETWEEN), *(prepositional(things[0], TOGETHER) if things else ()))
        between = between or agreed_with(verb, things)
        return Agreed(things[0], between) if things else None
    below = [t for t in prepositional(verb, ("on", "upon", "to")) if t.ent_type_ not in {"DATE", "TIME"}]
    if below and below[0].lemma_.lower() in lexicon.words(TABLE, "vague"):
        return None  # "agreed on the importance of talks, to settle the dispute"
    clause = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i), None)
    clause = clause or (_hung_on(verb) if not below and not objects(verb) else None)
    if clause is not None:
        modal = any(c.dep_ == "aux" and c.lower_ in COMMITTING for c in clause.children) or is_set(clause, lexicon)
        commits = clause.dep_ == "xcomp" or modal or any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
        return Agreed(clause, who) if commits and not _is_soft(clause, lexicon) else None
    things = [t for t in below if t.lemma_.lower() not in _empty(lexicon) and t.pos_ == "NOUN"]
    things += [t for t in objects(verb) if t.lemma_.lower() in _deals(lexicon)]
    return Agreed(things[0], (*who, *prepositional(things[0], ("with",)))) if things else None


def _agreeing(verb: Token) -> list[Token]:
    """The subjects; of several before "which has agreed" only the last, which the verb agrees with."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if verb.tag_ == "VBG" and before.pos_ == "PROPN" and not any(c.dep_ == "nsubj" for c in verb.children):
        return [t for t in (before, *before.conjuncts) if t.pos_ == "PROPN"]  # "and Kenya and Uganda agreeing to it"
    found = subjects(verb)
    singular = any(c.dep_ == "aux" and c.tag_ == "VBZ" for c in verb.children) or verb.tag_ == "VBZ"
    if verb.dep_ == "relcl" and singular and len(found) > 1:
        return [max(found, key=lambda token: token.i)]
    return found


def _hung_on(verb: Token) -> Token | None:
    """ "Agreed with Uganda to reopen the border": what is agreed, which the parser takes for a purpose."""
    if not prepositional(verb, ("with",)):
        return None
    after = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB" and c.i > verb.i)
    return next((c for c in after if any(g.tag_ == "TO" for g in c.children)), None)


def _is_for_truce(thing: Token, lexicon: Lexicon) -> bool:
    """ "announced plans for a truce": what several announce together is agreed between them."""
    truce = lexicon.words(OFFERS, "truce")
    return thing.lemma_ == "plan" and any(t.lemma_.lower() in truce for t in prepositional(thing, ("for",)))


def _is_soft(clause: Token, lexicon: Lexicon) -> bool:
    """ "agreed to stay in touch": what commits nobody; going on with talks or a truce does."""
    if clause.lemma_.lower() in lexicon.words(TABLE, "assess"):
        return True
    if clause.pos_ != "VERB" or clause.lemma_.lower() not in lexicon.words(TABLE, "soft"):
        return clause.pos_ != "VERB"
    wanted = lexicon.words(OFFERS, "talks") | lexicon.words(OFFERS, "truce")
    return not any(t.lemma_.lower() in wanted for t in (*objects(clause), *prepositional(clause, ("with",))))


def _reach(verb: Token, lexicon: Lexicon) -> Agreed | None:
    """ "signed a deal with Uganda", "a truce was reached between both"."""
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ == "agree":
        return None  # "agreed to conclude a treaty": told by what was agreed
    below = (*objects(verb), *prepositional(verb, ("to", "into", "out")))
    things = [t for t in below if t.lemma_.lower() in _deals(lexicon) or _is_for_truce(t, lexicon)]
    things = things or [t for t in below if _is_wording(t, lexicon)]
    described = _described(verb, lexicon)
    if not things and described is not None and described.lemma_.lower() in _deals(lexicon):
        things = [described]
    if not things:
        return None
    thing = things[0]
    if is_comprehension(verb, thing) or is_endorsed(verb, thing):
        return None
    between = (*prepositional(thing, BETWEEN), *prepositional(verb, BETWEEN), *_between_after(verb))
    joined = between if len(between) > 1 else (*prepositional(verb, TOGETHER), *_sharing(thing))
    told: AccordStatus | None = "reached" if described is not None and thing == described and _is_known(thing) else None
    own = () if len(between) > 1 else subjects(verb)  # "was announced by Qatar", "helped secure a truce between both"
    return Agreed(thing, tuple(dict.fromkeys((*own, *joined))), told)


def _described(verb: Token, lexicon: Lexicon) -> Token | None:
    """The noun that a participle describes; of "the cessation of hostilities drawn up by both" the cessation."""
    noun = modified_noun(verb)
    if noun is not None and noun.dep_ == "pobj" and noun.lemma_.lower() not in _deals(lexicon):
        above = noun.head.head if noun.head.lower_ == "of" else noun
        return above if above.lemma_.lower() in _deals(lexicon) else noun
    return noun


BETWEEN = ("between", "among")


def _sharing(thing: Token) -> list[Token]:
    """With whom a deal is, also where the parser hangs them on what it is of: "a memorandum of understanding with"."""
    of = prepositional(thing, ("of",))
    return prepositional(thing, TOGETHER) or [t for one in of for t in prepositional(one, ("with",))]


def _is_wording(thing: Token, lexicon: Lexicon) -> bool:
    """ "Initialled the text of an accord": what several sign of a deal is agreed."""
    deals = (t for t in prepositional(thing, ("of",)) if t.lemma_.lower() in _deals(lexicon))
    return thing.lemma_.lower() in lexicon.words(OFFERS, "wording") and any(deals)


def _between_after(verb: Token) -> list[Token]:
    """ "Was reached in Oslo between Kenya and Uganda": those whom the parser hangs on the place."""
    places = [c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
    return [t for place in places for t in prepositional(place, BETWEEN)]


def _is_known(thing: Token) -> bool:
    """ "The accord signed by both will help farmers": it is signed, whatever it will do."""
    return any(c.lower_ in {"the", "this", "that"} for c in thing.lefts)


def _broker(verb: Token, lexicon: Lexicon) -> Agreed | None:
    """ "a truce brokered by Norway between Kenya and Uganda": the mediator is no party."""
    things = [t for t in objects(verb) if t.lemma_.lower() in _deals(lexicon)]
    described = modified_noun(verb)
    if not things and described is not None and described.lemma_.lower() in _deals(lexicon):
        things = [described]
    if not things:
        return None
    who = (*prepositional(things[0], ("between", "with", "among")), *prepositional(verb, ("between", "with", "among")))
    return Agreed(things[0], who) if who else None


def _accepted(verb: Token, lexicon: Lexicon) -> Agreed | None:
    """ "A truce accepted by Kenya and Uganda": what two accept is agreed between them."""
    thing = modified_noun(verb)
    is_deal = thing is not None and thing.lemma_.lower() in _deals(lexicon)
    return Agreed(thing, tuple(subjects(verb)), "reached") if thing is not None and is_deal else None


BEFORE = 4
"""Words before "collapsed" among which "all but" leaves it standing."""


def broken(met: Met, lexicon: Lexicon) -> Agreed | None:
    """ "tore up the deal with Uganda", "the truce between both collapsed"."""
    verb = met.head
    below = [t for part in met.parts for t in (*objects(part), *(c for c in part.children if c.dep_ == "pobj"))]
    things = [t for t in below if t.lemma_.lower() in _deals(lexicon)]
    taken_out = [t for t in objects(verb) if t not in things] if verb.lemma_ in {"withdraw", "pull", "take"} else []
    who = tuple(taken_out or subjects(verb))  # "Torv withdrew Kenya from the deal"
    if not things and not any(c.dep_ == "dobj" for c in verb.children):  # not "the deal ended the war"
        things = [t for t in who if t.lemma_.lower() in _deals(lexicon)]
        who = ()
    if not things or any(c.lower_ in {"any", "possible", "future", "proposed"} for c in things[0].lefts):
        return None
    who = (*who, *_owners(things[0]), *prepositional(things[0], TOGETHER), *prepositional(verb, ("with",)))
    unsure = any(c.dep_ in {"neg", "aux"} and c.lemma_ not in {"have", "be"} for c in verb.children)
    near = [token.lower_ for token in verb.doc[max(verb.i - BEFORE, verb.sent.start) : verb.i]]
    unsure = unsure or ("all", "but") in pairwise(near)
    unsure = unsure or event_status(verb).value == "denied"  # "denied scrapping it"
    return None if unsure else Agreed(things[0], who, "broken")


def _owners(thing: Token) -> list[Token]:
    """ "Uganda's deal with world powers": whose it is."""
    return [t for c in thing.lefts if c.dep_ == "poss" for t in (c, *c.conjuncts)]


UNSURE = frozenset({"could", "may", "might", "no", "nowhere", "hardly"})
"""Words beside "close to" or its verb that leave it open or deny it."""


def _close_to(met: Met, lexicon: Lexicon) -> Agreed | None:
    """ "are close to a deal"."""
    below = [c for part in met.parts for c in part.children if c.dep_ == "pobj"]
    below += [t for part in met.parts for c in part.children if c.dep_ == "pcomp" for t in objects(c)]
    things = [c for c in below if c.lemma_.lower() in _deals(lexicon)] or _at_hand(met, lexicon)
    if not things:
        return None
    above = met.head
    while above.head != above and above.pos_ not in {"VERB", "AUX"}:
        above = above.head
    negated = any(c.dep_ == "neg" or c.lower_ in UNSURE for t in (above, met.head) for c in t.children)
    who = (*subjects(above), *_owners(things[0]), *prepositional(things[0], TOGETHER))
    return None if negated else Agreed(things[0], who, "near")


def _at_hand(met: Met, lexicon: Lexicon) -> list[Token]:
    """ "A deal between both is close": the deal, where the row's word alone is said of it."""
    if met.row.means != "at_hand" or met.head.dep_ not in {"acomp", "advmod"} or met.head.head.lemma_ != "be":
        return []
    ahead = any(c.tag_ == "MD" for c in met.head.head.children)
    subject = [c for c in met.head.head.children if c.dep_ == "nsubj" and c.i < met.head.i]
    return [t for t in subject if t.lemma_.lower() in _deals(lexicon) and not ahead]


def _deals(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words(OFFERS, "deal") | lexicon.words(OFFERS, "truce") | lexicon.words(TABLE, "union")


def _empty(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words(TABLE, "empty") | lexicon.words(TABLE, "vague")
