"""Makes questions that the passage beside them does not answer, out of answerable ones.

* ``removed``: the sentences that hold the answer are cut out of the passage.
* ``near``: another passage that BM25 ranks high for the question, without the answer.
* ``edited``: the question is changed (see ``edits``), the passage stays.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .bm25 import Bm25
from .edits import edited
from .example import Example
from .substitutes import Substitutes
from .text import occurs, sentences

FEWEST_WORDS_LEFT = 25
NEAREST = 8
RIVALS_SEARCHED = 12
MOST_RIVALS = 6
KINDS = {"edited": 0.45, "near": 0.30, "removed": 0.25}
"""How often each kind is tried first, in what is measured with."""

BESIDE_EDITS_BY_PEOPLE = {"near": 0.70, "removed": 0.30}
"""For sets with questions that people edited: those by rule are easier to tell and would teach the wrong signs."""

EDITS_BY_RULE = {"edited": 0.20, "near": 0.55, "removed": 0.25}
"""For sets without: a few edits, so that not every question about a passage of the set is answered by it."""


def removed(example: Example) -> Example | None:
    """The passage without every sentence in which an answer stands."""
    answers = example.answer_texts()
    kept = [
        example.passage[start:end]
        for start, end in sentences(example.passage)
        if not any(start < answer_end and answer_start < end for answer_start, answer_end in example.answers)
        and not any(occurs(answer, example.passage[start:end]) for answer in answers)
    ]
    passage = "".join(kept).strip()
    if len(passage.split()) < FEWEST_WORDS_LEFT:
        return None
    return replace(example, passage=passage, answers=(), kind="removed")


def changed(example: Example, substitutes: Substitutes, dice: random.Random) -> Example | None:
    """The same passage under a question that it does not answer."""
    question = edited(example.question, example.passage, example.answer_texts(), substitutes, dice)
    return question and replace(example, question=question, answers=(), kind="edited")


class Siblings:
    """Makes one unanswerable example of an answerable one."""

    def __init__(self, examples: Sequence[Example], kinds: Mapping[str, float] = KINDS) -> None:
        self._kinds = kinds
        self._near = NearPassages(examples)
        self._substitutes = Substitutes(example.question for example in examples)

    def of(self, example: Example, dice: random.Random) -> Example | None:
        """One of a kind drawn by the weights; of the next kind where none of the first can be made."""
        makers = {
            "edited": lambda: changed(example, self._substitutes, dice),
            "near": lambda: self._near.near(example, dice),
            "removed": lambda: removed(example),
        }
        order = sorted(self._kinds, key=lambda kind: dice.random() ** (1 / self._kinds[kind]), reverse=True)
        return next((made for made in (makers[kind]() for kind in order) if made), None)


class Rivals:
    """Finds the passages of all sets that a search finds for a question beside the one that answers it."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._holders = list({example.passage: example for example in examples}.values())
        self._index = Bm25([f"{holder.title} {holder.passage}" for holder in self._holders])

    def beside(self, example: Example) -> Example:
        """The example with its rivals, best first; those that hold an answer are none."""
        fitting = [
            (self._holders[index].title, self._holders[index].passage)
            for index in self._index.best(example.question, RIVALS_SEARCHED)
            if self._holders[index].passage != example.passage
            and not any(occurs(answer, self._holders[index].passage) for answer in example.answer_texts())
        ]
        return replace(example, rivals=tuple(fitting[:MOST_RIVALS]))


class NearPassages:
    """Finds other passages for a question: of the same document where there are any, else of the same set."""

    def __init__(self, examples: Sequence[Example]) -> None:
        by_group: dict[str, dict[str, Example]] = defaultdict(dict)
        for example in examples:
            by_group[example.source][example.passage] = example
            by_group[f"{example.source}/{example.document}"][example.passage] = example
        self._holders = {group: list(holders.values()) for group, holders in by_group.items()}
        self._indices: dict[str, Bm25] = {}

    def near(self, example: Example, dice: random.Random) -> Example | None:
        """One of the nearest passages in which no answer occurs, or none."""
        same_document = f"{example.source}/{example.document}"
        group = same_document if len(self._holders[same_document]) >= 4 and dice.random() < 0.7 else example.source
        holders = self._holders[group]
        if group not in self._indices:
            self._indices[group] = Bm25([f"{holder.title} {holder.passage}" for holder in holders])
        fitting = [
            holders[index]
            for index in self._indices[group].best(f"{example.question} {example.title}", NEAREST)
            if holders[index].passage != example.passage
            and not any(occurs(answer, holders[index].passage) for answer in example.answer_texts())
        ]
        if not fitting:
            return None
        other = fitting[int(len(fitting) * dice.random() ** 2)]
        return replace(example, passage=other.passage, title=other.title, answers=(), kind="near")
