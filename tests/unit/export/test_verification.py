"""The ledger that travels with an export, and what verify finds by it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.errors import ReaderError
from tui_reader.export.export_document import export_document
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.verification import verify
from tui_reader.formats import read
from tui_reader.narration.narration_options import NoteReading
from tui_reader.startup.reading_options import ReadingOptions

TONE = ReadingOptions(engine="tone", speed=4.0)
TALK = (
    "A Talk\n\nANNE: Good morning,(1) Ben & <b>all</b>.\n\nBEN: Yes *indeed*, 5 a_b.\n\n(He coughs.)\n\n"
    "ANNE: Then we walk.\n\nBEN: Yes.\n\nNotes\n\n1 Said at noon.\n"
)
FORMATS = ("wav", "vtt", "srt", "ass", "json", "chapters", "md", "txt", "tei")


@pytest.mark.parametrize("format", FORMATS)
def test_what_was_written_is_found_good_and_of_its_document(talk: Path, tmp_path: Path, format: str) -> None:
    done = export_document(talk, ExportOptions(tmp_path / "out", FORMATS, ledger=True), TONE)
    path = done.paths[FORMATS.index(format)]
    findings = verify(path, read(talk))
    assert [finding.line for finding in findings if not finding.good] == []
    assert len(findings) >= (3 if format == "chapters" else 4) and findings[0].line.endswith(
        "is unchanged since export."
    )


@pytest.mark.parametrize("notes", list(NoteReading))
@pytest.mark.parametrize("name", ["out.epub", "out.html"])
def test_books_and_pages_too(talk: Path, tmp_path: Path, name: str, notes: NoteReading) -> None:
    export_document(talk, ExportOptions(tmp_path / name, text_only=True, ledger=True), TONE._replace(notes=notes))
    assert all(finding.good for finding in verify(tmp_path / name, read(talk)))


def test_the_ledger_has_who_said_what_in_which_voice_and_when(talk: Path, tmp_path: Path) -> None:
    export_document(talk, ExportOptions(tmp_path / "out.wav", ledger=True), TONE)
    account = json.loads((tmp_path / "out.ledger.json").read_text())
    assert [(one["by"], one["shown"]) for one in account["utterances"]][1:3] == [
        ("ANNE", "Good morning, Ben & <b>all</b>."), ("BEN", "Yes *indeed*, 5 a_b."),
    ]  # fmt: skip
    times = [time for one in account["utterances"] for time in (one["start"], one["end"])]
    assert times == sorted(times) and 0 < times[-1] <= round(account["seconds"], 6)
    assert len({one["voice"] for one in account["utterances"] if one["by"] in ("ANNE", "BEN")}) == 2
    assert "".join(entry["printed"] for entry in account["entries"]) == read(talk).text and account["lost"] == 0
    page = (tmp_path / "out.ledger.txt").read_text()
    assert page.endswith("nothing lost\n") and "ANNE: Good morning," in page


@pytest.mark.parametrize("wanted", [{"first": 2, "last": 3}, {"first": 4}])
def test_what_was_not_asked_for_is_skipped_and_not_lost(talk: Path, tmp_path: Path, wanted: dict[str, int]) -> None:
    export_document(talk, ExportOptions(tmp_path / "out.srt", ledger=True, **wanted), TONE)  # type: ignore[arg-type]
    account = json.loads((tmp_path / "out.ledger.json").read_text())
    skipped = [entry for entry in account["entries"] if entry["why"] == "left out by choice"]
    assert account["lost"] == 0 and any("Good morning" in entry["printed"] for entry in skipped)
    assert all(finding.good for finding in verify(tmp_path / "out.srt", read(talk)))


def test_one_side_alone(talk: Path, tmp_path: Path) -> None:
    export_document(talk, ExportOptions(tmp_path / "out.srt", ledger=True), TONE._replace(only=("BEN",)))
    account = json.loads((tmp_path / "out.ledger.json").read_text())
    assert account["lost"] == 0 and {one["by"] for one in account["utterances"]} == {"BEN"}


@pytest.mark.parametrize("format", ["vtt", "srt", "ass", "json"])
def test_captions_that_are_late_are_told(talk: Path, tmp_path: Path, format: str) -> None:
    export_document(talk, ExportOptions(tmp_path / f"out.{format}", ledger=True), TONE)
    path = tmp_path / "out.ledger.json"
    account = json.loads(path.read_text())
    account["utterances"][2]["start"] += 0.05
    path.write_text(json.dumps(account))
    bad = [finding.line for finding in verify(tmp_path / f"out.{format}") if not finding.good]
    assert len(bad) == 1
    assert bad[0].startswith("No caption begins at 1 of ")


def test_a_word_that_is_gone_is_told(talk: Path, tmp_path: Path) -> None:
    export_document(talk, ExportOptions(tmp_path / "out", ("srt", "md"), ledger=True), TONE)
    for name in ("out.srt", "out.md"):
        path = tmp_path / name
        path.write_text(path.read_text().replace("walk", ""))
        bad = [finding.line for finding in verify(path) if not finding.good]
        assert len(bad) == 2 and "changed since" in bad[0] and "'walk'" in bad[1]


def test_sound_that_was_cut_is_told(talk: Path, tmp_path: Path) -> None:
    export_document(talk, ExportOptions(tmp_path / "out.wav", ledger=True), TONE)
    data = bytearray((tmp_path / "out.wav").read_bytes())
    data[44:] = bytes(len(data) - 44)
    (tmp_path / "out.wav").write_bytes(data)
    assert [finding.good for finding in verify(tmp_path / "out.wav")] == [False, True, True, False]


@pytest.mark.parametrize("name", ["out.mp3", "out.m4b", "out.opus", "out.flac"])
def test_coded_sound_has_its_length(talk: Path, tmp_path: Path, name: str) -> None:
    if not os.environ.get("CI"):
        pytest.importorskip("av")
    export_document(talk, ExportOptions(tmp_path / name, ledger=True), TONE)
    findings = verify(tmp_path / name)
    assert all(finding.good for finding in findings) and "s long" in findings[-1].line


def test_another_document_is_told(talk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export_document(talk, ExportOptions(tmp_path / "out.md", ledger=True), TONE)
    (tmp_path / "other.txt").write_text(TALK.replace("walk", "run"))
    assert main(["verify", str(tmp_path / "out.md"), str(tmp_path / "other.txt"), "--no-library"]) == 1
    assert "This file was not made from other.txt." in capsys.readouterr().out
    assert main(["verify", str(tmp_path / "out.md"), str(talk), "--no-library"]) == 0


@pytest.mark.parametrize("ledger", [None, b"", b"[]", b"{}", b"\xff"])
def test_without_a_ledger_one_line_says_what_to_do(tmp_path: Path, ledger: bytes | None) -> None:
    (tmp_path / "out.md").write_text("Words.")
    if ledger is not None:
        (tmp_path / "out.ledger.json").write_bytes(ledger)
    with pytest.raises(
        ReaderError,
        match=r"out\.md cannot be checked: out\.ledger\.json is not (beside it. Export .* --ledger|the ledger of)",
    ):
        verify(tmp_path / "out.md")
    with pytest.raises(ReaderError, match=r"no such file"):
        verify(tmp_path / "nothing.md")


@pytest.mark.parametrize(
    "ledger",
    [
        "[" * 10_000,
        "5",
        "[]",
        "\udcff",
        '{"document": {"key": "", "name": ""}, "lost": 0, "utterances": 5, "entries": [], "files": []}',
        '{"document": {"name": 1}, "lost": 0, "utterances": [{}], "entries": [], "files": [{"name": [], "sha256": 1}]}',
        '{"document": 5, "lost": [], "utterances": [{"shown": 5, "note": 1}], "entries": [1], "files": []}',
    ],
)
@pytest.mark.parametrize("format", ["wav", "vtt", "md", "chapters"])
def test_a_ledger_of_another_make_is_one_line(talk: Path, tmp_path: Path, ledger: str, format: str) -> None:
    done = export_document(talk, ExportOptions(tmp_path / "out", (format,), ledger=True), TONE)
    (tmp_path / "out.ledger.json").write_bytes(ledger.encode(errors="surrogateescape"))
    with pytest.raises(ReaderError, match=r"cannot be checked: out.ledger.json is not the ledger of an export\.$"):
        verify(done.paths[0], read(talk))


@pytest.mark.parametrize(
    ("field", "value"),
    [("start", 1e308), ("end", float("nan")), ("start", "1"), ("recorded", [1]), ("recorded", [0.0, float("inf")])],
)
def test_a_time_in_a_ledger_that_is_none_is_one_line(talk: Path, tmp_path: Path, field: str, value: object) -> None:
    done = export_document(talk, ExportOptions(tmp_path / "out.wav", ledger=True), TONE)
    path = tmp_path / "out.ledger.json"
    account = json.loads(path.read_text())
    account["utterances"][1][field] = value
    path.write_text(json.dumps(account))
    with pytest.raises(ReaderError, match="is not the ledger of an export"):
        verify(done.paths[0])


def test_each_stem_has_one_speaker_and_silence_elsewhere(talk: Path, tmp_path: Path) -> None:
    export_document(talk, ExportOptions(tmp_path / "out.wav", ledger=True, stems=True), TONE)
    assert all(finding.good for name in ("ANNE", "BEN") for finding in verify(tmp_path / f"out.{name}.wav"))
    (tmp_path / "out.BEN.wav").write_bytes((tmp_path / "out.wav").read_bytes())
    assert "sound or silence differs" in [one.line for one in verify(tmp_path / "out.BEN.wav") if not one.good][1]
