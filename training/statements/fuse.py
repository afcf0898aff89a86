"""Give each layer of an exported model one attention node, which onnxruntime runs in fewer passes, and a faster gelu.

python training/statements/fuse.py MODEL.onnx

The exporter writes attention as it is in torch, some forty nodes a layer that cut, turn and scale; onnxruntime's own
fusion doesn't know the pattern once the matrices are in 8 bits. The weights stay as they are.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
from encoder import HEAD
from onnx import ModelProto, NodeProto, helper


def fuse_attention(model: ModelProto) -> ModelProto:
    """The model with the nodes of each layer's attention replaced; ValueError when none is as expected."""
    graph = model.graph
    sizes = {part.name: part.dims[0] for part in graph.initializer if len(part.dims) == 1}
    widths = {node.output[0]: sizes.get(node.input[0], 0) for node in graph.node if node.op_type == "Add"}
    attention = {f"/{layer}/Reshape_3_output_0": _attention(layer, widths) for layer in _layers(graph.node)}
    nodes: list[NodeProto] = []
    for node in graph.node:
        nodes += attention.pop(node.output[0], [node])
    if attention or len(nodes) == len(graph.node):
        raise ValueError(f"no attention found to fuse before {sorted(attention) or 'any layer'}: another exporter?")
    _quicken(nodes)
    del graph.node[:]
    graph.node.extend(_needed(nodes, {output.name for output in graph.output}))
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    return model


def _layers(nodes: list[NodeProto]) -> list[str]:
    """Names of the layers: a layer has one softmax."""
    return [node.output[0].split("/")[1] for node in nodes if node.op_type == "Softmax"]


def _attention(layer: str, widths: dict[str, int]) -> list[NodeProto]:
    """From queries, keys and values to what `out` takes.

    `mix` gives them side by side; in the layer that asks for some pieces only, keys and values alone are.
    """
    parts = [f"/{layer}/{part}" for part in ("query", "key", "value")]
    together = f"/{layer}/mix/Add_output_0"
    if together in widths:
        split = helper.make_node("Split", [together], parts, name=f"/{layer}/split", axis=2, num_outputs=3)
        width = widths[together] // 3
    else:
        parts[0], together = f"/{layer}/Add_output_0", f"/{layer}/Add_1_output_0"
        split = helper.make_node("Split", [together], parts[1:], name=f"/{layer}/split", axis=2, num_outputs=2)
        width = widths[parts[0]]
    heads = helper.make_node(
        "MultiHeadAttention",
        parts,
        [f"/{layer}/Reshape_3_output_0"],
        name=f"/{layer}/attention",
        domain="com.microsoft",
        num_heads=width // HEAD,
    )
    return [split, heads]


def _quicken(nodes: list[NodeProto]) -> None:
    """Each gelu by its hyperbolic tangent, within .001 of the error function and a third faster."""
    makers = {output: node for node in nodes for output in node.output}
    takers = {name: node for node in nodes for name in node.input}
    for node in nodes:
        if node.op_type == "Erf":
            whole = makers[node.input[0]].input[0]
            half = takers[takers[takers[node.output[0]].output[0]].output[0]]
            half.CopyFrom(helper.make_node("FastGelu", [whole], half.output, name=half.name, domain="com.microsoft"))


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
