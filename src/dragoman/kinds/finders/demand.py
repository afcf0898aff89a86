"""How a demand is found in an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from dragoman.annotate.evidence import cite
from dragoman.annotate.storytime import when_said
from dragoman.kinds.crowds import without_crowds
from dragoman.kinds.demand import ConditionKind, Demand
from dragoman.kinds.frames import parties_at
from dragoman.kinds.requirements import Asked, find_asked
from dragoman.kinds.terms import faint_issue_at, issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span

BY_RULE: dict[str, ConditionKind] = {
    "demand.question": "clarification",
    "demand.oppose": "exclusion",
    "demand.condition": "suspensive",
    "demand.only_if": "suspensive",
    "demand.depend": "suspensive",
    "demand.until": "suspensive",
    "demand.without": "suspensive",
    "demand.bind": "suspensive",
    "demand.on_condition": "suspensive",
    "demand.if": "suspensive",
    "demand.in_exchange": "suspensive",
    "demand.never": "exclusion",
    "demand.barred": "exclusion",
}
"""The sort of condition that a way of demanding is, where the words don't say it."""
TABLE = "kinds/conditions"


def condition_of(annotated: Annotated, asked: Asked, lexicon: Lexicon) -> ConditionKind | None:
    """What sort of condition a demand is: by its words, else by the way it is put; None for a plain demand."""
    words = annotated.doc.char_span(asked.content.start, asked.content.end, alignment_mode="expand")
    said = f" {' '.join(token.lemma_.lower() for token in words or ())} "
    by_words = (row.means for row in lexicon.rows(TABLE) if any(f" {word} " in said for word in row.words))
    return cast(ConditionKind | None, next(by_words, BY_RULE.get(asked.rule)))


def issue_of(annotated: Annotated, content: Span, lexicon: Lexicon) -> str:
    """What a demand is about: by what shall be done, else by who shall do it, else by words that tell little.

    "The government must lift the siege" is about the siege.
    """
    words = annotated.doc.char_span(content.start, content.end, alignment_mode="expand")
    root = words.root if words is not None else None
    doers = [c for c in root.lefts if c.dep_ in SUBJECTS and c.idx >= content.start] if root is not None else []
    done = Span(doers[-1].idx + len(doers[-1]), content.end) if doers else content
    tellings = [done, content] if doers and parties_at(annotated, doers) else [content]
    if root is not None and any(c.dep_ == "nsubjpass" for c in doers):  # "the raid must be looked into"
        parts = [c.idx + len(c) for c in root.children if c.dep_ in {"prt", "prep"} and c.i == root.i + 1]
        tellings.insert(0, Span(root.idx, max([root.idx + len(root), *parts])))
    found = [issue_at(annotated, span, lexicon) for span in tellings if span.start < span.end]
    found.append(faint_issue_at(annotated, content, lexicon))
    return next((issue for issue in found if issue != "other"), "other")


SUBJECTS = frozenset({"nsubj", "nsubjpass"})
COMMAND = "demand.command"
"""Verbs that whoever commands uses to his own as well."""


def _is_of_another(asked: Asked) -> bool:
    """Whether somebody of another side shall do it: "ordered the army to fire" is no demand on a party."""
    own = {actor.side or actor.name for actor in asked.by}
    others = (actor for actor in asked.of if actor.side is not None or actor.kind != "group")
    return any((actor.side or actor.name) not in own for actor in others)


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Demand]:
    """Every demand that the article asserts; the same content told twice is one record with both places cited."""
    told: dict[tuple[tuple[Actor, ...], str], list[Asked]] = {}
    for asked in find_asked(annotated, lexicon):
        if (asked.rule == COMMAND and not _is_of_another(asked)) or (asked.by and not without_crowds(asked.by)):
            continue
        words = annotated.article.text[asked.content.start : asked.content.end]
        if words.count("(") > words.count(")"):
            continue  # "urged the members of the Lake Group (LG), led by Kenya, to wait": cut before what is asked
        told.setdefault((asked.by, words.casefold()), []).append(asked)
    for same_words in told.values():
        first = same_words[0]
        yield Demand(
            article=annotated.article.id,
            evidence=tuple(cite(annotated.article, span) for span in dict.fromkeys(a.told for a in same_words)),
            rule=first.rule,
            by=first.by,
            of=first.of,
            content=annotated.article.text[first.content.start : first.content.end],
            issue=issue_of(annotated, first.content, lexicon),
            made=when_said(annotated, first.told),
            condition=condition_of(annotated, first, lexicon),
        )
