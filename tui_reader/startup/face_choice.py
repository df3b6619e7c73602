"""Which face the reader shows: the full screen, plain text mode, or the document printed; and why.

Evidence of a screen reader is never certain: a flag, the variable ACCESSIBLE and the setting `face` come before it, and
where it decides, a line says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from tui_reader.named_tuple import NamedTuple
from tui_reader.settings import Settings


class Face(StrEnum):
    """How the reader appears."""

    FULL = "full"
    """The Textual screen."""
    PLAIN = "plain"
    """Plain text mode: lines that are only ever added, single keys."""
    PRINT = "print"
    """The whole document as plain lines, and the end."""


class FaceChoice(NamedTuple):
    """A face and why it was chosen."""

    face: Face
    why: str
    """What comes after "because": "Orca is running"."""
    found: bool = False
    """Whether a screen reader that was found decided; then a line says so (`line`), and it holds for this time."""

    @property
    def line(self) -> str:
        """The first line of a face that a screen reader decided; empty otherwise."""
        if not self.found:
            return ""
        return (
            f"Plain text mode this time, because {self.why}. tui-reader set face plain keeps it; "
            "--full opens the full screen."
        )


def is_on(variable: str) -> bool:
    """Whether the value of an environment variable such as ACCESSIBLE turns something on."""
    return variable.strip().lower() not in ("", "0", "false")


def choose_face(
    flag: Face | None,
    stdout_is_terminal: bool,
    environ: Mapping[str, str],
    settings: Settings,
    find_screen_reader: Callable[[], str | None],
) -> FaceChoice:
    """The face to show, by the first rule that holds.

    `find_screen_reader` gives the evidence of one, or None; it is called only where nothing else decides.
    """
    if flag:
        return FaceChoice(flag, f"--{flag} was given")
    if not stdout_is_terminal:
        return FaceChoice(Face.PRINT, "standard output is not a terminal")
    if is_on(environ.get("ACCESSIBLE", "")):
        return FaceChoice(Face.PLAIN, "ACCESSIBLE is set")
    if settings.face != "auto":
        return FaceChoice(Face(settings.face), f"the setting face is {settings.face}")
    if environ.get("TERM") == "dumb":
        return FaceChoice(Face.PLAIN, "TERM is dumb")
    evidence = find_screen_reader()
    if evidence:
        return FaceChoice(Face.PLAIN, evidence, found=True)
    return FaceChoice(Face.FULL, "no screen reader was found")
