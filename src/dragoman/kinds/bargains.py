"""What a party would do if another did its part: "may extend the truce if aid arrives", "in exchange for a truce"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import is_passive
from dragoman.annotate.phrases import is_question
from dragoman.kinds.asking import SUBJECTS, TABLE, Wanted, whole_content
from dragoman.kinds.conditions import asks_something
from dragoman.kinds.frames import Met, parties_at
from dragoman.kinds.terms import issue_at
from dragoman.kinds.withheld import OWN, withholders
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

AHEAD = frozenset({"will", "would", "can", "could", "may", "might", "shall", "wo", "ca", "'ll", "’ll"})
VERBAL = frozenset({"VERB", "AUX"})
GETTING = frozenset({"receive", "get", "obtain", "gain", "win", "secure", "be", "see"})
BEFORE_IF = frozenset({"even", "as", "what", "ask", "see", "know", "wonder"})


def if_clause(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "May extend the truce if aid arrives", "won't come if Chad isn't there": the condition of a step ahead.

    The step is one of give and take: who says what he'll do if attacked sets no terms.
    """
    clause, above = _supposed(met.head)
    before = met.head.nbor(-1).lower_ if met.head.i else ""
    if clause is None or clause.pos_ not in VERBAL or before in BEFORE_IF:
        return None
    step = _step(above, lexicon)
    if step is None or is_question(step):
        return None
    doers = [c for c in clause.children if c.dep_ in {*SUBJECTS, "expl"}]
    doers = doers or [c for c in clause.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"]  # "if Chad commits"
    if not doers or doers[0].lower_ in OWN:
        return None
    everybody = tuple(t for d in doers for t in (d, *d.conjuncts))
    asked = parties_at(annotated, everybody)
    if not asks_something(clause, lexicon):
        return None  # "if its demands are met"
    if not asked and issue_at(annotated, whole_content(clause, bare=False), lexicon) == "other":
        return None
    by = withholders(annotated, step, asked, lexicon)
    joined = [c for c in clause.conjuncts if c.i > clause.i and any(g.dep_ in SUBJECTS for g in c.children)]
    return Wanted((clause, *joined), by, everybody, apart=True)


def _supposed(mark: Token) -> tuple[Token | None, Token]:
    """The clause that "if", "once" or "provided" opens, and the verb that it hangs on."""
    if mark.lower_ in PROVIDED and mark.dep_ != "mark":
        return next((c for c in mark.children if c.dep_ in {"ccomp", "advcl", "pcomp"}), None), mark.head
    clause = mark.head
    is_such = mark.dep_ == "mark" and clause.dep_ == "advcl" and mark.lower_ in {"if", "once", *PROVIDED}
    return (clause if is_such else None), clause.head


PROVIDED = frozenset({"provided", "providing"})


def _step(above: Token, lexicon: Lexicon) -> Token | None:
    """The step of give and take that a condition hangs on: "will attend", "is ready to send"."""
    willing = lexicon.words("kinds/response", "ready")
    verbs = [above, *(c for c in above.children if c.dep_ == "xcomp")]
    ready = [g for t in (above, above.head) for g in (t, *t.children) if g.lemma_.lower() in willing]
    for adjective in ready:
        verbs += [c for c in adjective.children if c.dep_ == "xcomp"]
    taken = [t for t in verbs if t.lemma_.lower() in lexicon.words(TABLE, "step")]
    taken = [t for t in taken if t.lemma_ != "meet" or not is_passive(t)]  # "will be met with anger"
    if not taken:
        return None
    helped = any(c.lower_ in AHEAD for t in (above, taken[0]) for c in t.children if c.dep_ == "aux")
    return taken[0] if helped or ready else None


def in_exchange(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Would free the envoy in exchange for an end to the raids": what a party asks for what it gives."""
    near = met.head.head
    if met.head.dep_ != "pobj" or near.lower_ != "in":
        return None
    wanted = [c for p in met.head.children if p.lower_ == "for" for c in p.children if c.dep_ in {"pobj", "pcomp"}]
    verb = near.head
    while verb.pos_ not in VERBAL and verb.head != verb:
        verb = verb.head
    if not wanted or verb.pos_ not in VERBAL or not _is_offered(verb, lexicon):
        return None
    if issue_at(annotated, whole_content(wanted[0], bare=False), lexicon) == "other":
        return None
    return Wanted((wanted[0],), withholders(annotated, verb, (), lexicon))


def _is_offered(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what a verb tells is still to be given: "will free", "ready to free", "offered to free"."""
    if verb.lemma_ in GETTING:
        return False  # "in return for neutrality it would receive guarantees": others ask for it
    if any(c.dep_ == "aux" and c.lower_ in AHEAD for c in verb.children):
        return True
    offering = lexicon.words("kinds/response", "ready") | lexicon.words("kinds/proposal", "offer")
    offering |= lexicon.words("kinds/proposal", "propose")
    return verb.lemma_.lower() in offering or (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in offering)
