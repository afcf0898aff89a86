"""Write trained weights as an int8 ONNX model with its labels, vocabulary and sha256.

python training/statements/export.py final.pt labels.json TOKENIZER.json OUT_DIR
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from encoder import StatementEncoder, sizes_of
from fuse import fuse_attention
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from dragoman.annotate.speech.learned.features import CHANNELS
from dragoman.models import NETWORKS, PRODUCTS

OPSET = 18
SMALL = ["/values/Gather", "/places/Gather"]
"""Tables too small for 8 bits to save what widening them takes."""


def load(weights: Path, labels: Path) -> StatementEncoder:
    """The network with trained weights, ready to read."""
    tables = json.loads(labels.read_text(encoding="utf-8"))
    state = torch.load(weights, map_location="cpu")
    values = [len(tables[name]) + 1 for name in CHANNELS]
    model = StatementEncoder(
        len(state["words.weight"]), values, dropout=0.0, layers=sizes_of(state), broad=int(state["broad"])
    )
    model.load_state_dict(state)
    return model.eval()


def export(model: StatementEncoder, out: Path) -> None:
    """The network as ONNX: weights of the matrices and of the word embeddings in 8 bits."""
    ids = torch.ones(1, 16, dtype=torch.long)
    values = torch.zeros(1, 16, len(CHANNELS), dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model,
            (ids, values, torch.arange(8)),
            str(plain),
            input_names=["ids", "values", "told"],
            output_names=["tags", "links", "status"],
            dynamic_axes={
                **{name: {1: "piece"} for name in ("ids", "values")},
                **{name: {1: "word"} for name in ("tags", "links", "status")},
                "told": {0: "word"},
            },
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            plain, out, nodes_to_exclude=SMALL, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False
        )
    onnx.save(fuse_attention(onnx.load(out)), out)


def product() -> onnx.ModelProto:
    """Eight numbers times a matrix of 127s in 8 bits: what dragoman.models asks whether a processor's sums overflow."""
    matrix = numpy_helper.from_array(np.full((PRODUCTS, 2 * PRODUCTS), 127, dtype=np.int8), "matrix")
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["row", "matrix"], ["sums"])],
        "product",
        [helper.make_tensor_value_info("row", TensorProto.UINT8, [1, PRODUCTS])],
        [helper.make_tensor_value_info("sums", TensorProto.INT32, [1, 2 * PRODUCTS])],
        [matrix],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--broad", type=int, help="layers that read every piece, whatever the weights were trained for")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    model = options.out / "model.onnx"
    encoder = load(options.weights, options.labels)
    if options.broad is not None:
        encoder.broad.fill_(options.broad)
    export(encoder, model)
    onnx.save(product(), options.out / "product.onnx")
    shutil.copyfile(options.labels, options.out / "labels.json")
    shutil.copyfile(options.tokenizer, options.out / "tokenizer.json")
    digests = [f"{hashlib.sha256((options.out / name).read_bytes()).hexdigest()}  {name}\n" for name in NETWORKS]
    (options.out / "onnx.sha256").write_text("".join(digests), encoding="utf-8")
    print(f"{model.stat().st_size / 1e6:.1f} MB, sha256", *digests)


if __name__ == "__main__":
    main()
