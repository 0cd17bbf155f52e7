"""Natural Questions (open) with the gold passage of each."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from ..example import Example
from ..text import Span, words


def read_nq_oracle(path: Path) -> Iterator[Example]:
    """Reads those questions whose answer stands literally in the gold passage."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            gold = next((context for context in row["ctxs"] if context["isgold"]), None)
            if gold is None:
                continue
            span = _likeliest(row["question"], gold["text"], row["answers"])
            if span:
                yield Example("nq", gold["title"], row["question"], gold["title"], gold["text"], (span,))


def _likeliest(question: str, passage: str, answers: list[str]) -> Span | None:
    """The occurrence of an answer with most words of the question around it; the earliest if several."""
    asked = set(words(question))
    found = [
        match.span()
        for answer in answers
        for match in re.finditer(rf"(?<!\w){re.escape(answer)}(?!\w)", passage, re.IGNORECASE)
    ]
    nearby = {span: len(asked & set(words(passage[max(0, span[0] - 150) : span[1] + 150]))) for span in found}
    return max(found, key=lambda span: (nearby[span], -span[0]), default=None)
