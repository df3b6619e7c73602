"""Rich text (RTF): the paragraphs, rows of tables, text boxes and footnotes of the main text, by its control words.

What is deleted, hidden or about the document (fonts, styles, fields' instructions, pictures) is not read; comments
are counted. The format: Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import re
from typing import Any

from tui_reader.formats.office.paragraphs import Block, FootNote, Print, TextRun
from tui_reader.formats.office.story import STEPS, Story, paragraphs_of
from tui_reader.named_tuple import NamedTuple

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<escaped>[\\{}])"
    r"|(?P<sign>[^a-zA-Z'\\{}]))|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_SKIPPED = frozenset((
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "fldinst", "themedata", "colorschememapping", "datastore", "latentstyles",
    "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl", "atnid", "atnauthor",
    "pntext", "listtext", "bkmkstart", "bkmkend", "nonshppict", "NeXTGraphic", "filetbl", "mmathPr", "shprslt",
))  # fmt: skip
"""Groups that hold nothing of the text."""
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "~": "\u00a0", "_": "-",
    "page": " ", "column": " ",
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
_DRAWINGS = frozenset(("shpgrp", "shpinst", "do"))
_BOXES = frozenset(("shptxt", "dptxbxtext"))
"""Groups of drawings, and the groups within these that hold the words of a text box."""


class _Group(NamedTuple):
    """What is set within braces."""

    print: Print = Print()
    codec: str = "cp1252"
    skips: int = 1
    """Signs after `\\u` that stand for the same character in old programs."""
    silent: bool = False
    is_drawing: bool = False
    """Silent as a drawing of the text is, whose text boxes are read."""
    is_deleted: bool = False
    story: str = ""
    """"note" or "box" where its words are not in the paragraphs around them."""

    @property
    def is_read(self) -> bool:
        """Whether its words are of the text."""
        return not (self.silent or self.is_deleted)


def read(data: bytes) -> tuple[list[Block], list[FootNote], list[str]]:
    """The blocks, the notes, and what is not read, in words."""
    text = data[max(0, data.find(b"{\\rtf")) :].decode("latin-1")
    reader = _Reader(text)
    blocks = reader.read(text)
    count = reader.comments
    return blocks, reader.notes, [f"{count} comment{'s' if count > 1 else ''} in the margin"] if count else []


class _Reader:
    def __init__(self, text: str) -> None:
        page = _PAGE.search(text, 0, _HEAD)
        self._codec = _known(f"cp{page[1]}" if page else "cp1252")
        fonts = _FONT.findall(text[:_HEAD])
        self._fonts = {int(number): _CODECS[int(code)] for number, code in fonts if int(code) in _CODECS}
        self.notes: list[FootNote] = []
        self.comments = 0
        self._stories = [Story()]
        self._pieces: list[str] = []
        self._said = Print()
        self._bytes = bytearray()
        self._skip = 0
        self._half = 0
        self._group = _Group(codec=self._codec)
        self._groups: list[_Group] = []

    def read(self, text: str) -> list[Block]:
        """The blocks of a file, which is given as Latin-1."""
        begins = False  # whether the group has only begun
        at, end = 0, len(text)
        while at < end and (found := _TOKEN.match(text, at)):
            at = found.end()
            if found["brace"] == "{":
                self._groups.append(self._group)
                self._skip = 0
                begins = True
            elif found.lastgroup is not None:
                at += self._take(found, begins)
                begins = False
        self._end_run()
        while self._groups:
            self._close()
        return self._stories[0].finished()

    def _take(self, found: re.Match[str], begins: bool) -> int:
        """Obey a token; `begins` where it is the first of its group. The number of bytes behind it to pass over."""
        if found["byte"]:
            self._take_bytes(bytes((int(found["byte"], 16),)))
            return 0
        if text := found["text"] or found["escaped"]:
            self._take_bytes(text.encode("latin-1"))
            return 0
        self._flush()
        if found["brace"]:
            self._close()
        elif found["sign"] == "*" or (begins and found["word"] in _SKIPPED):
            self._group = self._group._replace(silent=True, is_drawing=False)
        elif found["word"] == "bin":
            return max(0, int(found["number"] or 0))
        else:
            self._obey(found["word"] or found["sign"], found["number"])
        return 0

    def _close(self) -> None:
        """End a group."""
        outer = self._groups.pop() if self._groups else self._group
        if self._group.story != outer.story:
            self._end_run()
            self._close_story()
        self._group = outer
        self._skip = 0

    def _open_story(self, kind: str) -> None:
        """Begin a note or a text box, which ends with its group."""
        if self._group.is_read and self._group.story != kind:
            self._end_run()
            self._group = self._group._replace(story=kind)
            self._stories.append(Story())

    def _close_story(self) -> None:
        blocks = self._stories.pop().finished()
        if self._group.story == "note":
            mark = str(len(self.notes) + 1)
            self.notes.append(FootNote(f"footnote-{mark}", mark, list(paragraphs_of(blocks))))
            self._stories[-1].add(TextRun(mark, note=f"footnote-{mark}"))
        else:
            self._stories[-1].add_box(blocks)

    def _take_bytes(self, data: bytes) -> None:
        """Take bytes of the text, of which those that stand for a character before them are passed over."""
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        if self._group.is_read:
            self._bytes += data[skipped:]

    def _flush(self) -> None:
        """Say the bytes that are one or more characters."""
        if self._bytes:
            said = self._bytes.decode(self._group.codec, "replace")
            self._bytes = bytearray()
            self._add(said)

    def _say(self, sign: str) -> None:
        skipped, self._skip = self._skip, max(0, self._skip - 1)
        if self._group.is_read and not skipped:
            self._add(sign)

    def _add(self, text: str) -> None:
        if self._group.print != self._said:
            self._end_run()
            self._said = self._group.print
        self._pieces.append(text)

    def _end_run(self) -> None:
        """Make a run of what was said in one print."""
        self._flush()
        if self._pieces:
            self._stories[-1].add(TextRun("".join(self._pieces), self._said))
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
            if self._group.is_read:
                self._add_unit(int(number) & 0xFFFF)
            self._skip = self._group.skips
        elif word in STEPS:
            if self._group.is_read:
                self._end_run()
                self._stories[-1].step(word)
        else:
            self._set(word, number)

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
            self._group = group._replace(print=Print(), codec=self._codec, is_deleted=False)
        elif word == "uc":
            self._group = group._replace(skips=min(int(number or 1), 9))
        elif word == "f" and number:
            self._group = group._replace(codec=self._fonts.get(int(number), self._codec))
        elif word == "deleted":
            self._group = group._replace(is_deleted=is_on)
        else:
            self._set_group(word)

    def _set_group(self, word: str) -> None:
        """Take over what a group holds: a note, a comment, a drawing, a text box."""
        group, outer = self._group, self._groups[-1] if self._groups else self._group
        if word == "footnote":
            self._open_story("note")
        elif word == "annotation":
            self.comments += not outer.silent
            self._group = group._replace(silent=True)
        elif word in _DRAWINGS:
            self._group = group._replace(is_drawing=group.silent and (outer.is_drawing or not outer.silent))
        elif word in _BOXES and group.is_drawing:
            self._group = group._replace(silent=False, is_drawing=False)
            self._open_story("box")


def _known(codec: str) -> str:
    """A codec of Python's; that of Western Europe where there is no such."""
    try:
        b"".decode(codec)
    except LookupError:
        return "cp1252"
    return codec
