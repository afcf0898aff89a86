"""How an event is told, of two opinions: the encoder's, from the words, and a linear model's, from the parse's clues.

Each gives every axis a probability, and the axis with the greatest product is taken (a product of experts, Hinton 2002;
both weigh the same: their weights could only have been tuned on words that the encoder has seen). The encoder alone is
wrong most often of conditions, which the parse shows plainly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.speech.learned.clues import VERBAL, Parsed, clues_of, parsed
from dragoman.models import AxisWeights
from dragoman.types import Axis

if TYPE_CHECKING:
    from dragoman.parsed import Doc

AXES: tuple[Axis, ...] = ("actual", "intention", "negation", "hypothetical", "generic")
"""In the order of the encoder's figures and of the weights."""


class AxisReader(Struct, frozen=True):
    """A parsed text and the weights of its clues."""

    parse: Parsed
    weights: AxisWeights

    def axis_of(self, start: int, logits: Sequence[float]) -> Axis:
        """The axis of the word at the code point `start`; `logits` are the encoder's, one for each of AXES."""
        scores = logits
        at = bisect_right(self.parse.starts, start) - 1
        if at >= 0 and self.parse.pos[at] in VERBAL:  # the weights know verbs alone
            scores = [one + other for one, other in zip(logits, self._by_parse(at), strict=True)]
        return AXES[max(range(len(AXES)), key=scores.__getitem__)]

    def _by_parse(self, at: int) -> list[float]:
        """The logits that the parse gives each axis.

        A product of probabilities is greatest where the sum of logits is: what norms them is the same for all axes.
        """
        weights_of = self.weights.clues.get
        rows = [row for clue in set(clues_of(self.parse, at)) if (row := weights_of(clue))]
        return [sum(column) / self.weights.scale for column in zip(self.weights.bias, *rows, strict=True)]


def axis_reader(doc: Doc, weights: AxisWeights) -> AxisReader:
    """The reader of one parsed text."""
    return AxisReader(parsed(doc), weights)
