"""Words read as a statement that state nothing: courtesies of a speech, standing views, what wasn't said, gestures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.held import mentions_over
from dragoman.annotate.phrases import is_question
from dragoman.annotate.voices import author, source_actor
from dragoman.kinds.finders.worded import KNOWING, cue_verb, is_own
from dragoman.kinds.voice import is_address
from dragoman.kinds.wordless import has_verb
from dragoman.types import Annotated, Attribution

if TYPE_CHECKING:
    from dragoman.parsed import Token

THANKS = frozenset({"thank", "grateful", "thankful"})
AWARE = frozenset({"aware", "know", "understand", "agree", "see", "feel"})
LISTENERS = frozenset({"you", "each", "everyone", "everybody", "all", "those"})
VIEWING = frozenset({"consider", "regard", "view", "see", "deem"})
POINTING = frozenset({"this", "that", "it", "these", "those", "so", "them"})
"""Contents that stand for something said elsewhere."""
ASKING = ("asked.", "said.")
MOST_BEFORE = 20
"""Words that hang before a verb at the most; more only where the parse is lost."""
LOOKED_AT = 200
"""Characters of a content that tell whether it is a courtesy."""


def is_unstated(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether nothing is stated though a word of saying, thinking or praising stands there."""
    cue = cue_verb(annotated, attribution)
    if cue is None or attribution.form == "direct":
        return False
    first, last = attribution.content[0].start, attribution.content[-1].end
    said = annotated.article.text[first : min(last, first + LOOKED_AT)].lower().split()
    if not said or (len(attribution.content) == 1 and " ".join(said) in POINTING):
        return True
    own = is_own(annotated, attribution)
    return (
        (own and _is_courtesy(annotated, attribution, cue, said))
        or _is_standing_view(cue)
        or (attribution.form == "indirect" and _is_wanted_of_another(cue))
        or _is_weighed(annotated, attribution, cue)
        or _is_gesture(annotated, attribution, cue)
        or _is_said_by_none(cue)
        or _is_asked_about(annotated, attribution, cue)
    )


def _is_courtesy(annotated: Annotated, attribution: Attribution, cue: Token, said: list[str]) -> bool:
    """ "I thank those who ...", "I am sure you are aware", "we know that ..." in a speech: to and of its hearers."""
    if attribution.depth or not is_address(annotated):
        return False
    if {t.lemma_.lower() for t in (cue, *cue.children)} & THANKS:
        return not _names_another(annotated, attribution)
    first = said[1] if said[0] == "that" and len(said) > 1 else said[0]
    to_listeners = attribution.rule.startswith("thought.") and first in LISTENERS and bool(set(said) & AWARE)
    return to_listeners or cue.lemma_.lower() in KNOWING


def _names_another(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether a party other than the one that issues the text is thanked."""
    own = author(annotated)
    thanked = (annotated.actors[i] for m in mentions_over(annotated, attribution.content[0]) for i in m.actors)
    return any(actor.side and (own is None or actor.side != own.side) for actor in thanked)


def _is_wanted_of_another(cue: Token) -> bool:
    """ "Kenya wants Uganda to leave", "wants a truce": a demand, of which no words are told; not "I want", "to go"."""
    if cue.lemma_ != "want" or any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in cue.lefts):
        return False
    below = [c for c in cue.rights if c.dep_ in {"ccomp", "xcomp"}]
    return not below or any(c.dep_ in {"nsubj", "nsubjpass"} for clause in below for c in clause.lefts)


def _is_standing_view(cue: Token) -> bool:
    """ "The group is considered a terrorist one by the council": how it is ranked, and nobody's words."""
    return cue.lemma_ in VIEWING and cue.tag_ == "VBN" and any(c.dep_ in {"auxpass", "agent"} for c in cue.children)


def _is_weighed(annotated: Annotated, attribution: Attribution, cue: Token) -> bool:
    """ "I consider the messages", "wish them a peaceful feast", "he was referring to the accord": nothing thought."""
    if cue.lemma_ == "refer" or (cue.lemma_ == "consider" and any(_is_plan(c) for c in cue.children)):
        return True
    if cue.lemma_ not in {"consider", "wish"} or has_verb(annotated, attribution.content):
        return False
    return not any(c.dep_ in {"oprd", "acomp", "xcomp", "ccomp"} or c.lower_ == "as" for c in cue.children)


def _is_plan(clause: Token) -> bool:
    """ "Has been considering lifting the tariffs": what is weighed to do."""
    return clause.tag_ == "VBG" and clause.dep_ in {"xcomp", "pcomp"}


def _is_gesture(annotated: Annotated, attribution: Attribution, cue: Token) -> bool:
    """ "Welcome home Ana Torv", "appeal to the conscripts", "reported on the budget": to whom or on what, not what."""
    if cue.lemma_ not in {"welcome", "appeal", "report"} or has_verb(annotated, attribution.content):
        return False
    if cue.lemma_ == "welcome" and _is_received(annotated, cue):
        return True
    last = annotated.article.text[attribution.cue[-1].start : attribution.cue[-1].end].lower().split()[-1]
    return (cue.lemma_ == "appeal" and last == "to") or (cue.lemma_ == "report" and last == "on")


def _is_received(annotated: Annotated, cue: Token) -> bool:
    """ "Welcome home Torv", "welcomed Torv to the palace": a guest is received, which is a contact."""
    if any(c.lower_ in {"home", "back"} for c in cue.children):
        return True
    persons = {m.head for m in annotated.mentions for i in m.actors if annotated.actors[i].kind == "person"}
    guests = [c for c in cue.rights if c.dep_ == "dobj" and c.i in persons]
    heads = [cue, *(t for guest in guests for t in (guest, *guest.conjuncts))]
    led = (c for t in heads for c in t.rights if c.lower_ == "to" and c.dep_ == "prep" and c.i > cue.i)
    return bool(guests) and any(_is_place(t) for to in led for t in to.children)


def _is_place(word: Token) -> bool:
    return word.dep_ == "pobj" and (word.ent_type_ in {"GPE", "LOC", "FAC", "ORG"} or word.pos_ == "PROPN")


def _is_said_by_none(cue: Token) -> bool:
    """ "Neither side has confirmed its part", "none of them said": what nobody said."""
    who = [c for c in cue.lefts if c.dep_ == "nsubj"] if cue.n_lefts < MOST_BEFORE else []
    return any(t.lower_ in {"neither", "none", "nobody"} for w in who for t in (w, *w.lefts))


def _is_asked_about(annotated: Annotated, attribution: Attribution, cue: Token) -> bool:
    """ "QUESTION: Would Kenya consider inviting them?": what a reporter asks, nobody said."""
    if not attribution.depth or not attribution.rule.startswith(ASKING) or not _is_turned_round(cue):
        return False
    outer = [one for one in annotated.speech if one.depth < attribution.depth and one.source and one.content]
    around = [one for one in outer if any(s.start <= cue.idx < s.end for s in one.content)]
    asker = source_actor(annotated, around[-1]) if around else None
    return asker is not None and asker.role == "reporter" and is_question(cue)


def _is_turned_round(cue: Token) -> bool:
    """ "Did they agree", "what have they indicated": a helping verb before the subject."""
    verb = cue
    while verb.dep_ in {"xcomp", "conj", "ccomp"} and not any(c.dep_ == "nsubj" for c in verb.children):
        verb = verb.head
    helping = [c.i for c in verb.children if c.dep_ == "aux"]
    subjects = [c.i for c in verb.children if c.dep_ == "nsubj"]
    return bool(helping and subjects) and min(helping) < min(subjects)
