"""How a reading is put together: settings, library, document, place; and what the person is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.damaged_libraries import change, filled_library
from tests.support.recordings import read_vtt, write_tones
from tui_reader.document.model import Position
from tui_reader.errors import DocumentError, ReaderError, UsageError
from tui_reader.library import library_path, open_library
from tui_reader.paths import config_folder
from tui_reader.playback.events import Trouble
from tui_reader.startup.reading_options import BESIDE, ReadingOptions
from tui_reader.startup.session import open_session

SILENT = ReadingOptions(engine="quiet", sound=False)


def configure(text: str) -> None:
    """Write the settings file."""
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.toml").write_text(text)


def test_a_wrong_setting_is_a_notice_and_no_error() -> None:
    configure("speed = 99\n")
    session = open_session(None, SILENT, lambda event: None)
    session.close()
    assert session.settings.speed == 1.0
    assert len(session.notices) == 1 and "speed" in session.notices[0]


def test_where_the_document_read_last_is_gone_that_is_told_and_the_memorandum_is_there(tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("ANNE: Good morning.\n\nBEN: Yes.\n\nANNE: We walk.\n")
    open_session(talk, SILENT, lambda event: None).close()
    talk.unlink()
    session = open_session(None, SILENT, lambda event: None)
    session.close()
    (told,) = session.notices
    assert told.startswith("The document read last cannot be opened again: ") and "talk.txt: no such file" in told
    assert session.reading.place.path.name == "stevenson-ball.txt"


def test_an_engine_that_there_is_not_is_wrong_use_before_anything_is_made() -> None:
    with pytest.raises(UsageError, match="organ"):
        open_session(None, ReadingOptions(engine="organ"), lambda event: None)
    assert not library_path().exists()


def test_a_document_that_cannot_be_read_leaves_the_library_closed(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        open_session(tmp_path / "none.txt", SILENT, lambda event: None)


@pytest.mark.parametrize(
    ("sound", "told"),
    [
        ("none.mp3", "none.mp3: there is no such file"),
        ("words.mp3", r"words\.mp3 is not a sound file"),
        ("folder", "folder is not a file"),
        ("pipe", "pipe is not a file"),
    ],
)
def test_a_recording_that_cannot_be_heard_is_an_error_and_is_not_kept(tmp_path: Path, sound: str, told: str) -> None:
    talk, key = _talk(tmp_path)
    (tmp_path / "words.mp3").write_text("Words alone.")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReaderError, match=told):
        open_session(talk, SILENT._replace(audio=tmp_path / sound), lambda event: None)
    with open_library(None) as library:
        assert library.recordings.chosen(key) is None


def test_a_recording_that_is_named_is_kept_until_the_one_beside_is_wanted(tmp_path: Path) -> None:
    talk, _ = _talk(tmp_path)
    write_tones(tmp_path / "talk.wav", 3.0)
    other = write_tones(tmp_path / "other.wav", 3.0)
    for audio, name in ((None, "talk.wav"), (other, "other.wav"), (None, "other.wav"),
                        (BESIDE, "talk.wav"), (None, "talk.wav")):  # fmt: skip
        session = open_session(talk, SILENT._replace(audio=audio), lambda event: None)
        recording = session.reading.recorded.recording
        session.close()
        assert recording and recording.path.name == name


def _talk(folder: Path) -> tuple[Path, str]:
    """Captions without a recording, and the document's key."""
    key = read_vtt(folder, "0 1 <v Ann>Yes.", "1 2 <v Ben>No.").key
    return folder / "talk.vtt", key


def test_closing_keeps_the_place() -> None:
    session = open_session(None, SILENT, lambda event: None)
    session.reading.jumps.to_turn(9)
    session.close()
    again = open_session(None, SILENT, lambda event: None)
    assert again.reading.place.position.page == 8 and again.reading.place.came_back
    again.close()


@pytest.mark.parametrize("broken", ["Adlai = 3", None])
def test_a_broken_lexicon_of_the_persons_own_is_told_and_reading_goes_on_without_it(broken: str | None) -> None:
    own = config_folder() / "lexicon.toml"
    own.parent.mkdir(parents=True)
    if broken:
        own.write_text(broken)
    else:
        own.mkdir()
    events: list[object] = []
    session = open_session(None, SILENT, events.append)
    spoken = session.reading.spoken.narration.at(Position(0, 0))
    session.close()
    assert spoken and spoken.spoken
    (trouble,) = events
    assert isinstance(trouble, Trouble)
    assert trouble.line.startswith(str(own)) and trouble.line.endswith("; it is not used.")


def test_a_damaged_library_is_a_notice_and_what_breaks_later_is_posted(tmp_path: Path) -> None:
    talk = tmp_path / "talk0.txt"
    filled_library(library_path(), tmp_path)
    change(library_path(), "DROP TABLE bookmarks", "UPDATE decisions SET verb = 'n-me'")
    posted: list[object] = []
    session = open_session(talk, SILENT, posted.append)
    (notice,) = session.notices
    assert notice.endswith("some entries are damaged and not used; tui-reader doctor says more.")
    assert session.reading.place.position == Position(2, 3)
    assert session.reading.bookmarks.all == []
    session.reading.jumps.to_turn(1)
    assert session.reading.bookmarks.add() == "Bookmark 1 at turn 1."
    session.close()
    (trouble,) = [event for event in posted if isinstance(event, Trouble)]
    assert f"It was put aside as {library_path()}.damaged-1." in trouble.line
    assert session.reading.place.saved


def test_where_a_document_cannot_be_read_the_damaged_library_is_told_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled_library(library_path(), tmp_path)
    change(library_path(), "PRAGMA application_id = 1")
    with pytest.raises(DocumentError):
        open_session(tmp_path / "none.txt", SILENT, print)
    assert "was put aside" in capsys.readouterr().err
