"""Words that go together though the parser hangs them elsewhere: "Vice Premier Torv and Minister Haddad met"."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from dragoman.lexicon import load_lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token


def joined(tokens: list[Token]) -> list[Token]:
    """The tokens and what "and" joins to them, each once, in order."""
    found = [t for token in tokens for t in (*_torn_off(token), token, *token.conjuncts, *_beside_name(token))]
    found += [t for token in found for t in _next_listed(token)]
    return list(dict.fromkeys(found))


def _torn_off(token: Token) -> list[Token]:
    """ "President Torv and President Haddad met": the small parser hangs the first name on the second as a modifier."""
    return [
        child
        for child in token.lefts
        if child.dep_ in {"nmod", "compound"} and child.pos_ == "PROPN" and any(c.dep_ == "cc" for c in child.children)
    ]


def _beside_name(title: Token) -> list[Token]:
    """ "Kenya's vice premier Ana Torv and Minister Haddad met": what is joined to the name right behind a title.

    So, too, "the envoy, Ana Torv, and Omar Haddad"; not "two states, Kenya and Uganda", who are the states.
    """
    called = [c for c in title.rights if c.dep_ == "appos" and c.pos_ == "PROPN"]
    is_one = title.tag_ in {"NN", "NNP"}
    names = [c for c in called if c.left_edge.i == title.i + 1 or (is_one and _is_between_commas(c, title))]
    last = [n for n in names if any(t.dep_ == "cc" for t in n.doc[title.i : n.i])]  # both names taken for one
    return [*last, *(t for name in names for t in name.conjuncts if t.i > name.i)]


def _next_listed(name: Token) -> list[Token]:
    """ "Minister Torv of Kenya, President Nur of Sudan, and Haddad": the next persons, taken for names of the first."""
    next_ones = [c for c in name.rights if c.dep_ == "appos" and name.ent_type_ == c.ent_type_ == "PERSON"]
    listed = [c for c in next_ones if any(t.dep_ == "cc" for t in name.doc[name.i + 1 : c.right_edge.i + 1])]
    return [t for c in listed for t in (c, *(after for after in c.conjuncts if after.i > c.i))]


def _is_between_commas(name: Token, title: Token) -> bool:
    after = [t.lower_ for t in name.doc[name.i + 1 : name.i + 3]]
    return name.left_edge.i == title.i + 2 and title.doc[title.i + 1].text == "," and after == [",", "and"]


def auxiliaries(verb: Token) -> list[Token]:
    """ "Is mediating", "has been mediating": the auxiliaries, also where the parser makes one the head of others."""
    own = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    above = [verb.head] if verb.dep_ == "attr" and verb.tag_ == "VBG" and verb.head.lemma_ == "be" else []
    return [*own, *(c for aux in own for c in aux.children if c.dep_ == "aux"), *above]


WEEKDAYS = frozenset(calendar.day_name)


def behind_day(verb: Token) -> list[Token]:
    """ "She said on Friday Kenya had left": the subject, which the parser takes with the day for one name."""
    if verb.dep_ != "ccomp" or any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children):
        return []
    days = (c for c in verb.head.children if c.dep_ == "prep" and c.lower_ == "on" and verb.head.i < c.i < verb.i)
    names = (c for day in days for c in day.children if c.dep_ == "pobj" and c.pos_ == "PROPN")
    return [name for name in names if any(c.dep_ == "compound" and c.text in WEEKDAYS for c in name.lefts)]


def behind_comma(verb: Token) -> list[Token]:
    """ "In a deal brokered by Norway, Kenya and Uganda agreed": the subject, which the parser joins to Norway."""
    helped = {c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    finite = verb.tag_ in FINITE or bool(helped & FINITE)
    if not finite or any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for c in verb.children):
        return []
    for front in (c for c in verb.lefts if c.dep_ in {"prep", "advcl"}):
        for name in (t for t in front.subtree if t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN", "PRON"}):
            after_comma = name.left_edge.nbor(-1).text == "," and not any(c.dep_ == "cc" for c in name.head.children)
            if after_comma and all(t.head == verb for t in verb.doc[name.right_edge.i + 1 : verb.i]):
                return [name, *(t for t in name.conjuncts if t.i > name.i)]
    return []


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def antecedent(token: Token) -> Token:
    """The noun that "who", "which" or "that" stands for; "which" for no person, but for what stands before him."""
    if token.tag_ in {"WP", "WDT"} and token.head.dep_ == "relcl":
        noun = token.head.head
        return _thing_before(noun) or token if token.lower_ == "which" and _is_another(noun, token.head) else noun
    return token


def _is_another(noun: Token, verb: Token) -> bool:
    """Whether "which" can't stand for the noun before it: a person, or one of what "were" tells of several."""
    several = any(c.lower_ in {"were", "are", "have"} and c.dep_ in {"aux", "auxpass"} for c in verb.children)
    is_one = noun.tag_ in {"NN", "NNP"} and not noun.conjuncts
    return noun.ent_type_ == "PERSON" or (several and is_one)


def _thing_before(person: Token) -> Token | None:
    """ "Held talks with Torv, which were hosted by Kenya": the talks."""
    above = person.head.head if person.dep_ == "pobj" else person
    if above.pos_ == "VERB":
        return next((c for c in above.children if c.dep_ == "dobj" and c.i < person.i), None)
    return above if above.pos_ == "NOUN" and above.i < person.i else None


def before_purpose(preposition: Token) -> list[Token]:
    """ "Spoke with Torv to thank her": the object that the parser takes for the subject of what follows."""
    verbs = (c for c in preposition.children if c.dep_ == "pcomp" and c.tag_ == "VB")
    return [c for verb in verbs for c in verb.children if c.dep_ == "nsubj"]


def is_no_clause(child: Token) -> bool:
    """ "Signed a truce deal": a bare noun that the parser takes for a clause."""
    below = {c.dep_ for c in child.children}
    return child.dep_ == "ccomp" and child.tag_ in {"NN", "NNS"} and child.i > child.head.i and "nsubj" not in below


def body_that_says(it: Token) -> Token | None:
    """ "The department added that it asked for more": the noun of the body that tells this of itself, else None."""
    if it.lower_ != "it" or it.dep_ != "nsubj" or it.head.dep_ != "ccomp":
        return None
    speaker = next((c for c in it.head.head.children if c.dep_ == "nsubj" and c.i < it.i), None)
    if speaker is None or speaker.tag_ != "NN":
        return None
    return speaker if speaker.lemma_.lower() in load_lexicon().words("actors/bodies") else None


def is_having_done(verb: Token) -> bool:
    """ "We, having met in Oslo, declare ...": who did it is the noun that it is said of."""
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "having" for c in verb.children)


def contrasted(verb: Token) -> Token | None:
    """ "Chad rejected the truce that Kenya had signed, instead calling for talks": "rejected", past what Kenya did.

    None where nobody calls for it "instead", or where the verb right above is that of refusing.
    """
    if verb.dep_ not in {"advcl", "conj"} or not any(c.lower_ == "instead" for c in verb.children):
        return None
    return None if _is_refusing(verb.head) else next((t for t in verb.head.ancestors if _is_refusing(t)), None)


def _is_refusing(verb: Token) -> bool:
    refused = load_lexicon().words("speech/denials", "refused")
    words = {verb.lemma_, *(f"{verb.lemma_} {c.lower_}" for c in verb.children if c.dep_ in {"prt", "advmod"})}
    return verb.pos_ == "VERB" and (bool(words & refused) or any(c.dep_ == "neg" for c in verb.children))
