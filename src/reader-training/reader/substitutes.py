"""Words that stand in the same place of other questions, learnt from the questions themselves."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from .text import words

WORD = re.compile(r"[A-Za-z]{4,}")
COMMONEST = 150
FEWEST_USES = 3
SAME_START = 4


class Substitutes:
    """Learns from many questions which words stand between the same two neighbours.

    "What year was the **bridge** built" and "the **church** built" make one a substitute for the other. Very common
    words are neither replaced nor put in: they carry the question's form.
    """

    def __init__(self, questions: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        between: dict[tuple[str, str], set[str]] = defaultdict(set)
        for question in questions:
            found = words(question)
            counts.update(found)
            for before, word, after in zip(["", *found], found, [*found[1:], ""], strict=False):
                between[before, after].add(word)
        common = {word for word, _ in counts.most_common(COMMONEST)}
        self._content = {word for word, count in counts.items() if count >= FEWEST_USES and word not in common}
        self._between = between

    def swapped(self, question: str, avoid: str, dice: random.Random) -> str | None:
        """The question with one content word replaced, or none where no word has a substitute.

        No word of ``avoid`` is put in, nor one that begins like the replaced one and may mean the same.
        """
        found = words(question)
        taken = {*words(avoid), *found}
        choices = []
        for before, word, after in zip(["", *found], found, [*found[1:], ""], strict=False):
            if word not in self._content:
                continue
            others = [
                other
                for other in self._between[before, after] & self._content
                if other not in taken and other[:SAME_START] != word[:SAME_START] and WORD.fullmatch(other)
            ]
            if others:
                choices.append((word, sorted(others)))
        if not choices:
            return None
        word, others = dice.choice(choices)
        return re.sub(rf"(?i)\b{re.escape(word)}\b", dice.choice(others), question, count=1)
