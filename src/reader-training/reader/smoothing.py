"""Takes the largest values out of what is quantised while reading, without changing what the network computes.

Activations are quantised with one step for a whole matrix, and a few channels of a feed-forward network are twenty times as large as the
others: all others lose what is smaller than that step. Here such channels are divided by a factor, and the weights they meet are multiplied by it
(Xiao et al., "SmoothQuant", 2022), but only as far as they stick out, since weights are quantised as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import numpy_helper

from .encoding import Window

FEED_FORWARD = re.compile(r"layer\.\d+/(intermediate|output)/dense/MatMul$")

MOST = 3
"""How many times the median channel the largest may be. 2, 4 and 6 left more noise in the logits (0.305, 0.288, 0.328 instead of 0.273)."""

SUFFIX = "/smoothing"
"""Ends the name of the constant that a matrix's input is multiplied by."""


def smooth(source: Path, target: Path, windows: Iterable[Window]) -> None:
    """Writes the float32 graph with smoothed feed-forward inputs, whose largest values the windows show."""
    model = onnx.load(str(source))
    nodes = [node for node in model.graph.node if node.op_type == "MatMul" and FEED_FORWARD.search(node.name)]
    largest = _largest(model, [node.input[0] for node in nodes], windows)
    weights = {tensor.name: tensor for tensor in model.graph.initializer}
    for node in nodes:
        channels = largest[node.input[0]]
        factor = np.maximum(1, channels / (MOST * np.median(channels))).astype(np.float32)
        weight = weights[node.input[1]]
        weight.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(weight) * factor[:, None], weight.name))
        constant = numpy_helper.from_array(1 / factor, node.name + SUFFIX)
        model.graph.initializer.append(constant)
        smoothed = onnx.helper.make_node("Mul", [node.input[0], constant.name], [node.name + "/smoothed"], node.name + "/smooth")
        model.graph.node.insert(list(model.graph.node).index(node), smoothed)
        node.input[0] = smoothed.output[0]
    onnx.save(model, str(target))


def _largest(model: onnx.ModelProto, tensors: list[str], windows: Iterable[Window]) -> dict[str, np.ndarray]:
    """The largest absolute value of each channel of the tensors, over all windows."""
    shown = onnx.ModelProto()
    shown.CopyFrom(model)
    shown.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in tensors)
    session = onnxruntime.InferenceSession(shown.SerializeToString(), providers=["CPUExecutionProvider"])
    largest = {name: np.zeros(1, np.float32) for name in tensors}
    for window in windows:
        ids, types = np.array([window.ids], np.int64), np.array([window.types], np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": types}
        for name, values in zip(tensors, session.run(tensors, inputs), strict=True):
            largest[name] = np.maximum(largest[name], np.abs(values[0]).max(axis=0))
    return largest
