"""How the future is said: "will meet", "is to host", "is expected to fail", "threatens to collapse"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.clauses import is_passive
from dragoman.kinds.appointed import DATED, TO_COME, appointed, time_left
from dragoman.kinds.foreseen import described_from_afar
from dragoman.kinds.turned import is_of_idiom
from dragoman.kinds.unforeseen import AIMS
from dragoman.lexicon import Row

if TYPE_CHECKING:
    from dragoman.kinds.future_words import FutureWords
    from dragoman.parsed import Token

NEAR = 5
LEAN = "lean"
"""The place of words that lean towards what is foreseen: "threatens to", "hopes to", "on course to"."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
DESCRIBING = frozenset({"acl", "amod"})
FRAMING = frozenset({"VERB", "ADJ", "AUX", "ADP"})
"""What "set", "likely", "due" are taken for."""
TIMED = frozenset({"for", "on", "in"})


def foretold(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """The verb of what is to come, the word its subject hangs on, and the row of `token`; None where it tells none."""
    told = _modal(token, words) or _copula(token, words) or _frame(token, words) or _lean(token, words)
    return told or _timetable(token, words) or appointed(token, words) or time_left(token, words)


def _modal(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """ "will meet", "might collapse", "is going to meet": the verb, the word its subject hangs on, the row."""
    if token.lower_ == "going" and token.tag_ == "VBG":
        below = [c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
        moves = any(c.dep_ == "prep" and c.lower_ == "to" for c in token.children)  # "are going to Torv to demand"
        return (below[0], token, words.modal["going"]) if below and not moves else None
    row = words.modal.get(token.lower_)
    if row is None or token.dep_ != "aux" or token.tag_ != "MD":
        return None
    return token.head, token.head, row


def _copula(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """ "is to host": a form of be with nothing but an infinitive below it, said of somebody who can act."""
    if token.lemma_ != "be" or token.tag_ not in {"VBZ", "VBP", "VBD"} or token.dep_ in {"aux", "auxpass"}:
        return None
    below = [c for c in token.children if c.dep_ == "xcomp" and _is_infinitive(c) and 0 < c.i - token.i < NEAR]
    who = [c for c in token.children if c.dep_ == "nsubj"]
    before = [t for subject in who for t in (subject, *subject.lefts)]
    named = any(t.ent_type_ or t.tag_ in {"NNPS", "NNP"} or t.lemma_.lower() in TO_COME for t in before)
    named = named or any(t.tag_ == "NNS" and not _is_pointed_at(t) for t in who)  # "churches are to take part"
    passive = bool(below) and is_passive(below[0])
    if not below or not who or not (named or passive):
        return None
    if any(t.lemma_.lower() in AIMS for t in before) or any(c.dep_ == "csubj" for c in token.children):
        return None  # "plan A is to fight", "what they agreed was to leave": what it is, not what will be
    filled = any(c.dep_ in {"acomp", "attr", "advcl", "prep"} and token.i < c.i < below[0].i for c in token.children)
    filled = filled or any(c.lower_ == "yet" for c in (*token.children, *below[0].children))  # "is yet to answer"
    bare = passive and (not named or token.tag_ == "VBD")  # "the power is to be used sparingly": told with a day only
    row = structs.replace(words.copula, pos=words.copula.pos + DATED) if bare else words.copula
    return None if filled else (below[0], token, row)


def _is_pointed_at(noun: Token) -> bool:
    """ "Those raids are to frighten us": what for, and not what will be."""
    return any(c.lower_ in {"this", "that", "these", "those"} or c.dep_ == "poss" for c in noun.lefts)


def _frame(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """ "are expected to meet", "is likely to fail", "expects them to meet", "is scheduled for Friday"."""
    row = words.frame.get(token.lemma_.lower()) or words.frame.get(token.lower_)
    if row is None or token.pos_ not in FRAMING or not is_of_idiom(token):
        return None
    root = token.head if token.dep_ in {"acomp", "oprd"} else token
    described = _describes(token)
    told = described or root.dep_ == "conj" or described_from_afar(root) is not None
    if not told and not any(c.dep_ in SUBJECTS for c in root.children):
        return None
    for child in token.children:
        if child.dep_ in {"xcomp", "ccomp"} and _is_infinitive(child):
            own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
            if token.tag_ in {"VBN", "JJ"} or own or described:
                return child, child if own else root, row
    timed = [c for c in token.children if c.dep_ == "prep" and c.lower_ in TIMED]
    if timed and token.tag_ == "VBN" and is_passive(token) and "above" not in row.pos and token.lemma_ != "set":
        return token, token, row
    return None


def _is_infinitive(verb: Token) -> bool:
    """ "To sign", "to be signed"; not "to have signed"."""
    helped = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return "to" in helped and "have" not in helped and (verb.tag_ == "VB" or "be" in helped)


def _describes(token: Token) -> bool:
    """ "Talks expected to begin", "a deal likely to fail": said of the noun before it."""
    return token.dep_ in DESCRIBING and token.head.i < token.i and token.head.pos_ in {"NOUN", "PROPN"}


def _lean(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """ "Threatens to collapse", "hopes to sign it", "risks losing", "is on course to fail": said of its own subject."""
    row = words.lean.get(token.lemma_.lower())
    if row is None:
        return None
    if token.pos_ == "NOUN":
        return _standing(token, row)
    root = token
    if token.pos_ != "VERB" or token.tag_ == "VB" or (token.tag_ == "VBN" and not _is_past(token)):
        return None
    if token.tag_ != "VBG" and not any(c.dep_ in SUBJECTS for c in root.children) and root.dep_ != "conj":
        return None
    below = [c for t in {token, root} for c in t.children if c.dep_ in {"xcomp", "advcl", "acl"} and c.i > token.i]
    below = [c for c in below if not any(g.dep_ in SUBJECTS for g in c.children)]
    aims = [c for c in below if _is_infinitive(c) or (token.lemma_ == "risk" and c.tag_ == "VBG")]
    return (aims[0], root, row) if aims else None


def _is_past(verb: Token) -> bool:
    """ "Said the two intended to sign": the past, which the tagger takes for a participle."""
    helped = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return not helped and any(c.dep_ == "nsubj" for c in verb.children)


def _standing(noun: Token, row: Row) -> tuple[Token, Token, Row] | None:
    """ "Is on course to fail", "is in danger of collapse", "was at risk of losing it"."""
    root = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in STANDING_IN or root.lemma_ not in STAYING:
        return None
    if not any(c.dep_ in SUBJECTS for c in root.children):
        return None
    of = [t for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]
    below = [c for t in (noun, root) for c in t.children if c.dep_ in {"xcomp", "advcl", "acl"} and _is_infinitive(c)]
    aims = [t for t in (*of, *below) if t.i > noun.i and t.dep_ in {"pobj", "pcomp", "xcomp", "advcl", "acl"}]
    return (aims[0] if aims[0].pos_ == "VERB" else root, root, row) if aims else None


STANDING_IN = frozenset({"on", "in", "at"})
STAYING = frozenset({"be", "remain", "stand", "look", "seem", "appear", "put", "leave"})


def _timetable(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """ "The talks resume next month", "the envoy is flying to Oslo on Friday": the present, of a day to come."""
    row = words.timetable.get(token.lemma_.lower())
    if row is None or token.pos_ != "VERB" or not any(c.dep_ in SUBJECTS for c in token.children):
        return None
    helping = [c for c in token.children if c.dep_ in {"aux", "auxpass"}]
    is_plain = token.tag_ in {"VBZ", "VBP"} and not helping
    is_going_on = token.tag_ == "VBG" and len(helping) == 1 and helping[0].tag_ in {"VBZ", "VBP"}
    return (token, token, row) if is_plain or is_going_on else None
