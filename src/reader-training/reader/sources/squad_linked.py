"""Questions of SQuAD's training half that were published with the place of their answer but without their passage.

The passage is looked for among those that other pieces brought: the answer must stand at the place told, give or take
some tokens, and one passage must have more of the question's words than every other one.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..example import Example
from ..text import Span, joined, letters, lines
from .squad_pieces import document_of

TOKEN = re.compile(r"\w+(?:[-.,'/–:]\w+)*|[^\s\w]")
OFF_BY = 4
"""Tokens: the file counts those of another tokeniser."""

LEAST_SHARE = 0.6
LEAST_LEAD = 0.25
"""Of the question's words in the passage, weighed by rarity, and how much further the passage is than the next."""

USUAL = 0.01
"""Share of all questions."""


@dataclass(frozen=True)
class Asked:
    """A question, its answer's tokens, and the number of the first of them in the passage."""

    text: str
    answer: list[str]
    at: int


def read_linked(folder: Path, known: Iterable[Example]) -> Iterator[Example]:
    """Every question that is not known and finds its passage among those of the known ones."""
    known = list(known)
    questions = list(_questions(folder))
    passages = Passages({example.document: example.passage for example in known}, _usual_words(questions))
    seen = {letters(example.question) for example in known}
    for asked in questions:
        found = None if letters(asked.text) in seen else passages.of(asked)
        if found:
            passage, span = found
            yield replace(known[0], document=document_of(passage), question=asked.text, passage=passage, answers=(span,))


def _questions(folder: Path) -> Iterator[Asked]:
    vocabulary = lines(folder / "squad-all.vocabulary")
    columns = [lines(folder / f"squad-all.{column}") for column in ("ids", "answer", "span")]
    for ids, answer, span in zip(*columns, strict=True):
        text = joined([vocabulary[int(number)] for number in ids.split()])[0]
        yield Asked(text, _tokens(joined(answer.split())[0]), int(span.split()[0]))


def _usual_words(questions: Sequence[Asked]) -> set[str]:
    """What makes a question one, and so says nothing about its passage."""
    frequency = Counter(word for asked in questions for word in set(_tokens(asked.text)))
    return {word for word, count in frequency.items() if count > USUAL * len(questions)}


class Passages:
    """Passages by their tokens; ``usual`` words of questions are passed over."""

    def __init__(self, texts: dict[str, str], usual: set[str]) -> None:
        self._usual = usual
        self._texts = list(texts.values())
        self._matches = [list(TOKEN.finditer(text)) for text in self._texts]
        self._tokens = [[match.group().lower() for match in matches] for matches in self._matches]
        self._words = [set(tokens) for tokens in self._tokens]
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for passage, tokens in enumerate(self._tokens):
            for place, token in enumerate(tokens):
                self._places[token].append((passage, place))
        frequency = Counter(word for words in self._words for word in words)
        self._rarity = {word: math.log(1 + len(self._texts) / (1 + count)) for word, count in frequency.items()}
        self._unknown = math.log(1 + len(self._texts))

    def of(self, asked: Asked) -> tuple[str, Span] | None:
        """The passage that the question was asked of, and where its answer stands; none where that is in doubt."""
        holding = self._holding(asked.answer, asked.at)
        shares = sorted(((self._share(asked.text, passage), passage) for passage in holding), reverse=True)
        if not shares or shares[0][0] < LEAST_SHARE or (len(shares) > 1 and shares[0][0] - shares[1][0] < LEAST_LEAD):
            return None
        passage = shares[0][1]
        first = holding[passage]
        matches = self._matches[passage]
        span = (matches[first].start(), matches[first + len(asked.answer) - 1].end())
        return self._texts[passage], span

    def _holding(self, answer: list[str], at: int) -> dict[int, int]:
        """Passages with the answer near that place, and the nearest place of its first token."""
        if not answer:
            return {}
        offset, rarest = min(enumerate(answer), key=lambda token: len(self._places[token[1]]))
        found: dict[int, int] = {}
        for passage, place in self._places[rarest]:
            first = place - offset
            if (
                abs(first - at) <= OFF_BY
                and first >= 0
                and self._tokens[passage][first : first + len(answer)] == answer
                and abs(first - at) < abs(found.get(passage, at + OFF_BY + 1) - at)
            ):
                found[passage] = first
        return found

    def _share(self, question: str, passage: int) -> float:
        asked = {word: self._rarity.get(word, self._unknown) for word in _tokens(question) if word not in self._usual}
        held = sum(weight for word, weight in asked.items() if word in self._words[passage])
        return held / sum(asked.values()) if asked else 0.0


def _tokens(text: str) -> list[str]:
    return [token.lower() for token in TOKEN.findall(text)]
