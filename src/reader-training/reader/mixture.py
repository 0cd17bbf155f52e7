"""The order in which training sees examples, fixed by the seed and the same after a resume."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from .encoding import MAX_LENGTH, PairEncoder, Window
from .example import Example

SHARES = {
    "squad": 0.44,
    "squad2": 0.25,
    "qed": 0.11,
    "new_wiki": 0.06,
    "tydi": 0.05,
    "qamr": 0.03,
    "nq": 0.03,
    "timeqa": 0.03,
}
"""Share of each set among the examples seen: questions with answers and refusals by people before those by rule."""

POOL = 1400
QUESTIONS_WITH_RIVALS = 300
"""Of a pool's examples, how many are read beside rivals if they have any."""

RIVALS = 3
NEAREST_RIVALS = 2
"""How many of the rivals are the best ones; the others are drawn from all."""

TOKENS_A_BATCH = 768
BATCHES_A_STEP = 4
TITLE_RATE = 0.6
SHORT_RATE = 0.7
SHORT = 144
"""Most examples are read in short windows, which cost less; the rest keep the reader used to long ones."""


@dataclass(frozen=True)
class Batch:
    """Tensors of examples of like length; ``allowed`` marks ``[CLS]`` and the passage's tokens.

    With ``rivals`` all are windows of one question, and the first holds the answer.
    """

    ids: Tensor
    mask: Tensor
    types: Tensor
    allowed: Tensor
    start_at: Tensor
    end_at: Tensor
    rivals: bool = False


class Mixture:
    """Deals pools of examples by the shares, each set in a fresh random order in every pass over it."""

    def __init__(self, examples: Sequence[Example], encoder: PairEncoder, seed: int) -> None:
        self._by_source: dict[str, list[Example]] = defaultdict(list)
        for example in examples:
            self._by_source[example.source].append(example)
        self._encoder = encoder
        self._seed = seed
        self._orders: dict[tuple[str, int], list[int]] = {}

    def steps(self, pool: int) -> list[list[Batch]]:
        """The ``pool``-th pool as steps of a few batches: like lengths within a batch, batches in random order."""
        dice = random.Random(f"{self._seed}/{pool}")
        picked = [self._pick(source, pool * count + index) for source, count in self._counts() for index in range(count)]
        dice.shuffle(picked)
        contested = [example for example in picked if example.rivals]
        alone = contested[QUESTIONS_WITH_RIVALS:] + [example for example in picked if not example.rivals]
        groups = [self._beside_rivals(example, dice) for example in contested[:QUESTIONS_WITH_RIVALS]]
        inputs = [made for made in (self._one(example, dice) for example in alone) if made]
        inputs.sort(key=lambda made: len(made[0].ids))
        likes: list[list[tuple[Window, int, int]]] = [[]]
        for made in inputs:
            if (len(likes[-1]) + 1) * len(made[0].ids) > TOKENS_A_BATCH:
                likes.append([])
            likes[-1].append(made)
        batches = [collate(like) for like in likes] + [collate(group, rivals=True) for group in groups if group]
        dice.shuffle(batches)
        return [batches[at : at + BATCHES_A_STEP] for at in range(0, len(batches), BATCHES_A_STEP)]

    def _counts(self) -> list[tuple[str, int]]:
        present = {source: share for source, share in SHARES.items() if self._by_source[source]}
        return [(source, round(POOL * share / sum(present.values()))) for source, share in present.items()]

    def _pick(self, source: str, position: int) -> Example:
        examples = self._by_source[source]
        cycle, index = divmod(position, len(examples))
        if (source, cycle) not in self._orders:
            order = list(range(len(examples)))
            random.Random(f"{self._seed}/{source}/{cycle}").shuffle(order)
            self._orders[source, cycle] = order
        return examples[self._orders[source, cycle][index]]

    def _one(self, example: Example, dice: random.Random) -> tuple[Window, int, int] | None:
        titled = dice.random() < TITLE_RATE
        return self._input(example, dice, titled, SHORT if dice.random() < SHORT_RATE else MAX_LENGTH)

    def _beside_rivals(self, example: Example, dice: random.Random) -> list[tuple[Window, int, int]] | None:
        titled = dice.random() < TITLE_RATE
        right = self._input(example, dice, titled, SHORT)
        nearest = example.rivals[:NEAREST_RIVALS]
        others = example.rivals[NEAREST_RIVALS:]
        rivals = [*nearest, *dice.sample(others, min(RIVALS - len(nearest), len(others)))]
        windows = [
            dice.choice(self._encoder.windows(example.question, title if titled else "", passage, SHORT))
            for title, passage in rivals
        ]
        return [right, *((window, 0, 0) for window in windows)] if right and windows else None

    def _input(
        self, example: Example, dice: random.Random, titled: bool, length: int
    ) -> tuple[Window, int, int] | None:
        title = example.title if titled else ""
        windows = self._encoder.windows(example.question, title, example.passage, length)
        if not example.answerable:
            return dice.choice(windows), 0, 0
        fitting = [(window, window.tokens_of(*example.answers[0])) for window in windows]
        fitting = [(window, tokens) for window, tokens in fitting if tokens]
        if not fitting:
            return None
        window, (first, last) = dice.choice(fitting)
        return window, first, last


def collate(group: list[tuple[Window, int, int]], rivals: bool = False) -> Batch:
    """Pads to the longest of the group."""
    length = max(len(window.ids) for window, _, _ in group)
    ids = torch.zeros(len(group), length, dtype=torch.long)
    mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
    allowed = torch.zeros(len(group), length, dtype=torch.bool)
    for row, (window, _, _) in enumerate(group):
        size = len(window.ids)
        ids[row, :size] = torch.tensor(window.ids)
        types[row, :size] = torch.tensor(window.types)
        mask[row, :size] = 1
        allowed[row, 0] = True
        allowed[row, window.passage_from : window.passage_from + len(window.offsets)] = True
    starts = torch.tensor([first for _, first, _ in group])
    ends = torch.tensor([last for _, _, last in group])
    return Batch(ids, mask, types, allowed, starts, ends, rivals)
