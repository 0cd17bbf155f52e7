"""UnAnsQ: unanswerable questions of SQuAD 2.0's training half, each beside the answerable one that it came from.

Its questions are lower-cased and tokenised. So that spelling does not give the unanswerable away, both of a
pair are read. The smaller file brings its passages; those of the larger one are looked up by their questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..example import Example
from ..text import joined, letters, lines
from .squad_pieces import document_of

SOURCE = "squad2"
TIME_DIGITS = 8

Question = tuple[str, str, int, int]
"""Identifier, text, the answer's first and last token."""


def read_with_passages(folder: Path) -> Iterator[Example]:
    """The pairs whose passages are published too."""
    contexts = lines(folder / "unansq-dev-context.txt")
    for context, (answered, refused) in zip(contexts, _pairs(folder, "dev"), strict=True):
        passage, tokens = joined(context.partition("\t")[0].split())
        _, question, first, last = answered
        span = (tokens[first][0], tokens[last][1])
        yield Example(SOURCE, document_of(passage), _spelled(question), "", passage, (span,))
        yield _refused(refused, passage)


def read_beside(folder: Path, known: Iterable[Example]) -> Iterator[Example]:
    """The pairs whose passage ``known`` examples hold.

    An answerable question that is known is that example again, in the spelling of its pair. The passage of
    another is that of the questions written in the same second: identifiers begin with their time, and all
    questions of a passage were sent off at once.
    """
    by_question = {letters(example.question): example for example in known}
    pairs = list(_pairs(folder, "train"))
    passages: dict[str, set[str]] = {}
    for answered, refused in pairs:
        twin = by_question.get(letters(answered[1]))
        if twin:
            for time in _times(answered, refused):
                passages.setdefault(time, set()).add(twin.passage)
    for answered, refused in pairs:
        twin = by_question.get(letters(answered[1]))
        if twin:
            yield replace(twin, question=_spelled(answered[1]))
            yield _refused(refused, twin.passage)
            continue
        sent_together = [passages[time] for time in _times(answered, refused) if time in passages]
        agreed = next((found for found in sent_together if len({document_of(passage) for passage in found}) == 1), None)
        if agreed:
            yield _refused(refused, min(agreed))


def _refused(question: Question, passage: str) -> Example:
    return Example(SOURCE, document_of(passage), _spelled(question[1]), "", passage, ())


def _pairs(folder: Path, part: str) -> Iterator[tuple[Question, Question]]:
    files = [folder / f"unansq-{part}-{kind}-questions.txt" for kind in ("answerable", "unanswerable")]
    yield from zip(*(_questions(file) for file in files), strict=True)


def _questions(file: Path) -> Iterator[Question]:
    for line in lines(file):
        identifier, text, first, last = line.split("\t")
        yield identifier, text, int(first), int(last)


def _spelled(question: str) -> str:
    return joined(question.split())[0]


def _times(answered: Question, refused: Question) -> tuple[str, str]:
    # Answerable and unanswerable questions were collected years apart, so that their times never meet.
    return answered[0][:TIME_DIGITS], refused[0][:TIME_DIGITS]
