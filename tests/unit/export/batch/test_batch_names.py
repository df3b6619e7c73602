"""Names of many documents' files: distinct on every system, the same whatever the order."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from itertools import permutations
from pathlib import Path

import pytest

from tui_reader.export.batch.batch_names import document_names, file_names

FOLDER = Path("in")


def of_files(*names: str, stems: bool = False) -> dict[str, str]:
    """The names of these files, the same in any order."""
    found = [file_names([FOLDER / name for name in order], FOLDER, stems) for order in permutations(names)]
    assert all(one == found[0] for one in found)
    return {str(file.relative_to(FOLDER)): name for file, name in found[0].items()}


def distinct(names: Collection[str]) -> bool:
    """Whether no two are alike where case and composition make no difference."""
    return len({unicodedata.normalize("NFC", name.casefold()) for name in names}) == len(names)


def test_an_ending_stays_only_where_it_tells_two_files_apart() -> None:
    assert of_files("one.txt", "two.txt", "two.md", "below/two.txt") == {
        "one.txt": "one", "two.txt": "two.txt", "two.md": "two.md", "below/two.txt": "below/two",
    }  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        ("A.txt", "a.txt"),
        ("caf\u00e9.txt", "cafe\u0301.txt", "CAFE\u0301.md"),
        ("two.txt", "two.md", "two.txt.md"),
        ("Stra\u00dfe.txt", "strasse.txt"),
    ],
)
def test_files_whose_names_differ_in_case_composition_or_ending_are_told_apart(names: tuple[str, ...]) -> None:
    assert distinct(of_files(*names).values())


@pytest.mark.parametrize("beside", ["chapters", "ledger", "labels"])
def test_no_document_has_the_name_of_a_file_beside_another(beside: str) -> None:
    assert of_files("talk.txt", f"talk.{beside}.txt") == {
        "talk.txt": "talk.txt", f"talk.{beside}.txt": f"talk.{beside}.txt",
    }  # fmt: skip


def test_with_a_file_for_each_speaker_a_document_may_not_look_like_one() -> None:
    assert of_files("talk.txt", "talk.ANNE.txt", stems=True)["talk.ANNE.txt"] == "talk.ANNE.txt"
    assert of_files("talk.txt", "talk.ANNE.txt")["talk.ANNE.txt"] == "talk.ANNE"


def test_ids_that_are_cut_or_changed_alike_get_distinct_names_that_last() -> None:
    long = "x" * 200
    ids = ["d1", "d2", "e·1", "e-1", "A", "a", long + "1", long + "2", "é", "e\u0301", "..", "·"]
    names = document_names("vol", ids, ["vol"])
    assert names["d1"] == "vol-d1" and names["e-1"] == "vol-e-1" and names["e·1"].startswith("vol-e-1-")
    assert distinct(names.values()) and all(len(name.encode()) < 200 for name in names.values())
    assert all(names == document_names("vol", order, ["vol"]) for order in (reversed(ids), sorted(ids)))
    assert {id: name for id, name in names.items() if id != "A"}["e·1"] == document_names("vol", ["e·1"])["e·1"]


def test_a_document_of_a_volume_beside_files_of_the_same_name() -> None:
    files = ["vol", "vol-d1", "vol-d2"]
    assert document_names("vol", ["d1", "d3"], files)["d3"] == "vol-d3"
    assert document_names("vol", ["d1", "d3"], files)["d1"] not in files
    assert document_names("vol", ["d2-1"], files) != document_names("vol-d2", ["1"], files)
    assert document_names("vol-d2", ["1"], files) == {"1": "vol-d2-1"}


def test_a_name_made_to_look_like_a_hashed_one_is_told_apart_too() -> None:
    hashed = document_names("vol", ["e·1"])["e·1"]
    assert document_names("vol", ["e·1"], [hashed])["e·1"] != hashed
