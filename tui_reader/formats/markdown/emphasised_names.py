"""Names that Markdown's emphasis, headings or times of a recording set apart at the start of a paragraph.

Each might be a label; which of them are is decided by `labels.emphasis_labels`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.labels.clock_times import BETWEEN, MARKDOWN_STAMP

_BEFORE = re.compile(
    rf"(?:>[^\S\n]?)?(?:[-*+•][^\S\n]+)?(?:#{{1,6}}[^\S\n]+)?(?P<time>{MARKDOWN_STAMP}[^\S\n]*{BETWEEN})?"
)
_LINKED = r"(?:\]\([^\s()]{1,300}\))?"
_EMPHASIS = re.compile(
    rf"\[?(?:\*\*(?P<a>[^*\n]{{1,300}}?)\*\*|__(?P<b>[^_\n]{{1,64}}?)__|\*(?P<c>[^*\s][^*\n]{{0,63}}?)\*"
    rf"|_(?P<d>[^_\s][^_\n]{{0,63}}?)_){_LINKED}"
)
_LINK = re.compile(r"\[([^\]\n]{1,64})\]\([^\s()]{1,300}\)")
_COLON = re.compile(r"[^\S\n]?(?:\*\*[:：]\*\*|[:：])(?=\s|$)")
_BEHIND = re.compile(rf"[^\S\n]*{BETWEEN}{MARKDOWN_STAMP}[^\S\n]*[:：]?")
_INSIDE = re.compile(rf"^{MARKDOWN_STAMP}[^\S\n]*{BETWEEN}|[^\S\n]*{BETWEEN}{MARKDOWN_STAMP}(?=[:：]?$)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.{1,80}?)[ \t#]*$")


class MarkdownLabel(NamedTuple):
    """What might be a label."""

    name: str
    end: int
    """Where the words after it begin."""
    level: int | None = None
    """None where a colon or a time says that it is a label; else how it stands alone: 0 in bold, 1 to 6 a heading."""
    stamped: bool = False
    """Whether a time of the recording stands beside it."""
    listed: bool = False
    """Whether it begins an item of a list."""
    single: bool = False
    """Whether it is in single emphasis, `*name*`, and not in bold."""

    @property
    def begins_paragraph(self) -> bool:
        """Whether its line is a paragraph of its own: not where it is alone in single emphasis or in a list."""
        return self.level is None or not (self.single or self.listed)


def find(words: str) -> MarkdownLabel | None:
    """The possible label at the start of a paragraph."""
    before = _BEFORE.match(words)
    at = before.end() if before else 0
    stamped = before is not None and before["time"] is not None
    line_end = words.find("\n")
    line_end = len(words) if line_end < 0 else line_end
    level = len(words) - len(words.lstrip("#"))
    listed = words[0] in "-*+•" and words[1:2].isspace()
    bold = _EMPHASIS.match(words, at, line_end)
    if bold:
        name, at = next(one for one in bold.groups() if one), bold.end()
    elif level:
        heading = _HEADING.match(words[:line_end])
        if not heading:
            return None
        name, at = heading[2], line_end
    else:
        return None
    name = _LINK.sub(r"\1", name)
    bare = _INSIDE.sub("", name.strip())
    stamped |= bare != name.strip()
    colon = bare.endswith((":", "：")) and bool(not words[at : at + 1].strip() or level)
    bare = " ".join(bare.rstrip(" \t:：").split())
    for sign in (_COLON, _BEHIND, _COLON):
        behind = sign.match(words, at, line_end)
        if behind:
            if sign is _BEHIND and (words[behind.end() : line_end].strip() or (colon and line_end == len(words))):
                break  # a time at the start of what is said
            colon |= sign is _COLON
            stamped |= sign is _BEHIND
            at = behind.end()
    alone = not words[at:line_end].strip()
    if not bare or len(bare) > 64 or not (colon or alone):
        return None
    single = bold is not None and not (bold["a"] or bold["b"])
    if (colon and not level) or (stamped and alone):
        return MarkdownLabel(bare, at, None, stamped, listed, single)
    return MarkdownLabel(bare, at, level, False, listed, single)


def candidates(paragraphs: Sequence[str], found: Sequence[MarkdownLabel | None]) -> list[MarkedCandidate]:
    """What was found at the starts of the paragraphs, with what is said after it, there or in the next one."""
    made = []
    for index, one in enumerate(found):
        if one is None:
            continue
        words = paragraphs[index][one.end :]
        if not words.strip() and index + 1 < len(paragraphs):
            words = paragraphs[index + 1]
        made.append(
            MarkedCandidate(one.name, index, words, "sign", one.level, one.stamped, one.listed, single=one.single)
        )
    return made
