"""Files added by one process or several, stopped, gone on with: the library is the same however it was made."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.support.library_contents import contents
from tests.support.talks import TALK_WITH_WORDS as TALK
from tests.support.volumes import KENNEDY, write_volume
from tui_reader.document.decisions import Decision, Verb
from tui_reader.formats import read
from tui_reader.library import Library, LibraryError, adding, catalogue, reading_workers
from tui_reader.library.reading_jobs import entries
from tui_reader.library.reading_workers import Workers, read_files
from tui_reader.workers.worker_process import WorkerProcess

TURNS = [("p_KJF1", "Is the quarantine legal?"), ("p_BGW1", "It is."), ("p_KJF1", "Good."), ("p_BGW1", "Yes.")]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three volumes, a talk, and a file that cannot be read; other processes are always worth it."""
    monkeypatch.setattr(reading_workers, "WORTH", 0)
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(1, 4):
        talks = [(f"1962-10-{day:02}", [*TURNS, ("p_KJF1", f"Day {day}.")]) for day in range(1, 13)]
        write_volume(folder, f"frus{number}", KENNEDY, talks)
    (folder / "talk.txt").write_text(TALK)
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 9)
    return folder


@pytest.fixture
def fresh(archive: Path) -> dict[str, set[Any]]:
    """What a library holds to which the archive was added by this process alone."""
    with Library(None) as library:
        list(library.folders.add(archive, workers=Workers(1)))
        return contents(library)


def test_several_processes_make_the_same_library(library: Library, archive: Path, fresh: dict[str, set[Any]]) -> None:
    shares = list[float]()
    seen = [one for one in library.folders.add(archive, shares.append, Workers(2)) if one]
    assert contents(library) == fresh and len(fresh["documents"]) == 37
    assert sorted((one.documents, one.new) for one in seen) == [(0, 0), (1, 1), (12, 12), (12, 12), (12, 12)]
    assert [one.trouble for one in seen if one.trouble] == [
        "broken.txt: not text but binary data; a transcript must be a text file"
    ]
    assert shares == sorted(shares) and shares[-1] == pytest.approx(1.0)


def test_a_process_that_is_killed_takes_nothing_with_it(
    library: Library, archive: Path, fresh: dict[str, set[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    alive = list[WorkerProcess]()
    monkeypatch.setattr(WorkerProcess, "give", killing_give(alive, times=1))
    seen = [one for one in library.folders.add(archive, workers=Workers(2)) if one]
    assert alive and contents(library) == fresh
    assert sum(one.new for one in seen) == 37


def test_a_file_whose_process_is_always_killed_is_told_and_read_the_next_time(
    library: Library, archive: Path, fresh: dict[str, set[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_workers, "AHEAD", 0)
    give = WorkerProcess.give
    monkeypatch.setattr(WorkerProcess, "give", killing_give([], times=2, name="frus2.xml"))
    seen = [one for one in library.folders.add(archive, workers=Workers(2)) if one]
    lost = archive / "frus2.xml"
    assert [one.trouble for one in seen if one.path == lost] == [
        f"{lost}: the process that read it was killed twice; it was not added to the end."
    ]
    monkeypatch.setattr(WorkerProcess, "give", give)
    assert lost in library.folders.unread()
    list(library.folders.refresh(workers=Workers(2)))
    assert contents(library) == fresh


def killing_give(killed: list[WorkerProcess], times: int, name: str = "") -> Any:
    """A method that gives a job, and kills so many of the processes that are given a file of that name, or any."""
    give = WorkerProcess.give

    def killing(self: WorkerProcess, job: Any) -> None:
        if len(killed) < times and name in str(job.file):
            killed.append(self)
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait()
        give(self, job)

    return killing


def test_what_was_added_before_it_was_stopped_stays_and_it_goes_on(
    library: Library, archive: Path, fresh: dict[str, set[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("BATCH", 5), ("OFTEN", 0.0)):
        monkeypatch.setattr(adding, name, value)
    with closing(library.folders.add(archive, workers=Workers(1))) as steps:
        for _ in range(8):
            next(steps)
    documents = len(library.recent(-1))
    assert 0 < documents < 37 and len(contents(library)["indexed"]) == documents
    assert catalogue.unread(library).startswith("Not searched: ")
    (told,) = catalogue.add([archive], library)
    assert told.startswith(f"{archive}: {37 - documents} documents added; {documents} were there already")
    assert contents(library) == fresh and catalogue.unread(library) == ""


def test_a_long_document_is_taken_in_bit_by_bit(library: Library, tmp_path: Path) -> None:
    talk = tmp_path / "long.txt"
    talk.write_text("\n\n".join(f"{'ANNE' if turn % 2 else 'BEN'}: Word {turn}." for turn in range(1_201)))
    list(library.folders.add(talk))
    assert library.rows("SELECT count(*) AS pages FROM pages") == [(1_201,)]
    assert library.index.holds(read(talk).key)


def test_what_is_decided_while_a_file_is_read_is_not_forgotten(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text(TALK)

    def deciding(*arguments: Any) -> Iterator[Any]:
        yield from entries(*arguments)
        library.label_decisions.add(read(talk).key, [Decision(Verb.NAME, "BEN", "Benjamin Lee")])

    monkeypatch.setattr(reading_workers, "entries", deciding)
    list(library.folders.add(talk))
    monkeypatch.setattr(reading_workers, "entries", entries)
    assert library.folders.unread() == [talk] and not library.index.search("@Benjamin")
    list(library.folders.refresh())
    assert library.folders.unread() == [] and library.index.search("@Benjamin")


def test_documents_of_a_volume_that_are_not_indexed_take_one_reading(
    library: Library, archive: Path, fresh: dict[str, set[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    list(library.folders.add(archive))
    with library.kept():
        library.write("DELETE FROM indexed")
    jobs = list[Any]()
    monkeypatch.setattr(adding, "read_files", lambda all, workers: read_files(jobs.extend(all) or jobs, workers))
    list(library.folders.refresh())
    assert sorted(job.file.name for job in jobs) == ["frus1.xml", "frus2.xml", "frus3.xml", "talk.txt"]
    assert contents(library) == fresh


def test_a_folder_or_a_volume_is_removed_and_what_is_called_alike_stays(library: Library, tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a b", tmp_path / "a0"]
    for number, folder in enumerate(folders):
        folder.mkdir(exist_ok=True)
        write_volume(folder, f"frus{number}", KENNEDY, [("1962-10-01", TURNS), (f"1962-10-0{number + 2}", TURNS)])
    write_volume(tmp_path / "a", "frus0.xml0", KENNEDY, [("1963-01-01", TURNS)])
    odd = os.fsdecode(os.fsencode(tmp_path / "a") + b"/caf\xe9.txt")
    Path(odd).write_text(TALK)
    list(library.folders.add(tmp_path))
    assert len(library.recent(-1)) == 10
    assert library.folders.remove(tmp_path / "a" / "frus0.xml#d2") == 1
    assert library.folders.remove(tmp_path / "a" / "frus0.xml") == 1
    assert library.folders.remove(tmp_path / "a") == 4
    assert {recent.path.parent for recent in library.recent(-1)} == {tmp_path / "a b", tmp_path / "a0"}
    assert {key for (key,) in library.rows("SELECT document FROM indexed")} == {one.key for one in library.recent(-1)}
    assert contents(library)["pages"]
    assert library.folders.remove(Path("/")) == 4 and not contents(library)["pages"]


def test_what_cannot_be_saved_when_it_is_stopped_is_no_error_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("ANNE: Yes, of course.\n\nBEN: No.\n\nANNE: Well then.\n")
    with Library(tmp_path / "library.db") as library:
        library._database.execute("PRAGMA query_only = ON")
        files = library.folders.add(tmp_path / "talk.txt")
        with pytest.raises(LibraryError):
            for _ in files:
                pass
        files.close()


def test_a_file_that_was_interrupted_while_it_was_written_is_read_again(
    library: Library, archive: Path, fresh: dict[str, set[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    listed, list_document = list[Any](), Library.list_document

    def interrupted(*arguments: Any) -> bool:
        listed.append(arguments)
        if len(listed) == 3:
            raise KeyboardInterrupt
        return list_document(*arguments)

    monkeypatch.setattr(Library, "list_document", interrupted)
    monkeypatch.setattr(adding, "BATCH", 61)  # a volume, its end, and a document of the next
    with pytest.raises(KeyboardInterrupt):
        list(library.folders.add(archive, workers=Workers(1)))
    assert not library.recent(-1)
    list(library.folders.add(archive, workers=Workers(1)))
    assert contents(library) == fresh
