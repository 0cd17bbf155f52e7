"""A tokenizer small enough to read in a test."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

WORDS = "the a who won talks end on friday minister greta led deal was signed by in paris . , ?".split()


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
