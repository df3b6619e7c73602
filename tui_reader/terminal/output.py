"""Safe printing: any text in any encoding on standard output, and an error as one line on standard error.

Text of a document or a file's name may hold anything. All commands print through this module, so that no control
character, escape sequence or invisible direction in it reaches the terminal.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterable
from itertools import islice

from tui_reader.lazy_re import lazy_re
from tui_reader.terminal.closed_streams import drop, fill_closed_streams

PROGRAM = "tui-reader"
FOLD = "tui-reader-fold"
"""The name of the error handler that prints the nearest ASCII for characters that the encoding lacks."""

_CONTROLS = lazy_re("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What a terminal obeys or a person cannot see, but the line feed."""
_AT_ONCE = 500
"""Pieces of JSON that are written at once."""
_NEAREST = {
    "‘": "'", "’": "'", "‚": ",", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-",
    "‒": "-", "–": "-", "—": "--", "―": "--", "−": "-", "…": "...", "•": "*", "·": ".", "†": "+", "‡": "++", "′": "'",
    "″": '"', "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u00ad": "", "\u200b": "", "\ufeff": "", "ß": "ss",
    "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
}  # fmt: skip


def prepare_streams() -> None:
    """Print characters that the encoding lacks as their nearest ASCII, and have no file in place of a closed stream."""
    fill_closed_streams()
    codecs.register_error(FOLD, _fold)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=FOLD)


def in_browser() -> bool:
    """Whether `serve` runs this process: then the screen is drawn in a browser, and there is no terminal."""
    return "TEXTUAL_DRIVER" in os.environ


def _fold(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    nearest = []
    for character in error.object[error.start : error.end]:
        decomposed = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
        nearest.append(_NEAREST.get(character, decomposed or "?"))
    return "".join(nearest), error.end


def in_ascii(text: str) -> str:
    """The text in ASCII: "--" for a dash, straight quotes, no accents."""
    return text.encode("ascii", FOLD).decode()


def without_controls(text: str) -> str:
    """The text with a space for each control character except the line feed; offsets into it stay the same."""
    if text.replace("\n", "").isprintable():
        return text
    return _CONTROLS.sub(" ", text) if _CONTROLS.search(text) else text


def in_one_line(words: object) -> str:
    """The words with a space for each control character and line feed."""
    return without_controls(str(words)).replace("\n", " ")


def print_text(text: str) -> None:
    """Text of several lines on standard output."""
    print(without_controls(text))


def print_lines(lines: Iterable[object]) -> None:
    """Each on one line of standard output, as soon as it is there."""
    for line in lines:
        print(in_one_line(line), flush=True)


def print_messages(lines: Iterable[object]) -> None:
    """Each on one line of standard error, as soon as it is there; where that cannot be written to, work goes on."""
    for line in lines:
        try:
            print(in_one_line(line), file=sys.stderr, flush=True)
        except OSError:
            drop(2)


def print_json(value: object) -> None:
    """A value as JSON, bit by bit as `json_pieces` gives it; in ASCII where the output's encoding is not UTF-8."""
    from tui_reader.terminal.streamed_json import json_pieces

    pieces = json_pieces(value, ascii_only=sys.stdout.encoding.lower() != "utf-8")
    while text := "".join(islice(pieces, _AT_ONCE)):
        sys.stdout.write(_CONTROLS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text))
    print()


def complain(message: object) -> None:
    """One line on standard error that begins with the program's name."""
    print_messages([f"{PROGRAM}: {' '.join(in_one_line(message).split())}"])
