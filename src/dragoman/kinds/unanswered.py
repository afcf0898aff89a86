"""Words of answering that answer nothing: what is only reported or urged, weighed long ago, or of one's own making."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from dragoman.annotate.storytime import when_happened
from dragoman.kinds.frames import modified_noun
from dragoman.kinds.offered_by import owners_of
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/response"
CLAUSES = frozenset({"acl", "ccomp", "relcl"})
BARE = frozenset({"VB", "VBP"})
LOUD = frozenset({"publicly", "openly", "explicitly", "formally", "officially"})
"""What not to have done so leaves open what one thinks of it."""


def is_unanswered(head: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of answering tells no answer of its subject."""
    return _is_hearsay(head, lexicon) or _is_urged(head, lexicon) or _is_only_not_said(head)


def _is_hearsay(head: Token, lexicon: Lexicon) -> bool:
    """ "A report that Kenya had accepted it", "the claim that": told by nobody who knows."""
    rumour = lexicon.words(TABLE, "hearsay")
    return head.dep_ in CLAUSES and head.head.pos_ == "NOUN" and head.head.lemma_.lower() in rumour


def _is_urged(head: Token, lexicon: Lexicon) -> bool:
    """ "Urged that Kenya accept it": what others want; also where the parser doesn't see the subject."""
    above = head.head
    has_form = any(c.dep_ in {"aux", "auxpass"} for c in head.children)
    is_wanted = head.dep_ in {"ccomp", "conj", "advcl"} and above.lemma_.lower() in lexicon.words(TABLE, "urge")
    return is_wanted and head.tag_ in BARE and not has_form


def _is_only_not_said(head: Token) -> bool:
    """ "Did not publicly endorse the deal": no refusal."""
    return any(c.dep_ == "neg" for c in head.children) and any(c.lower_ in LOUD for c in head.children)


def is_weighed(head: Token) -> bool:
    """Whether an offer is weighed now: "is studying it", "will consider it"; "considered it" is over."""
    return head.tag_ not in {"VBD", "VBN"}


def is_own_offer(annotated: Annotated, offer: Token, by: Collection[Actor], lexicon: Lexicon) -> bool:
    """ "Kenya's proposal" said to be accepted by Kenya: whoever accepted it, the one who made it didn't."""
    is_offer = offer.lemma_.lower() in lexicon.words("kinds/offer_words", "plan")
    if not is_offer or any(c.tag_ == "PRP$" for c in offer.lefts):
        return False
    owners = {actor.side or actor.name for actor in owners_of(annotated, offer)}
    return len(owners) == 1 and {actor.side or actor.name for actor in by} == owners


IDEAS = frozenset({"idea", "contribution", "thinking", "input", "thought", "interest"})


def is_goodwill(thing: Token) -> bool:
    """ "Welcomed their ideas and contributions", "their thinking and proposals": courtesy, and no offer answered."""
    joined = (thing, *thing.conjuncts)
    return len(joined) > 1 and any(t.lemma_.lower() in IDEAS for t in joined)


def is_pointed_view(thing: Token) -> bool:
    """ "We reject that logic": which it is the words don't say."""
    pointed = any(c.lower_ in {"that", "this"} and c.dep_ == "det" for c in thing.lefts)
    return pointed and thing.lemma_.lower() in {"logic", "reasoning", "thinking", "line", "idea"}


def is_length(word: Token) -> bool:
    """ "The long term", "long-term", "in the strongest terms": no terms that anybody could answer."""
    return word.lower_ == "term" or (word.lower_ == "terms" and word.head.lower_ == "in")


def when_answered(annotated: Annotated, head: Token) -> When | None:
    """When the answer was given; the day by which its offer is named ("the May plan, backed by Kenya") is not it."""
    when, offer = when_happened(annotated, head), modified_noun(head)
    if when is None or offer is None:
        return when
    before = offer.doc[offer.left_edge.i : offer.i + 1]
    first, last = before[0].idx, offer.idx
    named = (time.window for time in annotated.times if first <= time.span.start < last)
    return None if when in named else when
