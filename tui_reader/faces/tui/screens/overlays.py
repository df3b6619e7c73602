"""What the screens over the text have in common: questions, and keys that turn the page and here move the choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.screen import Screen

from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.terminal.keys import character_of


def ask(screen: Screen[Any], question: AskScreen, then: Callable[[str | None], None]) -> None:
    """Ask a question over a screen; keys typed before it is seen belong to the answer. `then` is given it, or None."""
    host_of(screen.app).ask(question, then)


def bind_keys(screen: Screen[Any]) -> None:
    """Have a screen's keys handled in order, so that keys typed ahead reach the question that an earlier key opens.

    Characters that are keys of the next and previous turn (j and k in the keymap vi), and have no other meaning on this
    screen, move in its list.
    """
    bound = screen._bindings
    for command in host_of(screen.app).keys.commands:
        way = {"next_page": 1, "previous_page": -1}.get(command.id)
        for key in command.keys if way else ():
            if character_of(key) and key not in bound.key_to_bindings:
                bound.bind(key, f"move({way})", show=False)
    for key, bindings in bound.key_to_bindings.items():
        bound.key_to_bindings[key] = [replace(binding, priority=True) for binding in bindings]
