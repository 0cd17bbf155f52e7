"""What a network learns from a teacher, and what one in another shape computes."""

from __future__ import annotations

import math
import unittest

import torch

from reader.model import HEAD_SIZE, distillation_loss, reshaped, shape_of
from reader.tests.tiny import HEADS, UNITS, tiny_batch, tiny_reader

ALLOWED = torch.tensor([[True, False, True]])


class DistillationTest(unittest.TestCase):
    def test_costs_nothing_where_both_agree_and_something_where_start_or_end_does_not(self) -> None:
        same, other = torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([[3.0, 2.0, 1.0]])
        self.assertEqual(0, distillation_loss((same, other), (same, other), ALLOWED, 2).item())
        self.assertGreater(distillation_loss((same, same), (other, same), ALLOWED, 2).item(), 0)
        self.assertGreater(distillation_loss((same, same), (same, other), ALLOWED, 2).item(), 0)

    def test_is_the_divergence_from_the_softened_teacher_times_the_temperature_squared(self) -> None:
        student, teacher = torch.zeros(1, 3), torch.tensor([[2 * math.log(3), 0, 0]])
        expected = 4 * (0.75 * math.log(0.75 / 0.5) + 0.25 * math.log(0.25 / 0.5))
        self.assertAlmostEqual(expected, distillation_loss((student, student), (teacher, teacher), ALLOWED, 2).item(), 5)

    def test_ignores_tokens_that_are_not_allowed(self) -> None:
        student = torch.tensor([[1.0, 9.0, 3.0]], requires_grad=True)
        teacher = torch.tensor([[1.0, -9.0, 3.0]])
        loss = distillation_loss((student, student), (teacher, teacher), ALLOWED, 2)
        loss.backward()
        self.assertEqual(0, loss.item())
        self.assertEqual(0, student.grad[0, 1])


class ShapeTest(unittest.TestCase):
    def test_is_that_of_the_weights_whose_network_it_becomes(self) -> None:
        weights = narrow_weights(layers=(0, 1))
        reader = reshaped(tiny_reader(), weights)
        self.assertEqual((2, 30), shape_of(reader))
        for name, weight in weights.items():
            self.assertTrue(torch.equal(weight, reader.state_dict()[name]), name)
        batch = tiny_batch(9)
        self.assertEqual((1, 9), reader(batch.ids, batch.mask, batch.types)[0].shape)

    def test_of_weights_that_are_not_given_all_stay(self) -> None:
        before, after = tiny_reader().state_dict(), reshaped(tiny_reader(), narrow_weights(layers=(0, 1))).state_dict()
        for name in ("encoder.embeddings.word_embeddings.weight", "encoder.encoder.layer.1.output.LayerNorm.weight"):
            self.assertTrue(torch.equal(before[name], after[name]), name)

    def test_is_refused_where_layers_differ(self) -> None:
        self.assertEqual((HEADS, UNITS), shape_of(tiny_reader()))
        with self.assertRaisesRegex(ValueError, "different shapes"):
            shape_of(reshaped(tiny_reader(), narrow_weights(layers=(1,))))

    def test_weights_of_another_network_are_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "no reader has"):
            reshaped(tiny_reader(), {"encoder.encoder.layer.7.output.dense.bias": torch.zeros(HEADS * HEAD_SIZE)})


def narrow_weights(layers: tuple[int, ...]) -> dict[str, torch.Tensor]:
    """Of two heads and thirty units in the layers given."""
    hidden, width = HEADS * HEAD_SIZE, 2 * HEAD_SIZE
    sizes = {f"attention.self.{part}": (width, hidden) for part in ("query", "key", "value")}
    sizes |= {"attention.output.dense": (hidden, width), "intermediate.dense": (30, hidden), "output.dense": (hidden, 30)}
    places = {f"encoder.encoder.layer.{layer}.{name}": size for layer in layers for name, size in sizes.items()}
    weights = {f"{name}.weight": torch.rand(size) for name, size in places.items()}
    return weights | {f"{name}.bias": torch.rand(size[0]) for name, size in places.items()}


if __name__ == "__main__":
    unittest.main()
