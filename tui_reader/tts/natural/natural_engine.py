"""The engine "natural": human voices for English by hibari-tts; what is in another language is said by espeak-ng.

The package is the extra `natural`, imported when the engine is opened. A sentence is made whole, in a small part of the
time that it takes to say; the first part of a very long one is handed over before the next is made. One model has many
characters: a voice file says how each differs ([natural] in a voice's TOML). Knows no document and no device.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from tui_reader.errors import EngineError
from tui_reader.narration.utterance import Sounds
from tui_reader.tts.chunks import in_chunks
from tui_reader.tts.engine import Abilities, Take, WordMark
from tui_reader.tts.natural import vocoder, waveform
from tui_reader.tts.natural.models import BUNDLED, FRAME, Model, found_models
from tui_reader.tts.natural.pronunciation import Phoneme, Pronunciation, pieces, runs
from tui_reader.tts.sanitize import sanitize
from tui_reader.tts.word_marks import spread_over_speech

if TYPE_CHECKING:
    from tui_reader.casting.voice import Voice
    from tui_reader.tts.espeak_engine import EspeakEngine

EARLY = 1200
"""Samples before the begin of its first phoneme at which a word can be heard: 50 ms."""
UNTIMED = (
    "This version of hibari-tts does not tell when words are heard: they are marked by their length. "
    "pip install 'hibari-tts==0.2.1' marks them exactly."
)
_SLOWEST = 0.5
"""Of the model's own speeds; what is slower or faster is made so in the vocoder."""


class NaturalEngine:
    """A `PhoneticEngine`."""

    name = "natural"
    sample_rate = waveform.SAMPLE_RATE

    def __init__(self) -> None:
        """Load the model that is in the package. Raises EngineError when that is not installed or cannot be used."""
        self._found = found_models()
        self._models = {BUNDLED: Model(self._found[BUNDLED])}
        self._pronunciations = {False: Pronunciation()}
        self._others: EspeakEngine | None = None
        self._without_others = False
        timed = self._models[BUNDLED].times_words
        self.abilities = Abilities(word_marks=timed, streams=True, patience=20, notice="" if timed else UNTIMED)

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """As `Engine.synthesise` says."""
        self.pronounce(text, (), voice, speed, take)

    def pronounce(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        """As `PhoneticEngine.pronounce` says."""
        if not is_english(voice.language) and (others := self._for_other_languages()):
            others.pronounce(text, sounds, voice, speed, take)
            return
        text = sanitize(text)
        before = 0
        for start, end in pieces(text):
            here = [Sounds(at - start, min(to, end) - start, said) for at, to, said in sounds if start <= at < end]
            for pcm, marks in self._say(text[start:end], here, voice, speed):
                placed = [mark._replace(offset=mark.offset + start) for mark in marks]
                if not in_chunks(pcm, placed, take, before):
                    return
                before += len(pcm) // 2

    def close(self) -> None:
        """Release the models, and espeak-ng."""
        self._models.clear()
        self._pronunciations.clear()
        if self._others:
            self._others.close()
            self._others = None

    def _say(
        self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float
    ) -> Iterator[tuple[bytes, Sequence[WordMark]]]:
        """The sound of a piece of text, sentence by sentence, and the words in it."""
        model = self._model(voice.natural.model)
        try:
            phonemes = self._pronunciation(model.british).phonemes(text, sounds)
        except Exception as error:
            raise EngineError(f"hibari cannot read {text[:40]!r}: {error}.") from error
        for run in runs([phoneme for phoneme in phonemes if model.knows(phoneme.sign)]):
            yield self._sound(text, run, model, voice, speed)

    def _sound(
        self, text: str, phonemes: Sequence[Phoneme], model: Model, voice: Voice, speed: float
    ) -> tuple[bytes, Sequence[WordMark]]:
        """The sound of phonemes that are said at once, and the words in it."""
        tempo = speed * voice.natural.tempo
        own = min(1.0, max(_SLOWEST, tempo))
        parameters, durations = model.speak((phoneme.sign for phoneme in phonemes), own)
        made = vocoder.sound(vocoder.changed(parameters, model, voice.natural, tempo / own))
        first, last = waveform.speech(made)
        pcm = waveform.to_samples(made[first:last], voice.natural.gain)
        if durations is None:
            return pcm, spread_over_speech(text, pcm)
        shorter = len(made) / (parameters.frames * FRAME)
        marks: dict[int, WordMark] = {}
        for begin, phoneme in zip(accumulate(durations), phonemes, strict=False):  # the first duration is of silence
            if phoneme.is_sound and phoneme.word not in marks:
                at = round((begin * FRAME - EARLY) * shorter) - first
                marks[phoneme.word] = WordMark(waveform.to_sample(min(max(0, at), last - first)), phoneme.word)
        return pcm, tuple(marks.values())

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
