"""JSON written bit by bit, so that a long report takes no memory: the same text as `json.dumps(value, indent=1)`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from json.encoder import encode_basestring, encode_basestring_ascii

Encode = Callable[[str], str]
"""A text in quotation marks, as JSON has it."""


def json_pieces(value: object, ascii_only: bool = False) -> Iterator[str]:
    """The text of a value, piece by piece: of an object each field, of a list that is a field each item.

    An object may be an iterator of its fields, a list any iterable: what is in them is asked for as it is written. With
    `ascii_only`, other characters are escaped.
    """
    encode = encode_basestring_ascii if ascii_only else encode_basestring
    if not isinstance(value, (Mapping, Iterator)) or not value:
        yield _text(value, "\n", encode)
        return
    between = "{"
    for name, field in value.items() if isinstance(value, Mapping) else value:
        yield f"{between}\n {encode(name)}: "
        if isinstance(field, (str, Mapping)) or not isinstance(field, Iterable):
            yield _text(field, "\n ", encode)
        else:
            yield from _items(field, encode)
        between = ","
    yield "\n}"


def _items(items: Iterable[object], encode: Encode) -> Iterator[str]:
    """The list in a field of the outermost object."""
    line, between = "\n  ", "["
    for item in items:
        yield f"{between}{line}{_text(item, line, encode)}"
        between = ","
    yield "[]" if between == "[" else "\n ]"


def _text(value: object, line: str, encode: Encode) -> str:
    """The text of a value; `line` is the line feed and the blanks before the sign that closes it."""
    if isinstance(value, str):
        return encode(value)
    if type(value) is int:
        return repr(value)
    if isinstance(value, Mapping):
        inner = [f"{encode(name)}: {_text(field, f'{line} ', encode)}" for name, field in value.items()]
        return f"{{{line} {f',{line} '.join(inner)}{line}}}" if inner else "{}"
    if isinstance(value, (list, tuple)):
        inner = [_text(item, f"{line} ", encode) for item in value]
        return f"[{line} {f',{line} '.join(inner)}{line}]" if inner else "[]"
    return json.dumps(value)
