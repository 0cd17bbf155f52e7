"""Turns the published files into the training mixture, the held-aside part and the development sets.

    python -m reader.prepare --data DIR --open DIR --out DIR
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from .example import Example, write_examples
from .negatives import Siblings
from .sources.nq_oracle import read_nq_oracle
from .sources.qamr import read_qamr
from .sources.qed import read_qed
from .sources.selqa import read_selqa
from .sources.squad_format import read_squad
from .text import shingles, stable_fraction

SEED = 20261124
HELD_ASIDE = 0.04
LONGEST_ANSWER_WORDS = 20
SQUADSHIFTS = ("new_wiki", "reddit", "amazon_reviews")


def sources(data: Path, shifts: Path) -> Iterator[Example]:
    """Every answerable or natively unanswerable example that may be trained on."""
    yield from read_qed(data / "reader-training/qed-train.jsonl.gz")
    yield from read_nq_oracle(data / "reader-training/nq-open-oracle.jsonl.gz")
    for name in SQUADSHIFTS:
        yield from read_squad(shifts / f"squadshifts-{name}_v1.0.json", name, with_titles=name == "new_wiki")
    yield from read_qamr(
        data / "reader-training/qamr-wiki-sentences.tsv.gz",
        [data / f"reader-training/qamr-filtered_{part}.tsv.gz" for part in ("dev", "test")],
    )
    for part in ("dev", "test"):
        yield from read_selqa(data / f"reader-training/selqa-{part}.jsonl.gz")


class Contamination:
    """The 12-word shingles and the questions of what is measured with."""

    def __init__(self, measured: Iterable[Example]) -> None:
        self._shingles: set[tuple[str, ...]] = set()
        self._questions: set[str] = set()
        for example in measured:
            self._questions.add(_key(example.question))
            for text in (example.question, example.passage):
                self._shingles.update(shingles(text))
        self._known: dict[str, bool] = {}

    def touches(self, example: Example) -> bool:
        """Whether the question is one that is measured with, or any shingle is shared."""
        if _key(example.question) in self._questions:
            return True
        if example.passage not in self._known:
            self._known[example.passage] = not self._shingles.isdisjoint(shingles(example.passage))
        return self._known[example.passage] or not self._shingles.isdisjoint(shingles(example.question))


def _key(question: str) -> str:
    return " ".join(question.lower().rstrip("? ").split())


def with_negatives(examples: list[Example], dice: random.Random, rate: float) -> Iterator[Example]:
    """The examples, and for ``rate`` of the answerable ones an unanswerable sibling."""
    siblings = Siblings(examples)
    for example in examples:
        yield example
        if example.answerable and dice.random() < rate:
            sibling = siblings.of(example, dice)
            if sibling:
                yield sibling


def _usable(example: Example) -> bool:
    texts = example.answer_texts()
    return not texts or (bool(texts[0].strip()) and len(texts[0].split()) <= LONGEST_ANSWER_WORDS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with reader-training/ and squad2/")
    parser.add_argument("--open", type=Path, required=True, help="folder with squadshifts-*_v1.0.json")
    parser.add_argument("--out", type=Path, required=True, help="folder for the prepared sets")
    parser.add_argument("--negatives", type=float, default=0.72, help="unanswerable siblings for each answerable one")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)

    squad = list(read_squad(arguments.data / "squad2/dev-v2.0-reconstructed.json.gz", "squad2", with_titles=True))
    qed = list(read_qed(arguments.data / "reader-training/qed-dev.jsonl.gz"))
    measured = Contamination([*squad, *qed])

    clean: list[Example] = []
    dropped: Counter[str] = Counter()
    for example in sources(arguments.data, arguments.open):
        if not _usable(example):
            dropped[example.source + ": answer too long"] += 1
        elif measured.touches(example):
            dropped[example.source + ": overlaps what is measured with"] += 1
        else:
            clean.append(example)
    print("dropped", dict(dropped))

    aside = [example for example in clean if stable_fraction(example.document) < HELD_ASIDE]
    train = [example for example in clean if stable_fraction(example.document) >= HELD_ASIDE]
    for name, examples, rate in (("train", train, arguments.negatives), ("held-aside", aside, 1.0), ("qed-dev", qed, 1.0)):
        made = list(with_negatives(examples, random.Random(SEED), rate))
        random.Random(SEED).shuffle(made)
        write_examples(arguments.out / f"{name}.jsonl", made)
        counts = Counter((example.source, example.kind) for example in made)
        print(name, len(made), "unanswerable", sum(not example.answerable for example in made), dict(counts))
    write_examples(arguments.out / "squad2-dev.jsonl", squad)


if __name__ == "__main__":
    main()
