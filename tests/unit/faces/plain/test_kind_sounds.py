"""Short sounds for kinds of words beside what plain text mode prints, by choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.plain_answers import answers
from tui_reader.narration.utterance import Earcon
from tui_reader.playback.short_sounds import ShortSounds
from tui_reader.settings import settings_path
from tui_reader.startup.reading_options import ReadingOptions

PLAY = """THE GARDEN

ACT I

ANNE. Good morning. [She sits.] Then we walk.

BEN. We do(1).

ANNE. Yes.

(1) In spring.
"""


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[list[Earcon]]:
    """The sounds of each message that has some; none is heard."""
    kept: list[list[Earcon]] = []
    monkeypatch.setattr(ShortSounds, "play", lambda self, earcons: kept.append(list(earcons)))
    return kept


def tell(folder: Path, earcons: str, sound: bool = True) -> None:
    path = folder / "play.txt"
    path.write_text(PLAY)
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(f'earcons = "{earcons}"\n')
    answers(path, ["n", "n", "n", "p", "p", "s", "s"], ReadingOptions(sound=sound))


@pytest.mark.parametrize("earcons", ["kinds", "all"])
def test_headings_directions_and_notes_sound_when_they_are_printed(
    tmp_path: Path, played: list[list[Earcon]], earcons: str
) -> None:
    tell(tmp_path, earcons)
    assert [*filter(None, played)] == [
        [Earcon.HEADING], [Earcon.DIRECTION], [Earcon.NOTE], [Earcon.NOTE], [Earcon.DIRECTION], [Earcon.DIRECTION],
    ]  # fmt: skip


@pytest.mark.parametrize(("earcons", "sound"), [("off", True), ("speakers", True), ("all", False)])
def test_nothing_sounds_that_is_not_wanted(
    tmp_path: Path, played: list[list[Earcon]], earcons: str, sound: bool
) -> None:
    tell(tmp_path, earcons, sound)
    assert played == []
