"""What every listener has: keys pressed at a program, and what is said after each, by a silent speech server.

A listener is a person with a screen reader before a terminal. Knows no screen reader and no program.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tests.support.pty_program import PtyProgram
from tests.support.speech_dispatcher_stand_in import Dispatcher, Message

KEYS = {
    "space": " ", "enter": "\r", "escape": "\x1b", "backspace": "\x7f", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "page_up": "\x1b[5~", "page_down": "\x1b[6~", "ctrl+p": "\x10",
}  # fmt: skip
"""What a terminal sends for a key that is no character."""
DRAWN = re.compile("[\u2500-\u259f\u25a0-\u25ff\u2800-\u28ff\u2b00-\u2bff]")
"""Lines, blocks, shapes, braille patterns and arrows: drawn, not written."""
QUIET = 0.25
"""Seconds without a word after which a message is taken to be over."""
PATIENCE = 60.0
"""Seconds in which something must be said."""
RATE = 30.0
"""Characters a second at which a synthesiser is taken to speak."""


def words(texts: str | Iterable[str]) -> list[str]:
    """The words of what was printed or said, without punctuation, which readers say each in their own way."""
    text = texts if isinstance(texts, str) else "\n".join(texts)
    return [word for word in re.findall(r"\w+(?:['’]\w+)*", text) if word != "dash"]


def spoken(message: Message) -> str:
    """The words of a message, without the marks and escapes of SSML."""
    text = message.text
    if "<speak>" not in text:
        return text
    text = re.sub(r"<[^>]+>", "", text)
    for escape, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(escape, character)
    return text


def played(messages: Sequence[Message], cancels: Sequence[float], rate: float = RATE) -> list[str]:
    """What reaches the ear of messages that are said one after another at a rate, all silenced by each cancel."""
    played: list[tuple[float, float, str]] = []
    silences = sorted(cancels)
    for message in messages:
        while silences and silences[0] <= message.at:
            at = silences.pop(0)
            played = [(start, min(end, max(start, at)), text) for start, end, text in played]
        begin, text = max(message.at, played[-1][1] if played else 0.0), spoken(message)
        played.append((begin, begin + len(text) / rate, text))
    for at in silences:
        played = [(start, min(end, max(start, at)), text) for start, end, text in played]
    return [text[: round((end - start) * rate)] for start, end, text in played]


class Listener:
    """Somebody who hears a program."""

    own: frozenset[str] = frozenset()
    """What the screen reader says of itself, which is left out."""

    def __init__(self, speech: Dispatcher | None = None) -> None:
        """`speech` is the server at which the screen reader speaks, where it speaks at one."""
        self.speech = speech
        self._told = 0

    @property
    def messages(self) -> Sequence[Message]:
        """All that was said."""
        return list(self.speech.messages) if self.speech else []

    @property
    def cancels(self) -> Sequence[float]:
        """When the reader silenced what it was saying, by the monotonic clock."""
        return list(self.speech.cancels) if self.speech else []

    def press(self, *keys: str, gap: float = 0.0) -> None:
        """Press keys, each so many seconds after the other; characters, or names as in KEYS."""
        raise NotImplementedError

    def close(self) -> None:
        """End the program and the screen reader."""
        raise NotImplementedError

    def said(self, least: int = 1, quiet: float = QUIET) -> list[str]:
        """What was said since this was asked last: at least so many words, up to the first moment of quiet."""
        return self.said_until(lambda told: len(words(told)) >= least, quiet, f"{least} words")

    def said_until(self, enough: Callable[[list[str]], object], quiet: float, expected: str) -> list[str]:
        """What was said since this was asked last, once it is enough and it is quiet; what was `expected`, in words."""
        end = time.monotonic() + PATIENCE
        while True:
            new = self.messages[self._told :]
            told = [text for message in new if (text := spoken(message).strip()) and text not in self.own]
            if new and time.monotonic() - new[-1].at >= quiet and enough(told):
                self._told += len(new)
                return told
            assert time.monotonic() < end, f"expected: {expected}\nsaid: {told}"
            time.sleep(0.02)

    def ask(self, *keys: str, least: int = 1) -> list[str]:
        """Press keys, each of which is answered; give what is said after the last."""
        for key in keys[:-1]:
            self.press(key)
            self.said()
        self.press(keys[-1])
        return self.said(least)

    def silence(self, seconds: float) -> list[str]:
        """What is said in so many seconds without a key: nothing, as it should be."""
        time.sleep(seconds)
        new = self.messages[self._told :]
        self._told += len(new)
        return [spoken(message) for message in new]


class InTerminal(Listener):
    """One whose program, and whose screen reader around it, runs on a pseudo-terminal."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        columns: int,
        rows: int,
        speech: Dispatcher | None = None,
    ) -> None:
        super().__init__(speech)
        self.program = PtyProgram(list(command), dict(environment), columns, rows)

    def press(self, *keys: str, gap: float = 0.0) -> None:
        for key in keys:
            self.program.press(KEYS.get(key, key).encode())
            time.sleep(gap)

    def close(self) -> None:
        self.program.close()


class Around(InTerminal):
    """A real screen reader that runs the program inside itself and speaks by speech-dispatcher."""

    def __init__(
        self, reader: Sequence[str], speech: Dispatcher, environment: Mapping[str, str], columns: int, rows: int
    ) -> None:
        super().__init__(reader, dict(environment) | {"TERM": "linux"}, columns, rows, speech)

    def close(self) -> None:
        with suppress(ProcessLookupError):  # it has ended
            os.killpg(self.program.pid, signal.SIGKILL)  # Fenrir is several processes
        super().close()
        if self.speech:
            self.speech.close()


def script(command: Sequence[str], folder: Path) -> Path:
    """A shell for a screen reader that runs the command: an executable file in the folder."""
    path = folder / "run.sh"
    # yasr leaves its end of the terminal open in what it runs, which would then outlive it.
    path.write_text(f"#!/bin/sh\ncd {shlex.quote(str(Path.cwd()))}\nexec {shlex.join(command)} 3>&-\n")
    path.chmod(0o755)
    return path


def wait(condition: Callable[[], object], what: str) -> None:
    """Wait until something has become true."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"{what} did not come"
        time.sleep(0.05)
