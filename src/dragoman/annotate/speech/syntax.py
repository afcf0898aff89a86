"""What the parse says about a verb: who does it, what stands after it, which words it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.speech.cues import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.parsed import Token

RELATIVES = frozenset({"WDT", "WP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
HELPERS = frozenset({"aux", "auxpass", "neg"})
LONGEST_CHAIN = 8
"""Verbs in a row that may share one subject; longer chains are lists that the parser got wrong."""


def child(token: Token, *deps: str) -> Token | None:
    """The first child in one of these dependencies."""
    return next((kid for kid in token.children if kid.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive: "was told", or "told" after the noun it modifies."""
    return any(kid.dep_ in {"auxpass", "nsubjpass"} for kid in verb.children) or (
        verb.dep_ in {"acl", "advcl"} and verb.tag_ == "VBN"
    )


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(kid.dep_ == "aux" and kid.tag_ == "TO" for kid in verb.lefts)


def match_words(verb: Token, cue: Cue) -> tuple[Token, ...] | None:
    """The tokens of a cue's further words, found among the children; None when one is missing."""
    found: list[Token] = []
    for word in cue.words[1:]:
        holders = (verb, *found)
        match = next((kid for holder in holders for kid in holder.children if word in (kid.lemma_, kid.lower_)), None)
        if match is None or match.i < verb.i:
            return None
        found.append(match)
    return tuple(found)


def speaker_of(verb: Token) -> Token | None:
    """The head of the noun phrase that does the verb, own or shared; None for a passive without "by"."""
    if is_passive(verb):
        agent = child(verb, "agent")
        return child(agent, "pobj") if agent is not None else None
    return subject_of(verb)


def nearest_subject(verb: Token) -> Token | None:
    """The verb's own subject; of several, which a dateline or a vocative makes, the last before the verb."""
    before = [kid for kid in verb.lefts if kid.dep_ in SUBJECTS]
    return before[-1] if before else next((kid for kid in verb.rights if kid.dep_ in SUBJECTS), None)


def subject_of(verb: Token) -> Token | None:
    """The subject of the verb, followed upwards through shared subjects."""
    for _ in range(LONGEST_CHAIN):
        own = nearest_subject(verb)
        if own is not None:
            return own
        head = verb.head
        if head.i == verb.i:
            return None
        if verb.dep_ in {"acl", "relcl"}:
            return head
        if verb.dep_ == "xcomp":
            thing = child(head, "dobj")
            if thing is not None:
                return thing
        elif verb.dep_ in {"pcomp", "prep"} and head.dep_ == "prep":
            head = head.head
        elif verb.dep_ not in {"conj", "advcl", "pcomp", "dep", "ccomp"} or (
            verb.dep_ == "ccomp" and verb.tag_ != "VBG"
        ):
            return None
        if head.pos_ not in {"VERB", "AUX"}:
            return None
        verb = head
    return None


def shares_subject(verb: Token) -> bool:
    """Whether the verb takes its subject from the verb before it: '"No," she said, adding that ...'."""
    return verb.dep_ in {"conj", "advcl", "acl"} and child(verb, *SUBJECTS) is None


def helpers_of(verb: Token) -> Iterator[Token]:
    """The auxiliaries, the "not" and the adverbs right before the verb, the nearest first."""
    before = {kid.i: kid for kid in verb.lefts if kid.dep_ in HELPERS or kid.dep_ == "advmod"}
    at = verb.i - 1
    while at in before:
        yield before[at]
        at -= 1
