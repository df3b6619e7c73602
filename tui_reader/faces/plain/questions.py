"""Questions that the next key or typed line answers. Knows no document and no reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui_reader.faces.plain.writing import Writing
from tui_reader.terminal.keys import character_of, named_key

Answer = Callable[[str], bool]
"""Takes a key; returns False if the key is not an answer but a command."""
HELP_LINES = 20
"""The most lines that are told at once."""


class Questions:
    """Asks; at most one question is open."""

    def __init__(self, writing: Writing, left: Callable[[], None]) -> None:
        """`left` is called if the person leaves a question without an answer."""
        self._writing, self._left = writing, left
        self._answer: Answer | None = None
        self._line: Answer | None = None
        """Takes the answer if whole lines are typed instead of keys."""
        self._empty = False
        """Whether an empty line is an answer."""
        self._paste: Callable[[str], None] | None = None
        """Takes pasted text, where the question asks for words."""

    def answered(self, key: str) -> bool:
        """Take a key as the answer. False if it is not one; the question is closed in any case."""
        answer, self._answer, self._paste = self._answer, None, None
        return bool(answer and answer(key))

    def pasted(self, text: str) -> bool:
        """Take pasted text, on one line; False where no question asks for words."""
        if self._paste is None:
            return False
        self._paste(text)
        return True

    def answered_line(self, line: str) -> bool:
        """Take a line as the answer; an empty line leaves the question. False if it is not an answer."""
        answer, self._answer, self._line = self._line, None, None
        line = line.strip().removeprefix("\x1b")
        if answer and not line and not self._empty:
            self._left()
            return True
        return bool(answer and answer(line))

    def ask(
        self, told: str, answer: Answer, question: str = "", line: Answer | None = None, empty: bool = False
    ) -> None:
        """Ask with a message `told`; `answer` takes the next key, or `line` the next line, also an `empty` one."""
        self._writing.say(told, question)
        self.wait(answer, line or (lambda typed: answer(named_key(typed))), empty)

    def wait(self, answer: Answer, line: Answer, empty: bool = True) -> None:
        """Wait for an answer without a message."""
        self._answer, self._line, self._empty = answer, line, empty

    def ask_line(self, line: str, question: str, answer: Callable[[str], None]) -> None:
        """Ask for a line and echo its characters as they are typed.

        Backspace says what is left; Escape leaves the question, and so does Enter on an empty line.
        """

        def wait(before: str) -> None:
            self._answer = partial(typed, before=before)
            self._paste = partial(pasted, before)

        def pasted(before: str, text: str) -> None:
            self._writing.write(text)
            wait(before + text)

        def typed(key: str, before: str) -> bool:
            if key == "escape":
                return False
            if key == "enter":
                answer(before) if before.strip() else self._left()
                return True
            if key == "backspace":
                before = before[:-1]
                self._writing.write(f"\n{question}{before}")
            elif (character := character_of(key)) is not None:
                before += character
                self._writing.write(character)
            wait(before)
            return True

        def taken(line: str) -> bool:
            answer(line)
            return True

        self.ask(line, partial(typed, before=""), question, taken)
        self._paste = partial(pasted, "")

    def ask_number(self, line: str, most: int, chosen: Callable[[int], None], others: dict[str, Answer]) -> None:
        """Ask for a number from 1 to `most`. It is taken as soon as no further digit can follow, or at Enter.

        `others` are keys that answer too, before the first digit.
        """

        def typed(key: str, before: str = "") -> bool:
            if key in others and not before:
                return others[key](key)
            figures = before if key == "enter" else before + key
            if not (figures.isascii() and figures.isdecimal() and 0 < int(figures) <= most):
                return False
            if key != "enter" and 10 * int(figures) <= most:  # another digit may follow
                self._answer = partial(typed, before=figures)
                return True
            chosen(int(figures))
            return True

        def taken(line: str) -> bool:
            if (key := named_key(line)) in others:
                return others[key](key)
            number = int(line[:9]) if line.isascii() and line.isdecimal() else 0
            if 0 < number <= most:
                chosen(number)
            return 0 < number <= most

        self.ask(line, typed, line=taken)

    def tell(self, lines: list[str], more_words: str) -> None:
        """Say lines, HELP_LINES at a time; the last of them, `more_words`, offers h for more."""
        if len(lines) <= HELP_LINES:
            self._writing.say("\n".join(lines))
            return

        def more(key: str) -> bool:
            if key != "h":
                return False
            self.tell(lines[HELP_LINES - 1 :], more_words)
            return True

        self.ask("\n".join([*lines[: HELP_LINES - 1], f"h: {more_words}"]), more)
