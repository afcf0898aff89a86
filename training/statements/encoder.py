"""The network: MiniLM-L6 (Wang et al. 2020), features added to its word embeddings, three heads.

`tags` [batch, piece, 7] are the logits of outside, and of the begin and inside of source, cue and content. `links`
[batch, piece, 4 x 64] are what `decode.py` multiplies: a cue's question and a source's key, a content's question and a
cue's key. `status` [batch, piece, 6] are the logits of the five axes of MATRES for an event that a word tells, and how
certain it is told to be, from -3 (certainly not) to 3 (certainly), as in the corpus of Lee et al. (UW, 2015).
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, INNER, LINK = 384, 12, 6, 1536, 64
AXES = ("actual", "intention", "negation", "hypothetical", "generic")
"""Whether an event is told as having been, as wanted, as not having been, as supposed, or as a habit (MATRES)."""
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """x [batch, piece, width], bias [batch, 1, 1, piece] is 0 where there is a piece and very small elsewhere."""
        batch, length, _ = x.shape
        q, k, v = (
            part.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for part in self.mix(x).chunk(3, dim=-1)
        )
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=None if bias is None else bias.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.narrow(functional.gelu(self.widen(x)))))


class StatementEncoder(nn.Module):
    """Pieces and their words' values to tags and links."""

    def __init__(self, vocabulary: int, sizes: list[int], dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.values = nn.Embedding(sum(sizes), WIDTH)
        nn.init.normal_(self.values.weight, std=0.01)
        self.register_buffer("offsets", torch.tensor([sum(sizes[:n]) for n in range(len(sizes))]))
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = nn.Dropout(dropout)
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.status = nn.Linear(WIDTH, len(AXES) + 1)
        self.link = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, 4 * LINK))

    def forward(self, ids: Tensor, values: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """ids, mask [batch, piece], values [batch, piece, channel], all int64; without mask there's no padding."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places) + self.kind
        x = self.drop(self.norm(x + self.values(values + self.offsets).sum(dim=2)))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return self.tag(x), self.link(x), self.status(x)

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


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(weights[name + ".weight"])
    module.bias.data.copy_(weights[name + ".bias"])
