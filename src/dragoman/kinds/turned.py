"""What turns a forecast round or away: "nobody expects it", "no sign that it will", "dashed hopes that it would"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.lexicon import load_lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/future_words"
NOBODY = frozenset({"nobody", "none", "few", "neither", "noone"})
OPEN = frozenset({"once", "when", "if", "because", "while", "until", "unless", "be"})
"""Last words of a clause that a dash or a slip of the tongue broke off."""
BROKEN = re.compile(
    r"\b(?:an?|the|of|to)\s+[–—]|\b(?:will|would|going to) [–—-]+ (?:we|I|they|he|she|it)\b(?! \w+ [–—])"
)
"""A dash behind a word that needs another: "there will be a – correct", "we will – we have been helping"."""
GOING_ON = frozenset({"continue", "change", "follow", "happen", "stay", "remain", "help", "work", "pass"})
FEW = 3
"""Words of a clause about "it" or "that" which say nothing by themselves: "that won't change"."""
NEEDING = frozenset({"enable", "include", "involve", "lack", "cover", "affect", "contain"})
"""Verbs that say nothing without an object."""
NO = frozenset({"no", "little", "few", "hardly", "scarcely"})


def is_denied(word: Token) -> bool:
    """Whether a word of expecting is negated: "doesn't expect", "nobody expects", "no expectation that"."""
    who = [c for c in word.children if c.dep_ in {"nsubj", "nsubjpass"}]
    nobody = any(
        t.lower_ in NOBODY or any(d.lower_ in NO for d in t.children) for t in who for t in (t, *_of_nobody(t))
    )
    before = (c for c in word.children if c.i < word.i and c.dep_ in {"neg", "det", "amod"})
    return nobody or any(c.dep_ == "neg" or c.lower_ in NO for c in before)


def is_undoubted(head: Token) -> bool:
    """ "There is no doubt that it will hold", "nobody doubts", "without a doubt": surely so."""
    before = head.nbor(-1).lower_ if head.i else ""
    beside = {c.lower_ for c in head.children} | {before}
    return head.lemma_.lower() in {"doubt", "doubtful"} and (
        is_denied(head) or bool(beside & {"without", "beyond", "no", "little"})
    )


def _of_nobody(subject: Token) -> list[Token]:
    """ "None of them": those who are counted stand below."""
    return [c for c in subject.children if c.dep_ == "amod" and c.lower_ in NOBODY]


def is_no_sign(head: Token) -> bool:
    """ "There is no guarantee that it will hold", "no sign that they will": said to be doubtful."""
    return head.lemma_.lower() in load_lexicon().words(TABLE, "sign") and is_denied(head)


def has_faded(head: Token) -> bool:
    """ "Hopes that it would hold have faded", "dashed hopes that it would": what nobody hopes for any more."""
    if head.pos_ != "NOUN":
        return False
    above = head.head if head.dep_ in {"nsubj", "nsubjpass", "dobj"} else None
    return above is not None and above.lemma_.lower() in load_lexicon().words(TABLE, "fading")


def is_dimmed(head: Token) -> bool:
    """ "The raid dimmed hopes that it would hold", "expectations that it will remain low": said to be doubtful."""
    if head.pos_ != "NOUN":
        return False
    above = head.head if head.dep_ in {"nsubj", "nsubjpass", "dobj"} else None
    beside = (above, *(c for c in above.children if c.dep_ == "acomp")) if above is not None else ()
    return any(t.lemma_.lower() in load_lexicon().words(TABLE, "dimming") for t in beside)


def is_cut_off(words: str, root: Token) -> bool:
    """ "The ferries will resume once", "the talks will also include", "is going to lack it": a broken clause."""
    said = words.lower().split()
    after = [c for c in root.children if c.i > root.i and not c.is_punct]
    alone = root.lemma_ in NEEDING and not after and not any(c.dep_ == "auxpass" for c in root.children)
    headless = said[0] in {"is", "are"} and root.dep_ != "conj"
    vague = len(said) <= FEW and said[0] in {"it", "that", "this", "all"} and root.lemma_ in GOING_ON
    return said[-1] in OPEN or said[-1].endswith("-") or alone or headless or vague or BROKEN.search(words) is not None


def is_of_idiom(verb: Token) -> bool:
    """ "Is set to meet", not "the table has been set to eat": only the first foresees anything."""
    return verb.lemma_ != "set" or not any(c.lower_ == "been" for c in verb.children)


def is_advised_against(verb: Token) -> bool:
    """ "Too early to expect a deal", "a mistake to expect it", "warned against expecting it": nobody expects it."""
    above, folly = verb.head, load_lexicon().words(TABLE, "folly")
    if verb.dep_ == "pcomp":
        return above.lower_ == "against"
    if verb.tag_ != "VB" or verb.dep_ not in {"xcomp", "ccomp", "advcl", "acl"}:
        return False
    return any(t.lemma_.lower() in folly for t in (above, *above.children) if t == above or t.dep_ in {"acomp", "attr"})
