"""SQuAD's training half, as far as other repositories hold pieces of it: four shapes, one question never twice.

No passage has its article's title here, and the same one may be spelled in two ways. So what is one
document is told by the passage's first letters.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..example import Example
from ..text import Span, joined, letters, likeliest, lines
from .squad_format import read_squad

SOURCE = "squad"
DOCUMENT_LETTERS = 80


def read_pieces(folder: Path) -> Iterator[Example]:
    """Reads every file named ``squad-*``; of several with the same question the first."""
    seen: set[str] = set()
    for example in _all(folder):
        key = letters(example.question)
        if key not in seen:
            seen.add(key)
            yield example


def document_of(passage: str) -> str:
    """The same for every spelling of a passage."""
    return letters(passage)[:DOCUMENT_LETTERS]


def _all(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.glob("squad-articles*.json")):
        for example in read_squad(path, SOURCE):
            yield replace(example, document=document_of(example.passage))
    for row in json.loads((folder / "squad-questions.json").read_text(encoding="utf-8")):
        yield from _located(row["context"], row)
    for row in json.loads((folder / "squad-paragraphs.json").read_text(encoding="utf-8")):
        for question in row["qas"]:
            yield from _located(row["context"], question)
    for path in sorted(folder.glob("squad-tokens-*.context")):
        yield from _tokenised(path)


def _located(passage: str, row: dict) -> Iterator[Example]:
    span = likeliest(row["question"], passage, [row["answer"]])
    if span:
        yield _example(row["question"].strip(), passage, span)


def _tokenised(contexts: Path) -> Iterator[Example]:
    """Three files side by side: a passage, a question, and the answer's first and last token."""
    columns = [lines(contexts.with_suffix(suffix)) for suffix in (".context", ".question", ".span")]
    for context, question, span in zip(*columns, strict=True):
        passage, tokens = joined(context.split())
        first, last = map(int, span.split())
        if last < len(tokens):
            yield _example(joined(question.split())[0], passage, (tokens[first][0], tokens[last][1]))


def _example(question: str, passage: str, span: Span) -> Example:
    return Example(SOURCE, document_of(passage), question, "", passage, (span,))
