"""The engine "natural": human voices for English by hibari-tts; what is in another language is said by espeak-ng.

The package is the extra `natural`; it is imported by another process, which makes the sound of a sentence in a small
part of the time that it takes to say. One model has many characters: a voice file says how each differs ([natural] in a
voice's TOML). Knows no document and no device.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_reader.errors import EngineError
from tui_reader.tts.chunks import in_chunks
from tui_reader.tts.engine import Abilities, Take
from tui_reader.tts.natural.process import NaturalProcess
from tui_reader.tts.samples import WIDTH
from tui_reader.tts.sanitize import sanitize

if TYPE_CHECKING:
    from tui_reader.casting.voice import Voice
    from tui_reader.narration.utterance import Sounds
    from tui_reader.tts.espeak_engine import EspeakEngine

UNTIMED = (
    "This version of hibari-tts does not tell when words are heard: they are marked by their length. "
    "pip install 'hibari-tts==0.2.1' marks them exactly."
)


class NaturalEngine:
    """A `PhoneticEngine`."""

    name = "natural"
    sample_rate = 22_050
    """Hz, as espeak-ng has: either can take over from the other."""

    def __init__(self) -> None:
        """Start its process. Raises EngineError when the package is not installed or cannot be used."""
        self._process = NaturalProcess()
        self._others: EspeakEngine | None = None
        self._without_others = False
        timed = self._process.times_words
        self.abilities = Abilities(word_marks=timed, streams=True, notice="" if timed else UNTIMED)

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """As `Engine.synthesise` says."""
        self.pronounce(text, (), voice, speed, take)

    def pronounce(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        """As `PhoneticEngine.pronounce` says."""
        if not is_english(voice.language) and (others := self._for_other_languages()):
            others.pronounce(text, sounds, voice, speed, take)
            return
        before = 0
        for pcm, marks in self._process.say(sanitize(text), sounds, voice.natural, speed):
            if not in_chunks(pcm, marks, take, before):
                return
            before += len(pcm) // WIDTH

    def close(self) -> None:
        """End the process, and release espeak-ng."""
        self._process.close()
        if self._others:
            self._others.close()
            self._others = None

    def _for_other_languages(self) -> EspeakEngine | None:
        """espeak-ng; None where it is not there, so that a human voice reads what it can."""
        if self._others is None and not self._without_others:
            from tui_reader.tts.espeak_engine import EspeakEngine

            try:
                self._others = EspeakEngine()
            except EngineError:
                self._without_others = True
        return self._others


def is_english(language: str) -> bool:
    """Whether a language (BCP 47) is English, or none is named."""
    return not language or language.lower().replace("_", "-").partition("-")[0] == "en"
