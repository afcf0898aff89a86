"""Speech without a verb of speech: "according to the ministry", "their call for a truce", "is confident that"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.annotate.speech.cues import Cue, CueTable
from dragoman.annotate.speech.layout import Draft, Layout, cover_quotes, in_quote, span_of, trim
from dragoman.annotate.speech.syntax import RELATIVES, child, is_infinitive, subject_of
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

HIGHEST = 12
"""Steps up the parse from a phrase to the clause it belongs to."""


def nominal_drafts(layout: Layout, table: CueTable) -> Iterator[Draft]:
    """One draft for each noun, adjective or phrase of the table that carries something said."""
    for token in layout.doc:
        if token.pos_ == "NOUN":
            yield from _first(_noun(layout, token, cue) for cue in table.nouns.get(token.lemma_.lower(), ()))
        elif token.pos_ == "ADJ":
            yield from _first(_adjective(layout, token, cue) for cue in table.adjectives.get(token.lemma_.lower(), ()))
        elif token.lemma_ in table.phrases:
            yield from _first(_phrase(layout, token, cue, table) for cue in table.phrases[token.lemma_])


def _first(drafts: Iterator[Draft | None]) -> Iterator[Draft]:
    draft = next((draft for draft in drafts if draft is not None), None)
    if draft is not None:
        yield draft


def _phrase(layout: Layout, token: Token, cue: Cue, table: CueTable) -> Draft | None:
    """ "according to X": the clause it stands in, without the phrase itself."""
    prep = next((kid for kid in token.rights if kid.lower_ == cue.words[1]), None)
    thing = child(prep, "pobj") if prep is not None else None
    if prep is None or thing is None or thing.lower_ in table.no_sources:
        return None
    source = trim(layout.text, span_of(layout.doc, thing.left_edge.i, thing.right_edge.i))
    clause = _clause_above(token)
    first, last = token.i, thing.right_edge.i
    spans = []
    if clause.left_edge.i < first:
        spans.append(span_of(layout.doc, clause.left_edge.i, first - 1))
    if clause.right_edge.i > last:
        spans.append(span_of(layout.doc, last + 1, clause.right_edge.i))
    content = tuple(_whole(layout, part, token) for span in spans if (part := trim(layout.text, span)) is not None)
    if source is None or not content:
        return None
    cue_span = span_of(layout.doc, token.i, prep.i)
    return Draft(source=(source,), cue=(cue_span,), content=content, at=token.idx, wish=cue.wish, rule=cue.rule)


def _whole(layout: Layout, span: Span, cue: Token) -> Span:
    """The span with all of the quotes that it cuts, unless its cue stands in a quote itself."""
    return span if in_quote(layout, cue.idx) else cover_quotes(layout, span)


def _clause_above(token: Token) -> Token:
    """The nearest verb with a subject above the token, else the root of its sentence."""
    head = token.head
    for _ in range(HIGHEST):
        if head.pos_ in {"VERB", "AUX"} and child(head, "nsubj", "nsubjpass", "expl", "csubj") is not None:
            return head
        if head.head.i == head.i:
            break
        head = head.head
    return token.sent.root


def _noun(layout: Layout, noun: Token, cue: Cue) -> Draft | None:
    found = _complement(noun, cue)
    if found is None:
        return None
    content, joint = found
    source = _owner(layout, noun)
    if source is None:
        return None
    part = trim(layout.text, span_of(layout.doc, *content))
    if part is None:
        return None
    cue_span = span_of(layout.doc, noun.i, joint.i if joint is not None else noun.i)
    spans = (_whole(layout, part, noun),)
    return Draft(source=(source,), cue=(cue_span,), content=spans, at=noun.idx, wish=cue.wish, rule=cue.rule)


def _complement(noun: Token, cue: Cue) -> tuple[tuple[int, int], Token | None] | None:
    """The token range of what the noun reports, and the preposition that joins it."""
    for kid in noun.rights:
        if "clause" in cue.shapes and kid.dep_ in {"acl", "ccomp", "relcl"} and _has_that(kid):
            return (kid.left_edge.i, kid.right_edge.i), None
        if "inf" in cue.shapes and kid.dep_ in {"acl", "relcl", "xcomp"} and is_infinitive(kid):
            return (kid.left_edge.i, kid.right_edge.i), None
        if kid.dep_ == "prep" and kid.lower_ in cue.preps:
            thing = child(kid, "pobj", "pcomp")
            if thing is not None and thing.tag_ not in RELATIVES:
                return (thing.left_edge.i, thing.right_edge.i), kid
    return None


def _has_that(clause: Token) -> bool:
    return any(kid.dep_ == "mark" and kid.tag_ == "IN" for kid in clause.lefts)


def _owner(layout: Layout, noun: Token) -> Span | None:
    """Whose words the noun stands for: "Rossi's call", "criticism from aides"."""
    owner = child(noun, "poss")
    if owner is None:
        for kid in noun.rights:
            if kid.dep_ in {"prep", "agent"} and kid.lower_ in {"by", "from"}:
                owner = child(kid, "pobj")
    if owner is None:
        return None
    return trim(layout.text, span_of(layout.doc, owner.left_edge.i, owner.right_edge.i))


def _copula_and(layout: Layout, verb: Token, adjective: Token) -> tuple[Span, ...]:
    """The cue of an adjective: "is confident" in one span, in two where a question turns them ("how sure he is")."""
    if verb.i < adjective.i:
        return (span_of(layout.doc, verb.i, adjective.i),)
    return span_of(layout.doc, adjective.i, adjective.i), span_of(layout.doc, verb.i, verb.i)


def _adjective(layout: Layout, adjective: Token, cue: Cue) -> Draft | None:
    verb = adjective.head
    if adjective.dep_ != "acomp" or verb.pos_ not in {"VERB", "AUX"}:
        return None
    content = next((kid for kid in adjective.rights if kid.dep_ == "ccomp" and "clause" in cue.shapes), None)
    content = content or next((kid for kid in verb.rights if kid.dep_ == "ccomp" and kid.i > adjective.i), None)
    if content is None:
        prep = next((kid for kid in adjective.rights if kid.dep_ == "prep" and kid.lower_ in cue.preps), None)
        content = child(prep, "pobj", "pcomp") if prep is not None else None
    speaker = subject_of(verb)
    if content is None or speaker is None or speaker.dep_ == "expl" or speaker.right_edge.i >= verb.i:
        return None
    source = trim(layout.text, span_of(layout.doc, speaker.left_edge.i, speaker.right_edge.i))
    span = trim(layout.text, span_of(layout.doc, content.left_edge.i, content.right_edge.i))
    if source is None or span is None:
        return None
    return Draft(
        source=(source,),
        cue=_copula_and(layout, verb, adjective),
        content=(_whole(layout, span, verb),),
        at=verb.idx,
        wish=cue.wish,
        rule=cue.rule,
    )
