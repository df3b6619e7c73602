"""Rich text (RTF): the paragraphs, rows of tables and footnotes of the main text, by its control words.

What is deleted, hidden or about the document (fonts, styles, fields' instructions, pictures) is not read.
The format: Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from tui_reader.formats.office.paragraphs import Block, FootNote, Paragraph, Print, TableRow, TextRun

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z']))"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_SKIPPED = frozenset((
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "fldinst", "themedata", "colorschememapping", "datastore", "latentstyles",
    "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl", "annotation", "atnid", "atnauthor",
    "pntext", "listtext", "bkmkstart", "bkmkend", "nonshppict", "NeXTGraphic", "filetbl", "mmathPr",
))  # fmt: skip
"""Groups that hold nothing of the text."""
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "~": "\u00a0", "_": "-", "\\": "\\",
    "{": "{", "}": "}", "page": " ", "column": " ",
}  # fmt: skip
_CODECS = {
    128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 77: "mac_roman",
}  # fmt: skip
"""The encodings of fonts by their `fcharset`."""
_FONT = re.compile(r"\\f(\d{1,5})(?:\\[a-eg-z]\w{0,20} ?|\\f(?!charset)\w{0,20} ?){0,6}\\fcharset(\d{1,3})")
_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_HEAD = 200_000
"""Characters in which the fonts are listed."""


class _Group(NamedTuple):
    """What is set within braces."""

    print: Print = Print()
    codec: str = "cp1252"
    skips: int = 1
    """Signs after `\\u` that stand for the same character in old programs."""
    silent: bool = False
    is_note: bool = False


def read(data: bytes) -> tuple[list[Block], list[FootNote], list[str]]:
    """The blocks, the notes, and what is not read, in words: nothing."""
    text = data.decode("latin-1")
    reader = _Reader(text)
    reader.read(text)
    return reader.blocks, reader.notes, []


class _Reader:
    def __init__(self, text: str) -> None:
        page = _PAGE.search(text, 0, _HEAD)
        self._codec = _known(f"cp{page[1]}" if page else "cp1252")
        fonts = _FONT.findall(text[:_HEAD])
        self._fonts = {int(number): _CODECS[int(code)] for number, code in fonts if int(code) in _CODECS}
        self.blocks: list[Block] = []
        self.notes: list[FootNote] = []
        self._runs: list[TextRun] = []
        self._cell: list[Paragraph] = []
        self._cells: list[list[Paragraph]] = []
        self._note_runs: list[TextRun] = []
        self._pieces: list[str] = []
        self._said = (Print(), False)
        self._bytes = bytearray()
        self._skip = 0
        self._half = 0
        self._group = _Group(codec=self._codec)

    def read(self, text: str) -> None:
        """Take all of a file, as Latin-1."""
        groups: list[_Group] = []
        begins = False  # whether the group has only begun
        at, end = 0, len(text)
        while at < end and (found := _TOKEN.match(text, at)):
            at = found.end()
            if found["byte"]:
                self._take_byte(int(found["byte"], 16))
                begins = False
                continue
            if found["brace"] == "{":
                groups.append(self._group)
                self._skip = 0
                begins = True
                continue
            self._flush()
            if found["brace"]:
                self._close(groups.pop() if groups else self._group)
            elif found["text"]:
                self._say(found["text"])
            elif found["sign"] == "*" or (begins and found["word"] in _SKIPPED):
                self._group = self._group._replace(silent=True)
            elif found["word"] == "bin":
                at += max(0, int(found["number"] or 0))
            elif found["word"] or found["sign"]:
                self._obey(found["word"] or found["sign"], found["number"])
            begins = False
        self._flush()
        self._end_paragraph()

    def _close(self, outer: _Group) -> None:
        if self._group.is_note and not outer.is_note:
            self._end_run()
            mark = str(len(self.notes) + 1)
            self.notes.append(FootNote(f"footnote-{mark}", mark, [Paragraph(self._note_runs)]))
            self._runs.append(TextRun(mark, note=f"footnote-{mark}"))
            self._note_runs = []
        self._group = outer
        self._skip = 0

    def _take_byte(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        elif not self._group.silent:
            self._bytes.append(byte)

    def _flush(self) -> None:
        """Say the bytes that are one or more characters."""
        if self._bytes:
            said = self._bytes.decode(self._group.codec, "replace")
            self._bytes = bytearray()
            self._add(said)

    def _say(self, text: str) -> None:
        skipped, self._skip = min(self._skip, len(text)), 0
        if not self._group.silent and len(text) > skipped:
            self._add(text[skipped:])

    def _add(self, text: str) -> None:
        said = (self._group.print, self._group.is_note)
        if said != self._said:
            self._end_run()
            self._said = said
        self._pieces.append(text)

    def _end_run(self) -> None:
        """Make a run of what was said in one print."""
        if self._pieces:
            printed, is_note = self._said
            (self._note_runs if is_note else self._runs).append(TextRun("".join(self._pieces), printed))
            self._pieces = []

    def _add_unit(self, unit: int) -> None:
        """Say a unit of UTF-16: a character, or the first or second half of one."""
        if 0xD800 <= unit < 0xDC00:
            self._half = unit
        elif 0xDC00 <= unit < 0xE000:
            self._add(chr(0x10000 + (self._half - 0xD800) * 0x400 + unit - 0xDC00) if self._half else "\ufffd")
            self._half = 0
        else:
            self._add(chr(unit))

    def _obey(self, word: str, number: str | None) -> None:
        """Do what a control word or sign says."""
        if word in _SIGNS:
            self._say(_SIGNS[word])
        elif word == "u" and number:
            if not self._group.silent:
                self._add_unit(int(number) & 0xFFFF)
            self._skip = self._group.skips
        elif word in ("par", "sect", "\n", "\r", "cell", "row", "nestcell", "nestrow"):
            self._end(word)
        else:
            self._set(word, number)

    def _end(self, word: str) -> None:
        """End a paragraph, a cell or a row."""
        if self._group.silent or self._group.is_note:
            return
        self._end_run()
        if word.endswith("cell"):
            self._cells.append([*self._cell, Paragraph(self._runs)])
            self._cell, self._runs = [], []
        elif word.endswith("row"):
            if self._cells:
                self.blocks.append(TableRow(self._cells))
            self._cells = []
        else:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        self._end_run()
        self.blocks.append(Paragraph(self._runs))
        self._runs = []

    def _set(self, word: str, number: str | None) -> None:
        """Take over how the text from here on is printed."""
        group, is_on = self._group, number != "0"
        names = {"b": "bold", "i": "italic", "ul": "underlined", "scaps": "small", "v": "hidden", "super": "raised"}
        if word in names:
            change: dict[str, Any] = {names[word]: is_on}
            self._group = group._replace(print=group.print._replace(**change))
        elif word == "ulnone":
            self._group = group._replace(print=group.print._replace(underlined=False))
        elif word == "nosupersub":
            self._group = group._replace(print=group.print._replace(raised=False))
        elif word == "plain":
            self._group = group._replace(print=Print(), codec=self._codec)
        elif word == "uc":
            self._group = group._replace(skips=min(int(number or 1), 9))
        elif word == "f" and number:
            self._group = group._replace(codec=self._fonts.get(int(number), self._codec))
        elif word == "deleted":
            self._group = group._replace(silent=True)
        elif word == "footnote":
            self._group = group._replace(is_note=True)


def _known(codec: str) -> str:
    """A codec of Python's; that of Western Europe where there is no such."""
    try:
        b"".decode(codec)
    except LookupError:
        return "cp1252"
    return codec
