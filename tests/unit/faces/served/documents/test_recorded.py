"""A document with a recording on the page that reads aloud: what is heard where it lacks words, or is no sound."""

from __future__ import annotations

import io
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.recordings import read_vtt, write_tones
from tui_reader.faces.served.documents.jobs import Job, Source
from tui_reader.faces.served.documents.worker import Worker
from tui_reader.settings import settings_path
from tui_reader.startup.reading_options import ReadingOptions


class Page:
    """Asks a worker for the sound of captions in a folder."""

    def __init__(self, folder: Path, worker: Worker) -> None:
        self.folder, self._worker = folder, worker
        self._source = Source(folder / "talk.vtt", ReadingOptions(library=folder / "library.sqlite", engine="tone"))

    def sound(self, at: str) -> tuple[float, Any]:
        """The seconds of the piece with a sentence, and its times, from the document as it is now."""
        [opening] = self._worker.do(Job("open", self._source, ""))
        [answer] = self._worker.do(Job("sound", self._source, "", version=opening["version"], at=at))
        with wave.open(io.BytesIO(answer["sound"])) as file:
            return file.getnframes() / file.getframerate(), answer["times"]


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """A talk of 8 s with a long silence in its first turn, and a turn that nobody recorded."""
    read_vtt(tmp_path, "0 7 <v Ann>Good morning to you.", "7 8 <v Ben>Yes.", "90 91 <v Ann>Nobody recorded this here.")
    write_tones(tmp_path / "talk.wav", 8.0, (0.0, 1.0, 9000), (6.0, 7.0, 9000), (7.0, 8.0, 9000))
    worker = Worker()
    yield Page(tmp_path, worker)
    worker.close()


def configure(text: str) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text)


def test_silences_are_shortened_where_that_is_set(page: Page) -> None:
    assert page.sound("s0-0")[0] > 7.0
    configure("skip_silence = true\n")
    assert page.sound("s0-0")[0] < 4.0


def test_what_was_not_recorded_is_silent_where_that_is_set(page: Page) -> None:
    spoken, _ = page.sound("s2-0")
    configure('unrecorded = "silence"\n')
    assert page.sound("s2-0")[0] < spoken - 0.5


def test_a_recording_that_is_no_sound_is_told_without_words_about_exports(page: Page) -> None:
    (page.folder / "talk.wav").write_text("no sound")
    trouble = page.sound("s0-0")[1]["trouble"]
    assert trouble.startswith("talk.wav is not a sound file")
    assert trouble.endswith("Going on with tone.")
    assert "export" not in trouble
