"""Attributions that report no words: what was agreed on, announced by the way, or only coloured by quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.annotate.voices import LABELS
from dragoman.kinds.finders.worded import cue_verb
from dragoman.types import Annotated, Attribution
from dragoman.types import Span as Offsets

if TYPE_CHECKING:
    from dragoman.parsed import Span, Token

UNKNOWN_CUE = "heard."
QUOTED = re.compile('[“"‘]([^”"’]*)[”"’]')
FEWEST_QUOTED = 4
"""Words in quotation marks from which a cue that no row knows reports what somebody said."""
VOICED = frozenset({"concern", "question", "alarm", "doubt", "objection", "issue", "fear", "hope", "worry", "point"})
"""Nouns for what is voiced."""
STANDING = frozenset({"as", "for"})
"""Words before what somebody is made or taken for: "confirmed her as envoy"."""


def is_wordless(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether a deed, a passing mention or a borrowed word was read as what somebody said.

    "Agreed on new tariffs" is an agreement, "a package announced by Kenya" tells what a thing is, "confirmed as
    ambassador" is an appointment, and "helps the "weaker camp"" takes over two words.
    """
    if attribution.rule in LABELS and _is_courteous(annotated, attribution):
        return True
    if attribution.form == "direct":
        return False
    if attribution.rule.startswith(UNKNOWN_CUE):
        return _only_colours(annotated, attribution)
    cue = cue_verb(annotated, attribution)
    if cue is not None and cue.lemma_ == "agree" and not has_verb(annotated, attribution.content):
        return True  # "agreed to the "possibility" of a truce"
    if cue is None or attribution.form != "indirect":
        return False
    said = annotated.doc.char_span(attribution.content[0].start, attribution.content[-1].end, alignment_mode="expand")
    if said is None:
        return False
    if _is_by_the_way(cue, said) or _is_bare_message(said):
        return True
    return not _has_verb(said) and (cue.lemma_ == "agree" or _is_made_so(cue, said) or _is_as_told(cue))


COURTEOUS = frozenset(
    {"thanks", "thank", "you", "very", "so", "much", "great", "good", "nice", "pleased", "glad", "to", "be", "with",
     "see", "it's", "it’s", "its", "a", "pleasure", "morning", "afternoon", "evening", "hi", "hello", "welcome",
     "everyone", "everybody", "all", "again", "here", "for", "having", "me", "back", "please", "sir", "ma'am", "ma’am"}
)  # fmt: skip
"""Words of greeting and thanks, which beside a name are all that a turn says."""
WORD = re.compile(r"[A-Za-z’']+")


def _is_courteous(annotated: Annotated, attribution: Attribution) -> bool:
    """ "Thanks, Omar. Great to be with you.": a turn of greeting."""
    first, last = attribution.content[0].start, attribution.content[-1].end
    words = WORD.findall(annotated.article.text[first:last])
    others = [word for word in words if word.lower() not in COURTEOUS]
    return len(words) > len(others) and all(word[:1].isupper() for word in others) and len(others) < FEWEST_QUOTED


def _only_colours(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether a phrase without a verb holds a few words in quotation marks, which need not be those of its source."""
    span = attribution.content[0]
    words = annotated.doc.char_span(span.start, attribution.content[-1].end, alignment_mode="expand")
    quoted = " ".join(QUOTED.findall(annotated.article.text[span.start : attribution.content[-1].end]))
    cue = " ".join(annotated.article.text[part.start : part.end] for part in attribution.cue).lower().split()
    if any(word.removesuffix("s") in VOICED for word in cue):
        return False  # "raised doubts about the "plan""
    return words is not None and len(quoted.split()) < FEWEST_QUOTED and not _has_verb(words)


def _is_as_told(cue: Token) -> bool:
    """ "The truce, as outlined by Torv and backed by the council": a thing told of before, and no words about it."""
    return cue.tag_ == "VBN" and any(kid.dep_ == "mark" and kid.lower_ == "as" for kid in cue.children)


def has_verb(annotated: Annotated, content: tuple[Offsets, ...]) -> bool:
    """Whether what is said has a verb of its own, finite or an infinitive."""
    words = annotated.doc.char_span(content[0].start, content[-1].end, alignment_mode="expand")
    return words is None or _has_verb(words)


def _has_verb(words: Span) -> bool:
    return any(token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBN", "VBG"} for token in words)


def _is_by_the_way(cue: Token, said: Span) -> bool:
    """ "A package announced by Kenya includes grain": a participle behind the thing that is taken for the words."""
    passive = any(kid.dep_ in {"auxpass", "aux"} for kid in cue.children)
    by = any(kid.dep_ == "agent" for kid in cue.children)
    return cue.tag_ == "VBN" and cue.dep_ == "acl" and by and not passive and said.start <= cue.head.i < said.end


def _is_made_so(cue: Token, said: Span) -> bool:
    """ "Confirmed Torv as envoy", "repeat as a mantra": what somebody or something is made or used for."""
    if said[0].lower_ == "as":
        return True
    roles = [
        kid
        for kid in cue.children
        if kid.dep_ == "prep" and kid.lower_ in STANDING and kid.i in range(said.start, said.end)
    ]
    return cue.lemma_ in APPOINTING and bool(roles)


def _is_bare_message(said: Span) -> bool:
    """ "Reaffirmed his message", "optimistic about the proceedings": that something was said, and not what."""
    head = said.root
    bare = all(kid.dep_ in {"det", "poss", "amod", "prep", "punct"} for kid in head.children if kid in said)
    about = any(kid.dep_ == "prep" and kid.lower_ in {"of", "on", "about"} for kid in head.children)
    return head.lemma_.lower() in MESSAGES and bare and not about and not _has_verb(said)


MESSAGES = frozenset({"message", "remark", "statement", "word", "comment", "proceedings", "proceeding", "speech"})
"""Nouns for what is said, which don't tell it."""
APPOINTING = frozenset({"confirm", "approve", "nominate", "propose", "name", "repeat"})
"""Verbs of giving somebody a post, or of using words as something."""
