"""Statement: someone is reported to have said or written something."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate.evidence import cite
from dragoman.annotate.voices import author, names_somebody, source_actor, speaker_at, time_of_speech
from dragoman.kinds.compare import overlap, same_speaker, speaker_key, words_of_parts
from dragoman.kinds.joining import first_named, most_given
from dragoman.kinds.phrasing import dated, quoted
from dragoman.kinds.windows import apart_in_time, tightest
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Attribution, Record, Span, SpeechForm, When


class SpeechSpans(Struct, frozen=True):
    """Where the words stand: the source as mentioned (not resolved), the cue, the content, each in parts."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


NO_SPEECH = ("shown.", "topic.", "stance.")
"""Rules of the speech layer that find no words of anybody's: polls that show, leaders who discuss, states that back."""
FEWEST_WORDS = 3
"""Utterances of fewer words that count ("No comment.") are one only when they are equal."""
SHARED_WORDS = 0.75
"""Share of the shorter utterance's words in the longer: papers cut quotations and change a word in translation."""


class Statement(Record, frozen=True, kw_only=True, tag="statement"):
    """Someone is reported to have said or written something."""

    speaker: Actor | None
    type: SpeechForm
    content: tuple[str, ...]
    cue: str | None = None
    to: str | None = None
    when: When | None = None
    depth: int = 0
    spans: SpeechSpans


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Statement]:
    """Every statement that the article asserts: each attribution with its speaker resolved.

    Inside somebody's words only another's words count ("he said Kyiv had told him ..."), not what the speaker himself
    believes or wants ("I think that ..."): that is part of what he says.
    """
    for attribution in annotated.speech:
        if attribution.content and not attribution.rule.startswith(NO_SPEECH):
            statement = _as_statement(annotated, attribution)
            if attribution.depth == 0 or _is_reported_by_another(annotated, attribution, statement):
                yield statement


def _is_reported_by_another(annotated: Annotated, attribution: Attribution, statement: Statement) -> bool:
    if attribution.wish or not attribution.source or statement.speaker is None:
        return False
    if not names_somebody(annotated, attribution):
        return False
    outer = speaker_at(annotated, attribution.cue[0].start) if attribution.cue else None
    return outer is None or outer.name != statement.speaker.name


def _as_statement(annotated: Annotated, attribution: Attribution) -> Statement:
    """The attribution as a record; its time is one that stands outside the words said, beside source and cue."""
    article, text = annotated.article, annotated.article.text
    parts = (*attribution.source, *attribution.cue, *attribution.content)
    frame = Span(min(s.start for s in parts), max(s.end for s in parts))
    return Statement(
        article=article.id,
        evidence=(cite(article, frame),),
        rule=attribution.rule,
        speaker=source_actor(annotated, attribution) if attribution.source else author(annotated),
        type=attribution.form,
        content=tuple(text[s.start : s.end] for s in attribution.content),
        cue=" ".join(text[s.start : s.end] for s in attribution.cue) or None,
        to=text[attribution.to.start : attribution.to.end] if attribution.to else None,
        when=time_of_speech(annotated, attribution),
        depth=attribution.depth,
        spans=SpeechSpans(attribution.source, attribution.cue, attribution.content),
    )


def block(record: Statement) -> str:
    """The speaker, however named."""
    return speaker_key(record.speaker)


def same(a: Statement, b: Statement) -> bool:
    """Whether two records give one utterance: one speaker, near-equal words, no two different days; symmetric."""
    if not same_speaker(a.speaker, b.speaker):
        return False
    one, other = words_of_parts(a.content), words_of_parts(b.content)
    if min(len(one), len(other)) < FEWEST_WORDS:
        return one == other and a.content == b.content and not apart_in_time(a.when, b.when)
    return overlap(one, other) >= SHARED_WORDS and not apart_in_time(a.when, b.when)


def join(records: tuple[Statement, ...]) -> Statement:
    """One record of one utterance: the longest direct form, the fullest name, the narrowest day."""
    lead = max(records, key=lambda record: (record.type != "indirect", sum(map(len, record.content))))
    return replace(
        lead,
        speaker=first_named(record.speaker for record in records),
        to=lead.to or most_given(record.to for record in records),
        when=tightest(record.when for record in records) or lead.when,
        depth=min(record.depth for record in records),
    )


def line(record: Statement) -> str:
    """The statement in one plain line of a brief: the speaker, a colon, the words."""
    who = record.speaker.name if record.speaker else "A source not named"
    return dated(record.when, f"{who}: {quoted(' … '.join(record.content))}")
