"""Between whom a letter or another paper goes: who sends it, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import prepositional, subjects
from dragoman.annotate.status import whole_of
from dragoman.lexicon import load_lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

PAPER = "contact.paper"
"""The row of papers that tell a contact only where they are told to go from one party to another."""
GOING = frozenset({"to", "with"})


def correspondents(noun: Token) -> list[Token]:
    """Who sends a paper and to whom: "a letter that Torv sent to Haddad", "Kenya submitted its reply to Uganda".

    None where the text doesn't tell both; not who reads it, keeps it or speaks of it.
    """
    carrying = load_lexicon().words("kinds/contact_words", "carrying")
    whole = whole_of(noun)
    for verb in (*(c for c in noun.children if c.dep_ in {"relcl", "acl"}), whole.head):
        is_told = verb != whole.head or whole.dep_ in {"dobj", "nsubjpass"}
        if not is_told or verb.pos_ != "VERB":
            continue
        if verb.lemma_.lower() in carrying:
            who = [*_senders(verb), *_owner(noun)]
            to = [*prepositional(verb, ("to",)), *(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")]
            to += [t for c in verb.children if c.dep_ == "dative" and c.pos_ == "ADP" for t in c.children]
            to += prepositional(noun, ("to",))
            if who and to:
                return [*who, *to, *prepositional(verb, ("via", "through"))]
        if verb.lemma_ == "receive" and (senders := [*prepositional(verb, ("from",)), *prepositional(noun, ("from",))]):
            return [*subjects(verb), *senders]
    return []


def was_sent(noun: Token) -> bool:
    """Whether the words say outright that a letter was sent, whatever the verb above it asks or hopes."""
    carrying = load_lexicon().words("kinds/contact_words", "carrying")
    told = [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in carrying]
    return noun.lemma_ in {"letter", "message", "note"} and any(verb.tag_ in {"VBN", "VBD"} for verb in told)


def _senders(verb: Token) -> list[Token]:
    """The subject of the verb, "by" whom it is done; not the paper itself."""
    if verb.dep_ == "acl" or any(c.dep_ in {"nsubjpass", "agent"} for c in verb.children):
        return prepositional(verb, ("by",))
    return [t for t in subjects(verb) if t.tag_ not in {"WDT", "WP"}]


def _owner(noun: Token) -> list[Token]:
    """ "Kenya's reply was delivered to Uganda": whose it is, who sends it."""
    return [c for c in noun.lefts if c.dep_ == "poss"]
