"""Who speaks in a document: "a Kenyan statement said", "In a joint statement, the envoys ... The statement added"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.held import mentions_over
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Annotated, Attribution, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.parsed import Token

Issuer = Actor | Mention | Attribution
"""Who is told to issue a document: a known name, a mention, or whoever said something in it."""
NEAR = 2_500
"""Code points from one word for a document back to the one before that it takes up."""
FOREIGN = frozenset({"state", "demonym", "organ", "organisation"})
"""Forms of known names that before a document tell whose it is; a capital may be where it was signed."""
NEW = frozenset({"a", "an", "another"})
ISSUED_BY = frozenset({"by", "from", "of"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@cache
def _documents() -> frozenset[str]:
    return load_lexicon().words("speech/channels", "statement")


@cache
def _pattern() -> re.Pattern[str]:
    """Any document in a text, in either number: most sources have none, and need no look at the parse."""
    return re.compile(rf"\b(?:{'|'.join(sorted(_documents()))})s?\b", re.IGNORECASE)


def is_document(noun: Token) -> bool:
    """Whether the noun is one of what is issued in somebody's name ("statement", "communique")."""
    return noun.lemma_.lower() in _documents()


def issuers_of(annotated: Annotated, source: Span) -> tuple[Issuer, ...]:
    """Whom a source that is a document speaks for; none for any other source, and where nobody is told.

    The one named with it, else, for one that was told of before, whoever issued that or said something in it.
    """
    if _pattern().search(annotated.article.text, source.start, source.end) is None:
        return ()
    words = annotated.doc.char_span(source.start, source.end, alignment_mode="expand")
    head = words.root if words is not None else None
    if head is None or not is_document(head):
        return ()
    if own := _named_with(annotated, head) or _issued_together(annotated, head):
        return own
    if any(kid.lower_ in NEW for kid in head.lefts):
        return ()
    for earlier in _before(head):
        named = _named_with(annotated, earlier) or _said_in(annotated, earlier)
        if found := named or _issued_together(annotated, earlier):
            return found
        if any(kid.lower_ in NEW for kid in earlier.lefts):
            return ()
    return ()


def _before(head: Token) -> Iterator[Token]:
    """The documents told of before the noun, the nearest first."""
    last = head.idx
    for i in range(head.i - 1, -1, -1):
        token = head.doc[i]
        if last - token.idx > NEAR:
            return
        if token.pos_ in {"NOUN", "PROPN"} and is_document(token):
            last = token.idx
            yield token


def _named_with(annotated: Annotated, noun: Token) -> tuple[Issuer, ...]:
    """ "Kenya's statement", "a Kenyan statement", "a statement from the envoys", "issued by the envoys"."""
    owners = [kid for kid in noun.lefts if kid.dep_ == "poss" and kid.lower_ != "their"]
    below = [*noun.rights, *(k for kid in noun.rights if kid.dep_ == "acl" for k in kid.rights)]
    owners += [t for by in below if by.lower_ in ISSUED_BY for t in by.children if t.dep_ == "pobj"]
    for owner in owners:
        if found := _mentions_at(annotated, owner):
            return found
    lefts = (kid for kid in noun.lefts if kid.dep_ in {"compound", "amod", "nmod"})
    known = (load_gazetteer().at(annotated.article.text, kid.doc[kid.left_edge.i].idx) for kid in lefts)
    return tuple(Actor(one.name, (), one.side, None, one.kind) for one in known if one and one.form in FOREIGN)[:1]


def _said_in(annotated: Annotated, noun: Token) -> tuple[Issuer, ...]:
    """ "The envoys said in a statement", "issued a statement": the subject of what was done with it or in it."""
    issuing = load_lexicon().words("speech/papers", "issuing")
    above, is_in = noun, False
    while above.pos_ not in {"VERB", "AUX"}:
        if above.head.i == above.i:
            return ()
        is_in = is_in or (above.dep_ == "pobj" and above.head.lower_ in {"in", "through", "via"})
        above = above.head
    if not is_in and above.lemma_.lower() not in issuing:
        return ()
    is_issued = any(kid.dep_ == "nsubjpass" and kid.i == noun.i for kid in above.children)
    if is_issued:
        agents = [t for by in above.rights if by.dep_ == "agent" for t in by.children]
        return next(filter(None, (_mentions_at(annotated, t) for t in agents)), ())
    while not any(kid.dep_ in SUBJECTS for kid in above.children) and above.dep_ in {"conj", "advcl", "xcomp"}:
        above = above.head
    subjects = [kid for kid in above.children if kid.dep_ in SUBJECTS and not is_document(kid)]
    places = {kid.idx for kid in subjects}
    said = (a for a in annotated.speech if a.depth == 0 and any(s.start <= p < s.end for s in a.source for p in places))
    return next(filter(None, (_mentions_at(annotated, t) for t in subjects)), ()) or tuple(said)[:1]


def _issued_together(annotated: Annotated, noun: Token) -> tuple[Mention, ...]:
    """ "Both leaders praised it, a joint statement said": the two sides told of with a joint statement.

    They are looked for in its sentence and the one before, as a subject or as those "between" whom something is.
    """
    if all(kid.lower_ != JOINT for kid in noun.lefts):
        return ()
    here = noun.sent
    before = here[0].nbor(-1).sent if here.start else here
    for sentence in (here, before):
        standing = [t for t in sentence if t.dep_ in SUBJECTS and t.i != noun.i and not is_document(t)]
        standing += [t for t in sentence if t.dep_ == "pobj" and t.head.lower_ == "between"]
        for token in standing:
            found = _mentions_at(annotated, token)
            if len({actor for m in found for actor in m.actors}) > 1:
                return found
    return ()


JOINT = "joint"


def _mentions_at(annotated: Annotated, noun: Token) -> tuple[Mention, ...]:
    """The mentions at the noun and at those joined to it."""
    tokens = [noun, *noun.conjuncts]
    found = [m for t in tokens for m in mentions_over(annotated, Span(t.idx, t.idx + len(t))) if m.head == t.i]
    return tuple(m for m in found if m.actors and m.form != "place")
