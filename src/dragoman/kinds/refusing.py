"""Ways of refusing: what one is accused of, won't deal with others, won't do what is asked; and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.kinds.conditions import asks_something
from dragoman.kinds.frames import clause_words
from dragoman.kinds.pointing import deals_with_somebody
from dragoman.kinds.terms import issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE, OFFERS = "kinds/response", "kinds/offer_words"
BLAMING = frozenset({"accuse", "blame", "condemn", "criticise", "criticize", "fault", "slam", "denounce", "lambast"})
GUILT = frozenset({"responsibility", "blame", "criticism", "condemnation", "guilt"})
AHEAD = frozenset({"will", "would", "can", "could", "wo", "ca", "'ll", "’ll", "shall"})
VAGUE = frozenset({"other", "process"})
ABOUT = ("on", "over", "about", "in", "into", "of")
UNTIL = frozenset({"until", "unless", "before", "if", "without"})


def blamed(verb: Token) -> list[Token] | None:
    """ "Accused Chad of rejecting it", "Chad bears blame for refusing it": who did; None where nobody is blamed."""
    preposition = verb.head
    if verb.dep_ != "pcomp" or preposition.lower_ not in {"of", "for"}:
        return None
    above = preposition.head
    if above.lemma_ in BLAMING:
        return objects(above)
    if above.lemma_ in GUILT and above.head.pos_ == "VERB":
        return [c for c in above.head.children if c.dep_ == "nsubj"]
    return None


def dealt(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "Negotiate with the rebels", "engage on a truce", "enter talks", "negotiate": the head of what is dealt in."""
    deal = lexicon.words(TABLE, "deal")
    if verb.lemma_.lower() not in deal:
        return None
    wanted = lexicon.words(OFFERS, "talks") | lexicon.words(OFFERS, "truce") | lexicon.words(OFFERS, "deal")
    named = [t for t in prepositional(verb, ABOUT) if t.lemma_.lower() in wanted]
    if named:
        return named[0]
    if deals_with_somebody(verb, lexicon):
        return verb
    bare = verb.lemma_ in {"negotiate", "engage"} and not objects(verb)
    others = ("with", "for", "in") if verb.lemma_ == "engage" else ("with", "for")
    return verb if bare and not prepositional(verb, others) else None


def undone(annotated: Annotated, verb: Token, lexicon: Lexicon) -> Token | None:
    """ "Refused to lift the siege": what somebody won't do of what is at issue; not "refused to say"."""
    clause = next((c for c in verb.children if c.dep_ in {"xcomp", "pcomp"}), None)
    return clause if clause is not None and is_at_issue(annotated, clause, lexicon) else None


def is_at_issue(annotated: Annotated, deed: Token, lexicon: Lexicon) -> bool:
    """Whether a deed that is refused is one of those that parties deal about: "to free them", not "to say"."""
    if deed.lemma_.lower() in lexicon.words("kinds/asked", "answering"):
        return False
    if not (objects(deed) or prepositional(deed, ("from", "with", "in", "on", "to"))):
        return False
    return issue_at(annotated, clause_words(deed), lexicon) not in VAGUE


def until_when(head: Token, lexicon: Lexicon) -> list[Token]:
    """ "Won't negotiate until the raids stop": the conditions of what is refused only so long."""
    verbs = [head, *(c for c in head.children if c.dep_ == "xcomp")]
    found = [
        c
        for verb in verbs
        for c in verb.children
        if c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in UNTIL for m in c.lefts)
    ]
    return [c for c in found[:1] if asks_something(c, lexicon)]


def is_ahead(verb: Token) -> bool:
    """Whether a verb tells what will be: "will not negotiate", not "did not negotiate"."""
    return any(c.dep_ == "aux" and c.lower_ in AHEAD for c in verb.children)


def left_unanswered(answer: Token, lexicon: Lexicon, sorts: str) -> Token | None:
    """ "The offer lay there without a response from Chad", "no response from Chad to the offer": the offer."""
    verb = answer.head
    denied = any(c.lower_ == "no" for c in answer.lefts) or (answer.dep_ == "pobj" and verb.lower_ == "without")
    if not denied or not prepositional(answer, ("from", "by")):
        return None
    wanted = frozenset(w for sort in sorts.split() for w in lexicon.words(OFFERS, sort))
    before = (t for t in reversed(answer.doc[answer.sent.start : answer.i]) if t.dep_ in {"nsubj", "nsubjpass"})
    near = [*prepositional(answer, ("to", "on")), *before]
    return next((t for t in near if t.lemma_.lower() in wanted), None)


def given_backing(verb: Token, lexicon: Lexicon, sorts: str) -> Token | None:
    """ "Gave the plan cautious backing": the plan, also where the parser takes it for a part of another phrase."""
    wanted = frozenset(w for sort in sorts.split() for w in lexicon.words(OFFERS, sort))
    behind = verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.sent.end)]
    backing = next((t for t in behind if t.lemma_.lower() in lexicon.words(TABLE, "assent")), None)
    if backing is None or any(t.pos_ in {"VERB", "ADP"} and t.tag_ != "VB" for t in verb.doc[verb.i + 1 : backing.i]):
        return None
    return next((t for t in verb.doc[verb.i + 1 : backing.i] if t.lemma_.lower() in wanted), None)


def refused_by_noun(noun: Token) -> Token | None:
    """ "Its refusal to free them", "their unwillingness to talk": what is refused."""
    clauses = (c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.tag_ == "VB")
    return next((c for c in clauses if any(g.tag_ == "TO" for g in c.lefts)), None)
