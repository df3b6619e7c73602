"""Questions and answers in one line, as old records of courts print them: `Mr. Roe. Q. Where? - A. There. Q. When?`

Knows the letters Q and A where they stand within a line; not whether they are labels at the starts of others.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.document.model import Span
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.speeches_in_line import divided_at
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.lazy_re import lazy_re

_NAME = r"(?:[^\W\d_]{1,4}\.[^\S\n])?[^\W\d_a-z][\w'’-]{1,20}(?:[^\S\n][^\W\d_a-z][\w'’-]{1,20}){0,3}"
_ASKED_BY = lazy_re(rf"(?:(?P<name>{_NAME})[.:,]|\d{{1,5}}[.)]?)[^\S\n]{{0,4}}(?:(?:--|[—–-])[^\S\n]?)?Q\.(?=\s)")
"""What stands before the letter of a question that begins a paragraph: a name, or a number."""
_LONGEST_NAME = 60
"""Characters before the `Q.` behind a name."""
_ENDS = r"(?<=[.?!;:)\]\"'”’])"
_DASH = r"(?:--|[—–-])[^\S\n]?"
_WITHIN = lazy_re(
    rf"{_ENDS}[^\S\n]++(?={_DASH}[QA]\.\s)|{_ENDS}(?=(?:--|[—–])[QA]\.\s)"
    r"|(?<=\?)[^\S\n]++(?=A\.\s)|(?<=[.?!])[^\S\n]++(?=Q\.\s)"
)
_FEWEST = 2
_SAMPLE = 100_000
"""Characters in which answers within a line must be found for others to be looked for."""


def divided(text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, divided where questions and answers begin within a line, if two answers or more do."""
    if text.count("Q.") < _FEWEST:
        return paragraphs
    sample = _WITHIN.finditer(text, 0, _SAMPLE)
    if sum("A." in text[one.end() : one.end() + 5] for one in sample) < _FEWEST:
        return paragraphs
    pieces: list[Paragraph] = []
    for one in paragraphs:
        opening = _ASKED_BY.match(text, one.start, one.end)
        pieces += divided_at(_WITHIN.finditer(text, opening.end() if opening else one.start, one.end), one)
    return pieces


def asked_by_name(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, LabelCandidate]:
    """The names before a question's letter, by index of the paragraph: `Mr. Roe. Q. Where?`"""
    found: dict[int, LabelCandidate] = {}
    for index, (start, end, _, _) in enumerate(paragraphs):
        if text.find("Q.", start, min(end, start + _LONGEST_NAME)) > start:
            by = _ASKED_BY.match(text, start, end)
            if by and by["name"]:
                found[index] = LabelCandidate(by["name"], Span(start, by.end()), None, by.end())
    return found
