"""An export from plain text mode: a form by number, a typed place, and nothing half where it is stopped."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.plain_answers import answers
from tests.support.recordings import read_vtt, write_tones
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.faces.plain.exporting import REPLACE, Exporting
from tui_reader.faces.plain.parts import PlainParts
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import open_session
from tui_reader.terminal import milestones
from tui_reader.terminal.keyboard import HANG_UP, Inbox, TypedLine

OPTIONS = ReadingOptions(engine="tone", sound=False)
FORMS = {one.name: str(number) for number, one in enumerate(OUTPUT_FORMATS, 1)}


def exported(talk: Path, form: str, place: str, *further: str) -> list[str]:
    """What is told when the talk is exported in a form to a typed place, from the place on; then for further keys."""
    number = [*FORMS[form]] if len(FORMS[form]) == 2 else [FORMS[form], "enter"]
    keys = ["W", *number, *place, "enter"]
    told = [" ".join(one.split()).replace("/ ", "/") for one in answers(talk, [*keys, *further], OPTIONS)]
    return told[len(keys) :]


def test_the_forms_are_numbered_and_the_place_is_asked_for(talk: Path) -> None:
    told = answers(talk, ["W", "1", "enter", "escape"], OPTIONS)
    assert told[1].startswith("\n15 forms.\n1 wav, sound as it is played.\n2 flac, ")
    asked = "4 turns, less than a minute, about 445 kB. Type a file, or a folder for talk.wav, then Enter. Export to: "
    assert " ".join(told[3].split()) + " " == asked


def test_turns_are_chosen_before_the_form(talk: Path, tmp_path: Path) -> None:
    keys = ["W", "t", *"2-3", "enter", *FORMS["txt"], *f"{tmp_path}/a.txt", "enter"]
    told = answers(talk, keys, OPTIONS)
    assert told[6].startswith("\nTurns 2 to 3.\n15 forms.") and "\n2 turns, about " in "".join(told)
    assert "Good morning" not in (tmp_path / "a.txt").read_text()
    assert "has turns 1 to 4." in answers(talk, ["W", "t", *"2-9", "enter"], OPTIONS)[-1]


def test_what_is_written_and_how_long_it_is_are_told(talk: Path, tmp_path: Path) -> None:
    (told,) = exported(talk, "wav", f"{tmp_path}/a.wav")
    assert f"Wrote {tmp_path}/a.wav from talk.txt, " in told and told.endswith(" s.")
    assert (tmp_path / "a.wav").stat().st_size > 1000


def test_a_folder_gets_the_name_of_the_document_and_a_name_its_ending(talk: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert exported(talk, "txt", f"{tmp_path}/out") == [f"Wrote {tmp_path}/out/talk.txt from talk.txt."]
    assert exported(talk, "md", f"{tmp_path}/out/a") == [f"Wrote {tmp_path}/out/a.md from talk.txt."]


@pytest.mark.parametrize(("key", "kept"), [("y", False), ("n", True)])
def test_a_file_that_is_there_is_replaced_only_after_y(talk: Path, tmp_path: Path, key: str, kept: bool) -> None:
    (tmp_path / "a.md").write_text("mine")
    asked, answer = exported(talk, "md", f"{tmp_path}/a.md", key)
    assert asked == REPLACE
    assert ((tmp_path / "a.md").read_text() == "mine") is kept
    assert answer == ("Nothing was written." if kept else f"Wrote {tmp_path}/a.md from talk.txt.")


def test_what_cannot_be_written_is_told_in_a_line(talk: Path, tmp_path: Path) -> None:
    assert "none: no such folder; make it first." in exported(talk, "md", f"{tmp_path}/none/a.md")[0]
    asked, refused = exported(talk, "txt", str(talk), "y")
    assert asked == REPLACE and "this command reads it" in refused


def test_the_recording_or_voices_are_chosen(tmp_path: Path) -> None:
    read_vtt(tmp_path, "1 2 <v Ann>Yes.", "3 4 <v Ben>No.")
    write_tones(tmp_path / "talk.wav", 5.0, (1.0, 2.0, 9000), (3.0, 4.0, 9000))
    told = answers(tmp_path / "talk.vtt", ["W", "v", "v"], OPTIONS)
    assert told[1].startswith("\nSound: recording talk.wav.\n15 forms.")
    assert [one.split("\n")[1] for one in told[2:]] == ["Sound: voices.", "Sound: recording talk.wav."]
    assert "v takes voices." in " ".join(told[1].split())
    assert "v takes the recording." in " ".join(told[2].split())
    for keys, heard in (("W", True), ("Wv", False)):
        typed = [*keys, *FORMS["wav"], "enter", *f"{tmp_path}/{len(keys)}.wav", "enter"]
        written = answers(tmp_path / "talk.vtt", typed, OPTIONS)[-1]
        assert ("talk.vtt, with the recording talk.wav, 5 s." in " ".join(written.split())) is heard


@pytest.fixture
def parts(talk: Path) -> Iterator[PlainParts]:
    session = open_session(talk, OPTIONS, lambda event: None)
    inbox = Inbox()
    yield PlainParts(session, inbox, ascii=True)
    session.close()


@pytest.fixture
def said(parts: PlainParts, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is told."""
    said: list[str] = []
    monkeypatch.setattr(parts.writing, "say", said.append)
    return said


def export(parts: PlainParts, output: Path) -> None:
    exporting = Exporting(parts)
    exporting._choice = exporting._choice.in_format(OUTPUT_FORMATS[0])
    exporting._check(str(output))


@pytest.mark.parametrize("key", ["escape", "L", TypedLine("stop")])
def test_escape_stops_it_and_leaves_nothing(
    parts: PlainParts, said: list[str], tmp_path: Path, key: str | TypedLine
) -> None:
    before = set(tmp_path.iterdir())
    for typed in ("n", key):
        parts.inbox.put(typed)
    export(parts, tmp_path / "a.wav")
    assert said == ["Exporting, 0 percent. Escape or L stops.", "Stopped. Nothing was written."]
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("ending", [HANG_UP, signal.SIGTERM])
def test_what_ends_the_program_stops_it_and_is_taken_afterwards(
    parts: PlainParts, said: list[str], tmp_path: Path, ending: str | signal.Signals
) -> None:
    parts.inbox.put(ending)
    export(parts, tmp_path / "a.wav")
    assert not (tmp_path / "a.wav").exists() and parts.inbox.get_nowait() == ending


def test_its_progress_is_told(
    parts: PlainParts, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(milestones, "PATIENCE", 0.0)
    export(parts, tmp_path / "a.wav")
    assert said[0] == "Exporting talk.txt. Escape or L stops."
    quarters = [line.partition(" done")[0] for line in said[1:-1]]
    assert quarters and quarters == [one for one in ("A quarter", "Half", "Three quarters") if one in quarters]
    assert said[-1].startswith("Wrote ")
