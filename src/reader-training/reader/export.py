"""Writes a checkpoint as ONNX, fuses its attention, quantises it to int8 and checks each step.

    python -m reader.export --base base.onnx --tokenizer tokenizer.json --checkpoint checkpoint.pt --out DIR

Writes ``reader-fp32.onnx`` and ``reader.onnx`` (int8 weights, float32 head).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model

from .base_weights import CONFIG
from .encoding import PairEncoder, Window
from .example import read_examples
from .model import LAYERS, SpanReader, new_reader
from .released import released_weights
from .smoothing import smooth
from .train import FROZEN

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUTS = ("start_logits", "end_logits")
OPSET = 17
CLOSE = 1e-3
CALIBRATION = 96
SAMPLE = ("Who welcomed the deal?", "Talks end", "The deal was cautiously welcomed by the minister on Friday. " * 3)


def load_reader(base: Path, checkpoint: Path | None, mean_with: Path | None = None) -> SpanReader:
    """The float32 reader of a checkpoint, or one with an untrained head; the mean of it and of a released one."""
    CONFIG._attn_implementation = "eager"
    reader = new_reader(base).eval()
    if checkpoint:
        masters = torch.load(checkpoint, weights_only=True)["masters"]
        if mean_with:
            released = released_weights(mean_with)
            masters = {name: (weights + released[name]) / 2 for name, weights in masters.items()}
        missing, unexpected = reader.load_state_dict(masters, strict=False)
        if unexpected or not all(FROZEN.match(name) for name in missing):
            raise ValueError(f"{checkpoint} does not fit the base: missing {missing}, unexpected {unexpected}")
    return reader


def export(reader: SpanReader, file: Path) -> None:
    """Writes the float32 graph with free batch size and length."""
    sample = torch.ones(2, 24, dtype=torch.long)
    axes = {name: {0: "batch", 1: "tokens"} for name in (*INPUTS, *OUTPUTS)}
    torch.onnx.export(
        reader,
        (sample, sample, sample),
        str(file),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        do_constant_folding=True,
        dynamo=False,
    )


def fuse(source: Path, target: Path) -> None:
    """Replaces the nodes of each attention, norm and activation by ONNX Runtime's fused ones."""
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    fused = optimize_model(
        str(source), "bert", num_heads=CONFIG.num_attention_heads, hidden_size=CONFIG.hidden_size,
        optimization_options=options, opt_level=0,
    )
    fused.save_model_to_file(str(target))
    counts = {operator: len(fused.get_nodes_by_op_type(operator)) for operator in ("Attention", "SkipLayerNormalization")}
    if counts["Attention"] != LAYERS:
        raise ValueError(f"{source}: attention was not fused: {counts}")


def quantise(source: Path, target: Path, reduce_range: bool) -> None:
    """Turns the weight matrices and the word embeddings into int8; the head stays float32.

    ``reduce_range`` keeps weights to 7 bits, so that processors without VNNI cannot overflow.
    """
    graph = onnx.load(str(source)).graph
    head = [node.name for node in graph.node if node.name.startswith("/head")]
    if not head:
        raise ValueError(f"{source} has no node of the head to keep in float32")
    quantize_dynamic(
        str(source), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=reduce_range,
        nodes_to_exclude=head, op_types_to_quantize=["MatMul", "Attention", "Gather"],
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def approximate(file: Path) -> None:
    """Computes the activation by its tanh form (Hendrycks and Gimpel 2016): 4 % faster, and 0.0005 off at most."""
    model = onnx.load(str(file))
    activations = [node for node in model.graph.node if node.op_type == "BiasGelu"]
    if len(activations) != LAYERS:
        raise ValueError(f"{file}: {len(activations)} activations were fused, not {LAYERS}")
    for node in activations:
        node.op_type = "FastGelu"
    onnx.save(model, str(file))


def session(file: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def calibration_windows(file: Path, tokenizer: Path) -> list[Window]:
    """The first windows of some examples of the file, at equal distances."""
    examples = list(read_examples(file))
    encoder = PairEncoder(tokenizer)
    some = examples[:: max(1, len(examples) // CALIBRATION)][:CALIBRATION]
    return [encoder.windows(example.question, example.title, example.passage)[0] for example in some]


def sample_inputs(tokenizer: Path) -> dict[str, np.ndarray]:
    window = PairEncoder(tokenizer).windows(*SAMPLE)[0]
    ids = np.array([window.ids], dtype=np.int64)
    return dict(zip(INPUTS, (ids, np.ones_like(ids), np.array([window.types], dtype=np.int64)), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--mean-with", type=Path, help="a released reader.onnx: the mean of its weights and the checkpoint's")
    parser.add_argument("--calibration", type=Path, required=True, help="examples that show how large activations are")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--full-range", action="store_true", help="8-bit weights, exact only on processors with VNNI")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    plain, fused, smoothed, small = (
        arguments.out / name for name in ("reader-plain.onnx", "reader-fp32.onnx", "reader-smoothed.onnx", "reader.onnx")
    )

    reader = load_reader(arguments.base, arguments.checkpoint, arguments.mean_with)
    export(reader, plain)
    fuse(plain, fused)
    smooth(fused, smoothed, calibration_windows(arguments.calibration, arguments.tokenizer))
    quantise(smoothed, small, not arguments.full_range)
    approximate(small)
    inputs = sample_inputs(arguments.tokenizer)
    with torch.no_grad():
        expected = [logits.numpy() for logits in reader(*(torch.from_numpy(inputs[name]) for name in INPUTS))]
    for file in (plain, fused, smoothed, small):
        actual = session(file).run(list(OUTPUTS), inputs)
        difference = max(float(np.abs(left - right).max()) for left, right in zip(expected, actual, strict=True))
        print(f"{file.name}: {file.stat().st_size / 2**20:.1f} MB, largest difference {difference:.5f}")
        if file is not small and difference > CLOSE:
            raise ValueError(f"{file} differs from the network by {difference}")


if __name__ == "__main__":
    main()
