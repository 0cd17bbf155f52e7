"""What comes back out of the released file."""

from __future__ import annotations

import unittest
from pathlib import Path

import torch
from transformers import BertModel

from reader.base_weights import CONFIG, without_top
from reader.model import LAYERS, SpanReader
from reader.released import released_weights
from reader.train import FROZEN

RELEASED = Path(__file__).parents[3] / "main/resources/reader/reader.onnx"


class Released(unittest.TestCase):
    def test_holds_every_weight_that_is_trained_in_its_shape(self) -> None:
        weights = released_weights(RELEASED)
        reader = SpanReader(without_top(BertModel(CONFIG, add_pooling_layer=False), LAYERS))
        for name, weight in reader.named_parameters():
            if not FROZEN.match(name):
                self.assertEqual(weights[name].shape, weight.shape, name)
                self.assertEqual(weights[name].dtype, torch.float32)
                self.assertGreater(weights[name].abs().max(), 0, name)


if __name__ == "__main__":
    unittest.main()
