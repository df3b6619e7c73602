"""Bytes to characters: which encoding a file is in. Knows nothing of what the characters say.

The order is that of certainty: a byte order mark, the places of the zero bytes in UTF-16 and UTF-32, strict UTF-8,
UTF-8 with a few broken places, the encoding that the file itself declares, and last an old encoding in which the words
are those of a language; in doubt Windows-1252, in which nearly every old text of Western languages can be read.
"""

from __future__ import annotations

import codecs
import string

from tui_reader.errors import DocumentError, UsageError
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LARGER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
"""Encodings with all characters of others, in whose names pages are written (https://encoding.spec.whatwg.org)."""
_REPLACED = "\ufffd"
_SAMPLE = 4096
"""Bytes that are looked at for zero bytes and control characters."""
_JAPANESE = b"\x1b$B"
"""The escape with which Japanese text begins in ISO-2022-JP."""
_FAR = 20_000
"""Bytes in which it is looked for."""
_ASCII = bytes(range(128))
_ASCII_LETTERS = string.ascii_letters.encode()
_CONTROL = lazy_re("[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
"""Characters that hardly stand in text; not the bell, the backspace and the escape of terminal recordings."""


class Decoded(NamedTuple):
    """The characters of a file, and how they were found."""

    text: str
    encoding: str
    guessed: bool
    """Whether nothing in the file proves the encoding."""
    broken: int = 0
    """Places that are no characters of the encoding; each is U+FFFD in the text."""


def decode(data: bytes, name: str, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """The characters of `data`; `name` is the file's, for messages; `encoding` overrides what the bytes say.

    `declared` is a known encoding that the file names; UTF-8 is read as such, whatever the file names.
    Raises UsageError for an unknown encoding, DocumentError for bytes that are not text.
    """
    if encoding is not None:
        return Decoded(_decode_as(data, name, encoding), encoding, False)
    for mark, found in _MARKS:
        if data.startswith(mark):
            return Decoded(_decode_as(data, name, found), found, False)
    wide = _wide_encoding(data[:_SAMPLE])
    if wide:
        return Decoded(_decode_as(data, name, wide), wide, True)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        fallback = _damaged_utf_8(data) or _as_declared(data, declared) or _old(data, name)
        _refuse_binary(fallback.text, name, 0.02)
        return fallback._replace(broken=fallback.text.count(_REPLACED))
    _refuse_binary(text, name, 0.2)
    if text.isascii() and (in_escapes := "iso2022_jp" if _JAPANESE in data[:_FAR] else declared):
        return _as_declared(data, in_escapes) or Decoded(text, "utf-8", False)
    return Decoded(text, "utf-8", False)


def _damaged_utf_8(data: bytes) -> Decoded | None:
    """The text as UTF-8 where more of its characters beyond ASCII are whole than broken, as in a file that was cut off.

    In other encodings hardly any two bytes are by chance a character of UTF-8.
    """
    text = data.decode("utf-8", "replace")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return Decoded(text, "utf-8", False) if beyond_ascii > 2 * text.count(_REPLACED) else None


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    """The text in the encoding that the file names, or in the larger one that pages mean by that name."""
    if declared is None:
        return None
    encoding = _LARGER.get(codecs.lookup(declared).name, declared)
    return Decoded(data.decode(encoding, "replace"), encoding, False)


def _old(data: bytes, name: str) -> Decoded:
    """The text in the old encoding that its words speak for, or as Windows-1252.

    Raises DocumentError where none do and more bytes are beyond ASCII than are letters of it, as in no Western one.
    """
    from tui_reader.formats.language.encoding_guess import WESTERN, guess_encoding

    _refuse_binary(data[:_SAMPLE].decode("latin-1"), name, 0.02)
    encoding = guess_encoding(data)
    if encoding == WESTERN and len(data.translate(None, _ASCII)) > len(data) - len(
        data.translate(None, _ASCII_LETTERS)
    ):
        raise DocumentError(
            f"{name}: neither UTF-8 nor an encoding in which its words make sense; "
            "choose its own with --encoding, such as cp1251, koi8-r, gb18030, big5, shift_jis or euc_jp"
        )
    return Decoded(data.decode(encoding, "replace"), encoding, True)


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise UsageError(f"{encoding}: no such text encoding; try utf-8, utf-16, cp1252 or latin-1") from None
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{name}: byte {error.start} is not {encoding}; choose another with --encoding, such as cp1252"
        ) from None
    except UnicodeError:
        raise DocumentError(f"{name}: cannot be read as {encoding}; choose another with --encoding") from None


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: in text that is mostly Latin every second byte, or three of four, are zero."""
    if len(sample) < 4 or not sample.count(0):
        return None
    zeros = [sample[place::4].count(0) / max(1, len(sample[place::4])) for place in range(4)]
    full = [share > 0.7 for share in zeros]
    if full == [False, True, True, True]:
        return "utf-32-le"
    if full == [True, True, True, False]:
        return "utf-32-be"
    if zeros[1] > 0.4 and zeros[3] > 0.4 and zeros[0] < 0.1 and zeros[2] < 0.1:
        return "utf-16-le"
    if zeros[0] > 0.4 and zeros[2] > 0.4 and zeros[1] < 0.1 and zeros[3] < 0.1:
        return "utf-16-be"
    return None


def _refuse_binary(text: str, name: str, limit: float) -> None:
    """Raise DocumentError where more than `limit` of the first characters are control characters."""
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > limit * len(sample):
        raise DocumentError(f"{name}: not text but binary data; a transcript must be a text file")
