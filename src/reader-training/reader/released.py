"""Reads the trained weights back out of a released ``reader.onnx``, so that training can go on from what ships.

Export fused each layer's query, key and value into one matrix and quantised every matrix to int8; a weight comes back as
its integers times their scale, so it is off by at most half a step of 1/63 of its column's largest weight. Training
smooths that out in its first steps.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .smoothing import SUFFIX

LAYER = re.compile(r"layer\.(\d+)/(attention/output/dense|intermediate/dense|output/dense)/MatMul_quant$")


def released_weights(onnx_file: Path) -> dict[str, torch.Tensor]:
    """The encoder's layers and the head, by the names of :class:`reader.model.SpanReader`, in float32."""
    graph = onnx.load(str(onnx_file)).graph
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    weights = {name: value for name, value in constants.items() if name.startswith(("encoder.encoder.layer.", "head."))}
    for node in graph.node:
        if node.op_type == "QAttention":
            layer = int(re.search(r"Attention_(\d+)_", node.name).group(1))
            matrix = _dequantised(constants, node.input[1].removesuffix("_quantized"))
            for part, kernel, bias in zip(
                ("query", "key", "value"), np.split(matrix, 3, axis=1), np.split(constants[node.input[2]], 3), strict=True
            ):
                name = f"encoder.encoder.layer.{layer}.attention.self.{part}"
                weights[f"{name}.weight"], weights[f"{name}.bias"] = kernel.T, bias
        elif node.op_type == "MatMulInteger":
            layer, place = LAYER.search(node.name).groups()
            matrix = _dequantised(constants, node.input[1].removesuffix("_quantized"))
            matrix = matrix * constants.get(node.name.removesuffix("_quant") + SUFFIX, np.ones(1, np.float32))[:, None]
            weights[f"encoder.encoder.layer.{layer}.{place.replace('/', '.')}.weight"] = matrix.T
        elif node.name == "/head/MatMul":
            weights["head.weight"] = constants[node.input[1]].T
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in weights.items()}


def _dequantised(constants: dict[str, np.ndarray], name: str) -> np.ndarray:
    quantised = constants[f"{name}_quantized"].astype(np.float32)
    return (quantised - constants[f"{name}_zero_point"].astype(np.float32)) * constants[f"{name}_scale"]
