"""Which verdicts belong to a line of the file: found by its words, for formats put their texts together in new ways.

Letters and figures count, and nothing else: markup, signs and white space may differ between the file and the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from tui_reader.formats.labels.clock_times import stamp_end
from tui_reader.formats.labels.conventions import CONVENTIONS
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.labels.verdicts import Verdict

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[\d:.,]+>|\{[^{}]*\}")

_MOST_WORDS = 6
"""Words of a label; more are the start of a sentence."""


def verdicts_at(lines: Sequence[str], number: int, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts on paragraphs of plain print that begin on the line of this number, from 1, of that same text."""
    start = sum(len(line) + 1 for line in lines[: number - 1])
    return [one for one in verdicts if start <= one.at < start + len(lines[number - 1])]


def verdicts_of(lines: Sequence[str], number: int, verdicts: Sequence[Verdict], anywhere: bool) -> list[Verdict]:
    """The verdicts on the labels that the line of this number, from 1, begins with, or that stand `anywhere` in it.

    Of lines that are alike, each has the verdict in its place.
    """
    line = lines[number - 1]
    for strip in (_bare, _bare_of_markup):
        key = strip(line)
        alike = [_alike(key, one, anywhere) for one in verdicts] if key else []
        longest = max(alike, default=0)
        if longest and anywhere:
            return [one for one, length in zip(verdicts, alike, strict=True) if length]
        if longest:
            found = [one for one, length in zip(verdicts, alike, strict=True) if length == longest]
            before = sum(strip(other) == key for other in lines[: number - 1])
            return [_in_place(found, source, before) for source in dict.fromkeys(one.source for one in found)]
    return []


def _in_place(found: Sequence[Verdict], source: str, before: int) -> Verdict:
    """Of one source's verdicts on lines that are alike, the one on the line with `before` of them before it."""
    own = [one for one in found if one.source == source]
    return own[min(before, len(own) - 1)]


def near_miss(lines: Sequence[str], number: int) -> list[Verdict]:
    """The verdict on what the line of this number, from 1, begins with if it looks like a label; or an empty list."""
    line = lines[number - 1]
    bare = html.unescape(_TAG.sub("", line)).strip()
    start = stamp_end(bare, 0, len(bare))
    for convention in CONVENTIONS:
        found = convention.match(bare, start, len(bare)) if bare else None
        if found is None or len(found.text.split()) > _MOST_WORDS:
            continue
        looks = shape(found.text)
        if not looks.possible:
            return [Verdict(found.text, False, looks.why)]
        if looks.named:
            why = "within a paragraph, not at its start" if _goes_on(lines, number) else "unlike the labels here"
            return [Verdict(found.text, False, why)]
    return []


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether the line above the one of this number holds words, so that both are one paragraph."""
    above = _TAG.sub("", lines[number - 2]) if number > 1 else ""
    return "-->" not in above and any(map(str.isalpha, above))


def _bare(words: str) -> str:
    """Its letters and figures in small letters."""
    return "".join(filter(str.isalnum, words.casefold()))


def _bare_of_markup(words: str) -> str:
    """The same without tags, and with characters for what refers to them."""
    return _bare(html.unescape(_TAG.sub(" ", words)))


def _alike(key: str, verdict: Verdict, anywhere: bool) -> int:
    """How many of a line's letters and figures are those of what was judged, from its label on; 0 where it differs."""
    printed, label = _bare(verdict.printed), _bare(verdict.label)
    least = printed.find(label) + len(label)
    if not label or least < len(label):
        return 0
    at = key.find(printed[:least])
    while at >= 0:
        length = min(len(key) - at, len(printed))
        if key[at : at + length] == printed[:length] and (
            not at or key[:at].isdigit() or (anywhere and length > least)
        ):
            return length
        at = key.find(printed[:least], at + 1)
    return 0
