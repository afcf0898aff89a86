"""What a word is: spaCy's part of speech, morphology and lemma of it, asked once and kept.

spaCy's ruler and lemmatizer ask again for each word of an article what they answered for the last one like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG  # type: ignore[import-not-found]
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

if TYPE_CHECKING:
    from spacy.vocab import Vocab

KEPT = 200_000
"""Words of which it's kept what they are; then it is begun anew."""

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
