"""Screens that are opened over the text, and the one question among them that takes keys before all else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

if TYPE_CHECKING:  # imported when the first question is asked
    from tui_reader.faces.tui.screens.question_screen import QuestionScreen


class ScreensOverText:
    """Opens screens, and tells when the text is about to be covered and when a screen was left."""

    def __init__(self, app: App[int], before: Callable[[], None], left: Callable[[], None]) -> None:
        """`before` is called before a screen opens, `left` when one was left."""
        self._app, self._before, self._left = app, before, left
        self.question: QuestionScreen | None = None
        """The open question."""

    @property
    def any_open(self) -> bool:
        """Whether a screen is open over the text."""
        return len(self._app.screen_stack) > 1

    def open(self, screen: Screen[None]) -> None:
        """Open a screen."""
        self._before()
        self._app.push_screen(screen, lambda _: self._left())

    def ask(self, screen: QuestionScreen, then: Callable[[str | None], None]) -> None:
        """Open a screen that asks for something; `then` is given the answer, or None where there is no answer."""

        def answered(answer: str | None) -> None:
            self.question = None
            then(answer)
            self._left()

        self.question = screen
        self._before()
        self._app.push_screen(screen, answered)
