"""The names of keys from the tokens that a terminal sends for them. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.lazy_re import lazy_re
from tui_reader.terminal.input_tokens import InputTokens, Token
from tui_reader.terminal.keys import NAMES, UNKNOWN

_NAMED = {
    "A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end", "M": "enter", "I": "tab",
    "1~": "home", "7~": "home", "4~": "end", "8~": "end", "5~": "pageup", "6~": "pagedown",
}  # fmt: skip
"""By what follows the introducer of a sequence."""
_SEQUENCE = lazy_re(r"\x1b[\[O]([0-9]?[A-Z~])")
_CODE = lazy_re(r"\x1b\[([0-9]{1,7})(?:;1?)?u")
"""A key as a terminal sends it that reports each key by its code, as a program that was killed left it."""


def key_names(text: str) -> Iterator[str]:
    """The names of the keys that sent these characters; UNKNOWN for a key that sends an unknown sequence."""
    tokens = InputTokens()
    for token in (*tokens.feed(text), *tokens.end()):
        yield from names_of(token)


def names_of(token: Token) -> Iterator[str]:
    """The names of the keys of a token; none for a report and for pasted text."""
    is_typed = token.kind in ("text", "escape") or (len(token.text) == 2 and token.text[1] not in "[O")
    if is_typed:  # also ESC and a key right behind it
        yield from map(_typed, token.text)
    elif token.kind == "key":
        yield _name(token.text)


def _typed(character: str) -> str:
    return NAMES.get(character, character if character.isprintable() else UNKNOWN)


def _name(sequence: str) -> str:
    if coded := _CODE.fullmatch(sequence):
        code = int(coded[1])
        return _typed(chr(code)) if code < 0xE000 else UNKNOWN  # above are keys without a character
    match = _SEQUENCE.fullmatch(sequence)
    return _NAMED.get(match[1], UNKNOWN) if match else UNKNOWN
