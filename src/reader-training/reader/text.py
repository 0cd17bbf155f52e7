"""Small, pure operations on text that several steps share."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[A-Z0-9\"'“‘(\[])")

Span = tuple[int, int]


def words(text: str) -> list[str]:
    """Lower-cased runs of letters and digits."""
    return WORD.findall(text.lower())


def shingles(text: str, size: int = 12) -> Iterator[tuple[str, ...]]:
    """Every run of ``size`` words."""
    found = words(text)
    for index in range(len(found) - size + 1):
        yield tuple(found[index : index + size])


def sentences(text: str) -> list[Span]:
    """Half-open ranges that cover ``text``, cut after sentence ends. Abbreviations may cut too early."""
    bounds = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    return [(start, end) for start, end in zip(bounds, bounds[1:], strict=False) if end > start]


def occurs(phrase: str, text: str) -> bool:
    """Whether the words of ``phrase`` stand in ``text`` in a row."""
    return f" {' '.join(words(phrase))} " in f" {' '.join(words(text))} "


def stable_fraction(key: str) -> float:
    """A number in [0, 1) that depends on ``key`` alone, the same in every process."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") / 2**64


def replace_all(text: str, spans: Sequence[Span], replacements: dict[str, str]) -> tuple[str, list[Span]]:
    """Replaces literal strings and moves ``spans`` with the characters that they enclose."""
    pattern = re.compile("|".join(map(re.escape, sorted(replacements, key=len, reverse=True))))
    pieces: list[str] = []
    moved = list(range(len(text) + 1))
    position, length = 0, 0
    for match in pattern.finditer(text):
        pieces.append(text[position : match.start()])
        for index in range(position, match.start()):
            moved[index] = length + index - position
        length += match.start() - position
        replacement = replacements[match.group()]
        for index in range(match.start(), match.end()):
            moved[index] = length + min(index - match.start(), len(replacement))
        pieces.append(replacement)
        length += len(replacement)
        position = match.end()
    pieces.append(text[position:])
    for index in range(position, len(text) + 1):
        moved[index] = length + index - position
    return "".join(pieces), [(moved[start], moved[end]) for start, end in spans]
