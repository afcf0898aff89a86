"""What can be answered: an offer with the stance to it, and the talks that somebody will or won't attend."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import objects, prepositional
from dragoman.kinds.answerers import ATTEND
from dragoman.kinds.frames import Met
from dragoman.kinds.response import Stance
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE, OFFERS = "kinds/response", "kinds/offer_words"
BEHIND = ("to", "with", "of", "for", "in", "about", "on", "from", "at", "behind", "over")


class About(Struct, frozen=True):
    """What a verb of answering is found to answer: the stance it takes and the head of what it is about."""

    stance: Stance
    head: Token
    said: Token | None = None
    """The pronoun that stands for `head` beside the verb ("would accept it")."""


Frame = Callable[[Annotated, Met, Lexicon, bool], About | None]


def attended(verb: Token, lexicon: Lexicon) -> Token | None:
    """The talks that a verb of taking part names, or the offer that a verb of accepting does."""
    phrases = {row.id: row for row in lexicon.rows(TABLE)}
    taking_part = {w.split()[0] for w in phrases[ATTEND].words} | lexicon.words(TABLE, "hold")
    taking_part |= lexicon.words(TABLE, "travel")
    accepting = {w.split()[0] for w in phrases["response.accept"].words} | lexicon.words(TABLE, "keep")
    wanted = lexicon.words(OFFERS, "talks") | {"table"} if verb.lemma_ in taking_part else frozenset()
    if verb.lemma_ in REJOINING:
        wanted |= lexicon.words(OFFERS, "deal")
    if verb.lemma_ in accepting:
        wanted = lexicon.words(OFFERS, "plan") | lexicon.words(OFFERS, "truce") | lexicon.words(OFFERS, "deal")
    below = (*objects(verb), *prepositional(verb, BEHIND))
    named = [t for t in below if verb.lemma_ not in taking_part or not _is_any(t)]
    inner = [t for n in named if n.lemma_ in ROUNDS for t in prepositional(n, ("of",))]
    return next((t for t in (*named, *inner) if t.lemma_.lower() in wanted), None)


REJOINING = frozenset({"return", "rejoin"})
"""What is done to talks that one has left, and to a deal too."""
ROUNDS = frozenset({"round", "series", "session", "phase", "stage"})
"""What talks come in: "the next round of talks"."""


def _is_any(noun: Token) -> bool:
    """ "will come for a meeting": to no talks that were offered."""
    return any(c.lower_ in {"a", "an"} for c in noun.lefts) and not any(c.pos_ == "PROPN" for c in noun.lefts)
