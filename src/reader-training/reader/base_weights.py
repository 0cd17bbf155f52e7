"""Reads the weights of the embedding model that the reader begins from out of its ONNX file.

LangChain4j ships the fp32 models inside its ``langchain4j-embeddings-*`` jars. The exporter kept
the names of embeddings, norms and biases and folded each weight matrix, transposed, into an
anonymous constant, so a matrix is found by the ``MatMul`` node that multiplies with it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel

CONFIG = BertConfig(
    vocab_size=30522,
    hidden_size=384,
    num_hidden_layers=12,
    num_attention_heads=12,
    intermediate_size=1536,
    max_position_embeddings=512,
    type_vocab_size=2,
    attn_implementation="sdpa",
)


def load_base(onnx_file: Path) -> BertModel:
    """A BERT encoder without pooler that holds the weights of ``onnx_file``."""
    graph = onnx.load(str(onnx_file)).graph
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    state = {name: value for name, value in constants.items() if name.startswith(("embeddings.", "encoder."))}
    for node in graph.node:
        matrix = next((name for name in node.input if name in constants and name.startswith("onnx::MatMul")), None)
        if node.op_type == "MatMul" and matrix:
            name = node.name.strip("/").removesuffix("/MatMul").replace("/", ".")
            state[name + ".weight"] = constants[matrix].T
    state.pop("embeddings.position_ids", None)
    model = BertModel(CONFIG, add_pooling_layer=False)
    tensors = {name: torch.from_numpy(np.array(value)) for name, value in state.items()}
    missing, unexpected = model.load_state_dict(tensors, strict=False)
    missing = [name for name in missing if not name.endswith(("position_ids", "token_type_ids"))]
    if missing or unexpected:
        raise ValueError(f"{onnx_file} is not the expected encoder: missing {missing}, unexpected {unexpected}")
    return model


def without_top(model: BertModel, layers: int) -> BertModel:
    """The encoder cut off after its first ``layers`` layers.

    The topmost were bent most towards one vector for a whole text, which a reader of spans has no use for.
    """
    model.encoder.layer = model.encoder.layer[:layers]
    model.config.num_hidden_layers = layers
    return model


def largest_difference(model: BertModel, onnx_file: Path, seed: int = 7) -> float:
    """The largest absolute difference between both encoders' outputs on random tokens."""
    generator = np.random.default_rng(seed)
    ids = generator.integers(1000, CONFIG.vocab_size, size=(4, 96), dtype=np.int64)
    mask, types = np.ones_like(ids), np.zeros_like(ids)
    session = onnxruntime.InferenceSession(str(onnx_file), providers=["CPUExecutionProvider"])
    expected = session.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": types})[0]
    model.eval()
    with torch.no_grad():
        actual = model(torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(types)).last_hidden_state
    return float(np.abs(actual.numpy() - expected).max())
