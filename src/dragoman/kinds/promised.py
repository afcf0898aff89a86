"""The words of what is promised: with the thing that is given and for whom, without what is only said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at
from dragoman.kinds.frames import own_words, trimmed
from dragoman.kinds.quoting import whole_quotes
from dragoman.types import Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

ONLY_IF = frozenset({"if", "when", "once", "after", "unless"})
GIVEN = frozenset({"for", "to", "toward", "towards"})
"""Words behind which stands to whom or what a promised thing goes."""
RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})


def is_only_if(verb: Token) -> bool:
    """ "Would only withdraw if the prisoners were freed", "withdraw only if": a condition that is set, a demand."""
    clauses = [c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ in ONLY_IF for m in c.children)]
    near = (*verb.children, *(t for clause in clauses for t in clause.children))
    return bool(clauses) and any(t.lower_ == "only" for t in near)


def with_thing(annotated: Annotated, verb: Token, content: Token, span: Span) -> Span:
    """ "Pledged 20 million to rebuild it", "promised flour for the valley": what is given, and for whom or what.

    Whom a promise is made to ("promised the traders to pay") is no part of it.
    """
    if content.dep_ == "xcomp":
        things = [c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < content.i and c.pos_ != "PRON"]
        given = [t for t in things if not actors_at(annotated, [t])]
        return Span(min(span.start, given[0].left_edge.idx), span.end) if given else span
    behind = [c for c in verb.children if c.dep_ in {"prep", "dative"} and c.lower_ in GIVEN]
    after = next((c for c in behind if c.i == content.right_edge.i + 1), None)
    goal = next((c for c in after.children if c.dep_ == "pobj"), None) if after is not None else None
    if content.dep_ != "dobj" or goal is None:
        return span
    return Span(span.start, max(span.end, trimmed(goal.doc, *own_words(goal)).end))


def without_aside(content: Token, span: Span) -> Span:
    """ "To end the siege, which has lasted for years": a promise ends before what is only added to it."""
    doc, ends = content.doc, [span.end]
    for verb in content.subtree:
        first = verb.left_edge
        opens = first.i > 0 and doc[first.i - 1].text == "," and first.lower_ in RELATIVE
        last = verb.right_edge
        if verb.dep_ == "relcl" and opens and first.i - 2 > content.i and last.idx + len(last) >= span.end:
            ends.append(doc[first.i - 2].idx + len(doc[first.i - 2]))
    return whole_quotes(doc.text, Span(span.start, min(ends)))
