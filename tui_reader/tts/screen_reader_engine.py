"""The person's own screen reader as a live engine, by prismatoid: NVDA, JAWS, VoiceOver and others.

What it can do is what the screen reader can. Its pace and volume are the person's own. Where it offers voices, each
speaker has one of the document's language, and where it offers a pitch, that of the cast; where neither, the setting
`announce` tells who speaks. Most do not say when they have ended: then a text is taken to last as long as speech does
at the speed that is set. They tell no words.
"""

from __future__ import annotations

import importlib
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from tui_reader.casting.voice import Voice
from tui_reader.errors import EngineError
from tui_reader.tts.engine import SpeechProgress, SpeechReport
from tui_reader.tts.sanitize import sanitize
from tui_reader.tts.silent_engine import CHARACTERS_A_SECOND

NAME = "screenreader"
LOOKS = 0.03
"""Seconds between two looks whether it still speaks."""
STARTS = 0.5
"""Seconds that it may take to begin."""


class ScreenReaderEngine:
    """LiveEngine of `tts.engine`."""

    name = NAME

    def __init__(self, tell: Callable[[SpeechReport], None]) -> None:
        """Find the screen reader. Raises EngineError where prismatoid is not installed, or finds none."""
        try:
            prism = importlib.import_module("prism")
        except (ImportError, OSError) as error:  # a library that it needs may be missing
            told = "is not installed" if isinstance(error, ModuleNotFoundError) else f"cannot be loaded ({error})"
            raise EngineError(f"prismatoid {told}: pip install 'tui-reader[screenreader]'.") from None
        self._errors: tuple[type[Exception], ...] = (prism.PrismError, ValueError, RuntimeError, OSError)
        self._tell = tell
        self._lock = threading.Lock()
        self._number = 0
        self._silent = threading.Event()
        self._watch: threading.Thread | None = None
        try:
            self._context: Any = prism.Context()
            self._backend: Any = self._context.create_best()
            self._can = self._backend.features
            self._voices = self._listed() if self._can.supports_set_voice and self._can.supports_count_voices else []
        except self._errors as error:
            raise EngineError(f"No screen reader answers ({error}).") from None
        self._given: dict[str, int] = {}

    def say(self, text: str, places: Sequence[int], voice: Voice, speed: float, volume: float) -> int:
        """As LiveEngine has it; `volume` 0 says nothing, all else is as loud as the person has it."""
        text = sanitize(text)
        with self._lock:
            self._number += 1
            try:
                self._use(voice)
                if volume > 0:
                    self._backend.speak(text, False)
            except self._errors as error:
                raise EngineError(f"The screen reader does not speak ({error}).") from None
        self._silent = threading.Event()
        asks = bool(self._can.supports_is_speaking and volume > 0)
        self._watch = threading.Thread(
            target=self._tell_end,
            args=(self._number, self._silent, len(text) / CHARACTERS_A_SECOND / speed, asks),
            name="screen reader",
            daemon=True,
        )
        self._tell(SpeechReport(SpeechProgress.BEGUN, self._number))
        self._watch.start()
        return self._number

    def cancel(self) -> None:
        """As LiveEngine has it."""
        self._silent.set()
        with self._lock:
            try:
                if self._can.supports_stop:
                    self._backend.stop()
            except self._errors as error:
                raise EngineError(f"The screen reader does not stop ({error}).") from None

    def close(self) -> None:
        """As LiveEngine has it."""
        self._tell = lambda told: None
        self._silent.set()
        if self._watch:
            self._watch.join(1)

    def _use(self, voice: Voice) -> None:
        if self._voices:
            self._backend.voice = self._voice_for(voice)
        if self._can.supports_set_pitch:
            self._backend.pitch = max(0.0, min(1.0, voice.espeak.pitch / 100))

    def _voice_for(self, voice: Voice) -> int:
        """A voice of the language of what it reads, one that no other has while there are such."""
        if voice.id not in self._given:
            language = (voice.language or voice.espeak.voice).replace("_", "-").lower()[:2]
            fitting = [number for number, tag in self._voices if tag.lower().startswith(language)]
            taken = list(self._given.values())
            self._given[voice.id] = min(fitting or [number for number, _ in self._voices], key=taken.count)
        return self._given[voice.id]

    def _listed(self) -> list[tuple[int, str]]:
        """The number and language of each voice."""
        languages = self._can.supports_get_voice_language
        numbers = range(self._backend.voices_count)
        return [(number, self._backend.get_voice_language(number) if languages else "") for number in numbers]

    def _tell_end(self, number: int, silent: threading.Event, seconds: float, asks: bool) -> None:
        """Wait until a text is said, by asking, or as long as it takes; tell that it is, unless it was cut off."""
        if not asks:
            over = silent.wait(seconds)
        else:
            begun, spoke, over = time.monotonic(), False, False
            while not over:
                speaks = self._speaks()
                if not speaks and (spoke or time.monotonic() - begun > STARTS):
                    break
                spoke = spoke or speaks
                over = silent.wait(LOOKS)
        self._tell(SpeechReport(SpeechProgress.SILENCED if over else SpeechProgress.ENDED, number))

    def _speaks(self) -> bool:
        with self._lock:
            try:
                return bool(self._backend.speaking)
            except self._errors:
                self._tell(SpeechReport(SpeechProgress.LOST))
                return False
