"""What never came about, or isn't told to have: past plans, talks that did not take place, wishes to resume them.

`annotate.status` reads the words right above an event; here stands what the whole clause makes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import VERBAL
from dragoman.annotate.status import whole_of
from dragoman.kinds.meeting import AHEAD
from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.types import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

TABLE = "kinds/contact_words"
REACH = 4
"""Verbs above an event that are asked: "had been due to fly to Oslo to hold talks"."""
BELOW = frozenset({"xcomp", "acomp", "dobj", "nsubjpass", "pobj", "prep", "acl", "advcl", "conj", "relcl"})
NOT = frozenset({"no", "not", "n't", "n’t", "never", "neither"})


def became(event: Token, status: EventStatus, lexicon: Lexicon) -> EventStatus:
    """The status of an event that words further off than its own tell otherwise; else the one that is given.

    "Had planned to meet" is cancelled, "did not take place" and "no plans for a meeting" are denied, "hopes to restart
    talks" is proposed, and talks that somebody hasn't confirmed to attend are planned.
    """
    if status in {"cancelled", "denied"}:
        return status
    if was_only_planned(event, lexicon):
        return "cancelled"
    if _never_took_place(event, lexicon) or _is_of_no_plan(event, lexicon):
        return "denied"
    if status == "held" and _is_wished(event, lexicon):
        return "proposed"
    if status in {"held", "ongoing"} and _is_awaited(event, lexicon):
        return "planned"
    if status in AHEAD and status != "planned" and _is_running(event, lexicon):
        return "ongoing"
    return status


def _above(event: Token) -> list[Token]:
    """The verbs and adjectives that govern an event, nearest first, while they say what becomes of it."""
    token = whole_of(event) if event.pos_ == "NOUN" else event
    found: list[Token] = [event] if event.pos_ in VERBAL else []
    while len(found) < REACH and token.dep_ in BELOW and token.head != token:
        joined = token.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
        if joined or (token.dep_ in {"advcl", "conj", "relcl"} and token.tag_ != "VB"):
            break
        token = token.head
        if token.pos_ in VERBAL or token.pos_ == "ADJ":
            found.append(token)
    return found


def was_only_planned(event: Token, lexicon: Lexicon) -> bool:
    """ "They had planned to meet", "had been due to meet", "were supposed to meet", "was to have met": nobody says so.

    A plan told in the perfect of the past is one that something has overtaken.
    """
    planning = lexicon.words(TABLE, "planning")
    for verb in _above(event):
        if verb.lemma_.lower() not in planning and verb.lower_ not in planning:
            continue
        be = verb.head if verb.pos_ == "ADJ" and verb.dep_ == "acomp" else verb
        forms = [c for c in be.children if c.dep_ in {"aux", "auxpass"}]
        if any(t.lower_ == "had" for t in forms):
            return True
        if verb.lemma_ == "suppose" and any(t.lower_ in {"was", "were"} for t in forms):
            return True
    return _is_to_have(event)


def _is_to_have(event: Token) -> bool:
    """ "She was to have met him on Friday"."""
    if event.pos_ != "VERB" or event.tag_ != "VBN" or event.dep_ != "xcomp" or event.head.lemma_ != "be":
        return False
    auxiliaries = {c.lower_ for c in event.children if c.dep_ == "aux"}
    return event.head.tag_ == "VBD" and auxiliaries >= {"to", "have"}


def is_unreal(event: Token) -> bool:
    """ "She would have met him": on a condition that isn't so; not "will have met by then"."""
    folly = load_lexicon().words("kinds/future_words", "folly")
    above = [t for verb in _above(event) for t in (verb, *(c for c in verb.children if c.dep_ == "acomp"))]
    if any(t.pos_ == "ADJ" and t.lemma_.lower() in folly for t in above):
        return True  # "too early to reopen talks"
    verbs = [event, event.head] if event.dep_ in {"xcomp", "dobj"} else [event]
    for verb in verbs:
        auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
        if (
            verb.pos_ == "VERB"
            and verb.tag_ == "VBN"
            and auxiliaries & {"would", "could", "might"}
            and "have" in auxiliaries
        ):
            return True
    return False


def _never_took_place(event: Token, lexicon: Lexicon) -> bool:
    """ "The meeting did not take place", "talks never got under way"."""
    whole = whole_of(event)
    verb = whole.head
    if event.pos_ != "NOUN" or whole.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ not in VERBAL:
        return False
    negated = any(c.dep_ == "neg" or c.lower_ in NOT for c in verb.children if c.i < verb.i)
    ahead = any(c.tag_ == "MD" for c in verb.children)
    return negated and not ahead and verb.lemma_.lower() in lexicon.words(TABLE, "occurring")


def _is_of_no_plan(event: Token, lexicon: Lexicon) -> bool:
    """ "There are no plans for a meeting", "no date has been set for talks"."""
    token = whole_of(event) if event.pos_ == "NOUN" else event
    nouns: list[Token] = []
    while len(nouns) < 2 and token.dep_ in {"pobj", "prep", "acl", "dobj"} and token.head != token:
        token = token.head
        nouns += [token] if token.pos_ == "NOUN" else []
        if token.pos_ in VERBAL and token.tag_ != "VB":
            break
    return any(
        noun.lemma_.lower() in lexicon.words(TABLE, "intention") and any(c.lower_ in NOT for c in noun.lefts)
        for noun in nouns
    )


def _is_wished(event: Token, lexicon: Lexicon) -> bool:
    """ "Norway hopes to restart talks": the verb over that of beginning tells that it is only wished."""
    verbs, wishing = _above(event), lexicon.words(TABLE, "wishing")
    for lower, upper in zip(verbs, verbs[1:], strict=False):
        is_to = lower.tag_ == "VB" and any(c.lower_ == "to" for c in lower.children)
        if is_to and upper.lemma_.lower() in wishing:
            return True
    return False


def _is_awaited(event: Token, lexicon: Lexicon) -> bool:
    """ "Neither confirmed their participation in the talks": they are still to come."""
    whole = whole_of(event)
    part = whole.head.head if whole.dep_ == "pobj" else whole
    if part.lemma_.lower() not in lexicon.words(TABLE, "presence") or part.dep_ not in {"dobj", "nsubjpass"}:
        return False
    return part.head.lemma_.lower() in lexicon.words(TABLE, "assuring")


def _is_running(event: Token, lexicon: Lexicon) -> bool:
    """ "They doubt that the current talks will bring peace": what is doubted is the peace."""
    whole = whole_of(event)
    current = lexicon.words(TABLE, "running")
    if event.pos_ != "NOUN":
        return False
    if whole.dep_ == "pobj" and whole.head.lower_ in {"in", "at", "during"}:  # "acts in bad faith in the talks"
        verb = next((t for t in whole.ancestors if t.pos_ in VERBAL), None)
        is_now = verb is not None and verb.tag_ == "VBG" and verb.dep_ in {"ccomp", "relcl", "ROOT", "conj"}
        if is_now and verb is not None and any(c.tag_ in {"VBZ", "VBP"} for c in verb.children if c.dep_ == "aux"):
            return True
    return any(c.lower_ in current for n in {event, whole} for c in n.lefts)
