"""The voice picker in plain text mode: voices in sentences, given with Enter, heard with h."""

from __future__ import annotations

from tests.support.corpus import MEMORANDUM
from tests.support.plain_answers import answers
from tui_reader.paths import NO_LIBRARY
from tui_reader.startup.reading_options import ReadingOptions

SILENT = ReadingOptions(NO_LIBRARY, engine="tone", sound=False)


def test_all_voices_are_listed_for_a_person_and_one_is_given() -> None:
    told = answers(MEMORANDUM, ["c", "2", "v", "down", "down", "enter", "c"], SILENT)
    assert told[3].startswith("\nThe voice of Ball.\n30 voices.\n2 George, man, American, ")
    assert "h hears it, slash filters, Enter keeps it." in " ".join(told[3].split())
    assert told[4].startswith("\nGeorge, man, American, ") and told[5].startswith("\nClara, woman, American, ")
    assert " ".join(told[6].split()) == "Ball, voice Clara, woman. Not saved: there is no library."
    assert "2 Ball, voice Clara" in told[7]


def test_voices_are_filtered_and_escape_leaves_all_as_it_was() -> None:
    told = answers(MEMORANDUM, ["c", "1", "v", "slash", *"scottish", "enter", "escape", "c"], SILENT)
    assert (
        told[-3].startswith("\n3 of 30 voices.\n5 Moira, woman, Scottish, ") and "1 Stevenson, voice Adlai" in told[-1]
    )


def test_without_sound_h_says_why() -> None:
    told = answers(MEMORANDUM, ["c", "1", "v", "down", "h"], SILENT)
    assert told[-1] == "\nThere is no sound, for --no-sound was given."
