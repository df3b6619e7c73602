"""The engine "piper": human voices by Piper, of the models that are on this computer.

The library is large: it is the extra `piper`, imported when the engine is opened. A voice names its model and speaker
(`piper_voices` finds them, a voice's TOML may); what a voice without a model says is said by another engine, so that
speakers stay distinct, and so are words in a language that the model does not speak. Words are timed by the model's own
alignments where it gives them. Knows no document and no device.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from tui_reader.errors import EngineError
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.utterance import Sounds
from tui_reader.tts import samples
from tui_reader.tts.chunks import in_chunks
from tui_reader.tts.engine import Abilities, Chunk, Engine, PhoneticEngine, Take, WordMark
from tui_reader.tts.piper_voices import language_of, voices_folder
from tui_reader.tts.sanitize import sanitize
from tui_reader.tts.word_marks import speech_bounds, spread_over_speech

if TYPE_CHECKING:
    from tui_reader.casting.voice import Voice

SAMPLE_RATE = 22_050
"""Hz, as Piper's medium and high voices have; the sound of other voices is converted to it."""
LOUDNESS = -22.0
"""dBFS RMS, the same as for all other voices."""
_LOUDEST = 32_000
"""The highest sample after the sound was made louder."""


class _Speaker(NamedTuple):
    """Whom Piper can speak as: a model, and the number of one of its speakers."""

    model: Path
    number: int


class PiperEngine:
    """A `PhoneticEngine`: voices of Piper say the spelling, those of the other engine the sounds."""

    name = "piper"
    sample_rate = SAMPLE_RATE
    abilities = Abilities(word_marks=True, streams=False, patience=60)

    def __init__(self, folder: Path | None = None, open_other: Callable[[], Engine] | None = None) -> None:
        """Models that are named without a path are looked for in `folder`.

        `open_other` opens the engine of voices without a model; without it they share the models in the folder. Raises
        EngineError when the library is not installed.
        """
        self._folder = voices_folder() if folder is None else folder
        self._library = _library()
        self._open_other = open_other
        self._other: Engine | None = None
        self._loaded: dict[Path, Any] = {}
        self._models = sorted(self._folder.glob("*.onnx")) if self._folder.is_dir() else []
        self._shared: dict[str, _Speaker] = {}

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """As `Engine.synthesise` says; the sound is handed over when all sentences are made."""
        self.pronounce(text, (), voice, speed, take)

    def pronounce(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        """As `PhoneticEngine.pronounce` says."""
        if self._open_other and not self._has_model_for(voice):
            self._say_by_other(text, sounds, voice, speed, take)
            return
        speaker = self._speaker(voice)
        model = self._model(speaker.model)
        config = self._library.SynthesisConfig(
            speaker_id=speaker.number if model.config.num_speakers > 1 else None,
            length_scale=model.config.length_scale / speed,
        )
        said = sanitize(text, "piper")
        before = offset = 0
        try:
            parts = list(model.synthesize(said, syn_config=config, include_alignments=True))
        except Exception as error:
            raise EngineError(f"Piper cannot say {text[:40]!r} by {speaker.model.name}: {error}.") from error
        letters = [max(1, len(part.phonemes)) for part in parts]
        for number, part in enumerate(parts):
            end = _end(said, offset, letters[number:])
            pcm = samples.to_mono(part.audio_int16_bytes, samples.WIDTH, 1, part.sample_rate, SAMPLE_RATE)
            pcm = _levelled(pcm)
            marks = [mark._replace(offset=mark.offset + offset) for mark in _marks(said[offset:end], part, pcm)]
            if not in_chunks(pcm, marks, take, before):
                return
            before += len(pcm) // samples.WIDTH
            offset = end

    def close(self) -> None:
        """Release the models and the other engine."""
        self._loaded.clear()
        if self._other:
            self._other.close()
            self._other = None

    def _has_model_for(self, voice: Voice) -> bool:
        """Whether a voice has a model, and one of the language in which it is to speak, as far as that is said."""
        if not voice.piper.model:
            return False
        model, wanted = (
            language.lower().partition("-")[0]
            for language in (language_of(self._path(voice.piper.model)), voice.language)
        )
        return not model or not wanted or model == wanted

    def _say_by_other(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
        """Have the other engine say a text, at the sample rate of this one."""
        assert self._open_other
        self._other = other = self._other or self._open_other()
        chunks: list[Chunk] = []

        def keep(chunk: Chunk) -> bool:
            chunks.append(chunk)
            return True

        as_it_is = other.sample_rate == SAMPLE_RATE
        taker = take if as_it_is else keep
        if isinstance(other, PhoneticEngine):
            other.pronounce(text, sounds, voice, speed, taker)
        else:
            other.synthesise(text, voice, speed, taker)
        if not as_it_is:
            pcm = b"".join(chunk.pcm for chunk in chunks)
            marks = [mark for chunk in chunks for mark in chunk.marks]
            moved = [mark._replace(sample=round(mark.sample * SAMPLE_RATE / other.sample_rate)) for mark in marks]
            in_chunks(samples.to_mono(pcm, samples.WIDTH, 1, other.sample_rate, SAMPLE_RATE), moved, take)

    def _speaker(self, voice: Voice) -> _Speaker:
        """Whom Piper speaks as for a voice: the speaker that its file names, else one that no other voice has yet."""
        if voice.piper.model:
            return _Speaker(self._path(voice.piper.model), voice.piper.speaker)
        if voice.id not in self._shared:
            every = [_Speaker(path, number) for path in self._models for number in range(self._speakers(path))]
            if not every:
                raise EngineError(f"Piper has no voice: put NAME.onnx and NAME.onnx.json into {self._folder}.")
            free = [speaker for speaker in every if speaker not in self._shared.values()] or every
            self._shared[voice.id] = free[crc32(voice.id.encode()) % len(free)]
        return self._shared[voice.id]

    def _path(self, model: str) -> Path:
        """A model by its path, or by its name in the folder, with or without its ending."""
        named = Path(model).expanduser()
        tried = [named] if named.is_absolute() else [self._folder / model, self._folder / f"{model}.onnx"]
        found = next((path for path in tried if path.is_file()), None)
        if found is None:
            raise EngineError(f"The Piper voice {model} is not in {self._folder}; put it there or name its path.")
        return found

    def _speakers(self, path: Path) -> int:
        return max(1, int(self._model(path).config.num_speakers))

    def _model(self, path: Path) -> Any:
        if path not in self._loaded:
            try:
                self._loaded[path] = self._library.PiperVoice.load(path, include_alignments=_onnx())
            except Exception as error:
                raise EngineError(f"The Piper voice {path} cannot be loaded: {error}.") from error
        return self._loaded[path]


def _library() -> Any:
    try:
        import piper
    except ImportError:
        raise EngineError("Piper is not installed: pip install 'tui-reader[piper]'.") from None
    return piper


def _onnx() -> bool:
    """Whether models can give their alignments."""
    try:
        import onnx  # noqa: F401
    except ImportError:
        return False
    return True


def _end(text: str, start: int, letters: Sequence[int]) -> int:
    """The character of `text` at which the sentence that begins at `start` ends.

    `letters` are the phonemes of that sentence and of all after it. Piper does not tell where a sentence ends: it is
    the end that lies nearest to its share of the phonemes.
    """
    if len(letters) == 1:
        return len(text)
    expected = start + (len(text) - start) * letters[0] // sum(letters)
    ends = [match.end() for match in re.finditer(r"[.?!:;…]\S*\s+", text) if match.end() > start]
    return min(ends, key=lambda end: abs(end - expected), default=len(text))


def _levelled(pcm: bytes) -> bytes:
    """The sound as loud as the other voices are; the silence at both ends does not count."""
    first, last = speech_bounds(pcm)
    if first >= last:
        return pcm
    factor = 10 ** ((LOUDNESS - samples.rms_dbfs(pcm[samples.WIDTH * first : samples.WIDTH * last])) / 20)
    return samples.scale(pcm, min(factor, _LOUDEST / samples.peak(pcm)))


def _marks(text: str, part: Any, pcm: bytes) -> Sequence[WordMark]:
    """The marks of a sentence's words, by the alignments of its phonemes; without these, by the words' length."""
    length = len(pcm) // samples.WIDTH
    marks = spread_over_speech(text, pcm)
    starts = list(_word_starts(part))
    if not starts or not marks:
        return marks
    starts = [round(start * SAMPLE_RATE / part.sample_rate) for start in starts]
    if len(starts) == len(marks):
        return [WordMark(min(start, length), mark.offset) for start, mark in zip(starts, marks, strict=True)]
    # Some words are said as one, some as several: each begins with the nearest start in the sound.
    return [WordMark(min(starts, key=lambda start: abs(start - mark.sample)), mark.offset) for mark in marks]


def _word_starts(part: Any) -> Iterator[int]:
    """The samples at which words begin, by the alignments; nothing where the model gives no alignments."""
    at, inside = 0, False
    for aligned in part.phoneme_alignments or ():
        is_sound = aligned.phoneme.isalpha() or aligned.phoneme in "ˈˌ"
        if is_sound and not inside:
            yield at
        inside = is_sound or (inside and not aligned.phoneme.isspace())
        at += int(aligned.num_samples)
