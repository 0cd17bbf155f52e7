"""What pruning takes out, and what the rest computes then."""

from __future__ import annotations

import unittest
from unittest.mock import patch

import torch
from torch import Tensor, nn

from reader.model import HEAD_SIZE, SpanReader, reshaped, shape_of
from reader.prune import LARGEST, Seen, best, largest, narrowed, observe, pruned_weights, watched
from reader.tests.tiny import HEADS, UNITS, tiny_batch, tiny_reader
from reader.workers import batch_loss

BATCH = tiny_batch(12, 9)


class ImportanceTest(unittest.TestCase):
    def test_is_how_fast_the_loss_changes_as_a_head_or_unit_fades(self) -> None:
        reader, batch, step = tiny_reader(), tiny_batch(12), 1e-2
        for (matrix, size), seen in zip(watched(reader), observe(reader, iter([batch])), strict=True):
            for index in (0, 2):
                own, losses = slice(index * size, (index + 1) * size), []
                weight = matrix.weight.detach().clone()
                for scale in (1 - step, 1 + step):
                    with torch.no_grad():
                        matrix.weight[:, own] = scale * weight[:, own]
                        losses.append(batch_loss(reader, batch).item())
                        matrix.weight.copy_(weight)
                slope = abs(losses[1] - losses[0]) / (2 * step)
                self.assertAlmostEqual(slope, seen.importance[index].item(), delta=1e-3 + 0.02 * slope)

    def test_adds_up_over_windows_whether_in_one_batch_or_in_several(self) -> None:
        reader, long, short = tiny_reader(), tiny_batch(12), tiny_batch(9)
        every = [observe(reader, iter(batches)) for batches in ([long], [short], [BATCH], [long, short])]
        for first, second, padded, apart in zip(*every, strict=True):
            for both in (padded, apart):
                self.assertEqual(21, both.tokens)
                for name in ("importance", "sums", "products"):
                    summed = getattr(first, name) + getattr(second, name)
                    torch.testing.assert_close(getattr(both, name), summed, rtol=1e-3, atol=1e-3)

    def test_the_most_important_are_kept_in_rising_order(self) -> None:
        self.assertEqual([0, 2, 4], best(torch.tensor([5.0, 1, 7, 2, 6]), 3).tolist())

    def test_the_certain_are_kept_whatever_their_importance(self) -> None:
        self.assertEqual([1, 2, 3], best(torch.tensor([5.0, 1, 7, 2, 6]), 3, torch.tensor([3, 1])).tolist())

    def test_the_largest_are_those_that_add_most_variance_to_the_output(self) -> None:
        matrix, inputs = nn.Linear(LARGEST + 3, 4), torch.randn(500, LARGEST + 3)
        nn.init.constant_(matrix.weight, 1.0)
        inputs[:, 0] = 9  # large, but always the same
        inputs[:, 1] *= 0.1
        with torch.no_grad():
            matrix.weight[:, 2] = 0.1
        self.assertEqual(list(range(3, LARGEST + 3)), sorted(largest(matrix, shown(inputs)).tolist()))


class PrunedTest(unittest.TestCase):
    def test_computes_the_same_where_everything_is_kept(self) -> None:
        reader = tiny_reader()
        pruned = reshaped(tiny_reader(), pruned_weights(reader, observe(reader, iter([BATCH])), HEADS, UNITS))
        torch.testing.assert_close(outputs(pruned), outputs(reader), rtol=0, atol=1e-4)

    def test_computes_what_the_larger_one_does_without_the_output_of_what_is_taken_out(self) -> None:
        reader, units = tiny_reader(), 24
        heads_kept, units_kept = [0, 2], [*range(LARGEST), *range(UNITS - 8, UNITS)]
        seen = []
        for _ in reader.encoder.encoder.layer:
            width = HEADS * HEAD_SIZE
            seen.append(Seen(torch.tensor([3.0, 1, 2]), torch.zeros(width), torch.eye(width), 1))
            variances = torch.tensor([1e6] * LARGEST + [1.0] * (UNITS - LARGEST))
            seen.append(Seen(torch.arange(UNITS).float(), torch.zeros(UNITS), variances.diag(), 1))
        weights = pruned_weights(reader, seen, len(heads_kept), units, repair=False)
        pruned = reshaped(tiny_reader(), weights)
        self.assertEqual((len(heads_kept), units), shape_of(pruned))
        with torch.no_grad():
            for layer in reader.encoder.encoder.layer:
                silence(layer.attention.output.dense, heads_kept, HEAD_SIZE)
                silence(layer.output.dense, units_kept, 1)
        torch.testing.assert_close(outputs(pruned), outputs(reader), rtol=0, atol=1e-4)

    @patch.multiple("reader.prune", LARGEST=0, DAMPING=0)
    def test_computes_the_same_without_units_that_repeat_others_if_repaired(self) -> None:
        reader = tiny_reader()
        for layer in reader.encoder.encoder.layer:
            with torch.no_grad():
                layer.intermediate.dense.weight[-1] = layer.intermediate.dense.weight[0]
                layer.intermediate.dense.bias[-1] = layer.intermediate.dense.bias[0]
        seen = observe(reader, iter([tiny_batch(*range(16, 32))]))
        for of_units in seen[1::2]:
            of_units.importance[-1] = 0
        repaired, left = (
            outputs(reshaped(tiny_reader(), pruned_weights(reader, seen, HEADS, UNITS - 1, repair)))
            for repair in (True, False)
        )
        torch.testing.assert_close(repaired, outputs(reader), rtol=0, atol=1e-4)
        self.assertGreater((left - outputs(reader)).abs().max(), 0.01)


class RepairTest(unittest.TestCase):
    def setUp(self) -> None:
        torch.manual_seed(1)
        self.matrix, self.inputs = nn.Linear(6, 4), torch.randn(200, 6) + torch.arange(6)
        self.kept = torch.tensor([0, 2, 3, 5])
        self.inputs[:, 1] = 2 * self.inputs[:, 0] - self.inputs[:, 5] + 3
        self.inputs[:, 4] = 7
        self.expected = self.matrix(self.inputs)

    @patch("reader.prune.DAMPING", 0)
    def test_makes_up_exactly_for_what_is_a_linear_combination_of_the_rest(self) -> None:
        torch.testing.assert_close(self.narrow(repair=True), self.expected, rtol=0, atol=1e-3)

    def test_makes_up_for_it_almost_with_damping(self) -> None:
        without, repaired = ((self.narrow(repair) - self.expected).square().mean() for repair in (False, True))
        self.assertLess(repaired, 0.001 * without)

    def test_leaves_what_stays_as_it_is_unless_wanted(self) -> None:
        weight, bias = narrowed(self.matrix, shown(self.inputs), self.kept, repair=False)
        self.assertTrue(torch.equal(weight, self.matrix.weight[:, self.kept]))
        self.assertTrue(torch.equal(bias, self.matrix.bias))

    def narrow(self, repair: bool) -> Tensor:
        weight, bias = narrowed(self.matrix, shown(self.inputs), self.kept, repair)
        return self.inputs[:, self.kept] @ weight.T + bias


def shown(inputs: Tensor) -> Seen:
    """What inputs, one a row, show of the matrix that they go into; all are equally important."""
    return Seen(torch.ones(inputs.shape[1]), inputs.sum(0), inputs.T @ inputs, len(inputs))


def outputs(reader: SpanReader) -> Tensor:
    with torch.no_grad():
        return torch.stack(reader(BATCH.ids, BATCH.mask, BATCH.types))


def silence(matrix: nn.Linear, kept: list[int], size: int) -> None:
    """Every group of so many inputs but the kept ones adds nothing."""
    for index in set(range(matrix.in_features // size)) - set(kept):
        matrix.weight[:, index * size : (index + 1) * size] = 0


if __name__ == "__main__":
    unittest.main()
