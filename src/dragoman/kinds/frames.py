"""Rows of words met in the parsed text, and the stretches of text around a verb or noun that a record cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import actors_at, mention_at
from dragoman.annotate.held import holders
from dragoman.annotate.joined import behind_comma, behind_day
from dragoman.annotate.phrases import word_begin, word_end
from dragoman.annotate.standing import standing
from dragoman.annotate.voices import FIRST_PERSON, LABELS, source_actor
from dragoman.kinds.cues import Entry, entry
from dragoman.kinds.quoting import whole_quotes
from dragoman.lexicon import Lexicon, Row
from dragoman.parse.credit import load_credits
from dragoman.types import Actor, Annotated, Attribution, Span

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
APART = frozenset({"cc", "preconj", "punct", "dep", "mark"})
CONTRAST = frozenset({"while", "although", "though", "whereas"})
EDGES = frozenset({",", ";", ":", "-", "–", "—", ".", "?", "!"})
OPENING, CLOSING = frozenset("“\"‘'(["), frozenset("”\"’')]")


class Met(Struct, frozen=True):
    """A row met at a token: `head` is the word that carries it, `parts` every word of the phrase."""

    head: Token
    row: Row
    parts: tuple[Token, ...]


class Phrases(Struct, frozen=True):
    """The rows of a table by the first lemma of each of their phrases, long phrases first."""

    by_first: dict[str, tuple[Entry, ...]]


@cache
def phrase_table(lexicon: Lexicon, table_name: str, without: frozenset[str] = frozenset()) -> Phrases:
    """The rows of a table ready for look-up; a phrase is parted by blanks ("put forward", "set condition").

    Rows that mean one of `without` are left off.
    """
    table: dict[str, list[Entry]] = {}
    for row in lexicon.rows(table_name):
        for one in (entry(words, row) for words in row.words if row.means not in without):
            table.setdefault(one.phrase[0], []).append(one)
    return Phrases({first: tuple(sorted(found, key=lambda f: -len(f.phrase))) for first, found in table.items()})


def rows_met(doc: Doc, table: Phrases) -> Iterator[Met]:
    """Every row met, in the order of the text; of the rows of one word all with the longest phrase that is met.

    `Row.pos` must fit the phrase's first word. The words of a phrase hang together in the parse: "a deal was reached"
    meets "reach deal".
    """
    for token in standing(doc, table.by_first.keys()):
        yield from rows_met_at(token, table)


def rows_met_at(token: Token, table: Phrases) -> Iterator[Met]:
    """The rows met whose phrase begins with `token`."""
    longest, known = 0, token.doc.places.keys()
    for phrase, needed, poses, row in table.by_first.get(token.lemma_.lower(), ()):
        if len(phrase) < longest or (poses and token.pos_ not in poses) or not known >= needed:
            continue
        parts = _parts(token, phrase)
        if parts:
            longest = len(phrase)
            yield Met(token, row, parts)


def _parts(token: Token, phrase: tuple[str, ...]) -> tuple[Token, ...]:
    """The tokens of a phrase of lemmas whose first word is `token`; empty when one is missing.

    "Called on Monday" is no "call on".
    """
    found = [token]
    for word in phrase[1:]:
        below = [c for t in found for c in t.children if word in (c.lemma_.lower(), c.lower_) and c not in found]
        below = [c for c in below if word != "on" or not any(g.ent_type_ == "DATE" for g in c.children)]
        if not below:
            return ()
        found.append(min(below, key=lambda c: abs(c.i - token.i)))
    return tuple(found)


# ---- stretches of text -----------------------------------------------------------------------------------------------


def own_words(head: Token, without: frozenset[str] = frozenset()) -> tuple[int, int]:
    """The token indices `[first, last)` of a phrase or clause: all below its head, but nothing that is added to it.

    "demanded A, and B said C" ends before "and", "a truce, which C doubts" before "which"; a child whose relation is in
    `without` is left off with all below it.
    """
    first = last = head.i
    for child in head.children:
        if child.dep_ in without or child.dep_ in APART or _is_added(child):
            continue
        below = own_words(child)
        first, last = min(first, below[0]), max(last, below[1] - 1)
    return word_begin(head.doc, first), last + 1


def _is_added(child: Token) -> bool:
    """A joined clause, a remark before the head, a relative clause or "while" clause after a comma."""
    has_subject = any(c.dep_ in SUBJECTS for c in child.children)
    if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}:
        ahead = any(c.tag_ == "MD" for c in child.children) and not any(c.tag_ == "MD" for c in child.head.children)
        return has_subject or ahead or (not is_told(child.head) and is_told(child))
    if child.dep_ in {"ccomp", "parataxis"} and child.i < child.head.i:
        return True
    after_comma = child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].text == ","
    contrast = child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in CONTRAST for c in child.children)
    contrast = contrast and (after_comma or has_subject or child.tag_ != "VBG")  # "sign while keeping the port"
    return contrast or (child.dep_ in {"relcl", "advcl"} and after_comma and child.i > child.head.i)


def is_told(verb: Token) -> bool:
    """Whether a verb tells what is or was: "has to go and is arming rebels" asks for the first only."""
    forms = (verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"}))
    return any(t.tag_ in {"VBD", "VBZ"} for t in forms) and not any(t.tag_ == "MD" for t in forms)


def _edges(token: Token) -> tuple[int, int]:
    return token.left_edge.i, token.right_edge.i + 1


def trimmed(doc: Doc, first: int, last: int) -> Span:
    """The code points of tokens `[first, last)` without marks and blanks at the ends; a quotation is kept whole."""
    while first < last - 1 and _is_edge(doc[first]):
        first += 1
    while last - 1 > first and _is_edge(doc[last - 1]):
        last -= 1
    last = _past_bracket(doc, first, word_end(doc, last))
    inside = doc[first:last].text
    if inside[-1:] in CLOSING and not any(mark in inside[:-1] for mark in OPENING):
        last = max(first + 1, last - 1)
    return whole_quotes(doc.text, Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1])))


def _past_bracket(doc: Doc, first: int, last: int) -> int:
    """Behind the bracket that closes one opened within: "the Lake Union (LU" and ")"."""
    inside = [token.text for token in doc[first:last]]
    opened = inside.count("(") > inside.count(")")
    return last + 1 if opened and last < len(doc) and doc[last].text == ")" else last


def _is_edge(token: Token) -> bool:
    return token.is_space or token.text in EDGES or token.dep_ == "mark" and token.lower_ in {"that", "whether"}


def clause_words(head: Token) -> Span:
    """The words of the clause or phrase of `head`, no clause joined to it, no opening "that" or "to"."""
    first, last = own_words(head)
    first, last = max(first, head.sent.start), min(last, head.sent.end)
    while first < head.i and (head.doc[first].is_space or head.doc[first].lower_ in {"that", "to"}):
        first += 1
    return trimmed(head.doc, first, last)


def without_reason(head: Token, span: Span) -> Span:
    """ "A plan to end the war because it spared nobody", said to be rejected: the plan, without why it was."""
    because = next((t for t in head.subtree if t.lower_ == "because" and head.idx < t.idx < span.end), None)
    if because is None or head.pos_ != "NOUN":
        return span
    first = next(t.i for t in head.subtree if t.idx >= span.start)
    return trimmed(head.doc, first, because.i)


def telling_span(met: Met, others: Iterable[Token]) -> Span:
    """From the first to the last word that tells the record, inside its sentence: the shortest evidence."""
    doc, sent = met.head.doc, met.head.sent
    edges = [_edges(t) if t.pos_ not in {"VERB", "AUX"} else own_words(t) for t in others]
    edges += [(t.i, t.i + 1) for t in met.parts]
    first = max(min(e[0] for e in edges), sent.start)
    last = min(max(e[1] for e in edges), sent.end)
    return trimmed(doc, first, max(last, first + 1))


def words_of(annotated: Annotated, span: Span) -> str:
    """The article's words at `span`, runs of white space as one blank only where the span runs over a line end."""
    return annotated.article.text[span.start : span.end]


def is_performed(verb: Token, deciding: frozenset[str]) -> bool:
    """Whether the verb tells what was done: no infinitive, or one that a noun or verb of deciding governs.

    "agreed to propose" is; "has the right to propose", "efforts to sign" and "before agreeing" are not.
    """
    if verb.dep_ == "pcomp" and verb.head.lower_ not in {
        "after",
        "since",
        "by",
        "with",
        "following",
        "upon",
        "despite",
    }:
        return False
    above = verb
    while above.tag_ == "VBG" and above.dep_ in {"advcl", "conj"} and above.head != above:
        above = above.head
    if above != verb and any(c.tag_ == "MD" for c in above.children):
        return False  # "will discuss aid, opening the border, signing a truce"
    while verb.dep_ == "conj" and verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children):
        verb = verb.head  # "urged them to return and respond"
    infinitive = verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return not infinitive or verb.head.lemma_.lower() in deciding


def has_lost_subject(verb: Token) -> bool:
    """ "Said that, after the talks in Oslo, envoys had agreed": finite, its subject parsed as part of a phrase."""
    helped = {c.tag_ for c in verb.children if c.dep_ == "aux"}
    finite = verb.tag_ in {"VBD", "VBZ"} or bool(helped & {"VBD", "VBZ", "VBP"})
    told = any(c.dep_ in {*SUBJECTS, "expl", "agent"} for c in verb.children) or bool(
        behind_day(verb) or behind_comma(verb)
    )
    return verb.dep_ == "ccomp" and finite and not told


def modified_noun(verb: Token) -> Token | None:
    """The noun that a participle describes: "a truce accepted by Kenya", also "sponsored by X and accepted by Y"."""
    current = verb
    while current.dep_ == "conj" and current.head.tag_ == "VBN":
        current = current.head
    return current.head if current.dep_ in {"acl", "amod"} and verb.tag_ == "VBN" else None


# ---- who -------------------------------------------------------------------------------------------------------------


def speakers_at(annotated: Annotated, offset: int) -> tuple[Actor, ...]:
    """Those who say the words at `offset`, outwards past a "we" or "I" to a named one; empty outside speech."""
    for said in attributions_at(annotated, offset):
        if not said.source:
            continue
        words = {annotated.article.text[s.start : s.end].lower() for s in said.source}
        if words & FIRST_PERSON:
            continue
        span = annotated.doc.char_span(said.source[0].start, said.source[0].end, alignment_mode="expand")
        is_label = said.rule in LABELS  # "THE PRESIDENT:" may be another than the president whom the text names
        named = actors_at(annotated, [span.root, *span.root.conjuncts]) if span is not None and not is_label else ()
        if named:
            return named
        actor = source_actor(annotated, said)
        if actor is not None:
            return (actor,)
    return ()


def attributions_at(annotated: Annotated, offset: int) -> list[Attribution]:
    """All attributions whose content holds the code point, innermost first."""
    return sorted(holders(annotated, offset), key=lambda a: (-a.depth, -a.content[0].start))


def parties_at(annotated: Annotated, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    """The actors of these tokens who are parties: they act for a side, or are a state or an organisation."""
    return tuple(a for a in actors_at(annotated, tokens) if is_party(a))


def people_at(annotated: Annotated, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    """The actors of these tokens: the parties among them, else all ("protesters", "major powers").

    A minister whose state the text doesn't tell is one of them.
    """
    found = actors_at(annotated, tokens)
    return tuple(a for a in found if is_party(a) or (a.kind == "person" and a.role and a.role in OFFICES)) or found


OFFICES = frozenset({"foreign minister", "prime minister", "president", "defence minister", "defense minister"})
"""Posts of those who speak for a state, whichever it is."""


def is_party(actor: Actor) -> bool:
    """Whether an actor acts for a side or is one; an expert or a bystander isn't."""
    return actor.side is not None or actor.kind in {"state", "organisation"}


def acts_for_itself(actor: Actor, lexicon: Lexicon) -> bool:
    """A party, or one without a side that deals as one ("the rebels", "Minister X"); no news agency."""
    last = actor.name.lower().split()[-1:]
    if actor.kind == "organisation" and actor.name in load_credits().agencies:
        return False
    if actor.kind == "group" and set(last) & lexicon.words("actors/bands", "bystander"):
        return False
    if is_party(actor):
        return True
    if actor.kind == "person":
        roles = set((actor.role or "").split())
        return bool(roles & lexicon.words("actors/roles", "deals")) and "former" not in roles
    return any(word.removesuffix("s") in lexicon.words("actors/bands", "acting") for word in last)


def is_both(token: Token) -> bool:
    """ "both presidents", "the presidents of the two countries": what they consent to is agreed between them."""
    return any(t.lower_ in {"both", "two"} for t in token.subtree)


def is_somebody(annotated: Annotated, token: Token) -> bool:
    """Whether the token names or stands for an actor at all."""
    mention = mention_at(annotated, token)
    return token.lower_ in FIRST_PERSON or (mention is not None and mention.form != "place")
