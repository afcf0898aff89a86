"""Whether an attribution reports words: not a bare deed, a consent, a call or a way of speaking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.annotate.held import mentions_over
from dragoman.kinds.unsaid import is_unsaid
from dragoman.kinds.voice import is_first_person
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Attribution

if TYPE_CHECKING:
    from dragoman.parsed import Token


def is_worded(annotated: Annotated, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether words are reported: a bare rejection ("dismissed the plan", "refused to come") is a response."""
    if attribution.rule == "said.promise_thing" and (
        _is_one_word(annotated, attribution) or _is_offer(annotated, attribution)
    ):
        return False
    if _is_consent(annotated, attribution) or _is_deed(annotated, attribution, lexicon):
        return False
    if is_unsaid(annotated, attribution, lexicon):
        return False
    if attribution.form == "indirect" and _is_hearers(annotated, attribution):
        return False
    if _is_only_known(annotated, attribution) or _is_unnamed(annotated, attribution):
        return False
    if (
        not attribution.rule.startswith(("judged.", "said.vow"))
        or attribution.form != "indirect"
        or not attribution.cue
    ):
        return True
    rejecting = lexicon.words("kinds/response", "refuse")
    if attribution.rule.startswith("judged."):
        rejecting = frozenset(
            w for r in lexicon.rows("kinds/response") if r.means.startswith("reject") for w in r.words
        )
    words = annotated.doc.char_span(attribution.cue[0].start, attribution.cue[0].end, alignment_mode="expand")
    return not any(token.lemma_.lower() in rejecting for token in words or ())


def _is_one_word(annotated: Annotated, attribution: Attribution) -> bool:
    """ "The U.S. offers clemency": no words of anybody's."""
    span = attribution.content[0]
    one_part = len(attribution.content) == 1
    return one_part and " " not in annotated.article.text[span.start : span.end].strip()


def _is_offer(annotated: Annotated, attribution: Attribution) -> bool:
    """ "since Kenya offered the truce": a thing put on the table, with no words of it."""
    verb = cue_verb(annotated, attribution)
    return verb is not None and verb.lemma_ == "offer"


def _is_consent(annotated: Annotated, attribution: Attribution) -> bool:
    """ "agreed to drop the charges": a commitment, not words reported."""
    verb = cue_verb(annotated, attribution)
    if verb is None or verb.lemma_ != "agree" or not attribution.content or attribution.form == "direct":
        return False
    return annotated.article.text[attribution.content[0].start :].startswith("to ")


def _is_deed(annotated: Annotated, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether the words tell what was done with them, not what was said: an offer, a decision, a word of thanks.

    "Kenya proposed a truce" is a proposal, "its decision to leave" reports nobody's words, and "I want to thank you"
    says no more than the thanks. A thing cut short ("claimed that the U.S.") says nothing either.
    """
    if attribution.form == "direct":
        return False
    cue, words = cue_verb(annotated, attribution), lexicon.rows("kinds/statement_words")
    if attribution.form == "mixed":  # "Kenya proposed a draft on the "root causes""
        return attribution.rule in PUTTING and cue is not None and cue.lemma_ == "propose"
    lemmas = {row.means: frozenset(row.words) for row in words}
    if cue is not None and attribution.rule in PUTTING and cue.lemma_ in lemmas["put"]:
        return True
    if _is_call(annotated, attribution) or _is_greeting(annotated, attribution):
        return True
    said = annotated.doc.char_span(attribution.content[0].start, attribution.content[-1].end, alignment_mode="expand")
    if said is None:
        return False
    if attribution.rule.startswith("wanted.") and is_own(annotated, attribution):
        verb = next((t for t in said if t.tag_ == "VB"), None)
        return said[0].lower_ == "to" and verb is not None and verb.lemma_.lower() in lemmas["courtesy"]
    is_clause = said[0].lower_ == "that" and (said[0].tag_ == "IN" or said.text.endswith("."))
    return is_clause and len(said) > 1 and not any(t.pos_ in {"VERB", "AUX"} for t in said)


HEARING = frozenset({"tell", "inform", "warn", "advise", "remind", "assure", "brief", "ask", "urge"})
"""Verbs whose subject in the passive is who hears it."""
KNOWING = frozenset({"understand", "know", "realize", "realise", "see"})


def _is_hearers(annotated: Annotated, attribution: Attribution) -> bool:
    """ "We are told that ...": who hears it doesn't say it, and who says it is not told."""
    cue = cue_verb(annotated, attribution)
    if cue is None or cue.lemma_ not in HEARING:
        return False
    heard = [c for c in cue.children if c.dep_ == "nsubjpass"]
    named = attribution.source
    return bool(heard) and (not named or any(s.start <= t.idx < s.end for t in heard for s in named))


def _is_only_known(annotated: Annotated, attribution: Attribution) -> bool:
    """ "We understand all the risks": a thing that is known, and nothing said of it."""
    cue = cue_verb(annotated, attribution)
    if cue is None or not attribution.rule.startswith("thought.") or cue.lemma_ not in KNOWING:
        return False
    known = [c for c in cue.children if c.dep_ == "dobj" and c.pos_ == "NOUN"]
    return any(span.start <= token.idx < span.end for token in known for span in attribution.content)


PUTTING = frozenset({"said.object", "said.noun_inf", "said.vow", "said.call_for"})
"""Rules by which things are put forward too: what is proposed, planned or committed to is no words reported."""


def _is_call(annotated: Annotated, attribution: Attribution) -> bool:
    """ "I have called President Torv": a telephone call."""
    if attribution.rule != "said.call" or len(attribution.content) > 1:
        return False
    words = annotated.doc.char_span(attribution.content[0].start, attribution.content[0].end, alignment_mode="expand")
    named = [m for m in mentions_over(annotated, attribution.content[0]) if m.form == "name" and m.actors]
    ends = words is not None and any(
        m.head == words[-1].i and annotated.doc[m.head].ent_type_ == "PERSON" for m in named
    )
    return ends


def _is_greeting(annotated: Annotated, attribution: Attribution) -> bool:
    """ "I thank you for your help", "we congratulate you": said to those who listen, and of no matter."""
    if not attribution.rule.startswith("judged.") or not is_own(annotated, attribution):
        return False
    words = annotated.article.text[attribution.content[0].start : attribution.content[0].end].lower().split()
    return bool(words) and words[0] in {"you", "everyone", "everybody", "all"}


def _is_unnamed(annotated: Annotated, attribution: Attribution) -> bool:
    """ "who asked not to be named": how somebody spoke, and nothing of what."""
    said = annotated.article.text[attribution.content[0].start : attribution.content[-1].end]
    return attribution.form == "indirect" and NAMELESS.match(said) is not None


NAMELESS = re.compile(r"(?:not to be (?:identified|named|quoted)|(?:to remain )?anonym(?:ous|ity))\b")


def is_own(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether the source is "I" or "we"."""
    return is_first_person(annotated, attribution.source)


def cue_verb(annotated: Annotated, attribution: Attribution) -> Token | None:
    """The head of the cue; None for words without one."""
    span = attribution.cue[0] if attribution.cue else None
    cue = annotated.doc.char_span(span.start, attribution.cue[-1].end, alignment_mode="expand") if span else None
    return cue.root if cue is not None else None
