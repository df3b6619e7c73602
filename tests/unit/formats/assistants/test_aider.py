"""Aider's history: its starts are talks, what it prints is not said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_speaker
from tui_reader.document.collection import CollectionError

_FIRST = """# aider chat started at 2024-08-05 19:33:02

> Aider v0.47.2-dev
> Repo-map: using 1024 tokens

#### /add door.py

> Added door.py to the chat

#### Mend the door.
#### It creaks.

I oil the **hinges**.

> Tokens: 2k sent

"""
_SECOND = """# aider chat started at 2024-08-06 08:00:00

#### Is it done?

Yes.
"""


def test_what_was_asked_and_answered_is_said_without_commands_and_what_is_printed(tmp_path: Path) -> None:
    document = read_text(tmp_path, _FIRST, "history.md")
    assert turns_by_speaker(document) == [("User", "Mend the door. It creaks."), ("Assistant", "I oil the hinges.")]
    assert document.date and document.date.iso == "2024-08-05" and document.lost is None


def test_each_start_is_a_talk(tmp_path: Path) -> None:
    with pytest.raises(CollectionError) as raised:
        read_text(tmp_path, _FIRST + _SECOND, "history.md")
    assert [(one.id, one.title, one.date) for one in raised.value.collection.entries] == [
        ("1", "Mend the door.", "2024-08-05"),
        ("2", "Is it done?", "2024-08-06"),
    ]
    document = raised.value.read("2")
    assert turns_by_speaker(document)[1] == ("Assistant", "Yes.") and document.lost is None
