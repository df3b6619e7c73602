"""When everything is heard: the frame at which each utterance and word begins. Exports read it; it knows no format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tui_reader.narration.utterance import Utterance
from tui_reader.tts.engine import Engine
from tui_reader.tts.render import Casting, Neighbours, Sound, SpeechStyle, Word, render
from tui_reader.tts.samples import FRAME_BYTES


@dataclass(frozen=True, slots=True)
class TimedUtterance:
    """An utterance on the timeline; frames from the start of the whole."""

    utterance: Utterance
    start: int
    end: int
    """The first frame of the silence after it."""
    words: tuple[Word, ...]
    """Their frames count from `start`."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All utterances of a reading with their times."""

    sample_rate: int
    """Hz."""
    frames: int
    """Length of the whole, the last pause included."""
    entries: tuple[TimedUtterance, ...]


def render_all(
    utterances: Iterable[Utterance],
    engine: Engine,
    casting: Casting,
    style: SpeechStyle,
    write: Callable[[bytes], object],
) -> Timeline:
    """Render utterances in order, hand their 16-bit stereo frames to `write`, and return the timeline.

    Raises EngineError.
    """
    at = 0
    entries: list[TimedUtterance] = []
    before, following = None, iter(utterances)
    utterance = next(following, None)
    while utterance:
        after = next(following, None)
        words: list[Word] = []
        length = 0

        def take(sound: Sound, words: list[Word] = words) -> bool:
            nonlocal length
            words.extend(sound.words)
            length += len(sound.pcm) // FRAME_BYTES
            write(sound.pcm)
            return True

        speech = render(utterance, engine, casting, style, take, neighbours=Neighbours(before, after))
        entries.append(TimedUtterance(utterance, at, at + speech, tuple(words)))
        at += length
        before, utterance = utterance, after
    return Timeline(engine.sample_rate, at, tuple(entries))
