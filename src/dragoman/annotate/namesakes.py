"""Known names that here are somebody else's: "Iraqi Turkmen", "Kenya's Security Council", the "Oslo Times"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.annotate.gazetteer import Gazetteer, Known
from dragoman.annotate.names import fold

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Span, Token

STATES = frozenset({"state", "demonym"})
TOWNS = STATES | {"capital"}
"""Forms of the names with which those of papers and schools begin."""
LONGEST_BODY = 8
"""Tokens of a name that begins with a state's."""
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def is_namesake(name: Span, known: Known, gazetteer: Gazetteer, peoples: frozenset[str] = frozenset()) -> bool:
    """Whether a known name only shares its words with somebody who is meant here.

    A people in another state ("Iraqi Turkmen"), another state's organ ("Iran's Supreme National Security Council"), a
    state's body that is called like one of the United Nations ("the Russian Security Council").
    """
    if known.form == "demonym" and fold(name.text) in peoples:
        before = _state_at(name.doc, name.start - 1, gazetteer)
        return before is not None and before.form == "demonym" and before.side != known.side
    if known.surface in SHARED and name.start and _is_longer(name.doc[name.start - 1]):
        return True
    is_shared = known.form == "organ" or known.surface in SHARED
    return is_shared and len(name) > 1 and _is_anothers(name, known, gazetteer)


SHARED = frozenset({"Security Council"})
"""Names of bodies of the United Nations that states have bodies of, too."""


def _is_longer(before: Token) -> bool:
    """ "A State Security Council": a longer name, of a body of a state that may go unnamed."""
    return before.text[:1].isupper() and before.lower_ in {"state", "national", "supreme", "presidential", "federal"}


def _is_anothers(name: Span, known: Known, gazetteer: Gazetteer) -> bool:
    """Whether another state's name stands before the name, words of the same body between."""
    doc, first = name.doc, name.start - 1
    while first > 0 and doc[first].text[:1].isupper() and _state_at(doc, first, gazetteer) is None:
        first -= 1
    owner = _state_at(doc, first - (first > 0 and doc[first].text in POSSESSIVE), gazetteer)
    return owner is not None and owner.form in STATES and owner.side != known.side


def _state_at(doc: Doc, i: int, gazetteer: Gazetteer) -> Known | None:
    """The known name that a token is; None where it is no name or a part of one."""
    known = gazetteer.at(doc.text, doc[i].idx) if i >= 0 else None
    return known if known is not None and len(known.surface) == len(doc[i]) else None


def whole_body(name: Span, bodies: frozenset[str], gazetteer: Gazetteer) -> Span | None:
    """The name of a body in which a state's or city's stands: "Moscow Times", "Kenyan Centre for Peace".

    None where the tagger sees no such name, or where it is one of the state's own bodies, whose nouns are `bodies`
    ("Kenyan Ministry of Trade").
    """
    doc = name.doc
    entity = _entity_at(doc[name.start])
    if entity is None or not name.end < entity.end <= name.start + LONGEST_BODY:
        return None
    rest = doc[name.end : entity.end]
    first = entity.start + (doc[entity.start].lower_ == "the")
    known = gazetteer.at(doc.text, doc[name.start].idx)
    if len(rest) == 1 and known is not None and known.form == "demonym" and first == name.start:
        return None  # "the Norwegian Storting"
    if not (
        rest[0].text[:1].isupper() and rest[-1].text[:1].isupper() and all(map(_is_name_word, doc[first : rest.end]))
    ):
        return None
    if entity.end < len(doc) and _is_body(doc[entity.end], bodies):
        return None  # "Kenyan National Security Adviser Ana Torv"
    is_own = any(_is_body(t, bodies) or gazetteer.at(doc.text, t.idx) for t in rest)  # "the US Nato ambassador"
    return None if is_own else doc[first : entity.end]


def _entity_at(token: Token) -> Span | None:
    """The name of a body that the tagger sees at a token; a doc's `ents` would be all made anew at every call."""
    if token.ent_type_ != "ORG":
        return None
    doc, first, end = token.doc, token.i, token.i + 1
    while first and doc[first].ent_iob_ == "I":
        first -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[first:end]


def _is_body(token: Token, bodies: frozenset[str]) -> bool:
    word = fold(token.text)
    return word in bodies or word.removesuffix("s") in bodies


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() or token.lower_ in {"of", "for", "and", "the", "on"}


JOINT = frozenset(
    {"international", "joint", "independent", "special", "global", "interim", "multinational", "national"}
)
"""Words before a state's name in the name of a body that is not the state's own."""


def joint_body(name: Span, groups: frozenset[str]) -> Span | None:
    """ "the International Sudan Support Group": one name, and not Sudan's; None where the state stands for itself."""
    doc, first, last = name.doc, name.start, name.end
    if not first or fold(doc[first - 1].text) not in JOINT or not doc[first - 1].text[:1].isupper():
        return None
    while last < len(doc) and doc[last].text[:1].isupper() and doc[last].pos_ in {"PROPN", "NOUN", "ADJ"}:
        last += 1
    return doc[first - 1 : last] if fold(doc[last - 1].text) in groups else None


def short_names(bodies: Iterable[Span]) -> frozenset[str]:
    """The nouns before "for" or "of" in the names of bodies, by which a text calls them further on."""
    links = (token for body in bodies for token in body[1:] if token.lower_ in {"for", "of", "on"})
    return frozenset(link.doc[link.i - 1].text for link in links)
