"""Components of spaCy's pipeline that come to the same parses in less time.

Its recogniser of names decides word by word, though outside a name no decision hangs on the one before; its ruler and
its lemmatizer ask again for each word of an article what they answered for the last one like it. Together that was half
of the time of a parse. Here the names are decided for all words at once, and what was found of a word is kept.
The weights, the patterns and the tables are spaCy's own; tests compare what comes out with what spaCy makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, IS_SPACE, LEMMA, MORPH, ORTH, POS, SENT_START, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.tokens._retokenize import set_token_attrs
from thinc.api import NumpyOps, get_current_ops, set_current_ops

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.vocab import Vocab

Floats = NDArray[np.float32]

KEPT = 200_000
"""Words of which it's kept what they are; then it is begun anew."""
NEVER = np.float32(-np.inf)


class BlasOps(NumpyOps):  # type: ignore[misc]
    """thinc's operations on the processor, its matrix product apart: two thirds of the time of thinc's own."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401, FBT, PLR0913
        """x @ y, either of them transposed; written to `out` where it's given."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


@contextmanager
def numpy_products() -> Iterator[None]:
    """Networks loaded within multiply by numpy's BLAS."""
    before = get_current_ops()
    set_current_ops(BlasOps())
    try:
        yield
    finally:
        set_current_ops(before)


# ---- names


class Names:
    """Finds the names of a parsed text with the weights of spaCy's recogniser."""

    def __init__(self, recogniser: EntityRecognizer) -> None:
        model = recogniser.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._vectors = model.get_ref("tok2vec")
        self._features: Floats = lower.get_param("W").reshape(-1, lower.get_dim("nI"))
        self._padding: Floats = lower.get_param("pad")[0]
        self._bias: Floats = lower.get_param("b")
        self._moves: Floats = upper.get_param("W").T.copy()
        self._moves_bias: Floats = upper.get_param("b")
        names = [recogniser.moves.get_class_name(move) for move in range(recogniser.moves.n_moves)]
        self._names = names
        self._begins = _mask(names, "B")
        self._outside = _mask(names, "B", "U", "O")
        self._units_and_out = _mask(names, "U", "O")
        self._out = _mask(names, "O")
        self._number = {name: move for move, name in enumerate(names)}

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with its names: those that spaCy's recogniser finds in a text that has none yet."""
        if len(doc):
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in self._found(doc)])
        return doc

    def _found(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """Start, end and label of each name: left to right, a name is read on from its first word to its last."""
        vectors: Floats = self._vectors.predict([doc])
        parts = (vectors @ self._features.T).reshape(len(doc), *self._padding.shape)  # [word, feature, unit, piece]
        starts: list[bool] = (doc.to_array([SENT_START]) == 1).tolist()
        guesses = self._outside_names(parts, doc, starts).tolist()
        at = 0
        while at < len(doc):
            kind, _, label = self._names[guesses[at]].partition("-")
            end = self._end(parts, at, label, starts) if kind == "B" else at + 1
            if kind != "O":
                yield at, end, label
            at = end

    def _outside_names(self, parts: Floats, doc: Doc, starts: Sequence[bool]) -> NDArray[np.int64]:
        """The best move at each word if no name is open there: to begin one, to be one, or to be none."""
        scores = self._scored(parts[:, 0] + self._padding[1] + self._padding[2] + self._bias)
        spaces = doc.to_array([IS_SPACE]) == 1
        alone = np.array([*starts[1:], True])  # a name doesn't run on into the next sentence
        allowed = np.where(alone[:, None], self._units_and_out, self._outside)
        allowed = np.where(spaces[:, None], self._out, allowed)
        best: NDArray[np.int64] = np.where(allowed, scores, NEVER).argmax(axis=1)
        return best

    def _end(self, parts: Floats, start: int, label: str, starts: Sequence[bool]) -> int:
        """Where the name that begins at `start` ends: after the first word that is rather its last than one of it."""
        inside, last = self._number[f"I-{label}"], self._number[f"L-{label}"]
        at = start + 1
        while at + 1 < len(parts) and not starts[at + 1]:
            scores = self._scored((parts[at, 0] + parts[start, 1] + parts[at - 1, 2] + self._bias)[None])[0]
            if scores[inside] < scores[last]:
                break
            at += 1
        return at + 1

    def _scored(self, sums: Floats) -> Floats:
        """What speaks for each move, [state, move]; `sums` are [state, unit, piece]."""
        scores: Floats = sums.max(axis=2) @ self._moves + self._moves_bias
        return scores


def _mask(names: Sequence[str], *kinds: str) -> NDArray[np.bool_]:
    """Which moves are of one of the kinds."""
    return np.array([name.partition("-")[0] in kinds for name in names])


# ---- what a word is

Key = tuple[int, int, int]
"""Numbers of a word, its tag and its relation."""
Place = tuple[int, int, int]
"""A place in a pattern of the ruler: the numbers of its rule, of the pattern and of the word in it."""
Values = tuple[int, int, int, int, int]
"""Numbers of a word's part of speech, morphology, lemma and tag, and of its relation where a rule gives it one."""


class Words:
    """Gives each tagged word its part of speech, its morphology and its lemma, as spaCy's ruler and lemmatizer do.

    The ruler's patterns are of one word, a few of two, and the lemmatizer looks at one word alone. So it is kept of
    each word which places of the patterns it could stand in, and what it is when it meets certain rules.
    """

    def __init__(self, vocab: Vocab, ruler: Any, lemmatizer: Any) -> None:  # noqa: ANN401  spaCy's types are too wide
        self._vocab, self._ruler, self._lemmatizer = vocab, ruler, lemmatizer
        known = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in list(known):
            known[part_of_speech] = frozenset(
                known[part_of_speech]
            )  # spaCy keeps a list, and asks whether a word is in it
        self._by_word, self._by_relation = Matcher(vocab), Matcher(vocab)
        self._places, self._sizes = list[Place](), list[int]()
        for number, rule in enumerate(ruler.patterns):
            for pattern in rule["patterns"]:
                for at, word in enumerate(pattern):
                    name, relation = str(len(self._places)), word.get("DEP", {})
                    self._by_word.add(name, [[{part: word[part] for part in word if part != "DEP"}]])
                    self._by_relation.add(name, [[{"DEP": relation} if relation else {}]])
                    self._places.append((number, len(self._sizes), at))
                self._sizes.append(len(pattern))
        self._forget()

    def _forget(self) -> None:
        self._words: dict[tuple[int, int], frozenset[Place]] = {}
        self._relations: dict[int, frozenset[Place]] = {}
        self._fits: dict[Key, tuple[frozenset[int], frozenset[Place]]] = {}
        self._kept: dict[tuple[int, int, frozenset[int]], Values] = {}

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with what its words are."""
        if len(doc):
            keys: list[Key] = [(word[0], word[1], word[2]) for word in doc.to_array([ORTH, TAG, DEP]).tolist()]
            if len(self._fits) + len(keys) > KEPT:
                self._forget()
            rules = self._rules(keys)
            words = [(orth, tag, met) for (orth, tag, _), met in zip(keys, rules, strict=True)]
            self._learn(words)
            values = [self._kept[word] for word in words]
            columns: Any = np.array(values, dtype=np.uint64)
            doc.from_array([POS, MORPH, LEMMA, TAG], columns[:, :4])
            for at in np.flatnonzero(columns[:, 4]).tolist():
                doc[at].dep = values[at][4]
        return doc

    def _rules(self, keys: Sequence[Key]) -> list[frozenset[int]]:
        """For each word the numbers of the rules that it meets, alone or with those beside it."""
        self._learn_places(keys)
        fits = [self._fits[key] for key in keys]
        met = [alone for alone, _ in fits]
        for start in (at for at, (_, beside) in enumerate(fits) if beside):
            for number, pattern, at in fits[start][1]:
                following = fits[start : start + self._sizes[pattern]]
                places = [(number, pattern, place) in beside for place, (_, beside) in enumerate(following)]
                if at == 0 and len(places) == self._sizes[pattern] and all(places):
                    met[start + self._ruler.indices[number]] |= {number}
        return met

    def _learn_places(self, keys: Sequence[Key]) -> None:
        """Keeps of the words that are not known yet which places of the patterns they could stand in."""
        new = [key for key in dict.fromkeys(keys) if key not in self._fits]
        words = [word for word in dict.fromkeys(key[:2] for key in new) if word not in self._words]
        self._words.update(zip(words, self._found(self._by_word, self._text(words)), strict=True))
        relations = [relation for relation in dict.fromkeys(key[2] for key in new) if relation not in self._relations]
        names = [self._vocab.strings[relation] for relation in relations]
        text = Doc(self._vocab, words=["-"] * len(names), deps=names, heads=list(range(len(names))))
        self._relations.update(zip(relations, self._found(self._by_relation, text), strict=True))
        for key in new:
            places = self._words[key[:2]] & self._relations[key[2]]
            alone = frozenset(number for number, pattern, _ in places if self._sizes[pattern] == 1)
            self._fits[key] = alone, frozenset(place for place in places if self._sizes[place[1]] > 1)

    def _found(self, matcher: Matcher, text: Doc) -> Iterator[frozenset[Place]]:
        """For each word of `text` the places that it could stand in as far as `matcher` looks at it."""
        found = [set[Place]() for _ in text]
        for name, at, _ in matcher(text, allow_missing=True) if found else ():
            found[at].add(self._places[int(self._vocab.strings[name])])
        return map(frozenset, found)

    def _text(self, words: Sequence[tuple[int, int]]) -> Doc:
        """A text of words with their tags."""
        orths, tags = ([self._vocab.strings[word[part]] for word in words] for part in range(2))
        return Doc(self._vocab, words=orths, tags=tags)

    def _learn(self, words: Sequence[tuple[int, int, frozenset[int]]]) -> None:
        """Keeps what the ruler and the lemmatizer make of the words that are not known yet."""
        new = [word for word in dict.fromkeys(words) if word not in self._kept]
        doc = self._text([(orth, tag) for orth, tag, _ in new])
        for at, (_, _, rules) in enumerate(new):
            for number in sorted(rules):
                set_token_attrs(doc[at], self._ruler.attrs[number])
        token: Any
        for word, token in zip(new, self._lemmatizer(doc) if new else (), strict=True):
            self._kept[word] = (token.pos, token.morph.key, token.lemma, token.tag, token.dep)


# ---- in the place of spaCy's


def quicken(nlp: Language) -> None:
    """Puts `names` and `words` of this module in the place of spaCy's recogniser, ruler and lemmatizer in `nlp`."""
    if not Language.has_factory("names"):
        Language.factory("names", func=_names)
        Language.factory("words", func=_words)
    nlp.add_pipe("words", before="attribute_ruler")
    nlp.add_pipe("names", before="ner")
    for replaced in ("attribute_ruler", "lemmatizer", "ner"):
        nlp.disable_pipe(replaced)


def _names(nlp: Language, name: str) -> Names:
    return Names(nlp.get_pipe("ner"))


def _words(nlp: Language, name: str) -> Words:
    return Words(nlp.vocab, nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))
