"""Measures an ONNX reader on prepared sets, one line of JSON for each.

    python -m reader.evaluate --model reader.onnx --tokenizer tokenizer.json squad2-dev.jsonl qed-dev.jsonl

``--sample 2000`` takes a fixed random part for a quick look. Titles are left out unless asked for, as published
SQuAD figures are without.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import asdict, replace
from pathlib import Path

from .example import read_examples
from .metrics import best_threshold, score
from .predict import outcomes_of

SEED = 20261124


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path, nargs="+", help="files written by reader.prepare")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--sample", type=int, help="how many questions; all where not given")
    parser.add_argument("--titles", action="store_true", help="show the reader the titles too")
    parser.add_argument("--threshold", type=float, help="also score at this margin")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    for file in arguments.sets:
        examples = list(read_examples(file))
        if arguments.sample and arguments.sample < len(examples):
            examples = random.Random(SEED).sample(examples, arguments.sample)
        if not arguments.titles:
            examples = [replace(example, title="") for example in examples]
        began = time.monotonic()
        found = outcomes_of(arguments.model, arguments.tokenizer, examples, arguments.processes)
        seconds = time.monotonic() - began
        report = {
            "set": file.stem,
            "model": arguments.model.name,
            "titles": arguments.titles,
            "seconds": round(seconds, 1),
            "best": _rounded(score(found, best_threshold(found))),
            "never refuses": _rounded(score(found, float("-inf"))),
        }
        if arguments.threshold is not None:
            report["at threshold"] = _rounded(score(found, arguments.threshold))
        print(json.dumps(report), flush=True)


def _rounded(value: object) -> dict[str, float]:
    return {name: round(number, 2) for name, number in asdict(value).items()}


if __name__ == "__main__":
    main()
