"""The vector of each word in its place: what spaCy's Tok2Vec makes of it with the same weights, in half the time.

The network (Miranda et al. 2022, "Multi hash embeddings in spaCy") looks up hashed features of a word, mixes them, and
lets four layers look at a word and its two neighbours. The mix, and what a word adds to the first of these layers as
left neighbour, as itself and as right neighbour, hang on the word alone: they are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model

Floats = NDArray[np.float32]
Item = TypeVar("Item")

KEPT = 8_000
"""Words of which the mix is kept, 4 kB each; then it is begun anew."""
BLOCK = 64
"""New words mixed at once."""
ROWS = 4
"""Rows multiplied at once, and always so many: in a longer block the sums of some processors hang on a row's place."""
MARGIN = 4
"""Rows of noughts before the first word and after the last, as many as there are layers: so far a word is felt."""
PART = 4_000
"""Words whose vectors are made at once."""
TINY = np.float32(1e-8)


class Layer(Struct, frozen=True):
    """Maxout, then a normalisation: `weights` [in, piece x out], `bias` [piece x out], `gain` and `shift` [out]."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def finish(self, sums: Floats) -> Floats:
        """The layer's values [row, out] from its weighted sums [row, piece x out], which are spoilt."""
        sums += self.bias
        width = len(self.gain)
        best: Floats = sums[:, :width]
        for start in range(width, sums.shape[1], width):
            np.maximum(best, sums[:, start : start + width], out=best)
        best = np.subtract(best, best.mean(axis=1, keepdims=True))
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + TINY
        best *= (np.float32(1) / np.sqrt(spread))[:, None]
        best *= self.gain
        best += self.shift
        return best


def multiplied(rows: Floats, weights: Floats) -> Floats:
    """`rows` [row, in], a multiple of ROWS, by `weights` [in, out]: each to the same bit in whatever company."""
    product: Floats = np.matmul(rows.reshape(-1, ROWS, rows.shape[1]), weights)
    return product.reshape(len(rows), -1)


class Vectors:
    """The vectors of the words of a text by the weights of a Tok2Vec network of spaCy."""

    def __init__(self, model: Model[Any, Any]) -> None:
        embed, encode = model.layers
        nodes = list(embed.walk())
        self._columns: list[int | str] = next(node.attrs["columns"] for node in nodes if "columns" in node.attrs)
        self._tables = [
            (param(node, "E"), int(node.attrs["seed"]), node.ops.hash) for node in nodes if node.name == "hashembed"
        ]
        self._mix = next(_layers(embed))
        self._first, *self._rest = _layers(encode)
        self._width = len(self._mix.gain)
        beside = self._first.weights.reshape(3, self._width, -1)
        self._beside_weights: Floats = np.concatenate(list(beside), axis=1)
        self._forget(KEPT)

    def _forget(self, size: int) -> None:
        self._number = dict[bytes, int]()
        self._mixed: Floats = np.zeros((size + BLOCK, self._width), dtype=np.float32)
        self._beside: Floats = np.zeros((size + BLOCK, self._beside_weights.shape[1]), dtype=np.float32)

    def __call__(self, doc: Doc) -> Floats:
        """[word, width]; a long text in parts, each with as many words around it as can be felt in it."""
        numbers = self._numbers(np.ascontiguousarray(doc.to_array(self._columns), dtype=np.uint64))
        parts: list[Floats] = [np.zeros((0, self._width), dtype=np.float32)]
        for start in range(0, len(numbers), PART):
            before, end = max(0, start - MARGIN), start + PART + MARGIN
            begins, ends = start == 0, end >= len(numbers)
            encoded = self._encoded(numbers[before:end], begins=begins, ends=ends)
            parts.append(encoded[start - before :][:PART])
        return np.concatenate(parts)

    def _numbers(self, rows: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Where each word is kept; `rows` are the words' features, [word, column]."""
        keys = [row.tobytes() for row in rows]
        new = {key: row for key, row in zip(keys, rows, strict=True) if key not in self._number}
        if len(self._number) + len(new) > len(self._mixed) - BLOCK:
            new = dict(zip(keys, rows, strict=True))
            self._forget(max(KEPT, len(new)))
        for block in batched(list(new.items()), BLOCK):
            self._learn(block)
        return np.array([self._number[key] for key in keys], dtype=np.int64)

    def _learn(self, block: Sequence[tuple[bytes, NDArray[np.uint64]]]) -> None:
        """Keeps what is the same of a word wherever it stands; at most BLOCK words."""
        rows = np.array([row for _, row in block] + [block[-1][1]] * (BLOCK - len(block)))
        columns: Any = np.ascontiguousarray(rows.T)
        looked_up = [
            table[np.asarray(hashed(column, seed)) % len(table)].sum(axis=1)
            for column, (table, seed, hashed) in zip(columns, self._tables, strict=True)
        ]
        mixed = self._mix.finish(multiplied(np.concatenate(looked_up, axis=1), self._mix.weights))
        first = len(self._number)
        self._mixed[first : first + BLOCK] = mixed
        self._beside[first : first + BLOCK] = multiplied(mixed, self._beside_weights)
        self._number.update((key, first + at) for at, (key, _) in enumerate(block))

    def _encoded(self, numbers: NDArray[np.int64], *, begins: bool, ends: bool) -> Floats:
        """The vectors of the words kept at `numbers`; at the begin and the end of a text noughts stand around them."""
        before, after = MARGIN * begins, MARGIN * ends
        rows = slice(before, before + len(numbers))
        x: Floats = np.zeros((before + len(numbers) + after, self._width), dtype=np.float32)
        x[rows] = self._mixed[numbers]
        left, itself, right = np.split(self._beside[numbers], 3, axis=1)
        sums: Floats = np.zeros((len(x) + 2, left.shape[1]), dtype=np.float32)  # a row more at either end
        sums[rows.start + 2 : rows.stop + 2] += left
        sums[rows.start + 1 : rows.stop + 1] += itself
        sums[rows.start : rows.stop] += right
        x += self._first.finish(sums[1:-1])
        around: Floats = np.zeros((len(x), 3, self._width), dtype=np.float32)
        for layer in self._rest:
            around[1:, 0], around[:, 1], around[:-1, 2] = x[:-1], x, x[1:]
            x += layer.finish(around.reshape(len(x), -1) @ layer.weights)
        return x[rows]


def _layers(model: Model[Any, Any]) -> Iterator[Layer]:
    """The maxout layers of a network with the normalisation after each, in their order."""
    nodes = [node for node in model.walk() if node.name in {"maxout", "layernorm"}]
    for maxout, norm in zip(nodes[::2], nodes[1::2], strict=True):
        weights = param(maxout, "W")  # [out, piece, in]
        yield Layer(
            weights=np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
            bias=np.ascontiguousarray(param(maxout, "b").T.reshape(-1)),
            gain=param(norm, "G"),
            shift=param(norm, "b"),
        )


def param(model: Model[Any, Any], name: str) -> Floats:
    """A matrix of a network's weights."""
    return np.asarray(model.get_param(name), dtype=np.float32)


def batched(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """The items in runs of `size`, the last one shorter."""
    return (items[start : start + size] for start in range(0, len(items), size))


class Vectorizer:
    """The component that gives a text the vectors that tagger and parser read."""

    def __init__(self, model: Model[Any, Any]) -> None:
        self._vectors = Vectors(model)

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with its vectors."""
        vectors: Any = self._vectors(doc)
        doc.tensor = vectors
        return doc
