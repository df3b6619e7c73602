"""A screen that is answered by typing: Enter answers, Escape leaves without an answer."""

from __future__ import annotations

from textual.events import Key
from textual.screen import ModalScreen

from tui_reader.cleaning import one_line


class QuestionScreen(ModalScreen["str | None"]):
    """Gives the answer, or None. What is typed is kept and shown by the subclass."""

    def on_key(self, event: Key) -> None:
        """Take a key."""
        if self.take(event):
            event.stop()

    def take(self, event: Key) -> bool:
        """Take a key; whether it was for this screen."""
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "enter":
            self.answer()
        elif event.key == "backspace":
            self.rub_out()
        elif not self.take_other(event.key):
            if not (event.character and event.character.isprintable()):
                return False
            self.type(event.character)
        return True

    def paste(self, text: str) -> None:
        """Take pasted text as if it was typed, on one line."""
        words = " ".join(one_line(text).split())
        if words:
            self.type(words)

    def answer(self) -> None:
        """Enter: leave with the answer, where there is one."""
        raise NotImplementedError

    def rub_out(self) -> None:
        """Backspace: take away the last character typed."""
        raise NotImplementedError

    def type(self, character: str) -> None:
        """Take a character that was typed, or several that were pasted."""
        raise NotImplementedError

    def take_other(self, key: str) -> bool:
        """Take a key that types nothing; whether it means something here."""
        return False
