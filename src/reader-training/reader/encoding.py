"""Text to token ids and scored tokens back to text: the contract that the Java side repeats.

A pair is ``[CLS] question [SEP] title [SEP] passage [SEP]``, without the title and its separator where
there is none. Token types are 0 up to the first separator and 1 after it. A passage that does not fit
is read in windows that overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Encoding, Tokenizer

CLS, SEP = 101, 102
MAX_LENGTH = 256
MAX_QUESTION = 48
MAX_TITLE = 24
OVERLAP = 64
LONGEST_ANSWER = 30
"""All in tokens."""


@dataclass(frozen=True)
class Window:
    """One input of the network: ids and where the passage's tokens lie in them.

    Token ``passage_from + n`` covers the characters ``offsets[n]`` of the passage, half open.
    """

    ids: list[int]
    types: list[int]
    passage_from: int
    offsets: list[tuple[int, int]]

    def tokens_of(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last token of a character range, or none where the window does not hold all of it."""
        inside = [index for index, (left, right) in enumerate(self.offsets) if left < end and start < right]
        if not inside or self.offsets[inside[0]][0] > start or self.offsets[inside[-1]][1] < end:
            return None
        return self.passage_from + inside[0], self.passage_from + inside[-1]


class PairEncoder:
    """Cuts questions and passages into windows. Not to be shared among threads."""

    def __init__(self, tokenizer_file: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def windows(self, question: str, title: str, passage: str, length: int = MAX_LENGTH) -> list[Window]:
        """Windows of at most ``length`` tokens, at least one; a passage without tokens gives one that holds none."""
        head = [CLS, *self._encode(question).ids[:MAX_QUESTION], SEP]
        types = [0] * len(head)
        if title:
            head += [*self._encode(title).ids[:MAX_TITLE], SEP]
        types += [1] * (len(head) - len(types))
        room = max(length - len(head) - 1, OVERLAP + 1)
        encoded = self._encode(passage)
        windows = []
        start = 0
        while True:
            ids = encoded.ids[start : start + room]
            windows.append(
                Window([*head, *ids, SEP], types + [1] * (len(ids) + 1), len(head), encoded.offsets[start : start + room])
            )
            if start + room >= len(encoded.ids):
                return windows
            start += room - OVERLAP

    def _encode(self, text: str) -> Encoding:
        return self._tokenizer.encode(text, add_special_tokens=False)


@dataclass(frozen=True)
class Reading:
    """The best span of a passage, in characters, and by how much it beats "the passage does not say"."""

    start: int
    end: int
    margin: float


def read_window(window: Window, start: np.ndarray, end: np.ndarray) -> Reading | None:
    """The best span of one window: start logit + end logit, less that of ``[CLS]``. None where it holds no token."""
    count = len(window.offsets)
    if count == 0:
        return None
    first = start[window.passage_from : window.passage_from + count]
    last = end[window.passage_from : window.passage_from + count]
    sums = first[:, None] + last[None, :]
    possible = np.tri(count, k=LONGEST_ANSWER - 1, dtype=bool) & np.tri(count, k=0, dtype=bool).T
    sums = np.where(possible, sums, -np.inf)
    begin, stop = divmod(int(sums.argmax()), count)
    margin = float(sums[begin, stop] - start[0] - end[0])
    return Reading(window.offsets[begin][0], window.offsets[stop][1], margin)


def read(windows: list[Window], starts: list[np.ndarray], ends: list[np.ndarray]) -> Reading | None:
    """The best of all windows' spans, by margin over each window's own null score."""
    readings = [read_window(*each) for each in zip(windows, starts, ends, strict=True)]
    return max((reading for reading in readings if reading), key=lambda reading: reading.margin, default=None)
