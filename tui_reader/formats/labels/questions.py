"""Questions and answers that print a letter or a word for who speaks: `Q. text`, `12. Q. text`, `Answer. text`.

Knows the print of one paragraph, and whether the letters of all of them take turns; not who asks and who answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from tui_reader.document.model import Span
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.words import folded
from tui_reader.lazy_re import lazy_re

FIRST = r"[QAPRDFV\d]"
"""With which characters such a paragraph may begin."""
_QUESTION = lazy_re(
    r"(?:\d{1,4}[.)][^\S\n]{1,4})?(?:(?P<letter>[QAPRDFV])(?:[.:](?=\s)"
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
_WORDS = frozenset(word for pair in _PAIRS for word in pair if len(word) > 1)
_FEWEST = 2
_TURNS = 0.8
"""Share of the letters that must be followed by the other one, where they are not the usual ones."""


def match(text: str, start: int, end: int) -> LabelCandidate | None:
    """`Q. text`, `A: text`, `Q    text` without a sign, `12. Q. text`, `Q. 2. text`, `Q2: text`, `Question 2. text`."""
    found = _QUESTION.match(text, start, end)
    label = (found["letter"] or found["word"]) if found else ""
    if not found or (found["word"] and folded(label) not in _WORDS):
        return None
    return LabelCandidate(label, Span(start, found.end()), None, found.end())


def of_one_pair(hits: Mapping[int, LabelCandidate]) -> dict[int, LabelCandidate]:
    """The hits of the pair that is used most; nothing where these are letters of a list."""
    keys = {index: one.text if len(one.text) == 1 else folded(one.text) for index, one in hits.items()}
    uses = Counter(keys.values())
    pair = max(_PAIRS, key=lambda pair: min(uses[pair[0]], uses[pair[1]]))
    usual = _PAIRS[0]
    if uses["Q"] >= _FEWEST and (pair == usual or min(uses[one] for one in pair) < _FEWEST):
        return {index: hits[index] for index, key in keys.items() if key in usual}
    kept = {index: key for index, key in keys.items() if key in pair}
    turns = sum(one != other for one, other in pairwise(kept.values()))
    holds = min(uses[one] for one in pair) >= _FEWEST and turns >= _TURNS * (len(kept) - 1)
    return {index: hits[index] for index in kept} if holds else {}
