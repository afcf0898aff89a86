"""Takes over what spaCy says of a text into `dragoman.parsed`, each word once; what it says of a form is kept."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import (  # type: ignore[import-not-found]
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    LEMMA,
    ORTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)

from dragoman.parsed import Doc, Form, Span, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse
    from spacy.vocab import Vocab

KEPT = 200_000
"""Forms and names that are kept; then it is begun anew."""
INSIDE = ("", "I", "O", "B")
"""How spaCy numbers whether a word begins a name, is within one or outside."""
COLUMNS = (ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, HEAD, SENT_START, SPACY, ENT_IOB)


class Forms(dict[int, Form]):
    """What a word is by the number of its form."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __missing__(self, orth: int) -> Form:
        word = self._vocab[orth]
        form = self[orth] = Form(
            text=word.orth_,
            lower=word.lower_,
            is_space=word.is_space,
            is_punct=word.is_punct,
            is_title=word.is_title,
            is_upper=word.is_upper,
            is_lower=word.is_lower,
            is_alpha=word.is_alpha,
            is_quote=word.is_quote,
            is_stop=word.is_stop,
            like_num=word.like_num,
        )
        return form


class Names(dict[int, str]):
    """Lemmas, tags and relations by their number."""

    def __init__(self, vocab: Vocab) -> None:
        self._strings = vocab.strings

    def __missing__(self, number: int) -> str:
        name = self[number] = self._strings[number]
        return name


class Takeover:
    """Takes over parses; `vocab` is that of the pipeline they come from."""

    def __init__(self, vocab: Vocab) -> None:
        self._forms, self._names = Forms(vocab), Names(vocab)

    def __call__(self, text: str, parse: Parse) -> Doc:
        """The parsed text; `parse`, of `text`, has tags, lemmas, heads, sentences and names."""
        if not len(parse):
            return Doc(text, [])
        if len(self._forms) + len(self._names) > KEPT:
            self._forms.clear()
            self._names.clear()
        rows = parse.to_array(list(COLUMNS))
        orths, *named = rows[:, :6].T.tolist()
        heads, starts, blanks, inside = rows[:, 6:].astype(np.int64).T.tolist()
        forms = [self._forms[orth] for orth in orths]
        widths = [len(form.text) + blank for form, blank in zip(forms, blanks, strict=True)]
        doc = Doc(text, list(accumulate(widths, initial=0))[:-1])
        _fill(doc, forms, [[self._names[number] for number in numbers] for numbers in named])
        for token, blank, iob in zip(doc.tokens, blanks, inside, strict=True):
            token.whitespace_, token.ent_iob_ = " " if blank else "", INSIDE[iob]
        _join(doc, heads, parse)
        _cut(doc, [at for at, start in enumerate(starts) if start == 1])
        doc.ents = tuple(Span(doc, name.start, name.end, name.label_) for name in parse.ents)
        return doc


def _fill(doc: Doc, forms: list[Form], named: list[list[str]]) -> None:
    """What each word is by itself: its form, and lemma, part of speech, tag, relation and kind of name."""
    places = doc.places
    for at, (token, form, start, *names) in enumerate(zip(doc.tokens, forms, doc.starts, *named, strict=True)):
        token.doc, token.i, token.idx, token.form = doc, at, start, form
        token.text, token.lower_ = form.text, form.lower
        token.is_space, token.is_punct = form.is_space, form.is_punct
        token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_ = names
        lemma = token.lemma_.lower()
        places.setdefault(lemma, []).append(at)
        if lemma != token.lower_:
            places.setdefault(token.lower_, []).append(at)


def _join(doc: Doc, heads: list[int], parse: Parse) -> None:
    """Hangs each word on its head; `heads` say how many places further on that stands."""
    tokens = doc.tokens
    lefts: list[list[Token]] = [[] for _ in tokens]
    rights: list[list[Token]] = [[] for _ in tokens]
    for at, (token, step) in enumerate(zip(tokens, heads, strict=True)):
        token.head = tokens[at + step]
        if step:
            (lefts if step > 0 else rights)[at + step].append(token)
    for token, word, before, behind in zip(tokens, parse, lefts, rights, strict=True):
        token.lefts, token.rights = tuple(before), tuple(behind)
        token.children = token.lefts + token.rights
        token.left_edge, token.right_edge = tokens[word.left_edge.i], tokens[word.right_edge.i]


def _cut(doc: Doc, starts: list[int]) -> None:
    """Cuts the text into the sentences that begin at `starts`."""
    begins = starts if starts[:1] == [0] else [0, *starts]
    doc.sents = tuple(Span(doc, first, end) for first, end in zip(begins, [*begins[1:], len(doc)], strict=True))
    for sentence in doc.sents:
        for token in sentence:
            token.sent = sentence
