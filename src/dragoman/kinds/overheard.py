"""Attributions by a cue that reports words only in some shapes: "denied holding him", "named him as Torv"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.held import mentions_over
from dragoman.annotate.voices import names_somebody
from dragoman.kinds.finders.worded import cue_verb
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Attribution

if TYPE_CHECKING:
    from dragoman.parsed import Span, Token

TABLE = "kinds/overheard"
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TOPIC = ("topic.",)
STANCE = ("stance.attack",)
SHOWN = ("shown.",)
UNKNOWN = ("heard.",)
JUDGED = ("judged.",)


def tells_words(annotated: Annotated, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether a cue that by itself reports no words reports some by what stands behind it."""
    if attribution.depth or not attribution.source or not names_somebody(annotated, attribution):
        return False
    cue = cue_verb(annotated, attribution)
    first, last = attribution.content[0].start, attribution.content[-1].end
    said = annotated.doc.char_span(first, last, alignment_mode="expand")
    if cue is None or said is None:
        return False
    if attribution.rule.startswith(SHOWN):
        return _is_of_paper(annotated, attribution, lexicon)
    if attribution.rule.startswith(TOPIC):
        return _is_weighed(said, lexicon) or _is_named(cue, said, lexicon)
    if attribution.rule.startswith(STANCE):
        return _is_reproach(cue, said, lexicon)
    if attribution.rule.startswith(JUDGED):
        return _is_rebuttal(cue, said, lexicon)
    return attribution.rule.startswith(UNKNOWN) and (
        _is_clause(cue, said, lexicon)
        or _is_denial(cue, said, lexicon)
        or _is_reproach(cue, said, lexicon)
        or _is_named(cue, said, lexicon)
        or (cue.lemma_.lower() in lexicon.words(TABLE, "raise") and _is_weighed(said, lexicon, ("weight", "merit")))
    )


def _is_clause(cue: Token, said: Span, lexicon: Lexicon) -> bool:
    """ "Are convinced the truce will hold", "trade accusations that the other broke it": a clause with its subject."""
    is_noun_so = cue.lemma_ == "be" and any(kid.dep_ == "nsubj" and kid.pos_ == "NOUN" for kid in cue.lefts)
    is_sure = cue.lemma_.lower() in lexicon.words(TABLE, "sure")  # "are convinced": no passive
    if not is_noun_so and cue.lemma_.lower() in lexicon.words(TABLE, "no_cue"):
        return False
    if not is_sure and any(t.dep_ == "auxpass" for t in cue.children):
        return False
    opens = said[1] if said[0].lower_ == "that" and len(said) > 1 else said[0]
    verbs = [t for t in said if t.tag_ in FINITE and t.dep_ not in {"relcl", "acl"} and t.head.dep_ != "relcl"]
    heads = {t if t.dep_ not in {"aux", "auxpass"} else t.head for t in verbs}
    subjects = [kid for head in heads for kid in head.children if kid.dep_ in SUBJECTS and kid in said]
    return any(kid.left_edge.i <= opens.i <= kid.i for kid in subjects)


def _is_denial(cue: Token, said: Span, lexicon: Lexicon) -> bool:
    """ "Denied holding him", "debunked the claim": what is denied was said; not "denied them entry"."""
    if cue.lemma_.lower() not in lexicon.words(TABLE, "deny"):
        return False
    return said[0].tag_ == "VBG" or said.root.lemma_.lower() in lexicon.words(TABLE, "claim")


def _is_reproach(cue: Token, said: Span, lexicon: Lexicon) -> bool:
    """ "Blamed Kenya for the raid", "upbraided the council for its silence"."""
    reproached = cue.lemma_.lower() in lexicon.words(TABLE, "reproach")
    return reproached and any(t.lower_ in {"for", "over"} and t.dep_ == "prep" for t in (*said, *cue.children))


def _is_named(cue: Token, said: Span, lexicon: Lexicon) -> bool:
    """ "Identified the man as Omar Haddad", "sees itself as the victor", "cited the raid as a reason"."""
    if cue.lemma_.lower() not in lexicon.words(TABLE, "naming"):
        return False
    marks = [t for t in said if t.lower_ == "as" and t.dep_ in {"prep", "mark"} and t.i + 1 < len(t.doc)]
    if cue.lemma_ != "name" or not marks:
        return bool(marks)
    return marks[0].doc[marks[0].i + 1].pos_ == "PROPN"  # "named her as envoy": a post


def _is_rebuttal(cue: Token, said: Span, lexicon: Lexicon) -> bool:
    """ "Dismissed the report as idle talk", "rejects claims that it shelled the port"; not "rejected the plan"."""
    if cue.lemma_.lower() not in lexicon.words(TABLE, "rebut"):
        return False
    is_so = any(t.lower_ == "as" and t.dep_ == "prep" and t.head in {cue, said.root} for t in (*said, *cue.rights))
    beside = [said.root, *(kid for kid in cue.children if kid.dep_ == "dobj")]
    return is_so or any(t.lemma_.lower() in lexicon.words(TABLE, "claim") for t in beside)


def _is_weighed(said: Span, lexicon: Lexicon, means: tuple[str, ...] = ("weight",)) -> bool:
    """ "Discussed the need for a truce", "raised the importance of aid", "recognised their efforts"."""
    heads = [said.root, *said.root.conjuncts]
    weighing = {word for meaning in means for word in lexicon.words(TABLE, meaning)}
    return any(t.lemma_.lower() in weighing and t in said for t in heads)


def _is_of_paper(annotated: Annotated, attribution: Attribution, lexicon: Lexicon) -> bool:
    """ "A poll by the Lake Institute found that ...", "its report shows ...": a paper of somebody who is named."""
    source = attribution.source[0]
    words = annotated.doc.char_span(source.start, source.end, alignment_mode="expand")
    if words is None:
        return False
    is_paper = words.root.lemma_.lower() in lexicon.words(TABLE, "paper")
    return is_paper and any(m.actors for m in mentions_over(annotated, source))
