import gzip
import random
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

from reader.edits import edited, negated, swapped_name, swapped_number, with_antonym
from reader.example import Example, read_examples, write_examples
from reader.mixture import Mixture
from reader.encoding import PairEncoder
from reader.negatives import NearPassages, Rivals, Siblings, removed
from reader.prepare import Contamination, mixed
from reader.sources.qamr import read_qamr
from reader.substitutes import Substitutes
from reader.tests.tiny import tokenizer_file
from reader.text import joined, letters, likeliest, lines, occurs, replace_all, sentences

PASSAGE = (
    "The treaty was signed in Paris in 1998 by Greta Lind. Observers from Norway and Oslo Radio followed the "
    "talks for many weeks and called them long, slow and far too friendly to end well for anyone who took part."
)


def example(question: str, answer: str, passage: str = PASSAGE, source: str = "qed", document: str = "d") -> Example:
    start = passage.index(answer)
    return Example(source, document, question, "", passage, ((start, start + len(answer)),))


class TextTest(unittest.TestCase):
    def test_replacing_moves_spans_along(self) -> None:
        text, (span,) = replace_all("a -- b `` c '' d", [(10, 11)], {"--": "–", "``": '"', "''": '"'})
        self.assertEqual('a – b " c " d', text)
        self.assertEqual("c", text[slice(*span)])

    def test_sentences_cover_the_text(self) -> None:
        self.assertEqual(PASSAGE, "".join(PASSAGE[start:end] for start, end in sentences(PASSAGE)))
        self.assertEqual(2, len(sentences(PASSAGE)))

    def test_a_phrase_occurs_only_as_whole_words(self) -> None:
        self.assertTrue(occurs("oslo radio", PASSAGE))
        self.assertFalse(occurs("os", PASSAGE))

    def test_tokens_are_joined_and_stay_to_be_found(self) -> None:
        text, spans = joined(["``", "Lind", "-LRB-", "40", "-RRB-", "did", "n't", "sign", ",", "''", "he", "said", "."])
        self.assertEqual('" Lind (40) didn\'t sign, " he said.', text)
        self.assertEqual(["Lind", "40", "n't"], [text[slice(*spans[index])] for index in (1, 3, 6)])

    def test_letters_are_the_same_for_every_spelling(self) -> None:
        self.assertEqual(letters("Who's José of the U.S.?"), letters("who ' s jose of the u . s . ?"))

    def test_of_several_places_the_answer_stands_where_the_question_s_words_are(self) -> None:
        passage = f"Lind slept. {'She was far away from all of it. ' * 8}In the end Lind signed the treaty."
        start, _ = likeliest("Who signed the treaty?", passage, ["lind"])
        self.assertEqual(passage.rindex("Lind"), start)
        self.assertIsNone(likeliest("Who signed it?", passage, ["Lin"]))

    def test_only_line_feeds_end_a_line(self) -> None:
        file = Path(tempfile.mkdtemp()) / "lines.txt"
        file.write_text("a\u2028b\nc\n", encoding="utf-8")
        self.assertEqual(["a\u2028b", "c"], lines(file))


class NegativesTest(unittest.TestCase):
    def test_removes_every_sentence_with_the_answer(self) -> None:
        made = removed(example("Who signed the treaty?", "Greta Lind"))
        self.assertNotIn("Greta", made.passage)
        self.assertFalse(made.answerable)

    def test_makes_nothing_of_a_passage_that_would_be_too_short(self) -> None:
        self.assertIsNone(removed(example("Who followed the talks?", "Norway")))

    def test_near_passages_do_not_hold_the_answer(self) -> None:
        asked = example("Who signed the treaty?", "Greta Lind")
        other = example("Where is it?", "Rome", "The other treaty was signed in Rome.")
        holding = example("Who is it?", "Greta Lind", "Greta Lind signed no other treaty.")
        near = NearPassages([asked, other, holding]).near(asked, random.Random(1))
        self.assertEqual(other.passage, near.passage)

    def test_rivals_are_passages_of_any_set_that_a_search_finds_and_that_do_not_hold_the_answer(self) -> None:
        asked = example("Who signed the treaty?", "Greta Lind")
        others = [
            example("Where?", "Rome", "The other treaty was signed in Rome.", source="squad"),
            example("Who is it?", "Greta Lind", "Greta Lind signed no other treaty."),
            example("When?", "May", "It rained in May."),
        ]
        self.assertEqual((("", others[0].passage),), Rivals([asked, *others]).beside(asked).rivals)

    def test_makes_only_the_kinds_asked_for(self) -> None:
        asked = example("Who signed the treaty?", "Greta Lind")
        siblings = Siblings([asked], {"near": 0.7, "removed": 0.3})
        self.assertEqual({"removed"}, {siblings.of(asked, random.Random(seed)).kind for seed in range(9)})

    def test_of_squad_no_question_is_edited_and_the_pairs_stay_as_they_are(self) -> None:
        pieces, pairs, others = (
            [example(f"Who signed treaty {index} in 1998?", "Greta Lind", source=source) for index in range(40)]
            for source in ("squad", "squad2", "tydi")
        )
        made = mixed([*pieces, *pairs, *others], 1.0)
        self.assertEqual(40, sum(sample.source == "squad2" for sample in made))
        self.assertEqual({"natural", "removed"}, {sample.kind for sample in made if sample.source == "squad"})
        self.assertEqual({"natural", "removed", "edited"}, {sample.kind for sample in made if sample.source == "tydi"})
        self.assertEqual(80, sum(sample.source == "tydi" for sample in made))


class EditsTest(unittest.TestCase):
    def test_swaps_a_name_for_another_of_the_passage(self) -> None:
        changed = swapped_name("What did Oslo Radio follow?", PASSAGE, ["talks"], random.Random(1))
        self.assertNotIn("Oslo", changed)
        self.assertTrue(any(name in changed for name in ("Greta Lind", "Paris", "Norway")))

    def test_never_swaps_in_the_answer(self) -> None:
        for seed in range(20):
            changed = swapped_name("What did Oslo Radio say of Paris?", PASSAGE, ["Greta Lind"], random.Random(seed))
            self.assertNotIn("Greta", changed)

    def test_changes_a_year(self) -> None:
        changed = swapped_number("Who signed in 1998?", PASSAGE, ["Greta Lind"], random.Random(1))
        self.assertRegex(changed, r"Who signed in \d{4}\?")
        self.assertNotIn("1998", changed)

    def test_turns_words_around_and_negates(self) -> None:
        self.assertEqual("Who won the last round?", with_antonym("Who lost the last round?"))
        self.assertIn(negated("Who was there?", random.Random(1)), ("Who was not there?", "Who wasn't there?"))
        self.assertIsNone(edited("Whose?", PASSAGE, ["Greta Lind"], Substitutes([]), random.Random(1)))


class SubstitutesTest(unittest.TestCase):
    def test_puts_in_what_stands_in_the_same_place_elsewhere(self) -> None:
        forms = [f"the {filler} of it" for filler in map(str, range(200))] * 3
        questions = [*forms, *["when was the bridge built"] * 3, *["when was the church built"] * 3]
        substitutes = Substitutes([*questions, *["when was the bridging built"] * 3])
        self.assertEqual("When was the church built?", substitutes.swapped("When was the bridge built?", "", random.Random(1)))
        self.assertIsNone(substitutes.swapped("When was the bridge built?", "a church", random.Random(1)))


class ContaminationTest(unittest.TestCase):
    def test_notices_twelve_shared_words_and_a_shared_question(self) -> None:
        measured = Contamination([example("Who signed it?", "Greta Lind")])
        copied = " ".join(PASSAGE.lower().split()[5:20])
        self.assertTrue(measured.touches(example("Why?", "greta", copied)))
        self.assertTrue(measured.touches(example("who signed it", "Rome", "Rome did.")))
        self.assertTrue(measured.touches(example("Who signed it ?", "Rome", "Rome did.")))
        self.assertFalse(measured.touches(example("Why?", "Paris", " ".join(PASSAGE.split()[:8]))))

    def test_notices_passages_that_no_question_is_measured_with(self) -> None:
        self.assertTrue(Contamination([], [PASSAGE]).touches(example("Why?", "Paris")))
        self.assertFalse(Contamination([], ["It rained."]).touches(example("Why?", "Paris")))


class QamrTest(unittest.TestCase):
    def test_joins_sentences_and_takes_agreed_answers_alone(self) -> None:
        folder = Path(tempfile.mkdtemp())
        sentence_file, question_file = folder / "s.tsv.gz", folder / "q.tsv.gz"
        with gzip.open(sentence_file, "wt", encoding="utf-8") as out:
            out.write("W:news:1:3:0\tShe won .\nW:news:1:1:0\tGreta Lind -LRB- 40 -RRB- signed it .\n")
        with gzip.open(question_file, "wt", encoding="utf-8") as out:
            out.write("W:news:1:1:0\t0 1\t1\t0\t0\tWho signed it?\t0 1\t2:0 1\t3:1\n")
            out.write("W:news:1:3:0\t0\t1\t0\t0\tWho won?\t0\t2:1\t3:0 1\n")
        (found,) = read_qamr(sentence_file, [question_file])
        self.assertEqual("Greta Lind (40) signed it. She won.", found.passage)
        self.assertEqual(["Greta Lind"], found.answer_texts())


class MixtureTest(unittest.TestCase):
    def test_the_order_depends_on_seed_and_pool_alone(self) -> None:
        examples = [example("Who signed the deal?", "Greta", f"Greta signed deal {index}.") for index in range(9)]
        encoder = PairEncoder(tokenizer_file())
        first, again, other = (
            [batch.ids.tolist() for step in Mixture(examples, encoder, seed).steps(2) for batch in step]
            for seed in (1, 1, 2)
        )
        self.assertEqual(first, again)
        self.assertNotEqual(first, other)

    def test_a_question_is_read_beside_its_rivals_in_one_batch_the_right_passage_first(self) -> None:
        rivals = tuple(("", f"Nobody signed deal {index}.") for index in range(4))
        contested = replace(example("Who signed the deal?", "Greta", "Greta signed it."), rivals=rivals)
        alone = example("Who signed the deal?", "Greta", "Greta signed it twice.")
        encoder = PairEncoder(tokenizer_file())
        batches = [batch for step in Mixture([contested, alone], encoder, 1).steps(0) for batch in step]
        beside = [batch for batch in batches if batch.rivals]
        self.assertTrue(beside)
        for batch in beside:
            self.assertEqual(4, len(batch.ids))
            self.assertGreater(batch.start_at[0], 0)
            self.assertEqual([0, 0, 0], batch.start_at[1:].tolist())

    def test_examples_survive_being_written(self) -> None:
        file = Path(tempfile.mkdtemp()) / "examples.jsonl"
        examples = [replace(example("Who?", "Greta Lind"), rivals=(("Talks", "It rained."),))]
        self.assertEqual(1, write_examples(file, examples))
        self.assertEqual(examples, list(read_examples(file)))


if __name__ == "__main__":
    unittest.main()
