import unittest

import numpy as np

from reader.calibration import cross_fitted_error, fit
from reader.metrics import Outcome, best_threshold, exact_match, score, token_f1


class MetricsTest(unittest.TestCase):
    def test_ignores_case_articles_and_punctuation(self) -> None:
        self.assertEqual(1.0, exact_match("The Treaty.", ["treaty"]))
        self.assertEqual(0.0, exact_match("treaties", ["treaty"]))

    def test_counts_shared_words_once_each(self) -> None:
        self.assertAlmostEqual(2 / 3, token_f1("Greta Greta", ["Greta"]))
        self.assertEqual(0.0, token_f1("", ["Greta"]))

    def test_best_threshold_refuses_what_costs_more_than_it_gains(self) -> None:
        outcomes = [Outcome(5, 1, 1, True), Outcome(4, 0, 0.5, True), Outcome(3, 0, 0, False), Outcome(2, 1, 1, True)]
        threshold = best_threshold(outcomes)
        self.assertTrue(3 <= threshold < 4)
        best = score(outcomes, threshold)
        self.assertEqual(62.5, best.f1)
        self.assertEqual(50.0, best.exact)
        self.assertEqual(100.0, best.refused_unanswerable)


class CalibrationTest(unittest.TestCase):
    def test_recovers_the_map_that_drew_the_answers(self) -> None:
        generator = np.random.default_rng(3)
        margins = generator.normal(0, 4, 20_000)
        right = (generator.random(20_000) < 1 / (1 + np.exp(-(0.5 * margins - 1)))).astype(float)
        found = fit(margins, right)
        self.assertAlmostEqual(0.5, found.slope, delta=0.03)
        self.assertAlmostEqual(-1, found.intercept, delta=0.07)
        self.assertAlmostEqual(0.25, float(found.probability(np.array([found.margin(0.25)]))[0]))
        self.assertLess(cross_fitted_error(margins, right, 3), 0.02)


if __name__ == "__main__":
    unittest.main()
