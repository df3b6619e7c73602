"""The blocks of a Markdown text: headings, paragraphs, items, rows of tables, notes, code, and what is for the page.

Every line is in one block. Knows lines; not what is said in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from tui_reader.formats.headings import rest_of_page
from tui_reader.formats.labels.candidates import MarkedCandidate
from tui_reader.formats.markdown.emphasised_names import MarkdownLabel, find
from tui_reader.formats.markdown.tables import is_table, rows
from tui_reader.named_tuple import NamedTuple

Kind = Literal["heading", "text", "code", "note", "out"]

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|(?=[^\W\d_]))([^\n]*)")
_HEADING_END = re.compile(r"(?<![ \t#])[ \t]*#+$|(?<!\s)\s*+\{#[^{}\n]{0,200}\}$")
_UNDERLINE = re.compile(r"=+|-+")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`\n]*")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+)(?=\S)")
_CALLOUT = re.compile(r"\[!\w{1,30}\][+-]?[ \t]*")
_NOTE = re.compile(r"\[\^(?P<mark>[\w-]{1,40})\]:[ \t]*")
_REFERENCE = re.compile(r"\[([^\[\]^\n][^\[\]\n]{0,99})\]:[ \t]+\S+(?:[ \t]+[\"'(][^\n]*)?")
_FOR_THE_PAGE = re.compile(
    r"\{:[^{}]{0,200}\}|:{3,}[^:]{0,200}|\{%[^{}]{0,300}%\}|\{\{[<%][^{}]{0,300}\}\}|\[\[?toc\]?\]"
    r"|(?:import|export) .*[;'\"{]",
    re.IGNORECASE,
)
_DEFINED = re.compile(r":[ \t]+(?=\S)")
_WITH_LABEL = re.compile(r"(\*{1,3}|_{1,3})([^\s*_:：][^*_:：\n]{0,63}[:：])[ \t\n]+([^*_]{1,20000})\1")
"""A paragraph with its label wholly in emphasis."""
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|table|thead|tbody|tr|hr|center|blockquote|details|summary|section)[\s>/]",
    re.IGNORECASE,
)
"""A tag that begins a block."""
_COMMENT, _COMMENT_END = "<!--", "-->"
_LONGEST_UNDERLINED = 80
"""Characters of a line that the next one makes a heading."""
_MOST_IN_CODE = 0.5
"""Share of the characters from which what stands in fences is the text itself."""


class Block(NamedTuple):
    """A stretch of lines that belong together."""

    kind: Kind
    words: str
    """What stands in it, without the signs before its lines."""
    sign: str = ""
    """The sign before it: of a heading, an item, a note."""
    level: int = 0
    """Of a heading, 1 to 6."""
    listed: bool = False
    """Whether it is an item of a list."""
    quoted: bool = False
    why: str = ""
    """Why it is no text."""
    label: MarkdownLabel | None = None
    """What might be a label at its start."""


class Blocks(NamedTuple):
    """All of a text."""

    blocks: tuple[Block, ...]
    references: frozenset[str]
    """Ids of addresses, in small letters."""


def divide(text: str) -> Blocks:
    """The blocks of a text without front matter."""
    lines = text.split("\n")
    found = _Lines(lines).blocks()
    in_code = sum(len(block.words) for block in found if block.kind == "code")
    if in_code > _MOST_IN_CODE * len(text):
        fences = [line.strip() for line in lines if _FENCE.fullmatch(line.strip())]
        found = _Lines([line for line in lines if not _FENCE.fullmatch(line.strip())]).blocks()
        found.append(Block("out", "\n".join(fences), why="a sign of Markdown"))
    references = frozenset(
        one[1].casefold() for block in found if block.kind == "out" and (one := _REFERENCE.fullmatch(block.words))
    )
    return Blocks(tuple(found), references)


class _Lines:
    """Goes through the lines once."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._at = 0
        self._made: list[Block] = []
        self._open: list[str] = []
        """Lines of the paragraph that goes on."""
        self._sign = ""
        self._quoted = False
        self._unclosed: set[str] = set()
        """Signs that open something which no line closes."""

    def blocks(self) -> list[Block]:
        """All blocks, in order."""
        while self._at < len(self._lines):
            line = self._lines[self._at].strip()
            self._at += 1
            if not line:
                self._end()
                self._quoted = False
            elif not (self._fence(line) or self._comment(line)):
                self._line(line)
        self._end()
        return self._made

    def _line(self, line: str) -> None:
        quote = _QUOTE.match(line)
        if bool(quote) != self._quoted and (quote or (self._open[-1:] and find(line))):
            self._end()
        self._quoted = bool(quote)
        line = line[quote.end() :] if quote else line
        if quote and (callout := _CALLOUT.match(line)):
            self._add("out", callout[0].strip(), why="a mark for the page")
            line = line[callout.end() :]
        if not line:
            self._end()
        elif not (self._alone(line) or self._underline(line) or self._table(line)):
            self._goes_on(line)

    def _alone(self, line: str) -> bool:
        """Take a line that is a block by itself: a heading, a rule, a reference, a mark for the page."""
        heading = _HEADING.fullmatch(line)
        why = rest_of_page(line, anywhere=True)
        if _FOR_THE_PAGE.fullmatch(line):
            why = "a mark for the page"
        elif _REFERENCE.fullmatch(line) and not self._open:
            why = "the address of a link"
        if why and not (self._open and _UNDERLINE.fullmatch(line)):
            self._add("out", line, why=why)
        elif heading and heading[2].strip("# \t"):
            words = _HEADING_END.sub("", _HEADING_END.sub("", heading[2]))
            self._add("heading", words, f"{heading[1]} ", level=len(heading[1]))
        elif line.strip("#"):
            return False
        else:
            self._add("out", line, why="a sign of Markdown")
        return True

    def _underline(self, line: str) -> bool:
        """Take a line of signs that makes the line above a heading, or is a rule."""
        if not self._open or not _UNDERLINE.fullmatch(line):
            return False
        above = self._open[0]
        titled = len(self._open) == 1 and not self._sign and len(line) > 1 and above[-1] not in ".?!:;,…"
        if titled and len(above) <= _LONGEST_UNDERLINED and find(above) is None:
            self._open = []
            self._add("heading", above, level=1 if line[0] == "=" else 2)
        elif len(line) > 2:
            self._add("out", line, why="a rule between sections")
        else:
            return False
        return True

    def _table(self, line: str) -> bool:
        """Take the rows of a table."""
        below = self._lines[self._at] if self._at < len(self._lines) else ""
        if not is_table(line, below):
            return False
        self._end()
        table = [line]
        while self._at < len(self._lines) and "|" in self._lines[self._at]:
            table.append(self._lines[self._at].strip())
            self._at += 1
        for words in rows(table):
            self._add("text", words) if words.strip("|:- ") else self._add("out", words, why="a rule between sections")
        return True

    def _goes_on(self, line: str) -> None:
        """Begin a paragraph with a line, or add it to the one that is open."""
        bullet, note = _BULLET.match(line), _NOTE.match(line)
        label = find(line) if not bullet else None
        if defined := _DEFINED.match(line):
            self._define(line[defined.end() :])
            return
        if bullet or note or _BLOCK_TAG.match(line) or (label and label.begins_paragraph):
            self._end()
        if bullet:
            self._sign = bullet[0]
            line = line[bullet.end() :]
        elif note and not self._open:
            self._sign = note[0]
            line = line[note.end() :]
        if line:
            self._open.append(line.removesuffix("\\").rstrip())

    def _define(self, words: str) -> None:
        """Take what defines the line above, the name of who says it: `Name` and `: words`."""
        if len(self._open) == 1 and not self._sign:
            self._open[0] = f"**{self._open[0].strip('*_: ')}:** {words}"
        elif not self._open and self._made and self._made[-1].kind == "text" and "\n" not in self._made[-1].words:
            name = self._made.pop().words
            self._open = [f"**{name.strip('*_: ')}:** {words}"]
        else:
            self._open.append(words)

    def _fence(self, line: str) -> bool:
        """Take what stands between fences."""
        fence = _FENCE.fullmatch(line)
        if not fence or fence[1][0] in self._unclosed:
            return False
        for end in range(self._at, len(self._lines)):
            bare = self._lines[end].strip()
            if bare.startswith(fence[1]) and not bare.strip(fence[1][0]):
                self._add("code", "\n".join((line, *self._lines[self._at : end + 1])), why="code")
                self._at = end + 1
                return True
        self._unclosed.add(fence[1][0])
        return False

    def _comment(self, line: str) -> bool:
        """Take a comment that begins a line; what stands behind it is a line again."""
        if not line.startswith(_COMMENT) or _COMMENT in self._unclosed:
            return False
        for end in range(self._at - 1, len(self._lines)):
            text = line if end < self._at else self._lines[end]
            before, closing, behind = text.partition(_COMMENT_END)
            if closing:
                first = [] if end < self._at else [line, *self._lines[self._at : end]]
                self._add("out", "\n".join((*first, before + closing)), why="a comment")
                self._at = max(end + 1, self._at)
                if behind.strip():
                    self._line(behind.strip())
                return True
        self._unclosed.add(_COMMENT)
        return False

    def _end(self) -> None:
        """End the paragraph that is open."""
        if not self._open:
            self._sign = ""
            return
        words, sign = "\n".join(self._open), self._sign
        self._open, self._sign = [], ""
        if sign.startswith("[^"):
            self._made.append(Block("note", words, sign))
        else:
            bullet = bool(sign)
            if emphasised := _WITH_LABEL.fullmatch(words):
                words = f"{emphasised[1]}{emphasised[2]}{emphasised[1]} {emphasised[3]}"
            self._made.append(Block("text", words, sign, 0, bullet, self._quoted, "", find(words, listed=bullet)))

    def _add(self, kind: Kind, words: str, sign: str = "", level: int = 0, why: str = "") -> None:
        """End what is open and add a block."""
        self._end()
        label = find(words, level) if kind in ("heading", "text") else None
        self._made.append(Block(kind, words, sign, level, False, self._quoted, why, label))


def candidates(blocks: Sequence[Block]) -> list[MarkedCandidate]:
    """What might be a label at the starts of blocks, with what is said after it, there or in the next one."""
    made = []
    for index, block in enumerate(blocks):
        one = block.label
        if one is None:
            continue
        words = block.words[one.end :]
        if not words.strip() and index + 1 < len(blocks):
            words = blocks[index + 1].words
        made.append(
            MarkedCandidate(one.name, index, words, "sign", one.level, one.stamped, one.listed, single=one.single)
        )
    return made
