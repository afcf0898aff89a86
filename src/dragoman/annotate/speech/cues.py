"""The words that report speech: the rows of data/speech, ready to be looked up by the lemma of a token.

A row's `pos` lists the shapes in which its words take what is said, parted by blanks:

    clause   a finite clause or a quote: "said that ...", '"...," he said'
    quote    a quote only: '"...," he went on'
    inf      an infinitive: "vowed to ..."
    order    someone and an infinitive: "urged both sides to ..."
    object   a noun phrase: "announced a truce"
    name     two parts that are set equal: "called the plan unjust"
    raised   an infinitive whose subject is part of what is said: "the road seems to be open"
    of for as about on over with to against ...   this preposition: with `object` after it ("accused them of ..."),
             alone without ("spoke about ...")

`means` is one of said, asked, judged (praised or condemned), thought, wanted, stance (for or against), topic (what was
talked about, without what was said), shown (by a study, a film, a look). A row's id starts with it.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from dragoman.lexicon import Lexicon, Row

SHAPES = frozenset({"clause", "inf", "order", "object", "name", "raised", "quote"})
RULE_TURN = "said.turn"
RULE_HEADLINE = "said.label"
RULE_SIGNED = "said.signed"
RULE_ANNOUNCED = "said.announced"
RULE_AGAIN = "said.again"
RULE_LEARNED = "heard.other"
"""The rows of data/speech/turns, which are found by their shape."""
WISHES = frozenset({"thought", "wanted"})


class Cue(Struct, frozen=True):
    """One word or phrase that reports speech: its lemmas, the shapes it takes, and the row it stands in."""

    words: tuple[str, ...]
    shapes: frozenset[str]
    preps: frozenset[str]
    means: str
    rule: str

    @property
    def wish(self) -> bool:
        """Whether it tells what is thought or wanted rather than said."""
        return self.means in WISHES


CuesByLemma = dict[str, tuple[Cue, ...]]


class CueTable(Struct, frozen=True):
    """The cues of each part of speech by the lemma of their first word, the longest phrase first."""

    verbs: CuesByLemma
    nouns: CuesByLemma
    adjectives: CuesByLemma
    phrases: CuesByLemma
    outlets: frozenset[str]
    turns: frozenset[str]
    """Labels of a transcript that may stand without a colon: "Q"."""
    no_labels: frozenset[str]
    no_sources: frozenset[str]


@cache
def read_cues(lexicon: Lexicon) -> CueTable:
    """The cue table of the rows in data/speech; LexiconError when a table is missing."""
    return CueTable(
        verbs=_by_lemma(lexicon.rows("speech/verbs")),
        nouns=_by_lemma(lexicon.rows("speech/nouns")),
        adjectives=_by_lemma(lexicon.rows("speech/adjectives")),
        phrases=_by_lemma(lexicon.rows("speech/phrases")),
        outlets=lexicon.words("speech/outlets"),
        turns=frozenset(w for row in lexicon.rows("speech/turns") if row.id == RULE_TURN for w in row.words),
        no_labels=lexicon.words("speech/nobody", "label"),
        no_sources=lexicon.words("speech/nobody", "measure"),
    )


def _by_lemma(rows: tuple[Row, ...]) -> CuesByLemma:
    found: dict[str, list[Cue]] = {}
    for row in rows:
        shapes = frozenset(row.pos.split())
        for phrase in row.words:
            words = tuple(phrase.split())
            cue = Cue(words, shapes & SHAPES, shapes - SHAPES, row.means, row.id)
            found.setdefault(words[0], []).append(cue)
    return {lemma: tuple(sorted(cues, key=lambda cue: -len(cue.words))) for lemma, cues in found.items()}
