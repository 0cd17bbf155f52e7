"""Changes a question so that its passage no longer answers it, as SQuAD 2.0's annotators did by hand.

Some of their kinds can be had by rule: another name or number of the same passage, an antonym, another
word, a negation. Now and then a changed question is still answered; that noise is the price.
"""

from __future__ import annotations

import random
import re

from .substitutes import Substitutes
from .text import occurs, words

NAME = re.compile(r"[A-Z][\w’'-]*(?:(?:\s+(?:of|the|de|van))?\s+[A-Z][\w’'-]*)*")
NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w])")
AUXILIARY = re.compile(
    r"\b(is|was|are|were|did|does|do|could|would|has|have|had|should)\b(?!\s*(?:not|n[’']t))", re.IGNORECASE
)
NEGATION_RATE = 0.25
ANTONYM_PAIRS = (
    "first last|most least|more fewer|largest smallest|biggest smallest|highest lowest|before after|won lost|win lose"
    "|born killed|north south|northern southern|east west|eastern western|increase decrease|increased decreased"
    "|began ended|begin end|start end|started ended|starts ends|male female|men women|man woman|oldest youngest"
    "|older younger|best worst|maximum minimum|positive negative|bought sold|buy sell|opened closed|open close"
    "|early late|earliest latest|longest shortest|major minor|many few|same different|above below|inside outside"
    "|accepted rejected|accept reject|supported opposed|support oppose|allowed banned|allow ban|left stayed"
    "|winner loser|winning losing|always never|easy hard|good bad|love hate|like dislike|old new|gained lost"
    "|rose fell|raised lowered|hired fired|arrived departed|public private|common rare|local foreign|strong weak"
    "|advantage disadvantage|legal illegal|friend enemy|successful unsuccessful|possible impossible|up down"
)
ANTONYMS: dict[str, str] = {}
for pair in ANTONYM_PAIRS.split("|"):
    left, right = pair.split()
    ANTONYMS.setdefault(left, right)
    ANTONYMS.setdefault(right, left)


def edited(
    question: str, passage: str, answers: list[str], substitutes: Substitutes, dice: random.Random
) -> str | None:
    """A changed question, or none where no rule fits. The kind is drawn with the weights of what fits.

    A negation fits nearly every question. Were it always taken, a reader would learn that the word "not"
    means no answer, and nothing else.
    """
    candidates = [
        (swapped_name(question, passage, answers, dice), 6),
        (swapped_number(question, passage, answers, dice), 5),
        (with_antonym(question), 4),
        (substitutes.swapped(question, " ".join(answers), dice), 3),
        (negated(question, dice) if dice.random() < NEGATION_RATE else None, 2),
    ]
    fitting = [(changed, weight) for changed, weight in candidates if changed]
    if not fitting:
        return None
    return dice.choices([changed for changed, _ in fitting], [weight for _, weight in fitting])[0]


def swapped_name(question: str, passage: str, answers: list[str], dice: random.Random) -> str | None:
    """The question about another name of the passage."""
    names = [name for name in dict.fromkeys(NAME.findall(passage)) if len(name) > 3 and not _opens_sentence(name, passage)]
    asked = [name for name in names if _position(name, question)] or _inner_names(question)
    asked = [name for name in asked if _position(name, question) and not _shares_word(name, " ".join(answers))]
    others = [name for name in names if not _shares_word(name, question) and not _shares_word(name, " ".join(answers))]
    if not asked or not others:
        return None
    old = max(asked, key=len)
    alike = [name for name in others if len(name.split()) == len(old.split())] or others
    new = dice.choice(alike)
    start, end = _position(old, question)
    return question[:start] + (new.lower() if question.islower() else new) + question[end:]


def swapped_number(question: str, passage: str, answers: list[str], dice: random.Random) -> str | None:
    """The question about another number or year."""
    match = NUMBER.search(question)
    if not match:
        return None
    old = match.group()
    others = [
        number
        for number in dict.fromkeys(NUMBER.findall(passage))
        if len(number) == len(old) and number != old and number not in question and number not in " ".join(answers)
    ]
    if others:
        new = dice.choice(others)
    elif old.isdigit() and int(old) > 10:
        new = str(int(old) + dice.choice([-7, -3, -2, -1, 1, 2, 3, 6]))
    else:
        return None
    return question[: match.start()] + new + question[match.end() :]


def with_antonym(question: str) -> str | None:
    """The question with its first word that has an antonym turned around."""
    for match in re.finditer(r"\w+", question):
        opposite = ANTONYMS.get(match.group().lower())
        if opposite and not question.lower().startswith(("how many", "how old", "how long")):
            return question[: match.start()] + opposite + question[match.end() :]
    return None


def negated(question: str, dice: random.Random) -> str | None:
    """The question asked of what is not so."""
    match = AUXILIARY.search(question)
    if not match:
        return None
    auxiliary = match.group() + dice.choice([" not", "n't"])
    return question[: match.start()] + auxiliary + question[match.end() :]


def _inner_names(question: str) -> list[str]:
    """Capitalised words of the question, without its first."""
    return [match.group() for match in NAME.finditer(question) if match.start() > 0 and len(match.group()) > 3]


def _position(name: str, question: str) -> tuple[int, int] | None:
    match = re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", question.lower())
    return match.span() if match and len(question.lower()) == len(question) else None


def _shares_word(name: str, text: str) -> bool:
    return any(occurs(word, text) for word in words(name) if len(word) > 2)


def _opens_sentence(name: str, passage: str) -> bool:
    """Whether a single capitalised word may be capitalised only for where it stands."""
    if " " in name:
        return False
    inner = re.search(rf"[a-z,;]\s+{re.escape(name)}(?!\w)", passage)
    return inner is None
