"""The person's own screen reader as a live engine, by prismatoid: NVDA, JAWS, VoiceOver and others.

It can do what the screen reader can. Speed and volume are the person's own. Where it offers voices, each speaker has
one of the document's language, and where it offers a pitch, that of the cast; where it has neither, the setting
`announce` says who speaks. Most screen readers do not report the end: a text is then taken to last as
long as speech does at the speed that is set. They report no words.
"""

from __future__ import annotations

import importlib
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from tui_reader.casting.voice import Voice
from tui_reader.errors import EngineError
from tui_reader.narration.utterance import ForeignStretch
from tui_reader.tts.engine import SpeechProgress, SpeechReport
from tui_reader.tts.sanitize import sanitize
from tui_reader.tts.silent_engine import CHARACTERS_A_SECOND

NAME = "screenreader"
LOOKS = 0.03
"""Seconds between two checks whether it still speaks."""
STARTS = 0.5
"""Seconds it may take to begin."""
_SLOW = 5.0
"""Characters a second of slow speech."""


class ScreenReaderEngine:
    """A `LiveEngine`."""

    name = NAME

    def __init__(self, report: Callable[[SpeechReport], None]) -> None:
        """Find the screen reader. Raises EngineError when prismatoid is not installed, or finds no screen reader."""
        try:
            prism = importlib.import_module("prism")
        except (ImportError, OSError) as error:  # a library that it needs may be missing
            problem = "is not installed" if isinstance(error, ModuleNotFoundError) else f"cannot be loaded ({error})"
            raise EngineError(f"prismatoid {problem}: pip install 'tui-reader[screenreader]'.") from None
        self._errors: tuple[type[Exception], ...] = (prism.PrismError, ValueError, RuntimeError, OSError)
        self._report = report
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

    def pace(self, speed: float) -> float:
        """As `LiveEngine.pace` says: whatever the speed, for the screen reader keeps the person's own."""
        return _SLOW

    def say(
        self,
        text: str,
        places: Sequence[int],
        voice: Voice,
        speed: float,
        volume: float,
        foreign: Sequence[ForeignStretch] = (),
    ) -> int:
        """As `LiveEngine.say` says; at `volume` 0 nothing is said, at any other the person's own volume counts."""
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
            target=self._report_end,
            args=(self._number, self._silent, len(text) / CHARACTERS_A_SECOND / speed, asks),
            name="screen reader",
            daemon=True,
        )
        self._report(SpeechReport(SpeechProgress.BEGUN, self._number))
        self._watch.start()
        return self._number

    def cancel(self) -> None:
        """As `LiveEngine.cancel` says."""
        self._silent.set()
        with self._lock:
            try:
                if self._can.supports_stop:
                    self._backend.stop()
            except self._errors as error:
                raise EngineError(f"The screen reader does not stop ({error}).") from None

    def close(self) -> None:
        """As `LiveEngine.close` says."""
        self._report = lambda report: None
        self._silent.set()
        if self._watch:
            self._watch.join(1)

    def _use(self, voice: Voice) -> None:
        if self._voices:
            self._backend.voice = self._voice_for(voice)
        if self._can.supports_set_pitch:
            self._backend.pitch = max(0.0, min(1.0, voice.espeak.pitch / 100))

    def _voice_for(self, voice: Voice) -> int:
        """The number of a voice in the language that is read, if possible one that no other speaker has."""
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

    def _report_end(self, number: int, silent: threading.Event, seconds: float, asks: bool) -> None:
        """Wait until the message `number` is said, and report that.

        `asks`: whether the screen reader can be asked; otherwise the message is taken to last `seconds`. `silent` is
        set when it is interrupted.
        """
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
        self._report(SpeechReport(SpeechProgress.SILENCED if over else SpeechProgress.ENDED, number))

    def _speaks(self) -> bool:
        with self._lock:
            try:
                return bool(self._backend.speaking)
            except self._errors:
                self._report(SpeechReport(SpeechProgress.LOST))
                return False
