"""A second cue inside what was read as one content: "said |the port was shut| and blamed |the rebels|"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.annotate.speech.cues import Cue, CueTable
from dragoman.annotate.speech.layout import Draft, Layout, end_of, in_quote, trim
from dragoman.annotate.speech.syntax import child, match_words, subject_of
from dragoman.annotate.speech.verbs import cue_spans
from dragoman.lexicon import load_lexicon
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

JOINTS = frozenset({"and", "but", "though", "although", "yet"})
TOLD = frozenset({"said", "asked", "judged"})
BLAMING = "blame"
PAST = "VBD"


def parted(layout: Layout, table: CueTable, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, each ended before a second cue of the same source, whose words are a draft of their own.

    The parser joins that cue to the clause before it; that it isn't the clause's shows where no such thing can speak:
    "the roads were shut and appealed for help".
    """
    drafts = list(drafts)
    split = {number: found for number, one in enumerate(drafts) if (found := _second(layout, table, one)) is not None}
    places = {second.at for _, second in split.values()}
    for number, draft in enumerate(drafts):
        if number in split:
            yield from split[number]
        elif draft.at not in places:
            yield draft


def _second(layout: Layout, table: CueTable, draft: Draft) -> tuple[Draft, Draft] | None:
    if not draft.cue or not draft.source or not draft.content or draft.content[-1].start < draft.at:
        return None
    part = draft.content[-1]
    words = layout.doc.char_span(part.start, part.end, alignment_mode="expand")
    spoken = layout.doc.char_span(draft.cue[0].start, draft.cue[0].end, alignment_mode="expand")
    if words is None or spoken is None or all(t.tag_ != PAST for t in spoken):
        return None
    for verb in words[1:]:
        if verb.tag_ != PAST or verb.pos_ != "VERB" or in_quote(layout, verb.idx) or child(verb, "nsubj", "nsubjpass"):
            continue
        joint = verb.nbor(-1) if verb.nbor(-1).pos_ != "ADV" else verb.nbor(-2)
        if joint.lower_ not in JOINTS or not (joint.i == words[0].i or _is_of_thing(verb)):
            continue
        for cue in table.verbs.get(verb.lemma_.lower(), ()):
            if (cue.means in TOLD or verb.lemma_ == BLAMING) and (found := _split(layout, draft, joint, verb, cue)):
                return found
    return None


def _is_of_thing(verb: Token) -> bool:
    """Whether what the parser takes for the verb's subject is a thing, which says nothing."""
    who = subject_of(verb)
    return who is not None and who.pos_ == "NOUN" and not who.ent_type_ and who.lemma_.lower() not in _groups()


@cache
def _groups() -> frozenset[str]:
    """Nouns for those who may speak."""
    lexicon = load_lexicon()
    return lexicon.words("actors/groups") | lexicon.words("actors/bodies") | lexicon.words("actors/bands")


def _split(layout: Layout, draft: Draft, joint: Token, verb: Token, cue: Cue) -> tuple[Draft, Draft] | None:
    """The draft up to the joint, and what the second cue tells; None where nothing is left of one of them."""
    more = match_words(verb, cue)
    if more is None:
        return None
    *others, last = draft.content
    first = trim(layout.text, Span(last.start, joint.idx)) if joint.idx > last.start else None
    rest = trim(layout.text, Span(end_of(max((verb, *more), key=lambda token: token.i)), last.end))
    kept = (*others, *((first,) if first is not None else ()))
    if not kept or rest is None:
        return None
    second = Draft(
        source=draft.source,
        cue=cue_spans(layout, verb, more),
        content=(rest,),
        at=verb.idx,
        wish=cue.wish,
        rule=cue.rule,
    )
    return replace(draft, content=kept), second
