"""Reports that somebody denies: "denied a report that they would meet", "reports that they met are false"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.status import event_status
from dragoman.kinds.absent import is_negated
from dragoman.lexicon import load_lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "speech/denials"
ON = frozenset({"on", "against"})
REACH = 4
"""Verbs above an event that are asked for the clause of a report: "that they had agreed to hold talks"."""
BOTH = 2
"""Cues of a status that tells of a denial and of an end."""


def is_of_denied_report(event: Token) -> bool:
    """Whether a verb or noun stands in the clause of a report that is denied; not one of its end.

    "Dismissed reports that the talks had collapsed" says that they go on.
    """
    verbs = [t for t in (event, *event.ancestors) if t.pos_ in {"VERB", "AUX"}][:REACH]
    return any(denying_verb(verb) is not None for verb in verbs) and len(event_status(event).cues) < BOTH


def is_of_unconfirmed_report(event: Token) -> bool:
    """ "Neither side confirmed reports that they would meet": whether that is the event's clause."""
    verbs = [t for t in (event, *event.ancestors) if t.pos_ in {"VERB", "AUX"}][:REACH]
    reports = [noun for verb in verbs if (noun := _report_of(verb)) is not None and noun.dep_ == "dobj"]
    return any(noun.head.lemma_ == "confirm" and is_negated(noun.head) for noun in reports)


def denying_verb(clause: Token) -> Token | None:
    """ "Denied a report that they would meet", "no truth in rumours that they met": "denied", of the clause "they met".

    None where the clause tells no report, or one that nobody denies.
    """
    noun = _report_of(clause)
    above = noun.head if noun is not None else clause
    if noun is None or noun.dep_ not in {"dobj", "nsubj", "nsubjpass", "pobj"}:
        return None
    if noun.dep_ == "pobj":
        return above.head if _is_pushed_back(above) or _is_no_truth(above.head) else None
    denies = above.lemma_.lower() in load_lexicon().words(TABLE, "denied") and noun.dep_ != "nsubj"
    return above if denies or (noun.dep_ != "dobj" and _is_called_untrue(above)) else None


def _report_of(clause: Token) -> Token | None:
    """The report that tells a clause with "that", though the parser may hang the clause on the verb."""
    that = next((c for c in clause.children if c.lower_ == "that" and c.i < clause.i), None)
    if that is None or that.i == clause.sent.start:
        return None
    reports = load_lexicon().words(TABLE, "report")
    return next((t for t in (that.nbor(-1), clause.head) if t.lemma_.lower() in reports), None)


def _is_called_untrue(verb: Token) -> bool:
    """ "Are false", "were without foundation", "is not true"."""
    said = [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}]
    untrue = load_lexicon().words("kinds/contact_words", "untrue")
    negated = any(c.dep_ == "neg" for c in verb.children)
    true = any(c.lower_ in {"true", "correct", "accurate"} for c in said)
    return verb.lemma_ == "be" and (any(c.lower_ in untrue for c in said) or (negated and true))


def _is_pushed_back(preposition: Token) -> bool:
    """ "Pushed back on a report"."""
    verb = preposition.head
    return preposition.lower_ in ON and verb.lemma_ == "push" and any(c.lower_ == "back" for c in verb.children)


def _is_no_truth(noun: Token) -> bool:
    """ "There is no truth in the report"."""
    return noun.lower_ == "truth" and any(c.lower_ == "no" for c in noun.lefts)
