"""Which body "the company", "the agency" or "the air force" is: the one told of before with more words, or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.held import mentions_over
from dragoman.lexicon import load_lexicon
from dragoman.types import Annotated, Attribution, Mention, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

NEAR = 1_000
"""Code points back in which the body is looked for."""
BESIDE = frozenset({"compound", "amod", "nmod", "appos"})


def body_before(annotated: Annotated, source: Span) -> tuple[Attribution, ...] | tuple[Mention, ...]:
    """Whom a source "the" with a bare noun for a body goes on with; none for any other source.

    Whoever spoke before under the same noun with more words ("Kenya's air force"), else the body last named, as the one
    who spoke or beside such a noun ("the grid operator Kentorv").
    """
    words = annotated.doc.char_span(source.start, source.end, alignment_mode="expand")
    if words is not None and len(words) == 1 and words[0].lower_ == "it":
        return _going_on(annotated, words[0])
    if words is None or len(words) < 2 or words[0].lower_ != "the" or words[-1].tag_ != "NN" or words.root != words[-1]:
        return ()
    noun = words[-1]
    if noun.lemma_.lower() not in load_lexicon().words("actors/bodies", "bare") or _is_known(annotated, noun):
        return ()
    earlier = [a for a in annotated.speech if a.source and not a.depth and 0 < source.start - a.source[0].end < NEAR]
    said = words[1:].text.lower()
    for attribution in reversed(earlier):
        if _is_told_so(annotated, attribution, said):
            return (attribution,)
        if len(words) == len(("the", noun)) and (mention := _body_at(annotated, attribution)) is not None:
            is_meant = _is_body(annotated, mention) and (noun.lemma_ != "group" or _is_own(annotated, mention))
            return (mention,) if is_meant else ()
    return _called_so(annotated, source) if len(words) == len(("the", noun)) else ()


def _going_on(annotated: Annotated, it: Token) -> tuple[Attribution, ...]:
    """ "The agency said so. It added ...": whoever "the agency" is, where "it" stands for no more than that noun."""
    bare = load_lexicon().words("actors/bodies", "bare")
    meant = [m for m in mentions_over(annotated, Span(it.idx, it.idx + 1)) if m.head == it.i and len(m.actors) == 1]
    if not meant or annotated.actors[meant[0].actors[0]].name.lower() not in bare:
        return ()
    said = f"the {annotated.actors[meant[0].actors[0]].name.lower()}"
    for attribution in reversed(annotated.speech):
        span = attribution.source[0] if attribution.source else None
        if span is None or attribution.depth or span.start >= it.idx:
            continue
        if it.idx - span.start > NEAR:
            break
        if annotated.article.text[span.start : span.end].lower() == said:
            return (attribution,)
    return ()


def _is_known(annotated: Annotated, noun: Token) -> bool:
    """Whether the noun was found to stand for somebody with a name or a side."""
    found = (m for m in mentions_over(annotated, Span(noun.idx, noun.idx + len(noun))) if m.head == noun.i and m.actors)
    return any(len(m.actors) > 1 or annotated.actors[m.actors[0]].side is not None for m in found)


def _is_told_so(annotated: Annotated, attribution: Attribution, noun: str) -> bool:
    """ "Kenya's air force" for "air force": the same noun, with whose it is."""
    span = attribution.source[0]
    said = " ".join(annotated.article.text[span.start : span.end].lower().split())
    whose = said.removesuffix(noun).strip()
    return said.endswith(f" {noun}") and whose not in {"the", "a", "an", "its", "their"} and " and " not in whose


def _body_at(annotated: Annotated, attribution: Attribution) -> Mention | None:
    """The body that the source names, if it is about a body or an arm of a state."""
    span = attribution.source[0]
    words = annotated.doc.char_span(span.start, attribution.source[-1].end, alignment_mode="expand")
    if words is None:
        return None
    found = [m for m in mentions_over(annotated, span) if m.head == words.root.i]
    is_arm = len(words) > len(("a", "state")) and words.root.pos_ in {"NOUN", "PROPN"}
    named = (m for m in found if (m.form == "name" and _is_body(annotated, m)) or (is_arm and _is_state(annotated, m)))
    return next(named, None)


def _is_own(annotated: Annotated, mention: Mention) -> bool:
    """Whether a body is of no state and no league of states, and may be called a group."""
    actor = annotated.actors[mention.actors[0]]
    leagues = load_lexicon().words("actors/bands", "league")
    return actor.side in {None, actor.name} and not leagues & set(actor.name.lower().split())


def _is_state(annotated: Annotated, mention: Mention) -> bool:
    return len(mention.actors) == 1 and annotated.actors[mention.actors[0]].kind == "state"


def _is_body(annotated: Annotated, mention: Mention) -> bool:
    return len(mention.actors) == 1 and annotated.actors[mention.actors[0]].kind == "organisation"


def _called_so(annotated: Annotated, source: Span) -> tuple[Mention, ...]:
    """The body last named beside a noun for one: "the grid operator Kentorv", "Kentorv, an oil firm"."""
    nouns = load_lexicon().words("actors/bodies", "firm") | load_lexicon().words("actors/bodies", "bare")
    for mention in reversed(annotated.mentions):
        if mention.span.end > source.start or mention.form != "name" or not _is_body(annotated, mention):
            continue
        if source.start - mention.span.end > NEAR:
            break
        head = annotated.doc[mention.head]
        beside = [kid for kid in head.children if kid.dep_ in BESIDE] + ([head.head] if head.dep_ in BESIDE else [])
        if any(token.lemma_.lower() in nouns for token in beside):
            return (mention,)
    return ()
