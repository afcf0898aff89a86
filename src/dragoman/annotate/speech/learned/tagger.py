"""Runs the encoder over the windows of an article, one after another: on one core more at once bring no speed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dragoman.annotate.speech.learned.decode import Floats, Scored
from dragoman.annotate.speech.learned.windows import Window, told_of
from dragoman.models import StatementModel


def score_windows(windows: Sequence[Window], model: StatementModel) -> Iterator[Scored]:
    """What the encoder says of each window, in the order of the windows."""
    for window in windows:
        ids = np.array([[piece.id for piece in window.pieces]], dtype=np.int64)
        values = np.array([[piece.values for piece in window.pieces]], dtype=np.int64)
        told = np.array(told_of(window), dtype=np.int64)
        read = {"ids": ids, "values": values, "told": told}
        tags, links, status = model.session.run(["tags", "links", "status"], read)
        yield scored_window(window, tags[0], links[0], status[0])


def scored_window(window: Window, tags: Floats, links: Floats, status: Floats) -> Scored:
    """What the encoder says of `told_of(window)`, [piece, 7], [piece, 4 x LINK] and [piece, 6], by word."""
    places = told_of(window)[1:]
    end = 1 + len(places)
    return Scored(
        words=[window.pieces[at].word for at in places],
        paragraphs=[window.paragraphs[at] for at in places],
        tags=tags[1:end],
        links=links[1:end],
        none=links[0],
        status=status[1:end],
    )
