"""What is said to be near: "a deal is within reach", "no truce is in sight", "the two are close to an accord"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import prepositional
from dragoman.annotate.phrases import is_question
from dragoman.annotate.standing import standing
from dragoman.kinds.foreseen import clause_words
from dragoman.kinds.future_words import future_words
from dragoman.kinds.voice import voices_at
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/future_words"
NEAR = "near"
LINKING = frozenset({"be", "look", "seem", "appear", "remain"})
PRESENT = frozenset({"VBZ", "VBP"})
SUPPOSED = frozenset({"if", "unless", "whether", "until", "once", "when", "before", "as"})


def near_things(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[Row, Span, Token]]:
    """A deal, a truce or what befalls those at war that is told to be near, or not; the row, the words, the thing."""
    phrases = [
        (row, phrase.split(" ")) for row in lexicon.rows("kinds/forecast") if row.pos == NEAR for phrase in row.words
    ]
    deals = lexicon.words(TABLE, "agreement") | {"breakthrough", "announcement", "decision"}
    things = deals | lexicon.words(TABLE, "befalling") | {"end"}
    for token in standing(annotated.doc, {words[0] for _, words in phrases}):
        row = next((row for row, words in phrases if _is_phrase(token, words)), None)
        verb = token.head
        if row is None or verb.lemma_ not in LINKING or not _is_told(annotated, verb):
            continue
        named = [c for c in verb.children if c.dep_ in {"nsubj", "attr"} and c.i < token.i] + _aims(token)
        near = deals if verb.tag_ == "VBD" else things  # "said that the attack was imminent": it has come, or not
        thing = next((t for t in named if t.lemma_.lower() in near), None)
        if thing is not None:
            doubt = future_words(lexicon).above["doubt"]
            yield doubt if _is_denied(verb, thing) else row, clause_words(verb), thing


def _is_phrase(token: Token, words: list[str]) -> bool:
    """ "Close", "within reach", "on the horizon": said of the verb's subject."""
    if token.lemma_.lower() != words[0]:
        return False
    if len(words) == 1:
        return token.dep_ == "acomp" and token.pos_ == "ADJ"
    return token.dep_ == "prep" and any(c.dep_ == "pobj" and c.lemma_.lower() == words[1] for c in token.children)


def _aims(token: Token) -> list[Token]:
    """ "The two are close to a deal": the deal."""
    return prepositional(token, ("to",)) if token.pos_ == "ADJ" else []


def _is_told(annotated: Annotated, verb: Token) -> bool:
    """Told as what is: in the present, or in somebody's words; no condition and no question."""
    if is_question(verb) or any(c.dep_ in {"mark", "advmod"} and c.lower_ in SUPPOSED for c in verb.lefts):
        return False
    if any(c.tag_ == "MD" for c in verb.children):
        return False
    return verb.tag_ in PRESENT or (verb.tag_ == "VBD" and bool(voices_at(annotated, verb.idx)))


def _is_denied(verb: Token, thing: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children) or any(c.lower_ == "no" for c in thing.lefts)
