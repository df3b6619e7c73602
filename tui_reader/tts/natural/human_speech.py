"""A text as the sound of a human voice and the samples at which its words begin. Knows no engine and no process."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from tui_reader.casting.voice import NaturalSettings
from tui_reader.errors import EngineError
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.utterance import Sounds
from tui_reader.tts.engine import WordMark
from tui_reader.tts.natural import vocoder, waveform
from tui_reader.tts.natural.models import BUNDLED, FRAME, Model, found_models
from tui_reader.tts.natural.pronunciation import Phoneme, Pronunciation, pieces, runs
from tui_reader.tts.natural.word_times import word_begins
from tui_reader.tts.word_marks import spread_over_speech

_SPEEDS = {1.0: 1.0, 0.814: 0.8, 0.667: 2 / 3, 0.5: 0.5}
"""The speeds at which the model speaks, by how fast it then is: it counts in steps, so that others come out otherwise.

The nearest is taken, and the rest of the way is made in the vocoder, which is exact.
"""


class HumanSound(NamedTuple):
    """A part of the sound of a text, in order."""

    pcm: bytes
    """Signed 16-bit mono samples at `waveform.SAMPLE_RATE`."""
    marks: Sequence[WordMark]
    """The words in it: samples from its own start, characters from the start of the text."""


class HumanSpeech:
    """The models and dictionaries that are loaded."""

    def __init__(self) -> None:
        """Load the model that is in the package. Raises EngineError when that is not installed or cannot be used."""
        self._found = found_models()
        self._models = {BUNDLED: Model(self._found[BUNDLED])}
        self._pronunciations = {False: Pronunciation()}
        self.times_words = self._models[BUNDLED].times_words
        """Whether the model tells when words are heard; otherwise they are spread over the sound."""
        self._stopped = False
        self._run: Any = None

    def stop(self) -> None:
        """Have what is said now end early, with an error; called from another thread."""
        self._stopped = True
        if run := self._run:
            run.terminate = True

    def say(self, text: str, sounds: Sequence[Sounds], voice: NaturalSettings, speed: float) -> Iterator[HumanSound]:
        """The sound of a text, the first part before the next is made. Raises EngineError."""
        self._stopped = False
        model = self._model(voice.model)
        for start, end in pieces(text):
            piece = text[start:end]
            here = [Sounds(at - start, min(to, end) - start, said) for at, to, said in sounds if start <= at < end]
            try:
                phonemes = self._pronunciation(model.british).phonemes(piece, here)
            except Exception as error:
                raise EngineError(f"hibari-tts cannot read {piece[:40]!r}: {error}.") from error
            for run in runs([phoneme for phoneme in phonemes if model.knows(phoneme.sign)]):
                pcm, marks = self._sound(piece, run, model, voice, speed)
                yield HumanSound(pcm, [mark._replace(offset=mark.offset + start) for mark in marks])

    def _sound(
        self, text: str, phonemes: Sequence[Phoneme], model: Model, voice: NaturalSettings, speed: float
    ) -> HumanSound:
        """The sound of phonemes that are said at once."""
        from onnxruntime import RunOptions

        tempo = speed * voice.tempo
        own = min(_SPEEDS, key=lambda speed: abs(math.log(speed / tempo)))
        self._run = RunOptions()
        parameters, durations = model.speak((phoneme.sign for phoneme in phonemes), _SPEEDS[own], self._run)
        if self._stopped:
            raise EngineError("It is no longer wanted.")
        made = vocoder.sound(vocoder.changed(parameters, model, voice, tempo / own))
        first, begin, last = waveform.speech(made)
        pcm = waveform.to_samples(made[first:last], voice.gain + self._models[BUNDLED].level - model.level)
        if durations is None:
            return HumanSound(pcm, spread_over_speech(text, pcm))
        shorter = len(made) / (parameters.frames * FRAME)
        return HumanSound(
            pcm,
            [
                WordMark(waveform.to_sample(min(max(begin, round(at * shorter)), last) - first), word)
                for word, at in word_begins(phonemes, durations).items()
            ],
        )

    def _model(self, name: str) -> Model:
        """The model of that name if it is on this computer and can be loaded, else the one in the package."""
        if name not in self._models and name in self._found:
            try:
                self._models[name] = Model(self._found[name])
            except EngineError:
                del self._found[name]
        return self._models.get(name) or self._models[BUNDLED]

    def _pronunciation(self, british: bool) -> Pronunciation:
        if british not in self._pronunciations:
            self._pronunciations[british] = Pronunciation(british)
        return self._pronunciations[british]
