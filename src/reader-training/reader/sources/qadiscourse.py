"""QADiscourse: why, how, since when and the like, asked of single sentences of Wikipedia and Wikinews.

As QAMR's are, sentences of one document are joined into passages. Only answers that stand in their sentence are read.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from ..example import Example
from ..text import letters, likeliest, loosely
from .qamr import joined_sentences

SOURCE = "qadiscourse"


def read_qadiscourse(folder: Path) -> Iterator[Example]:
    """Reads every file named ``qadiscourse-*``; of several like questions about a sentence the first."""
    rows = [row for path in sorted(folder.glob("qadiscourse-*.tsv")) for row in _rows(path)]
    passages = joined_sentences(list({row["qasrl_id"]: row["sentence"] for row in rows}.items()))
    seen: set[tuple[str, str]] = set()
    for row in rows:
        document, passage, tokens = passages[row["qasrl_id"]]
        start, end = tokens[0][0], tokens[-1][1]
        question = _plain(row["full_question"]).rstrip("?").strip() + "?"
        span = likeliest(question, passage[start:end], [_plain(row["answer"]).rstrip(".")], loosely)
        key = row["qasrl_id"], letters(question)
        if span and key not in seen:
            seen.add(key)
            yield Example(SOURCE, document, question, "", passage, ((start + span[0], start + span[1]),))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _plain(text: str) -> str:
    return text.replace("\\'", "'").strip()
