"""EBU STL (Tech 3264), subtitles of television as bytes: a block about the programme, and blocks of words with times.

Knows its tables of characters; colours and places are not read. What the fields are:
https://tech.ebu.ch/docs/tech/tech3264.pdf.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tui_reader.cleaning import clean
from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import captions
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_HEAD = re.compile(rb"\d{3}STL(?P<rate>\d\d)\.01")
"""How a file begins: its code page, and the pictures a second."""
_ABOUT, _BLOCK, _WORDS = 1024, 128, 16
"""Bytes of the block about the programme, of a block of words, and where its words begin."""
_LAST, _USER = 0xFF, 0xFE
"""Numbers of a block: the last of a subtitle, and one that holds other data."""
_LINE, _UNUSED = 0x8A, 0x8F
_TABLES = {b"01": "iso8859-5", b"02": "iso8859-6", b"03": "iso8859-7", b"04": "iso8859-8"}
"""Tables of characters by their numbers; in all other files it is ISO 6937."""
_ACCENTS = dict(
    zip(
        range(0xC1, 0xD0),
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0308\u030a\u0327\u0332\u030b\u0328\u030c",
        strict=True,
    )
)
"""Of ISO 6937: accents, which stand before their letters."""
_SIGNS = dict(zip(
    bytes.fromhex("a4a6a8a9aaacadaeafb4b8b9bad0d1d2d3d4d5dcdddedfe0e1e2e3e4e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfe"),
    "$#¤‘“←↑→↓×÷’”―¹®©™♪⅛⅜⅝⅞ΩÆĐªĦĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ",
    strict=True,
))  # fmt: skip
"""Of ISO 6937: where it differs from Latin-1."""


def _recognise(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if _HEAD.match(file.data) else None


def _read(file: SourceFile) -> Document:
    if not _HEAD.match(file.data):
        raise DocumentError(f"{file.name}: no EBU STL, which begins with 850STL25.01; open it without --as")
    text = file.data.decode("latin-1")
    return captions.parse(text, file.name, file.key, file.entries, file.warnings, "ebu-stl")


def cues(text: str, builder: Builder) -> list[CaptionCue]:
    """The subtitles in order; sets the title. `text` has a character for each byte of the file."""
    data = text.encode("latin-1")
    head = _HEAD.match(data)
    rate = int(head["rate"]) if head else 25
    table = _TABLES.get(data[12:14], "")
    title = _decoded(data[16:48], table).strip()
    if title:
        builder.title = builder.passage(Kind.HEADING, title)
    if (len(data) - _ABOUT) % _BLOCK:
        builder.warnings.append(f"{builder.name}: the last block is not whole; the file seems to be cut off")
    return list(_cues(data, table, rate or 25))


def _cues(data: bytes, table: str, rate: int) -> Iterator[CaptionCue]:
    """A cue for each subtitle, whose words may stand in several blocks; those of a comment are not said."""
    words = b""
    for at in range(_ABOUT, len(data) - _BLOCK + 1, _BLOCK):
        block = data[at : at + _BLOCK]
        if block[3] == _USER:
            continue
        words += block[_WORDS:]
        if block[3] != _LAST:
            continue
        said, words = _decoded(words, table).strip(), b""
        start, end = _seconds(block[5:9], rate), _seconds(block[9:13], rate)
        if block[15]:
            yield CaptionCue(said, None, None, (), "comment")
        elif said:
            yield CaptionCue(f"{_printed(block[5:9])} {_printed(block[9:13])}", start, end, (CuePiece(said),))


def _seconds(time: bytes, rate: int) -> float:
    hours, minutes, seconds, frames = time
    return hours * 3600 + minutes * 60 + seconds + frames / rate


def _printed(time: bytes) -> str:
    return ":".join(f"{part:02}" for part in time)


def _decoded(data: bytes, table: str) -> str:
    """The characters, with a line for each; codes of colours and of emphasis are blanks."""
    lines = data.replace(bytes([_UNUSED]), b"").split(bytes([_LINE]))
    return "\n".join(" ".join(_characters(line, table).split()) for line in lines if line.strip())


def _characters(line: bytes, table: str) -> str:
    shown = bytes(code if 0x20 <= code < 0x7F or code >= 0xA0 else 0x20 for code in line)
    if table:
        return clean(shown.decode(table, "replace"))
    found, accent = "", ""
    for code in shown:
        if code in _ACCENTS:
            accent = _ACCENTS[code]
        else:
            found += _SIGNS.get(code, chr(code)) + accent
            accent = ""
    return clean(unicodedata.normalize("NFC", found))


PRODUCERS = (Producer("ebu-stl", "EBU STL", _recognise, _read),)
