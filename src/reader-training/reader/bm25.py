"""A small BM25 index, to find passages that look as if they held an answer."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from .text import words

K1, B = 0.9, 0.4  # as recommended by Trotman et al., "Improvements to BM25 and Language Models Examined" (2014)


class Bm25:
    """An index over a fixed list of texts."""

    def __init__(self, texts: list[str]) -> None:
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        tokens = [words(text) for text in texts]
        average = sum(map(len, tokens)) / max(1, len(tokens))
        for index, found in enumerate(tokens):
            norm = K1 * (1 - B + B * len(found) / average)
            for word, count in Counter(found).items():
                self._postings[word].append((index, count * (K1 + 1) / (count + norm)))
        self._size = len(texts)

    def best(self, query: str, count: int) -> list[int]:
        """Indices of the ``count`` best texts, best first; ties by index. Words in a tenth of all texts do not count."""
        scores: dict[int, float] = defaultdict(float)
        for word in set(words(query)):
            postings = self._postings.get(word, ())
            if len(postings) > max(20, self._size / 10):
                continue
            weight = math.log(1 + (self._size - len(postings) + 0.5) / (len(postings) + 0.5))
            for index, score in postings:
                scores[index] += weight * score
        return sorted(scores, key=lambda index: (-scores[index], index))[:count]
