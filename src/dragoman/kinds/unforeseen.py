"""Modals that foresee nothing: wishes ("may she rest"), duties ("could and should"), sights, norms, courtesies."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import is_passive

if TYPE_CHECKING:
    from dragoman.parsed import Token

DUTY = frozenset({"should", "must", "ought"})
PERCEIVED = frozenset({"see", "hear", "feel", "find", "observe"})
OWN = frozenset({"i", "we"})
AIMS = frozenset(
    {"plan", "goal", "aim", "purpose", "idea", "task", "job", "objective", "priority", "mission", "role", "point",
     "thing", "trip", "travel", "step", "way", "option", "what", "duty", "challenge", "policy", "intention", "need",
     "hope", "answer", "solution", "strategy", "ambition", "wish", "desire", "instruction", "order", "choice",
     "function", "test", "key", "method", "focus", "tactic", "motive", "proposal", "demand", "responsibility"}
)  # fmt: skip
"""Subjects of "is to" of which it says what they are: "the aim is to end it"."""
SERVING = frozenset({"get", "give", "send", "tell", "show", "bring", "take", "walk"})
"""What a spokesman does for those who ask him: "we'll get you the date"."""


def is_unforeseen(verb: Token) -> bool:
    """Whether the verb under a modal tells of nothing that will come about."""
    of_itself = _is_service(verb) or _is_whereabouts(verb) or _is_of_agenda(verb) or _is_guess(verb)
    return (
        of_itself
        or _is_asked_for(verb)
        or _is_calendar(verb)
        or _is_wished_belief(verb)
        or _is_unchanged(verb)
        or _is_wish(verb)
        or _is_duty(verb)
        or _is_sight(verb)
        or _is_norm(verb)
    )


def _modals(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"]


def _is_wish(verb: Token) -> bool:
    """ "May the harvest be a good one": the modal before the subject, and no question."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    may = [m for m in _modals(verb) if m.lower_ == "may"]
    return bool(may and subjects) and all(m.i < s.left_edge.i for m in may for s in subjects)


def _is_duty(verb: Token) -> bool:
    """ "They could and should be stopped": what ought to be."""
    said = {t.lower_ for m in _modals(verb) for t in (m, *m.conjuncts)}
    return len(said) > 1 and bool(said & DUTY)


def _is_sight(verb: Token) -> bool:
    """ "Smoke could be seen over the town": seen, and not foreseen."""
    return verb.lemma_ in PERCEIVED and is_passive(verb) and any(m.lower_ == "could" for m in _modals(verb))


GUESSING = frozenset({"may", "might", "could"})


def _is_guess(verb: Token) -> bool:
    """ "There may be hundreds more": how things may stand now, unless a day to come is named."""
    there = verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children)
    dated = any(t.ent_type_ in {"DATE", "TIME"} or t.lower_ in {"soon", "later", "next"} for t in verb.subtree)
    counted = any(c.dep_ == "attr" and _is_counted(c) for c in verb.children)
    return there and counted and not dated and any(m.lower_ in GUESSING for m in _modals(verb))


def _is_counted(thing: Token) -> bool:
    return thing.lemma_ in COUNTS or any(c.dep_ == "nummod" or c.lemma_ in COUNTS for c in thing.lefts)


COUNTS = frozenset({"dozen", "hundred", "thousand", "million", "score"})


def _is_norm(verb: Token) -> bool:
    """ "No gain by force shall be recognised": a rule; "we shall return" foresees."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    ours = any(c.lower_ in OWN for c in subjects)
    return any(m.lower_ == "shall" for m in _modals(verb)) and bool(subjects) and not ours


def _is_service(verb: Token) -> bool:
    """ "We'll get you the date", "I'll go first", "I'll come to your question": said of the talk itself."""
    ours = any(c.dep_ == "nsubj" and c.lower_ in OWN for c in verb.children)
    served = any(c.dep_ in {"dative", "dobj"} and c.lower_ == "you" for c in verb.children)
    first = verb.lemma_ in {"go", "start"} and any(c.lower_ == "first" for c in verb.children)
    turned = verb.lemma_ in {"come", "get", "return", "turn", "go"} and any(
        c.dep_ == "pobj" and c.lemma_ in {"question", "point"}
        for to in verb.children
        if to.dep_ == "prep" and to.lower_ == "to"
        for c in to.children
    )
    return ours and ((served and verb.lemma_ in SERVING) or first or turned)


ASSURING = frozenset({"guarantee", "assurance", "condition", "requirement", "demand"})
ASKING = frozenset({"propose", "demand", "seek", "want", "urge", "request", "suggest", "offer", "reject"})


def _is_asked_for(verb: Token) -> bool:
    """ "Guarantees that there will be no war", "proposed a truce that would begin in May": what somebody wants."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in {"VERB", "AUX"}:
        first = first.head
    if first.dep_ not in {"acl", "ccomp", "relcl"} or first.head.pos_ != "NOUN":
        return False
    thing = first.head
    return thing.lemma_ in ASSURING or (
        first.dep_ == "relcl" and thing.dep_ == "dobj" and thing.head.lemma_ in ASKING and not _is_ahead(thing.head)
    )


def _is_ahead(verb: Token) -> bool:
    """ "Will offer a plan that will end it": what is foreseen itself."""
    return bool(_modals(verb))


BELIEVING = frozenset({"believe", "think", "hope", "know", "feel"})


def _is_wished_belief(verb: Token) -> bool:
    """ "Lets them return and believe that they will be safe": what others are to believe, and nobody foresees."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.tag_ != "VB" or above.lemma_ not in BELIEVING:
        return False
    while above.dep_ == "conj" and above.head.tag_ == "VB":
        above = above.head
    return above.dep_ in {"xcomp", "acl", "advcl", "relcl", "ccomp"} and any(c.tag_ == "TO" for c in above.children)


MOMENTS = frozenset({"day", "week", "month", "year", "anniversary", "birthday", "holiday", "moment"})


def _is_calendar(verb: Token) -> bool:
    """ "Tomorrow will be a month", "the talks on Friday, which will gather them": said of the day."""
    told = [c for c in verb.children if c.dep_ == "attr" and c.lemma_ in MOMENTS]
    of_day = verb.dep_ == "relcl" and verb.head.ent_type_ in {"DATE", "TIME"}
    return of_day or (
        verb.lemma_ == "be" and bool(told) and any(m.lower_ in {"will", "’ll", "'ll"} for m in _modals(verb))
    )


FANCY = frozenset({"would", "could", "might", "'d", "’d"})


def is_unreal(verb: Token) -> bool:
    """ "We could meet there if you had paid", "I wouldn't be here if I thought so": as things are, it won't be.

    For words as they were said; in a report "if they paid" is what was said as "if they pay".
    """
    if not any(m.lower_ in FANCY for m in _modals(verb)):
        return False
    conditions = [c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ == "if" for m in c.children)]
    return any(_is_past(c) for c in conditions)


def _is_past(clause: Token) -> bool:
    """ "If they had paid", "if there were a port"; not "if they were to pay"."""
    past = clause.tag_ == "VBD" or any(c.dep_ == "aux" and c.tag_ == "VBD" for c in clause.children)
    to_come = clause.lemma_ == "be" and any(c.dep_ == "xcomp" for c in clause.children)
    return past and not to_come


def _is_unchanged(verb: Token) -> bool:
    """ "That will not change": of a message or a course, which stays what it is."""
    who = [c for c in verb.children if c.dep_ == "nsubj"]
    negated = any(c.dep_ == "neg" for c in verb.children)
    return verb.lemma_ == "change" and negated and bool(who) and who[0].lower_ in {"that", "this", "it"}


def _is_whereabouts(verb: Token) -> bool:
    """ "She will be in Oslo today": a visit, if anything; "the talks will be in Oslo" foresees."""
    who = [c for c in verb.children if c.dep_ == "nsubj"]
    is_person = any(t.ent_type_ == "PERSON" or t.lower_ in PERSONS for t in who)
    towns = [g for c in verb.children if c.lower_ == "in" for g in c.children if g.ent_type_ == "GPE"]
    is_due = any(c.dep_ == "acomp" for c in verb.children)  # "is due in Oslo"
    return verb.lemma_ == "be" and is_person and bool(towns) and not is_due


PERSONS = frozenset({"he", "she", "i", "we", "they"})


TURNING = frozenset({"focus", "concentrate", "centre", "center"})


def _is_of_agenda(verb: Token) -> bool:
    """ "We will focus on the port": what a course or a talk is about, neither promised nor foreseen."""
    return verb.lemma_ in TURNING and bool(_modals(verb)) and any(c.lower_ == "on" for c in verb.children)


def is_term(verb: Token, papers: Container[str]) -> bool:
    """ "Under the plan, Uganda would leave", "the plan would open the port": what is proposed."""
    under = [t for c in verb.children if c.lower_ == "under" for t in c.children]
    if verb.dep_ == "relcl" and any(c.lower_ in {"whereby", "wherein"} for c in verb.children):
        return True  # "a compromise whereby Uganda would leave"
    return any(t.lemma_.lower() in papers for t in (*under, *(c for c in verb.children if c.dep_ == "nsubj")))
