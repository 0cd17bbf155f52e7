"""Fits the weights of SpanJudge to the spans that SpanCandidates wrote.

    python judge.py candidates.jsonl...

Weights are fitted to the part "tune"; what is printed of the part "report" was not looked at for them. A span is right when it shares at
least half its words with a right answer (token F1 as in SQuAD's script). The first file, questions asked as of their day, tells how many
answers are right, which is what the intercept is made for. The other weights are fitted to all files; the shipped ones also to questions
asked as of today (lines of RealTimeQA without "askedOn"), to questions of QED's development half, which news seldom answers (in the same form,
with an empty "googleTop"; of both files the lines without withheld articles), and, so that they hold for small archives too, to one and to
three articles drawn from those that were read.
"""

import json
import math
import random
import re
import string
import sys
from collections import Counter

import numpy as np
from scipy.optimize import brentq, minimize

CHOICE = ["logOdds", "older", "agreement", "form", "repeated", "coverage", "type", "inHeadlines"]
CONFIDENCE = ["logOdds", "older", "agreement", "inHeadline", "inHeadlines", "passageCoverage"]
# What SpanJudge chooses by, in the order and the unit of CHOICE. A new fit is printed. It gives headlines a weight near 1.4 and repeated words
# one of -1.2, with which more of the spans chosen are right, but fewer of those that are sure enough to be shown.
CHOSEN_BY = [0.9, 2.17, 0.8, 1, -3, 2, 3, 0.3]
SMALL_ARCHIVES = (1, 3)
WEIGHT_OF_SMALL = 0.2
# Who has one article asks about that.
HOLDING = 2 / 3
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
    return [prepared(row) for row in rows]


def prepared(row):
    row["x"] = np.array([features(span, CHOICE) for span in row["spans"]], dtype=float)
    row["f1"] = np.array([f1(span["text"], row["answers"]) for span in row["spans"]])
    row["exact"] = np.array([any(words(span["text"]) == words(a) for a in row["answers"]) for span in row["spans"]])
    return row


def small_archives(row, rng):
    """The row as it would be if few of its articles were there."""
    articles = sorted({span["article"] for span in row["spans"]})
    holding = sorted({span["article"] for span in row["spans"] if span["holdsAnswer"]})
    others = [article for article in articles if article not in holding]
    for n in SMALL_ARCHIVES:
        held = rng.random() < HOLDING
        if len(articles) <= n or (held and not holding) or (not held and len(others) < n):
            continue
        one = [rng.choice(holding)] if held else []
        kept = one + rng.sample([article for article in (articles if held else others) if article not in one], n - len(one))
        spans = [dict(span) for span in row["spans"] if span["article"] in kept]
        latest = max(span["recency"] for span in spans)
        for span in spans:
            agreeing = {}
            for other in spans:
                if other["key"] == span["key"] and other["article"] != span["article"]:
                    likely = 1 / (1 + math.exp(-other["logOdds"]))
                    agreeing[other["article"]] = max(agreeing.get(other["article"], 0), likely)
            span["agreement"] = sum(agreeing.values())
            span["older"] = span["recency"] - latest
        yield prepared(dict(row, spans=spans, articles=n))


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


def fit_logistic(x, right, share):
    x = np.hstack([x, np.ones((len(x), 1))])

    def loss(weights):
        z = x @ weights
        p = 1 / (1 + np.exp(-z))
        total = share @ (np.logaddexp(0, z) - right * z) / share.sum() + RIDGE * weights[:-1] @ weights[:-1] / 10
        gradient = x.T @ (share * (p - right)) / share.sum()
        gradient[:-1] += 2 * RIDGE * weights[:-1] / 10
        return total, gradient

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x


def calibration_error(p, right):
    bins = np.minimum((p * 10).astype(int), 9)
    return sum(abs(p[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in range(10) if (bins == b).any())


def named(weights, names):
    return ", ".join(f"{name} {w * SCALE.get(name, 1):.3g}" for name, w in zip(names, weights))


def judge(row):
    scores = row["x"] @ CHOSEN_BY
    row["chosen"] = int(np.argmax(scores))
    chosen = row["spans"][row["chosen"]]
    odds = {}
    for span, score in zip(row["spans"], scores):
        odds[span["key"]] = max(odds.get(span["key"], 0), math.exp(score))
    row["y"] = features(chosen, CONFIDENCE) + [odds[chosen["key"]] / sum(odds.values()), math.log(row["articles"])]
    row["right"] = not row["withheld"] and row["f1"][row["chosen"]] >= 0.5


def main(files):
    asked = [read(file) for file in files]
    everything = [row for rows in asked for row in rows]
    print("choice, anew:", named(fit_choice([row for row in everything if row["part"] == "tune" and not row["withheld"]]), CHOICE))
    rng = random.Random(1)
    # Not of questions that the news never answers: nobody with one article asks those.
    small = [part for rows in asked[:2] for row in rows if row["part"] == "tune" for part in small_archives(row, rng)]
    for row in everything + small:
        judge(row)
    tune = [row for row in everything if row["part"] == "tune"] + small
    share = np.array([1.0] * (len(tune) - len(small)) + [WEIGHT_OF_SMALL] * len(small))
    confidence = fit_logistic(np.array([row["y"] for row in tune]), np.array([float(row["right"]) for row in tune]), share)
    confidence[-1] = intercept([row for row in asked[0] if row["part"] == "tune" and not row["withheld"]], confidence)
    print("confidence:", named(confidence, CONFIDENCE + ["share", "ln(articles)", "intercept"]))
    for file, rows in zip(files, asked):
        for part in ("tune", "report"):
            report(f"{file}, {part}", [row for row in rows if row["part"] == part], confidence)


def intercept(rows, confidence):
    """With which as many answers are right as the confidence says."""
    z = np.array([row["y"] for row in rows]) @ confidence[:-1]
    right = np.mean([row["right"] for row in rows])
    return brentq(lambda b: np.mean(1 / (1 + np.exp(-z - b))) - right, -10, 10)


def report(name, rows, confidence):
    if not rows:
        return
    p = 1 / (1 + np.exp(-np.array([row["y"] + [1] for row in rows]) @ confidence))
    right = np.array([row["right"] for row in rows])
    full = np.array([not row["withheld"] for row in rows])
    exact = np.array([row["exact"][row["chosen"]] for row in rows])
    overlap = np.array([row["f1"][row["chosen"]] for row in rows])
    print(
        f"{name}: {full.sum()} questions, exact {exact[full].mean():.3f}, F1 {overlap[full].mean():.3f}, half right "
        f"{right[full].mean():.3f}, calibration error {calibration_error(p, right):.3f}, with the evidence {calibration_error(p[full], right[full]):.3f}"
    )
    for threshold in np.arange(0.15, 0.5, 0.05):
        given = p >= threshold
        without = f"refused without evidence {1 - given[~full].mean():.3f}, " if not full.all() else ""
        print(
            f"  threshold {threshold:.2f}: {without}refused with it {1 - given[full].mean():.3f}, wrong answers given "
            f"{(given & ~right)[full].mean():.3f}, right answers lost {(right & ~given)[full].mean():.3f}, exact {(exact & given)[full].mean():.3f}, "
            f"F1 {(overlap * given)[full].mean():.3f}"
        )


main(sys.argv[1:])
