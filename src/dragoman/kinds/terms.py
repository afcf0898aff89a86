"""What a term or a demand is about: its type, its length and what it is limited to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.annotate.standing import standing
from dragoman.annotate.voices import overlaps
from dragoman.kinds.issues import DEAL, FAINT, WEAK
from dragoman.kinds.lasting import plain_length
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Span, Term, Timex

if TYPE_CHECKING:
    from dragoman.parsed import Token

PAST_ROLES = frozenset({"after", "since", "following", "despite", "amid", "ending"})
"""What stands before a time that is over when a term begins."""
SCOPED = frozenset({"ceasefire", "energy"})


def issue_at(annotated: Annotated, span: Span, lexicon: Lexicon) -> str:
    """The type of the term or demand in these words: that of its first word in data/kinds/issues.toml, else "other".

    The first word decides: "withdraw from the occupied territory" asks for a withdrawal. "The deal" is about a
    ceasefire in an article that speaks of one, else about the process.
    """
    return _issue_of(annotated, span, lexicon, ("", WEAK))


def faint_issue_at(annotated: Annotated, span: Span, lexicon: Lexicon) -> str:
    """The issue of what is known to be a demand, by words that alone would not tell one."""
    return _issue_of(annotated, span, lexicon, (FAINT,))


def _issue_of(annotated: Annotated, span: Span, lexicon: Lexicon, strengths: tuple[str, ...]) -> str:
    found = annotated.doc.char_span(span.start, span.end, alignment_mode="expand")
    told = _told_of(found.root) | _makers_of(found.root, lexicon) if found is not None else frozenset()
    tokens = [t for t in found or () if not t.is_space and not t.is_punct and t.i not in told]
    for strength in strengths:
        wanted = _issues(lexicon, strength)
        for place in range(len(tokens)):
            for size in (3, 2, 1):
                if (word := _lemmas(tokens[place : place + size])) in wanted and len(tokens) >= place + size:
                    if wanted[word] != DEAL:
                        return wanted[word]
                    return _of_deal(annotated, lexicon) if _is_the_deal(tokens[place]) else "process"
    return "other"


def _told_of(noun: Token) -> frozenset[int]:
    """The tokens of what became of a thing: "a plan that most observers dismissed" is about no observers."""
    clauses = (c for c in noun.children if c.dep_ == "relcl" and _is_past(c))
    return frozenset(token.i for clause in clauses for token in clause.subtree)


def _makers_of(noun: Token, lexicon: Lexicon) -> frozenset[int]:
    """The tokens of who makes an offer: "the offer by her government to host talks" is about no government."""
    if noun.lemma_.lower() not in lexicon.words("kinds/offer_words", "plan"):
        return frozenset()
    by = [c for c in noun.rights if c.lower_ in {"by", "from"} and c.dep_ in {"prep", "agent"}]
    named = [t for c in by for t in c.children if t.dep_ == "pobj"]
    owners = [t.i for c in noun.lefts if c.dep_ == "poss" for t in c.subtree]
    return frozenset(owners) | frozenset(i for t in named for i in range(t.left_edge.i, t.i + 1))


def _is_past(verb: Token) -> bool:
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"})}
    return "VBD" in tags and "MD" not in tags


def _is_the_deal(token: Token) -> bool:
    """Whether the deal is spoken of as known; "a peace deal" is any."""
    noun = token.head if token.dep_ == "compound" else token
    return not any(child.lower_ in {"a", "an", "any"} for child in noun.lefts) and token.lower_ != "peace"


@cache
def _issues(lexicon: Lexicon, strength: str) -> dict[str, str]:
    """The words of data/kinds/issues.toml of one strength ("": the strong ones) and what each is about."""
    rows = ((row, row.pos if row.pos in {WEAK, FAINT} else "") for row in lexicon.rows("kinds/issues"))
    return {word: row.means for row, own in rows if own == strength for word in row.words}


def _of_deal(annotated: Annotated, lexicon: Lexicon) -> str:
    truce = {word for row in lexicon.rows("kinds/issues") if row.id == "issue.truce" for word in row.words}
    speaks = any(token.lemma_.lower() in truce for token in standing(annotated.doc, truce))
    return "ceasefire" if speaks else "process"


def _lemmas(tokens: list[Token]) -> str:
    return " ".join(token.lemma_.lower() for token in tokens)


def duration_in(annotated: Annotated, span: Span) -> str | None:
    """The first length of time said in these words, ISO 8601, weeks as days ("two weeks": P14D); None without one.

    Not what is over when it begins ("a truce after three days of fighting"), nor an age ("the three-day-old war").
    """
    for time in annotated.times:
        if annotated.article.text[time.span.start : time.span.end].endswith("old"):
            continue
        if time.type == "DURATION" and time.length and overlaps(time.span, span) and not _is_before(annotated, time):
            return plain_length(tuple(_in_days(length) for length in time.length))
    return None


def _is_before(annotated: Annotated, time: Timex) -> bool:
    words = annotated.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return time.role in PAST_ROLES or (words is not None and words.start > 0 and words[0].nbor(-1).lower_ in PAST_ROLES)


def _in_days(length: str) -> str:
    weeks = length[1:-1]
    return f"P{int(weeks) * 7}D" if length.startswith("P") and length.endswith("W") and weeks.isdigit() else length


def scope_in(annotated: Annotated, span: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """The targets that these words limit a truce to, sorted; empty when they name none.

    The longest words count: "energy infrastructure" is energy, "energy and infrastructure" is both.
    """
    wanted = {word: row.means for row in reversed(lexicon.rows("kinds/terms")) for word in row.words}
    found = annotated.doc.char_span(span.start, span.end, alignment_mode="expand")
    tokens = list(found) if found is not None else []
    targets, place = set(), 0
    while place < len(tokens):
        size = 2 if _lemmas(tokens[place : place + 2]) in wanted else 1
        if (word := _lemmas(tokens[place : place + size])) in wanted:
            targets.add(wanted[word])
        place += size
    return tuple(sorted(targets))


def term_at(annotated: Annotated, span: Span, lexicon: Lexicon) -> Term:
    """The term that these words state."""
    kind = issue_at(annotated, span, lexicon)
    scope = scope_in(annotated, span, lexicon) if kind in SCOPED else ()
    text = annotated.article.text[span.start : span.end]
    return Term(kind, text, duration_in(annotated, span), scope)
