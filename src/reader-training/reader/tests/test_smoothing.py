"""What smoothing does to a graph."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from reader.encoding import Window
from reader.smoothing import MOST, smooth

NAME = "/encoder/layer.0/output/dense/MatMul"
CHANNELS = np.array([[1, -1, 40, 2]], np.float32)


class Smoothing(unittest.TestCase):
    def setUp(self) -> None:
        folder = Path(tempfile.mkdtemp())
        self.plain, self.smoothed = folder / "plain.onnx", folder / "smoothed.onnx"
        onnx.save(graph(), str(self.plain))
        smooth(self.plain, self.smoothed, [Window(ids=[1, 2], types=[0, 1], passage_from=1, offsets=[])])

    def test_leaves_what_is_computed(self) -> None:
        np.testing.assert_allclose(run(self.smoothed, "out"), run(self.plain, "out"), rtol=1e-5)

    def test_takes_down_what_sticks_out_and_nothing_else(self) -> None:
        model = onnx.load(str(self.smoothed))
        matrix = next(node for node in model.graph.node if node.op_type == "MatMul")
        model.graph.output.append(helper.make_empty_tensor_value_info(matrix.input[0]))
        onnx.save(model, str(self.smoothed))
        read = np.abs(run(self.smoothed, matrix.input[0])[0]).max(axis=0)
        np.testing.assert_allclose(read, [2, 2, MOST * 3, 4], rtol=1e-5)


def graph() -> onnx.ModelProto:
    """Each token's id times the channels, then a matrix."""
    weight = np.arange(12, dtype=np.float32).reshape(4, 3)
    nodes = [
        helper.make_node("Cast", ["input_ids"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["numbers", "last"], ["column"]),
        helper.make_node("Mul", ["column", "channels"], ["hidden"]),
        helper.make_node("MatMul", ["hidden", "weight"], ["out"], NAME),
    ]
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [1, "tokens"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    constants = [
        numpy_helper.from_array(np.array([2], np.int64), "last"),
        numpy_helper.from_array(CHANNELS[None], "channels"),
        numpy_helper.from_array(weight, "weight"),
    ]
    outputs = [helper.make_tensor_value_info("out", TensorProto.FLOAT, [1, "tokens", 3])]
    made = helper.make_graph(nodes, "tiny", inputs, outputs, constants)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def run(file: Path, output: str) -> np.ndarray:
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    ids = np.array([[1, 2]], np.int64)
    return session.run([output], {name: ids for name in ("input_ids", "attention_mask", "token_type_ids")})[0]


if __name__ == "__main__":
    unittest.main()
