"""Offers and accords of which the words tell nothing: "a peace proposal", "its terms"; and what stands behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.kinds.frames import own_words, trimmed
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

OFFERS, TABLE = "kinds/offer_words", "kinds/proposal"
COLOURS = frozenset({"JJ", "JJR", "JJS", "RB", "CD", "NNP", "NNPS", "DT", "PDT", "PRP$", "POS", "HYPH", "``", "''"})
"""Tags of words that say whose or what sort an offer is, and not what is in it."""


def tells_nothing(annotated: Annotated, span: Span, teller: Token, lexicon: Lexicon) -> bool:
    """Whether the words of a term name no more than that there are terms, and whose.

    The words that tell of the offer are none of its own ("the ideas laid out by Kenya"). "A peace plan" that is put
    forward says at least that much, "Kenya's peace plan" is only spoken of.
    """
    words = annotated.doc.char_span(span.start, span.end, alignment_mode="expand")
    empty = lexicon.words(OFFERS, "plan") | lexicon.words(TABLE, "empty")
    empty |= lexicon.words(TABLE, "aim") if teller.pos_ == "NOUN" else frozenset()
    telling = _telling(teller) if any(t.is_ancestor(teller) for t in words or ()) else set()
    own = [t for t in words or () if t.i not in telling and not t.is_punct and t.tag_ not in COLOURS]
    return bool(words) and all(t.lemma_.lower() in empty or t.lower_ == "and" for t in own)


def _telling(teller: Token) -> set[int]:
    """The words below a participle, without clauses that go on to tell of the offer ("which would free them")."""
    below = {t.i for t in teller.subtree}
    return below - {t.i for clause in teller.subtree if clause.dep_ == "relcl" for t in clause.subtree}


TOPICAL = frozenset({"on", "about", "for", "over"})


def with_aim(noun: Token, span: Span) -> Span:
    """ "Agreed on steps to arm the patrol", "sent a plan on the lake": with what they are for or about, though the
    parser hangs that on the verb.
    """
    last = noun.right_edge
    if noun.pos_ != "NOUN" or last.i + 2 >= noun.sent.end:
        return span
    after = noun.doc[last.i + 1]
    if after.lower_ in TOPICAL and after.dep_ == "prep" and after.head in noun.ancestors:
        is_date = any(c.ent_type_ in {"DATE", "TIME"} for c in after.children)
        return span if is_date else Span(span.start, trimmed(noun.doc, *own_words(after)).end)
    verb = after.head
    is_aim = after.tag_ == "TO" and verb.tag_ == "VB" and verb.dep_ in {"advcl", "xcomp"}
    if not is_aim or verb.head not in noun.ancestors:
        return span
    return Span(span.start, trimmed(noun.doc, *own_words(verb)).end)
