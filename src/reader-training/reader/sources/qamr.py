"""QAMR: questions about single sentences of Wikipedia and Wikinews, joined into passages here."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from ..example import Example
from ..text import Span, joined

LONGEST_PASSAGE = 130


def read_qamr(sentence_file: Path, question_files: list[Path]) -> Iterator[Example]:
    """Reads answers that at least two of the three annotators gave alike."""
    passages = _passages(_rows(sentence_file))
    for question_file in question_files:
        for row in _rows(question_file):
            if row[0] not in passages:
                continue
            document, passage, tokens = passages[row[0]]
            span = _agreed(row)
            if span:
                answer = (tokens[span[0]][0], tokens[span[1] - 1][1])
                yield Example("qamr", document, row[5].strip(), "", passage, (answer,))


def _rows(path: Path) -> list[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _agreed(row: list[str]) -> Span | None:
    """Token range of the answer, or none where annotators differ or the tokens are not one run."""
    given = [row[6], *(judgement.partition(":")[2] for judgement in row[7:9])]
    agreed = next((answer for answer in given if given.count(answer) > 1), "")
    tokens = [int(token) for token in agreed.split()] if agreed.replace(" ", "").isdigit() else []
    if not tokens or tokens[-1] - tokens[0] + 1 != len(tokens):
        return None
    return tokens[0], tokens[-1] + 1


def _passages(rows: list[list[str]]) -> dict[str, tuple[str, str, list[Span]]]:
    """Sentence id to the document, the passage and where the sentence's tokens stand in it."""
    documents: dict[str, list[tuple[int, int, str, list[str]]]] = defaultdict(list)
    for identifier, sentence in rows:
        document, paragraph, ordinal = identifier.rsplit(":", 2)
        documents[document].append((int(paragraph), int(ordinal), identifier, sentence.split()))
    passages: dict[str, tuple[str, str, list[Span]]] = {}
    for document, entries in documents.items():
        entries.sort()
        group: list[tuple[str, list[str]]] = []
        for _, _, identifier, tokens in entries:
            if group and sum(len(other) for _, other in group) + len(tokens) > LONGEST_PASSAGE:
                passages.update(_joined(document, group))
                group = []
            group.append((identifier, tokens))
        passages.update(_joined(document, group))
    return passages


def _joined(document: str, group: list[tuple[str, list[str]]]) -> dict[str, tuple[str, str, list[Span]]]:
    passage, spans = joined([token for _, tokens in group for token in tokens])
    passages: dict[str, tuple[str, str, list[Span]]] = {}
    for identifier, tokens in group:
        passages[identifier] = (document, passage, spans[: len(tokens)])
        spans = spans[len(tokens) :]
    return passages
