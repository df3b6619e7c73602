"""What the library remembers of recordings: the file that was chosen, its times, and whether it is heard."""

from __future__ import annotations

from pathlib import Path

from tests.support.documents import read_text
from tui_reader.document.model import Position
from tui_reader.library import Library
from tui_reader.library.salvage import salvage
from tui_reader.playback.recording.time_correction import SyncPoint


def test_a_choice_and_times_survive_the_end_of_the_program(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        library.recordings.choose("talk", tmp_path / "talk.mp3")
        library.recordings.keep_points("talk", [SyncPoint(3.0, -1.5), SyncPoint(300.0, 301.25)])
        library.recordings.set_voices_instead("talk", True)
    with Library(tmp_path / "library.db") as library:
        assert library.recordings.chosen("talk") == tmp_path / "talk.mp3"
        assert library.recordings.points("talk") == (SyncPoint(3.0, -1.5), SyncPoint(300.0, 301.25))
        assert library.recordings.has_voices_instead("talk")
        assert library.recordings.chosen("other") is None
        assert library.recordings.points("other") == ()
        assert not library.recordings.has_voices_instead("other")


def test_a_choice_can_be_forgotten_and_times_replaced(library: Library, tmp_path: Path) -> None:
    library.recordings.choose("talk", tmp_path / "talk.mp3")
    library.recordings.choose("talk", None)
    library.recordings.keep_points("talk", [SyncPoint(3.0, 4.0)])
    library.recordings.keep_points("talk", [])
    assert library.recordings.chosen("talk") is None
    assert library.recordings.points("talk") == ()


def test_a_damaged_time_is_not_used(library: Library) -> None:
    library.write("INSERT INTO sync_points VALUES ('talk', 3.0, 'then')")
    library.write("INSERT INTO sync_points VALUES ('talk', 4.0, 1e300)")
    library.write("INSERT INTO sync_points VALUES ('talk', 5.0, 6.0)")
    assert library.recordings.points("talk") == (SyncPoint(5.0, 6.0),)


def test_an_edited_transcript_keeps_its_recording(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    before = read_text(tmp_path, "ANNE: One.\n\nBEN: Two.\n", path.name)
    after = read_text(tmp_path, "ANNE: One.\n\nBEN: Two, and three.\n", path.name)
    library.keep_place(before, path, Position(1, 0))
    library.recordings.choose(before.key, tmp_path / "talk.mp3")
    library.recordings.keep_points(before.key, [SyncPoint(3.0, 4.0)])
    library.take_over_edited(after, path)
    assert library.recordings.chosen(after.key) == tmp_path / "talk.mp3"
    assert library.recordings.points(after.key) == (SyncPoint(3.0, 4.0),)


def test_it_is_saved_from_a_damaged_library(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        library.recordings.choose("talk", tmp_path / "talk.mp3")
        library.recordings.keep_points("talk", [SyncPoint(3.0, 4.0)])
    with Library(tmp_path / "new.db") as library:
        salvaged = salvage(tmp_path / "library.db", library)
        assert salvaged.saved["time correction"] == salvaged.saved["recording choice"] == 1
        assert library.recordings.chosen("talk") == tmp_path / "talk.mp3"
