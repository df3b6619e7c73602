"""The engines by name; each is imported when it is opened."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui_reader.errors import UsageError

if TYPE_CHECKING:
    from tui_reader.speech.engine import Engine

ENGINES = {
    "espeak": "espeak-ng inside the reader: starts at once and knows when each word is heard; default on Linux.",
    "pyttsx3": "The system's own voices (SAPI5, NSSpeechSynthesizer, espeak) by pyttsx3 in a process of its own; "
    "default on Windows and macOS.",
    "tone": "A tone for each word, for tests.",
    "quiet": "Silence as long as speech would be: reading goes on at its pace where no other engine can be opened.",
}
"""What there is, with a sentence each."""


def default_engine() -> str:
    """The engine for this system when none is named."""
    return "pyttsx3" if sys.platform in {"win32", "darwin"} else "espeak"


def open_engine(name: str | None = None) -> Engine:
    """Open an engine by its name. Raises UsageError for an unknown name, EngineError when it cannot be started."""
    name = name or default_engine()
    if name == "espeak":
        from tui_reader.speech.espeak import EspeakEngine

        return EspeakEngine()
    if name == "pyttsx3":
        from tui_reader.speech.pyttsx3_engine import Pyttsx3Engine

        return Pyttsx3Engine()
    if name == "tone":
        from tui_reader.speech.tone import ToneEngine

        return ToneEngine()
    if name == "quiet":
        from tui_reader.speech.quiet import QuietEngine

        return QuietEngine()
    raise UsageError(f"There is no engine {name!r}; there are {', '.join(ENGINES)}.")
