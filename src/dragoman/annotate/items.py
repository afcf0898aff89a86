"""The members of a source that is nothing but a list: "Secretary Torv, Minister Nur, and Envoy Abdi said"."""

from __future__ import annotations

import re

from dragoman.annotate.headed import is_person
from dragoman.types import Annotated, Mention, Span

BRACKET = re.compile(r"\([^()]*\)")
JOINT = re.compile(r",\s*and\s|,\s|\sand\s")
OF_STATE = re.compile(r"\s+of (?:the )?")
TITLE = re.compile(r"(?:[Tt]he\s)?(?:(?:[A-Z][\w.\-’']*|of|for|the)\s+)*(?<!of )(?<!of the )")
"""What stands before a name that an item ends in: a title in capitals, no noun that the name only belongs to."""
ARTICLED = re.compile(r"(?:an?|his|her|its|their)\s|who\b|which\b", re.IGNORECASE)
"""How a phrase begins that explains the name before it."""


def whole_list(
    annotated: Annotated, inside: list[Mention], whole: Span, meant: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """`meant` with those of the list whom the parser lost; `meant` itself where the source is no plain list.

    Each item of it must end in a mention, or in a person's state ("Omar Haddad of Utopia").
    """
    items = _items(annotated, inside, whole)
    if not items or not re.search(r"\band\s*$", annotated.article.text[whole.start : items[-1].start]):
        return meant
    found = [_of_item(annotated, item, inside) for item in items]
    named = [m for m in found if m is not None]
    if len(found) < len(("one", "other")) or len(named) < len(found):
        return meant
    listed = tuple({m.actors: m for m in named}.values())
    actors = {i for m in listed for i in m.actors}
    return listed if actors > {i for m in meant for i in m.actors} else meant


def _items(annotated: Annotated, inside: list[Mention], whole: Span) -> list[Span]:
    """The source in pieces, cut at commas and "and" that stand in no mention and no bracket."""
    text = annotated.article.text[whole.start : whole.end]
    covered = [Span(m.span.start - whole.start, m.span.end - whole.start) for m in inside]
    covered += [Span(*match.span()) for match in BRACKET.finditer(text)]
    cuts = [m for m in JOINT.finditer(text) if not any(c.start <= m.start() < c.end for c in covered)]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text.rstrip(" ,"))]
    return [
        Span(whole.start + first, whole.start + last) for first, last in zip(starts, ends, strict=True) if first < last
    ]


def _of_item(annotated: Annotated, item: Span, inside: list[Mention]) -> Mention | None:
    """The mention that an item of a list is; None where it only explains, owns, or tells more."""
    text = annotated.article.text[item.start : item.end]
    here = [m for m in inside if item.start <= m.span.start and m.span.end <= item.end]
    if not here or ARTICLED.match(text):
        return None
    end = item.start + len(BRACKET.sub("", text).rstrip()) if text.rstrip().endswith(")") else item.end
    last = max((m for m in here if m.span.end <= end), key=lambda m: m.span.end, default=None)
    persons = [m for m in here if is_person(annotated, m)]
    if last is None or last.span.end != end:
        return None
    between = annotated.article.text[persons[-1].span.end : last.span.start] if persons else ""
    if OF_STATE.fullmatch(between):
        return persons[-1]
    return last if TITLE.fullmatch(annotated.article.text[item.start : last.span.start]) else None
