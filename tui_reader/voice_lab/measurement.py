"""How high, how loud, how fast and how alike voices really are, measured on their speech: for voice files and tests.

Pitch is the median over frames of the lag at which a frame is most like itself (autocorrelation, normalised). All
arithmetic is audioop's. Not used while reading.
"""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui_reader.casting.similarity import Point, middle, nearest, place
from tui_reader.casting.voice import Sounding, Voice
from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, Engine
from tui_reader.voice_lab.timbre import cepstrum

TARGET = -22.0
"""dBFS RMS that every voice is brought to: measured to leave room for the peaks of speech."""
SILENT = 100
"""A sample up to this is silence, as in `speech.render`."""
PITCH_RATE = 11_025
"""Hz at which pitch is looked for: fine enough, and a quarter of the work."""
FRAME = 0.05
"""Seconds looked at together: three periods of the lowest voice."""
HOP = 0.05
LOWEST, HIGHEST = 60, 350
"""Hz."""
VOICED = 0.6
"""A frame that is less like itself one period later has no pitch."""
QUIET = -45.0
"""dBFS below which a frame has none either."""


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


class Measured(NamedTuple):
    """A voice as it sounds."""

    pitch: float
    """Median in Hz; 0 where no frame has a pitch."""
    level: float
    """dBFS RMS of the speech, the silence around each sentence left out."""
    peak: int
    """The greatest height of a sample, 0 to 32768; from 32767 on it clips."""
    seconds: float
    """Of speech."""


class Profile(NamedTuple):
    """A voice's sound, and its utterances one by one."""

    sound: Measured
    words_a_minute: float
    points: tuple[Point, ...]
    """Of each sentence, in the space of `casting.likeness`."""

    @property
    def sounding(self) -> Sounding:
        """As a voice file says it."""
        return Sounding(round(self.sound.pitch), tuple(round(value, 1) for value in middle(self.points)))


def profile(voice: Voice, engine: Engine, sentences: Sequence[str] = SENTENCES) -> Profile:
    """A voice as it says those sentences, each on its own. Raises EngineError."""
    sounds = list(said(voice, engine, sentences))
    sound = measure_sound(b"".join(sounds), engine.sample_rate)
    words = sum(len(sentence.split()) for sentence in sentences)
    points = tuple(place(features(pcm, engine.sample_rate)) for pcm in sounds)
    return Profile(sound, 60 * words / sound.seconds if sound.seconds else 0.0, points)


def features(pcm: bytes, sample_rate: int) -> tuple[float, ...]:
    """What tells one utterance's voice from another's: pitch in semitones over 1 Hz (0 where it has none), and MFCC."""
    pitch = median_pitch(pcm, sample_rate)
    return (12 * math.log2(pitch) if pitch else 0.0, *cepstrum(pcm, sample_rate))


def confusions(profiles: Mapping[str, Profile]) -> dict[str, Counter[str]]:
    """Whose each utterance sounds like, by voice: learned on every other sentence, tried on the rest."""
    learned = {id: middle(profile.points[::2]) for id, profile in profiles.items()}
    return {id: Counter(nearest(point, learned) for point in profile.points[1::2]) for id, profile in profiles.items()}


def measure_voices(voices: Iterable[Voice], engine: Engine, sentences: Sequence[str]) -> dict[str, Measured]:
    """Each voice as it says those sentences, by its id."""
    return {voice.id: measure_sound(b"".join(said(voice, engine, sentences)), engine.sample_rate) for voice in voices}


def measure_sound(pcm: bytes, sample_rate: int) -> Measured:
    """The pitch and loudness of 16-bit mono speech."""
    return Measured(
        median_pitch(pcm, sample_rate),
        samples.rms_dbfs(pcm),
        samples.peak(pcm),
        len(pcm) / samples.WIDTH / sample_rate,
    )


def median_pitch(pcm: bytes, sample_rate: int) -> float:
    """The median pitch in Hz of 16-bit mono speech, 0 where there is none."""
    pitches = [pitch for frame in _frames(pcm, sample_rate) if (pitch := _pitch(frame))]
    return statistics.median(pitches) if pitches else 0.0


def gain_for(measured: Measured, gain: float) -> float:
    """The gain that a voice measured at `gain` needs to come to TARGET."""
    return round(gain + TARGET - measured.level, 1)


def said(voice: Voice, engine: Engine, sentences: Sequence[str]) -> Iterator[bytes]:
    """The sound of each sentence without the silence around it."""
    for sentence in sentences:
        parts: list[bytes] = []

        def take(chunk: Chunk, parts: list[bytes] = parts) -> bool:
            parts.append(chunk.pcm)
            return True

        engine.synthesise(sentence, voice, 1.0, take)
        pcm = b"".join(parts)
        before, after = samples.leading_silence(pcm, SILENT), samples.trailing_silence(pcm, SILENT)
        yield pcm[before * samples.WIDTH : max(before * samples.WIDTH, len(pcm) - after * samples.WIDTH)]


def _frames(pcm: bytes, sample_rate: int) -> Iterator[bytes]:
    """Frames at PITCH_RATE, each longer than FRAME by the longest lag."""
    slow = samples.to_mono(pcm, samples.WIDTH, 1, sample_rate, PITCH_RATE)
    size, hop = round(FRAME * PITCH_RATE) + PITCH_RATE // LOWEST, round(HOP * PITCH_RATE)
    for start in range(0, len(slow) // samples.WIDTH - size, hop):
        yield slow[start * samples.WIDTH : (start + size) * samples.WIDTH]


def _pitch(frame: bytes) -> float:
    """The pitch of one frame in Hz, 0 where it has none."""
    if samples.rms_dbfs(frame) < QUIET:
        return 0.0
    size = len(frame) - PITCH_RATE // LOWEST * samples.WIDTH
    first = frame[:size]
    lags = range(PITCH_RATE // HIGHEST, PITCH_RATE // LOWEST + 1)
    alike = [samples.likeness(first, frame[lag * samples.WIDTH : lag * samples.WIDTH + size]) for lag in lags]
    best = max(alike)
    if best < VOICED:
        return 0.0
    # The first peak nearly as high as the highest: two periods are as alike as one.
    for index in range(1, len(alike) - 1):
        if alike[index] >= 0.9 * best and alike[index - 1] <= alike[index] >= alike[index + 1]:
            return PITCH_RATE / lags[index]
    return PITCH_RATE / lags[alike.index(best)] if math.isfinite(best) else 0.0
