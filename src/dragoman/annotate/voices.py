"""Who speaks where: the actor behind a stretch of speech, and behind a "we" or "I" inside it."""

from __future__ import annotations

from dragoman.annotate.outlets import official_side
from dragoman.types import Actor, Annotated, Attribution, Mention, Span, When

FIRST_PERSON = frozenset({"we", "i", "us", "me", "our", "my", "ours"})


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def attribution_at(annotated: Annotated, offset: int) -> Attribution | None:
    """The innermost attribution whose content holds the code point `offset`; None outside speech."""
    holding = [a for a in annotated.speech if _holds(a, offset)]
    return max(holding, key=lambda a: (a.depth, a.content[0].start), default=None)


def names_somebody(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether the source is a mention of an actor, not a thing or a "who" that nobody was found for."""
    whole = Span(attribution.source[0].start, attribution.source[-1].end)
    return any(overlaps(m.span, whole) and m.actors for m in annotated.mentions)


def _holds(attribution: Attribution, offset: int) -> bool:
    return any(said.start <= offset < said.end for said in attribution.content)


def author(annotated: Annotated) -> Actor | None:
    """The state or organisation that issues the article, for an official readout; None for a newspaper."""
    name = official_side(annotated.article.outlet, annotated.article.url)
    return Actor(name, (annotated.article.outlet,), name, None, "state") if name else None


def source_actor(annotated: Annotated, attribution: Attribution) -> Actor | None:
    """The actor whom an attribution names as its source: the mention that the source's head lies in.

    A source without a mention ("a report") is a group by its own words; an empty source is the author of the text where
    that is a state or organisation, else None.
    """
    if not attribution.source:
        return None
    first = attribution.source[0]
    if annotated.article.text[first.start : first.end].lower() in FIRST_PERSON:
        outer = [a for a in annotated.speech if a.depth < attribution.depth and _holds(a, first.start)]
        return source_actor(annotated, max(outer, key=lambda a: a.depth)) if outer else author(annotated)
    whole = _antecedent(annotated, first) or Span(attribution.source[0].start, attribution.source[-1].end)
    inside = [m for m in annotated.mentions if overlaps(m.span, whole) and m.form != "place" and m.actors]
    if inside:
        return mention_actor(annotated, _head_mention(annotated, inside, whole))
    words = " ".join(annotated.article.text[s.start : s.end] for s in attribution.source)
    return Actor(" ".join(words.split()))


def _antecedent(annotated: Annotated, source: Span) -> Span | None:
    """The noun that a source "who" or "which" stands for; None for any other source."""
    word = annotated.doc.char_span(source.start, source.end, alignment_mode="expand")
    if word is None or len(word) != 1 or word[0].tag_ not in {"WP", "WDT"} or word[0].head.dep_ != "relcl":
        return None
    noun = word[0].head.head
    return Span(noun.idx, noun.idx + len(noun))


def _head_mention(annotated: Annotated, inside: list[Mention], whole: Span) -> Mention:
    """The mention a source is about: a person named at its begin or anywhere in it, else whoever begins it.

    An owner is passed over: "Torv's envoy Omar Haddad" is Haddad.
    """
    inside = [m for m in inside if annotated.doc[m.head].dep_ != "poss"] or inside
    starting = [m for m in inside if m.span.start - whole.start <= len("the ")]
    persons = [m for m in inside if any(annotated.actors[i].kind == "person" for i in m.actors)]
    return next((m for m in persons if m in starting), (persons or starting or inside)[0])


def mention_actor(annotated: Annotated, mention: Mention) -> Actor | None:
    """One actor for a mention: its only one, or a joint one with its members as aliases ("the two leaders")."""
    if not mention.actors:
        return None
    members = [annotated.actors[i] for i in mention.actors]
    if len(members) == 1:
        return members[0]
    text = annotated.article.text[mention.span.start : mention.span.end]
    return Actor(" and ".join(m.name for m in members), (text, *(m.name for m in members)), None, None, "group")


def speaker_at(annotated: Annotated, offset: int) -> Actor | None:
    """Who says the words at `offset`; None where the article itself speaks."""
    attribution = attribution_at(annotated, offset)
    return source_actor(annotated, attribution) if attribution else None


NEAR_CUE = 60
"""Code points between a cue and a time that still belongs to it ("said in an interview with the radio on Sunday")."""


def time_of_speech(annotated: Annotated, attribution: Attribution) -> When | None:
    """When it was said: the time beside the cue, in the cue's sentence and outside the words said; None without one."""
    if not attribution.cue:
        return None
    cue = attribution.cue[0]
    sentence = next((s.span for s in annotated.sentences if overlaps(s.span, cue)), cue)
    beside = [
        time
        for time in annotated.times
        if time.window is not None
        and time.type != "DURATION"
        and overlaps(time.span, sentence)
        and not any(overlaps(time.span, said) for said in attribution.content)
        and min(abs(time.span.start - cue.end), abs(cue.start - time.span.end)) <= NEAR_CUE
    ]
    chosen = min(beside, key=lambda time: abs(time.span.start - cue.end), default=None)
    return chosen.window if chosen else None
