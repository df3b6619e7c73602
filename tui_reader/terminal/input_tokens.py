"""Divides what a terminal sends into characters, keys, pasted text, and reports that nobody typed.

A sequence may come in pieces, cut anywhere, as over a slow connection. What a terminal tells of the mouse and of itself
is a report and never a key. Pure: knows no terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

ESCAPE_WAIT = 0.05
"""Seconds to wait for what follows ESC: alone it is the Escape key."""
SEQUENCE_WAIT = 1.0
"""Seconds to wait for the rest of a sequence that has begun for certain."""
PASTE_WAIT = 5.0
"""Seconds of silence in which pasted text without an end is taken to be over."""
LONGEST_PASTE = 100_000
"""Characters of pasted text that are kept."""
LONGEST_SEQUENCE = 200
"""Characters of a sequence after which it is none."""
TokenKind = Literal["text", "escape", "key", "report", "paste"]
PASTE_START, PASTE_END = "\x1b[200~", "\x1b[201~"

_COMPLETE = lazy_re(
    r"\x1b\[M[\s\S]{3}|\x1b\[\[[A-E]|\x1b\[(?!M|\[)[0-?]*[ -/]*[@-~]|\x1bO[0-9;]*[@-~ ]|\x1b(?![\x1b\[O])[^\x1b]"
)
_BEGUN = lazy_re(r"\x1b\[(?:M[\s\S]{0,2}|\[|[0-?]*[ -/]*)\Z|\x1bO[0-9;]*\Z|\x1b\Z")
_STRING = lazy_re(r"\x1b(?:\][0-9]+;|P[0-9;]*[>!$+=?|]|_G)")
"""The start of a terminal's answer in words, which goes on to a terminator."""
_STRING_BEGUN = lazy_re(r"\x1b(?:\][0-9]*|P[0-9;]*|_)\Z")
_TERMINATOR = lazy_re(r"\x07|\x1b\\|\x9c")
_REPORT = lazy_re(r"\x1b\[(?:[<=>?].*|M.{3}|[0-9;]*[MRcntxy]|[IO])", re.DOTALL)
_REST = lazy_re(
    r"\[(?:[0-9;<=>?]+[ -/]*[@-~]|[ABCDFHIO](?=\x1b|\Z)|M[\s\S]{3})|O[ABCDFHPQRS](?=\x1b|\Z)|[\]P_][0-9>!$+=?G]"
)
"""What follows an ESC that came too early, where nobody can have typed it: several characters at once."""
_WORDS = lazy_re(r"(?:^|\s)[^\W\d_]{2,20}[^\w\s]?\s+[^\W\d_]{2,20}[^\w\s]?\s+[^\W\d_]{2,20}")


def is_pasted(sent: str) -> bool:
    """Whether what came at once is text that was pasted, in a terminal that does not say so: words of several letters.

    Nobody types three words at once; a number of keys that were pressed while the program was busy has no words.
    """
    return "\x1b" not in sent and sent[:1] not in ("/", "") and bool(_WORDS.search(sent))


class Token(NamedTuple):
    """A stretch of what was sent."""

    kind: TokenKind
    text: str
    """As it was sent; of pasted text, what was pasted."""


def is_of_mouse(token: Token) -> bool:
    """Whether a token tells of the mouse, or of the window that has got or lost the focus."""
    return token.kind == "report" and token.text.startswith(("\x1b[<", "\x1b[M", "\x1b[I", "\x1b[O"))


class InputTokens:
    """Takes what is sent, piece by piece."""

    def __init__(self) -> None:
        self._rest = ""
        """What may become a sequence."""
        self._pasted: str | None = None
        """What was pasted so far; None where nothing is being pasted."""
        self._in_string = False
        self._escaped = False
        """Whether ESC was taken for the Escape key just now."""

    @property
    def wait(self) -> float | None:
        """Seconds to wait for more before `end`; None where all that came is complete."""
        if self._pasted is not None:
            return PASTE_WAIT
        if self._in_string:
            return SEQUENCE_WAIT
        return (ESCAPE_WAIT if self._rest == "\x1b" else SEQUENCE_WAIT) if self._rest else None

    def feed(self, sent: str) -> Iterator[Token]:
        """Take what was sent; the tokens that are complete."""
        if self._escaped and sent:
            self._escaped = False
            if _REST.match(sent):
                sent = f"\x1b{sent}"
        self._rest += sent
        while self._rest:
            before = self._rest
            token = self._next()
            if token:
                yield token
            elif self._rest == before:
                return

    def end(self) -> Iterator[Token]:
        """Nothing more came in time: the Escape key, a sequence that was cut off, the end of pasted text."""
        rest, pasted, self._rest, self._pasted, self._in_string = self._rest, self._pasted, "", None, False
        if pasted is not None:
            yield Token("paste", pasted + rest)
        elif rest == "\x1b":
            self._escaped = True
            yield Token("escape", rest)
        elif rest:
            yield Token("report" if len(rest) > 2 else "key", rest)

    def _next(self) -> Token | None:
        """The token at the start of what is there; None where it is not complete, or none that tells anything."""
        if self._pasted is not None:
            return self._go_on_pasting()
        if self._in_string:
            self._go_on_in_string()
            return None
        rest = self._rest
        if rest[0] != "\x1b":
            return self._taken("text", rest.find("\x1b") if "\x1b" in rest else len(rest))
        if rest.startswith(PASTE_START):
            self._rest, self._pasted = rest[len(PASTE_START) :], ""
            return self._go_on_pasting()
        if string := _STRING.match(rest):
            self._rest, self._in_string = rest[string.end() :], True
            return None
        if _BEGUN.match(rest) or _STRING_BEGUN.match(rest):
            return self._taken("report", len(rest)) if len(rest) > LONGEST_SEQUENCE else None
        if complete := _COMPLETE.match(rest):
            return self._taken("report" if _REPORT.fullmatch(complete[0]) else "key", complete.end())
        return self._taken("escape", 1)

    def _taken(self, kind: TokenKind, length: int) -> Token:
        token = Token(kind, self._rest[:length])
        self._rest = self._rest[length:]
        return token

    def _go_on_pasting(self) -> Token | None:
        pasted, end, rest = self._rest.partition(PASTE_END)
        if end:
            token = Token("paste", ((self._pasted or "") + pasted)[:LONGEST_PASTE])
            self._rest, self._pasted = rest, None
            return token
        # The end may be cut itself.
        kept = next((size for size in range(len(PASTE_END) - 1, 0, -1) if pasted.endswith(PASTE_END[:size])), 0)
        self._pasted = ((self._pasted or "") + pasted[: len(pasted) - kept])[:LONGEST_PASTE]
        self._rest = pasted[len(pasted) - kept :]
        return None

    def _go_on_in_string(self) -> None:
        end = _TERMINATOR.search(self._rest)
        if end:
            self._rest, self._in_string = self._rest[end.end() :], False
        else:
            self._rest = "\x1b" if self._rest.endswith("\x1b") else ""
