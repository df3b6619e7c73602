"""TOML damaged in ways that stay TOML, or nearly: other keys and values, lost, doubled and endless lines."""

from __future__ import annotations

import json
from random import Random

from tests.fuzz.hostile import PIECES

VALUES = (
    "5", "-1", "0", "1e999", "-inf", "nan", "0x10", "9" * 400, "true", "false", "1979-05-27T07:32:00Z", "07:32:00",
    '""', "''", "[]", "{}", "[[]]", "[1, 'a', {}]", "{a = 1}", "{a.b.c = 1}", '{said = "x", ipa = "\\u0000"}',
    '{skip = 1}', '{language = "\\u202e"}', '["\\u001b[31m"]', '"""\na\n\n"""', "'''\n'''", '"\\U0010FFFF"',
    '"\\ud800"', '"%s"' % ("a" * 9_999), '"%s"' % ("a" * 20_000), "'a\tb'", '"a\\nb"', '"<&>"', '"😀"', '"e\\u0301"',
)  # fmt: skip
KEYS = (
    '""', "''", "a.b", "a.a.a.a.a.a.a.a.a.a.a", '"a\\nb"', '"\\u001b[31m"', '"\\u202e"', "-", "1", "1.2", "said",
    "name", "labels", "person", "not_labels", "speed", "keys", "pauses", "espeak", "measured", "about", "role",
    '"%s"' % ("k" * 300), '"é"', '"GWB"', "[x]", "[[person]]\nname", "[keys]\nquit", "[a.b]\nc", "[espeak]\nvoice",
)  # fmt: skip


def damaged(text: str, chance: Random) -> str:
    """A valid text with one to four lines changed; sometimes one of them again and again, numbered."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        lines[at] = _line(lines[at], chance)
    way = chance.random()
    if way < 0.02:
        at = chance.randrange(len(lines))
        lines[at:at] = _many(lines[at], chance.choice((100, 3_000)), chance)
    elif way < 0.05:
        lines.append(_nested(chance.choice((3, 15, 17, 100, 5_000)), chance))
    return "\n".join(lines)


def _line(line: str, chance: Random) -> str:
    """A line with another key or value, or doubled, lost, or with a text of which a part is hostile."""
    key, sign, value = line.partition("=")
    way = chance.randrange(8)
    if way <= 2:
        return f"{key if sign else 'x'} = {chance.choice(VALUES)}"
    if way == 3:
        return f"{chance.choice(KEYS)} = {value if sign else chance.choice(VALUES)}"
    if way == 4:
        hostile = json.dumps(chance.choice(PIECES)).replace("\x7f", "\\u007f")
        return f"{key if sign else 'x'} = {hostile}" if chance.random() < 0.6 else f"{hostile} ={value or '1'}"
    if way == 5:
        return f"{line}\n{line}"
    if way == 6:
        return ""
    return f"{key} = [{value}]" if sign else f"{line}\n{chance.choice(KEYS)} = {chance.choice(VALUES)}"


def _many(line: str, count: int, chance: Random) -> list[str]:
    """Numbered keys with the value of a line, or the line itself so often."""
    _, sign, value = line.partition("=")
    if sign and chance.random() < 0.7:
        return [f"k{number} ={value}" for number in range(count)]
    return [line] * count


def _nested(depth: int, chance: Random) -> str:
    """Brackets or dotted keys in each other, closed or not."""
    way = chance.randrange(4)
    if way == 0:
        return "x = " + "[" * depth + "]" * (depth if chance.random() < 0.7 else 0)
    if way == 1:
        return "x = " + "{a=" * depth + "1" + "}" * depth
    return ("[" if way == 2 else "") + ".".join(["a"] * depth) + ("]" if way == 2 else " = 1")
