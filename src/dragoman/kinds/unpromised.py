"""Words about one's own deeds that promise nothing: warnings, threats with a condition, hopes, what others only ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import is_first_person, prepositional, subjects
from dragoman.annotate.phrases import is_question
from dragoman.annotate.voices import source_actor
from dragoman.kinds.deeds import doing
from dragoman.kinds.unasked import REPORTER, TURN
from dragoman.kinds.voice import voices_at
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.kinds.future_words import FutureWords
    from dragoman.parsed import Token

SHOULD = frozenset({"case", "event", "response", "answer", "reaction"})
"""Nouns after "in" that name what a threat is to answer: "in case of a raid"."""
ACTING = frozenset({"act", "react", "move", "answer", "reply"})
AGAINST = frozenset({"against", "oppose", "resist", "confront", "counter", "isolate", "deter"})


def is_threat_if(root: Token) -> bool:
    """ "If they go on, we will rally the others against it": a threat with a condition that another is to heed."""
    for clause in (c for c in root.children if c.dep_ == "advcl" and any(m.lower_ == "if" for m in c.children)):
        others = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} and not is_first_person(c)]
        condition = set(clause.subtree)
        if others and any(t.lemma_.lower() in AGAINST for t in root.subtree if t not in condition):
            return True
    return False


def is_price(verb: Token) -> bool:
    """ "We will pay a steep price", "a higher cost": what one warns of, and neither promises nor foresees."""
    paid = [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_ == "pay" else []
    return any(c.lemma_ == "price" or (c.lemma_ == "cost" and any(t.tag_ == "JJR" for t in c.lefts)) for c in paid)


HOPING = frozenset({"hope", "wish", "pray"})


def warns(annotated: Annotated, verb: Token, root: Token, words: FutureWords) -> bool:
    """ "Warned it will go on with its raids", "will take measures in case of a raid", "will act firmly": no promise.

    `root` is the word that the subject hangs on; `words.measure` are what is taken against others, `words.firm` the
    adverbs of acting so.
    """
    said = next(iter(voices_at(annotated, root.idx)), None)
    cue = " ".join(annotated.article.text[cue.start : cue.end] for cue in said.cue).lower() if said else ""
    return "warn" in cue or "threaten" in cue or _is_menace(verb, words)


def _is_menace(verb: Token, words: FutureWords) -> bool:
    if verb.lemma_ in ACTING:
        return any(c.lower_ in words.firm for c in verb.children)
    taken = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in words.measure]
    return bool(taken) and any(t.lower_ in SHOULD for head in (verb, *taken) for t in prepositional(head, ("in",)))


def is_hoped_for(root: Token) -> bool:
    """ "We hope it will help the farmers": no promise of anybody's."""
    return root.dep_ == "ccomp" and root.head.lemma_ in HOPING


def is_askers_own(annotated: Annotated, root: Token) -> bool:
    """ "QUESTION: He said we will rejoin it": the "we" of whom the asker quotes, who is not the one he asks."""
    said = voices_at(annotated, root.idx)
    turn = said[-1] if said and said[-1].rule == TURN else None
    speaker = source_actor(annotated, turn) if turn is not None else None
    asks = speaker is not None and speaker.name == REPORTER
    return asks and any(is_first_person(token) for token in subjects(root))


LEADERS = frozenset({"leaders", "the leaders", "officials", "ministers"})


def is_nobodys(by: Actor) -> bool:
    """ "Leaders": of whom a text doesn't tell whose they are."""
    return by.kind == "group" and by.side is None and by.name.lower() in LEADERS


SAYING = frozenset({"say", "suggest", "claim", "think", "mean", "assume"})


def is_only_asked(head: Token) -> bool:
    """ "Did you get a commitment from Kenya?", "you're not saying that they have committed to it": none is told."""
    above = head.head
    denied = head.dep_ == "ccomp" and above.lemma_ in SAYING and any(c.dep_ == "neg" for c in above.children)
    return denied or is_question(head)


EFFORTS = frozenset({"effort", "step", "work", "thing", "lot", "everything", "all"})
"""What names no deed by itself."""
REACH = 10
"""Tokens in which an aim stands, which the parser may hang elsewhere."""
OWN_SHARE = frozenset({"best", "part", "utmost"})
"""What one does as far as one can."""
CLAUSES = frozenset({"acl", "advcl", "xcomp", "ccomp", "conj"})


def is_empty(verb: Token) -> bool:
    """ "We'll do everything we can", "we will go on making efforts": nothing that anybody could be held to."""
    deed = doing(verb)
    things = [c for c in deed.children if c.dep_ == "dobj"]
    if _is_borne(deed, things) or _is_silence(deed):
        return True
    idle = EFFORTS | OWN_SHARE if deed.lemma_ == "do" else EFFORTS
    if deed.lemma_ not in {"do", "make", "take"} or len(things) != 1 or things[0].lemma_ not in idle:
        return False
    below = [c for t in {verb, deed, things[0]} for c in t.children if c.i > verb.i and c != deed]
    after = deed.doc[deed.i + 1 : min(deed.i + REACH, deed.sent.end)]
    aims = (t.head for t in (*after, *(t for c in below if c.i > deed.i for t in c.subtree)) if t.tag_ == "TO")
    aimed = any(_is_aim(aim) for aim in aims)
    return not aimed and not any((c.dep_ in CLAUSES and _is_aim(c)) or _is_of_matter(c) for c in below)


def _is_silence(verb: Token) -> bool:
    """ "I will refrain from commenting": an answer that is withheld."""
    kept = [t for c in verb.children if c.dep_ == "prep" and c.lower_ == "from" for t in c.children]
    return verb.lemma_ in {"refrain", "abstain"} and any(t.lemma_ in {"comment", "speculate", "speak"} for t in kept)


def _is_aim(aim: Token) -> bool:
    """ "To end the raids"; not "to help ensure that", which names nothing."""
    told = [t for t in aim.subtree if t.pos_ in {"NOUN", "PROPN", "VERB"} and t.dep_ not in {"aux", "advcl"}]
    return any(t.lemma_ not in SERVING for t in told) or aim.lemma_ not in SERVING


SERVING = frozenset({"help", "ensure", "support", "do", "assist"})


BORNE = frozenset({"loss", "consequence", "hardship", "damage"})


def _is_borne(verb: Token, things: list[Token]) -> bool:
    """ "We will pay a price for it", "will suffer losses": what happens to those who speak."""
    is_suffered = verb.lemma_ in {"pay", "suffer", "bear", "face", "incur"} and any(t.lemma_ in BORNE for t in things)
    return is_suffered or is_price(verb)


def _is_of_matter(word: Token) -> bool:
    """ "Efforts towards a truce", "more steps at the border"; not "work now", "everything as a mediator"."""
    of_work = word.lower_ == "of" and all(t.lemma_ in EFFORTS for t in word.children)
    return word.dep_ == "prep" and word.lower_ not in {"as", "in", "between", "by", "on"} and not of_work
