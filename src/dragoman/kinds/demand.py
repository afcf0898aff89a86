"""Demand: a party states a condition, a demand or a red line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from msgspec.structs import replace

from dragoman.annotate.evidence import cite
from dragoman.kinds.compare import LEAST_SHARE, near_equal, parties, party_key
from dragoman.kinds.joining import join_actors, longest, most_given
from dragoman.kinds.phrasing import names, quoted
from dragoman.kinds.requirements import Asked, find_asked
from dragoman.kinds.terms import issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record

ConditionKind = Literal[
    "precondition", "suspensive", "verification", "guarantee", "clarification", "exclusion", "root_cause"
]
BY_RULE: dict[str, ConditionKind] = {
    "demand.question": "clarification",
    "demand.oppose": "exclusion",
    "demand.condition": "suspensive",
    "demand.only_if": "suspensive",
    "demand.depend": "suspensive",
}
"""The sort of condition that a way of demanding is, where the words don't say it."""
TABLE = "kinds/conditions"


class Demand(Record, frozen=True, kw_only=True, tag="demand"):
    """A party states a condition, a demand or a red line."""

    by: tuple[Actor, ...]
    of: tuple[Actor, ...] = ()
    content: str
    issue: str = "other"
    condition: ConditionKind | None = None
    """What sort of condition it is, where its words or the way it is put say so."""


def condition_of(annotated: Annotated, asked: Asked, lexicon: Lexicon) -> ConditionKind | None:
    """What sort of condition a demand is: by its words, else by the way it is put; None for a plain demand."""
    words = annotated.doc.char_span(asked.content.start, asked.content.end, alignment_mode="expand")
    said = f" {' '.join(token.lemma_.lower() for token in words or ())} "
    by_words = (row.means for row in lexicon.rows(TABLE) if any(f" {word} " in said for word in row.words))
    return cast(ConditionKind | None, next(by_words, BY_RULE.get(asked.rule)))


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Demand]:
    """Every demand that the article asserts; the same content told twice is one record with both places cited."""
    told: dict[tuple[tuple[Actor, ...], str], list[Asked]] = {}
    for asked in find_asked(annotated, lexicon):
        words = annotated.article.text[asked.content.start : asked.content.end]
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
            issue=issue_at(annotated, first.content, lexicon),
            condition=condition_of(annotated, first, lexicon),
        )


def block(record: Demand) -> str:
    """The side that demands, and the issue."""
    return f"{party_key(record.by)}:{record.issue}"


def same(a: Demand, b: Demand) -> bool:
    """Whether two records give one demand: near-equal words, and no different addressees; symmetric."""
    if a.of and b.of and not parties(a.of) & parties(b.of):
        return False
    return near_equal(a.content, b.content, LEAST_SHARE)


def join(records: tuple[Demand, ...]) -> Demand:
    """One record of one demand: all who make it, all whom it is made of, the longest words."""
    return replace(
        records[0],
        by=join_actors(record.by for record in records),
        of=join_actors(record.of for record in records),
        content=longest(record.content for record in records),
        condition=most_given(record.condition for record in records),
    )


def line(record: Demand) -> str:
    """The demand in one plain line of a brief: who demands what of whom."""
    of = f" of {names(record.of)}" if record.of else ""
    return f"{names(record.by)}: demand{of}: {quoted(record.content)}"
