"""Labels before a full stop: initials, and letters that begin no label."""

from __future__ import annotations

import pytest

from tui_reader.formats.transcript import parse

TALK = "They met on the quay.\n\nAnna: Shall we go?\n\nBen: We shall.\n\nAnna: Now?\n\nBen: Now."


def labels(text: str) -> list[str]:
    return [turn.label.text for turn in parse(text, "t.txt", "0" * 64).turns]


@pytest.mark.parametrize("opening", ["A... well, I do not know.", "O... what a day", "A.(new) word."])
def test_a_letter_before_several_full_stops_is_no_initial(opening: str) -> None:
    assert labels(f"{opening}\n\n{TALK}") == ["Anna", "Ben"] * 2
