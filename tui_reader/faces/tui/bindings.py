"""Keys bound to actions of Textual without a place in its footer, and the keys that move in every list and text."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def hidden_bindings(*bound: str) -> list[BindingType]:
    """A binding for each "KEYS ACTION", such as "x,delete remove" or "up move(-1)"."""
    return [Binding(keys, action, show=False) for keys, action in (one.split() for one in bound)]


SCROLLING = ("up", "down", "pageup", "pagedown", "home", "end")
"""The keys of `MOVES`."""
MOVES = hidden_bindings(
    "up move(-1)", "down move(1)", "pageup page(-1)", "pagedown page(1)", "home far(-1)", "end far(1)"
)
"""Up and Down move by a line or row, PageUp and PageDown by a screenful, Home and End to the first and the last."""
LIST_MOVES = [*MOVES, *hidden_bindings("j,tab move(1)", "k,shift+tab move(-1)", "G far(1)")]
"""In lists also j and k, Tab and Shift+Tab, and G for the last row."""
