"""How an event is told, of two opinions: the encoder's, from the words, and a linear model's, from the parse's clues.

Each gives every axis a probability, and the axis with the greatest product is taken (a product of experts, Hinton 2002;
both weigh the same: their weights could only have been tuned on words that the encoder has seen). The encoder alone is
wrong most often of conditions, which the parse shows plainly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import exp, log
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.speech.learned.clues import VERBAL, Parsed, clues_of, parsed
from dragoman.models import AxisWeights
from dragoman.types import Axis

if TYPE_CHECKING:
    from spacy.tokens import Doc

AXES: tuple[Axis, ...] = ("actual", "intention", "negation", "hypothetical", "generic")
"""In the order of the encoder's figures and of the weights."""


class AxisReader(Struct, frozen=True):
    """A parsed text and the weights of its clues."""

    parse: Parsed
    weights: AxisWeights

    def axis_of(self, start: int, logits: Sequence[float]) -> Axis:
        """The axis of the word at the code point `start`; `logits` are the encoder's, one for each of AXES."""
        scores = _logs(logits)
        at = bisect_right(self.parse.starts, start) - 1
        if at >= 0 and self.parse.pos[at] in VERBAL:  # the weights know verbs alone
            scores = [one + other for one, other in zip(scores, self._by_parse(at), strict=True)]
        return AXES[max(range(len(AXES)), key=scores.__getitem__)]

    def _by_parse(self, at: int) -> list[float]:
        """The logarithms of the probabilities that the parse gives each axis."""
        sums = list(self.weights.bias)
        for clue in set(clues_of(self.parse, at)):
            for axis, weight in enumerate(self.weights.clues.get(clue, ())):
                sums[axis] += weight
        return _logs([one / self.weights.scale for one in sums])


def axis_reader(doc: Doc, weights: AxisWeights) -> AxisReader:
    """The reader of one parsed text."""
    return AxisReader(parsed(doc), weights)


def _logs(logits: Sequence[float]) -> list[float]:
    """Logits as logarithms of probabilities."""
    top = max(logits)
    total = top + log(sum(exp(one - top) for one in logits))
    return [one - total for one in logits]
