"""Fits the weights of SpanJudge to the spans that SpanCandidates wrote.

    python judge.py candidates.jsonl

Weights are fitted to the part "tune"; what is printed of the part "report" was not looked at for them. A span is right when it shares at
least half its words with a right answer (token F1 as in SQuAD's script).
"""

import json
import re
import string
import sys
from collections import Counter

import numpy as np
from scipy.optimize import minimize

CHOICE = ["logOdds", "older", "agreement", "form", "repeated", "coverage"]
CONFIDENCE = ["logOdds", "older", "agreement", "inHeadline"]
MOST_LEAD = 8
SPANS = 0.7  # the share of CoveringReader, the rest is the sentence reader's
MOST_AGREEMENT = 3
RIDGE = 1e-3
# Retrieval's scores are reciprocal ranks; in this unit their weights are near the others'.
SCALE = {"older": 100}


def words(text):
    plain = re.sub(r"[%s‘’“”–—…]" % re.escape(string.punctuation), "", text.lower())
    return re.sub(r"\b(a|an|the)\b", " ", plain).split()


def f1(text, answers):
    given = words(text)
    best = 0.0
    for answer in answers:
        right = words(answer)
        common = sum((Counter(given) & Counter(right)).values())
        best = max(best, 2 * common / (len(given) + len(right)) if common else 0.0)
    return best


def features(span, names):
    values = dict(span, agreement=min(MOST_AGREEMENT, span["agreement"]))
    return [values[name] * SCALE.get(name, 1) for name in names]


def read(file):
    rows = [json.loads(line) for line in open(file, encoding="utf-8")]
    rows = [row for row in rows if row["spans"]]
    for row in rows:
        row["x"] = np.array([features(span, CHOICE) for span in row["spans"]], dtype=float)
        row["f1"] = np.array([f1(span["text"], row["answers"]) for span in row["spans"]])
        row["exact"] = np.array([any(words(span["text"]) == words(a) for a in row["answers"]) for span in row["spans"]])
    return rows


def fit_choice(rows):
    rows = [row for row in rows if (row["f1"] >= 0.5).any()]

    def loss(weights):
        total, gradient = RIDGE * weights @ weights, 2 * RIDGE * weights
        for row in rows:
            score = row["x"] @ weights
            p = np.exp(score - score.max())
            right = row["f1"] >= 0.5
            share = p[right].sum() / p.sum()
            total -= np.log(share) / len(rows)
            gradient = gradient - ((p * right) @ row["x"] / p[right].sum() - p @ row["x"] / p.sum()) / len(rows)
        return total, gradient

    return minimize(loss, np.zeros(len(CHOICE)), jac=True, method="L-BFGS-B").x


def fit_logistic(x, right):
    x = np.hstack([x, np.ones((len(x), 1))])

    def loss(weights):
        z = x @ weights
        p = 1 / (1 + np.exp(-z))
        total = np.mean(np.logaddexp(0, z) - right * z) + RIDGE * weights[:-1] @ weights[:-1] / 10
        gradient = x.T @ (p - right) / len(x)
        gradient[:-1] += 2 * RIDGE * weights[:-1] / 10
        return total, gradient

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x


def calibration_error(p, right):
    bins = np.minimum((p * 10).astype(int), 9)
    return sum(abs(p[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in range(10) if (bins == b).any())


def named(weights, names):
    return ", ".join(f"{name} {w * SCALE.get(name, 1):.3g}" for name, w in zip(names, weights))


def main(file):
    rows = read(file)
    tune = [row for row in rows if row["part"] == "tune"]
    choice = fit_choice([row for row in tune if not row["withheld"]])
    print("choice:", named(choice, CHOICE))
    for row in rows:
        scores = row["x"] @ choice
        row["chosen"] = int(np.argmax(scores))
        chosen = row["spans"][row["chosen"]]
        others = [score for span, score in zip(row["spans"], scores) if span["key"] != chosen["key"]]
        lead = min(MOST_LEAD, scores[row["chosen"]] - max(others)) if others else MOST_LEAD
        row["y"] = features(chosen, CONFIDENCE) + [lead]
    x = np.array([row["y"] for row in tune])
    right = np.array([not row["withheld"] and row["f1"][row["chosen"]] >= 0.5 for row in tune], dtype=float)
    confidence = fit_logistic(x, right)
    print("confidence:", named(confidence, CONFIDENCE + ["lead", "intercept"]))
    for part in ("tune", "report"):
        asked = [row for row in rows if row["part"] == part]
        x = np.array([row["y"] + [1] for row in asked])
        by_sentence = np.array([row["sentence"] for row in asked])
        p = SPANS / (1 + np.exp(-x @ confidence)) + (1 - SPANS) * by_sentence
        right = np.array([not row["withheld"] and row["f1"][row["chosen"]] >= 0.5 for row in asked])
        full = np.array([not row["withheld"] for row in asked])
        exact = np.array([row["exact"][row["chosen"]] for row in asked])
        overlap = np.array([row["f1"][row["chosen"]] for row in asked])
        print(
            f"{part}: exact {exact[full].mean():.3f}, F1 {overlap[full].mean():.3f}, half right {right[full].mean():.3f}, "
            f"calibration error {calibration_error(p, right):.3f}, on the whole archive alone {calibration_error(p[full], right[full]):.3f}"
        )
        for threshold in np.arange(0.1, 0.5, 0.05):
            given = p >= threshold
            print(
                f"  threshold {threshold:.2f}: refused without evidence {1 - given[~full].mean():.3f}, refused with it "
                f"{1 - given[full].mean():.3f}, right answers lost {right[full & ~given].sum() / full.sum():.3f}, "
                f"exact {(exact & given)[full].mean():.3f}, F1 {(overlap * given)[full].mean():.3f}"
            )


main(sys.argv[1])
