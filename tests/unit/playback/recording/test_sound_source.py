"""What is said where a sound file should have sound and has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.recordings import RATE, CountingSource
from tui_reader.errors import EngineError
from tui_reader.playback.recording.sound_source import whole


@pytest.mark.parametrize(("seconds", "told"), [(65, "1:05"), (9 * 3600, "9:00:00")])
def test_where_a_cut_file_ends_is_told_as_players_show_it(seconds: int, told: str) -> None:
    with pytest.raises(EngineError, match=rf"^talk\.wav has no sound from {told} on: "):
        whole(b"", CountingSource(36_000), seconds * RATE, Path("talk.wav"))


def test_the_last_second_may_be_missing() -> None:
    assert whole(b"", CountingSource(10), 9 * RATE, Path("talk.wav")) == b""
