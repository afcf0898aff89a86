"""What a verb or noun of answering answers, and with which stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.kinds.answerable import BEHIND, About, Frame, attended
from dragoman.kinds.answerers import AHEAD, WINNING
from dragoman.kinds.delays import DELAYS
from dragoman.kinds.frames import Met, modified_noun
from dragoman.kinds.pointing import answered_as_it, deals_with_somebody
from dragoman.kinds.principle import BACKING
from dragoman.kinds.putting_off import is_not_yet
from dragoman.kinds.refusing import (
    dealt,
    given_backing,
    is_ahead,
    is_at_issue,
    left_unanswered,
    refused_by_noun,
    undone,
)
from dragoman.kinds.replied import reply_given, unalterable, under_review
from dragoman.kinds.repliers import is_being_weighed
from dragoman.kinds.response import Stance
from dragoman.kinds.tabling import is_of_funds
from dragoman.kinds.unanswered import is_goodwill, is_length, is_pointed_view, is_weighed
from dragoman.kinds.unreturned import is_of_neither
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE, OFFERS = "kinds/response", "kinds/offer_words"
SAID_BY_NOUN = frozenset({"accept", "reject"})
ANSWERING = frozenset({"response.accept", "response.back", "response.reject", "response.dismiss"})
"""Rows that may answer an offer as "it"."""
WELCOMING = "response.welcome"
"""The row of what is said of many things, of which only an offer itself is answered by it."""


def about(annotated: Annotated, met: Met, lexicon: Lexicon) -> About | None:
    """The stance and what it is about; None where the verb means something else here."""
    means, _, nouns = met.row.means.partition(": ")
    negated = any(c.dep_ == "neg" for c in met.head.children) or is_refused(met.head, lexicon)
    negated = negated or is_of_neither(met.head)
    if met.head.pos_ == "NOUN" and means in SAID_BY_NOUN:
        return _by_noun(annotated, means, met.head, nouns, lexicon)
    if negated and any(t.lower_ == "any" for thing in objects(met.head)[:1] for t in thing.lefts):
        return None  # "will not accept any deal that divides it": a line drawn, and nothing answered
    frame = FRAMES.get(means)
    if frame is not None:
        return frame(annotated, met, lexicon, negated)
    return _by_verb(annotated, met, lexicon, negated)


def _by_verb(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Accepted the plan", "rejected it", "is studying the offer"."""
    means, _, nouns = met.row.means.partition(": ")
    means = "reject" if means == "condemn" else means  # one condemns much else: no word of refusing by itself
    if means == "counter" and met.parts[1:] and met.parts[1].pos_ not in {"NOUN", "PROPN"}:
        return None  # "seeking to change the terms of trade"
    head = _taking_part(met) or _offer_below(met, nouns, lexicon)
    if means == "stall" and not (is_weighed(met.head) or is_being_weighed(met.head)):
        return None
    if head is None and met.row.id in ANSWERING:
        return _by_pointing(annotated, met, lexicon, negated)
    if head is None or (negated and means != "accept") or _is_own_act(met.head, head):
        return None
    unconfirmed = negated and _taking_part(met) is not None  # "has not confirmed its participation"
    if is_not_yet(met.head) or unconfirmed or (is_of_neither(met.head) and met.head.tag_ == "VBN"):
        return About("stall", head) if means == "accept" else None
    if head.text == "-" and means == "counter":  # "a counter-offer"
        head = [c for c in met.head.children if c.dep_ == "dobj"][-1]
    will_back = met.row.id == "response.back" and is_ahead(met.head) and not negated
    if will_back and head.lemma_.lower() in lexicon.words(OFFERS, "demand"):
        return None  # "its demands will be backed by Kenya"
    return About("reject" if negated else means, head)  # type: ignore[arg-type]


def _by_pointing(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Rejected it", "accepted it": the offer last spoken of; "rejects negotiating with rebels"."""
    rejects = met.row.means.startswith("reject")
    it = answered_as_it(objects(met.head), met.head, lexicon)
    if it is not None:
        stance: Stance = "reject" if negated or rejects else "accept"
        return About(stance, *it) if not (negated and rejects) else None
    return _refuse(annotated, met, lexicon, negated) if met.row.id == "response.reject" else None


def _agree(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Agreed to hold talks with the rebels", "consented to attend"."""
    clause = next((c for c in met.head.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
    head = attended(clause, lexicon) if clause is not None else None
    stance: Stance = "stall" if is_not_yet(met.head) else "reject" if negated else "accept"
    return About(stance, head) if head is not None else None


def _another(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Responded with a proposal of its own"."""
    head = _offer_below(met, _nouns(met), lexicon)
    return About("counter", head) if head is not None and not negated else None


def _silent(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Has not responded to the offer", "has yet to respond to it", "has given no answer to it"."""
    negated = negated or any(c.lower_ == "no" for part in met.parts[1:] for c in part.lefts)
    head = _offer_below(met, _nouns(met), lexicon)
    return About("stall", head) if head is not None and (negated or is_yet_to(met.head, lexicon)) else None


def _dealing(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Will not negotiate with the rebels"."""
    as_rule = any(c.dep_ == "aux" and c.lower_ in {"do", "does"} for c in met.head.children)  # "do not deal with them"
    head = dealt(met.head, lexicon) if negated and (as_rule or is_ahead(met.head)) else None
    return About("reject", head) if head is not None else None


def _unanswered(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Without a response from Kenya"; else "gave its response to the offer"."""
    head = left_unanswered(met.head, lexicon, _nouns(met))
    return About("stall", head) if head is not None else reply_given(annotated, met, lexicon)


def _give(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Gave the plan its backing"."""
    head = given_backing(met.head, lexicon, _nouns(met))
    return About("accept", head) if head is not None and not negated else None


def _in_favour(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Is in favour of the truce"."""
    head = next((t for t in prepositional(met.head, ("of",)) if _is_of(t, _nouns(met), lexicon)), None)
    denied = any(c.dep_ == "neg" for c in met.head.head.head.children)
    return About("reject" if denied else "accept", head) if head is not None else None


def _against(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Is against the plan"."""
    named = [c for c in met.parts[-1].children if c.dep_ == "pobj" and _is_of(c, _nouns(met), lexicon)]
    return About("reject", named[0]) if named and not negated else None


def _worthy(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "The proposal is not acceptable", "called the terms acceptable"."""
    negated = negated or any(c.dep_ == "neg" for c in met.head.head.children)
    found = _verdict(annotated, met, lexicon, negated=False)
    is_named = found is not None and found.said is None  # not "that is acceptable"
    return About("reject" if negated else "accept", found.head) if found is not None and is_named else None


def _nouns(met: Met) -> str:
    return met.row.means.partition(": ")[2]


def _taking_part(met: Met) -> Token | None:
    """ "Confirmed its participation in the talks": the talks, else the participation."""
    noun = met.parts[-1]
    named = noun.pos_ == "NOUN" and noun.lemma_ in {"participation", "attendance"}
    return next(iter(prepositional(noun, ("in", "at"))), noun) if named else None


ENACTED = frozenset({"resolution", "declaration", "law", "bill"})
"""What a body makes by adopting it."""
OWN_CHANGES = frozenset({"clause", "amendment", "extension", "renewal", "revision", "increase"})
"""What a body may change of its own by adopting it."""


def _is_own_act(verb: Token, thing: Token) -> bool:
    """ "Adopted a resolution", "welcomed the aid package": nobody put terms to those who do so."""
    enacts = verb.lemma_ in {"adopt", "approve", "pass", "endorse"} and thing.lemma_.lower() in ENACTED | OWN_CHANGES
    return enacts or is_of_funds(thing)


def is_refused(verb: Token, lexicon: Lexicon) -> bool:
    """ "refuses to accept", "declined to back": no acceptance."""
    refusing = {w.split()[0] for row in lexicon.rows(TABLE) if row.means == "refuse" for w in row.words}
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in refusing


def is_yet_to(verb: Token, lexicon: Lexicon) -> bool:
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
    elif not below and met.head.dep_ == "ccomp" and met.head.head.dep_ == "relcl":  # "a plan it says it won't accept"
        below = [met.head.head.head]
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
    below = [c for part in met.parts for c in part.children if c.tag_ == "VBG"]
    behind = max(part.i for part in met.parts) + 1  # "ruled out extending it", which the parser hangs beside it
    clauses = [c for c in below if c.dep_ in {"xcomp", "pcomp"} or (c.dep_ == "advcl" and c.i == behind)]
    return next((c for c in clauses if any(t.lemma_.lower() in wanted for t in objects(c))), None)


def _verdict(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "The proposal is unacceptable", "called it a non-starter": what is judged, where that is an offer."""
    if negated:
        return None
    above = met.head.head.head if met.head.dep_ == "pobj" else met.head.head
    judging = above.lemma_.lower() in lexicon.words(TABLE, "judge")
    below = [c for c in (*above.children, *met.head.children) if c.dep_ == "nsubj" and (not judging or c.i > above.i)]
    below += objects(above) if judging else []
    wanted = frozenset(w for sort in _nouns(met).split() for w in lexicon.words(OFFERS, sort))
    wanted = wanted or lexicon.words(OFFERS) - lexicon.words(OFFERS, "claim")
    named = next((t for t in below if t.lemma_.lower() in wanted), None)
    clauses = [c for t in (above, met.head) for c in t.children if c.dep_ in {"xcomp", "ccomp", "acl", "advcl"}]
    judged = below if named is None and not any(c.i > met.head.i for c in clauses) else []
    it = answered_as_it(judged, met.head, lexicon)
    return About("reject", named) if named is not None else About("reject", *it) if it else None


def _antecedent(token: Token) -> Token:
    """The noun that "which" stands for ("a plan, which Kenya rejected", "a plan which it says it rejected")."""
    if token.tag_ not in {"WDT", "WP"}:
        return token
    clause = token.head.head if token.head.dep_ == "ccomp" else token.head
    return clause.head if clause.dep_ == "relcl" else token


def _ready(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "ready to attend the talks", "open to the plan"."""
    if met.head.pos_ == "NOUN" and met.head.head.lemma_.lower() not in lexicon.words(TABLE, "show"):
        return None
    clause = next((c for c in met.head.children if c.dep_ in {"xcomp", "acl", "ccomp"}), None)
    negated = negated or any(c.dep_ == "neg" for c in met.head.head.children if met.head.dep_ == "acomp")
    if met.head.pos_ == "VERB" and met.head.dep_ != "acomp":
        return None  # "prepared the talks"
    head = None
    if clause is not None:
        head = attended(clause, lexicon) or _met(clause, lexicon)
        unready = negated and head is None and is_at_issue(annotated, clause, lexicon)
        head = clause if unready else head  # "not prepared to free them"
    elif met.head.lemma_ == "open":
        head = _offer_below(met, "plan truce talks", lexicon)
    elif met.head.pos_ == "ADJ":  # "ready for a truce"
        head = _offer_below(met, "plan truce", lexicon)
    if head is None:
        return None
    return About("reject" if negated else "accept", head)


def _met(clause: Token, lexicon: Lexicon) -> Token | None:
    """ "Ready to meet the envoy", "to negotiate with the rebels"; to "engage with" somebody is no answer."""
    return clause if clause.lemma_ != "engage" and deals_with_somebody(clause, lexicon) else None


def _attend(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "will attend the talks", "would not attend"; what was attended is a contact, not an answer."""
    ahead = any(c.dep_ == "aux" and c.lower_ in AHEAD for c in met.head.children)
    if not ahead:
        return None
    head = attended(met.head, lexicon)
    if head is None and met.head.lemma_ in {"attend", "turn", "participate"} and not objects(met.head):
        head = met.head
    if head is None:
        return None
    return About("reject" if negated else "accept", head)


def _by_noun(annotated: Annotated, stance: str, noun: Token, nouns: str, lexicon: Lexicon) -> About | None:
    """ "Kenya's rejection of the plan", "the support of Chad for a truce"."""
    verb = noun.head if noun.dep_ != "pobj" else noun.head.head
    ahead = any(c.tag_ == "TO" for c in verb.lefts) or any(c.tag_ == "MD" for c in verb.children)
    if ahead and noun.dep_ not in {"nsubj", "nsubjpass"}:
        return None  # "urged her to secure Chad's acceptance of the plan"
    if stance == "accept" and noun.dep_ == "dobj" and verb.lemma_ in WITHDRAWING:
        stance = "reject"  # "withdrew its support for the deal"
    below = (t for t in prepositional(noun, ("for", "of", "to", "behind")) if _is_of(t, nouns, lexicon))
    head = next((t for t in below if t.pos_ == "NOUN" and t.lemma_ not in HOPED_FOR), None)
    if head is None and stance == "accept" and noun.dep_ == "dobj" and verb.lemma_ in WINNING:  # "won Chad's support"
        won = (c for c in verb.children if c.dep_ == "nsubj")
        head = next((t for t in won if _is_of(t, nouns, lexicon)), None)
    clause = refused_by_noun(noun) if stance == "reject" and head is None else None
    if clause is not None:
        dealing = attended(clause, lexicon) or dealt(clause, lexicon)
        head = dealing or (clause if is_at_issue(annotated, clause, lexicon) else None)
    return About(stance, head) if head is not None else None  # type: ignore[arg-type]


WITHDRAWING = frozenset({"withdraw", "drop", "end", "revoke", "rescind", "retract", "withhold", "pull", "deny"})
HOPED_FOR = frozenset({"resolution", "settlement", "solution", "initiative"})
"""What everybody speaks for: "their support for a political settlement"."""


def _is_of(token: Token, nouns: str, lexicon: Lexicon) -> bool:
    """Whether a word is an offer of one of the wanted sorts, itself or through "of" ("an extension of the truce")."""
    wanted = frozenset(w for sort in nouns.split() for w in lexicon.words(OFFERS, sort))
    return any(t.lemma_.lower() in wanted for t in (token, *prepositional(token, ("of",))))


def _refuse(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "refused to attend the talks"."""
    clause = next((c for c in met.head.children if c.dep_ in {"xcomp", "pcomp"}), None)
    if clause is None:
        return None
    weighed = objects(clause) if clause.lemma_.lower() in lexicon.words(TABLE, "weigh") else []
    head = next((t for t in weighed if _is_of(t, "plan truce deal talks", lexicon)), None)
    head = head or attended(clause, lexicon) or dealt(clause, lexicon) or undone(annotated, met.head, lexicon)
    return About("reject", head) if head is not None else None


FRAMES: dict[str, Frame] = {
    "ready": _ready,
    "attend": _attend,
    "refuse": _refuse,
    "agree": _agree,
    "verdict": _verdict,
    "against": _against,
    "worthy": _worthy,
    "under": under_review,
    "fixed": unalterable,
    "another": _another,
    "silent": _silent,
    "deal": _dealing,
    "unanswered": _unanswered,
    "give": _give,
    "for": _in_favour,
    **DELAYS,
}
