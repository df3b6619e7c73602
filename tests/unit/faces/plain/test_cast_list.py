"""A voice is said to be kept only where it is."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest

from tui_reader.faces.plain.cast_list import CastList


@pytest.mark.parametrize(
    ("path", "unsaved", "told"),
    [
        (Path("/library.db"), False, "Ball, voice Henry, man is kept."),
        (Path("/library.db"), True, "Ball, voice Henry, man. Not saved. The disk is full."),
        (None, True, "Ball, voice Henry, man. Not saved: there is no library."),
    ],
)
def test_it_is_kept_where_the_library_could_be_written(path: Path | None, unsaved: bool, told: str) -> None:
    parts = Mock()
    parts.reading.document.people = [Mock(id="B")]
    parts.session.library = Mock(path=path, unsaved=unsaved, troubles=["The disk is full."])
    parts.reading.recorded.is_heard_of.return_value = False
    voices = CastList(parts)
    parts.reading.document.short_name.return_value = "Ball"
    parts.reading.voices.cast.voice.return_value.name = "Henry"
    parts.reading.voices.cast.voice.return_value.kind = "man"
    voices._keep(0)
    parts.writing.say.assert_called_once_with(told)
