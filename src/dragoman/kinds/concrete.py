"""Whether a clause about the future tells of what can come about: a party, a quantity, a matter of negotiations."""

from __future__ import annotations

from functools import cache

from dragoman.annotate.voices import overlaps
from dragoman.kinds.attending import contact_words
from dragoman.kinds.issues import FAINT
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Span

NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP", "LOC", "FAC", "EVENT", "LAW", "MONEY", "QUANTITY", "PERCENT"})
"""Entities of which it can be seen whether what is told of them comes about."""


def is_concrete(annotated: Annotated, span: Span, lexicon: Lexicon) -> bool:
    """Whether the words name a party, a quantity or a matter of negotiations: not "it will always be so"."""
    if any(m.form != "pronoun" and overlaps(m.span, span) for m in annotated.mentions):
        return True
    words = annotated.doc.char_span(span.start, span.end, alignment_mode="expand")
    matters = _matters(lexicon)
    return words is not None and any(t.ent_type_ in NAMES or t.lemma_.lower() in matters for t in words)


@cache
def _matters(lexicon: Lexicon) -> frozenset[str]:
    """The lemmas of what is negotiated about, and of how."""
    issues = {word for row in lexicon.rows("kinds/issues") if row.pos != FAINT for word in row.words}
    issues = {word for word in issues if " " not in word}
    contacts = contact_words(lexicon)
    kinds = {w for row in lexicon.rows("kinds/future_words") if row.means in KINDS for w in row.words}
    return frozenset(issues | {*contacts.nouns, *contacts.verbs} | kinds | JOINING)


JOINING = frozenset(
    {"attend", "participate", "join", "boycott", "mediate", "security", "war", "peace", "extend", "prolong", "renew",
     "provision", "force", "effect", "announce", "publish", "elect", "appoint"}
)  # fmt: skip
"""What parties do about talks, and what becomes of what they agree."""
KINDS = frozenset({"agreement", "response", "harm", "befalling"})
"""Meanings in the table `future_words` of what a negotiation brings about."""
