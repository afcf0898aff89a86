"""How a response is found in an article."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.evidence import cite
from dragoman.kinds.answers import Answer, find_answers
from dragoman.kinds.response import NEAREST_FIRST, Response
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Span


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Response]:
    """Every response that the article asserts; one a party and stance, conditional where the party sets conditions."""
    told: dict[tuple[str, ...], list[Answer]] = {}
    for answer in find_answers(annotated, lexicon):
        kept = "accept" if answer.stance == "accept_conditionally" else answer.stance
        told.setdefault((kept, *(actor.name for actor in answer.by)), []).append(answer)
    for answers in _with_its_person(told):
        first = next((a for a in answers if a.conditions), answers[0])
        yield Response(
            article=annotated.article.id,
            evidence=tuple(cite(annotated.article, span) for span in dict.fromkeys(a.told for a in answers)),
            rule=first.rule,
            by=first.by,
            stance=first.stance,
            about=_words(annotated, answers[0].about),
            conditions=tuple(_words(annotated, span) for span in first.conditions),
            when=next((a.when for a in answers if a.when), None),
            told_by=first.told_by,
            told_as=next(
                (told for told in NEAREST_FIRST if any(answer.told_as == told for answer in answers)), "reporter"
            ),
            in_principle=first.stance == "accept" and all(answer.in_principle for answer in answers),
        )


def _with_its_person(told: dict[tuple[str, ...], list[Answer]]) -> list[list[Answer]]:
    """ "We support it" is Kenya's answer and that of its president who says so: one, if no other person says so."""
    groups = dict(told)
    for key, answers in told.items():
        actor = answers[0].by[0]
        if len(answers[0].by) == 1 and actor.kind == "state":
            persons = [
                k
                for k, (a, *_) in groups.items()
                if k[0] == key[0] and len(a.by) == 1 and a.by[0].kind == "person" and a.by[0].side == actor.side
            ]
            if len(persons) == 1:
                groups[persons[0]] = [*groups[persons[0]], *groups.pop(key)]
    return list(groups.values())


def _words(annotated: Annotated, span: Span) -> str:
    return annotated.article.text[span.start : span.end]
