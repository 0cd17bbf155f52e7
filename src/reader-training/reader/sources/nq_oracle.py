"""Natural Questions (open) with the gold passage of each."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from ..example import Example
from ..text import likeliest


def read_nq_oracle(path: Path) -> Iterator[Example]:
    """Reads those questions whose answer stands literally in the gold passage."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            gold = next((context for context in row["ctxs"] if context["isgold"]), None)
            if gold is None:
                continue
            span = likeliest(row["question"], gold["text"], row["answers"])
            if span:
                yield Example("nq", gold["title"], row["question"], gold["title"], gold["text"], (span,))
