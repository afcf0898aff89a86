"""The weights of an exported model in 32 bits again, as nearly as its 8 bits tell them.

python training/statements/dequantize.py MODEL.onnx OUT.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, numpy_helper
from torch import Tensor

QUANTIZED = "_quantized"
MATRIX = "/MatMul_quant"


def weights_of(model: ModelProto) -> dict[str, Tensor]:
    """The state of the StatementEncoder of which this model was exported."""
    parts = {part.name: numpy_helper.to_array(part) for part in model.graph.initializer}
    state = {
        name: part for name, part in parts.items() if name.rpartition(".")[2] in {"weight", "bias", "kind", "offsets"}
    }
    for name in ("words.weight", "places.weight", "values.weight"):
        state[name] = _wide(parts, name)
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            layer = node.name.removesuffix(MATRIX).strip("/").replace("link/link.", "link.").replace("/", ".")
            state[f"{layer}.weight"] = _wide(parts, node.input[1].removesuffix(QUANTIZED)).T
    return {name: torch.from_numpy(np.array(part)) for name, part in state.items()}


def _wide(parts: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A matrix in 32 bits: of each column's, or of all its numbers', middle and scale."""
    middle = parts[f"{name}_zero_point"].astype(np.float32)
    return (parts[name + QUANTIZED].astype(np.float32) - middle) * parts[f"{name}_scale"]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    torch.save(weights_of(onnx.load(options.model)), options.out)


if __name__ == "__main__":
    main()
