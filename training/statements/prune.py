"""Take from a trained encoder the heads and units that matter least for what they cost, the rest making up for them.

    python training/statements/prune.py TEACHER.pt LABELS.json TOKENIZER.json TRAIN.json STATUS.json MORE.json \\
        OUT.pt --milliseconds 47

Which heads and units of a layer go first, and what the others take over, is a matter of least squares of what the
layer adds (Frantar and Alistarh 2022; Kurtic, Frantar and Alistarh 2023). How many go where is a bargain: what each
layer loses to the last states, measured with that layer alone made smaller, against the time that it saves.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from encoder import BROAD, HEAD, Size, StatementEncoder
from lessons import Lesson, lessons, read_tokenizer, texts_of
from torch import Tensor, nn
from train import as_tensors

from export import load

HEADS = (12, 10, 9, 8, 7, 6, 5, 4, 3, 2)
INNERS = (1536, 1280, 1152, 1024, 896, 768, 640, 512, 384, 256)
COSTS = ((0.70, 0.61, 0.0047), (0.58, 0.53, 0.0039)) + ((0.58, 0.46, 0.0039),) * 4
"""For each layer what it takes of an article of 950 pieces in milliseconds, and what each head, each unit takes."""
DAMP = 1e-4
SHORT = 64
"""Pieces; a window of no more shows little of what attention is for."""
FITTED, JUDGED = 400, 60
"""Windows that the least squares are of, and windows that losses are measured on."""

Batch = tuple[Tensor, Tensor, Tensor]


def batch_of(windows: Sequence[Lesson]) -> Batch:
    """ids, values and mask."""
    ids, values, _, mask, _ = as_tensors([one.window for one in windows])
    return ids, values, mask


class Moments:
    """Second moments of what goes into a matrix, 1 for its bias beside it."""

    def __init__(self, matrix: nn.Linear) -> None:
        self.sums = torch.zeros(matrix.in_features + 1, matrix.in_features + 1, dtype=torch.float64)
        self.count = 0
        self.mask: Tensor | None = None
        self.hook = matrix.register_forward_hook(self.add)

    def add(self, _module: nn.Module, inputs: tuple[Tensor], _out: Tensor) -> None:
        """Count what one batch gives."""
        assert self.mask is not None
        rows = inputs[0].float()[self.mask.bool()]
        rows = torch.cat([rows, torch.ones(len(rows), 1)], dim=1)
        self.sums += (rows.T @ rows).double()
        self.count += len(rows)

    def matrix(self) -> Tensor:
        """Their mean, made a little stiffer."""
        mean = self.sums / self.count
        mean.diagonal().add_(DAMP * mean.diagonal().mean())
        return mean


def order_of(weight: Tensor, moments: Tensor, width: int) -> list[int]:
    """The blocks of `width` inputs of a matrix, the one that is missed least first, each chosen after those before."""
    inverse = torch.linalg.inv(moments)
    rest = weight.double().clone()
    blocks = [slice(n, n + width) for n in range(0, len(moments) - 1, width)]
    left = list(range(len(blocks)))
    order = []
    while len(left) > 1:
        if width == 1:
            loss = (rest**2).sum(0)[left] / inverse.diagonal()[left]
            n = left[int(loss.argmin())]
        else:
            losses = [
                (rest[:, b] @ torch.linalg.inv(inverse[b, b]) * rest[:, b]).sum() for b in (blocks[n] for n in left)
            ]
            n = left[int(torch.stack(losses).argmin())]
        b = blocks[n]
        gain = torch.linalg.solve(inverse[b, b], inverse[b, :])
        rest -= rest[:, b] @ gain
        inverse -= inverse[:, b] @ gain
        rest[:, b] = 0
        left.remove(n)
        order.append(n)
    return order + left


def refit(matrix: nn.Linear, moments: Tensor, kept: Tensor) -> tuple[Tensor, Tensor]:
    """Weights and bias of a matrix that has only the inputs `kept`: those that give most nearly what it gave."""
    whole = torch.cat([matrix.weight.data, matrix.bias.data[:, None]], dim=1).double()
    inside = torch.cat([kept, torch.tensor([len(moments) - 1])])
    fitted = torch.linalg.solve(moments[inside][:, inside], moments[inside] @ whole.T).T.float()
    return fitted[:, :-1], fitted[:, -1]


class Pruner:
    """What is known of each layer of a teacher: which heads and units to keep, should some go."""

    def __init__(self, teacher: StatementEncoder, batches: Sequence[Batch]) -> None:
        self.teacher = teacher
        watched = [[Moments(layer.out), Moments(layer.narrow)] for layer in teacher.layers]
        for ids, values, mask in batches:
            for pair in watched:
                for one in pair:
                    one.mask = mask
            with torch.no_grad():
                teacher.states(ids, values, mask)
        for pair in watched:
            for one in pair:
                one.hook.remove()
        self.moments = [[one.matrix() for one in pair] for pair in watched]
        self.orders = []
        for layer, (out, narrow) in zip(teacher.layers, self.moments, strict=True):
            self.orders.append(
                [order_of(_augmented(layer.out), out, HEAD), order_of(_augmented(layer.narrow), narrow, 1)]
            )
            print(f"  layer {len(self.orders)}", flush=True)

    def shrink(self, student: StatementEncoder, number: int, size: Size) -> None:
        """Make a layer of a copy of the teacher smaller."""
        layer, given = student.layers[number], self.teacher.layers[number]
        heads = sorted(self.orders[number][0][-size.heads :])
        rows = torch.tensor([head * HEAD + n for head in heads for n in range(HEAD)])
        three = torch.cat([rows + part * given.out.in_features for part in range(3)])
        layer.mix = _linear(given.mix.weight.data[three], given.mix.bias.data[three])
        layer.out = _linear(*refit(given.out, self.moments[number][0], rows))
        units = torch.tensor(sorted(self.orders[number][1][-size.inner :]))
        layer.widen = _linear(given.widen.weight.data[units], given.widen.bias.data[units])
        layer.narrow = _linear(*refit(given.narrow, self.moments[number][1], units))


def _augmented(matrix: nn.Linear) -> Tensor:
    return torch.cat([matrix.weight.data, matrix.bias.data[:, None]], dim=1)


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight.data.copy_(weight)
    made.bias.data.copy_(bias)
    return made


def losses_of(pruner: Pruner, batches: Sequence[Batch]) -> list[tuple[list[float], list[float]]]:
    """For each layer what the last states lose (mean square) with so many of HEADS, and with so many of INNERS."""
    right = [last_states(pruner.teacher, batch) for batch in batches]
    out = []
    for number in range(len(pruner.teacher.layers)):
        by_heads = [loss_with(pruner, number, Size(heads, INNERS[0]), batches, right) for heads in HEADS]
        by_inner = [loss_with(pruner, number, Size(HEADS[0], inner), batches, right) for inner in INNERS]
        out.append((by_heads, by_inner))
        print(f"layer {number}", *(f"{x:.4f}" for x in by_heads), "|", *(f"{x:.4f}" for x in by_inner), flush=True)
    return out


def last_states(model: StatementEncoder, batch: Batch) -> Tensor:
    """The last states of the pieces of a batch."""
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        return model.states(*batch)[-1].float()[batch[2].bool()]


def loss_with(pruner: Pruner, number: int, size: Size, batches: Sequence[Batch], right: Sequence[Tensor]) -> float:
    """What is lost with one layer made smaller."""
    layer = pruner.teacher.layers[number]
    if size == (layer.out.in_features // HEAD, layer.widen.out_features):
        return 0.0
    student = copy.deepcopy(pruner.teacher)
    pruner.shrink(student, number, size)
    losses = [((last_states(student, b) - r) ** 2).mean() for b, r in zip(batches, right, strict=True)]
    return float(torch.stack(losses).mean())


def bargain(losses: Sequence[tuple[list[float], list[float]]], milliseconds: float) -> list[Size]:
    """The sizes that lose least within a time."""
    low, high = 0.0, 10.0
    for _ in range(60):
        price = (low + high) / 2
        sizes = _at_price(losses, price)
        if time_of(sizes) > milliseconds:
            low = price
        else:
            high = price
    return _at_price(losses, high)


def time_of(sizes: Sequence[Size]) -> float:
    """About how long layers of these sizes take for an article, in milliseconds."""
    return sum(
        itself + head * size.heads + unit * size.inner for size, (itself, head, unit) in zip(sizes, COSTS, strict=True)
    )


def _at_price(losses: Sequence[tuple[list[float], list[float]]], price: float) -> list[Size]:
    """The sizes that are cheapest when a millisecond weighs so much."""
    return [
        Size(_cheapest(by_heads, HEADS, price * head), _cheapest(by_inner, INNERS, price * unit))
        for (by_heads, by_inner), (_, head, unit) in zip(losses, COSTS, strict=True)
    ]


def _cheapest(losses: Sequence[float], counts: Sequence[int], price: float) -> int:
    return min(zip(losses, counts, strict=True), key=lambda one: one[0] + price * one[1])[1]


def pruned(pruner: Pruner, sizes: Sequence[Size]) -> StatementEncoder:
    """The teacher made smaller."""
    student = copy.deepcopy(pruner.teacher)
    student.broad.fill_(BROAD)
    for number, size in enumerate(sizes):
        pruner.shrink(student, number, size)
    return student


def size_of(words: str) -> Size:
    """Of "9,1280"."""
    heads, inner = words.split(",")
    return Size(int(heads), int(inner))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("teacher", "labels", "tokenizer", "train", "status", "more", "out"):
        parser.add_argument(name, type=Path)
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument(
        "--milliseconds", type=float, help="for all layers, of an article of 950 pieces; ten minutes more"
    )
    wanted.add_argument("--sizes", type=size_of, nargs="+", help="heads,units of each layer, of an earlier bargain")
    options = parser.parse_args()
    torch.set_num_threads(1)
    texts = texts_of(options.train, options.status, options.more)
    labels = json.loads(options.labels.read_text(encoding="utf-8"))
    windows = lessons(texts, read_tokenizer(options.tokenizer), labels, 0)
    windows = [one for one in windows if len(one.window.pieces) > SHORT]
    random.Random(1).shuffle(windows)
    batches = [batch_of(windows[n : n + 10]) for n in range(0, FITTED + JUDGED, 10)]
    pruner = Pruner(load(options.teacher, options.labels), batches[: FITTED // 10])
    sizes = options.sizes or bargain(losses_of(pruner, batches[FITTED // 10 :]), options.milliseconds)
    print(f"{time_of(sizes):.1f} ms", *(f"{size.heads},{size.inner}" for size in sizes))
    torch.save(pruned(pruner, sizes).state_dict(), options.out)


if __name__ == "__main__":
    main()
