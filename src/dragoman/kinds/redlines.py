"""Red lines: what a party says it will never have ("will never let Kenya arm"), or won't talk of ("not negotiable")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.annotate.phrases import is_question
from dragoman.kinds.asking import SUBJECTS, Wanted, askers, whole_content
from dragoman.kinds.asking_aloud import those_who_say
from dragoman.kinds.frames import Met, clause_words, parties_at
from dragoman.kinds.terms import issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

AHEAD = frozenset({"will", "would", "can", "could", "shall", "wo", "ca", "'ll", "’ll", "must"})
NEVER = frozenset({"never", "not", "n't", "n’t"})
LETTING = frozenset({"let", "allow", "permit", "tolerate", "stand", "countenance", "brook"})
AGAIN = frozenset({"reopen", "renegotiate"})
"""Verbs of what is settled and shall stay so: a line, whatever the deal is about."""
AT_HOME = frozenset({"bill", "law", "legislation", "budget"})
"""What a parliament passes, and no other party asks."""
ANY = frozenset({"any", "no"})
BARRED = frozenset({"off", "beyond"})
"""Prepositions before the table at which nothing is dealt."""


WHEN_DENIED = frozenset({"acceptable", "tolerable", "admissible"})
"""What is barred when it is said not to be so."""

BY_ITSELF = frozenset({"unacceptable", "intolerable", "impermissible"})
"""What is barred by being called so."""


def never(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Will never let Kenya arm", "will not accept any deal without guarantees": what a party won't have.

    An offer that is refused ("will not accept the plan") is answered; a line is drawn of what may come.
    """
    verb = met.head
    below = {c.lower_ for c in verb.children if c.dep_ in {"neg", "aux", "advmod"}}
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ == "refuse" and verb.lemma_ in AGAIN
    if not (refused or (below & NEVER and below & AHEAD)) or is_question(verb):
        return None
    things = objects(verb) or prepositional(verb, ("to", "on", "with"))
    clauses = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i]
    if not things and not clauses:
        return None
    named = (*things, *(c for clause in clauses for c in clause.children if c.dep_ in SUBJECTS))
    if any(t.pos_ == "PRON" and t.lower_ not in {"you", "them"} for t in named[:1]):
        return None  # "will not let it happen"
    if any(t.lemma_ in AT_HOME for t in things):
        return None
    offered = lexicon.words("kinds/offer_words", "plan") | lexicon.words("kinds/offer_words", "truce")
    of_any = any(c.lower_ in ANY for t in things[:1] for c in t.lefts)
    if verb.lemma_ in AGAIN:
        return Wanted((verb,), askers(annotated, verb), bare=True) if things else None
    if verb.lemma_ not in LETTING and not of_any and any(t.lemma_.lower() in offered for t in things):
        return None
    doers = [c for clause in clauses for c in clause.children if c.dep_ in SUBJECTS]
    vague = issue_at(annotated, clause_words(verb), lexicon) == "other"
    if vague and not (verb.lemma_ in LETTING and parties_at(annotated, doers)):
        return None
    return Wanted((verb,), askers(annotated, verb), tuple(doers), bare=True)


def drawn(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Called the presidency a red line", "sees any bridge as a red line": what is called so."""
    line = met.head
    if not any(c.lower_ == "red" for c in line.lefts):
        return None
    verb = line.head.head if line.dep_ == "pobj" and line.head.lower_ == "as" else line.head
    judging = lexicon.words("kinds/response", "judge") | {"see", "view", "regard"}
    if verb.lemma_.lower() not in judging or (line.dep_ not in {"oprd", "attr"} and line.head.lower_ != "as"):
        return None
    things = [t for t in objects(verb) if t != line and t.pos_ != "PRON"]
    return Wanted((verb,), askers(annotated, verb), bare=True) if things else None


def barred(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Their return is not negotiable", "giving up the port is out of the question": what a party won't talk of."""
    word = met.head
    phrase = _barring(word)
    if phrase is None:
        return drawn(annotated, met, lexicon)
    verb = phrase.head
    things = [c for c in verb.children if c.dep_ in {*SUBJECTS, "csubj"} and c.i < verb.i]
    if not things or things[0].pos_ == "PRON":
        return None
    owners = [c for c in word.lefts if c.dep_ == "poss"] or prepositional(word, ("for",))
    own = parties_at(annotated, owners) if word.dep_ == "attr" else ()
    vague = issue_at(annotated, whole_content(things[0], bare=False), lexicon) == "other"
    whose = [c for c in things[0].lefts if c.dep_ == "poss"]
    is_deed = bool(parties_at(annotated, whose))
    is_loose = word.lower_ in BY_ITSELF or (vague and things[0].dep_ != "csubj")
    if is_loose and not own and not is_deed:
        return None
    return Wanted((verb,), own or those_who_say(annotated, word.idx), tuple(whose))


def _barring(word: Token) -> Token | None:
    """The part of the predicate by which something is barred: "negotiable", "out of the question", "off the table"."""
    verb = word.head
    denied = any(c.dep_ == "neg" for c in verb.children)
    if word.pos_ == "ADJ" and word.lower_ in BY_ITSELF:
        return word if not denied and word.dep_ in {"acomp", "attr"} else None
    if word.pos_ == "ADJ":
        is_non = "non" in word.lower_ or any(c.lower_ in {"non", "non-"} for c in word.lefts)
        wanted = denied != is_non if word.lower_.endswith("negotiable") else denied == (word.lower_ in WHEN_DENIED)
        return word if wanted and word.dep_ in {"acomp", "attr"} else None
    if word.dep_ == "attr":  # "is Kenya's red line"
        return word if not denied and any(c.lower_ == "red" for c in word.lefts) else None
    if word.dep_ != "pobj":
        return None
    near = word.head
    if near.head.lower_ == "up" and near.lower_ == "for":  # "is not up for negotiation"
        return (
            near.head
            if near.head.head.lemma_ == "be" and any(c.dep_ == "neg" for c in near.head.head.children)
            else None
        )
    if word.lemma_ == "question":
        return near.head if near.lower_ == "of" and near.head.lower_ == "out" else None
    outer = near.head.pos_ in {"VERB", "AUX"} and any(c.dep_ == "neg" for c in near.head.children)
    is_off = near.lower_ in BARRED or (near.lower_ in {"on", "for"} and outer)
    return near if is_off and near.head.lemma_ in {"be", "remain", "stay"} else None
