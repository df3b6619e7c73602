"""JSON written bit by bit: the same text as json.dumps gives, with lists that are made meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tui_reader.document.model import Kind
from tui_reader.terminal.streamed_json import json_pieces

VALUES = [
    {"title": "“Ball”", "none": None, "yes": True, "number": 12, "share": 0.98, "kind": Kind.ASIDE, "": ""},
    {"turns": [{"number": 1, "notes": ["1", "2"]}, {"number": 2, "notes": [], "in": {}}], "parts": [], "date": {}},
    {"deep": {"er": [{"a": [[1, 2], []]}]}, "pair": (1, "b"), 'a "name"\n': "a \\ b\t\u2028\x7f"},
    {},
    [],
    ["a", {"b": 1}],
    "a",
    None,
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("ascii_only", [False, True])
def test_it_is_the_text_that_the_standard_library_writes(value: object, ascii_only: bool) -> None:
    assert "".join(json_pieces(value, ascii_only)) == json.dumps(value, ensure_ascii=ascii_only, indent=1)


def test_an_item_is_asked_for_when_the_one_before_is_written() -> None:
    asked = []

    def items() -> Iterator[dict[str, int]]:
        for number in range(3):
            asked.append(number)
            yield {"number": number}

    pieces = json_pieces({"turns": items(), "empty": iter(())})
    assert next(pieces) == '{\n "turns": '
    assert asked == []
    assert next(pieces) == '[\n  {\n   "number": 0\n  }'
    assert asked == [0]
    assert "".join(pieces) == ',\n  {\n   "number": 1\n  },\n  {\n   "number": 2\n  }\n ],\n "empty": []\n}'
