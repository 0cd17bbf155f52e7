"""SQuAD's exact match and token F1, and the threshold under which a reader should refuse."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

ARTICLES = re.compile(r"\b(a|an|the)\b")
PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True)
class Outcome:
    """What the reader's best span of one question is worth, and by how much it beat the null answer."""

    margin: float
    exact: float
    f1: float
    answerable: bool


@dataclass(frozen=True)
class Score:
    """Means in [0, 100]; an unanswerable question counts as right where it was refused."""

    threshold: float
    exact: float
    f1: float
    exact_answerable: float
    f1_answerable: float
    refused_unanswerable: float
    count: int


def normalised(text: str) -> str:
    """Lower case, without punctuation and articles, single spaces, as SQuAD's scorer has it."""
    return " ".join(ARTICLES.sub(" ", text.lower().translate(PUNCTUATION)).split())


def exact_match(answer: str, golds: Sequence[str]) -> float:
    return float(any(normalised(answer) == normalised(gold) for gold in golds))


def token_f1(answer: str, golds: Sequence[str]) -> float:
    return max((_f1(normalised(answer).split(), normalised(gold).split()) for gold in golds), default=0.0)


def _f1(answer: list[str], gold: list[str]) -> float:
    common = sum((Counter(answer) & Counter(gold)).values())
    if not answer or not gold:
        return float(answer == gold)
    return 2 * common / (len(answer) + len(gold))


def score(outcomes: Sequence[Outcome], threshold: float) -> Score:
    """Answers where the margin is above ``threshold``, else refuses."""
    asked = [outcome for outcome in outcomes if outcome.answerable]
    unanswerable = [outcome for outcome in outcomes if not outcome.answerable]
    refused = sum(outcome.margin <= threshold for outcome in unanswerable)
    exact = sum(outcome.exact for outcome in asked if outcome.margin > threshold)
    f1 = sum(outcome.f1 for outcome in asked if outcome.margin > threshold)
    return Score(
        threshold=threshold,
        exact=100 * (exact + refused) / max(1, len(outcomes)),
        f1=100 * (f1 + refused) / max(1, len(outcomes)),
        exact_answerable=100 * exact / max(1, len(asked)),
        f1_answerable=100 * f1 / max(1, len(asked)),
        refused_unanswerable=100 * refused / max(1, len(unanswerable)),
        count=len(outcomes),
    )


def best_threshold(outcomes: Sequence[Outcome]) -> float:
    """The threshold with the highest F1 over ``outcomes``: all of SQuAD 2.0's "best F1" but for ties."""
    falling = sorted(outcomes, key=lambda outcome: -outcome.margin)
    total = best = float(sum(not outcome.answerable for outcome in outcomes))
    threshold = falling[0].margin if falling else 0.0
    for index, outcome in enumerate(falling):
        total += outcome.f1 if outcome.answerable else -1.0
        following = falling[index + 1].margin if index + 1 < len(falling) else outcome.margin - 1
        if total > best:
            best, threshold = total, (outcome.margin + following) / 2
    return threshold
