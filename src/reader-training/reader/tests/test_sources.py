import gzip
import json
import tempfile
import unittest
from pathlib import Path

from reader.prepare import squad
from reader.sources.squad_linked import read_linked
from reader.sources.squad_pieces import document_of, read_pieces
from reader.sources.timeqa import read_timeqa
from reader.sources.unansq import read_beside, read_with_passages

TREATY = "Greta Lind signed the treaty. Greta Lind left at once."
BRIDGE = "José Roth built the bridge (of stone) in 1901."


def folder_with(files: dict[str, str]) -> Path:
    folder = Path(tempfile.mkdtemp())
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def pieces(**others: str) -> dict[str, str]:
    """Files of SQuAD's pieces: a question of one paragraph in each shape."""
    answer = {"text": "Greta Lind", "answer_start": 0}
    paragraph = {"context": TREATY, "qas": [{"question": "Who signed it?", "answers": [answer]}]}
    files = {
        "squad-articles.json": json.dumps({"data": [{"title": "A_Treaty", "paragraphs": [paragraph]}]}),
        "squad-questions.json": json.dumps([{"context": TREATY, "question": "Who left?", "answer": "Greta Lind"}]),
        "squad-paragraphs.json": json.dumps([{"context": TREATY, "qas": [{"question": "Who wept?", "answer": "Roth"}]}]),
        "squad-tokens-a.context": "José Roth built the bridge -LRB- of stone -RRB- in 1901 .\n" * 2,
        "squad-tokens-a.question": "When was it built ?\nWho signed it ?\n",
        "squad-tokens-a.span": "10 10\n0 1\n",
        "squad-all.vocabulary": "who\n",
        "squad-all.ids": "0\n",
        "squad-all.answer": "nobody\n",
        "squad-all.span": "0 0\n",
    }
    return {**files, **others}


def pairs(part: str, *pair: tuple[str, str, str, str]) -> dict[str, str]:
    """Files of UnAnsQ: identifier and text of an answerable question, then of its unanswerable one."""
    return {
        f"unansq-{part}-answerable-questions.txt": "".join(f"{name}\t{text}\t0\t1\n" for name, text, _, _ in pair),
        f"unansq-{part}-unanswerable-questions.txt": "".join(f"{name}\t{text}\t0\t1\n" for _, _, name, text in pair),
    }


class SquadPiecesTest(unittest.TestCase):
    def test_reads_every_shape_and_no_question_twice(self) -> None:
        found = list(read_pieces(folder_with(pieces())))
        self.assertEqual(["Who signed it?", "Who left?", "When was it built?"], [read.question for read in found])
        self.assertEqual([["Greta Lind"], ["Greta Lind"], ["1901"]], [read.answer_texts() for read in found])
        self.assertEqual({"squad"}, {read.source for read in found})

    def test_two_spellings_of_a_passage_are_one_document(self) -> None:
        *_, tokenised = read_pieces(folder_with(pieces()))
        self.assertEqual(BRIDGE, tokenised.passage)
        self.assertEqual(tokenised.document, document_of("jose roth built the bridge ( of stone ) in 1901 ."))
        self.assertNotEqual(tokenised.document, document_of(TREATY))


class SquadLinkedTest(unittest.TestCase):
    WORDS = ("who", "built", "the", "bridge", "of", "stone", "?", "when", "and", "where", "did", "lind", "leave")

    def linked(self, question: str, answer: str, at: int) -> list:
        ids = " ".join(str(self.WORDS.index(word)) for word in question.split())
        files = {
            "squad-all.vocabulary": "".join(f"{word}\n" for word in self.WORDS),
            "squad-all.ids": f"{ids}\n" + "0 1 6\n" * 200,
            "squad-all.answer": f"{answer}\n" + "nobody\n" * 200,
            "squad-all.span": f"{at} {at}\n" + "0 0\n" * 200,
        }
        folder = folder_with(pieces(**files))
        return list(read_linked(folder, list(read_pieces(folder))))

    def test_a_question_finds_the_passage_with_its_words_and_the_answer_in_its_place(self) -> None:
        (found,) = self.linked("when bridge of stone ?", "1901", 10)
        self.assertEqual((BRIDGE, ["1901"]), (found.passage, found.answer_texts()))
        self.assertEqual(("squad", document_of(BRIDGE)), (found.source, found.document))

    def test_it_finds_none_where_the_answer_stands_elsewhere_or_the_words_do_not_stand_there(self) -> None:
        self.assertEqual([], self.linked("when bridge of stone ?", "1901", 30))
        self.assertEqual([], self.linked("when did lind leave ?", "1901", 10))

    def test_a_question_that_is_known_is_not_read_again(self) -> None:
        self.assertEqual([], self.linked("who built ?", "José Roth", 0))


class UnansqTest(unittest.TestCase):
    def test_a_pair_comes_with_its_passage(self) -> None:
        files = pairs("dev", ("a1", "who signed it ?", "u1", "who tore it ?"))
        files["unansq-dev-context.txt"] = "greta lind signed it .\t0\t4\n"
        answered, refused = read_with_passages(folder_with(files))
        self.assertEqual(["greta lind"], answered.answer_texts())
        self.assertEqual(("who tore it?", "greta lind signed it.", ()), (refused.question, refused.passage, refused.answers))
        self.assertEqual({"squad2"}, {answered.source, refused.source})

    def test_passages_are_those_of_the_same_question_or_second(self) -> None:
        known = list(read_pieces(folder_with(pieces())))
        folder = folder_with(
            pairs(
                "train",
                ("aaaaaaaa01", "who signed it ?", "bbbbbbbb01", "who tore it ?"),
                ("aaaaaaaa02", "what is unknown ?", "cccccccc02", "what else is ?"),
                ("dddddddd03", "what is unknown , too ?", "bbbbbbbb03", "who found it ?"),
                ("eeeeeeee04", "what is lost ?", "ffffffff04", "who lost it ?"),
            )
        )
        twin, *refused = read_beside(folder, known)
        self.assertEqual(("squad", "who signed it?", ["Greta Lind"]), (twin.source, twin.question, twin.answer_texts()))
        self.assertEqual(["who tore it?", "what else is?", "who found it?"], [read.question for read in refused])
        self.assertEqual({(TREATY, ())}, {(read.passage, read.answers) for read in refused})

    def test_no_passage_is_taken_where_a_second_had_two(self) -> None:
        known = list(read_pieces(folder_with(pieces())))
        folder = folder_with(
            pairs(
                "train",
                ("aaaaaaaa01", "who signed it ?", "bbbbbbbb01", "who tore it ?"),
                ("aaaaaaaa02", "when was it built ?", "cccccccc02", "when did it fall ?"),
                ("aaaaaaaa03", "what is unknown ?", "dddddddd03", "what else is ?"),
            )
        )
        self.assertNotIn("what else is?", [read.question for read in read_beside(folder, known)])

    def test_the_spelling_of_a_pair_goes_before_its_like(self) -> None:
        files = pieces(
            **pairs("dev", ("a1", "who left ?", "u1", "who stayed ?")),
            **pairs("train", ("a2", "who signed it ?", "u2", "who tore it ?")),
        )
        files["unansq-dev-context.txt"] = "greta lind signed it . greta lind left .\t0\t4\n"
        read = [(example.source, example.question) for example in squad(folder_with(files)) if example.answerable]
        self.assertEqual(
            [("squad2", "who left?"), ("squad", "who signed it?"), ("squad", "When was it built?")], read
        )


class TimeqaTest(unittest.TestCase):
    PARAGRAPHS = ("Lind was a clerk .", "In 1990 she was mayor .", "She went to Rome .", "Her bridge fell in 1999 .")

    def read(self, *rows: dict) -> list:
        article = {"idx": "/wiki/Lind#P1#0", "context": " ".join(self.PARAGRAPHS)}
        article["paragraphs"] = [{"title": "Lind", "text": f" {text}"} for text in self.PARAGRAPHS]
        file = Path(tempfile.mkdtemp()) / "rows.json.gz"
        with gzip.open(file, "wt", encoding="utf-8") as out:
            out.writelines(json.dumps({**article, **row}) + "\n" for row in rows)
        return list(read_timeqa([file, file]))

    def test_an_answer_is_read_in_its_paragraph_and_its_neighbours_once(self) -> None:
        start = " ".join(self.PARAGRAPHS).index("clerk")
        row = {"question": "What was Lind first?", "targets": ["clerk"], "from": [start], "end": [start + 5]}
        (found,) = self.read(row)
        self.assertEqual(" ".join(self.PARAGRAPHS[:2]), found.passage)
        self.assertEqual((["clerk"], "/wiki/Lind"), (found.answer_texts(), found.document))

    def test_a_question_without_answer_stands_beside_what_is_nearest_to_it(self) -> None:
        (found,) = self.read({"question": "Whose bridge fell in 2005?", "targets": [""], "from": [0], "end": [0]})
        self.assertEqual(" ".join(self.PARAGRAPHS[2:]), found.passage)
        self.assertFalse(found.answerable)


if __name__ == "__main__":
    unittest.main()
