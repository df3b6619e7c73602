"""Many documents exported: all of them, none twice, one that is bad told and the rest done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.errors import ReaderError, UsageError
from tui_reader.export.batch import batch_log
from tui_reader.export.batch.batch_export import BatchResult, DocumentOutcome, export_many
from tui_reader.export.export_options import ExportOptions
from tui_reader.paths import NO_LIBRARY
from tui_reader.startup.reading_options import ReadingOptions

TONE = ReadingOptions(library=NO_LIBRARY, engine="tone", speed=4.0)
TALK = "Talk {0}\n\nANNE: Good morning, {0}.\n\nBEN: Yes.\n\nANNE: Then we walk.\n"
PLAY = """<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A Volume</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>{0}</body></text></TEI>"""
ENTRY = """<div type="document" xml:id="d{0}"><head>{0}. Memorandum {0}</head><p>ANNE: Good morning, {0}.</p>
<p>BEN: Yes, it is.</p><p>ANNE: Then we walk.</p><p>BEN: Yes, we do.</p></div>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three talks, one of them below, two of one name, a text without speakers, and a file that is none."""
    (tmp_path / "in" / "below").mkdir(parents=True)
    for name in ("one.txt", "two.txt", "two.md", "below/three.txt"):
        (tmp_path / "in" / name).write_text(TALK.format(name))
    (tmp_path / "in" / "prose.txt").write_text("It was a dark night. Nobody spoke.\n")
    (tmp_path / "in" / "bad.xml").write_bytes(b"\x00\x01\x02\x03")
    return tmp_path / "in"


def exported(folder: Path, out: Path, *formats: str) -> dict[str, BatchResult]:
    """What became of each, by name."""
    return {one.name: one for one in export_many(folder, ExportOptions(out, formats or ("md",)), TONE, processes=2)}


def files(out: Path) -> list[str]:
    """What stands in a folder, but for its index and what is hidden."""
    found = (path for path in out.rglob("*") if path.is_file() and path.name[0] != "." and path.name != "index.html")
    return sorted(str(path.relative_to(out)) for path in found)


def test_each_document_of_a_folder_is_written_under_its_name(folder: Path, tmp_path: Path) -> None:
    found = exported(folder, tmp_path / "out", "wav", "srt")
    written = ["below/three", "one", "two.md", "two.txt"]
    assert files(tmp_path / "out") == sorted(f"{name}.{ending}" for name in written for ending in ("srt", "wav"))
    assert {name for name, one in found.items() if one.outcome is DocumentOutcome.WRITTEN} == set(written)
    assert found["prose"].outcome is DocumentOutcome.LEFT_OUT and {one.total for one in found.values()} == {6}
    assert found["bad"].outcome is DocumentOutcome.FAILED and "bad.xml" in found["bad"].line


def test_what_is_finished_is_known_by_content_and_by_what_was_asked_for(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported(folder, out)
    before = {name: (out / name).stat().st_mtime_ns for name in files(out)}
    (out / "one.md").write_text("spoilt")
    (out / "two.txt.md").unlink()
    (folder / "below" / "three.txt").write_text(TALK.format("another"))
    outcomes = {name: one.outcome for name, one in exported(folder, out).items()}
    assert (
        outcomes["two.md"] is DocumentOutcome.DONE_BEFORE
        and before["two.md.md"] == (out / "two.md.md").stat().st_mtime_ns
    )
    assert outcomes["one"] is outcomes["two.txt"] is outcomes["below/three"] is DocumentOutcome.WRITTEN
    assert "Good morning" in (out / "one.md").read_text() and "another" in (out / "below" / "three.md").read_text()
    assert all(one.outcome is not DocumentOutcome.DONE_BEFORE for one in exported(folder, out, "txt").values())


def test_each_document_of_a_volume_is_written_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "volume.xml").write_text(PLAY.format("".join(ENTRY.format(number) for number in range(1, 6))))
    found = exported(tmp_path / "volume.xml", tmp_path / "out")
    assert files(tmp_path / "out") == [f"volume-d{number}.md" for number in range(1, 6)]
    assert {one.total for one in found.values()} == {5}
    assert "Good morning, 3." in (tmp_path / "out" / "volume-d3.md").read_text()


COLLIDING = "".join(
    f'<div type="document" xml:id="{id}"><head>{id}</head><sp who="#a"><speaker>Ann</speaker><p>{words} document.</p>'
    f'</sp><sp who="#b"><speaker>Ben</speaker><p>Yes sir.</p></sp></div>'
    for id, words in (("d1", "FIRST"), ("d2", "SECOND"), ("e·1", "THIRD"), ("e-1", "FOURTH"))
)


def test_documents_that_would_share_a_name_get_distinct_ones_that_stay(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "vol.xml").write_text(PLAY.format(COLLIDING))
    (tmp_path / "in" / "vol-d1.txt").write_text(TALK.format("FILE"))
    exported(tmp_path / "in", tmp_path / "out", "txt")
    written = {name: (tmp_path / "out" / name).read_text() for name in files(tmp_path / "out")}
    assert len(written) == 5
    for words in ("FIRST", "SECOND", "THIRD", "FOURTH", "FILE"):
        assert sum(words in text for text in written.values()) == 1
    again = exported(tmp_path / "in", tmp_path / "out", "txt").values()
    assert {one.outcome for one in again} == {DocumentOutcome.DONE_BEFORE}
    (tmp_path / "out" / "vol-d2.txt").unlink()
    exported(tmp_path / "in", tmp_path / "out", "txt")
    assert {name: (tmp_path / "out" / name).read_text() for name in files(tmp_path / "out")} == written


def test_an_id_that_is_no_file_name_is_exported_too(tmp_path: Path) -> None:
    (tmp_path / "volume.xml").write_text(PLAY.format(COLLIDING.replace('"d1"', '"../d1"')))
    found = exported(tmp_path / "volume.xml", tmp_path / "below" / "out", "txt")
    assert {one.outcome for one in found.values()} == {DocumentOutcome.WRITTEN}
    assert len(files(tmp_path / "below" / "out")) == 4 and len(list((tmp_path / "below").iterdir())) == 1


def test_what_is_in_the_folder_of_the_exports_is_not_exported_again(folder: Path, tmp_path: Path) -> None:
    out = folder / "out"
    first = exported(folder, out, "txt", "vtt")
    again = exported(folder, out, "txt", "vtt")
    assert first.keys() == again.keys()
    assert DocumentOutcome.WRITTEN not in {one.outcome for one in again.values()}


def test_two_documents_of_the_same_content_are_each_done(folder: Path, tmp_path: Path) -> None:
    (folder / "below" / "one.txt").write_text((folder / "one.txt").read_text())
    exported(folder, tmp_path / "out")
    (tmp_path / "out" / "below" / "one.md").unlink()
    found = {name: one.outcome for name, one in exported(folder, tmp_path / "out").items()}
    assert found["below/one"] is DocumentOutcome.WRITTEN and found["one"] is DocumentOutcome.DONE_BEFORE
    (folder / "one.txt").write_text(TALK.format("changed"))
    outcomes = {name: one.outcome for name, one in exported(folder, tmp_path / "out").items()}
    assert [name for name, outcome in outcomes.items() if outcome is DocumentOutcome.WRITTEN] == ["one"]


def test_nothing_that_is_read_is_written_over(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "two.txt.md").symlink_to(folder / "one.txt")
    with pytest.raises(UsageError, match=r"two\.txt\.md, which is .*one\.txt: this command reads it"):
        exported(folder, tmp_path / "out")
    assert files(tmp_path / "out") == ["two.txt.md"] and "one.txt" in (folder / "one.txt").read_text()
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / batch_log.NAME).symlink_to(folder / "one.txt")
    with pytest.raises(UsageError, match=r"which is .*one\.txt: this command reads it"):
        exported(folder, tmp_path / "log")
    (tmp_path / "same").symlink_to(folder)
    with pytest.raises(UsageError, match="the folder that is read"):
        exported(folder, tmp_path / "same")


def test_a_document_of_a_volume_that_is_named_has_its_id_in_its_name(tmp_path: Path) -> None:
    (tmp_path / "volume.xml").write_text(PLAY.format("".join(ENTRY.format(number) for number in range(1, 4))))
    for number in (1, 2):
        exported(tmp_path / f"volume.xml#d{number}", tmp_path / "out")
    assert files(tmp_path / "out") == ["volume-d1.md", "volume-d2.md"]


def test_in_a_log_there_is_a_line_a_document_and_the_status_tells_failures(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", str(folder), "-o", str(tmp_path / "out"), "--format", "md", "--no-library"]
    assert main(words) == 1
    out, err = capsys.readouterr()
    lines = err.splitlines()
    assert out == "" and len(lines) == 7 and [line.split()[0] for line in lines[:-1]] == [f"{n}." for n in range(1, 7)]
    assert lines[-1] == f"4 documents written into {tmp_path / 'out'}, 1 left out, 1 failed; index.html lists them."
    (folder / "bad.xml").unlink()
    assert main(words) == 0
    told = capsys.readouterr().err.splitlines()[-1]
    assert told == f"Nothing to do in {tmp_path / 'out'}, 4 done before, 1 left out; index.html lists them."


def test_one_document_goes_into_a_folder_too(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert main(["export", str(folder / "one.txt"), "-o", str(tmp_path / "out"), "--format", "md", "--no-library"]) == 0
    assert files(tmp_path / "out") == ["one.md"]


@pytest.mark.parametrize(
    "words", [["-o", "{out}"], ["-o", "{file}", "--format", "md"], ["-o", "{out}", "--format", "mp9"]]
)
def test_wrong_use_is_one_line(
    folder: Path, tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [word.format(out=tmp_path / "out", file=folder / "one.txt") for word in words]
    assert main(["export", str(folder), *asked, "--no-library"]) == 2
    assert capsys.readouterr().err.count("\n") == 1 and not (tmp_path / "out").exists()


def test_two_at_once_into_one_folder_are_refused(folder: Path, tmp_path: Path) -> None:
    with batch_log.locked_log(tmp_path / "out"), pytest.raises(ReaderError, match="another export of many"):
        exported(folder, tmp_path / "out")


def test_a_line_that_was_cut_off_is_as_if_it_were_not_there(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported(folder, out)
    log = out / batch_log.NAME
    log.write_bytes(log.read_bytes()[:-20])
    outcomes = [one.outcome for one in exported(folder, out).values()]
    assert outcomes.count(DocumentOutcome.WRITTEN) == 1 and outcomes.count(DocumentOutcome.DONE_BEFORE) == 3


def test_a_log_that_is_not_ours_is_as_if_it_were_not_there(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported(folder, out)
    log = out / batch_log.NAME
    damages: list[object] = [{"x": 5}, {"x": [1, 2, 3]}, {"x\0": [1, "a"]}, {"/dev/zero": [0, "a"]}]
    entries = zip(log.read_text().splitlines(), damages, strict=True)
    lines = [json.dumps(json.loads(line) | {"files": damage}) for line, damage in entries]
    log.write_text("\n".join([*lines, "[" * 2000, '{"work": [], "files": {}}']) + "\n")
    outcomes = [one.outcome for one in exported(folder, out).values()]
    assert outcomes.count(DocumentOutcome.WRITTEN) == 4


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_place_of_the_log_is_not_waited_for(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    os.mkfifo(tmp_path / "out" / batch_log.NAME)
    with pytest.raises(ReaderError, match="a pipe, not a file"):
        exported(folder, tmp_path / "out")


def test_a_killed_run_leaves_no_process_and_no_half_file_and_the_next_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(20):
        (tmp_path / "in" / f"{number}.txt").write_text(TALK.format(number) * 40)
    out = tmp_path / "out"
    words = [sys.executable, "-m", "tui_reader", "export", str(tmp_path / "in"), "-o", str(out), "--format", "wav"]
    words += ["--engine", "tone", "--no-library", "--jobs", "2"]
    run = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 30
    while not (out.exists() and files(out)) and time.monotonic() < end:
        time.sleep(0.01)
    children = children_of(run.pid)
    maps = [Path(f"/proc/{process}/maps").read_text() for process in (str(run.pid), *children)]
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    assert not any("/dev/shm/" in mapped for mapped in maps), "shared memory outlives its processes"
    before = files(out)
    assert 0 < len(before) < 20 and len(children) >= 2
    while any(Path(f"/proc/{child}/stat").exists() for child in children) and time.monotonic() < end:
        time.sleep(0.01)
    assert not any(Path(f"/proc/{child}/stat").exists() for child in children)
    again = subprocess.run(words, capture_output=True, text=True, check=True)
    assert len(files(out)) == 20 and [p.name for p in out.iterdir() if p.name[0] == "."] == [batch_log.NAME]
    told = again.stderr.splitlines()[-1]
    assert int(told.split()[0]) + int(told.split(", ")[1].split()[0]) == 20 and "done before" in told
    assert int(told.split(", ")[1].split()[0]) >= len(before)


def test_a_killed_worker_is_replaced_and_its_document_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(4):
        (tmp_path / "in" / f"{number}.txt").write_text(TALK.format(number) * 10)
    out = tmp_path / "out"
    words = [sys.executable, "-m", "tui_reader", "export", str(tmp_path / "in"), "-o", str(out), "--format", "wav"]
    words += ["--engine", "tone", "--no-library", "--jobs", "1"]
    run = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 30
    while not (out.exists() and files(out)) and time.monotonic() < end:
        time.sleep(0.01)
    (worker,) = children_of(run.pid)
    os.kill(int(worker), signal.SIGKILL)
    _, err = run.communicate(timeout=120)
    assert run.returncode == 1 and err.count("was killed") == 1 and "Traceback" not in err
    assert len(files(out)) >= 3  # it may have been killed just after its last file


def children_of(pid: int) -> list[str]:
    """The processes that a process has started, in any of its threads."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [child for task in tasks for child in (task / "children").read_text().split()]
