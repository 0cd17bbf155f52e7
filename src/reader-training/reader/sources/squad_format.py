"""Sets in the JSON format of SQuAD: SQuADShifts to train on, SQuAD 2.0's development half to measure with."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from ..example import Example


def read_squad(path: Path, source: str, with_titles: bool = False) -> Iterator[Example]:
    """Reads a ``.json`` or ``.json.gz`` file. Annotators' differing answers stay apart, the most frequent first."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as text:
        articles = json.load(text)["data"]
    for article in articles:
        title = article["title"].replace("_", " ")
        for ordinal, paragraph in enumerate(article["paragraphs"]):
            # One "article" holds all of Reddit, so there the paragraph is the document.
            document = f"{title}#{ordinal}" if len(articles) == 1 else title
            for question in paragraph["qas"]:
                yield Example(
                    source=source,
                    document=document,
                    question=question["question"].strip(),
                    title=title if with_titles else "",
                    passage=paragraph["context"],
                    answers=_answers(question),
                )


def _answers(question: dict) -> tuple[tuple[int, int], ...]:
    spans = [(answer["answer_start"], answer["answer_start"] + len(answer["text"])) for answer in question["answers"]]
    return tuple(sorted(set(spans), key=lambda span: (-spans.count(span), span[1] - span[0])))
