"""Contacts that come to nothing by what the verb over them says: "will not go ahead", "was pushed back to May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import prepositional
from dragoman.annotate.status import whole_of
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/contact_words"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
AHEAD = frozenset({"will", "would", "wo", "'ll", "’ll", "can", "ca"})


def is_called_off(event: Token, lexicon: Lexicon) -> bool:
    """Whether a contact told by a noun is put off or will not come about.

    "The meeting, which was to be held in Oslo, will not go ahead", "the talks were pushed back to May".
    """
    whole = whole_of(event)
    if event.pos_ != "NOUN" or whole.dep_ not in SUBJECTS | {"dobj"}:
        return False
    return _is_pushed_back(whole) or (whole.dep_ != "dobj" and _will_not_be(whole, lexicon))


def _is_pushed_back(whole: Token) -> bool:
    """ "Has been pushed back to May"; not "pushed back on the talks"."""
    verb = whole.head
    back = next((c for c in verb.children if c.lower_ == "back" and c.i > verb.i), None)
    return verb.lemma_ == "push" and back is not None and whole.dep_ in {"nsubjpass", "dobj"}


def _will_not_be(whole: Token, lexicon: Lexicon) -> bool:
    """ "The meeting will not take place": one that is known and so was planned."""
    verb = whole.head
    negated = any(c.dep_ == "neg" for c in verb.children)
    ahead = any(c.dep_ == "aux" and c.lower_ in AHEAD for c in verb.children)
    known = any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in whole.lefts)
    return negated and ahead and known and verb.lemma_.lower() in lexicon.words(TABLE, "occurring")


def between_whom(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "A meeting took place on Monday between Torv and Haddad": the two, whom the parser hangs on the verb."""
    whole = whole_of(noun)
    verb = whole.head
    if whole.dep_ not in SUBJECTS or verb.lemma_.lower() not in lexicon.words(TABLE, "occurring"):
        return []
    place = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ in {"place", "way"}]
    return [t for head in (verb, *place) for t in prepositional(head, ("between", "among"))]
