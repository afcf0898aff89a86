"""Whose words a clause is, as forecasts and promises ask it: the outermost third person who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.bylines import JOINT
from dragoman.annotate.held import holders
from dragoman.annotate.kept import kept
from dragoman.annotate.voices import FIRST_PERSON, author, first_person_of, is_first_person_words, source_actor
from dragoman.kinds.roused import is_roused
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Attribution, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

UNNAMED = frozenset({"you", "they", "he", "she", "it", "who", "that", "this", "one"})
"""Sources that the text leaves open; the words then count as those of whoever reports them."""
ADDRESS = 0.2
"""Share of sentences in the first person from which an official text is somebody's own speech."""
TURN = "said.turn"
STANCE = ("stance.", "wanted.")


def voices_at(annotated: Annotated, offset: int) -> list[Attribution]:
    """Attributions whose content holds the code point, the innermost first; stances ("rejects it") aside."""
    holding = [a for a in holders(annotated, offset) if not a.rule.startswith(STANCE)]
    return sorted(holding, key=lambda a: (-a.depth, -a.content[0].start))


JUDGING = "judged."
"""How the rows of praise and blame begin."""
INWARD = ("thought.", "wanted.", "shown.")
"""How the rows of thoughts, wishes and proofs begin: whoever tells of another's is the one who foresees."""


def voice_at(annotated: Annotated, offset: int) -> Actor | None:
    """Who says the words at `offset`: the innermost source that isn't "I" or "we"; None where the article speaks.

    "I believe" inside a quotation is the speaker of that quotation.
    """
    for attribution in voices_at(annotated, offset):
        if attribution.rule.startswith(JUDGING):  # who welcomes a plan doesn't say what the plan foresees
            continue
        if attribution.depth and attribution.rule.startswith(INWARD):  # "He said they think that it will fail"
            continue
        if (
            is_roused(annotated, attribution)
            or _is_figures(annotated, attribution)
            or _is_beside(annotated, attribution, offset)
        ):
            continue
        if attribution.source and not is_first_person(annotated, attribution.source):
            actor = source_actor(annotated, attribution)
            if actor is not None and actor.name.lower() not in UNNAMED:
                return actor
    words = _own_words(annotated, offset) or ("I" if is_address(annotated) else None)
    return first_person_of(annotated, words) if words else None


FIGURES = frozenset(
    {"estimate", "poll", "datum", "data", "figure", "projection", "survey", "indication", "calculation"}
)


def _is_figures(annotated: Annotated, attribution: Attribution) -> bool:
    """ "Early estimates say", "according to a poll": of nobody, so that who cites them is who foresees."""
    if not attribution.source:
        return False
    first, last = attribution.source[0].start, attribution.source[-1].end
    words = annotated.doc.char_span(first, last, alignment_mode="expand")
    if words is None or words.root.lemma_.lower() not in FIGURES:
        return False
    return not any(token.pos_ == "PROPN" or token.ent_type_ in {"ORG", "GPE", "PERSON", "NORP"} for token in words)


def _is_beside(annotated: Annotated, attribution: Attribution, offset: int) -> bool:
    """ "Will stand with the farmers as they seek to return": said of no more than the side clause of the cue."""
    if not attribution.cue:
        return False
    words = annotated.doc.char_span(attribution.cue[0].start, attribution.cue[0].end, alignment_mode="expand")
    if words is None:
        return False
    verb = words.root
    is_while = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    return is_while and any(c.dep_ == "xcomp" for c in verb.children) and offset < verb.left_edge.idx


@kept()
def is_address(annotated: Annotated) -> bool:
    """Whether an official text is its author's own speech: "I" or "we" stands in many sentences outside quotation."""
    if author(annotated) is None or not annotated.sentences or JOINT.search(annotated.article.title):
        return False
    starts = [s.span.start for s in annotated.sentences]
    own = sum(_own_words(annotated, start) is not None and not is_quoted(annotated, start) for start in starts)
    return own >= ADDRESS * len(starts)


def _own_words(annotated: Annotated, offset: int) -> str | None:
    """The "I", else the "we", of a sentence outside all quotation: an official text is then its author's own speech."""
    here = next((s for s in annotated.sentences if s.span.start <= offset < s.span.end), None)
    if here is None:
        return None
    words = annotated.doc[here.first : here.last]
    said = [t.text for t in words if t.lower_ in FIRST_PERSON and t.text != "US" and t.pos_ == "PRON"]
    return next((word for word in said if word.lower() in {"i", "me", "my"}), said[0] if said else None)


def is_first_person(annotated: Annotated, source: tuple[Span, ...]) -> bool:
    """Whether the source is "I" or "we"."""
    return is_first_person_words(" ".join(annotated.article.text[span.start : span.end] for span in source))


def is_quoted(annotated: Annotated, offset: int) -> bool:
    """Whether the code point lies in words given as they were said: a quotation, or a turn of a transcript."""
    return any(a.form == "direct" or a.rule == TURN for a in voices_at(annotated, offset))


def is_of_nobody(speaker: Actor | None, lexicon: Lexicon) -> bool:
    """ "Many", "others", "some including Torv": nobody who can be told from anybody else."""
    said = speaker.name.lower().split() if speaker is not None and not speaker.side else []
    alone = said[: said.index("including")] if "including" in said else said
    return " ".join(alone) in lexicon.words("speech/nobody", "anybody")


def another_person(speaker: Actor | None, who: list[Token], actors: tuple[Actor, ...]) -> bool:
    """Whether a speaker tells of a person, "he" or by name, who is another: no one promises what somebody else does."""
    told_of = bool(who) and all(token.lower_ in {"he", "she"} for token in who)
    if speaker is None:
        return False
    if speaker.kind in {"person", "group"} and actors and all(actor.kind == "person" for actor in actors):
        told_of = not any(is_first_person_words(token.text) for token in who)
    return told_of and all(actor.name not in {speaker.name, *speaker.aliases} for actor in actors)


def own_side(annotated: Annotated, speaker: Actor | None) -> str | None:
    """The party for which the speaker says "we"; that of an official text's author for a speaker without a side."""
    if speaker and speaker.side:
        return speaker.side
    who = author(annotated) or speaker
    return (who.side or who.name) if who else None
