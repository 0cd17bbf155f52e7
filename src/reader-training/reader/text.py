"""Small operations on text that several steps share."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[A-Z0-9\"'“‘(\[])")
TREEBANK = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"'}
NO_SPACE_BEFORE = re.compile(r"^([.,;:!?%)\]}]|'s|'re|'ve|'ll|'d|'m|n't|')$")

Span = tuple[int, int]


def words(text: str) -> list[str]:
    """Lower-cased runs of letters and digits."""
    return WORD.findall(text.lower())


def letters(text: str) -> str:
    """Letters and digits alone, lower-cased, without accents: the same for every way of spacing the same words."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if letter.isalnum())


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


def likeliest(question: str, passage: str, answers: Sequence[str]) -> Span | None:
    """The occurrence of an answer with most words of the question around it; the earliest if several."""
    asked = set(words(question))
    found = [
        match.span()
        for answer in answers
        for match in re.finditer(rf"(?<!\w){re.escape(answer)}(?!\w)", passage, re.IGNORECASE)
    ]
    nearby = {span: len(asked & set(words(passage[max(0, span[0] - 150) : span[1] + 150]))) for span in found}
    return max(found, key=lambda span: (nearby[span], -span[0]), default=None)


def lines(path: Path) -> list[str]:
    """Lines of a file, ended by line feeds alone: texts hold other characters that Python would end lines at."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def joined(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Tokens of the Penn Treebank's kind as running text, and where each stands in it."""
    text = ""
    spans: list[Span] = []
    for token in tokens:
        token = TREEBANK.get(token, token)
        if text and not NO_SPACE_BEFORE.match(token) and text[-1] not in "([{$":
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


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
