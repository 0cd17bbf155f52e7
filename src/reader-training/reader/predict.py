"""Reads examples with an ONNX file, as the Java side does: one window at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import numpy as np
import onnxruntime

from .encoding import PairEncoder, Reading, Window, read
from .example import Example
from .export import INPUTS, OUTPUTS, session
from .metrics import Outcome, exact_match, token_f1


def logits(model: onnxruntime.InferenceSession, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """Start and end logits of every token of a window."""
    ids = np.array([window.ids], dtype=np.int64)
    types = np.array([window.types], dtype=np.int64)
    start, end = model.run(list(OUTPUTS), dict(zip(INPUTS, (ids, np.ones_like(ids), types), strict=True)))
    return start[0], end[0]


def read_passage(
    model: onnxruntime.InferenceSession, encoder: PairEncoder, question: str, title: str, passage: str
) -> Reading | None:
    windows = encoder.windows(question, title, passage)
    starts, ends = zip(*(logits(model, window) for window in windows), strict=True)
    return read(windows, list(starts), list(ends))


def outcomes(
    model: onnxruntime.InferenceSession, encoder: PairEncoder, examples: Iterable[Example]
) -> Iterator[Outcome]:
    for example in examples:
        reading = read_passage(model, encoder, example.question, example.title, example.passage)
        answer = example.passage[reading.start : reading.end] if reading else ""
        golds = example.answer_texts()
        yield Outcome(
            margin=reading.margin if reading else float("-inf"),
            exact=exact_match(answer, golds),
            f1=token_f1(answer, golds),
            answerable=example.answerable,
        )


def outcomes_of(model: Path, tokenizer: Path, examples: Sequence[Example], processes: int) -> list[Outcome]:
    """The same for a file, dealt out to processes of one thread each; in the order of ``examples``."""
    parts = [examples[start::processes] for start in range(processes)]
    with ProcessPoolExecutor(processes) as pool:
        found = list(pool.map(_part, repeat(model), repeat(tokenizer), parts))
    return [found[index % processes][index // processes] for index in range(len(examples))]


def _part(model: Path, tokenizer: Path, examples: Sequence[Example]) -> list[Outcome]:
    return list(outcomes(session(model), PairEncoder(tokenizer), examples))
