"""The file with which decisions about people are shared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.errors import ReaderError
from tui_reader.formats.same_people_file import load, same_people_toml

DECISIONS = [
    ("name:jack kennedy", "Jack Kennedy", "id:v5#p_KJF1", "John \"F.\" Kennedy"),
    ("document:0a:K", "K", "id:https://viaf.org/1", "Łucja\\"),
]  # fmt: skip


def test_what_is_shared_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "people.toml"
    path.write_text(same_people_toml(DECISIONS))
    assert load(path) == DECISIONS


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it has no [[same]]"),
        ("same = 3", "it has no [[same]]"),
        ("[[same]\n", "people.toml"),
        ('[[same]]\none = "name:a b"\n', "table 1 needs one, one_name, other, other_name"),
        ('[[same]]\none = "a"\none_name = ""\nother = "name:b c"\nother_name = ""\n', "are two people"),
        ('[[same]]\none = "name:b c"\none_name = ""\nother = "name:b c"\nother_name = ""\n', "are two people"),
        ("same = [1]", "table 1 needs"),
    ],
)
def test_a_wrong_file_is_one_line(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "people.toml"
    path.write_text(text)
    with pytest.raises(ReaderError) as error:
        load(path)
    assert told in str(error.value) and "\n" not in str(error.value)
