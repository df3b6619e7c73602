"""TOML from outside: each statement at its lines, whatever is in it; limits hold before it is parsed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tui_reader.errors import ReaderError
from tui_reader.paths import bundled
from tui_reader.toml_file import (
    LONGEST_TEXT,
    MOST_NESTED,
    MOST_PARTS,
    MOST_TOKENS,
    NotToml,
    lines_of,
    parse_file,
    parse_right_lines,
    parse_toml,
    statements,
)

TEXT = '''a = 1 # it's "
b = """x
[[[["" \\""" y = {
""""
[t] # [
c = [1, # ]
 2.5, "a#]b",
]
"q.r".s = {x = '[', y = "\\\\"}
d = \'\'\'\'
]\'\'\'
[[p]]
d = 1979-05-27T07:32:00.999Z
'''


def test_each_statement_has_its_lines() -> None:
    tomllib.loads(TEXT)
    assert [(one.first, one.last, one.keys) for one in statements(TEXT)] == [
        (0, 0, (("a",),)),
        (1, 3, (("b",),)),
        (4, 4, (("t",),)),
        (5, 7, (("t", "c"),)),
        (8, 8, (("t", "q.r", "s", "x"), ("t", "q.r", "s", "y"))),
        (9, 10, (("t", "d"),)),
        (11, 11, (("p",),)),
        (12, 12, (("p", "d"),)),
    ]


@pytest.mark.parametrize("path", sorted(bundled("voices").glob("*.toml")), ids=lambda path: path.stem)
def test_the_statements_of_a_file_are_all_its_keys_at_their_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    parts = ["\n".join(lines[one.first : one.last + 1]) for one in statements(text)]
    assert tomllib.loads("\n".join(parts)) == tomllib.loads(text)
    assert parse_toml(text) == tomllib.loads(text)


def test_statements_are_found_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a = [\n" + "1,\n" * 5_000 + "]\n" + "".join(f"b{number} = 1\n" for number in range(500))
    parsed = []
    loads = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", lambda piece: parsed.append(len(piece)) or loads(piece))
    assert len(list(statements(text))) == 501
    assert sum(parsed) <= len(text) + 501


def test_texts_and_keys_are_cleaned() -> None:
    assert parse_toml('"a\\u001b[31mb" = ["\\u202ex", {"\\u0007" = "y\\u2028z\\u009b1m"}]') == {
        "ab": ["x", {"": "y\nz"}]
    }
    assert lines_of('a = 1\n"b\\u0007" = 2\n')["b",] == 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("x = " + "[" * (MOST_NESTED + 1), "brackets in each other"),
        (".".join("a" * (MOST_PARTS + 1)) + " = 1", "a key of more than 8 parts"),
        ("x = {" + " . ".join(["'a'", '"b"'] * MOST_PARTS) + " = 1}", "a key of more than 8 parts"),
        ("k" * 201 + " = 1", "a key or number of more than 200 characters"),
        ("x = 0x" + "f" * 200, "a key or number of more than 200 characters"),
        (f"x = '{'y' * LONGEST_TEXT}'", "a text of more than 10,000 characters"),
        (f'x = """{"y" * LONGEST_TEXT}"""', "a text of more than 10,000 characters"),
        ("x = [" + "1," * MOST_TOKENS + "]", "more keys and values than the reader takes"),
    ],
)
def test_a_limit_is_told_with_its_line_and_the_other_lines_are_used(line: str, reason: str) -> None:
    data = f"before = 1\n{line}\nafter = 2\n".encode()
    with pytest.raises(ReaderError, match=f"^x.toml:2: not valid TOML: .*{reason}$"):
        parse_file(data, "x.toml")
    _, values, wrong = parse_right_lines(data)
    assert values == {"before": 1, "after": 2}
    assert [number for number, _ in wrong] == [2]


@pytest.mark.parametrize(
    "text", ["x = 2000-02-30", "x = {", 'x = """', "x = '", "x = 1e", "= 1", "[x", "\x1b", '"' * 99]
)
def test_what_is_not_toml_is_told(text: str) -> None:
    with pytest.raises(NotToml):
        parse_toml(text)
