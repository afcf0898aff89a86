"""What a silence is about, where its own words don't say, and what only sounds like one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, is_passive, subjects
from dragoman.annotate.voices import source_actor
from dragoman.kinds.non_answer import NonAnswer, what_is_missing
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Attribution, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

OFFERS = "kinds/offer_words"
BACK = 2
"""Sentences before a silence in which the claim stands that it leaves unanswered."""
THAT = "that "
COMMENTS = frozenset(
    {"comment", "respond", "response", "reply", "reaction", "react", "answer", "reach", "call", "request", "message"}
)
ONE = frozenset({"he", "she"})
DUMMIES = frozenset({"thing", "anything", "something", "everything"})
POINTING = frozenset({"this", "that"})
COURSES = frozenset({"process", "point", "issue", "matter", "question", "topic"})


def asks_comment(cue: str) -> bool:
    """Whether the words of a silence are of what another said: "comment", "reply"; one's own words one "elaborates"."""
    return bool(set(cue.split()) & COMMENTS)


def said_of_it(annotated: Annotated, verb: Token, silent: Actor) -> Span | None:
    """ "Kenya said the rebels had left. Chad did not comment": what another said just before; None without any."""
    here = next((n for n, s in enumerate(annotated.sentences) if s.first <= verb.i < s.last), 0)
    first = annotated.sentences[max(0, here - BACK)].span.start
    said = [one for one in annotated.speech if one.content and one.source and one.content[0].start >= first]
    before = [one for one in said if one.content[-1].end <= verb.idx and one.rule.startswith("said.")]
    others = [one for one in before if not _is_of(source_actor(annotated, one), silent)]
    if not others:
        return None
    return _without_that(annotated, max(others, key=lambda one: one.content[-1].end).content[-1])


def _without_that(annotated: Annotated, span: Span) -> Span:
    opening = annotated.article.text[span.start : span.end].startswith(THAT)
    return Span(span.start + len(THAT), span.end) if opening else span


def own_claim(annotated: Annotated, verb: Token, silent: Actor) -> Span | None:
    """ "Kenya's envoy said it would pay. She declined to elaborate": what the silent one said just before."""
    told = [one for one, who in _said_before(annotated, verb) if who.name == silent.name]
    return _without_that(annotated, max(told, key=lambda one: one.content[-1].end).content[-1]) if told else None


def _said_before(annotated: Annotated, verb: Token) -> list[tuple[Attribution, Actor]]:
    """What is said in the sentences just before a silence, with who says it, where that is known."""
    here = next((n for n, s in enumerate(annotated.sentences) if s.first <= verb.i < s.last), 0)
    first, last = annotated.sentences[max(0, here - BACK)].span.start, annotated.sentences[here].span.start
    said = [one for one in annotated.speech if one.content and one.source and one.rule.startswith("said.")]
    near = ((one, source_actor(annotated, one)) for one in said if first <= one.content[0].start < last)
    return [(one, who) for one, who in near if who is not None]


def told_beside(annotated: Annotated, verb: Token, who: list[Token]) -> tuple[Actor, Span] | None:
    """ "Torv said they will meet, though she did not say when": Torv, and not another "she", and what.

    None where it is known otherwise: no one "he" or "she", or who is meant stands in the sentence itself.
    """
    if len(who) != 1 or who[0].lower_ not in ONE or verb.dep_ not in {"advcl", "conj"}:
        return None
    told = next((one for t in verb.ancestors if (one := _told_with(annotated, t)) is not None), None)
    if told is None or not told.source or not told.content or told.source[0].start > verb.idx:
        return None
    speaker = source_actor(annotated, told)
    if speaker is None or speaker.kind != "person":
        return None
    others = (one for one in actors_at(annotated, who) if one.name != speaker.name)
    return None if any(_stands_in(verb, one) for one in others) else (speaker, told.content[-1])


def _told_with(annotated: Annotated, verb: Token) -> Attribution | None:
    """What is told with a verb of saying."""
    return next((one for one in annotated.speech if any(p.start <= verb.idx < p.end for p in one.cue)), None)


def _stands_in(verb: Token, actor: Actor) -> bool:
    return any(name in verb.sent.text for name in (actor.name, *actor.aliases))


def is_another(annotated: Annotated, verb: Token, who: list[Token], silent: Actor) -> bool:
    """ "Torv said ... He did not elaborate": whether those who spoke just before are all others than who "he" seems."""
    if len(who) != 1 or who[0].lower_ not in ONE or _stands_in(verb, silent):
        return False
    said = [actor for _, actor in _said_before(annotated, verb)]
    return bool(said) and all(actor.name != silent.name for actor in said)


def is_put_to(annotated: Annotated, asked: Token, silent: Collection[Actor]) -> bool:
    """Whether those who were asked ("Asked about it, Torv said") can be the silent; so where the text names none."""
    known: tuple[Actor, ...] = ()
    if asked.dep_ == "advcl" and (told := _told_with(annotated, asked.head)) is not None:
        known = tuple(filter(None, (source_actor(annotated, told),)))
    elif asked.dep_ == "advcl" or is_passive(asked):
        known = actors_at(annotated, subjects(asked.head if asked.dep_ == "advcl" else asked))
    else:
        known = actors_at(annotated, [c for c in asked.children if c.dep_ in {"dobj", "dative"}])
    return not known or not silent or any(_is_of(one, other) for one in known for other in silent)


def _is_of(speaker: Actor | None, silent: Actor) -> bool:
    """Whether a speaker is the silent one or of its side; of an unknown speaker nobody knows."""
    return speaker is None or bool({speaker.name, speaker.side} & {silent.name, silent.side} - {None})


def is_misread(silent: Actor, tokens: Collection[Token]) -> bool:
    """Whether "he" was read as a body or a state."""
    return len(tokens) == 1 and all(t.lower_ in ONE for t in tokens) and silent.kind in {"organisation", "state"}


def once_each(told: Iterable[NonAnswer]) -> Iterator[NonAnswer]:
    """Of what one said "without giving details", told again, only the first."""
    known: set[tuple[str, str]] = set()
    for one in told:
        key = (one.by.name if one.by else "", one.rule)
        is_of_details = what_is_missing(one) == "details"
        if not (is_of_details and key in known):
            yield one
        if is_of_details:
            known.add(key)


def is_dummy(annotated: Annotated, span: Span) -> bool:
    """ "Get ahead of things", "of anything else", "of that process", "business of parsing": nothing that was asked."""
    words = [t for t in annotated.doc.char_span(span.start, span.end, alignment_mode="expand") or () if not t.is_punct]
    if len(words) == 1:
        return words[0].lemma_.lower() in DUMMIES or words[0].lower_.endswith("ing")
    pointed = len(words) == 2 and words[0].lower_ in POINTING and words[1].lemma_ in COURSES
    return pointed or bool(words) and all(t.lemma_.lower() in DUMMIES or t.lower_ == "else" for t in words)


def is_deal_entered(into: Token, lexicon: Lexicon) -> bool:
    """ "Would not get into a deal": refused is the deal, and no answer."""
    deals = lexicon.words(OFFERS, "deal") | lexicon.words(OFFERS, "truce")
    return into.lower_ == "into" and any(
        c.lemma_.lower() in deals and any(d.lower_ in {"a", "an", "any"} for d in c.lefts) for c in into.children
    )


ASKING = frozenset({"when", "where", "who", "how", "why", "which", "what", "whether"})


def question_fronted(verb: Token) -> Span | None:
    """ "When they would meet, she did not say": what is asked, before the verb; else None."""
    if any(c.i > verb.i and c.dep_ in {"dobj", "ccomp", "xcomp", "prep"} for c in verb.children):
        return None
    for clause in (c for c in verb.children if c.dep_ in {"advcl", "ccomp", "csubj"} and c.right_edge.i < verb.i):
        first = clause.left_edge
        if first.lower_ in ASKING and first.i == verb.sent.start and clause.pos_ in {"VERB", "AUX"}:
            last = clause.right_edge
            return Span(first.idx, last.idx + len(last))
    return None
