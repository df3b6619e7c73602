"""The cache finds what was read before, as long as nothing of it has changed, and trusts no file but its own."""

from __future__ import annotations

import os
import pickle
import sys
import time
from pathlib import Path

import pytest

from tests.support.documents import complete
from tui_reader.formats import read
from tui_reader.packed import cache_folder, cached_document
from tui_reader.packed.cached_document import CachedDocument
from tui_reader.packed.document_cache import DocumentCache
from tui_reader.packed.packed_text import PackedText

HOW = (None, None, None, ())
YEAR_AGO = time.time() - 31_000_000


@pytest.fixture
def old(talk: Path) -> Path:
    """A document that was written long ago."""
    os.utime(talk, (YEAR_AGO, YEAR_AGO))
    return talk


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times count at once, though files of tests are new."""
    monkeypatch.setattr(cached_document, "SETTLED", -(10**18))


def kept(path: Path, how: tuple[object, ...] = HOW) -> Path:
    """The file in which a document is kept."""
    made = CachedDocument(path, how).keep(read(path))
    assert made
    cached_document.forget_last()
    return made


def found(path: Path, how: tuple[object, ...] = HOW) -> bool:
    """Whether it is found, and is the same as when it is read."""
    document = CachedDocument(path, how).find()
    assert document is None or complete(document) == complete(read(path))
    return document is not None


def test_a_document_is_found_again_and_is_the_same(old: Path) -> None:
    assert not found(old)
    file = kept(old)
    assert found(old)
    assert isinstance(CachedDocument(old, HOW).find()[3], PackedText)  # type: ignore[index]
    assert file.stat().st_mode & 0o777 == 0o600 and file.parent.stat().st_mode & 0o777 == 0o700


def test_other_options_another_name_and_a_people_file_are_another_document(old: Path) -> None:
    kept(old)
    assert not found(old, ("latin-1", None, None, ()))
    old.with_name("talk.people.toml").write_text("[not-labels]\n")
    assert not found(old)
    old.with_name("talk.people.toml").unlink()
    assert found(old)
    other = old.with_name("other.txt")
    old.rename(other)
    assert not found(other)


def test_another_version_of_the_reader_reads_anew(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(old)
    monkeypatch.setattr(cached_document, "_reader", lambda: "another")
    assert not found(old)


def test_a_changed_module_of_a_clone_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("document", "formats"):
        (tmp_path / room / "deep").mkdir(parents=True)
        (tmp_path / room / "deep" / "one.py").write_text("")
    monkeypatch.setattr(cached_document, "PACKAGE", tmp_path)
    cached_document._reader.cache_clear()
    before = cached_document._reader()
    os.utime(tmp_path / "formats" / "deep" / "one.py", (time.time() + 5, time.time() + 5))
    cached_document._reader.cache_clear()
    assert cached_document._reader() != before
    cached_document._reader.cache_clear()


def test_changed_content_is_read_anew_even_of_the_same_size_and_time(old: Path) -> None:
    kept(old)
    status, words = old.stat(), old.read_bytes()
    old.write_bytes(words.replace(b"Yes", b"Yea") if b"Yes" in words else words[::-1])
    os.utime(old, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert not found(old)


def test_the_same_content_elsewhere_or_touched_is_found_by_its_hash(old: Path, tmp_path: Path) -> None:
    kept(old)
    os.utime(old)
    assert found(old)
    cached_document.forget_last()
    copy = tmp_path / "folder" / old.name
    copy.parent.mkdir()
    copy.write_bytes(old.read_bytes())
    assert found(copy)


def test_a_file_that_was_written_just_now_is_known_by_its_content_alone(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(old)
    monkeypatch.setattr(cached_document, "SETTLED", 10**18)
    hashed = []
    monkeypatch.setattr(CachedDocument, "_content_key", lambda one: hashed.append(one) or "0" * 64)
    assert not found(old)
    assert hashed


@pytest.mark.parametrize("damage", ["cut", "empty", "flip", "grow", "pickle", "readable", "link", "folder", "other"])
def test_what_is_torn_forged_or_not_ours_is_passed_over(
    damage: str, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = kept(old)
    data = file.read_bytes()
    if damage == "readable":
        file.chmod(0o644)
    elif damage == "link":
        elsewhere = tmp_path / "elsewhere"
        file.rename(elsewhere)
        file.symlink_to(elsewhere)
    elif damage == "folder":
        file.unlink()
        file.mkdir()
    elif damage == "other":
        monkeypatch.setattr(os, "geteuid", lambda: 12345)
    else:
        half = len(data) // 2
        file.write_bytes(
            {
                "cut": data[:half], "empty": b"", "flip": data[:half] + bytes([data[half] ^ 1]) + data[half + 1 :],
                "grow": data + b"\0", "pickle": pickle.dumps([_Bomb()]),
            }[damage]
        )  # fmt: skip
    assert not found(old)
    if damage != "other":
        assert CachedDocument(old, HOW).keep(read(old)) or damage in ("folder", "link", "readable")


class _Bomb:
    def __reduce__(self) -> tuple[object, ...]:
        return sys.exit, ("unpickled",)


def test_each_byte_counts(old: Path) -> None:
    file = kept(old)
    data = file.read_bytes()
    for place in range(0, len(data), 37):
        file.write_bytes(data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :])
        assert not found(old), place


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_a_folder_that_others_may_write_is_not_used(old: Path) -> None:
    folder = kept(old).parent
    folder.chmod(0o777)
    assert not found(old) and CachedDocument(old, HOW).keep(read(old)) is None
    folder.chmod(0o700)
    folder.parent.chmod(0o772)
    assert not found(old)


def test_where_the_folder_cannot_be_made_nothing_is_kept(old: Path, home: Path) -> None:
    (home / "cache").write_text("a file")
    assert CachedDocument(old, HOW).keep(read(old)) is None and not found(old)


def test_what_was_used_least_recently_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_folder, "MOST_FILES", 3)
    talks = [tmp_path / f"{number}.txt" for number in range(4)]
    for age, path in enumerate(talks):
        path.write_text(f"ANN: Number {path.stem}.\n\nBEN: No.\n\nANN: Yes.\n\nBEN: So.\n")
        made = kept(path)
        os.utime(made, (YEAR_AGO + age, YEAR_AGO + age))
        if age == 2:
            assert found(talks[0])
    assert [found(path) for path in talks] == [True, False, True, True]
    monkeypatch.setattr(cache_folder, "MOST_BYTES", 1)
    kept(talks[1])
    assert [found(path) for path in talks] == [False, True, False, False]


def test_a_document_that_was_taken_out_is_kept_no_longer(old: Path) -> None:
    file = kept(old)
    DocumentCache(False).forget(read(old).key)
    assert file.exists()
    DocumentCache(True).forget(read(old).key)
    assert not file.exists()


def test_nothing_is_looked_for_or_kept_where_it_is_not_wanted(old: Path) -> None:
    file = kept(old)
    file.rename(file.with_name("aside"))
    cache = DocumentCache(False)
    assert cache.find(old, HOW) is None
    cache.read(old, HOW, lambda: read(old))
    cache.finish()
    assert [one.name for one in file.parent.iterdir()] == ["aside"]


def test_what_was_read_is_kept_after_the_page_or_at_the_end(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.packed.document_cache.DELAY", 0.0)
    for finish in (False, True):
        cache = DocumentCache(True)
        document = cache.read(old, HOW, lambda: read(old))
        assert not found(old)
        if not finish:
            cache.keep_soon()
            end = time.monotonic() + 5
            while not found(old) and time.monotonic() < end:
                time.sleep(0.01)
        cache.finish()
        assert found(old)
        assert cache.read(old, HOW, lambda: pytest.fail("it is read again")) is not document
        DocumentCache(True).forget(document.key)
        cached_document.forget_last()


def test_a_document_that_takes_words_from_other_files_is_not_kept(old: Path) -> None:
    document = read(old)
    assert document.producer
    slack = document._replace(producer=document.producer._replace(name="slack"))
    assert CachedDocument(old, HOW).keep(slack) is None
