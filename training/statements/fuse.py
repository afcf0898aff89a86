"""Give each layer of an exported model one attention node, which onnxruntime runs in fewer passes over memory.

python training/statements/fuse.py MODEL.onnx

The exporter writes attention as it is in torch, some forty nodes a layer that cut, turn and scale; onnxruntime's own
fusion doesn't know the pattern once the matrices are in 8 bits. The weights stay as they are.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from encoder import HEADS, WIDTH
from onnx import ModelProto, NodeProto, helper, numpy_helper

THIRDS = "thirds"


def fuse_attention(model: ModelProto) -> ModelProto:
    """The model with the nodes between each layer's `mix` and `out` replaced; ValueError when none is as expected."""
    graph = model.graph
    attention = {f"/{layer}/Reshape_3_output_0": _attention(layer) for layer in _layers(graph.node)}
    nodes: list[NodeProto] = []
    for node in graph.node:
        nodes += attention.pop(node.output[0], [node])
    if attention or len(nodes) == len(graph.node):
        raise ValueError(f"no attention found to fuse before {sorted(attention) or 'any layer'}: another exporter?")
    del graph.node[:]
    graph.node.extend(_needed(nodes, {output.name for output in graph.output}))
    graph.initializer.append(numpy_helper.from_array(np.array([WIDTH] * 3, dtype=np.int64), THIRDS))
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    return model


def _layers(nodes: list[NodeProto]) -> list[str]:
    """Names of the layers: a layer has one softmax."""
    return [node.output[0].split("/")[1] for node in nodes if node.op_type == "Softmax"]


def _attention(layer: str) -> list[NodeProto]:
    """From what `mix` gives, queries, keys and values side by side, to what `out` takes."""
    parts = [f"/{layer}/{part}" for part in ("query", "key", "value")]
    return [
        helper.make_node("Split", [f"/{layer}/mix/Add_output_0", THIRDS], parts, name=f"/{layer}/split", axis=2),
        helper.make_node(
            "MultiHeadAttention",
            parts,
            [f"/{layer}/Reshape_3_output_0"],
            name=f"/{layer}/attention",
            domain="com.microsoft",
            num_heads=HEADS,
        ),
    ]


def _needed(nodes: list[NodeProto], wanted: set[str]) -> list[NodeProto]:
    """The nodes, in their order, that the wanted values hang on."""
    kept: list[NodeProto] = []
    for node in reversed(nodes):
        if wanted & set(node.output):
            kept.append(node)
            wanted |= set(node.input)
    return kept[::-1]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    path = parser.parse_args().model
    onnx.save(fuse_attention(onnx.load(path)), path)


if __name__ == "__main__":
    main()
