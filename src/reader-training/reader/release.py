"""Calibrates a reader on held-aside data and lays out what ships: model, tokenizer, reader.json, checksums.

    python -m reader.release --model reader.onnx --tokenizer tokenizer.json --out DIR qed-dev.jsonl held-aside.jsonl
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
from collections import defaultdict
from pathlib import Path

import numpy as np

from .calibration import cross_fitted_error, fit
from .encoding import LONGEST_ANSWER, MAX_LENGTH, MAX_QUESTION, MAX_TITLE, OVERLAP
from .example import Example, read_examples
from .export import INPUTS, OUTPUTS
from .metrics import Outcome, best_threshold, score
from .predict import outcomes_of

SEED = 20261124
LARGEST = 36 * 2**20
MOST_OF_ONE_SET = 600
RIGHT_FROM = 0.5


def chosen(files: list[Path]) -> list[Example]:
    """At most so many examples of each set, drawn at random, so that no set rules the map."""
    by_source: dict[str, list[Example]] = defaultdict(list)
    for file in files:
        for example in read_examples(file):
            by_source[f"{file.stem}/{example.source}"].append(example)
    dice = random.Random(SEED)
    return [
        example
        for _, examples in sorted(by_source.items())
        for example in dice.sample(examples, min(len(examples), MOST_OF_ONE_SET))
    ]


def calibration_of(found: list[Outcome]) -> dict[str, object]:
    """The maps to "shares at least half its words with a gold answer" and to "is one, word for word"."""
    margins = np.array([outcome.margin for outcome in found])
    maps = {}
    for name, right in (
        ("right", np.array([float(outcome.answerable and outcome.f1 >= RIGHT_FROM) for outcome in found])),
        ("exact", np.array([float(outcome.answerable and outcome.exact == 1) for outcome in found])),
    ):
        logistic = fit(margins, right)
        maps[name] = {
            "slope": round(logistic.slope, 5),
            "intercept": round(logistic.intercept, 5),
            "expectedCalibrationError": round(cross_fitted_error(margins, right, SEED), 4),
        }
    return maps


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("aside", type=Path, nargs="+", help="sets to calibrate on")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    size = arguments.model.stat().st_size
    if size > LARGEST:
        raise ValueError(f"{arguments.model} has {size} bytes, at most {LARGEST} may ship: quantise it")

    found = outcomes_of(arguments.model, arguments.tokenizer, chosen(arguments.aside), arguments.processes)
    threshold = best_threshold(found)
    card = {
        "inputs": list(INPUTS),
        "outputs": list(OUTPUTS),
        "maxTokens": MAX_LENGTH,
        "maxQuestionTokens": MAX_QUESTION,
        "maxTitleTokens": MAX_TITLE,
        "overlapTokens": OVERLAP,
        "maxAnswerTokens": LONGEST_ANSWER,
        "threshold": round(threshold, 4),
        "calibration": {"examples": len(found), **calibration_of(found)},
    }
    arguments.out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(arguments.model, arguments.out / "reader.onnx")
    shutil.copyfile(arguments.tokenizer, arguments.out / "tokenizer.json")
    (arguments.out / "reader.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    names = ("reader.json", "reader.onnx", "tokenizer.json")
    sums = [f"{hashlib.sha256((arguments.out / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (arguments.out / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    print(json.dumps(card, indent=2))
    print("held aside:", score(found, threshold))


if __name__ == "__main__":
    main()
