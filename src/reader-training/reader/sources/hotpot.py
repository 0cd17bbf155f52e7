"""HotpotQA: questions that need two paragraphs of Wikipedia, published with those two and eight that a search found.

Other repositories hold samples of it in five shapes. The passage is both paragraphs if they are short enough, else the
one with the answer; the other eight are the question's rivals.
"""

from __future__ import annotations

import ast
import csv
import html
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..example import Example
from ..text import letters, likeliest, occurs

SOURCE = "hotpot"
LONGEST_PASSAGE = 170
"""Words; longer pairs of paragraphs are not joined."""

NO_SPANS = {"yes", "no"}


@dataclass(frozen=True)
class Paragraph:
    title: str
    text: str
    gold: bool


def read_hotpot(folder: Path) -> Iterator[Example]:
    """Reads every file named ``hotpotqa-*``; of several rows with the same question that with most gold paragraphs."""
    found: dict[str, tuple[dict, list[Paragraph]]] = {}
    for path in sorted(folder.glob("hotpotqa-*")):
        for row in _rows(path):
            paragraphs = _paragraphs(row)
            key = letters(row["question"])
            if key not in found or _golds(paragraphs) > _golds(found[key][1]):
                found[key] = row, paragraphs
    for row, paragraphs in found.values():
        example = _example(row["question"].strip(), row["answer"].strip(), paragraphs)
        if example and row["answer"].strip().lower() not in NO_SPANS:
            yield example


def _rows(path: Path) -> list[dict]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        return list(csv.DictReader(text.splitlines(keepends=True)))
    return json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.split("\n") if line]


def _paragraphs(row: dict) -> list[Paragraph]:
    golds = _gold_titles(row)
    return [
        Paragraph(html.unescape(title), " ".join(text.split()), title in golds)
        for title, text in _titles_and_texts(row)
    ]


def _golds(paragraphs: Sequence[Paragraph]) -> int:
    return sum(paragraph.gold for paragraph in paragraphs)


def _titles_and_texts(row: dict) -> list[tuple[str, str]]:
    listed = row.get("paragraphs") or row.get("docs")
    if listed:
        return [(paragraph["title"], paragraph["text"]) for paragraph in listed]
    context = row["context"]
    if isinstance(context, str):
        parts = (part.partition("\n\n") for part in context.removeprefix("Title: ").split("\n\nTitle: "))
        return [(title, text) for title, _, text in parts]
    if isinstance(context, dict):
        context = zip(context["title"], context["sentences"], strict=True)
    return [(title, " ".join(sentences)) for title, sentences in context]


def _gold_titles(row: dict) -> set[str]:
    facts = row.get("supporting_facts") or row.get("support_titles") or []
    if isinstance(facts, str):
        facts = ast.literal_eval(facts)
    if isinstance(facts, dict):
        facts = facts["title"]
    return {fact if isinstance(fact, str) else fact[0] for fact in facts}


def _example(question: str, answer: str, paragraphs: Sequence[Paragraph]) -> Example | None:
    golds = [paragraph for paragraph in paragraphs if paragraph.gold]
    if sum(len(gold.text.split()) for gold in golds) > LONGEST_PASSAGE:
        golds = [gold for gold in golds if occurs(answer, gold.text)][:1]
    passage = " ".join(gold.text for gold in golds)
    span = likeliest(question, passage, [answer])
    if not span:
        return None
    others = [other for other in paragraphs if not other.gold and not occurs(answer, other.text)]
    rivals = tuple((other.title, other.text) for other in others)
    title = ", ".join(gold.title for gold in golds)
    return Example(SOURCE, golds[0].title, question, title, passage, (span,), rivals=rivals)
