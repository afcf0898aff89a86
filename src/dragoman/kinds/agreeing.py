"""What is agreed by whom, by the frame of a row: "agreed to open the border", "signed a deal", "tore up the accord"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from dragoman.annotate.clauses import is_passive, objects, prepositional, subjects
from dragoman.annotate.status import event_status
from dragoman.kinds.agreed import (
    agreed_with,
    as_agreed,
    is_comprehension,
    is_endorsed,
    is_mandated,
    is_set,
    is_standing,
)
from dragoman.kinds.frames import Met, modified_noun
from dragoman.kinds.lapsed import lapse_of
from dragoman.kinds.putting_off import is_left_undone
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

AccordStatus = Literal["reached", "expected", "near", "broken", "denied"]

TABLE, OFFERS = "kinds/agreement", "kinds/offer_words"
TOGETHER = ("with", "between", "among", "along", "alongside", "by")
COMMITTING = frozenset({"will", "would", "shall"})
STARTING = frozenset({"start", "begin", "resume", "proceed", "return", "restart", "reopen"})
"""Verbs of what may be done from now on where two agree that it "can"."""
TALKING = frozenset({"meet", "negotiate", "talk"})


class Agreed(Struct, frozen=True):
    """What a frame found: the head of what is agreed, who agreed, and the status where the words give one.

    Nobody agreed where the words leave it to those who talked ("it was agreed that").
    """

    head: Token
    who: tuple[Token, ...]
    status: AccordStatus | None = None


def is_unreached(verb: Token) -> bool:
    """ "Left without signing", "have yet to agree": what hasn't been done, though it was to be."""
    if is_left_undone(verb):
        return verb.tag_ == "VBG" and not any(c.tag_ in {"MD", "TO"} for c in verb.head.head.children)
    is_yet = verb.head.lemma_ == "have" and any(c.lower_ == "yet" for c in (*verb.head.children, *verb.children))
    return verb.dep_ == "xcomp" and is_yet


def agreed_in(met: Met, lexicon: Lexicon) -> Agreed | None:
    """What is agreed by whom, by the frame of the row."""
    match met.row.means:
        case "agree":
            return _agree(met.head, lexicon)
        case "jointly":
            return _jointly(met.head, lexicon)
        case "found" | "mend":
            return _founded(met.head, lexicon.words(TABLE, "body" if met.row.means == "found" else "tie"))
        case "reach":
            return _reach(met, lexicon)
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
    if (deed := as_agreed(verb)) is not None:
        return Agreed(deed, tuple(_agreeing(verb)), "reached")
    who = (*_agreeing(verb), *prepositional(verb, ("with", "along", "alongside")))
    if is_passive(verb):
        things = [c for c in verb.children if c.dep_ == "nsubjpass"]
        if things and things[0].lower_ == "it":
            return _impersonal(verb, lexicon)
        if things and things[0].pos_ == "PRON" and things[0].lower_ != "nothing":
            return None  # "we are agreed"
        is_own = bool(things)
        things = things or [t for t in (modified_noun(verb),) if t is not None]
        between = (*prepositional(verb, BETWEEN), *(prepositional(things[0], TOGETHER) if things else ()))
        between = between or agreed_with(verb, things) or (() if is_own else tuple(subjects(verb)))
        is_there = not is_own and bool(things) and is_standing(things[0])
        return Agreed(things[0], between, "reached" if is_there else None) if things else None
    below = [t for t in prepositional(verb, ("on", "upon", "to")) if t.ent_type_ not in {"DATE", "TIME"}]
    below = [t for t in below if t.tag_ != "WDT"]
    if below and below[0].lemma_.lower() in lexicon.words(TABLE, "vague"):
        return None  # "agreed on the importance of talks, to settle the dispute"
    clause = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i), None)
    if clause is not None and clause.pos_ not in {"VERB", "AUX"} and below:
        clause = None  # "agreed on five points, among them a patrol"
    clause = clause or _on_doing(verb)
    clause = clause or (_hung_on(verb) if not below and not objects(verb) else None)
    if clause is not None:
        return Agreed(clause, who) if _commits(clause, lexicon) else None
    things = [t for t in below if t.lemma_.lower() not in _empty(lexicon) and _is_thing(t, lexicon)]
    things += [t for t in objects(verb) if t.lemma_.lower() in _deals(lexicon)]
    things = things or told_of(verb, _deals(lexicon) | lexicon.words(OFFERS, "plan"))
    return Agreed(things[0], (*who, *prepositional(things[0], ("with",)))) if things else None


def _jointly(verb: Token, lexicon: Lexicon) -> Agreed | None:
    """ "Decided to set up a commission", "have committed to lifting tariffs": by two or more, who bind themselves."""
    if is_passive(verb) or any(c.dep_ == "neg" for c in verb.children):
        return None
    near = [verb, *(c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to")]
    clauses = [c for t in near for c in t.children if c.dep_ in {"xcomp", "advcl", "pcomp", "ccomp"} and c.i > verb.i]
    fits = (c for c in clauses if c.tag_ in {"VB", "VBG"} and not _is_soft(c, lexicon))
    clause = next((c for c in fits if c.tag_ == "VBG" or any(g.tag_ == "TO" for g in c.children)), None)
    who = tuple(_agreeing(verb))
    helped = any(c.dep_ == "aux" for c in verb.children)
    is_done = verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBN"} and not helped  # "agreed to meet and committed to"
    return Agreed(clause, who, "reached" if is_done else None) if clause is not None and who else None


def _founded(verb: Token, nouns: frozenset[str]) -> Agreed | None:
    """ "Kenya and Uganda set up a joint commission", "restored ties": what two have together they agreed on."""
    things = [t for t in [*objects(verb), *told_of(verb, nouns)] if t.lemma_.lower() in nouns]
    if is_passive(verb) or any(c.tag_ == "TO" for c in verb.children):
        return None  # "agreed to set up a commission": told by what was agreed
    who = (*_agreeing(verb), *prepositional(verb, ("with",)), *(prepositional(things[0], ("with",)) if things else ()))
    return Agreed(things[0], who) if things and who else None


def _on_doing(verb: Token) -> Token | None:
    """ "Agreed on how to share the port", "agreed on opening the port": the clause behind the preposition."""
    near = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "upon", "to"}]
    return next((c for p in near for c in p.children if c.dep_ == "pcomp" and c.tag_ in {"VB", "VBG"}), None)


def _impersonal(verb: Token, lexicon: Lexicon) -> Agreed | None:
    """ "It was agreed that the talks would go on", "it was agreed between both to open the port"."""
    clauses = (c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "advcl"} and c.i > verb.i)
    clause = next((c for c in clauses if _commits(c, lexicon)), None)
    return Agreed(clause, tuple(prepositional(verb, TOGETHER))) if clause is not None else None


def _commits(clause: Token, lexicon: Lexicon) -> bool:
    """ "(Agreed) to open the port", "that talks will start": what binds those who agree on it."""
    helped = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    modal = bool(helped & COMMITTING) or is_set(clause, lexicon)
    modal = modal or (bool(helped & {"can", "could"}) and clause.lemma_ in STARTING) or is_mandated(clause)
    return (clause.dep_ in {"xcomp", "pcomp"} or modal or "to" in helped) and not _is_soft(clause, lexicon)


def _is_thing(noun: Token, lexicon: Lexicon) -> bool:
    """ "Agreed on a border", "agreed to a Framework for Trade"; not "agreed to Oslo"."""
    is_titled = noun.pos_ == "PROPN" and noun.lemma_.lower() in _deals(lexicon) | lexicon.words(OFFERS, "plan")
    return noun.pos_ == "NOUN" or is_titled


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
    if any(c.dep_ in {"xcomp", "dobj"} and c.tag_ == "VBG" and c.lemma_ in TALKING for c in clause.children):
        return False  # "agreed to continue meeting"
    wanted = lexicon.words(OFFERS, "talks") | lexicon.words(OFFERS, "truce")
    things = (*objects(clause), *prepositional(clause, ("with",)), *(c for c in clause.children if c.dep_ == "nsubj"))
    return not any(t.lemma_.lower() in wanted for t in things)


def told_of(verb: Token, nouns: frozenset[str]) -> list[Token]:
    """ "The accord that both signed", "the truce both agreed to": which of some nouns a relative clause is about."""
    if _beside(verb):
        return [verb.head] if verb.head.lemma_.lower() in nouns else []
    if verb.dep_ != "relcl" or is_passive(verb):
        return []
    below = [verb, *(c for c in verb.children if c.dep_ == "prep")]
    taken = [c for t in below for c in t.children if c.dep_ in {"dobj", "pobj"}]
    opened = any(c.tag_ in {"WDT", "WP"} or c.lower_ == "that" for c in taken)
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    if not opened and (any(c.dep_ == "dobj" for c in taken) or not own or own[0].tag_ in {"WDT", "WP"}):
        return []  # "the deal that ended the war", "the man who signed"
    noun = verb.head
    above = noun.head.head if noun.dep_ == "pobj" else noun
    return [t for t in (noun, above) if t.lemma_.lower() in nouns][:1]


def _beside(verb: Token) -> list[Token]:
    """ "The deal Kenya and Uganda signed": who did it, whom the parser takes for another name of the deal."""
    if verb.dep_ != "acl" or verb.tag_ != "VBD":
        return []
    names = [c for c in verb.head.children if c.dep_ == "appos" and verb.head.i < c.i < verb.i and c.pos_ == "PROPN"]
    return [t for name in names[-1:] for t in (name, *name.conjuncts) if t.i < verb.i]


def _reach(met: Met, lexicon: Lexicon) -> Agreed | None:
    """ "signed a deal with Uganda", "a truce was reached between both", "put their names to it"."""
    verb = met.head
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ == "agree":
        return None  # "agreed to conclude a treaty": told by what was agreed
    things = _signed(met, lexicon)
    described = _described(verb, lexicon)
    if not things and described is not None and described.lemma_.lower() in _deals(lexicon):
        things = [described]
    if not things:
        return None
    thing = things[0]
    if is_comprehension(verb, thing) or is_endorsed(verb, thing) or lapse_of(thing, lexicon) is not None:
        return None
    between = (*prepositional(thing, BETWEEN), *prepositional(verb, BETWEEN), *_between_after(verb))
    joined = between if len(between) > 1 else (*prepositional(verb, TOGETHER), *_sharing(thing))
    is_known = described is not None and thing == described and is_standing(thing)
    is_there = _beside(verb) or is_known
    told: AccordStatus | None = "reached" if is_there else None
    own = () if len(between) > 1 else [*(_beside(verb) or subjects(verb)), *_signed_before(thing)]
    talks = [t for t in own if t.lemma_.lower() in lexicon.words(OFFERS, "talks")]
    if talks:  # "the talks between both produced an accord"
        own = [t for talk in talks for t in prepositional(talk, ("between", "with", "among"))]
    elif verb.lemma_ in LEADING:
        return None
    return Agreed(thing, tuple(dict.fromkeys((*own, *joined))), told)


def _signed(met: Met, lexicon: Lexicon) -> list[Token]:
    """Nouns for what a verb says is agreed: its objects, what a relative clause is of, what is due to be signed."""
    verb = met.head
    below = [*objects(verb), *(t for part in met.parts for t in prepositional(part, ("to", "into", "out")))]
    below += [c for part in met.parts[1:] for c in part.children if c.dep_ == "pobj"]  # "resulted in an agreement"
    things = [t for t in below if t.lemma_.lower() in _deals(lexicon) or _is_for_truce(t, lexicon)]
    things = things or told_of(verb, _deals(lexicon)) or _raised(verb, lexicon)
    things = things or [t for t in objects(verb) if verb.lemma_ in ADOPTING and t.lemma_ == "plan"]
    return things or [t for t in below if _is_wording(t, lexicon)]


def _signed_before(thing: Token) -> list[Token]:
    """ "Put his name to the accord, which Haddad had signed": who is told beside the signer to have signed it."""
    clauses = (c for c in thing.children if c.dep_ == "relcl" and c.lemma_ in {"sign", "initial", "ratify"})
    return [t for c in clauses if not is_passive(c) for t in subjects(c)]


ADOPTING = frozenset({"adopt", "approve"})
LEADING = frozenset({"result", "lead", "culminate", "end", "yield"})
"""Verbs of what talks end in."""


def _raised(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "A deal between both is expected to be signed": what the verb above has for its subject."""
    above = verb.head
    if verb.dep_ != "xcomp" or not any(c.dep_ == "auxpass" for c in verb.children):
        return []
    above = above.head if above.pos_ == "ADJ" else above  # "is due to be signed"
    things = [c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return [t for t in things if t.lemma_.lower() in _deals(lexicon)]


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


def _broker(verb: Token, lexicon: Lexicon) -> Agreed | None:
    """ "a truce brokered by Norway between Kenya and Uganda": the mediator is no party."""
    things = [t for t in objects(verb) if t.lemma_.lower() in _deals(lexicon)] or told_of(verb, _deals(lexicon))
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
    if met.row.means != "at_hand" or met.head.dep_ not in {"acomp", "advmod", "prep"} or met.head.head.lemma_ != "be":
        return []
    ahead = any(c.tag_ == "MD" for c in met.head.head.children)
    subject = [c for c in met.head.head.children if c.dep_ == "nsubj" and c.i < met.head.i]
    return [t for t in subject if t.lemma_.lower() in _deals(lexicon) and not ahead]


def _deals(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words(OFFERS, "deal") | lexicon.words(OFFERS, "truce") | lexicon.words(TABLE, "union")


def _empty(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words(TABLE, "empty") | lexicon.words(TABLE, "vague")
