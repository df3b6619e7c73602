"""How high, how loud, how fast and how alike voices really are, measured on their speech: for voice files and tests.

Not used while reading.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui_reader.casting.voice import MeasuredVoice, Voice
from tui_reader.named_tuple import NamedTuple
from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, Engine
from tui_reader.voice_lab.pitch import median_pitch
from tui_reader.voice_lab.timbre import mean_mfcc
from tui_reader.voice_lab.voice_space import Point, centroid, nearest, to_point

TARGET = -22.0
"""dBFS RMS that every voice is brought to: measured to leave room for the peaks of speech."""

SENTENCES = (
    "The train was late again this morning.",
    "Nobody had told her what to expect.",
    "We should be grateful for any news.",
    "Put the books back on the upper shelf.",
    "It rained from Monday until Thursday.",
    "You cannot be serious about that.",
    "He asked them whether they had eaten.",
    "Four of the windows were left open.",
    "I wonder where the others have gone.",
    "Please give my regards to your mother.",
    "They walked along the river for an hour.",
    "What a very strange thing to say.",
    "The doctor came as soon as he could.",
    "There is no reason to be so afraid.",
    "She laughed and closed the garden gate.",
    "Send me a copy of the whole report.",
    "Who else knew of this?",
    "I think that is a good reason to try.",
    "Seven ships were seen on their way home.",
    "My father used to say the same.",
    "Would it be possible to begin at noon?",
    "They have agreed in principle, Mr. Chairman, and the rest will follow.",
    "Look at the moon over the roof.",
    "Bring the paper with you when you come.",
    "No, not before the end of the month.",
    "It was a matter of time, and everybody knew it.",
    "All of the boys had muddy shoes.",
    "The judge asked for a short recess.",
    "We can go over the details later on.",
    "Is that the best you can do?",
    "Her voice was low and very calm.",
    "A hundred people stood in the square, and none of them spoke.",
)
"""What a voice is measured on: one to three seconds each, and of many sounds."""


class SpeechMeasurement(NamedTuple):
    """A voice as it sounds."""

    pitch: float
    """Median in Hz; 0 where no frame has a pitch."""
    level: float
    """dBFS RMS of the speech, the silence around each sentence left out."""
    peak: int
    """The greatest height of a sample, 0 to 32768; from 32767 on it clips."""
    seconds: float
    """Of speech."""


class VoiceProfile(NamedTuple):
    """A voice's sound, and its utterances one by one."""

    sound: SpeechMeasurement
    words_a_minute: float
    points: tuple[Point, ...]
    """Of each sentence, in the space of `voice_lab.voice_space`."""

    @property
    def measured(self) -> MeasuredVoice:
        """As a voice file says it."""
        return MeasuredVoice(round(self.sound.pitch), tuple(round(value, 1) for value in centroid(self.points)))


def profile(voice: Voice, engine: Engine, sentences: Sequence[str] = SENTENCES) -> VoiceProfile:
    """A voice as it says those sentences, each on its own. Raises EngineError."""
    sounds = list(sentence_sounds(voice, engine, sentences))
    sound = measure_sound(b"".join(sounds), engine.sample_rate)
    words = sum(len(sentence.split()) for sentence in sentences)
    points = tuple(to_point(features(pcm, engine.sample_rate), engine.name) for pcm in sounds)
    return VoiceProfile(sound, 60 * words / sound.seconds if sound.seconds else 0.0, points)


def features(pcm: bytes, sample_rate: int) -> tuple[float, ...]:
    """What tells one utterance's voice from another's: pitch in semitones over 1 Hz (0 where it has none), and MFCC."""
    pitch = median_pitch(pcm, sample_rate)
    return (12 * math.log2(pitch) if pitch else 0.0, *mean_mfcc(pcm, sample_rate))


def confusions(profiles: Mapping[str, VoiceProfile]) -> dict[str, Counter[str]]:
    """Whose each utterance sounds like, by voice: learned on every other sentence, tried on the rest."""
    learned = {id: centroid(profile.points[::2]) for id, profile in profiles.items()}
    return {id: Counter(nearest(point, learned) for point in profile.points[1::2]) for id, profile in profiles.items()}


def measure_voices(voices: Iterable[Voice], engine: Engine, sentences: Sequence[str]) -> dict[str, SpeechMeasurement]:
    """Each voice as it says those sentences, by its id."""
    return {
        voice.id: measure_sound(b"".join(sentence_sounds(voice, engine, sentences)), engine.sample_rate)
        for voice in voices
    }


def measure_sound(pcm: bytes, sample_rate: int) -> SpeechMeasurement:
    """The pitch and loudness of 16-bit mono speech."""
    return SpeechMeasurement(
        median_pitch(pcm, sample_rate),
        samples.rms_dbfs(pcm),
        samples.peak(pcm),
        len(pcm) / samples.WIDTH / sample_rate,
    )


def gain_for(measured: SpeechMeasurement, gain: float) -> float:
    """The gain that a voice measured at `gain` needs to come to TARGET."""
    return round(gain + TARGET - measured.level, 1)


def sentence_sounds(voice: Voice, engine: Engine, sentences: Sequence[str], speed: float = 1.0) -> Iterator[bytes]:
    """The sound of each sentence without the silence around it."""
    for sentence in sentences:
        parts: list[bytes] = []

        def take(chunk: Chunk, parts: list[bytes] = parts) -> bool:
            parts.append(chunk.pcm)
            return True

        engine.synthesise(sentence, voice, speed, take)
        pcm = b"".join(parts)
        before, after = samples.leading_silence(pcm, samples.SILENT), samples.trailing_silence(pcm, samples.SILENT)
        yield pcm[before * samples.WIDTH : max(before * samples.WIDTH, len(pcm) - after * samples.WIDTH)]
