"""From the encoder's figures to attributions: the best lawful tags, then each cue's source and each content's cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Floats = NDArray[np.float32]

ROLES = ("source", "cue", "content")
LINK = 64
"""Width of each of the four vectors in `links`."""
IMPOSSIBLE = -1e4
COSTS = (0.0, 0.0, 0.0, 0.0, 0.0, 1.5, 0.0)
"""What a word's tag must be better by to be taken: outside, then begin and inside of each of ROLES.

A content that begins must be worth it: words are judged one by one, and a content of which two or three words are in
doubt would else fall into as many parts. Of 0, .5, 1, 1.5 and 2 chosen on PolNeAR's development part, where from 1 on
all are alike (28 November 2026).
"""
INSIDES = range(2, len(COSTS), 2)
"""The tags inside each of ROLES, which only their begin and themselves may stand before."""
BELONGS = 0.3
"""Share of a content's pointing that must fall on its cue; a content that points all over the place is none."""


class Found(Struct, frozen=True):
    """One attribution: the numbers of its words in the article; `contents` in parts."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    contents: tuple[tuple[int, ...], ...]


class Scored(Struct, frozen=True):
    """What the encoder says of one window's words: `tags` [word, 7], `links` [word, 4 x LINK], `none` [4 x LINK],
    and `status` [word, 6]: the logits of five axes, and how certain an event is told to be.

    `tags` are logits. `words` are their numbers in the article, `paragraphs` their paragraphs; `none` is the window's
    opening mark, which stands for "no source".
    """

    words: Sequence[int]
    paragraphs: Sequence[int]
    tags: Floats
    links: Floats
    none: Floats
    status: Floats


class Run(Struct, frozen=True):
    """Words `first` to `last` (inclusive) of a window that have one role."""

    role: str
    first: int
    last: int


def decode(scored: Scored, outside: float = 0.0) -> list[Found]:
    """The attributions of one window; `outside` is added to the logit of "no role": higher finds less."""
    if not len(scored.words):
        return []
    runs = _runs(_best_tags(scored, outside), scored.paragraphs)
    sources, cues, contents = ([run for run in runs if run.role == role] for role in ROLES)
    if not contents:
        return []
    cue_of = _cue_pointers(scored)
    owned: dict[Run, list[Run]] = {}
    for content in contents:
        points = cue_of[content.first : content.last + 1].mean(axis=0)
        cue, share = _cue(points, cues)
        if share >= BELONGS:
            owned.setdefault(cue, []).append(content)
    source_of = _source_pointers(scored)
    found = []
    for cue, parts in owned.items():
        source = _source(cue, sources, source_of)
        found.append(
            Found(
                source=_numbers(scored, source) if source else (),
                cue=_numbers(scored, cue),
                contents=tuple(_numbers(scored, part) for part in parts),
            )
        )
    return found


def _numbers(scored: Scored, run: Run) -> tuple[int, ...]:
    return tuple(scored.words[run.first : run.last + 1])


def _best_tags(scored: Scored, outside: float) -> list[int]:
    """The best lawful tags: an inside follows a begin or inside of its role in the same paragraph.

    The likeliest tag of each word is the answer where these are lawful and begin nothing that costs.
    """
    logits = scored.tags.copy()
    logits[:, 0] += outside
    tags: list[int] = logits.argmax(axis=1).tolist()
    for first, end in _paragraphs(scored.paragraphs):
        likeliest = tags[first:end]
        if not _is_lawful(likeliest) or any(COSTS[tag] for tag in likeliest):
            tags[first:end] = _viterbi((logits[first:end] - np.array(COSTS)).tolist())
    return tags


def _paragraphs(paragraphs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first word of each paragraph and the one after its last."""
    first = 0
    for end in range(1, len(paragraphs) + 1):
        if end == len(paragraphs) or paragraphs[end] != paragraphs[first]:
            yield first, end
            first = end


def _is_lawful(tags: Sequence[int]) -> bool:
    return not any(tag and not tag % 2 and before not in {tag, tag - 1} for before, tag in pairwise((0, *tags)))


def _viterbi(logits: list[list[float]]) -> list[int]:
    """The best lawful tags of one paragraph (Viterbi 1967) by its words' logits, less what the begins cost."""
    best = [IMPOSSIBLE if tag and not tag % 2 else score for tag, score in enumerate(logits[0])]
    back = []
    for row in logits[1:]:
        top = best.index(max(best))
        came = [top] * len(COSTS)
        for inside in INSIDES:
            came[inside] = inside if best[inside] >= best[inside - 1] else inside - 1
        best = [best[before] + score for before, score in zip(came, row, strict=True)]
        back.append(came)
    tags = [best.index(max(best))]
    for came in reversed(back):
        tags.append(came[tags[-1]])
    return tags[::-1]


def _runs(tags: list[int], paragraphs: Sequence[int]) -> list[Run]:
    """The stretches of one role."""
    runs: list[Run] = []
    for at, tag in enumerate(tags):
        if tag and tag % 2:
            runs.append(Run(ROLES[tag // 2], at, at))
        elif tag:
            runs[-1] = Run(runs[-1].role, runs[-1].first, at)
    return runs


def _softmax(logits: Floats) -> Floats:
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def _source_pointers(scored: Scored) -> Floats:
    """[word, 1 + word]: where each word, were it a cue, has its source; column 0 is "none"."""
    question = scored.links[:, :LINK]
    keys = np.concatenate([scored.none[None, LINK : 2 * LINK], scored.links[:, LINK : 2 * LINK]])
    return _softmax(question @ keys.T * LINK**-0.5)


def _cue_pointers(scored: Scored) -> Floats:
    """[word, word]: where each word, were it part of a content, has its cue."""
    question = scored.links[:, 2 * LINK : 3 * LINK]
    return _softmax(question @ scored.links[:, 3 * LINK :].T * LINK**-0.5)


def _cue(points: Floats, cues: Sequence[Run]) -> tuple[Run, float]:
    """The cue that a content points at, `points` [word], and the share that falls on it.

    The likeliest word where the tags show no cue.
    """
    if not cues:
        best = int(points.argmax())
        return Run("cue", best, best), float(points[best])
    shares = _shares(points, cues)
    likeliest = max(range(len(cues)), key=shares.__getitem__)
    return cues[likeliest], shares[likeliest]


def _shares(points: Floats, runs: Sequence[Run]) -> list[float]:
    """How much of the pointing falls on each run."""
    sums = [0.0, *np.cumsum(points, dtype=np.float64).tolist()]
    return [sums[run.last + 1] - sums[run.first] for run in runs]


def _source(cue: Run, sources: Sequence[Run], source_of: Floats) -> Run | None:
    """The source that the cue points at, None where "none" outweighs every one."""
    points = source_of[cue.first : cue.last + 1].mean(axis=0)
    shares = _shares(points[1:], sources)
    best = max(range(len(sources)), key=shares.__getitem__, default=None)
    return None if best is None or points[0] > shares[best] else sources[best]
