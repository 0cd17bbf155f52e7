"""Turns the published files into the training mixture, the held-aside part and the development sets.

    python -m reader.prepare --data DIR --open DIR --out DIR
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from .example import Example, write_examples
from .negatives import BESIDE_EDITS_BY_PEOPLE, EDITS_BY_RULE, KINDS, Rivals, Siblings
from .sources import squad_linked, squad_pieces, unansq
from .sources.nq_oracle import read_nq_oracle
from .sources.qamr import read_qamr
from .sources.qed import read_qed
from .sources.squad_format import read_squad
from .sources.timeqa import read_timeqa
from .text import letters, shingles, stable_fraction

SEED = 20261124
HELD_ASIDE = 0.04
LONGEST_ANSWER_WORDS = 20
UNCLEAR_ALONE = {"qamr"}
"""Sets whose questions nobody could answer who does not know what passage they were asked of."""

SQUAD_NEGATIVES = 0.3
"""Unanswerable siblings for each answerable example of SQuAD, where people asked unanswerable questions too."""


def squad(published: Path) -> Iterator[Example]:
    """What there is of SQuAD's training half, no answerable question twice: that of a pair goes before its like."""
    pieces = list(squad_pieces.read_pieces(published))
    pieces += squad_linked.read_linked(published, pieces)
    seen: set[str] = set()
    for example in chain(unansq.read_with_passages(published), unansq.read_beside(published, pieces), pieces):
        key = letters(example.question)
        if not example.answerable:
            yield example
        elif key not in seen:
            seen.add(key)
            yield example


def sources(data: Path, published: Path) -> Iterator[Example]:
    """Every answerable or natively unanswerable example that may be trained on."""
    yield from squad(published)
    for part in ("train", "dev"):
        yield from read_squad(published / f"tydiqa-english-{part}.json", "tydi")
    yield from read_timeqa([published / f"timeqa-human-{part}.json.gz" for part in ("easy", "hard")])
    yield from read_qed(data / "reader-training/qed-train.jsonl.gz")
    yield from read_nq_oracle(data / "reader-training/nq-open-oracle.jsonl.gz")
    yield from read_squad(published / "squadshifts-new_wiki_v1.0.json", "new_wiki", with_titles=True)
    yield from read_qamr(
        data / "reader-training/qamr-wiki-sentences.tsv.gz",
        [data / f"reader-training/qamr-filtered_{part}.tsv.gz" for part in ("dev", "test")],
    )


class Contamination:
    """The 12-word shingles and the questions of what is measured with, and the shingles of other passages."""

    def __init__(self, measured: Iterable[Example], passages: Iterable[str] = ()) -> None:
        self._shingles: set[tuple[str, ...]] = set()
        self._questions: set[str] = set()
        for example in measured:
            self._questions.add(letters(example.question))
            for text in (example.question, example.passage):
                self._shingles.update(shingles(text))
        for passage in passages:
            self._shingles.update(shingles(passage))
        self._known: dict[str, bool] = {}

    def touches(self, example: Example) -> bool:
        """Whether the question is one that is measured with, or any shingle is shared."""
        if letters(example.question) in self._questions:
            return True
        if example.passage not in self._known:
            self._known[example.passage] = not self._shingles.isdisjoint(shingles(example.passage))
        return self._known[example.passage] or not self._shingles.isdisjoint(shingles(example.question))


def with_negatives(
    examples: list[Example], dice: random.Random, rate: float, kinds: Mapping[str, float] = KINDS
) -> Iterator[Example]:
    """The examples, and for ``rate`` of the answerable ones an unanswerable sibling."""
    siblings = Siblings(examples, kinds)
    for example in examples:
        yield example
        if example.answerable and dice.random() < rate:
            sibling = siblings.of(example, dice)
            if sibling:
                yield sibling


def mixed(examples: Iterable[Example], rate: float) -> list[Example]:
    """The examples with their siblings in random order. The pairs of UnAnsQ get none: one of each is unanswerable."""
    by_source: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        by_source[example.source].append(example)
    made = by_source.pop(unansq.SOURCE, [])
    pieces = by_source.pop(squad_pieces.SOURCE, [])
    made += with_negatives(pieces, random.Random(SEED), SQUAD_NEGATIVES, BESIDE_EDITS_BY_PEOPLE)
    made += with_negatives([*chain(*by_source.values())], random.Random(SEED), rate, EDITS_BY_RULE)
    return shuffled(made)


def with_rivals(examples: Iterable[Example], rivals: Rivals) -> list[Example]:
    """The examples, those that can be searched for with their rivals."""
    return [
        rivals.beside(example) if example.answerable and example.source not in UNCLEAR_ALONE else example
        for example in examples
    ]


def shuffled(examples: Iterable[Example]) -> list[Example]:
    """In an order that the seed gives."""
    made = list(examples)
    random.Random(SEED).shuffle(made)
    return made


def _usable(example: Example) -> bool:
    texts = example.answer_texts()
    return not texts or (bool(texts[0].strip()) and len(texts[0].split()) <= LONGEST_ANSWER_WORDS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with reader-training/ and squad2/")
    parser.add_argument("--open", type=Path, required=True, help="folder with the files that README.md lists")
    parser.add_argument("--out", type=Path, required=True, help="folder for the prepared sets")
    parser.add_argument("--negatives", type=float, default=0.72, help="siblings for each answerable one but SQuAD's")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)

    squad2 = list(read_squad(arguments.data / "squad2/dev-v2.0-reconstructed.json.gz", "squad2", with_titles=True))
    qed = list(read_qed(arguments.data / "reader-training/qed-dev.jsonl.gz"))
    # SQuAD 2.0's development half has 35 of the 48 articles of SQuAD 1.1's; none of them is trained on.
    squad11 = (arguments.open / "squad11-dev-contexts.txt").read_text(encoding="utf-8", errors="replace").splitlines()
    measured = Contamination([*squad2, *qed], squad11)

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
    for name, made in (
        ("train", with_rivals(mixed(train, arguments.negatives), Rivals(train))),
        ("held-aside", mixed(aside, 1.0)),
        ("qed-dev", shuffled(with_negatives(qed, random.Random(SEED), 1.0))),
        ("squad2-dev", squad2),
    ):
        write_examples(arguments.out / f"{name}.jsonl", made)
        counts = Counter((example.source, example.kind, example.answerable) for example in made)
        print(name, len(made), "unanswerable", sum(not example.answerable for example in made))
        for (source, kind, answerable), count in sorted(counts.items()):
            print(f"  {source:10} {kind:8} {'answerable' if answerable else 'unanswerable':12} {count:6}")


if __name__ == "__main__":
    main()
