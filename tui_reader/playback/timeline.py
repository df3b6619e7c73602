"""When what is heard: sample-exact times of utterances and words. Exports read it; it knows no file format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tui_reader.narration.utterance import Utterance
from tui_reader.tts.engine import Engine
from tui_reader.tts.render import Casting, Sound, SpeechStyle, Word, render


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
    """Render utterances in order into `write` (stereo frames) and give their timeline. Raises EngineError."""
    at = 0
    entries: list[TimedUtterance] = []
    for utterance in utterances:
        words: list[Word] = []
        length = 0

        def take(sound: Sound, words: list[Word] = words) -> bool:
            nonlocal length
            words.extend(sound.words)
            length += len(sound.pcm) // 4
            write(sound.pcm)
            return True

        speech = render(utterance, engine, casting, style, take)
        entries.append(TimedUtterance(utterance, at, at + speech, tuple(words)))
        at += length
    return Timeline(engine.sample_rate, at, tuple(entries))
