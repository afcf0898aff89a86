"""The network: MiniLM-L6 (Wang et al. 2020), features added to its word embeddings, three heads.

`tags` [batch, piece, 7] are the logits of outside, and of the begin and inside of source, cue and content. `links`
[batch, piece, 4 x 64] are what `decode.py` multiplies: a cue's question and a source's key, a content's question and a
cue's key. `status` [batch, piece, 6] are the logits of the five axes of MATRES for an event that a word tells, and how
certain it is told to be, from -3 (certainly not) to 3 (certainly), as in the corpus of Lee et al. (UW, 2015).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEAD, LINK = 384, 32, 64
AXES = ("actual", "intention", "negation", "hypothetical", "generic")
"""Whether an event is told as having been, as wanted, as not having been, as supposed, or as a habit (MATRES)."""
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


class Size(NamedTuple):
    """How many heads of attention a layer has, and how many units between its two matrices."""

    heads: int
    inner: int


FULL = (Size(12, 1536),) * 6
"""The layers of MiniLM-L6."""
BROAD = 1
"""Layers of a pruned encoder that read every piece. From there on it reads only what is told of: the opening mark and
the first piece of each word of the window's own; the first such layer still hears the rest."""


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * size.heads * HEAD)
        self.out = nn.Linear(size.heads * HEAD, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, size.inner)
        self.narrow = nn.Linear(size.inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None, kept: Tensor | None = None) -> Tensor:
        """x [batch, piece, width], bias [batch, 1, 1, piece] is 0 where there is a piece and very small elsewhere.

        With `kept` only these pieces are read on; they still hear all others.
        """
        if kept is None:
            parts = self.mix(x).chunk(3, dim=-1)
        else:
            width, every = self.out.in_features, x
            x = taken(x, kept)
            ask = functional.linear(x, self.mix.weight[:width], self.mix.bias[:width])
            tell = functional.linear(every, self.mix.weight[width:], self.mix.bias[width:])
            parts = (ask, *tell.chunk(2, dim=-1))
        batch, length, _ = x.shape
        q, k, v = (part.view(batch, part.shape[1], -1, HEAD).transpose(1, 2) for part in parts)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=None if bias is None else bias.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, self.out.in_features)
        x = self.norm(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.narrow(functional.gelu(self.widen(x)))))


class StatementEncoder(nn.Module):
    """Pieces and their words' values to tags and links."""

    def __init__(
        self, vocabulary: int, sizes: list[int], dropout: float = 0.1, layers: Sequence[Size] = FULL, broad: int = 6
    ) -> None:
        super().__init__()
        self.register_buffer("broad", torch.tensor(broad))
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.values = nn.Embedding(sum(sizes), WIDTH)
        nn.init.normal_(self.values.weight, std=0.01)
        self.register_buffer("offsets", torch.tensor([sum(sizes[:n]) for n in range(len(sizes))]))
        self.layers = nn.ModuleList(Layer(size, dropout) for size in layers)
        self.drop = nn.Dropout(dropout)
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.status = nn.Linear(WIDTH, len(AXES) + 1)
        self.link = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, 4 * LINK))

    def forward(
        self, ids: Tensor, values: Tensor, kept: Tensor, mask: Tensor | None = None, among: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """ids, mask [batch, piece], values [batch, piece, channel], kept, among [batch, word], all int64.

        `kept` are the places of the pieces to tell of. mask and among are 0 for padding; without them there's none.
        """
        return self.heads(self.states(ids, values, mask, kept, among)[-1])

    def heads(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tags, links and status of the last layer's states."""
        return self.tag(x), self.link(x), self.status(x)

    def states(
        self,
        ids: Tensor,
        values: Tensor,
        mask: Tensor | None = None,
        kept: Tensor | None = None,
        among: Tensor | None = None,
    ) -> list[Tensor]:
        """What each layer gives, [batch, piece, width]; of the pieces `kept` alone behind the first `broad` layers."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places) + self.kind
        x = self.drop(self.norm(x + self.values(values + self.offsets).sum(dim=2)))
        narrow = len(self.layers) if kept is None else int(self.broad)
        states = []
        for number, layer in enumerate(self.layers):
            here = among if number > narrow else mask
            bias = None if here is None else (1.0 - here[:, None, None, :].to(x.dtype)) * -10000.0
            x = layer(x, bias, kept if number == narrow else None)
            states.append(x)
        if kept is not None and narrow == len(states):
            states[-1] = taken(x, kept)
        return states

    def load_bert(self, path: Path) -> None:
        """Take the weights of a BERT of the same size from a .safetensors file."""
        weights = load_file(path)
        at = "embeddings."
        self.words.weight.data.copy_(weights[at + "word_embeddings.weight"])
        self.places.weight.data.copy_(weights[at + "position_embeddings.weight"])
        self.kind.data.copy_(weights[at + "token_type_embeddings.weight"][0])
        _copy(self.norm, weights, at + "LayerNorm")
        for number, layer in enumerate(self.layers):
            at = f"encoder.layer.{number}."
            for part in ("weight", "bias"):
                names = [f"{at}attention.self.{name}.{part}" for name in ("query", "key", "value")]
                getattr(layer.mix, part).data.copy_(torch.cat([weights[name] for name in names]))
            _copy(layer.out, weights, at + "attention.output.dense")
            _copy(layer.norm, weights, at + "attention.output.LayerNorm")
            _copy(layer.widen, weights, at + "intermediate.dense")
            _copy(layer.narrow, weights, at + "output.dense")
            _copy(layer.norm2, weights, at + "output.LayerNorm")


def taken(x: Tensor, kept: Tensor) -> Tensor:
    """The rows `kept` of x: [row], or [batch, row]."""
    if kept.dim() == 1:
        return x.index_select(1, kept)
    return x.gather(1, kept[..., None].expand(-1, -1, x.shape[-1]))


def sizes_of(state: Mapping[str, Tensor]) -> list[Size]:
    """The sizes of the layers whose weights these are."""
    names = [name for name in state if name.startswith("layers.") and name.endswith(".out.weight")]
    return [
        Size(state[name].shape[1] // HEAD, len(state[name.replace(".out.", ".widen.")]))
        for name in sorted(names, key=lambda name: int(name.split(".")[1]))
    ]


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(weights[name + ".weight"])
    module.bias.data.copy_(weights[name + ".bias"])
