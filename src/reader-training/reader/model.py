"""The network: the embedding model's encoder under a start and an end head."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from .base_weights import load_base, without_top

LAYERS = 10
"""Of the base's twelve; a sixth of the time to train and to answer is saved."""

BLOCKED = torch.finfo(torch.float32).min


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


def margins(start: Tensor, end: Tensor, allowed: Tensor) -> Tensor:
    """By how much the spans of each window beat its null score: as at reading, but of all spans together."""
    passage = allowed.clone()
    passage[:, 0] = False
    start, end = start - start[:, :1], end - end[:, :1]
    return start.masked_fill(~passage, BLOCKED).logsumexp(-1) + end.masked_fill(~passage, BLOCKED).logsumexp(-1)


def rivalry_loss(start: Tensor, end: Tensor, allowed: Tensor) -> Tensor:
    """Cross entropy of the first window's margin among those of all windows of one question.

    After the shared normalisation of Clark and Gardner, "Simple and Effective Multi-Paragraph Reading Comprehension"
    (2018), applied to what passages are compared by here.
    """
    return nn.functional.cross_entropy(margins(start, end, allowed)[None], torch.zeros(1, dtype=torch.long))


def span_loss(start: Tensor, end: Tensor, allowed: Tensor, start_at: Tensor, end_at: Tensor) -> Tensor:
    """Mean of the cross entropies of start and end, over ``[CLS]`` and the passage's tokens."""
    start = start.masked_fill(~allowed, BLOCKED)
    end = end.masked_fill(~allowed, BLOCKED)
    return (nn.functional.cross_entropy(start, start_at) + nn.functional.cross_entropy(end, end_at)) / 2
