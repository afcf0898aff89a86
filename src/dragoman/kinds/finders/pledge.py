"""How a pledge is found in an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from dragoman.annotate.clauses import when_of
from dragoman.annotate.evidence import cite
from dragoman.annotate.storytime import when_said
from dragoman.annotate.times.anchors import shifted
from dragoman.annotate.voices import overlaps, speaker_at
from dragoman.kinds.encounters import find_encounters
from dragoman.kinds.finders.forecast import expected
from dragoman.kinds.foreseen import NOW, is_of_ages
from dragoman.kinds.pledge import Pledge, PledgeStatus
from dragoman.kinds.promises import Promise, find_promises, outcome_after
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Timex, When


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Pledge]:
    """Every pledge that the article asserts, with what became of it where the text says so."""
    told = find_encounters(annotated, lexicon)
    for promise in find_promises(annotated, lexicon):
        status, words = outcome_after(annotated, promise, lexicon)
        spans = [promise.told, *([words] if words else [])]
        made = when_said(annotated, promise.told)
        yield Pledge(
            article=annotated.article.id,
            evidence=tuple(cite(annotated.article, span) for span in spans),
            rule=promise.row.id,
            by=promise.by,
            content=cite(annotated.article, promise.content).quote,
            made=made,
            deadline=_counted_from(annotated, promise, made) or _deadline(annotated, promise),
            status_in_text=cast(PledgeStatus, status),
            expects=expected(annotated, promise.head, told, lexicon),
        )


COUNTED_RULES = frozenset({"ahead", "within", "coming", "coming.counted"})
"""Rules of data/times/rules.toml that count from the day of the article."""


def _counted_from(annotated: Annotated, promise: Promise, made: When | None) -> When | None:
    """ "Pledged on Monday to free them within two weeks": of a promise whose day is known the length counts from it."""
    lengths = [t for t in annotated.times if t.type == "DURATION" and overlaps(t.span, promise.content)]
    within = [t for t in lengths if t.role == "within" and not any("X" in end for end in t.length or ("X",))]
    if not within or made is None or made.start is None or made.start != made.end:
        return None
    last = within[-1]
    end = shifted(last, made.start, 1)[1]
    words = annotated.article.text[last.span.start : last.span.end]
    return When(words, made.start, end, vagueness=1, basis="spoken", rule=last.rule, role="within", grain=last.grain)


def _deadline(annotated: Annotated, promise: Promise) -> When | None:
    """The last time said in the words of the promise; None without one.

    A length counted from today ("in a day") says nothing of a promise that had been made before, or that the article
    itself recalls without a day.
    """
    said = [
        t
        for t in annotated.times
        if overlaps(t.span, promise.content) and t.window and t.value != NOW and not _is_behind(annotated, t.window)
        if t.role != "from"
        and not _is_of_thing(annotated, t)  # "starting on August 12"
        and not is_of_ages(annotated.article.text[t.span.start : t.span.end], promise.head)
    ]
    verb = promise.head.head
    dated = when_of(annotated, verb)
    spoken_now = dated is not None and dated.rule not in COUNTED_RULES
    recalled = verb.tag_ == "VBD" and speaker_at(annotated, verb.idx) is None and not spoken_now
    earlier = recalled or any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    if verb.tag_ in {"VBZ", "VBP"} or any(c.dep_ == "aux" and c.lower_ in WILL for c in promise.head.children):
        said = [t for t in said if not _is_over(annotated, t.window)]
    kept = [t for t in said if not (earlier and t.type == "DURATION" and t.window and t.window.basis == "published")]
    return kept[-1].window if kept else None


def _is_of_thing(annotated: Annotated, time: Timex) -> bool:
    """ "Act No. 4 of 2025", "the compact that they signed in May", "the May truce", "the raids in May", which is past:
    a time of what the promise names.
    """
    words = annotated.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is None:
        return False
    above = words.root.head
    is_number = above.lower_ == "of" and above.head.pos_ in {"NUM", "PROPN"} and above.head.ent_type_ != "DATE"
    names = words.root.dep_ in {"nmod", "compound", "nummod", "amod"} and above.pos_ in {"NOUN", "PROPN"}
    is_over = _is_over(annotated, time.window)
    of_noun = is_over and words.root.dep_ == "pobj" and above.head.pos_ in {"NOUN", "PROPN"}
    tags = {"VBD", "VBN", "VBG"} if is_over else {"VBD", "VBN"}
    told = (t for t in words.root.ancestors if t.dep_ in {"relcl", "acl"} and t.tag_ in tags)
    return is_number or names or of_noun or any(time.span.start > t.idx for t in told)


WILL = frozenset({"will", "shall", "'ll", "’ll"})
"""Auxiliaries by which something is promised today."""


def _is_over(annotated: Annotated, window: When | None) -> bool:
    """ "As set out in the order of April 2": a day gone by is no deadline of what is promised now."""
    today = annotated.article.published
    return today is not None and window is not None and window.end is not None and window.end < today


def _is_behind(annotated: Annotated, window: When) -> bool:
    """ "the gains of the last two decades": years up to today are no day by which anything is due."""
    today = annotated.article.published
    return today is not None and window.end == today and window.start is not None and window.start < today
