"""Stems: a rendering with one speaker alone, silent where others speak; and a label track for Audacity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from tui_reader.export.rendering import Rendering
from tui_reader.tts import samples
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

_OUTSIDE = re.compile(r"[^\w-]+")
_LONGEST = 40
_FADE = 0.004
"""Seconds, at both ends of what is cut out of a recording."""
_BLOCK = 1 << 18
"""Frames copied at once."""


def speakers(rendering: Rendering) -> tuple[str, ...]:
    """The ids of all who are heard, in the order of their first words."""
    return tuple(dict.fromkeys(timed.utterance.voice for timed in rendering.timeline.entries))


def file_names(rendering: Rendering) -> dict[str, str]:
    """By speaker's id, a word that is safe in a file name; no two are alike, whatever their case."""
    ids = speakers(rendering)
    return dict(zip(ids, file_words(map(rendering.document.short_name, ids)), strict=True))


def file_words(names: Iterable[str]) -> list[str]:
    """For each name a word that is safe in a file name; no two are alike, whatever their case."""
    words: list[str] = []
    for name in names:
        word = _OUTSIDE.sub("-", name).strip("-")[:_LONGEST] or "speaker"
        taken = {one.casefold() for one in words}
        number = 2
        while word.casefold() in taken:
            word, number = f"{word.rsplit('-', 1)[0] if number > 2 else word}-{number}", number + 1
        words.append(word)
    return words


def only(rendering: Rendering, speaker: str, sound: BinaryIO) -> Rendering:
    """The rendering, of the same length, with only `speaker` heard; its sound is written into `sound`."""
    whole = rendering.sound
    assert whole
    at = 0
    for timed in rendering.timeline.entries:
        if timed.utterance.voice == speaker:
            _silence(sound, timed.start - at)
            whole.seek(timed.start * FRAME_BYTES)
            pcm = whole.read((timed.end - timed.start) * FRAME_BYTES)
            sound.write(_faded(pcm, round(_FADE * rendering.timeline.sample_rate)) if rendering.recorded else pcm)
            at = timed.end
    _silence(sound, rendering.timeline.frames - at)
    return replace(rendering, sound=sound)


def labels(rendering: Rendering) -> Iterator[str]:
    """The lines of a label track, one an utterance: start and end in seconds, speaker and words.

    After https://manual.audacityteam.org/man/importing_and_exporting_labels.html.
    """
    for timed in rendering.timeline.entries:
        words = " ".join(f"{rendering.name(timed)}: {timed.utterance.shown}".split())
        yield f"{rendering.seconds(timed.start):.6f}\t{rendering.seconds(timed.end):.6f}\t{words}\n"


def _faded(pcm: bytes, frames: int) -> bytes:
    """Stereo frames that begin and end in silence: a recording is not silent where somebody else begins."""
    return samples.fade(samples.fade(pcm, frames, True, CHANNELS), frames, False, CHANNELS)


def _silence(sound: BinaryIO, frames: int) -> None:
    while frames > 0:
        sound.write(bytes(min(frames, _BLOCK) * FRAME_BYTES))
        frames -= _BLOCK
