"""The network: the embedding model's encoder under a start and an end head."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from .base_weights import load_base, without_top

LAYERS = 10
"""Of the base's twelve; a sixth of the time to train and to answer is saved."""


class SpanReader(nn.Module):
    """Scores every token as the first and as the last of the answer.

    Position 0, the ``[CLS]`` token, stands for "the passage does not say".
    """

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.config.hidden_size, 2)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> tuple[Tensor, Tensor]:
        """Start and end logits, each of shape (batch, tokens)."""
        hidden = self.encoder(input_ids, attention_mask, token_type_ids).last_hidden_state
        start, end = self.head(hidden.float()).unbind(dim=-1)
        return start, end


def new_reader(base: Path) -> SpanReader:
    """A reader over the encoder of an ONNX file, with an untrained head."""
    return SpanReader(without_top(load_base(base), LAYERS))


def span_loss(start: Tensor, end: Tensor, allowed: Tensor, start_at: Tensor, end_at: Tensor) -> Tensor:
    """Mean of the cross entropies of start and end, over ``[CLS]`` and the passage's tokens."""
    blocked = torch.finfo(torch.float32).min
    start = start.masked_fill(~allowed, blocked)
    end = end.masked_fill(~allowed, blocked)
    return (nn.functional.cross_entropy(start, start_at) + nn.functional.cross_entropy(end, end_at)) / 2
