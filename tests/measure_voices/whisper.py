"""A second recogniser: Whisper, which also knows quick speech and other accents than American ones.

It needs faster-whisper and a folder with a Whisper model converted for CTranslate2: model.bin, config.json,
tokenizer.json and the vocabulary. Nothing is fetched.
"""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import Any

from tests.measure_voices.word_errors import words_of
from tui_reader.narration.normalization import TextNormalizer
from tui_reader.tts import samples

RATE = 16_000
"""Hz of the sound that it takes."""


class Whisper:
    """The recogniser with one model."""

    def __init__(self, model: Path) -> None:
        """Raises SystemExit where it is not installed."""
        try:
            import numpy
            from faster_whisper import WhisperModel
        except ImportError:
            raise SystemExit("The recogniser is not installed; pip install faster-whisper.") from None
        self._numpy: Any = numpy
        self._model = WhisperModel(str(model), compute_type="int8", cpu_threads=1, local_files_only=True)
        self._normalizer = TextNormalizer()

    def words(self, pcm: bytes, rate: int) -> list[str]:
        """The words that it hears in 16-bit mono sound of up to half a minute, numbers in words."""
        sound = self._numpy.array(array("h", samples.to_mono(pcm, samples.WIDTH, 1, rate, RATE)), "float32")
        segments, _ = self._model.transcribe(
            sound / samples.FULL_SCALE, language="en", temperature=0, beam_size=1, without_timestamps=True,
            condition_on_previous_text=False,
        )  # fmt: skip
        return self.plain_words(" ".join(segment.text for segment in segments))

    def plain_words(self, text: str) -> list[str]:
        """The words of a text in the spelling in which they are compared."""
        return words_of("".join(piece.said for piece in self._normalizer.pieces(text)))
