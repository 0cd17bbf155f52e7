"""A tokenizer small enough to read in a test, and a network small enough to compute there."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from transformers import BertConfig, BertModel

from reader.mixture import Batch
from reader.model import HEAD_SIZE, SpanReader

WORDS = "the a who won talks end on friday minister greta led deal was signed by in paris . , ?".split()
HEADS, UNITS = 3, 40


def tokenizer_file() -> Path:
    """Whole words and single letters, lower-cased, split at punctuation; 101 and 102 stay free for separators."""
    vocabulary = {"[PAD]": 0, "[UNK]": 1, "[CLS]": 101, "[SEP]": 102}
    for index, word in enumerate(WORDS):
        vocabulary[word] = 200 + index
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    file = Path(tempfile.mkdtemp()) / "tokenizer.json"
    tokenizer.save(str(file))
    return file


def tiny_reader(layers: int = 2) -> SpanReader:
    """Of random weights, the same at every call."""
    config = BertConfig(
        vocab_size=300,
        hidden_size=HEADS * HEAD_SIZE,
        num_hidden_layers=layers,
        num_attention_heads=HEADS,
        intermediate_size=UNITS,
        max_position_embeddings=32,
        attn_implementation="eager",
    )
    reader = SpanReader(BertModel(config, add_pooling_layer=False)).eval()
    dice = torch.Generator().manual_seed(1)
    for weight in reader.parameters():
        torch.nn.init.normal_(weight, std=0.2, generator=dice)
    return reader


def tiny_batch(*lengths: int) -> Batch:
    """Windows of so many tokens, each of three of a question, its separator, and a passage that is answered by its first two."""
    present = torch.arange(max(lengths)) < torch.tensor(lengths)[:, None]
    passage = present & (torch.arange(max(lengths)) >= 4)
    ids = torch.stack([torch.randint(200, 300, (max(lengths),), generator=torch.Generator().manual_seed(length)) for length in lengths])
    allowed = passage.index_fill(1, torch.tensor([0]), True)
    starts = torch.full((len(lengths),), 4)
    return Batch(ids * present, present.long(), passage.long(), allowed, starts, starts + 1)
