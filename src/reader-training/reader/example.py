"""The one shape that every data set is turned into."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Example:
    """A question asked of one passage.

    ``answers`` are half-open character ranges of ``passage``, the one to train on first.
    None at all means that the passage does not say. ``document`` names what the passage was
    taken from, so that a split can keep whole documents apart. ``rivals`` are titles and texts of other
    passages that a search for the question would find as well, and that hold no answer.
    """

    source: str
    document: str
    question: str
    title: str
    passage: str
    answers: tuple[tuple[int, int], ...]
    kind: str = "natural"
    rivals: tuple[tuple[str, str], ...] = ()

    @property
    def answerable(self) -> bool:
        return bool(self.answers)

    def answer_texts(self) -> list[str]:
        return [self.passage[start:end] for start, end in self.answers]


def write_examples(path: Path, examples: Iterable[Example]) -> int:
    """Writes JSON Lines and returns how many."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for example in examples:
            out.write(json.dumps(asdict(example), ensure_ascii=False) + "\n")
            count += 1
    return count


def read_examples(path: Path) -> Iterator[Example]:
    """Reads what ``write_examples`` wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            row["answers"] = tuple((start, end) for start, end in row["answers"])
            row["rivals"] = tuple((title, passage) for title, passage in row["rivals"])
            yield Example(**row)
