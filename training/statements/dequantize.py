"""The weights of an exported model in 32 bits again, as nearly as its 8 bits tell them.

python training/statements/dequantize.py MODEL.onnx OUT.pt
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, numpy_helper
from torch import Tensor

QUANTIZED = "_quantized"
PLAIN = {"weight", "bias", "kind", "offsets"}
TABLES = ("words.weight", "places.weight", "values.weight")
ASK = re.compile(r"/(layers\.(\d+))/MatMul_quant")
"""The queries of the layer that asks for some pieces only; its keys and values are MatMul_1."""


def weights_of(model: ModelProto) -> dict[str, Tensor]:
    """The state of the StatementEncoder of which this model was exported."""
    parts = {part.name: numpy_helper.to_array(part) for part in model.graph.initializer}
    state = {name: part for name, part in parts.items() if name.rpartition(".")[2] in PLAIN}
    state |= {name: _wide(parts, name) for name in TABLES if name not in parts}
    matrices = {
        node.name: _wide(parts, node.input[1].removesuffix(QUANTIZED)).T
        for node in model.graph.node
        if node.op_type == "MatMulInteger"
    }
    biases = {node.name: parts.get(node.input[0]) for node in model.graph.node if node.op_type == "Add"}
    state["broad"] = np.array(len([name for name in matrices if name.endswith("/out/MatMul_quant")]))
    for name, matrix in matrices.items():
        if ask := ASK.fullmatch(name):
            layer = ask[1]
            state["broad"] = np.array(int(ask[2]))
            state[f"{layer}.mix.weight"] = np.concatenate([matrix, matrices[f"/{layer}/MatMul_1_quant"]])
            state[f"{layer}.mix.bias"] = np.concatenate([biases[f"/{layer}/Add"], biases[f"/{layer}/Add_1"]])
        elif name.endswith("/MatMul_quant"):
            layer = name.removesuffix("/MatMul_quant").strip("/").replace("link/link.", "link.").replace("/", ".")
            state[f"{layer}.weight"] = matrix
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
