"""Values that are typed after options, read and checked."""

from __future__ import annotations

from argparse import ArgumentTypeError

import pytest

from tui_reader.cli.argument_values import columns


def test_columns_are_read_by_what_each_is() -> None:
    assert columns("speaker=2, text = Words") == (("speaker", "2"), ("text", "Words"))


@pytest.mark.parametrize(
    ("typed", "told"),
    [("speaker=1,speaker=2", "speaker is chosen twice"), ("words=1", "is no column"), ("text=", "is no column")],
)
def test_wrong_columns_are_told(typed: str, told: str) -> None:
    with pytest.raises(ArgumentTypeError, match=told):
        columns(typed)
