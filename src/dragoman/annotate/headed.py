"""Which of the names in a source speaks: the one at its head, not those that only tell whose the head is."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from dragoman.lexicon import load_lexicon
from dragoman.types import Annotated, Mention

if TYPE_CHECKING:
    from dragoman.parsed import Token


def is_some(head: Token) -> bool:
    """ "Many Kenyans": so many people of a state."""
    return head.tag_ == "NNPS" and any(kid.lower_ in {"many", "most", "some", "few", "ordinary"} for kid in head.lefts)


PARTS = frozenset({"percent", "%", "cent", "majority", "half", "third", "quarter", "proportion", "respondent"})
"""Nouns for a share of those who were asked."""
OWNING = frozenset({"of", "from", "by", "for", "in", "at", "to", "on", "with", "between", "among"})
"""Prepositions that lead from a source to whom it belongs."""


def is_aside(token: Token, head: Token) -> bool:
    """Whether a clause, or a phrase of time, stands between the source's head and a name below it."""
    prepositions = 0
    while token.i != head.i and token.head.i != token.i:
        prepositions += token.dep_ == "prep"
        if token.dep_ in {"relcl", "advcl", "acl"} or (token.dep_ == "prep" and token.lower_ not in OWNING):
            return True
        token = token.head
    return prepositions > 1


NEAR_TO = frozenset(
    {"lawyer", "attorney", "counsel", "solicitor", "barrister", "wife", "husband", "widow", "father", "mother"}
    | {"brother", "sister", "son", "daughter", "cousin", "uncle", "nephew", "friend", "colleague", "neighbour"}
)
"""Who speaks for or stands near a person, but is another: "the lawyer for Torv", "the widow of Nur"."""


OF_PAPERS = frozenset({"publisher", "editor", "owner", "founder"})
"""Who heads a paper or a firm and speaks for himself."""


def is_body_of(annotated: Annotated, inside: list[Mention], head: Token) -> bool:
    """ "relatives of the hostages": people who belong to those that the phrase names, but are others."""
    lexicon = load_lexicon()
    gathers = head.lemma_.lower() in lexicon.words("actors/groups", "collective")
    people = head.tag_ == "NNS" and not (gathers and not any(is_person(annotated, m) for m in inside))
    of = {kid.i for kid in head.rights if kid.dep_ == "prep" and kid.lower_ in {"of", "for", "from", "in", "at"}}
    below = all(any(a.i in of for a in annotated.doc[m.head].ancestors) for m in inside)
    if head.lemma_.lower() in OF_PAPERS and below:
        return all(annotated.actors[i].kind != "state" for m in inside for i in m.actors)
    if head.lemma_.lower() in NEAR_TO and below:
        return all(is_person(annotated, m) for m in inside)
    return people and head.pos_ == "NOUN" and below and head.lemma_.lower() not in lexicon.words("speech/channels")


def apposed(annotated: Annotated, inside: list[Mention], head: Token) -> Mention | None:
    """ "Kenya's foreign minister, Ana Torv": the person named in apposition to the head noun.

    So too of "an adviser to Torv, Lina Nur", where the parser sets the name beside Torv's.
    """
    served = [t for of in head.rights if of.lower_ in {"to", "for", "of"} for t in of.children if t.dep_ == "pobj"]
    offices = load_lexicon().words("actors/groups", "office")
    whose = [t for t in served if t.pos_ == "PROPN" or t.lemma_.lower() not in offices or _has_owner(t)]
    bodies = {m.head for m in inside for i in m.actors if annotated.actors[i].kind == "organisation"}
    whose += [t for t in head.subtree if t.i in bodies]  # "a dissident outside the Lake Council, Omar Nur"
    beside = {kid.i for token in (head, *whose) for kid in token.children if kid.dep_ == "appos"}
    return next((m for m in inside if m.head in beside and m.form == "name" and is_person(annotated, m)), None)


def is_titled_by(annotated: Annotated, name: Mention, titles: Collection[int]) -> bool:
    """ "Secretary Torv and Minister Nur": a name behind its title, which the parser sets beside the first name."""
    words = annotated.doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
    return name.form == "name" and words is not None and words.start > 0 and words.start - 1 in titles


def _has_owner(office: Token) -> bool:
    """ "Kenya's president" tells enough of whom that is; behind "the envoy" his name may follow."""
    return any(kid.dep_ == "poss" for kid in office.lefts)


def is_person(annotated: Annotated, mention: Mention) -> bool:
    """Whether the mention is a person's name or pronoun, no office without a name."""
    return mention.form != "role" and any(annotated.actors[i].kind == "person" for i in mention.actors)
