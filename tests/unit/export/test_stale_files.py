"""What an earlier export left beside a sound does not stay beside a new one; what is somebody else's does."""

from __future__ import annotations

from pathlib import Path

from tests.support.exports import exported, names


def test_ledger_stems_and_labels_of_an_earlier_export_go_and_are_named(talk: Path, folder: Path) -> None:
    exported(talk, folder / "talk.wav", stems=True, ledger=True)
    assert len(names(folder)) == 7
    done = exported(talk, folder / "talk.wav")
    assert names(folder) == ["talk.wav"]
    (notice,) = done.notices
    assert notice.startswith("Removed, as part of an earlier export: talk.ledger.json, talk.ledger.txt, talk.")


def test_stems_of_who_is_heard_no_more_go(talk: Path, folder: Path) -> None:
    exported(talk, folder / "talk.wav", stems=True)
    exported(talk, folder / "talk.wav", stems=True, first=2, last=2)
    assert sorted(names(folder)) == ["talk.BEN.wav", "talk.labels.txt", "talk.wav"]


def test_what_no_export_has_written_stays(talk: Path, folder: Path) -> None:
    for name, words in (
        ("talk.ANNE.wav", "mine"),
        ("talk.labels.txt", "ANNE: my notes on labels"),
        ("talk.ledger.json", '{"program": "tui-reader 1", "files": [{"name": "other.wav"}]}'),
        ("talk.ledger.txt", "mine"),
    ):
        (folder / name).write_text(words)
    before = set(names(folder))
    exported(talk, folder / "talk.wav")
    assert set(names(folder)) == before | {"talk.wav"}
    (folder / "talk.ledger.json").write_text("[1]")
    assert exported(talk, folder / "talk.wav").notices == ()


def test_another_form_keeps_the_stems_of_the_first(talk: Path, folder: Path) -> None:
    exported(talk, folder / "talk.wav", stems=True)
    before = set(names(folder))
    exported(talk, folder / "talk.txt")
    assert set(names(folder)) == before | {"talk.txt"}


def test_a_document_that_has_such_a_name_is_not_removed(talk: Path, folder: Path) -> None:
    exported(talk, folder / "talk.wav", stems=True)
    labels = folder / "talk.labels.txt"
    exported(labels, folder / "talk.wav")
    assert labels.exists()
