"""Questions of SQuAD's training half that were published with the sentence that answers them, but without its passage.

The answer is looked up among the questions that were published without passages. The file tells every question's
number within SQuAD, which goes article by article: what stands beside a sentence here is of the same article, mostly.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..example import Example
from ..text import letters, likeliest, loosely, occurs, shingles
from .squad_linked import read_questions
from .squad_pieces import document_of

SOURCE = "squad_sentences"
SENTENCES_A_PASSAGE = 3
LONGEST_PASSAGE = 150
WORDS_IN_A_ROW = 8
"""As many shared words make a sentence one of a known passage. Shorter sentences are left out."""


def read_sentences(folder: Path, known: Iterable[Example]) -> Iterator[Example]:
    """Every question that is not known and whose sentence is of no known passage."""
    known = list(known)
    seen = {letters(example.question) for example in known}
    answers = {letters(asked.text): "".join(asked.answer) for asked in read_questions(folder)}
    passages = {example.passage for example in known}
    held = {run for passage in passages for run in shingles(passage, WORDS_IN_A_ROW)}
    asked_of: dict[str, list[str]] = {}
    for question, sentence in _rows(folder / "squad-question-sentences.json"):
        runs = list(shingles(sentence, WORDS_IN_A_ROW))
        if runs and letters(question) not in seen and held.isdisjoint(runs):
            asked_of.setdefault(sentence, []).append(question)
    for group in _groups(list(asked_of)):
        for sentence in group:
            for question in asked_of[sentence]:
                answer = answers.get(letters(question))
                span = likeliest(question, sentence, [answer], loosely) if answer else None
                if span:
                    yield _example(question, sentence, span, group)


def _rows(path: Path) -> list[tuple[str, str]]:
    """Questions with their sentences in the order of SQuAD."""
    columns = json.loads(path.read_text(encoding="utf-8"))
    rows = sorted(zip(columns["question_ids"], columns["questions"], columns["answers"], strict=True))
    return [(question.strip(), sentence.strip()) for _, question, sentence in rows]


def _groups(sentences: list[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for sentence in sentences:
        length = sum(len(other.split()) for other in [*group, sentence])
        if len(group) == SENTENCES_A_PASSAGE or (group and length > LONGEST_PASSAGE):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _example(question: str, sentence: str, span: tuple[int, int], group: list[str]) -> Example:
    """The sentence among those of its group that do not hold the answer."""
    answer = sentence[span[0] : span[1]]
    kept = [other for other in group if other == sentence or not occurs(answer, other)]
    before = sum(len(other) + 1 for other in kept[: kept.index(sentence)])
    place = (before + span[0], before + span[1])
    return Example(SOURCE, document_of(group[0]), question, "", " ".join(kept), (place,))
