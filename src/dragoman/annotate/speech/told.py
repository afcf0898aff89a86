"""What of the words heard was said: not whom it was said to, nor who says it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.annotate.phrases import HYPHENS
from dragoman.annotate.speech.layout import Layout, in_quote, touching_as_one, trim
from dragoman.lexicon import load_lexicon
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

TELLING = frozenset({"tell", "inform", "assure", "reassure", "remind", "notify", "brief", "advise", "warn", "caution"})
"""Verbs whose object hears what follows."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OBJECTS = frozenset({"dobj", "dative", "nsubjpass"})


def said_parts(layout: Layout, source: tuple[Span, ...], cue: Span, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The parts of the content in their order, those that touch as one, without the hearer and the source.

    "Told |Reuters Kenya would leave|" says that Kenya would leave.
    """
    content = tuple(_before_source(layout, part, source) for part in content)
    apart = tuple(
        part
        for part in content
        if not any(_shares(part, name) for name in source)
        and not _is_it(layout, part)
        and not _is_other_deed(layout, part, (source, cue, content))
    )
    whole = touching_as_one(layout.text, apart or content)
    words = layout.doc.char_span(cue.start, cue.end, alignment_mode="expand")
    verb = words.root if words is not None else None
    if verb is None or not whole:
        return whole
    if verb.lemma_ not in TELLING and words is not None and words[-1].lower_ == "to":
        return _after_hearer(layout, words[-1], whole)
    if verb.lemma_ not in TELLING:
        return (_from_its_noun(layout, verb, whole[0]), *whole[1:])
    last = _hearer(layout, verb, whole[0])
    if last is None or (last.i + 1 < len(last.doc) and last.nbor().tag_ == "TO"):
        return whole  # "warned Kenya to leave": Kenya belongs to what is asked for
    if last.i + 1 < len(last.doc) and last.nbor().tag_ in FINITE:
        return whole  # "warned the scale of it had grown": its subject
    begin = last.idx + len(last)
    rest = trim(layout.text, Span(begin, whole[0].end)) if begin < whole[0].end else None
    parts = (*((rest,) if rest else ()), *whole[1:])
    return parts or whole


def _before_source(layout: Layout, part: Span, source: tuple[Span, ...]) -> Span:
    """The part without the first words of who says it: "the port is shut|, the state Lake| News agency reported"."""
    meeting = (name for name in source if part.start < name.start <= part.end + 1 and part.end <= name.end)
    cut = next((name for name in meeting if _reaches(layout, part, name)), None)
    comma = layout.text.rfind(",", part.start, cut.start) if cut is not None else -1
    return Span(part.start, comma) if comma > part.start else part


def _reaches(layout: Layout, part: Span, name: Span) -> bool:
    """Whether the part ends within the name or right before it, without a blank or a mark of its own between."""
    between = layout.text[part.end : name.start]
    return _shares(part, name) or between in HYPHENS


Roles = tuple[tuple[Span, ...], Span, tuple[Span, ...]]


def _is_other_deed(layout: Layout, part: Span, roles: Roles) -> bool:
    """ "The two sides swapping |prisoners| and agreeing |to resume talks|": what they did besides was not said."""
    source, cue, content = roles
    inside = bool(source) and source[-1].end <= part.start and part.end <= cue.start
    return inside and not in_quote(layout, part.start) and any(other.start >= cue.end for other in content)


TELLING_TO = frozenset({"clear", "plain", "known", "say", "explain", "stress", "emphasize", "convey", "express"})
"""Words whose "to" leads to who hears it; that of "pointed to" leads to what is said."""


def _after_hearer(layout: Layout, to: Token, whole: tuple[Span, ...]) -> tuple[Span, ...]:
    """The parts without the hearer that they begin with: "made clear to |the envoys the cost of it|"."""
    hearer = next((kid for kid in to.children if kid.dep_ == "pobj"), None)
    if hearer is None or to.head.lemma_ not in TELLING_TO or hearer.doc[hearer.left_edge.i].idx != whole[0].start:
        return whole
    begin = hearer.right_edge.idx + len(hearer.right_edge)
    rest = trim(layout.text, Span(begin, whole[0].end)) if begin < whole[0].end else None
    return (rest, *whole[1:]) if rest is not None else whole


def _from_its_noun(layout: Layout, verb: Token, part: Span) -> Span:
    """The part from the object on whose infinitive it is: "underscored |Kenya's readiness| to engage"."""
    words = layout.doc.char_span(part.start, part.end, alignment_mode="expand")
    if words is None or words[0].tag_ != "TO":
        return part
    deed = words[0].head
    noun = deed.head
    is_object = deed.dep_ == "acl" and noun.dep_ == "dobj" and noun.head.i == verb.i and verb.i < noun.i < deed.i
    return Span(noun.doc[noun.left_edge.i].idx, part.end) if is_object else part


def _is_it(layout: Layout, part: Span) -> bool:
    """ "|It| was suggested |that ...|": a word that stands for the other part."""
    return layout.text[part.start : part.end].lower() == "it"


def _shares(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _hearer(layout: Layout, verb: Token, part: Span) -> Token | None:
    """The last token of the hearer that the part begins with; None where it begins with what is said."""
    words = layout.doc.char_span(part.start, part.end, alignment_mode="expand")
    if words is None:
        return None
    first = words[0]
    found = [kid for kid in verb.children if kid.dep_ in OBJECTS and kid.left_edge.i == first.i]
    if found:
        return found[0].right_edge
    # "told Reuters Kenya's leader had left", where the parser makes one name of two
    return first if first.text in _outlets() and first.dep_ in {"compound", "nmod"} else None


@cache
def _outlets() -> frozenset[str]:
    """The names of papers and networks, as written."""
    rows = load_lexicon().rows("speech/channels")
    return frozenset(word for row in rows if row.pos == "name" and row.means == "press" for word in row.words)
