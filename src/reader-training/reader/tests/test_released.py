"""What comes back out of the released file."""

from __future__ import annotations

import copy
import logging
import tempfile
import unittest
import warnings
from pathlib import Path
from unittest.mock import patch

import torch
from transformers import BertModel

from reader.base_weights import CONFIG, without_top
from reader.encoding import Window
from reader.export import approximate, export, fuse, quantise
from reader.model import LAYERS, SpanReader, reshaped
from reader.predict import INPUTS, OUTPUTS, session
from reader.prune import observe, pruned_weights
from reader.released import released_weights
from reader.smoothing import smooth
from reader.tests.tiny import tiny_batch, tiny_reader
from reader.train import FROZEN

RELEASED = Path(__file__).parents[3] / "main/resources/reader/reader.onnx"


class Released(unittest.TestCase):
    def test_holds_every_weight_that_is_trained_in_its_shape(self) -> None:
        weights = released_weights(RELEASED)
        reader = reshaped(SpanReader(without_top(BertModel(copy.deepcopy(CONFIG), add_pooling_layer=False), LAYERS)), weights)
        for name, weight in reader.named_parameters():
            if not FROZEN.match(name):
                self.assertEqual(weights[name].shape, weight.shape, name)
                self.assertEqual(weights[name].dtype, torch.float32)
                self.assertGreater(weights[name].abs().max(), 0, name)


class PrunedReleased(unittest.TestCase):
    """A pruned network on the way through ``reader.export`` and back."""

    def setUp(self) -> None:
        logging.disable(logging.WARNING)
        self.addCleanup(logging.disable, logging.NOTSET)
        reader, self.batch, folder = tiny_reader(), tiny_batch(12), Path(tempfile.mkdtemp())
        self.pruned = reshaped(tiny_reader(), pruned_weights(reader, observe(reader, iter([self.batch])), 2, 24))
        self.smoothed, self.small = folder / "smoothed.onnx", folder / "small.onnx"
        with warnings.catch_warnings(), patch("reader.export.LAYERS", 2):
            warnings.simplefilter("ignore")
            export(self.pruned, folder / "plain.onnx")
            fuse(folder / "plain.onnx", folder / "fused.onnx", heads=2)
            window = Window(self.batch.ids[0].tolist(), self.batch.types[0].tolist(), passage_from=4, offsets=[])
            smooth(folder / "fused.onnx", self.smoothed, [window])
            quantise(self.smoothed, self.small, reduce_range=True)
            approximate(self.small)

    def test_computes_the_same_with_fused_attention(self) -> None:
        inputs = (self.batch.ids, self.batch.mask, self.batch.types)
        with torch.no_grad():
            expected = self.pruned(*inputs)
        actual = session(self.smoothed).run(list(OUTPUTS), {name: each.numpy() for name, each in zip(INPUTS, inputs, strict=True)})
        for left, right in zip(expected, actual, strict=True):
            torch.testing.assert_close(torch.from_numpy(right), left, rtol=0, atol=1e-3)

    def test_holds_every_weight_up_to_a_step_of_int8(self) -> None:
        weights = released_weights(self.small)
        for name, weight in self.pruned.named_parameters():
            if ".embeddings." not in name:
                self.assertEqual(weight.shape, weights[name].shape, name)
                rounded = weight.dim() > 1 and name != "head.weight"
                step = weight.abs().amax(-1, keepdim=True) / 63 if rounded else 1e-5
                self.assertTrue(((weights[name] - weight).abs() <= step).all(), name)


if __name__ == "__main__":
    unittest.main()
