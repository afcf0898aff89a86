"""Where a party puts terms on the table: "proposed a truce", "floated the idea", "Kenya's plan to pause attacks"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import actors_at, is_passive, objects, prepositional, subjects
from dragoman.annotate.phrases import phrase
from dragoman.annotate.storytime import when_happened
from dragoman.kinds.frames import (
    Met,
    acts_for_itself,
    clause_words,
    is_performed,
    own_words,
    parties_at,
    phrase_table,
    rows_met,
    telling_span,
    trimmed,
    without_reason,
)
from dragoman.kinds.offered_by import owners_of
from dragoman.kinds.papers import givers, paper_behind, writers
from dragoman.kinds.readied import given
from dragoman.kinds.tabling import are_two_talks, is_draft, is_of_funds, is_of_talks, spelt_in_clause
from dragoman.kinds.terms import issue_at, term_at
from dragoman.kinds.unasked import is_of_asker
from dragoman.kinds.untold import tells_nothing, with_aim
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span, Term, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

COUNTER = "counter"
TABLE, OFFERS = "kinds/proposal", "kinds/offer_words"


class Offer(Struct, frozen=True):
    """One proposal as the text tells it; `told` covers the words that tell it."""

    by: tuple[Actor, ...]
    to: tuple[Actor, ...]
    terms: tuple[Term, ...]
    told: Span
    rule: str
    when: When | None = None
    is_bare: bool = False
    """Whether its words say nothing of it: "their proposal"."""


class Tabled(Struct, frozen=True):
    """What a frame found: the heads of the terms, who proposes, who is addressed."""

    terms: tuple[Token, ...]
    by: tuple[Actor, ...]
    to: tuple[Token, ...] = ()


def find_offers(annotated: Annotated, lexicon: Lexicon) -> Iterator[Offer]:
    """Every proposal, in the order of the text."""
    for met in rows_met(annotated.doc, phrase_table(lexicon, TABLE)):
        if (
            is_of_asker(annotated, met.head)
            or _is_idle(met.head)
            or not is_performed(met.head, lexicon.words(TABLE, "decide"))
        ):
            continue
        if met.row.means in {"decide", "empty", "aim", "give", "swap"}:
            continue
        tabled = _tabled(annotated, met, lexicon)
        if tabled is None or not tabled.by or all(t.lemma_.lower() in AT_HOME for t in tabled.terms):
            continue
        to = tuple(a for a in parties_at(annotated, tabled.to) if a not in tabled.by)
        spans = [span for t in tabled.terms for span in _parts(annotated, t, lexicon)]
        if len(spans) == 1 and tells_nothing(annotated, spans[0], met.head, lexicon):
            spans = [with_aim(tabled.terms[0], spans[0])]
        terms = tuple(term_at(annotated, span, lexicon) for span in spans)
        near = [t for t in subjects(met.head) if t.sent == met.head.sent and t.i < met.head.i][:1]
        told = telling_span(met, [*near, *tabled.terms])
        when = when_happened(annotated, met.head)
        bare = all(tells_nothing(annotated, span, met.head, lexicon) for span in spans)
        if bare and met.row.means == "noun":
            continue  # "Kenya's peace plan": which of its offers, the words don't tell
        yield Offer(tabled.by, to, tuple(dict.fromkeys(terms)), told, met.row.id, when, bare)


def is_one_offer(a: Offer, b: Offer, lexicon: Lexicon) -> bool:
    """Whether two tellings in one article are of one proposal: a proposer's side and a type of term in common.

    One that says nothing of its terms is any other of that side.
    """
    sides = [{actor.side or actor.name for actor in offer.by} for offer in (a, b)]
    types = [{term.type for term in offer.terms} for offer in (a, b)]
    if is_counter(a) != is_counter(b) or are_two_talks(a.terms, b.terms, lexicon):
        return False
    return bool(sides[0] & sides[1]) and (bool(types[0] & types[1]) or not all(types) or a.is_bare or b.is_bare)


def is_counter(offer: Offer) -> bool:
    """Whether it answers another offer ("a counter-proposal"), and so is a second one beside any first."""
    return any(COUNTER in term.text.lower() for term in offer.terms)


def fullness(offer: Offer) -> tuple[bool, int, int]:
    """How much an offer says: anything, its terms with a length, then the words of all; "a proposal" says least."""
    lengths = sum(term.duration is not None for term in offer.terms)
    return not offer.is_bare, lengths, sum(len(term.text) for term in offer.terms)


CLAUSES = frozenset({"acl", "ccomp", "xcomp", "pcomp"})
BOUND = frozenset({"conditional", "contingent", "dependent"})
"""What a truce is made by who sets conditions for it."""
BACKING = frozenset({"support", "backing", "help", "assistance", "aid", "sympathy"})
"""What is offered to somebody and puts no terms: "offered support for the reforms"."""
AT_HOME = frozenset({"bill", "legislation", "law", "budget"})
"""What a parliament passes: who brings it in puts terms to no other party."""


SUPPOSED = frozenset({"if", "whether", "unless", "could", "should", "must", "can", "may", "might"})


def _is_idle(head: Token) -> bool:
    """Whether nothing was proposed: denied, only supposed, or asked of somebody else."""
    below = [c for c in head.children if c.dep_ in {"neg", "mark", "aux"}]
    return any(c.dep_ == "neg" or c.lower_ in SUPPOSED for c in below)


def _parts(annotated: Annotated, head: Token, lexicon: Lexicon) -> list[Span]:
    """The words of a term, joined ones apart where each has an issue of its own."""
    parts = [head, *(c for c in head.conjuncts if c.i > head.i)]
    spans = [_own_part(part) for part in parts]
    issues = [issue_at(annotated, span, lexicon) for span in spans]
    apart = len(parts) > 1 and "other" not in issues and len(set(issues)) > 1
    return spans if apart else [without_reason(head, clause_words(head))]


def _own_part(head: Token) -> Span:
    first, last = own_words(head, frozenset({"conj", "cc"}))
    return trimmed(head.doc, max(first, head.sent.start), min(last, head.sent.end))


# ---- frames ----------------------------------------------------------------------------------------------------------


def _tabled(annotated: Annotated, met: Met, lexicon: Lexicon) -> Tabled | None:
    """The terms and who proposes them, by the frame of the row."""
    match met.row.means:
        case "propose":
            return _propose(annotated, met, lexicon)
        case "float":
            return _float(annotated, met, lexicon)
        case "offer":
            return _offer(annotated, met, lexicon)
        case "suggest":
            return _suggest(annotated, met, lexicon)
        case "put":
            return _put(annotated, met, lexicon)
        case "invite":
            return _invite(annotated, met, lexicon)
        case "ready":
            found = given(annotated, met, lexicon)
            who = tuple(a for a in actors_at(annotated, found[1]) if acts_for_itself(a, lexicon)) if found else ()
            return Tabled((found[0],), who) if found else None
        case "say":
            return _say(annotated, met, lexicon)
        case _:
            return _noun(annotated, met, lexicon)


def _clause(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "pcomp"} and c.i > verb.i), None)


def _propose(annotated: Annotated, met: Met, lexicon: Lexicon) -> Tabled | None:
    """ "proposed a truce to Kenya", "proposed that both meet", "a truce proposed by Kenya"."""
    verb = met.head
    term = next((t for t in objects(verb) if t.pos_ in {"NOUN", "PROPN"}), None) or _clause(verb) or _hung_on(verb)
    if term is None and verb.dep_ in {"acl", "amod"}:
        term = verb.head
    if term is None:
        return None
    doers = [c for c in term.children if c.dep_ == "nsubj"] if term.pos_ == "VERB" else []
    to = (*_written_to(verb), *prepositional(verb, ("to",)), *doers)
    return Tabled((term,), _proposers(annotated, verb, lexicon), to)


def _float(annotated: Annotated, met: Met, lexicon: Lexicon) -> Tabled | None:
    """ "floated a truce", "floated the idea of visiting Oslo"; not "floated its currency"."""
    tabled = _propose(annotated, met, lexicon)
    if tabled is None or tabled.terms[0].lemma_.lower() in _plans(lexicon):
        return tabled
    return None if issue_at(annotated, clause_words(tabled.terms[0]), lexicon) == "other" else tabled


def _hung_on(verb: Token) -> Token | None:
    """ "proposed to Kenya that they meet": the clause, which the parser hangs on Kenya."""
    beside = [c for to in prepositional(verb, ("to",)) for c in to.children if c.dep_ == "relcl"]
    clauses = [c for c in beside if any(g.dep_ == "nsubj" and g.tag_ not in {"WP", "WDT"} for g in c.children)]
    return next((c for c in clauses if any(g.lower_ == "that" for g in c.children)), None)


def _offer(annotated: Annotated, met: Met, lexicon: Lexicon) -> Tabled | None:
    """ "offered to release prisoners", "offered Kenya a truce"; not "offered condolences", which settles nothing."""
    verb = met.head
    things = [t for t in objects(verb) if t.pos_ == "NOUN"]
    term = next((c for c in verb.children if c.dep_ == "xcomp"), None) or (things[-1] if things else None)
    if term is None or term.lemma_.lower() in BACKING:
        return None
    words = phrase(term)
    span = clause_words(term) if term.pos_ == "VERB" else trimmed(term.doc, words.start, words.end)
    is_settling = issue_at(annotated, span, lexicon) != "other" or is_of_talks(term, lexicon.words(OFFERS, "talks"))
    if not is_settling:
        return None
    named = [t for t in objects(verb) if t != term]
    return Tabled((term,), _proposers(annotated, verb, lexicon), (*named, *prepositional(verb, ("to",))))


def _suggest(annotated: Annotated, met: Met, lexicon: Lexicon) -> Tabled | None:
    """ "suggested holding talks", "suggested a meeting"; not "suggested that the road was closed"."""
    verb = met.head
    clause = _clause(verb)
    if clause is not None:
        finite = any(c.dep_ in {"aux", "auxpass"} and c.lower_ != "should" for c in clause.children)
        if finite or clause.lemma_ == "be" or clause.tag_ not in {"VB", "VBG", "VBP"}:
            return None
        by = _proposers(annotated, verb, lexicon)
        if _is_for_itself(annotated, verb, clause, by):
            return None
        return Tabled((clause,), by, tuple(prepositional(verb, ("to",))))
    beside = [c for c in verb.rights if c.dep_ == "npadvmod" and c.ent_type_ not in {"DATE", "TIME"}]
    wanted = _plans(lexicon) | _talks(lexicon)
    things = [t for t in (*objects(verb), *beside) if t.lemma_.lower() in wanted or _settles(annotated, t, lexicon)]
    to = tuple(prepositional(verb, ("to",)))
    return Tabled((things[0],), _proposers(annotated, verb, lexicon), to) if things else None


def _settles(annotated: Annotated, thing: Token, lexicon: Lexicon) -> bool:
    """ "(Suggested) a joint patrol": something new, of one of the issues of talks."""
    is_new = any(c.lower_ in {"a", "an"} for c in thing.lefts)
    return is_new and issue_at(annotated, clause_words(thing), lexicon) != "other"


def _invite(annotated: Annotated, met: Met, lexicon: Lexicon) -> Tabled | None:
    """ "Invited Kenya to talks in Oslo": talks that are offered; not "invited her to Oslo"."""
    asked = objects(met.head)
    beside = [t for head in (met.head, *asked) for t in prepositional(head, ("to", "for"))]
    talks = [t for t in beside if t.lemma_.lower() in lexicon.words(OFFERS, "talks")]
    return Tabled((talks[0],), _proposers(annotated, met.head, lexicon), tuple(asked)) if talks and asked else None


def _is_for_itself(annotated: Annotated, verb: Token, clause: Token, by: tuple[Actor, ...]) -> bool:
    """ "It also suggested that Kenya should cede land", "it" taken for Kenya: a paper suggests it, not Kenya."""
    doers = actors_at(annotated, [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}])
    is_it = any(token.lower_ == "it" for token in subjects(verb))
    return is_it and bool({a.side or a.name for a in by} & {a.side or a.name for a in doers})


def _put(annotated: Annotated, met: Met, lexicon: Lexicon) -> Tabled | None:
    """ "put forward a plan", "a plan put forward by Kenya"."""
    verb = met.head
    things = [*objects(verb), *(c for part in met.parts[1:] for c in part.children if c.dep_ == "pobj")]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        things = [verb.head]
    handed = prepositional(verb, ("with",)) if verb.lemma_ in {"present", "provide"} else []
    if any(t.lemma_.lower() in _plans(lexicon) for t in handed):  # "presented Kenya with a plan"
        things, given_to = handed, [t for t in things if t.pos_ != "PRON"]
    else:
        given_to = prepositional(verb, ("to", "before")) if verb.lemma_ == "lay" else prepositional(verb, ("to",))
    plans = [t for t in things if t.lemma_.lower() in _plans(lexicon) or is_draft(verb, t, lexicon)]
    near = (*verb.children, *(c for plan in plans for c in plan.children))
    described = any(c.dep_ in {"acomp", "oprd"} or c.lower_ in BOUND for c in near)  # "made clear a truce must hold"
    if verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ == "help":
        return None  # "helped advance the truce": what is another's, and there already
    if plans and verb.lemma_ == "announce" and _is_own_affair(plans[0], lexicon):
        return None
    if not plans or (verb.lemma_ == "make" and (plans[0].lemma_ == "plan" or described)) or is_of_funds(plans[0]):
        return None
    spelt_out = _after_colon(plans[0])
    by = _proposers(annotated, verb, lexicon)
    if (
        not by and is_passive(verb) and (plans[0].lemma_ != "plan" or _is_peaceful(plans[0]))
    ):  # "a Kenyan proposal was handed over"
        by = owners_of(annotated, plans[0])
    return Tabled((spelt_out or plans[0],), by, tuple(given_to))


def _say(annotated: Annotated, met: Met, lexicon: Lexicon) -> Tabled | None:
    """ "The Norwegian plan calls for a truce and a swap": what a plan has in it."""
    verb = met.head
    things = [t for t in (*objects(verb), *prepositional(verb, ("for", "of"))) if t.pos_ in {"NOUN", "PROPN"}]
    near = [verb, *(c for c in verb.children if c.lower_ in {"for", "of"})]
    clauses = [c for t in near for c in t.children if c.dep_ in CLAUSES and c.tag_ == "VBG" and c.i > verb.i]
    if verb.tag_ == "NNS" or not things:  # "the plan envisages Kenya leaving the port, a truce and a vote"
        things = [*clauses, *(c for c in verb.children if c.dep_ == "appos")] or things
    paper = paper_behind(verb, lexicon)
    if paper is None or paper.lemma_.lower() not in _plans(lexicon) | lexicon.words(OFFERS, "wording") or not things:
        return None
    settles = issue_at(annotated, clause_words(things[0]), lexicon) != "other"
    if paper.lemma_ == "plan" and not settles and not _is_peaceful(paper):  # a plan for the garden
        return None
    return Tabled(tuple(things) if clauses else (things[0],), _proposers(annotated, verb, lexicon))


def _is_own_affair(plan: Token, lexicon: Lexicon) -> bool:
    """ "Announced a truce", "announced plans for a visit": what is there already, and what is put to nobody."""
    truce = lexicon.words(OFFERS, "truce")
    if plan.lemma_.lower() in truce:
        return True
    shared = any(t.lemma_.lower() in truce for t in prepositional(plan, ("for", "of"))) or _is_peaceful(plan)
    return plan.lemma_ == "plan" and plan.tag_ == "NNS" and not shared


def _after_colon(noun: Token) -> Token | None:
    """ "his terms: Kenya must disarm": the clause that spells the terms out."""
    sent = noun.sent
    colon = next((t for t in noun.doc[noun.i : sent.end] if t.text == ":"), None)
    if colon is None or colon.i != noun.right_edge.i + 1 and colon.i > noun.i + 4:
        return None
    after = [t for t in noun.doc[colon.i + 1 : sent.end] if t.pos_ in {"VERB", "AUX"}]
    return next((t for t in after if t.head.i <= colon.i or t.head == t), None)


def _noun(annotated: Annotated, met: Met, lexicon: Lexicon) -> Tabled | None:
    """ "Kenya's proposal to pause attacks", "the Kenyan peace plan", "a plan by Kenya"."""
    noun = met.head
    by = owners_of(annotated, noun)
    verb = noun.head.head if noun.head.lower_ == "under" else noun.head
    if by and (noun.dep_ == "nsubj" or verb != noun.head) and any(c.lower_ == "would" for c in verb.children):
        return Tabled((verb,), by)  # "the Kenyan plan would open the border", "under the plan Uganda would leave"
    if noun.dep_ == "nsubj" and verb.lemma_.lower() in {word.split()[0] for word in lexicon.words(TABLE, "say")}:
        return None
    if by and (clause := spelt_in_clause(noun)) is not None:
        return Tabled((clause,), by)
    says = issue_at(annotated, _own_part(noun), lexicon)
    terms = [c for c in noun.children if c.dep_ in {"acl", "prep"} and c.i > noun.i and c.lower_ not in {"by", "from"}]
    if _is_only_named(noun):
        return None
    if not by or says == "other" or (noun.lemma_ == "plan" and not _is_peaceful(noun)) or not (terms or says):
        return None
    return Tabled((noun,), by)


def _is_only_named(noun: Token) -> bool:
    """ "Kenya's proposal": of which nothing is told."""
    told = [
        c for c in noun.children if c.dep_ not in {"poss", "det", "case", "punct"} and c.lower_ not in {"by", "from"}
    ]
    return all(c.tag_ == "JJ" and c.text[:1].isupper() for c in told)


def _is_peaceful(noun: Token) -> bool:
    """ "peace plan", "ceasefire plan", "plan for a truce"; a bare plan "to seize a town" is no offer."""
    return any(c.lemma_.lower() in {"peace", "ceasefire", "truce"} for c in noun.lefts)


def _proposers(annotated: Annotated, verb: Token, lexicon: Lexicon) -> tuple[Actor, ...]:
    agents = [c for by in verb.children if by.dep_ == "agent" for c in by.children if c.dep_ == "pobj"]
    paper = paper_behind(verb, lexicon) if not agents else None
    if paper is not None:  # "the Norwegian draft proposes a truce": whose the draft is
        found = owners_of(annotated, paper) or givers(annotated, paper) or writers(annotated, paper, lexicon)
    else:
        who = [t for a in agents for t in (a, *a.conjuncts)] or subjects(_writing(verb))
        found = () if _is_one_of(verb, who) else actors_at(annotated, who)
    return tuple(a for a in found if acts_for_itself(a, lexicon))


def _writing(verb: Token) -> Token:
    """ "Sent a letter to Kenya proposing to meet": the verb whose subject proposes, not Kenya."""
    above = next((t for t in verb.ancestors if t.pos_ == "VERB"), verb)
    return above if _written_to(verb) and above.tag_ == "VBD" else verb


def _written_to(verb: Token) -> list[Token]:
    """Those to whom a letter goes that proposes something, also where the parser takes them for who proposes."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "pobj" and verb.head.head.lower_ == "to":
        return [verb.head]
    who = [c for c in verb.children if c.dep_ == "nsubj" and verb.dep_ == "advcl" and verb.tag_ == "VBG"]
    return [t for t in who if t.left_edge.i > t.sent.start and t.left_edge.nbor(-1).lower_ == "to"]


def _is_one_of(verb: Token, who: list[Token]) -> bool:
    """ "One of the states that has put forward ideas": which of them, the words don't tell."""
    singular = verb.tag_ == "VBZ" or any(c.dep_ == "aux" and c.tag_ == "VBZ" for c in verb.children)
    return verb.dep_ == "relcl" and singular and any(t.tag_ in {"NNS", "NNPS"} for t in who)


def _talks(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words(OFFERS, "talks") | {"date", "venue", "round"}


def _plans(lexicon: Lexicon) -> frozenset[str]:
    return (lexicon.words(OFFERS, "plan") | lexicon.words(OFFERS, "truce")) - {"invitation"}
