"""How the main verb of what is said stands: its tense, modal, negation and condition, and what sort of sentence it is.

The main verb is the first finite one of the words said that no other verb in them governs; "has to", "is going to" and
"is likely to" hand on to the verb that they lead to.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.speech.syntax import SUBJECTS
from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.types import Modality, SentenceMood, Span, Tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.parsed import Doc, Token

TABLE = "speech/moods"
LONGEST_CONTENT = 150
"""Tokens of the words said that are searched for their main verb; it stands near their begin."""
LONGEST_CHAIN = 3
"""Verbs that may hand on to each other ("is going to have to leave")."""
HELPERS = frozenset({"aux", "auxpass"})
OBJECTS = frozenset({"dobj", "attr", "nsubj", "nsubjpass", "pobj"})
PREDICATES = frozenset({"acomp", "attr", "oprd"})
CLAUSES = frozenset({"advcl", "prep", "acl", "dep", "advmod"})
PAST = frozenset({"VBD", "VBN"})


class Mood(Struct, frozen=True):
    """The main verb of what is said, with its helpers, as it stands; all None where the words have no verb."""

    verb: str | None = None
    tense: Tense | None = None
    modality: Modality | None = None
    negated: bool = False
    condition: Span | None = None
    sentence: SentenceMood = "assertion"


class _Words(Struct, frozen=True):
    """Modalities by word, for each place that a word can stand in; words of negation and of condition."""

    modal: dict[tuple[str, str], Modality]
    negative: frozenset[str]
    nobody: frozenset[str]
    conditions: tuple[tuple[str, ...], ...]
    aims: frozenset[str]


@cache
def _mood_words(lexicon: Lexicon) -> _Words:
    rows = lexicon.rows(TABLE)
    modal = {(row.pos, word): row.means for row in rows if row.means not in {"not", "if", "aim"} for word in row.words}
    denying = {
        pos: frozenset(w for r in rows if (r.means, r.pos) == ("not", pos) for w in r.words) for pos in ("adv", "det")
    }
    phrases = tuple(tuple(word.split()) for row in rows if row.means == "if" for word in row.words)
    return _Words(modal, denying["adv"], denying["det"], phrases, lexicon.words(TABLE, "aim"))  # type: ignore[arg-type]


def mood_of(doc: Doc, content: Sequence[Span], lexicon: Lexicon | None = None) -> Mood:
    """The mood of the words said, whose parts are `content`; an empty one where there is no verb in them."""
    words = _mood_words(lexicon or load_lexicon())
    tokens = _tokens(doc, content)
    inside = {token.i for token in tokens}
    verb = _main_verb(tokens, inside)
    if verb is None:
        return Mood(sentence="question" if _ends_in_question(doc, tokens) else "assertion")
    chain, modality = _chain(verb, words)
    last = chain[-1]
    helpers = sorted({t.i for v in chain for t in (v, *_beside(v, words)) if t.i in inside})
    finite = _finite_form(verb)
    return Mood(
        verb=" ".join(doc[i].text for i in helpers),
        tense=_tense(verb, finite, modality),
        modality=modality or _by_adverb(chain, words),
        negated=any(_is_negated(v, words, inside) for v in chain),
        condition=_condition(doc, (verb, last), words, inside),
        sentence=_sentence(doc, tokens, verb, finite),
    )


def _tokens(doc: Doc, content: Sequence[Span]) -> list[Token]:
    found: list[Token] = []
    for span in content:
        part = doc.char_span(span.start, span.end, alignment_mode="contract")
        found.extend(part[: LONGEST_CONTENT - len(found)] if part is not None else ())
        if len(found) >= LONGEST_CONTENT:
            break
    return found[:LONGEST_CONTENT]


def _main_verb(tokens: list[Token], inside: set[int]) -> Token | None:
    """The first verb that no word of the content governs; a finite one before an infinitive or a participle."""
    tops = [t for t in tokens if t.pos_ in {"VERB", "AUX"} and t.dep_ not in HELPERS and not _is_governed(t, inside)]
    return next((t for t in tops if _finite_form(t) is not None or t.tag_ == "VB"), tops[0] if tops else None)


def _is_governed(token: Token, inside: set[int]) -> bool:
    return token.head.i != token.i and token.head.i in inside


def _finite_form(verb: Token) -> Token | None:
    """The part of the verb that carries the tense: a helper or itself; None for an infinitive or participle."""
    forms = sorted((*(c for c in verb.children if c.dep_ in HELPERS and c.tag_ != "TO"), verb), key=lambda t: t.i)
    return next((t for t in forms if t.tag_ in {"MD", "VBD", "VBZ", "VBP"}), None)


def _chain(verb: Token, words: _Words) -> tuple[list[Token], Modality | None]:
    """The verb, those it hands on to, and the modality of the first modal on the way."""
    chain, modality = [verb], None
    for _ in range(LONGEST_CHAIN):
        here = chain[-1]
        modality = modality or next(
            (m for c in here.children if c.dep_ == "aux" and (m := words.modal.get(("aux", c.lower_)))), None
        )
        following, leads = _led_to(here, words)
        if following is None:
            break
        modality = modality or leads
        chain.append(following)
    return chain, modality


def _led_to(verb: Token, words: _Words) -> tuple[Token | None, Modality | None]:
    """The infinitive that "has to", "is going to" or "is able to" leads to, and the modality that this gives it."""
    infinitive = next((c for c in verb.rights if c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.lefts)), None)
    if infinitive is not None:
        leads = words.modal.get(("verb", verb.lemma_.lower())) or words.modal.get(("adj", verb.lower_))
        return (infinitive, leads) if leads and not _is_equated(verb, words) else (None, None)
    for predicate in (c for c in verb.rights if c.dep_ in PREDICATES):
        leads = words.modal.get(("adj", predicate.lower_))
        below = next((c for c in predicate.rights if c.dep_ == "xcomp"), None)
        if leads and below is not None:
            return below, leads
    return None, None


def _is_equated(verb: Token, words: _Words) -> bool:
    """ "The aim is to leave", "who is needed to sign", "goes to sign": no will and no must."""
    lemma = verb.lemma_.lower()
    if lemma == "go":
        return verb.tag_ != "VBG"
    if lemma != "be":
        return verb.tag_ == "VBN" and lemma == "need"
    return any(kid.dep_ in SUBJECTS and kid.lemma_.lower() in words.aims for kid in verb.children)


def _beside(verb: Token, words: _Words) -> list[Token]:
    """The helpers of a verb, and the predicate that hands on to the next one ("is likely to sign")."""
    leads = {c.i for c in verb.rights if c.dep_ in PREDICATES and ("adj", c.lower_) in words.modal}
    return [
        c for c in verb.children if c.dep_ in HELPERS or (c.i in leads and any(g.dep_ == "xcomp" for g in c.rights))
    ]


def _by_adverb(chain: list[Token], words: _Words) -> Modality | None:
    beside = (c.lower_ for verb in chain for c in verb.children if c.dep_ == "advmod")
    return next((m for word in beside if (m := words.modal.get(("adv", word)))), None)


def _tense(verb: Token, finite: Token | None, modality: Modality | None) -> Tense | None:
    """What the verb's own form says; a perfect is past, "will" and what stands for it is future."""
    if modality == "will":
        return "future"
    if finite is None:
        return None
    if finite.tag_ == "MD":
        return "future" if finite.lower_ in {"would", "'d", "’d"} else "present"
    perfect = finite.lemma_ == "have" and finite.i != verb.i and verb.tag_ in PAST
    return "past" if finite.tag_ == "VBD" or perfect else "present"


def _is_negated(verb: Token, words: _Words, inside: set[int]) -> bool:
    for child in verb.children:
        if child.i not in inside:
            continue
        if child.dep_ == "neg" or (child.dep_ in {"advmod", "preconj", "acomp"} and child.lower_ in words.negative):
            return True
        if child.dep_ in OBJECTS and (
            child.lower_ in words.nobody
            or any(g.lower_ in words.nobody for g in child.lefts if g.dep_ in {"det", "neg"})
        ):
            return True
    return False


def _condition(doc: Doc, verbs: tuple[Token, ...], words: _Words, inside: set[int]) -> Span | None:
    """The clause that the main verb is bound to ("if the storm passes"), within what is said."""
    for verb in dict.fromkeys(verbs):
        for child in verb.children:
            if child.dep_ not in CLAUSES or child.left_edge.i not in inside:
                continue
            first, last = child.left_edge.i, child.right_edge.i
            opening = [t.lower_ for t in doc[first : first + 5] if not t.is_punct]
            if any(_opens(opening, phrase) for phrase in words.conditions):
                while last not in inside and last > first:
                    last -= 1
                return _without_marks(doc, first, last)
    return None


def _opens(opening: list[str], phrase: tuple[str, ...]) -> bool:
    """Whether a clause begins with the conjunction, one adverb before it left aside ("only if", "even if")."""
    size = len(phrase)
    return tuple(opening[:size]) == phrase or tuple(opening[1 : size + 1]) == phrase


def _without_marks(doc: Doc, first: int, last: int) -> Span:
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    while first < last and (doc[first].is_punct or doc[first].is_space):
        first += 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _sentence(doc: Doc, tokens: list[Token], verb: Token, finite: Token | None) -> SentenceMood:
    if _ends_in_question(doc, tokens) or any(c.lower_ == "whether" and c.dep_ == "mark" for c in verb.children):
        return "question"
    bare = (
        verb.tag_ == "VB" and finite is None and not any(c.dep_ == "aux" or c.dep_ in SUBJECTS for c in verb.children)
    )
    return "order" if bare else "assertion"


def _ends_in_question(doc: Doc, tokens: list[Token]) -> bool:
    """Whether the first sentence of what is said ends in a question mark."""
    return bool(tokens) and next((t.text for t in tokens if t.text in {".", "?", "!"}), "") == "?"
