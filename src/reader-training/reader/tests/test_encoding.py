import unittest

import numpy as np

from reader.encoding import CLS, MAX_LENGTH, MAX_QUESTION, OVERLAP, SEP, PairEncoder, read, read_window
from reader.tests.tiny import tokenizer_file

PASSAGE = "The deal was signed by Greta in Paris."


class PairEncoderTest(unittest.TestCase):
    def setUp(self) -> None:
        self.encoder = PairEncoder(tokenizer_file())

    def test_lays_out_question_title_and_passage(self) -> None:
        (window,) = self.encoder.windows("Who won?", "Talks end", PASSAGE)
        self.assertEqual([CLS, SEP, SEP, SEP], [token for token in window.ids if token in (CLS, SEP)])
        self.assertEqual(SEP, window.ids[4])
        self.assertEqual([0] * 5 + [1] * (len(window.ids) - 5), window.types)
        self.assertEqual("The", PASSAGE[slice(*window.offsets[0])])

    def test_leaves_no_separator_for_a_missing_title(self) -> None:
        (window,) = self.encoder.windows("Who won?", "", PASSAGE)
        self.assertEqual(5, window.passage_from)
        self.assertEqual(2, window.ids.count(SEP))

    def test_windows_of_a_long_passage_overlap_and_reach_its_end(self) -> None:
        passage = "talks end on friday . " * 120
        windows = self.encoder.windows("Who won?", "", passage)
        self.assertGreater(len(windows), 2)
        self.assertTrue(all(len(window.ids) <= MAX_LENGTH for window in windows))
        self.assertEqual(windows[0].offsets[-OVERLAP:], windows[1].offsets[:OVERLAP])
        self.assertEqual(len(passage.rstrip()), windows[-1].offsets[-1][1])

    def test_cuts_a_question_longer_than_the_window(self) -> None:
        (window,) = self.encoder.windows("who won " * 400, "", PASSAGE)
        self.assertEqual(MAX_QUESTION + 2, window.passage_from)

    def test_an_empty_passage_gives_a_window_without_tokens_and_no_reading(self) -> None:
        windows = self.encoder.windows("Who won?", "", " ")
        self.assertEqual([[]], [window.offsets for window in windows])
        zeros = np.zeros(len(windows[0].ids))
        self.assertIsNone(read(windows, [zeros], [zeros]))

    def test_finds_the_tokens_of_an_answer(self) -> None:
        (window,) = self.encoder.windows("Who won?", "", PASSAGE)
        start = PASSAGE.index("Greta")
        first, last = window.tokens_of(start, start + len("Greta in"))
        self.assertEqual(1, last - first)
        self.assertIsNone(window.tokens_of(500, 505))


class ReadWindowTest(unittest.TestCase):
    def setUp(self) -> None:
        (self.window,) = PairEncoder(tokenizer_file()).windows("Who won?", "Talks end", PASSAGE)
        self.start, self.end = np.zeros(len(self.window.ids)), np.zeros(len(self.window.ids))

    def test_takes_the_best_span_and_its_margin_over_the_null_score(self) -> None:
        at = self.window.passage_from + 5
        self.start[at], self.end[at], self.start[0] = 3.0, 2.0, 1.5
        reading = read_window(self.window, self.start, self.end)
        self.assertEqual("Greta", PASSAGE[reading.start : reading.end])
        self.assertAlmostEqual(3.5, reading.margin)

    def test_never_ends_before_it_begins(self) -> None:
        self.start[self.window.passage_from + 5] = 3.0
        self.end[self.window.passage_from + 2] = 3.0
        reading = read_window(self.window, self.start, self.end)
        self.assertLess(reading.start, reading.end)
        self.assertAlmostEqual(3.0, reading.margin)

    def test_ignores_the_question_and_the_title(self) -> None:
        self.start[1] = self.end[1] = 9.0
        self.start[6] = self.end[6] = 9.0
        self.assertAlmostEqual(0.0, read_window(self.window, self.start, self.end).margin)


if __name__ == "__main__":
    unittest.main()
