"""Questions and answers that print a letter or a word for who speaks: `Q. text`, `12. Q. text`, `Answer. text`.

Knows the print of one paragraph, and whether the letters of all of them take turns; not who asks and who answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from tui_reader.document.model import Span
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.words import folded
from tui_reader.lazy_re import lazy_re

FIRST = r"[QAPRDFV\d—–-]"
"""With which characters such a paragraph may begin."""
_QUESTION = lazy_re(
    r"(?:(?:--|[—–-])[^\S\n]?(?=[QA]\.)|\d{1,4}[.)][^\S\n]{1,4})?(?:(?P<letter>[QAPRDFV])(?:[.:](?=\s)"
    r"(?:(?<=[QPDFV].)[^\S\n]\d{1,4}\.(?=[^\S\n]+[^\W\d_]))?"
    r"|\.?[^\S\n]?\d{1,3}[.:](?=\s)|(?=[^\S\n]{2}|\t))"
    r"|(?P<word>[^\W\d_]{3,9})(?:[^\S\n]\d{1,4})?\.(?=[^\S\n]))"
)
_PAIRS = (
    ("Q", "A"), ("P", "R"), ("Q", "R"), ("D", "R"), ("F", "A"), ("V", "R"),
    ("question", "answer"), ("frage", "antwort"), ("question", "réponse"), ("demande", "réponse"),
    ("pregunta", "respuesta"), ("domanda", "risposta"), ("pergunta", "resposta"), ("vraag", "antwoord"),
    ("ques", "ans"), ("quest", "ans"),
)  # fmt: skip
"""Who asks and who answers, in several languages; the last of the letters is of prayers: verse and response."""
_PRAYED = ("V", "R")
_LETTER = lazy_re(r"([A-HJ-UWYZ])\.(?=\s)")
"""A letter that is no number of a chapter."""
_MOST_OTHERS = 0.1
"""Other letters at the start of paragraphs, for each of a pair, up to which these are no list."""
_END = 6
"""Characters at the end of a question in which its sign stands, before quotation marks or the number of a note."""
_WORDS = frozenset(word for pair in _PAIRS for word in pair if len(word) > 1)
_FEWEST = 2
_TURNS = 0.8
"""Share of the letters that must be followed by the other one, where they are not the usual ones."""


def match(text: str, start: int, end: int) -> LabelCandidate | None:
    """`Q. text`, `A: text`, `Q    text` without a sign, `12. Q. text`, `Q. 2. text`, `Q2: text`, `Question 2. text`,
    `- A. text`.
    """
    found = _QUESTION.match(text, start, end)
    label = (found["letter"] or found["word"]) if found else ""
    if not found or (found["word"] and folded(label) not in _WORDS):
        return None
    return LabelCandidate(label, Span(start, found.end()), None, found.end())


def of_one_pair(hits: Mapping[int, LabelCandidate], paragraphs: Sequence[str]) -> dict[int, LabelCandidate]:
    """The hits, by index of the paragraph, of the pair that is used most; nothing where these are letters of a list."""
    keys = {index: one.text if len(one.text) == 1 else folded(one.text) for index, one in hits.items()}
    uses = Counter(keys.values())
    pair = max(_PAIRS, key=lambda pair: min(uses[pair[0]], uses[pair[1]]))
    usual = _PAIRS[0]
    if uses["Q"] >= _FEWEST and (pair == usual or min(uses[one] for one in pair) < _FEWEST):
        kept = {index: key for index, key in keys.items() if key in usual}
        return {} if _are_choices(kept, paragraphs) else {index: hits[index] for index in kept}
    kept = {index: key for index, key in keys.items() if key in pair}
    turns = sum(one != other for one, other in pairwise(kept.values()))
    holds = min(uses[one] for one in pair) >= _FEWEST and turns >= _TURNS * (len(kept) - 1)
    if not holds or (len(pair[0]) == 1 and not _are_said(kept, pair, paragraphs)):
        return {}
    return {index: hits[index] for index in kept}


def _are_choices(letters: Mapping[int, str], paragraphs: Sequence[str]) -> bool:
    """Whether `B.` stands right below half of the answers, as below the first choice of a test."""
    answers = [index for index, letter in letters.items() if letter == "A" and index + 1 < len(paragraphs)]
    return 0 < len(answers) <= 2 * sum(paragraphs[index + 1].startswith("B. ") for index in answers)


def _are_said(letters: Mapping[int, str], pair: tuple[str, str], paragraphs: Sequence[str]) -> bool:
    """Whether letters that may be a list's or initials ask and answer: hardly another letter begins a paragraph, and
    half of those who ask end in a question mark, or verses and responses are most of their stretch of the text.
    """
    others = sum(found is not None and found[1] not in pair for found in map(_LETTER.match, paragraphs))
    if others > _MOST_OTHERS * len(letters):
        return False
    if pair == _PRAYED:
        return 2 * len(letters) > max(letters) - min(letters)
    asked = [paragraphs[index] for index, letter in letters.items() if letter == pair[0]]
    return 2 * sum("?" in words[-_END:] for words in asked) >= len(asked)


def numbered(labels: Collection[str]) -> set[str]:
    """Those of the labels that count questions and answers, `Q12`, `A12`; an `A12` without any question is somebody."""
    found = {label for label in labels if label[0] in "QA" and label[1:].isdecimal()}
    return found if any(label[0] == "Q" for label in found) else set()
