"""Whose an offer is by the words beside it: "Kenya's plan", "a plan by Kenya", "the Kenyan plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import prepositional
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.kinds.frames import own_words, parties_at
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token


MAKING = frozenset(
    {
        "draft", "draw", "devise", "prepare", "write", "author", "craft", "design", "formulate", "make", "put",
        "present", "submit", "table", "send", "unveil", "float", "advance", "outline", "propose", "circulate", "offer",
        "announce",
    }
)  # fmt: skip
"""Verbs of making a plan or putting it forward, by whom it is then."""


def owners_of(annotated: Annotated, noun: Token) -> tuple[Actor, ...]:
    """Whose an offer is by the words beside it: "Kenya's plan", "a plan by Kenya", "the Kenyan plan"."""
    owners = [t for c in noun.children if c.dep_ == "poss" for t in (c, *c.conjuncts)]
    owners += prepositional(noun, ("by", "from"))
    made = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in MAKING)
    owners += [t for verb in made if not owners for t in prepositional(verb, ("by",))]
    return parties_at(annotated, owners) or _coloured(annotated, noun)


def _coloured(annotated: Annotated, noun: Token) -> tuple[Actor, ...]:
    """States and organisations named before the noun ("the US proposal", "a Kenyan plan")."""
    gazetteer = load_gazetteer()
    found: list[Actor] = []
    for token in noun.doc[own_words(noun)[0] : noun.i]:
        known = gazetteer.at(noun.doc.text, token.idx) if token.text[:1].isupper() else None
        beside = token.dep_ in {"compound", "amod", "nmod"} and (
            noun in {token.head, token.head.head} or (token.head.dep_, token.head.head) == (noun.dep_, noun.head)
        )
        if known and beside and known.form in {"state", "demonym", "organisation", "organ"}:
            found.append(Actor(known.name, (), known.side, None, known.kind))
    return tuple(found)
