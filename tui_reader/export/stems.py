"""A recording taken apart: each speaker alone, silent where others speak, and labels for Audacity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from tui_reader.export.rendering import Rendering
from tui_reader.tts.samples import FRAME_BYTES

_OUTSIDE = re.compile(r"[^\w-]+")
_LONGEST = 40
_COPIED = 1 << 18
"""Frames copied at once."""


def speakers(recording: Rendering) -> tuple[str, ...]:
    """Who is heard, in the order of their first words."""
    return tuple(dict.fromkeys(timed.utterance.voice for timed in recording.timeline.entries))


def file_names(recording: Rendering) -> dict[str, str]:
    """A word for each speaker that is safe in a file's name, and no two the same whatever their case."""
    names: dict[str, str] = {}
    for speaker in speakers(recording):
        word = _OUTSIDE.sub("-", recording.document.short_name(speaker)).strip("-")[:_LONGEST] or "speaker"
        taken = {name.casefold() for name in names.values()}
        number = 2
        while word.casefold() in taken:
            word, number = f"{word.rsplit('-', 1)[0] if number > 2 else word}-{number}", number + 1
        names[speaker] = word
    return names


def alone(recording: Rendering, speaker: str, sound: BinaryIO) -> Rendering:
    """The recording with nobody heard but `speaker`; its sound, of the same length, in `sound`."""
    whole = recording.sound
    assert whole
    at = 0
    for timed in recording.timeline.entries:
        if timed.utterance.voice == speaker:
            _silence(sound, timed.start - at)
            whole.seek(timed.start * FRAME_BYTES)
            sound.write(whole.read((timed.end - timed.start) * FRAME_BYTES))
            at = timed.end
    _silence(sound, recording.timeline.frames - at)
    return replace(recording, sound=sound)


def labels(recording: Rendering) -> Iterator[str]:
    """Lines of a label track: start and end in seconds, tab, who and what, as Audacity's manual gives the format."""
    for timed in recording.timeline.entries:
        words = " ".join(f"{recording.name(timed)}: {timed.utterance.wording}".split())
        yield f"{recording.seconds(timed.start):.6f}\t{recording.seconds(timed.end):.6f}\t{words}\n"


def _silence(sound: BinaryIO, frames: int) -> None:
    while frames > 0:
        sound.write(bytes(min(frames, _COPIED) * FRAME_BYTES))
        frames -= _COPIED
