"""The numbers of cues before labels, and cues that are nobody's."""

from __future__ import annotations

from tests.unit.formats.labels.test_conventions import asides, labels, read
from tui_reader.formats.transcript.cue_numbers import cue_numbers

RADIO_PLAY = """THE QUAY

1   SOUND:   WIND. A DOOR.

2   OAK:     Is anybody there?

3   MUSIC:   STING.

4   ELM:     (OFF) Only the gulls.

5   OAK:     They are many.
"""


def test_numbers_of_cues_are_not_said_and_sounds_are_nobodys() -> None:
    assert labels(RADIO_PLAY) == ["OAK", "ELM", "OAK"]
    assert asides(read(RADIO_PLAY)) == ["MUSIC: STING."]
    assert labels("1 Ann: Hello.\n2 Ben: Hi, and what\ndo you want?\n3 Ann: Nothing.\n4 Ben: So.") == ["Ann", "Ben"] * 2


def test_numbers_of_notes_and_of_lists_stay() -> None:
    assert cue_numbers("1 Source: Boats.\n\n2 Ibid.: above.\n\n3 Note: No.\n\n4 Source: Ropes.") == []
    assert cue_numbers("1. Ropes: long.\n2. Boats: many.\n3. Gulls: all.\n4. Quays: two.") == []
    assert cue_numbers("7 Ann: One.\n\n9 Ben: Two.\n\n3 Ann: Three.\n\n8 Ben: Four.") == []
