"""Things that somebody fears, hopes for or doubts: "fears of a war", "warned of famine", "sceptical of a deal"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import clause_span
from dragoman.annotate.phrases import is_question
from dragoman.annotate.standing import standing
from dragoman.kinds.attending import contact_words
from dragoman.kinds.foreseen import window_in
from dragoman.kinds.future_words import TABLE, future_words
from dragoman.kinds.roused import is_thing
from dragoman.kinds.turned import has_faded, is_denied, is_dimmed
from dragoman.kinds.undecided import foreseer
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

WISHED = frozenset({"of", "for"})
LINKS = WISHED | {"about", "on", "over", "to", "against"}
FORWARD = "look forward"
NEAR = 3
"""Tokens from the word to the preposition of what it is about: "warned on Monday of", "fears are growing of"."""


def feared_things(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[Row, Span, Token]]:
    """Each thing of a negotiation or a conflict that is feared, hoped for, held possible or doubted, with its row."""
    words = future_words(lexicon)
    things = lexicon.words(TABLE, "agreement") | lexicon.words(TABLE, "befalling")
    contacts = frozenset(contact_words(lexicon).nouns)
    for token in standing(annotated.doc, {word.split(" ")[0] for word in words.of}):
        forward = token.lemma_ == "look" and any(c.lower_ == "forward" for c in token.children)
        row = words.of.get(FORWARD if forward else token.lemma_.lower())
        if row is None or _is_nothing(token, lexicon):
            continue
        if row == words.of["fear"] and (is_dimmed(token) or _moves_others(token, lexicon)):
            continue  # "lowered the danger of war", "fear of war kept them away": no one foresees one
        row = words.above["doubt"] if is_denied(token) or is_dimmed(token) else row
        for link, thing in _behind(token):
            is_wished = token.pos_ == "NOUN" and link.lower_ in WISHED  # not "optimistic about the talks"
            if forward and thing.dep_ == "pcomp":
                continue  # "look forward to seeing you at the talks"
            if row == words.of["fear"] and token.pos_ == "NOUN" and not _is_somebodys(annotated, thing, lexicon):
                continue
            if {t.lemma_.lower() for t in _named(thing)} & (things | contacts if is_wished or forward else things):
                yield row, clause_span(thing), thing


def _behind(token: Token) -> list[tuple[Token, Token]]:
    """The prepositions right behind a word, each with what it governs; for a noun also those of its verb."""
    above = [token.head] if token.dep_ == "nsubj" else []
    links = [c for t in (token, *above) for c in t.children if c.dep_ == "prep" and c.lower_ in LINKS and c.i > token.i]
    near = [c for c in links if c.i - token.i <= NEAR and not any(t.is_punct for t in c.doc[token.i : c.i])]
    return [(link, thing) for link in near for thing in link.children if thing.dep_ in {"pobj", "pcomp"}]


def _named(thing: Token) -> list[Token]:
    """ "Hopes of a deal", "confident of reaching a deal": the deal; of "hopes of signing it" the signing."""
    return [thing] if thing.dep_ == "pobj" else [thing, *(c for c in thing.children if c.dep_ == "dobj")]


def _is_somebodys(annotated: Annotated, thing: Token, lexicon: Lexicon) -> bool:
    """Whether somebody fears a thing, or its day is told; not "amid fears of a war"."""
    speaker = foreseer(annotated, thing)
    is_named = speaker is not None and not is_thing(speaker, lexicon)
    return is_named or window_in(annotated, clause_span(thing), thing) is not None


def _moves_others(fear: Token, lexicon: Lexicon) -> bool:
    """ "The fear of war has kept them away": what it did is told; not "the danger of war is growing"."""
    told = fear.head.lemma_.lower() in lexicon.words(TABLE, "growing")
    return fear.dep_ == "nsubj" and fear.pos_ == "NOUN" and not told


def _is_nothing(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word tells of no outlook: hopes that are over, a risk that is kept small, a question."""
    if token.dep_ == "compound" or is_question(token) or has_faded(token):
        return True
    above = token.head if token.dep_ in {"dobj", "pobj"} else None
    if above is not None and above.lemma_.lower() in lexicon.words(TABLE, "averting"):
        return True
    return token.pos_ == "VERB" and any(c.tag_ == "MD" for c in token.children)
