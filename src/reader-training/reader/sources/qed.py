"""QED: Natural Questions whose answer paragraph was annotated a second time."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from ..example import Example
from ..text import replace_all

PUNCTUATION = {"--": "–", "``": '"', "''": '"'}


def read_qed(path: Path) -> Iterator[Example]:
    """Reads the training or the development file, whose answers lie in different fields."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = _train_spans(row) if "answer_spans" in row else _dev_spans(row)
            if not spans:
                continue
            passage, spans = replace_all(row["paragraph_text"], spans, PUNCTUATION)
            yield Example("qed", row["title_text"], row["question_text"], row["title_text"], passage, tuple(spans))


def _train_spans(row: dict) -> list[tuple[int, int]]:
    # An answer of several parts, such as a list of names, is no single span.
    return [tuple(row["answer_spans"][0])] if len(row["answer_spans"]) == 1 else []


def _dev_spans(row: dict) -> list[tuple[int, int]]:
    annotators = [spans for spans in row["original_nq_answers"] if len(spans) == 1]
    return list(dict.fromkeys((spans[0]["start"], spans[0]["end"]) for spans in annotators))
