"""Maps margins to the probability that the answer is right, and says how honest the map is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FOLDS = 5
BINS = 10
STEPS = 50


@dataclass(frozen=True)
class Logistic:
    """probability = 1 / (1 + exp(-(slope * margin + intercept)))"""

    slope: float
    intercept: float

    def probability(self, margins: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-(self.slope * margins + self.intercept)))

    def margin(self, probability: float) -> float:
        """The margin at which the map gives ``probability``, which lies in (0, 1)."""
        return float((np.log(probability / (1 - probability)) - self.intercept) / self.slope)


def fit(margins: np.ndarray, right: np.ndarray) -> Logistic:
    """Maximum likelihood by Newton's method; ``right`` holds zeros and ones."""
    design = np.stack([margins, np.ones_like(margins)], axis=1)
    weights = np.zeros(2)
    for _ in range(STEPS):
        probability = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (right - probability)
        curvature = (design * (probability * (1 - probability))[:, None]).T @ design
        weights += np.linalg.solve(curvature + 1e-9 * np.eye(2), gradient)
    return Logistic(float(weights[0]), float(weights[1]))


def expected_error(probability: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over ten bins of equally many answers each."""
    bins = np.array_split(np.argsort(probability, kind="stable"), BINS)
    return float(sum(len(bin) * abs(probability[bin].mean() - right[bin].mean()) for bin in bins) / len(right))


def cross_fitted_error(margins: np.ndarray, right: np.ndarray, seed: int) -> float:
    """The error where each fifth is judged by the map fitted on the other four."""
    order = np.random.default_rng(seed).permutation(len(margins))
    probability = np.empty_like(margins)
    for fold in np.array_split(order, FOLDS):
        others = np.setdiff1d(order, fold)
        probability[fold] = fit(margins[others], right[others]).probability(margins[fold])
    return expected_error(probability, right)
