"""Where a party answers an offer: verbs of accepting, refusing, doubting, putting off, and the conditions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from dragoman.annotate.clauses import objects, prepositional
from dragoman.annotate.phrases import is_question
from dragoman.kinds.answerers import AHEAD, ATTEND, answerers, spoken_for, teller, told_as
from dragoman.kinds.conditions import asks_something, condition_words, conditions_beside
from dragoman.kinds.frames import (
    Met,
    acts_for_itself,
    attributions_at,
    clause_words,
    is_performed,
    modified_noun,
    own_words,
    phrase_table,
    rows_met,
    telling_span,
    trimmed,
    without_reason,
)
from dragoman.kinds.offers import is_of_funds
from dragoman.kinds.pointing import answered_as_it, deals_with_somebody
from dragoman.kinds.principle import BACKING, is_in_principle, is_no_answer
from dragoman.kinds.response import Stance, ToldAs
from dragoman.kinds.unanswered import (
    is_goodwill,
    is_length,
    is_own_offer,
    is_pointed_view,
    is_unanswered,
    is_weighed,
    when_answered,
)
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Token

TABLE, OFFERS = "kinds/response", "kinds/offer_words"
BEHIND = ("to", "with", "of", "for", "in", "about", "on", "from", "at", "behind", "over")
IN_FRAMES = frozenset(
    {"condition", "hold", "contact", "decide", "yet", "manner", "show", "land", "judge", "deal", "hearsay", "urge"}
)
"""Rows that only lend their words to a frame."""
ANSWERING = frozenset({"response.accept", "response.back", "response.reject", "response.dismiss"})
"""Rows that may answer an offer as "it"."""
WELCOMING = "response.welcome"
"""The row of what is said of many things, of which only an offer itself is answered by it."""
UPON = frozenset({"on", "upon"})
"""What makes of a call a demand: "called on Kenya to accept"."""


class Answer(Struct, frozen=True):
    """One answer as the text tells it; `told` covers the words that tell it."""

    by: tuple[Actor, ...]
    stance: Stance
    about: Span
    told: Span
    rule: str
    conditions: tuple[Span, ...] = ()
    asks: tuple[Span, ...] = ()
    """Those of the conditions that say what shall happen, not only that there are conditions."""
    when: When | None = None
    told_by: Actor | None = None
    told_as: ToldAs = "reporter"
    in_principle: bool = False


class About(Struct, frozen=True):
    """What a verb of answering is found to answer: the stance it takes and the head of what it is about."""

    stance: Stance
    head: Token
    said: Token | None = None
    """The pronoun that stands for `head` beside the verb ("would accept it")."""


def find_answers(annotated: Annotated, lexicon: Lexicon) -> Iterator[Answer]:
    """Every answer that a party gives, in the order of the text; those with conditions are conditional."""
    table = phrase_table(lexicon, TABLE, IN_FRAMES)
    for met in rows_met(annotated.doc, table):
        about = _about(met, lexicon)
        if about is None or _is_supposed(annotated, met.head, lexicon):
            continue
        if is_no_answer(met, about.head, lexicon.words(OFFERS, "plan")) or is_unanswered(met.head, lexicon):
            continue
        by = tuple(a for a in answerers(annotated, met, lexicon) if acts_for_itself(a, lexicon))
        by = spoken_for(annotated, met.head, by)
        jointly = len({actor.side or actor.name for actor in by}) > 1 and (
            met.head.lemma_ == "agree"
            or (met.row.id in BACKING and any(c.lower_ in {"will", "shall"} for c in met.head.children))
        )
        if not by or jointly or is_own_offer(annotated, about.head, by, lexicon):
            continue  # both "agreed to a truce": an agreement
        heads = conditions_beside(met.head, lexicon)
        conditions = tuple(map(condition_words, heads))
        answer = Answer(
            by=by,
            stance=about.stance,
            about=_before_conditions(_answered(about.head, met.head), about.head, conditions),
            told=telling_span(met, [*_near_subject(met.head), about.said or about.head]),
            rule=met.row.id,
            when=when_answered(annotated, met.head),
            told_by=teller(annotated, met.head, by, lexicon),
            told_as=told_as(annotated, met.head, by, lexicon),
            in_principle=about.stance == "accept" and is_in_principle(met, about.head),
        )
        if about.stance in {"accept", "reject"} and not conditions and _is_only_possible(met.head):
            continue
        if about.stance == "accept" and conditions:
            asks = tuple(condition_words(t) for t in heads if asks_something(t, lexicon))
            answer = structs.replace(answer, stance="accept_conditionally", conditions=conditions, asks=asks)
        yield answer


def _answered(head: Token, verb: Token) -> Span:
    """The words of what is answered, without the clause that tells of the answer ("the truce that Kenya accepted")."""
    if not verb.is_ancestor(head) and verb.dep_ in {"relcl", "acl"} and head in verb.ancestors:
        first, last = own_words(head, frozenset({"relcl", "acl"}))
        return trimmed(head.doc, max(first, head.sent.start), min(last, head.sent.end))
    return without_reason(head, clause_words(head))


def _before_conditions(about: Span, head: Token, conditions: tuple[Span, ...]) -> Span:
    """ "A truce on condition that the raids stop": the truce."""
    first = conditions[0].start if conditions else about.end
    if not head.idx < first < about.end:
        return about
    binding = next((c for c in head.rights if c.idx < first <= c.doc[c.right_edge.i].idx + len(c.right_edge)), None)
    end = binding.left_edge.i if binding is not None else head.i + 1
    return trimmed(head.doc, head.left_edge.i, end)


def _is_only_possible(head: Token) -> bool:
    """ "could accept", "might reject", "can support it": no answer yet; "cannot accept" is one."""
    able = any(c.dep_ == "aux" and c.lower_ == "can" for c in head.children)
    denied = any(c.dep_ == "neg" for c in head.children)
    unsure = any(c.dep_ == "aux" and c.lower_ in {"could", "might", "may"} for c in head.children)
    return unsure or (able and not denied)


def _is_supposed(annotated: Annotated, head: Token, lexicon: Lexicon) -> bool:
    """ "if Kenya accepts", "should accept", "urged Kenya to accept", "hoped that Kenya would accept": no answer yet."""
    below = [c.lower_ for c in head.children if c.dep_ in {"mark", "aux"}]
    if set(below) & {"if", "whether", "unless", "must", "should", "until"} or is_question(head) or _is_torn(head):
        return True
    if head.dep_ in {"ccomp", "xcomp"} and head.head.lemma_ == "deny":
        return True  # "denied that it had accepted": none is told
    spoke_to = (
        head.dep_ in {"advcl", "xcomp"}
        and head.head.lemma_.lower() in lexicon.words(TABLE, "contact")
        and not any(c.dep_ == "prep" and c.lower_ in UPON for c in head.head.children)
    )
    if not spoke_to and not _is_yet_to(head, lexicon) and not is_performed(head, lexicon.words(TABLE, "decide")):
        return True
    return any(said.wish and said.rule.startswith("thought.") for said in attributions_at(annotated, head.idx))


def _is_torn(verb: Token) -> bool:
    """ "It is time to demand that Kenya come, accept the plan": a bare verb that the parser joins to the first."""
    subject = any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in verb.children)
    return verb.tag_ in {"VB", "VBP"} and verb.dep_ == "conj" and verb.head.tag_ in {"VBZ", "VBD"} and not subject


def _near_subject(head: Token) -> list[Token]:
    """The subject, or without one what negates the answer, which its words must not leave off."""
    found = head.head if head.pos_ == "ADJ" and head.head.pos_ in {"AUX", "VERB"} else head
    own = [c for c in found.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < head.i]
    return own or [c for t in dict.fromkeys((found, head)) for c in t.children if c.dep_ == "neg" and c.i < head.i]


# ---- what is answered ------------------------------------------------------------------------------------------------


def _about(met: Met, lexicon: Lexicon) -> About | None:
    """The stance and what it is about; None where the verb means something else here."""
    means, _, nouns = met.row.means.partition(": ")
    negated = any(c.dep_ == "neg" for c in met.head.children) or _is_refused(met.head, lexicon)
    if negated and any(t.lower_ == "any" for thing in objects(met.head)[:1] for t in thing.lefts):
        return None  # "will not accept any deal that divides it": a line drawn, and nothing answered
    if means == "counter" and met.parts[1:] and met.parts[1].pos_ not in {"NOUN", "PROPN"}:
        return None  # "seeking to change the terms of trade"
    match means:
        case "ready":
            return _ready(met, lexicon, negated=negated)
        case "attend":
            return _attend(met, lexicon, negated=negated)
        case "refuse":
            return _refuse(met, lexicon)
        case "verdict":
            return _verdict(met, lexicon) if not negated else None
        case "another":
            head = _offer_below(met, nouns, lexicon)
            return About("counter", head) if head is not None and not negated else None
        case "silent":
            negated = negated or _is_yet_to(met.head, lexicon)
            head = _offer_below(met, nouns, lexicon)
            return About("stall", head) if head is not None and negated else None
    head = _offer_below(met, nouns, lexicon)
    if means == "stall" and not is_weighed(met.head):
        return None
    if head is None and met.row.id in ANSWERING:
        it = answered_as_it(objects(met.head), met.head, lexicon)
        refused = _refuse(met, lexicon) if it is None and met.row.id == "response.reject" else None
        stance: Stance = "reject" if negated or means == "reject" else "accept"
        return About(stance, *it) if it and not (negated and means == "reject") else refused
    if head is None or (negated and means != "accept") or _is_own_act(met.head, head):
        return None
    return About("reject" if negated else means, head)  # type: ignore[arg-type]


ENACTED = frozenset({"resolution", "declaration", "law", "bill"})
"""What a body makes by adopting it."""


def _is_own_act(verb: Token, thing: Token) -> bool:
    """ "Adopted a resolution", "welcomed the aid package": nobody put terms to those who do so."""
    enacts = verb.lemma_ in {"adopt", "approve", "pass", "endorse"} and thing.lemma_.lower() in ENACTED
    return enacts or is_of_funds(thing)


def _is_refused(verb: Token, lexicon: Lexicon) -> bool:
    """ "refuses to accept", "declined to back": no acceptance."""
    refusing = {w.split()[0] for row in lexicon.rows(TABLE) if row.means == "refuse" for w in row.words}
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in refusing


def _is_yet_to(verb: Token, lexicon: Lexicon) -> bool:
    """ "has yet to respond": it hasn't."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    return any(c.lower_ in lexicon.words(TABLE, "yet") and c.i < verb.i for c in (*above.children, *verb.children))


def _offer_below(met: Met, nouns: str, lexicon: Lexicon) -> Token | None:
    """The object that is an offer of one of the wanted sorts, itself or through "of" ("the idea of a truce")."""
    wanted = frozenset(w for sort in nouns.split() for w in lexicon.words(OFFERS, sort))
    below = [t for part in met.parts for t in (*objects(part), *prepositional(part, BEHIND)) if t not in met.parts]
    manner = lexicon.words(TABLE, "manner")
    below = [_antecedent(t) for t in below if t.ent_type_ not in {"DATE", "TIME"} and not _is_manner(t, manner)]
    below = [t for t in below if not is_length(t)]
    described = modified_noun(met.head)
    if described is not None:
        below = [described]
    elif not below and met.head.dep_ == "relcl":  # "a plan which Kenya agreed to"
        below = [met.head.head]
    if nouns == "all":
        claims = lexicon.words(OFFERS, "claim")
        named = [t for t in below if t.pos_ == "NOUN"]
        return next((t for t in named[:1] if t.lemma_.lower() not in claims and not is_pointed_view(t)), None)
    for thing in below:
        if met.row.id in BACKING and any(c.lower_ == "between" for c in thing.children):
            continue  # "support for the truce between both": theirs, not offered to the supporter
        if met.row.id == WELCOMING and is_goodwill(thing):
            continue
        if thing.lemma_.lower() in wanted or nouns == "any":
            return thing
        if met.row.id == WELCOMING:
            continue  # "welcomed progress on the plan", "welcomed ideas and proposals"
        if any(t.lemma_.lower() in wanted and t.dep_ == "pobj" for c in thing.children for t in c.children):
            return thing
    return (
        _course_below(met, wanted - lexicon.words(OFFERS, "demand"))
        if met.row.means.startswith(("accept", "reject"))
        else None
    )


def _is_manner(token: Token, manner: frozenset[str]) -> bool:
    """ "agreed in principle to": how, not what."""
    return token.dep_ == "pobj" and token.head.lower_ == "in" and token.lemma_.lower() in manner


def _course_below(met: Met, wanted: frozenset[str]) -> Token | None:
    """ "supports resuming the truce", "ruled out extending the deal": the course that is answered."""
    clauses = [c for part in met.parts for c in part.children if c.dep_ in {"xcomp", "pcomp"} and c.tag_ == "VBG"]
    return next((c for c in clauses if any(t.lemma_.lower() in wanted for t in objects(c))), None)


def _verdict(met: Met, lexicon: Lexicon) -> About | None:
    """ "The proposal is unacceptable", "called it a non-starter": what is judged, where that is an offer."""
    above = met.head.head
    judging = above.lemma_.lower() in lexicon.words(TABLE, "judge")
    below = [c for c in (*above.children, *met.head.children) if c.dep_ == "nsubj" and (not judging or c.i > above.i)]
    below += objects(above) if judging else []
    wanted = lexicon.words(OFFERS) - lexicon.words(OFFERS, "claim")
    named = next((t for t in below if t.lemma_.lower() in wanted), None)
    clauses = [c for t in (above, met.head) for c in t.children if c.dep_ in {"xcomp", "ccomp", "acl", "advcl"}]
    judged = below if named is None and not any(c.i > met.head.i for c in clauses) else []
    it = answered_as_it(judged, met.head, lexicon)
    return About("reject", named) if named is not None else About("reject", *it) if it else None


def _antecedent(token: Token) -> Token:
    """The noun that "which" stands for ("a plan, which Kenya rejected")."""
    return token.head.head if token.tag_ in {"WDT", "WP"} and token.head.dep_ == "relcl" else token


def _ready(met: Met, lexicon: Lexicon, *, negated: bool) -> About | None:
    """ "ready to attend the talks", "open to the plan"."""
    if met.head.pos_ == "NOUN" and met.head.head.lemma_.lower() not in lexicon.words(TABLE, "show"):
        return None
    clause = next((c for c in met.head.children if c.dep_ in {"xcomp", "acl", "ccomp"}), None)
    negated = negated or any(c.dep_ == "neg" for c in met.head.head.children if met.head.dep_ == "acomp")
    head = None
    if clause is not None:
        head = _attended(clause, lexicon)
    elif met.head.lemma_ == "open":
        head = _offer_below(met, "plan truce talks", lexicon)
    elif met.head.pos_ == "ADJ":  # "ready for a truce"
        head = _offer_below(met, "plan truce", lexicon)
    if head is None:
        return None
    return About("reject" if negated else "accept", head)


def _attended(verb: Token, lexicon: Lexicon) -> Token | None:
    """The talks that a verb of taking part names, or the offer that a verb of accepting does."""
    phrases = {row.id: row for row in lexicon.rows(TABLE)}
    taking_part = {w.split()[0] for w in phrases[ATTEND].words} | lexicon.words(TABLE, "hold")
    accepting = {w.split()[0] for w in phrases["response.accept"].words}
    wanted = lexicon.words(OFFERS, "talks") if verb.lemma_ in taking_part else frozenset()
    if verb.lemma_ in accepting:
        wanted = lexicon.words(OFFERS, "plan") | lexicon.words(OFFERS, "truce") | lexicon.words(OFFERS, "deal")
    below = (*objects(verb), *prepositional(verb, BEHIND))
    named = [t for t in below if verb.lemma_ not in taking_part or not _is_any(t)]
    return next((t for t in named if t.lemma_.lower() in wanted), None)


def _is_any(noun: Token) -> bool:
    """ "will come for a meeting": to no talks that were offered."""
    return any(c.lower_ in {"a", "an"} for c in noun.lefts) and not any(c.pos_ == "PROPN" for c in noun.lefts)


def _attend(met: Met, lexicon: Lexicon, *, negated: bool) -> About | None:
    """ "will attend the talks", "would not attend"; what was attended is a contact, not an answer."""
    ahead = any(c.dep_ == "aux" and c.lower_ in AHEAD for c in met.head.children)
    if not ahead:
        return None
    head = _attended(met.head, lexicon)
    if head is None and met.head.lemma_ in {"attend", "turn"} and not objects(met.head):
        head = met.head
    if head is None:
        return None
    return About("reject" if negated else "accept", head)


def _refuse(met: Met, lexicon: Lexicon) -> About | None:
    """ "refused to attend the talks"."""
    clause = next((c for c in met.head.children if c.dep_ in {"xcomp", "pcomp"}), None)
    if clause is None:
        return None
    head = _attended(clause, lexicon) or (clause if deals_with_somebody(clause, lexicon) else None)
    return About("reject", head) if head is not None else None
