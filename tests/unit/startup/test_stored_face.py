"""Plain text mode is stored as a setting where a screen reader that was found decided, and only there."""

from __future__ import annotations

import pytest

from tui_reader.errors import ReaderError
from tui_reader.settings import load_settings, settings_path
from tui_reader.startup.face_choice import Face, FaceChoice
from tui_reader.startup.stored_face import store_found_face

FOUND = FaceChoice(Face.PLAIN, "Orca is running", found=True)


def test_a_face_that_a_screen_reader_decided_is_stored_and_told() -> None:
    assert store_found_face(FOUND) == (FOUND.line,)
    assert load_settings()[0].face == "plain"


@pytest.mark.parametrize("choice", [FaceChoice(Face.PLAIN, "--plain was given"), FaceChoice(Face.FULL, "nothing")])
def test_any_other_choice_is_not_stored(choice: FaceChoice) -> None:
    assert store_found_face(choice) == ()
    assert not settings_path().exists()


def test_where_it_cannot_be_stored_the_first_line_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ReaderError("settings.toml cannot be written.")

    monkeypatch.setattr("tui_reader.settings.keep_setting", refuse)
    assert store_found_face(FOUND) == ("settings.toml cannot be written.", FOUND.line)
