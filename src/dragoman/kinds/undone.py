"""What never came about, or isn't told to have: past plans, talks that did not take place, wishes to resume them.

`annotate.status` reads the words right above an event; here stands what the whole clause makes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import VERBAL
from dragoman.annotate.status import whole_of
from dragoman.kinds.approaches import is_left, is_only_led_to
from dragoman.kinds.called_off import is_called_off
from dragoman.kinds.departing import is_still_to_come
from dragoman.kinds.meeting import AHEAD, DONE
from dragoman.kinds.readiness import readiness
from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.types import EventStatus

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/contact_words"
REACH = 4
"""Verbs above an event that are asked: "had been due to fly to Oslo to hold talks"."""
BELOW = frozenset({"xcomp", "acomp", "dobj", "nsubjpass", "pobj", "prep", "acl", "advcl", "conj", "relcl"})
NOT = frozenset({"no", "not", "n't", "n’t", "never", "neither"})


def became(event: Token, status: EventStatus, lexicon: Lexicon) -> EventStatus:
    """The status of an event that words further off than its own tell otherwise; else the one that is given.

    "Had planned to meet" is cancelled, "did not take place", "without meeting" and "no plans for a meeting" are denied,
    "hopes to restart talks" is proposed, and talks that somebody hasn't confirmed to attend are planned.
    """
    if status in {"cancelled", "denied"}:
        return status
    if _is_spoken_of(event):
        return "ongoing"
    if _is_first_to(event):
        return "held"
    is_off = is_called_off(event, lexicon) or was_only_planned(event, lexicon)
    if is_off or (status in DONE and (is_left(event) or _is_off(event))):
        return "cancelled"
    if _never_took_place(event, lexicon) or _is_of_no_plan(event, lexicon):
        return "denied"
    if status in DONE and (_is_forgone(event) or _is_untrue(event, lexicon)):
        return "denied"
    if status == "held" and (_is_wished(event, lexicon) or readiness(event) is not None or is_only_led_to(event)):
        return "proposed"
    if status in DONE and (_is_awaited(event, lexicon) or is_still_to_come(event)):
        return "planned"
    if status == "held" and _is_in(event):
        return "ongoing"
    if status == "proposed" and (uninvited := _without_guest(event)) is not None:
        return uninvited
    if status in AHEAD and status != "planned" and _is_running(event, lexicon):
        return "ongoing"
    return status


def _is_spoken_of(event: Token) -> bool:
    """ "Will discuss the state of the nuclear talks", "discussed their negotiations": that the talks go on."""
    whole = whole_of(event) if event.pos_ == "NOUN" else event
    is_process = event.lemma_.lower() in {"talk", "negotiation"} and event.tag_ == "NNS"
    is_dated = any(t.ent_type_ in {"DATE", "TIME"} or t.tag_ == "VBN" for t in whole.subtree)
    return is_process and whole.dep_ == "dobj" and whole.head.lemma_ in {"discuss", "address"} and not is_dated


def _is_first_to(event: Token) -> bool:
    """ "Becoming the first president to visit Kenya": she did, unless that is to come."""
    if event.tag_ != "VB" or event.i < event.sent.start + 2 or event.nbor(-1).lower_ != "to":
        return False
    noun = event.nbor(-2)  # whatever the parser hangs the infinitive on
    if noun.pos_ not in {"NOUN", "PROPN"} or not any(c.lower_ == "first" for c in noun.lefts):
        return False
    verb = noun.head
    ahead = any(c.tag_ == "MD" or c.lower_ == "to" for c in verb.children if c.dep_ == "aux")
    return verb.lemma_ in {"become", "be"} and not ahead


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
    if event.dep_ == "pcomp" and event.head.lower_ == "by" and _is_denied_ahead(event.head.head):
        return True  # "will not shame himself by calling her"
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


def _is_denied_ahead(verb: Token) -> bool:
    """ "Will not lose time": a verb denied for the time to come."""
    return {"neg", "aux"} <= {c.dep_ for c in verb.children} and any(c.tag_ == "MD" for c in verb.children)


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


FORGOING = frozenset({"without", "of", "than"})
"""The words right before what was left undone: "without", "instead of", "rather than"."""

INSTEAD = frozenset({"instead", "rather"})


def _is_forgone(event: Token) -> bool:
    """ "Left without meeting him", "flew home without holding talks", "instead of meeting him": it was not done."""
    token = whole_of(event) if event.pos_ == "NOUN" else event
    for _ in range(REACH):
        first = min([token.i, *(c.i for c in token.lefts if c.dep_ in {"aux", "amod", "det", "compound", "poss"})])
        before = [t.lower_ for t in token.doc[token.sent.start : first] if t.tag_ != "RB" or t.lower_ in INSTEAD][-2:]
        if before and before[-1] in FORGOING and (before[-1] == "without" or before[0] in INSTEAD):
            return True
        if any(c.lower_ == "zero" and c.dep_ in {"det", "nummod", "amod"} for c in token.lefts):
            return True
        is_same = token.dep_ == "dobj" or (token.dep_ == "conj" and token.tag_ == "VBG" == token.head.tag_)
        if not is_same or token.head.tag_ != "VBG":
            return False
        token = token.head
    return False


def _is_untrue(event: Token, lexicon: Lexicon) -> bool:
    """ "It is untrue that they met", "the report that they met was false", "it isn't true that they met"."""
    verb = next((t for t in _above(event) if t.dep_ in {"ccomp", "acl", "advcl"}), None)
    above = verb.head if verb is not None and any(c.lower_ == "that" for c in verb.children) else None
    if above is not None and above.pos_ == "NOUN" and above.dep_ == "nsubj":
        above = above.head
    be = above.head if above is not None and above.dep_ == "acomp" else above
    if be is None or be.lemma_ != "be":
        return False
    said = [c for c in be.children if c.dep_ == "acomp"]
    is_denied = any(c.dep_ == "neg" for c in be.children) and any(c.lemma_.lower() == "true" for c in said)
    return is_denied or any(c.lemma_.lower() in lexicon.words(TABLE, "untrue") for c in said)


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


def _is_in(event: Token) -> bool:
    """ "Are in talks", "has stayed in contact": they go on; not "are represented in the talks"."""
    whole = whole_of(event)
    be = whole.head.head
    if event.pos_ != "NOUN" or whole.dep_ != "pobj" or whole.head.lower_ != "in" or be.lemma_ not in BEING:
        return False
    return any(t.tag_ in {"VBZ", "VBP"} for t in (be, *(c for c in be.children if c.dep_ == "aux")))


BEING = frozenset({"be", "stay", "remain", "keep"})
STOPPED = frozenset({"hold", "ice", "standstill"})


def _is_off(event: Token) -> bool:
    """ "The talks are off", "have been on hold since May", "are at a standstill", "were broken off"."""
    whole = whole_of(event)
    be = whole.head
    if event.pos_ == "NOUN" and whole.dep_ in {"dobj", "nsubjpass"} and be.lemma_ == "break":
        paused = any(c.dep_ == "poss" for c in whole.lefts)  # "broke off their talks to lay a wreath"
        return not paused and any(c.lower_ == "off" for c in be.children)
    if event.pos_ != "NOUN" or whole.dep_ != "nsubj" or be.lemma_ not in {"be", "remain"}:
        return False
    on = [t.lemma_.lower() for c in be.children if c.lower_ in {"on", "at"} for t in c.children if t.dep_ == "pobj"]
    off = [c for c in be.children if c.lower_ == "off" and not any(True for _ in c.children)]
    return bool(off) or bool(STOPPED & set(on))


def _without_guest(event: Token) -> EventStatus | None:
    """ "Kenya was not invited to the summit": held without it, and one that it "is not invited to" is planned.

    None where nobody is told to have been left uninvited.
    """
    for verb in _above(event):
        forms = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
        if verb.lemma_ == "invite" and any(c.dep_ == "neg" for c in verb.children):
            return "held" if any(t.tag_ == "VBD" for t in forms) else "planned"
    return None


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
