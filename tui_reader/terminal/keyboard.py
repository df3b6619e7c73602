"""Reads single keys of a terminal and the signals that its user sends, into one inbox. Prints nothing.

A thread reads, and the program waits on the inbox. The terminal keeps its signals (Ctrl+C, Ctrl+Z) and its output;
only echo and line editing are off, and they are restored whatever happens.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, Protocol

from tui_reader.errors import UsageError
from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.input_tokens import InputTokens, Token, is_of_mouse, is_pasted
from tui_reader.terminal.key_sequences import key_names, names_of
from tui_reader.terminal.left_modes import reset

HANG_UP = "hang-up"
"""The key that the inbox gets when the terminal is gone."""
LOOK = 0.01
"""Seconds between looks at the keyboard of Windows, where a thread cannot wait for a key and for its end at once."""

_CONSOLE_ARROWS = {"H": "up", "P": "down", "M": "right", "K": "left"}
_ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
_JOB_CONTROL = ("SIGTSTP", "SIGCONT")


class TypedLine(NamedTuple):
    """A line that was typed and ended with Enter."""

    text: str


class Pasted(NamedTuple):
    """Text that was pasted and not typed."""

    text: str
    is_certain: bool = True
    """Whether the terminal says so; otherwise it is told by many words that came at once."""


class Inbox:
    """Takes keys as str, lines as TypedLine, pasted text, signals, and whatever else the program waits for.

    Knows how much of it the person has sent. Safe in threads and in signal handlers.
    """

    def __init__(self) -> None:
        self._items, self._sent = SimpleQueue[Any](), SimpleQueue[None]()

    @property
    def waiting(self) -> int:
        """The number of keys, lines and signals that were not taken out yet."""
        return self._sent.qsize()

    def put(self, item: Any) -> None:
        """Put something in at the end."""
        if isinstance(item, _SENT):
            self._sent.put(None)
        self._items.put(item)

    def get(self, timeout: float | None = None) -> Any:
        """Take the first out; wait for it, at most so many seconds. Raises queue.Empty."""
        item = self._items.get(timeout=timeout)
        if isinstance(item, _SENT):
            self._sent.get_nowait()
        return item

    def get_nowait(self) -> Any:
        """Take the first out. Raises queue.Empty."""
        return self.get(timeout=0)

    def empty(self) -> bool:
        """Whether nothing at all is in it."""
        return self._items.empty()


_SENT = (str, TypedLine, Pasted, signal.Signals)


class Keyboard(Protocol):
    """A source of single keys, used in a `with`; after it the terminal is as it was before."""

    def __enter__(self) -> Keyboard:
        """Start to read keys and to take signals."""

    def __exit__(self, *_: object) -> None:
        """Restore the terminal and the signals."""

    def suspend(self) -> None:
        """Stop as Ctrl+Z does, with the terminal restored; return when the program is in the foreground again."""

    def resume(self) -> None:
        """Read single keys again after a stop by somebody else, in which a shell has changed the terminal."""


def open_keyboard(inbox: Inbox, by_lines: bool = False, taken: bool = False) -> Keyboard:
    """The keyboard of this terminal, which puts keys into `inbox`. Raises UsageError if there is no terminal.

    `by_lines`: whole lines, from standard input whatever that is, unless it was `taken` for the document.
    """
    if by_lines and not taken:
        return WindowsLineKeyboard(inbox) if sys.platform == "win32" else LineKeyboard(0, inbox)
    put_terminal_there()
    if by_lines:
        return open_keyboard(inbox, by_lines)
    return WindowsKeyboard(inbox) if sys.platform == "win32" else TerminalKeyboard(0, inbox)


def put_terminal_there() -> None:
    """Put the terminal in place of standard input, for keys and Ctrl+Z. Raises UsageError without a terminal."""
    if os.isatty(0):
        return
    try:
        terminal = os.open("CONIN$" if sys.platform == "win32" else "/dev/tty", os.O_RDWR)
    except OSError:
        raise UsageError(
            "There is no keyboard: standard input is not a terminal. tui-reader --print FILE prints the document, "
            "--plain --keys line takes lines from anywhere."
        ) from None
    os.dup2(terminal, 0)
    os.close(terminal)


class TerminalKeyboard:
    """The keyboard of a POSIX terminal."""

    def __init__(self, descriptor: int, inbox: Inbox) -> None:
        """`descriptor` is the file descriptor of a terminal."""
        self._descriptor, self._inbox = descriptor, inbox
        self._before: Any = None
        self._tokens = InputTokens()
        self._is_reset = False
        """Whether the mouse was turned off."""
        self._reader = threading.Thread(target=self._read, name="keyboard", daemon=True)
        self._end_seen, self._end = os.pipe()
        """A byte in it ends the thread, which would otherwise take the first key from the next program."""
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> TerminalKeyboard:
        if os.isatty(self._descriptor):
            import termios

            self._before = termios.tcgetattr(self._descriptor)
        for name in _ENDINGS + _JOB_CONTROL:
            number = getattr(signal, name)
            self._handlers[number] = signal.signal(number, lambda number, _: self._inbox.put(signal.Signals(number)))
        self._single_keys()
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        os.write(self._end, b"\0")
        self._reader.join()
        os.close(self._end)
        os.close(self._end_seen)
        self._as_before()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def suspend(self) -> None:
        """Stop the program as Ctrl+Z does in a shell, with the terminal as it was before; returns when it goes on."""
        self._as_before()
        ours = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)  # returns when the program goes on
        signal.signal(signal.SIGTSTP, ours)
        self._single_keys()

    def resume(self) -> None:
        """Read single keys again after a stop by somebody else, in which a shell has changed the terminal."""
        self._single_keys()

    def _single_keys(self) -> None:
        import termios

        mode = termios.tcgetattr(self._descriptor)
        mode[0] |= termios.ICRNL
        mode[3] &= ~(termios.ECHO | termios.ICANON)
        mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        self._set(mode)

    def _as_before(self) -> None:
        self._set(self._before)

    def _set(self, mode: Any) -> None:
        import termios

        with suppress(termios.error):  # a terminal that is gone needs no restoring
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, mode)

    def _read(self) -> None:
        import codecs
        import select

        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        while True:
            try:
                ready = select.select([self._descriptor, self._end_seen], [], [], self._tokens.wait)[0]
                if self._end_seen in ready:
                    return
                if not ready:
                    self._put_tokens(self._tokens.end())
                    continue
                sent = os.read(self._descriptor, 1024)
            except OSError:
                sent = b""
            self._put(decoder.decode(sent))
            if not sent:
                self._inbox.put(HANG_UP)
                return

    def _put(self, sent: str) -> None:
        if is_pasted(sent):
            self._inbox.put(Pasted(sent, is_certain=False))
        else:
            self._put_tokens(self._tokens.feed(sent))

    def _put_tokens(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            if token.kind == "paste":
                self._inbox.put(Pasted(token.text))
            elif is_of_mouse(token) and not self._is_reset:  # nobody here has turned it on
                self._is_reset = True
                reset(self._descriptor)
            for key in names_of(token):
                self._inbox.put(key)


class LineKeyboard(TerminalKeyboard):
    """Whole lines from a terminal, which echoes and edits them itself; or from a file or pipe."""

    def _single_keys(self) -> None:
        """Do nothing: the terminal stays as it is."""

    def _set(self, mode: Any) -> None:
        """Do nothing: the terminal was not changed."""

    def _put(self, sent: str) -> None:
        if not sent and self._begun:  # the last line may have no line end
            sent = "\n"
        *whole, self._begun = (self._begun + sent).split("\n")
        for line in whole:
            self._inbox.put(TypedLine(line.removesuffix("\r")))

    _begun = ""


class WindowsKeyboard:
    """The keyboard of the Windows console."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._ended = threading.Event()
        """When set, it ends the thread, which would otherwise take the first key from the next program."""
        self._reader = threading.Thread(target=self._read, name="keyboard", daemon=True)

    def __enter__(self) -> WindowsKeyboard:
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop reading; the console was not changed."""
        self._ended.set()
        self._reader.join()

    def suspend(self) -> None:
        """Do nothing: Windows cannot suspend a program."""

    resume = suspend

    def _read(self) -> None:
        import msvcrt

        read: Callable[[], str] = msvcrt.getwch  # type: ignore[attr-defined,unused-ignore]
        waits: Callable[[], bool] = msvcrt.kbhit  # type: ignore[attr-defined,unused-ignore]
        while not self._ended.wait(0 if waits() else LOOK):
            if not waits():
                continue
            sent = read()
            if sent == "\x03":
                self._inbox.put(signal.SIGINT)
            elif sent in ("\x00", "\xe0"):
                self._inbox.put(_CONSOLE_ARROWS.get(read(), "unknown"))
            else:
                for key in key_names(sent):
                    self._inbox.put(key)


class WindowsLineKeyboard(WindowsKeyboard):
    """Whole lines from the Windows console, or from a file or pipe."""

    def _read(self) -> None:
        import msvcrt

        waits: Callable[[], bool] = msvcrt.kbhit  # type: ignore[attr-defined,unused-ignore]
        while not self._ended.wait(LOOK):
            if os.isatty(0) and not waits():
                continue
            line = sys.stdin.readline()
            if not line:
                self._inbox.put(HANG_UP)
                return
            self._inbox.put(TypedLine(line.rstrip("\r\n")))
