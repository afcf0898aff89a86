"""Words about the future that foresee nothing: battle cries, verdicts ("it will be a great day"), habits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.parsed import Token

WITHOUT_BOUND = frozenset({"everything", "anything", "whatever"})
"""What nobody can be held to: "they will do everything to end the war", "we will look at everything"."""
ALL = frozenset(
    {"everyone", "everybody", "nobody", "none", "one", "nothing", "world", "history", "truth", "sun", "dawn", "you"}
)
"""Of whom an orator speaks: "no one will forgive", "the world will know", "you will always be such"."""
CONDITIONS = frozenset({"if", "unless", "once", "when"})


def is_cry(verb: Token, cries: frozenset[str]) -> bool:
    """ "We will win", "no lie will prevail", "they will do everything": said to hearten; not where a condition stands.

    `cries` are the lemmas of verbs of victory, defeat and memory.
    """
    if is_of_all(verb) or any(c.lower_ == "you" and c.dep_ == "nsubj" for c in verb.children):
        return True
    if any(c.dep_ == "advcl" and CONDITIONS & {m.lower_ for m in c.children} for c in verb.children):
        return False
    below = [t for c in verb.children for t in (c, *(c.children if c.dep_ == "prep" else ()))]
    if any(t.dep_ in {"dobj", "pobj"} and t.lower_ in WITHOUT_BOUND for t in below):
        return True
    return verb.lemma_.lower() in cries


def is_of_all(verb: Token) -> bool:
    """ "Everyone will see", "the world will know": whatever day is named; not "one of them" nor those who listen."""
    who = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and not c.conjuncts]
    return any(c.lower_ in ALL - {"you"} and not any(g.lower_ == "of" for g in c.children) for c in who)


THINGS_UNTOLD = frozenset({"nothing", "anything", "something", "everything", "much", "what"})
NEAR = 6
"""Tokens before a clause in which a pronoun is what the clause tells of."""
NEEDS_OBJECT = frozenset({"ensure", "provide", "announce", "make", "give", "bring", "take", "see", "guarantee", "want"})


def is_torso(root: Token) -> bool:
    """ "They will ensure", "there might be", "nothing that we could announce": what is foreseen isn't told."""
    after = [c for c in root.children if c.i > root.i and not c.is_punct and c.dep_ not in {"cc", "conj", "intj"}]
    if root.lemma_ == "be" and any(c.dep_ == "expl" and c.lower_ == "there" for c in root.children):
        return not any(c.dep_ in {"attr", "nsubj", "dobj"} for c in after)
    passive = any(c.dep_ == "auxpass" for c in root.children)
    if root.lemma_ in NEEDS_OBJECT and not after and not passive and root.dep_ not in {"relcl", "conj"}:
        return True
    first = root.left_edge
    before = root.doc[max(root.sent.start, first.i - NEAR) : first.i]
    return first.lower_ == "that" and not after and any(t.lower_ in THINGS_UNTOLD for t in before)


def is_praise(verb: Token, root: Token, states: frozenset[str]) -> bool:
    """ "It will be a great day", "this will be difficult": what is thought of it, not what will be.

    `root` is the word that the subject hangs on ("is going to be"). `states` are the words of what can come about
    ("ready", "part"), after which it is foreseen. "There will be ..." says that something comes about, and so does a
    name ("the next president will be Ana Torv").
    """
    if verb.lemma_ != "be" or any(c.dep_ == "expl" for c in root.children) or _is_on_condition(verb):
        return False
    told = [c for c in verb.children if c.dep_ in {"acomp", "attr"} and c.i > verb.i]
    around = [t for c in told for t in (c, *c.conjuncts)]
    return bool(told) and not any(t.lemma_.lower() in states or t.pos_ == "PROPN" for t in around)


def _is_on_condition(verb: Token) -> bool:
    """ "In that case the port will not be safe", "unless it opens, they will starve": what follows from another."""
    if any(c.dep_ == "advcl" and CONDITIONS & {m.lower_ for m in c.children} for c in verb.children):
        return True
    cases = [t for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" for t in c.children]
    return any(t.lemma_ in CASES for t in cases)


CASES = frozenset({"case", "event", "scenario", "circumstance"})


OFTEN = frozenset({"every", "each", "often", "always", "usually", "sometimes", "regularly", "repeatedly", "frequently"})


def is_habit(root: Token) -> bool:
    """ "Drones would fly over the town every night": what "would" happen again and again lies behind."""
    adverbs = (c for c in root.children if c.dep_ in {"npadvmod", "advmod"})
    return any(t.lower_ in OFTEN for c in adverbs for t in (c, *c.children))


def is_torn(words: str, root: Token) -> bool:
    """ "events that it said could be used": the words of a clause whose subject stands before another verb."""
    bare = words.split(" ")[0].lower()
    return bare in {"that", "which", "who"} and root.dep_ == "ccomp" and root.head.dep_ == "relcl"


MAY = frozenset({"can", "could", "may", "might", "should", "must"})
OWN = frozenset({"i", "we"})


def is_only_sayable(root: Token) -> bool:
    """ "Kenya can announce that it will leave", "could use May to announce a vote would be held": not said yet.

    "I can confirm that we will leave" says it.
    """
    verb = root.head if root.dep_ == "ccomp" else root
    while verb != root:
        if any(c.dep_ == "aux" and c.lower_ in MAY for c in verb.children):
            return not any(c.dep_ == "nsubj" and c.lower_ in OWN for c in verb.children)
        if verb.tag_ != "VB" or verb.dep_ not in {"xcomp", "advcl"}:
            return False
        verb = verb.head
    return False


MYTHS = frozenset({"myth", "lie", "fiction", "illusion", "misconception", "fallacy", "delusion", "fantasy"})


def is_mistaken(root: Token) -> bool:
    """ "are wrong if they think it will hold", "the myth is that it will hold": what others only believe.

    So is what something is said not to mean, or what one doesn't agree with ("that doesn't mean that we will leave").
    """
    above = root.head if root.dep_ == "ccomp" else root
    if above != root and above.lemma_ in {"mean", "agree"} and any(c.dep_ == "neg" for c in above.children):
        return True
    if root.dep_ in {"ccomp", "acl"} and any(
        t.lemma_.lower() in MYTHS for t in (above, *above.children) if t == above or t.dep_ in {"nsubj", "attr"}
    ):
        return True
    return above.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"if", "whether"} for c in above.children)
