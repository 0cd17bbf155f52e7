"""Takes the least needed feed-forward units and attention heads out of the released reader.

    python -m reader.prune --base base.onnx --tokenizer tokenizer.json --data train.jsonl \\
        --released reader.onnx --units 1024 --heads 9 --out pruned.pt

What a unit or a head matters is how much the loss would change without it, to first order: the absolute value, over a window's
tokens summed, of its output times the loss's gradient there (Molchanov et al. 2017, Michel et al. 2019). Each layer keeps the same
number. What is taken out can be predicted in part from what stays; by the least squares of a linear prediction the matrices that
stay make up for it. Training goes on from there: ``reader.train --pruned pruned.pt --teacher reader.onnx``.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from .base_weights import CONFIG
from .encoding import PairEncoder
from .example import read_examples
from .mixture import Batch, Mixture
from .model import HEAD_SIZE, SpanReader, shape_of
from .train import SEED, trained_reader
from .workers import batch_loss

POOL = 1000
"""A pool of examples that no training comes to."""

DAMPING = 1e-2
"""Added to the diagonal of the least squares, as a share of its mean."""

WINDOWS = 600
"""How many windows of training to judge by."""

LARGEST = 16
"""Units that every layer keeps for what they add to its output, be their importance as it may. The first layer has one with
nine tenths of the output's variance and hardly any gradient, since the norm takes most of it out again; what stays cannot
stand in for it."""


@dataclass
class Seen:
    """What the windows show of the inputs of one matrix: each channel's importance, mean, and products with the others."""

    importance: Tensor
    sums: Tensor
    products: Tensor
    tokens: int = 0


def some_batches(mixture: Mixture, windows: int) -> Iterator[Batch]:
    """Batches of training until they hold so many windows."""
    seen, pool = 0, POOL
    while True:
        for batches in mixture.steps(pool):
            for batch in batches:
                yield batch
                seen += len(batch.ids)
                if seen >= windows:
                    return
        pool += 1


def watched(reader: SpanReader) -> list[tuple[nn.Linear, int]]:
    """The matrices that heads and feed-forward units are read by, and how many channels of their input go together."""
    layers = reader.encoder.encoder.layer
    return [pair for layer in layers for pair in ((layer.attention.output.dense, HEAD_SIZE), (layer.output.dense, 1))]


def observe(reader: SpanReader, batches: Iterator[Batch]) -> list[Seen]:
    """What the windows show of each watched matrix, in the order of ``watched``."""
    matrices = watched(reader)
    seen = [
        Seen(torch.zeros(matrix.in_features // size), torch.zeros(matrix.in_features), torch.zeros(2 * (matrix.in_features,)))
        for matrix, size in matrices
    ]
    inputs: dict[nn.Module, Tensor] = {}

    def keep(module: nn.Module, arguments: tuple[Tensor, ...]) -> None:
        arguments[0].retain_grad()
        inputs[module] = arguments[0]

    hooks = [matrix.register_forward_pre_hook(keep) for matrix, _ in matrices]
    for batch in batches:
        (batch_loss(reader, batch) * len(batch.ids)).backward()
        present = batch.mask.bool()
        for (matrix, size), each in zip(matrices, seen, strict=True):
            output = inputs[matrix].detach()
            effects = (output * inputs[matrix].grad * present[..., None]).sum(1)
            each.importance += effects.unflatten(-1, (-1, size)).sum(-1).abs().sum(0)
            output = output[present]
            each.sums += output.sum(0)
            each.products.addmm_(output.T, output)
            each.tokens += len(output)
    for hook in hooks:
        hook.remove()
    return seen


def best(importance: Tensor, count: int, certain: Tensor | None = None) -> Tensor:
    """Which ``count`` are most important, the certain ones among them, in rising order."""
    if certain is not None:
        importance = importance.index_fill(0, certain, torch.inf)
    return importance.topk(count).indices.sort().values


def largest(matrix: nn.Linear, seen: Seen) -> Tensor:
    """The channels that add the most variance to the matrix's output."""
    variance = seen.products.diagonal() / seen.tokens - (seen.sums / seen.tokens) ** 2
    return (variance * matrix.weight.detach().square().sum(0)).topk(LARGEST).indices


def channels(kept: Tensor, size: int) -> Tensor:
    return (kept[:, None] * size + torch.arange(size)).flatten()


def narrowed(matrix: nn.Linear, seen: Seen, kept: Tensor, repair: bool) -> tuple[Tensor, Tensor]:
    """Weight and bias for the kept inputs alone; with ``repair`` they stand in for the others too."""
    weight, bias = matrix.weight.detach().double(), matrix.bias.detach().double()
    narrow = weight[:, kept]
    if repair:
        mean = seen.sums.double() / seen.tokens
        covariance = seen.products.double() / seen.tokens - torch.outer(mean, mean)
        own = covariance[kept][:, kept]
        own += DAMPING * own.diagonal().mean() * torch.eye(len(kept), dtype=torch.double)
        out = torch.ones(matrix.in_features, dtype=torch.bool)
        out[kept] = False
        narrow = narrow + (torch.linalg.solve(own, covariance[kept][:, out]) @ weight[:, out].T).T
        bias = bias + weight @ mean - narrow @ mean[kept]
    return narrow.float().contiguous(), bias.float()


def pruned_weights(reader: SpanReader, seen: list[Seen], heads: int, units: int, repair: bool = True) -> dict[str, Tensor]:
    """Layers and head of the smaller network, by the names of the larger one."""
    weights = {name: weight.detach().clone() for name, weight in reader.named_parameters() if ".embeddings." not in name}
    for index, layer in enumerate(reader.encoder.encoder.layer):
        of_heads, of_units = seen[2 * index], seen[2 * index + 1]
        kept_heads = channels(best(of_heads.importance, heads), HEAD_SIZE)
        kept_units = best(of_units.importance, units, largest(layer.output.dense, of_units))
        for makers, user, of_inputs, kept in (
            ([f"attention.self.{part}" for part in ("query", "key", "value")], "attention.output.dense", of_heads, kept_heads),
            (["intermediate.dense"], "output.dense", of_units, kept_units),
        ):
            place = f"encoder.encoder.layer.{index}."
            for name in [f"{place}{maker}.{kind}" for maker in makers for kind in ("weight", "bias")]:
                weights[name] = weights[name][kept]
            weight, bias = narrowed(layer.get_submodule(user), of_inputs, kept, repair)
            weights[f"{place}{user}.weight"], weights[f"{place}{user}.bias"] = weight, bias
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="train.jsonl of reader.prepare")
    parser.add_argument("--released", type=Path, required=True, help="the reader.onnx to prune")
    parser.add_argument("--units", type=int, default=1024, help="feed-forward units that each layer keeps")
    parser.add_argument("--heads", type=int, default=9, help="attention heads that each layer keeps")
    parser.add_argument("--no-repair", action="store_true", help="only take out; what stays is left as it is")
    parser.add_argument("--seen", type=Path, help="file for what the windows showed; one there is used again")
    parser.add_argument("--out", type=Path, required=True, help="file for the smaller network's weights")
    arguments = parser.parse_args()

    CONFIG.hidden_dropout_prob = CONFIG.attention_probs_dropout_prob = 0.0
    CONFIG._attn_implementation = "eager"
    reader = trained_reader(arguments.base, arguments.released).eval()
    if arguments.seen and arguments.seen.exists():
        seen = [Seen(**each) for each in torch.load(arguments.seen, weights_only=True)]
    else:
        began = time.monotonic()
        reader.encoder.embeddings.requires_grad_(False)
        mixture = Mixture(list(read_examples(arguments.data)), PairEncoder(arguments.tokenizer), SEED)
        seen = observe(reader, some_batches(mixture, WINDOWS))
        print(f"observed {seen[0].tokens} tokens in {time.monotonic() - began:.0f} s")
        if arguments.seen:
            torch.save([vars(each) for each in seen], arguments.seen)
    heads, units = shape_of(reader)
    for index in range(0, len(seen), 2):
        counted = zip(seen[index : index + 2], (arguments.heads, arguments.units), strict=True)
        of_heads, of_units = (each.importance.topk(count).values.sum() / each.importance.sum() for each, count in counted)
        print(f"layer {index // 2}: {arguments.heads} of {heads} heads hold {of_heads:.3f}, "
              f"{arguments.units} of {units} units {of_units:.3f} of the importance")
    weights = pruned_weights(reader, seen, arguments.heads, arguments.units, not arguments.no_repair)
    torch.save(weights, arguments.out)
    print(f"{sum(weight.numel() for weight in weights.values()) / 1e6:.2f} million weights beside the embeddings")


if __name__ == "__main__":
    main()
