"""The reference of a turn opens a document there, and an edited document is told once."""

from __future__ import annotations

from pathlib import Path

from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import open_session

SILENT = ReadingOptions(engine="quiet", sound=False)
TALK = "ANNE: Good morning.\n\nBEN: Yes.\n\nANNE: We walk to the bridge now.\n\nBEN: To the bridge.\n"


def turn_opened(path: Path, options: ReadingOptions = SILENT) -> tuple[int, tuple[str, ...]]:
    session = open_session(path, options, lambda event: None)
    session.close()
    page = session.reading.place.page
    assert page and page.turn and session.reading.place.path.name == "talk.txt"
    return page.turn.number, session.notices


def test_a_reference_opens_its_turn_also_after_an_edit(tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text(TALK)
    reference = tmp_path / "talk.txt#turn-3~we-walk-to-the-bridge"
    assert turn_opened(reference) == (3, ())
    talk.write_text("BEN: Before that.\n\nANNE: What is it?\n\n" + TALK)
    number, notices = turn_opened(reference)
    assert number == 5 and notices == ("talk.txt was edited since you read it. Found again: your place.",)
    assert turn_opened(talk) == (5, ())


def test_an_option_for_the_start_counts_more_than_the_reference(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(TALK)
    assert turn_opened(tmp_path / "talk.txt#turn-3", SILENT._replace(start="2"))[0] == 2
