"""Where the verbs and nouns of acts stand in a text, with the other words of their phrases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import prepositional
from dragoman.annotate.standing import standing
from dragoman.kinds.cues import Cue, CueTable, cue_table, find_cues
from dragoman.lexicon import Lexicon, Row

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Token

TABLE, WORDS = "kinds/action", "kinds/action_words"
GOVERNED = frozenset({"dobj", "nsubjpass", "prt", "prep", "advmod", "dative", "oprd"})
INNER = frozenset({"conj", "nmod", "nummod", "compound", "pobj"})
CLASS = re.compile(r"\{(\w+)\}")
PERSON, PLACE = "{person}", "{place}"
"""Stand for the name of a person or a people, and of a place, among the words beside a verb."""
NAMES = {"captive": frozenset({PERSON}), "town": frozenset({PLACE})}
"""By the meaning of words whose place a name may take."""
Rests = Mapping[str, list[tuple[tuple[frozenset[str], ...], Row]]]
"""The rows by the first word of each phrase, each with what may stand for each of its other words."""


def act_heads(doc: Doc, lexicon: Lexicon) -> list[tuple[Token, Row]]:
    """The verbs and nouns that may tell an act, each with its row, in the order of the text."""
    found = [(_noun_head(doc, cue), cue.row) for cue in find_cues(doc, _nouns(lexicon))]
    found += list(_verbs(doc, _rests(lexicon, "VERB")))
    gerunds = (t for t in standing(doc, _nouns(lexicon)) if t.pos_ == "VERB" and not is_verbal(t))
    found += [
        (token, one.row) for token in gerunds for one in _nouns(lexicon).get(token.lower_, ()) if len(one.phrase) == 1
    ]
    known = {head.i for head, _ in found}
    found += [(head, row) for head, row in _of(doc, _rests(lexicon, "OF")) if head.i not in known]
    return sorted(found, key=lambda pair: pair[0].i)


@cache
def _nouns(lexicon: Lexicon) -> CueTable:
    return cue_table(row for row in lexicon.rows(TABLE) if row.pos in {"NOUN", "ADJ", "ADJ NOUN"})


def _noun_head(doc: Doc, cue: Cue) -> Token:
    """The noun that governs the others of its phrase ("exchange" of prisoners, military "aid")."""
    first, last = doc[cue.first], doc[cue.last]
    return first if last.head == first or last.head.head == first else last


def _verbs(doc: Doc, phrases: Rests) -> Iterator[tuple[Token, Row]]:
    """Verbs of the rows; a phrase's other words stand below the verb, a few words to its right ("took a town")."""
    for token in standing(doc, phrases):
        if is_verbal(token) and (row := _fitting(phrases, token, _beside(token))) is not None:
            yield token, row


def is_verbal(head: Token) -> bool:
    """Whether a head is a verb; a gerund where a subject stands is a noun: "fighting broke out"."""
    return head.pos_ == "VERB" and not (head.tag_ == "VBG" and head.dep_ in {"nsubj", "nsubjpass"})


def _of(doc: Doc, phrases: Rests) -> Iterator[tuple[Token, Row]]:
    """ "The release by Kenya of ten captives", "troop withdrawals": nouns with what they are of, behind or before."""
    for token in standing(doc, phrases):
        if token.pos_ != "NOUN":
            continue
        things = [*prepositional(token, ("of", "from")), *(c for c in token.lefts if c.dep_ == "compound")]
        by = prepositional(token, ("by",))  # "the release by Kenya of ten captives": the parser hangs "of" on Kenya
        things += [t for doer in by for t in prepositional(doer, ("of",))]
        if (row := _fitting(phrases, token, _words_of(things))) is not None:
            yield token, row


def _fitting(phrases: Rests, token: Token, near: set[str]) -> Row | None:
    """The row of the longest phrase whose other words are near."""
    known = phrases.get(token.lemma_.lower(), ())
    fitting = [(len(rest), row.id, row) for rest, row in known if all(words & near for words in rest)]
    return max(fitting)[2] if fitting else None


@cache
def _rests(lexicon: Lexicon, pos: str) -> Rests:
    phrases: dict[str, list[tuple[tuple[frozenset[str], ...], Row]]] = defaultdict(list)
    for row in lexicon.rows(TABLE):
        for phrase in row.words if row.pos == pos else ():
            first, *rest = phrase.split(" ")
            phrases[first].append((tuple(_standing_for(word, lexicon) for word in rest), row))
    return phrases


def _standing_for(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The word itself; of "{captive}" the words of action_words that mean it, and names where these are people."""
    named = CLASS.fullmatch(word)
    if named is None:
        return frozenset({word})
    return lexicon.words(WORDS, named[1]) | NAMES.get(named[1], frozenset())


def _beside(verb: Token) -> set[str]:
    """Lemmas of what the verb governs: its object, particle and preposition, and what hangs on its object by "of"."""
    found = set()
    for child in verb.children:
        if child.dep_ in GOVERNED:
            inner = [t for t in child.children if t.dep_ in INNER]
            words = _words_of([child, *inner, *(t for of in child.children if of.lower_ == "of" for t in of.children)])
            found |= words - {PERSON} if child.dep_ == "prep" else words  # "returned to Ana Torv" returns nobody
        elif child.dep_ == "xcomp" and child.pos_ == "VERB":  # "vowed to strike back"
            found.add(child.lemma_.lower())
        elif child.pos_ == "ADJ" and child.dep_ in {"advcl", "acomp", "ccomp"}:  # "held Kenya responsible", "set free"
            found |= {child.lemma_.lower(), *_words_of([c for c in child.lefts if c.dep_ == "nsubj"])}
        elif child.dep_ == "ccomp" and verb.lemma_ == "let":  # "let the captives go"
            found |= _words_of([child, *(c for c in child.lefts if c.dep_ == "nsubj")])
    is_of_noun = verb.dep_ in {"acl", "relcl"} and verb.lemma_ != "make"
    if is_of_noun:  # "the captives that it freed", "the captives freed by Kenya"
        found |= _words_of([verb.head])
    return found


def _words_of(tokens: list[Token]) -> set[str]:
    kinds = {t.ent_type_ for t in tokens if t.pos_ == "PROPN"}
    people = {PERSON} if kinds & {"PERSON", "NORP"} else set()
    places = {PLACE} if kinds & {"GPE", "LOC", "FAC"} else set()
    return {t.lemma_.lower() for t in tokens} | people | places
