"""Forecast: someone, or the article itself, says that a specific future thing will, may or should happen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, cast

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate.clauses import clause_span, is_passive
from dragoman.annotate.evidence import cite
from dragoman.annotate.voices import overlaps
from dragoman.kinds.compare import near_equal, party_key, persons_agree, same_actor, speaker_key
from dragoman.kinds.cues import find_cues
from dragoman.kinds.encounters import Encounter, contact_words, find_encounters
from dragoman.kinds.futures import find_futures, future_words, window_in
from dragoman.kinds.joining import first_named, longest, most_given
from dragoman.kinds.phrasing import quoted, within
from dragoman.kinds.voice import voice_at
from dragoman.kinds.windows import apart_in_time, tightest
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated, Record, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Token

Confidence = Literal["certain", "likely", "hopeful", "possible", "doubtful"]


class Expected(Struct, frozen=True):
    """What kind of entry would make a forecast or pledge come true: a kind, a mode or term type, and who takes part."""

    kind: str
    mode: str | None = None
    actors: tuple[Actor, ...] = ()


class Forecast(Record, frozen=True, kw_only=True, tag="forecast"):
    """Someone, or the article itself, says that a specific future thing will, may or should happen."""

    speaker: Actor | None
    """None when the narrator forecasts."""
    outcome: str
    window: When | None = None
    confidence: Confidence = "certain"
    expects: Expected | None = None


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Forecast]:
    """Every forecast that the article asserts: clauses about the future, things expected, and bleak outlooks."""
    told = tuple(find_encounters(annotated, lexicon))
    for future in find_futures(annotated, lexicon):
        if future.sort in {"forecast", "threat"}:
            yield _forecast(
                annotated, future.row, future.span, future.verb, expected(annotated, future.span, told, lexicon)
            )
    for row, span, token in (*_expected_things(annotated, lexicon), *_outlooks(annotated, lexicon)):
        yield _forecast(annotated, row, span, token, expected(annotated, span, told, lexicon))


def _forecast(annotated: Annotated, row: Row, span: Span, head: Token, expects: Expected | None) -> Forecast:
    outcome = cite(annotated.article, span)
    return Forecast(
        article=annotated.article.id,
        evidence=(outcome,),
        rule=row.id,
        speaker=voice_at(annotated, head.idx),
        outcome=outcome.quote,
        window=window_in(annotated, span, head),
        confidence=cast(Confidence, row.means),
        expects=expects,
    )


def _expected_things(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[Row, Span, Token]]:
    """ "expects a deal by Friday": a thing of the negotiation, or a dated one, that somebody awaits."""
    words = future_words(lexicon)
    things = lexicon.words("kinds/future_words", "agreement") | frozenset(contact_words(lexicon).nouns)
    for token in annotated.doc:
        row = words.object.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if row is None or is_passive(token):
            continue
        for thing in (c for c in token.children if c.dep_ == "dobj"):
            span = clause_span(thing)
            if thing.lemma_.lower() in things or window_in(annotated, span, thing):
                yield row, span, thing


def _outlooks(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[Row, Span, Token]]:
    """ "Chances for peace talks look dim": what the chances are of, said to be small."""
    rows = [row for row in lexicon.rows("kinds/forecast") if row.pos == "outlook"]
    for cue in find_cues(annotated.doc, [replace(row, pos="") for row in rows]):
        first = annotated.doc[cue.first]
        subject = next((c for c in first.head.children if c.dep_ == "nsubj"), first) if first.dep_ != "nsubj" else first
        span = clause_span(first.head if subject is not first or first.dep_ == "nsubj" else first)
        yield cue.row, span, first


# ---- what would make it come true ------------------------------------------------------------------------------------


def expected(annotated: Annotated, span: Span, told: tuple[Encounter, ...], lexicon: Lexicon) -> Expected | None:
    """What kind of record would make a clause about the future come true; None when the clause names no such event.

    A contact that is told in these words, with its mode and parties; else a contact, an agreement or a response by its
    words alone, with nobody named.
    """
    for encounter in told:
        if overlaps(encounter.span, span):
            return Expected("contact", encounter.mode, encounter.participants)
    contacts = contact_words(lexicon)
    around = {row.means: frozenset(row.words) for row in lexicon.rows("kinds/future_words")}
    for token in annotated.doc.char_span(span.start, span.end, alignment_mode="expand") or ():
        lemma = token.lemma_.lower()
        table = contacts.nouns if token.pos_ == "NOUN" else contacts.verbs if token.pos_ == "VERB" else {}
        if lemma in table:
            return Expected("contact", table[lemma].means)
        for kind in ("agreement", "response"):
            if lemma in around[kind]:
                return Expected(kind)
    return None


def block(record: Forecast) -> str:
    """The event that is expected where it is known, else the speaker, however named."""
    if record.expects and record.expects.actors:
        return f"{record.expects.kind}|{party_key(record.expects.actors)}"
    return speaker_key(record.speaker)


def same(a: Forecast, b: Forecast) -> bool:
    """Whether two records give one forecast of one speaker, or of one speaker and the narrator; symmetric.

    Near-equal words or the same expected event, and no windows apart. What two people forecast stays two forecasts.
    """
    if a.speaker and b.speaker and not same_actor(a.speaker, b.speaker):
        return False
    if apart_in_time(a.window, b.window):
        return False
    return near_equal(a.outcome, b.outcome, share=0.6) or same_expected(a.expects, b.expects)


def same_expected(a: Expected | None, b: Expected | None) -> bool:
    """Whether both name one expected event: kind, mode and the sides that take part."""
    if a is None or b is None or a.kind != b.kind or not a.actors or not b.actors:
        return False
    modes_fit = a.mode == b.mode or a.mode is None or b.mode is None
    return modes_fit and party_key(a.actors) == party_key(b.actors) and persons_agree(a.actors, b.actors)


def join(records: tuple[Forecast, ...]) -> Forecast:
    """One record of one forecast: the speaker where any names one, the longest words, the narrowest window."""
    lead = next((record for record in records if record.speaker), records[0])
    return replace(
        lead,
        speaker=first_named(record.speaker for record in records),
        outcome=longest(record.outcome for record in records),
        window=tightest(record.window for record in records) or lead.window,
        expects=most_given(record.expects for record in records),
    )


def line(record: Forecast) -> str:
    """The forecast in one plain line of a brief: who expects what, and when."""
    who = record.speaker.name if record.speaker else "The report"
    return f"{who} forecasts: {quoted(record.outcome)}{within(record.window)}"
