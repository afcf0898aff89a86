"""Who speaks where: the actor behind a stretch of speech, and behind a "we" or "I" inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.outlets import official_side
from dragoman.types import Actor, Annotated, Attribution, Mention, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Token

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
    whole = _antecedent(annotated, attribution.source[0])
    whole = whole or Span(attribution.source[0].start, attribution.source[-1].end)
    return any(overlaps(m.span, whole) and (m.actors or m.candidates) for m in annotated.mentions)


def _holds(attribution: Attribution, offset: int) -> bool:
    return any(said.start <= offset < said.end for said in attribution.content)


def author(annotated: Annotated) -> Actor | None:
    """The state or organisation that issues the article, for an official readout; None for a newspaper."""
    name = official_side(annotated.article.outlet, annotated.article.url)
    return Actor(name, (annotated.article.outlet,), name, None, "state") if name else None


class Speaker(Struct, frozen=True):
    """Whom a source names: an actor, and where it stays open between several, all of them."""

    actor: Actor | None
    candidates: tuple[Actor, ...] = ()


def source_actor(annotated: Annotated, attribution: Attribution) -> Actor | None:
    """The actor whom an attribution names as its source; None for an empty source."""
    return source_speaker(annotated, attribution).actor


def source_speaker(annotated: Annotated, attribution: Attribution) -> Speaker:
    """Whom an attribution names as its source: the mention that the source's head lies in.

    A source without a mention ("a report") is a group by its own words. A first person is whoever speaks around it,
    else the state or organisation that issues the text. Where a pronoun may be either of two it is itself the actor.
    """
    if not attribution.source:
        return Speaker(None)
    if (teller := told_by(annotated, attribution)) is not None:
        return source_speaker(annotated, teller)
    first = attribution.source[0]
    if annotated.article.text[first.start : first.end].lower() in FIRST_PERSON:
        outer = [a for a in annotated.speech if a.depth < attribution.depth and _holds(a, first.start)]
        inner = max(outer, key=lambda a: a.depth, default=None)
        return source_speaker(annotated, inner) if inner else Speaker(author(annotated))
    whole = _antecedent(annotated, first) or Span(attribution.source[0].start, attribution.source[-1].end)
    inside = [m for m in annotated.mentions if overlaps(m.span, whole) and m.form != "place"]
    meant = _meant(annotated, [m for m in inside if m.actors], whole)
    if meant:
        return Speaker(_joint_actor(annotated, meant))
    open_to = next((m.candidates for m in inside if m.candidates), ())
    words = " ".join(" ".join(annotated.article.text[s.start : s.end] for s in attribution.source).split())
    candidates = tuple(annotated.actors[i] for i in open_to)
    names = " or ".join(actor.name for actor in candidates)
    return Speaker(Actor(names or words, (), _common_side(candidates)), candidates)


def told_by(annotated: Annotated, attribution: Attribution) -> Attribution | None:
    """ "She said Kenya would stay away, saying ...": the words around, whose speaker goes on; else None.

    What will be done or is the case is not done by saying, so that the participle belongs to the cue above it.
    """
    if not attribution.depth or attribution.form == "direct" or not attribution.cue:
        return None
    cue = annotated.doc.char_span(attribution.cue[0].start, attribution.cue[0].end, alignment_mode="expand")
    if cue is None or cue[0].tag_ != "VBG" or cue[0].dep_ != "advcl" or annotated.doc[cue[0].i - 1].text != ",":
        return None
    verb = cue[0].head
    if verb.lemma_ != "be" and not any(kid.tag_ == "MD" for kid in verb.children):
        return None
    around = reporters(annotated, attribution)
    return around[-1] if around and around[-1].form != "direct" else None


def _common_side(actors: tuple[Actor, ...]) -> str | None:
    sides = {actor.side for actor in actors}
    return sides.pop() if len(sides) == 1 else None


def _antecedent(annotated: Annotated, source: Span) -> Span | None:
    """The noun that a source "who" or "which" stands for; None for any other source."""
    word = annotated.doc.char_span(source.start, source.end, alignment_mode="expand")
    if word is None or len(word) != 1 or word[0].tag_ not in {"WP", "WDT"} or word[0].head.dep_ != "relcl":
        return None
    noun = word[0].head.head
    return Span(noun.idx, noun.idx + len(noun))


def _meant(annotated: Annotated, inside: list[Mention], whole: Span) -> tuple[Mention, ...]:
    """The mentions that a source is about: that of its head noun with those joined to it, else the best of the rest."""
    if not inside:
        return ()
    words = annotated.doc.char_span(whole.start, whole.end, alignment_mode="expand")
    head = words.root if words is not None else None
    if head is None:
        return (_head_mention(annotated, inside, whole),)
    at_head = next((m for m in inside if m.head == head.i or m.span.start <= head.idx < m.span.end), None)
    if at_head is None or not _is_person(annotated, at_head):
        named = _apposed(annotated, inside, head)
        at_head = named or at_head
    if at_head is None:
        return (_head_mention(annotated, inside, whole),)
    joined = {token.i for token in head.conjuncts}
    return (at_head, *(m for m in inside if m.head in joined and m.actors != at_head.actors))


def _apposed(annotated: Annotated, inside: list[Mention], head: Token) -> Mention | None:
    """ "Kenya's foreign minister, Ana Torv": the person named in apposition to the head noun."""
    apposed = {kid.i for kid in head.children if kid.dep_ == "appos"}
    return next((m for m in inside if m.head in apposed and m.form == "name" and _is_person(annotated, m)), None)


def _is_person(annotated: Annotated, mention: Mention) -> bool:
    return mention.form != "role" and any(annotated.actors[i].kind == "person" for i in mention.actors)


def _head_mention(annotated: Annotated, inside: list[Mention], whole: Span) -> Mention:
    """The mention a source is about: a person named at its begin or anywhere in it, else whoever begins it.

    An owner is passed over: "Torv's envoy Omar Haddad" is Haddad.
    """
    inside = [m for m in inside if annotated.doc[m.head].dep_ != "poss"] or inside
    starting = [m for m in inside if m.span.start - whole.start <= len("the ")]
    persons = [m for m in inside if any(annotated.actors[i].kind == "person" for i in m.actors)]
    return next((m for m in persons if m in starting), (persons or starting or inside)[0])


def _joint_actor(annotated: Annotated, mentions: tuple[Mention, ...]) -> Actor | None:
    """One actor for a source: that of its only mention, or a joint one of all ("Kenya and Uganda said")."""
    if len(mentions) == 1:
        return mention_actor(annotated, mentions[0])
    members = tuple(dict.fromkeys(i for m in mentions for i in m.actors))
    actors = tuple(annotated.actors[i] for i in members)
    if len(actors) == 1:
        return actors[0]
    names = tuple(actor.name for actor in actors)
    return Actor(" and ".join(names), names, _common_side(actors))


def mention_actor(annotated: Annotated, mention: Mention) -> Actor | None:
    """One actor for a mention: its only one, or a joint one with its members as aliases ("the two leaders")."""
    if not mention.actors:
        return None
    members = [annotated.actors[i] for i in mention.actors]
    if len(members) == 1:
        return members[0]
    text = annotated.article.text[mention.span.start : mention.span.end]
    return Actor(" and ".join(m.name for m in members), (text, *(m.name for m in members)), None, None, "group")


def reporters(annotated: Annotated, attribution: Attribution) -> tuple[Attribution, ...]:
    """The attributions in whose words an attribution stands, the outermost first; empty for the article's own."""
    if not attribution.depth:
        return ()
    at = (attribution.cue or attribution.content)[0].start
    around = [a for a in annotated.speech if a is not attribution and a.depth < attribution.depth and _holds(a, at)]
    return tuple(sorted(around, key=lambda a: (a.depth, a.content[0].start)))


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
