"""Text made safe to show and to say: no control characters, escape sequences or invisible directions; one line end.

A terminal obeys what this takes out, and a reader cannot see it. Every pattern is linear in the length of the text.
"""

from __future__ import annotations

from tui_reader.lazy_re import lazy_re

_ODD = lazy_re(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""All that is changed or taken out below: most texts have none of it, and one search says so."""

_LINE_END = lazy_re("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

_ESCAPE = lazy_re(
    # Strings for the terminal (title, clipboard, link): OSC, DCS, SOS, PM, APC, up to BEL or ST on the same line.
    "(?:\x1b[\\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c\x90\x98\x9d\x9e\x9f\n]*+(?:\x07|\x1b\\\\|\x9c)"
    # Control sequences: parameters, intermediates, final character.
    "|(?:\x1b\\[|\x9b)[0-?]*+[ -/]*+[@-~]?"
    # Other escapes of a few characters.
    "|\x1b[ -/]*+[0-~]?"
)

_UNSEEN = lazy_re(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u200b\u2060\ufeff"  # blanks of no width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # directions that can make a label look like another
    "\ud800-\udfff]"  # halves of a character, which cannot be written anywhere
)


def clean(text: str) -> str:
    """`text` with line feeds as its only line ends and without anything that a terminal or an engine would obey."""
    if text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not _ODD.search(text):
        return text
    text = _LINE_END.sub("\n", text)
    if "\x1b" in text or any(char in text for char in "\x90\x98\x9b\x9d\x9e\x9f"):
        text = _ESCAPE.sub("", text)
    return _UNSEEN.sub("", text)


def one_line(words: object, longest: int = 160) -> str:
    """What another program says, or a file, clean and on one line of no more than `longest` characters."""
    return " ".join(clean(str(words)).split())[:longest].rstrip()
