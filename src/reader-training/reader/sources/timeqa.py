"""TimeQA: questions by people about what held at a time, some of which the article does not answer.

Articles are long. An answer is read in its paragraph and the two beside it, a question without one beside the
paragraph that shares most words with it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from ..example import Example
from ..text import Span, words


def read_timeqa(paths: list[Path]) -> Iterator[Example]:
    """Reads the files of easy and of hard questions, which share some; each only once."""
    seen: set[str] = set()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["question"] not in seen:
                    seen.add(row["question"])
                    yield _example(row)


def _example(row: dict) -> Example:
    given = zip(row["targets"], row["from"], row["end"], strict=True)
    answers = [(start, end) for target, start, end in given if target]
    paragraphs = _paragraphs(row)
    if answers:
        begun = sum(start <= answers[0][0] for start, _ in paragraphs)
        middle = max(0, begun - 1)
    else:
        asked = set(words(row["question"]))
        shared = [len(asked & set(words(row["context"][start:end]))) for start, end in paragraphs]
        middle = shared.index(max(shared))
    around = paragraphs[max(0, middle - 1) : middle + 2]
    start, end = around[0][0], around[-1][1]
    inside = tuple((first - start, last - start) for first, last in answers if start <= first and last <= end)
    return Example("timeqa", row["idx"].partition("#")[0], row["question"], "", row["context"][start:end], inside)


def _paragraphs(row: dict) -> list[Span]:
    """Where the article's paragraphs stand in it, in order, without the headings between them."""
    spans: list[Span] = []
    for paragraph in row["paragraphs"]:
        text = paragraph["text"].strip()
        start = row["context"].index(text, spans[-1][1] if spans else 0)
        spans.append((start, start + len(text)))
    return spans
