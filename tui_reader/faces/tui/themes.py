"""The reader's own themes for Textual: a dark and a light one of high contrast."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

from tui_reader.faces.tui.text.colours import DARK, GROUNDS

OWN_COLOURS = "ansi-dark"
"""The terminal's own sixteen colours on its own background, light or dark."""


def contrast_themes() -> list[Theme]:
    """The dark and the light theme."""
    return [
        Theme(name, primary=text, foreground=text, background=ground, surface=ground, panel=ground, dark=name == DARK)
        for name, (text, ground) in GROUNDS.items()
    ]


def remark(theme: str) -> str:
    """What is said of a theme beside its name: the least contrast of what is shown, or that it is the terminal's."""
    if theme == "auto" or theme.startswith("ansi"):
        return "with your terminal's own colours and contrast"
    return "contrast 7 to 1" if theme in GROUNDS else "contrast 4.5 to 1"


def theme_names() -> list[str]:
    """The names of all themes to choose from, besides "auto"."""
    return sorted({*BUILTIN_THEMES, *GROUNDS})
