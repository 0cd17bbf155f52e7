"""SelQA: questions with a section's sentences, those that answer marked.

Its answers are whole sentences, too long to learn exact spans from, so it only teaches refusal: the
section without the sentences that answer.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from ..example import Example

FEWEST_WORDS = 30


def read_selqa(path: Path) -> Iterator[Example]:
    """Reads sections of which enough is left, as questions that they no longer answer."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            kept = [text for index, text in enumerate(row["candidates"]) if index not in row["answers"]]
            passage = " ".join(" ".join(kept).split()[:170])
            if len(passage.split()) >= FEWEST_WORDS:
                yield Example("selqa", row["article"], row["question"], row["article"], passage, (), "removed")
