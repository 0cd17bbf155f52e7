"""Times the reading of twelve passages as Dateline does it: one thread a session, one session a core.

    python -m reader.latency --model reader.onnx --tokenizer tokenizer.json squad2-dev.jsonl
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from .encoding import PairEncoder
from .example import Example, read_examples
from .export import session
from .predict import read_passage

SEED = 20261124
PASSAGES = 12
WORDS = 120
ROUNDS = 30


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--cores", type=int, default=2)
    arguments = parser.parse_args()

    began = time.monotonic()
    sessions = [session(arguments.model) for _ in range(arguments.cores)]
    encoders = [PairEncoder(arguments.tokenizer) for _ in range(arguments.cores)]
    print(f"load of {arguments.cores} sessions: {1000 * (time.monotonic() - began):.0f} ms")

    long = [example for example in read_examples(arguments.set) if len(example.passage.split()) >= WORDS]
    cut = [replace(example, passage=" ".join(example.passage.split()[:WORDS])) for example in long]
    dice = random.Random(SEED)

    def some(core: int, examples: list[Example]) -> None:
        for example in examples:
            read_passage(sessions[core], encoders[core], example.question, example.title, example.passage)

    for cores in range(1, arguments.cores + 1):
        times = []
        with ThreadPoolExecutor(cores) as pool:
            for _ in range(ROUNDS):
                examples = dice.sample(cut, PASSAGES)
                began = time.monotonic()
                list(pool.map(some, range(cores), [examples[core::cores] for core in range(cores)]))
                times.append(1000 * (time.monotonic() - began))
        quantiles = statistics.quantiles(times, n=20)
        print(f"{cores} core(s), {PASSAGES} passages: p50 {statistics.median(times):.0f} ms, p95 {quantiles[-1]:.0f} ms")


if __name__ == "__main__":
    main()
