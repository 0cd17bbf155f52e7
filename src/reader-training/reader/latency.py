"""Times the reading of twelve passages as Dateline does it: one thread a session, one session a core.

    python -m reader.latency --model reader.onnx --tokenizer tokenizer.json squad2-dev.jsonl

Several models, each after its own ``--model``, read the same passages in turns, so that other work on the machine hits all
alike. Needs no PyTorch, so it runs beside any version of ONNX Runtime.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import onnxruntime

from .encoding import PairEncoder
from .example import Example, read_examples
from .predict import read_passage, session

SEED = 20261124
PASSAGES = 12
WORDS = 120
ROUNDS = 30


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", type=Path)
    parser.add_argument("--model", type=Path, required=True, action="append")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--cores", type=int, default=2)
    arguments = parser.parse_args()

    encoders = [PairEncoder(arguments.tokenizer) for _ in range(arguments.cores)]
    sessions = []
    for model in arguments.model:
        began = time.monotonic()
        sessions.append([session(model) for _ in range(arguments.cores)])
        print(f"{model}: load of {arguments.cores} sessions: {1000 * (time.monotonic() - began):.0f} ms")

    long = [example for example in read_examples(arguments.set) if len(example.passage.split()) >= WORDS]
    cut = [replace(example, passage=" ".join(example.passage.split()[:WORDS])) for example in long]
    dice = random.Random(SEED)

    def some(model: onnxruntime.InferenceSession, encoder: PairEncoder, examples: list[Example]) -> None:
        for example in examples:
            read_passage(model, encoder, example.question, example.title, example.passage)

    for cores in range(1, arguments.cores + 1):
        times: list[list[float]] = [[] for _ in sessions]
        with ThreadPoolExecutor(cores) as pool:
            for _ in range(ROUNDS):
                examples = dice.sample(cut, PASSAGES)
                dealt = [examples[core::cores] for core in range(cores)]
                for own, taken in zip(sessions, times, strict=True):
                    began = time.monotonic()
                    list(pool.map(some, own[:cores], encoders[:cores], dealt))
                    taken.append(1000 * (time.monotonic() - began))
        first = statistics.median(times[0])
        for model, taken in zip(arguments.model, times, strict=True):
            median, quantiles = statistics.median(taken), statistics.quantiles(taken, n=20)
            print(f"{model}: {cores} core(s), {PASSAGES} passages: p50 {median:.0f} ms, p95 {quantiles[-1]:.0f} ms, "
                  f"{median / first:.3f} of the first")


if __name__ == "__main__":
    main()
