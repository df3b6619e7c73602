"""The shape of a talk in words."""

from __future__ import annotations

from pathlib import Path

from tui_reader.document.columnar import to_columns
from tui_reader.formats import read
from tui_reader.reading.shape import shape_of


def talk(folder: Path, *lengths: int) -> Path:
    """A talk in which each of so many people says that many words of four letters."""
    path = folder / "talk.txt"
    names = ("ANNE", "BEN", "CARL", "DORA", "EVE", "FRED", "GUS")
    turns = [f"{name}: {'word ' * length}".strip() for name, length in zip(names, lengths, strict=False)]
    path.write_text("A Talk\n\n" + "\n\n".join(turns * 2) + "\n")
    return path


def test_who_speaks_most_comes_first(tmp_path: Path) -> None:
    told = "BEN, 75 percent of the words, 2 turns. ANNE, 25 percent, 2 turns."
    document = read(talk(tmp_path, 10, 30))
    assert shape_of(document) == told == shape_of(to_columns(document))


def test_of_many_people_the_others_are_a_number(tmp_path: Path) -> None:
    told = shape_of(read(talk(tmp_path, *range(10, 80, 10))))
    assert told.startswith("GUS, 25 percent of the words") and told.endswith(" 2 others.")
    assert "BEN" not in told
