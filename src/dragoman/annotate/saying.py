"""Whether the words of an attribution were said at all: not denied, asked, forced or only imagined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.held import mentions_over
from dragoman.annotate.phrases import is_question
from dragoman.annotate.voices import GOING_ON
from dragoman.lexicon import load_lexicon
from dragoman.types import Annotated, Attribution, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

NOT_YET = frozenset({"should", "must", "may", "might", "could", "can", "to", "will", "shall"})
"""Helpers of a cue whose words have not been said."""
DENYING = frozenset({"deny", "dispute", "rule", "exclude", "contest", "hide", "oppose", "object", "reject"})
"""Cues that a "not" turns into words said: "did not rule out a truce"."""


def is_made(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether the words were said: "did not say when", "should tell", inside words "to admit", tell of none."""
    cue = [
        token
        for span in attribution.cue
        for token in annotated.doc.char_span(span.start, span.end, alignment_mode="expand") or ()
    ]
    verb = next((token for token in cue if token.pos_ == "VERB"), None)
    if verb is None and cue and attribution.rule.startswith("said.noun") and not attribution.depth:
        return attribution.form == "direct" or not is_question(cue[0])
    if verb is None or attribution.form == "direct":
        return True
    if _is_awaited(verb):
        return False
    if _is_before_noun(verb, attribution) or _is_of_a_thing(annotated, verb, attribution):
        return False
    if _is_no_telling(verb, attribution):
        return False
    if attribution.wish:
        is_asked = is_question(verb) and not attribution.depth
        return not is_asked and verb.head.lemma_ != "let" and not any(kid.lower_ in DOUBTED for kid in verb.children)
    helpers = [kid for kid in verb.children if kid.dep_ in {"aux", "auxpass", "neg"}]
    if _is_asked(verb, helpers) or (verb.tag_ == "VB" and verb.head.lemma_ in FORCING):
        return False
    if (any(kid.dep_ == "neg" for kid in helpers) and verb.lemma_.lower() not in DENYING) or _is_still_to_come(cue):
        return False
    if verb.tag_ == "VB" and not helpers:
        return False
    if _is_imagined(verb, attribution):
        return False
    said_already = any(kid.lemma_ == "have" for kid in helpers)
    ahead = any(kid.lower_ in NOT_YET for kid in helpers if attribution.depth or kid.lower_ != "to")
    return said_already or not ahead


def _is_awaited(cue: Token) -> bool:
    """ "Until they understand it", "if it refers to the talks", "once the council says so": not said so far."""
    leads = {kid.lower_ for kid in cue.lefts if kid.dep_ in {"mark", "advmod", "prep"}}
    if leads & {"until", "unless", "if", "whether"}:
        return True
    return cue.tag_ in {"VBZ", "VBP"} and bool(leads & {"once", "after", "before"})


DOUBTED = frozenset({"may", "might", "could", "should", "must"})
"""Helpers of a thought or a wish that somebody else reckons with: "may not consider it safe"."""


def _is_before_noun(cue: Token, attribution: Attribution) -> bool:
    """ "their reported part in it": a participle before what is taken for the words said."""
    return cue.dep_ == "amod" and any(part.start <= cue.head.idx < part.end for part in attribution.content)


def _is_of_a_thing(annotated: Annotated, cue: Token, attribution: Attribution) -> bool:
    """ "in votes on resolutions seeking an end": what the thing before the participle is for, which nobody says."""
    noun = cue.head
    if cue.tag_ != "VBG" or cue.dep_ != "acl" or noun.pos_ != "NOUN" or attribution.form != "indirect":
        return False
    return not any(
        noun.i == m.head and m.actors for m in mentions_over(annotated, Span(noun.idx, noun.idx + len(noun)))
    )


def _is_no_telling(cue: Token, attribution: Attribution) -> bool:
    """Whether the cue tells of a purpose, a right, a silence, a question put or a thing, by the way it stands."""
    is_open = cue.tag_ == "VB" and cue.dep_ == "acl" and cue.head.lemma_.lower() in OPEN_TO
    of_itself = is_open or _is_left_unsaid(cue) or _is_purpose(cue) or _is_need(cue)
    return of_itself or _is_put_to_the_speaker(cue, attribution) or _is_of_its_own_source(cue, attribution)


def _is_left_unsaid(cue: Token) -> bool:
    """ "It will come, but without saying when": what was not said."""
    return cue.tag_ == "VBG" and cue.dep_ == "pcomp" and cue.head.lower_ == "without"


def _is_purpose(cue: Token) -> bool:
    """ "so that Kenya seeks peace": what is to come of it, which nobody has said."""
    marks = [kid for kid in cue.children if kid.dep_ == "mark" and kid.lower_ == "that"]
    return any(mark.i and cue.doc[mark.i - 1].lower_ == "so" for mark in marks)


def _is_need(cue: Token) -> bool:
    """ "Kenya's breach of the truce demands an answer": what a deed calls for, which its doer doesn't ask."""
    if cue.lemma_ not in {"demand", "require", "merit", "warrant"}:
        return False
    deeds = [kid for kid in cue.lefts if kid.dep_ == "nsubj" and kid.tag_ in {"NN", "NNS"}]
    owned = [noun for noun in deeds if any(kid.dep_ == "poss" for kid in noun.lefts)]
    lexicon = load_lexicon()
    speaking = lexicon.words("speech/channels") | lexicon.words("actors/groups") | lexicon.words("actors/bodies")
    return any(noun.lemma_.lower() not in speaking for noun in owned)


OPEN_TO = frozenset(
    {"right", "chance", "opportunity", "power", "authority", "ability", "duty", "reason", "need", "time", "freedom"}
)
"""What somebody has to do a thing, who need not have done it: "the right to propose a reform"."""


def _is_put_to_the_speaker(cue: Token, attribution: Attribution) -> bool:
    """ "When asked about the plan, Torv answered": what she was asked, and did not ask."""
    if not attribution.rule.startswith("asked.") or cue.tag_ != "VBN" or not attribution.source:
        return False
    is_bare = all(kid.dep_ not in {"nsubj", "nsubjpass", "aux", "agent"} for kid in cue.children)
    return is_bare and attribution.source[0].start > cue.idx


def _is_of_its_own_source(cue: Token, attribution: Attribution) -> bool:
    """ "Pictures posted online showed it": a participle that tells of the thing before it, which says nothing."""
    by = any(kid.dep_ in {"agent", "auxpass", "aux"} for kid in cue.children)
    return (
        cue.tag_ == "VBN"
        and cue.dep_ == "acl"
        and cue.head.pos_ == "NOUN"
        and not by
        and any(part.start <= cue.head.idx < part.end for part in attribution.source)
    )


FORCING = frozenset({"force", "drive", "compel", "oblige", "lead", "prompt"})
"""Verbs whose "to seek shelter" tells of no words said."""


def _is_asked(verb: Token, helpers: list[Token]) -> bool:
    """ "Did they signal any concern?": asked whether, not told."""
    subject = next((kid for kid in verb.children if kid.dep_ in {"nsubj", "nsubjpass"}), None)
    fronted = subject is not None and any(kid.i < subject.i and kid.dep_ != "neg" for kid in helpers)
    return fronted and is_question(verb)


def _is_still_to_come(cue: list[Token]) -> bool:
    """ "Kenya has yet to confirm that it will come": what has not been said so far."""
    words = [token.lower_ for token in cue]
    return "yet" in words and "to" in words[words.index("yet") :]


def _is_imagined(cue: Token, attribution: Attribution) -> bool:
    """ "She could use the vote as a pretext, telling voters ...", "would reply by saying": only imagined."""
    if cue.tag_ != "VBG" or (attribution.rule in GOING_ON and cue.dep_ != "pcomp"):
        return False
    if cue.dep_ not in {"advcl", "pcomp"}:
        return False
    above = cue.head if cue.dep_ == "advcl" else cue.head.head
    while above.dep_ == "advcl" and above.tag_ == "VBG" and above.i < cue.i:
        above = above.head  # "could, echoing the rebels, use it as a pretext, telling voters ..."
    helpers = {kid.lower_ for kid in above.children if kid.dep_ == "aux"} - {"to"}
    return bool(helpers & NOT_YET) or (cue.dep_ == "pcomp" and "would" in helpers)
