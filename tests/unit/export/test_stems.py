"""Stems: a file for each speaker, and labels."""

from __future__ import annotations

import wave
from pathlib import Path

from tests.support.exports import exported, names, rendered

TALK = "A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n"


def test_stems_are_the_speakers_one_by_one_with_labels(talk: Path, folder: Path) -> None:
    exported(talk, folder / "talk.wav", stems=True)
    assert sorted(names(folder)) == [
        "talk.ANNE.wav", "talk.BEN.wav", "talk.Narrator.wav", "talk.labels.txt", "talk.wav",
    ]  # fmt: skip
    pcm = {}
    for name in names(folder):
        if name.endswith(".wav"):
            with wave.open(str(folder / name)) as file:
                pcm[name] = file.readframes(file.getnframes())
    assert len({len(sound) for sound in pcm.values()}) == 1
    for timed in rendered(talk).timeline.entries:
        one = slice(4 * timed.start, 4 * timed.end)
        alone = [name for name in pcm if name != "talk.wav" and any(pcm[name][one])]
        assert len(alone) == 1 and pcm[alone[0]][one] == pcm["talk.wav"][one]
    labels = [line.split("\t") for line in (folder / "talk.labels.txt").read_text().splitlines()]
    assert [words for _, _, words in labels][1:] == ["ANNE: Good morning.", "BEN: Yes.", "ANNE: Then we walk."]
