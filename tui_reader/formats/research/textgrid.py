"""Praat's TextGrid, in its long and its short form: intervals of several tiers.

Both forms are numbers, quoted strings and flags in the same order; whatever else is printed between them is for people
(https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html).
"""

from __future__ import annotations

import re
from typing import Any

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder
from tui_reader.formats.recognisers.values import objects, seconds, text
from tui_reader.formats.research import tiers
from tui_reader.formats.research.tiers import Segment, Tier
from tui_reader.formats.source_file import SourceFile

_TOKEN = re.compile(r'"([^"]*+(?:""[^"]*+)*)"(?!")|(?<![^\s=])(-?\d[\d.]*(?:[eE][-+]?\d+)?)(?!\S)|(<exists>|<absent>)')
_MOST = 10_000_000
"""Tiers or intervals that a file can have; more is no number of them."""
_HEADER = 5
"""Tokens before the tiers: kind of file, class, start, end, and the flag of tiers."""


class _CutOffError(Exception):
    """The file ends, or has another token than its form asks for."""


class _Tokens:
    """The strings and numbers of a file in order. Each method raises _CutOffError."""

    def __init__(self, text: str) -> None:
        self._found = _TOKEN.finditer(text)

    def _next(self) -> re.Match[str]:
        token = next(self._found, None)
        if token is None:
            raise _CutOffError
        return token

    def string(self) -> str:
        """The next token, a string."""
        quoted: str | None = self._next()[1]
        if quoted is None:
            raise _CutOffError
        return quoted.replace('""', '"')

    def number(self) -> float:
        """The next token, a number."""
        try:
            return float(self._next()[2] or "")
        except ValueError:
            raise _CutOffError from None

    def skip(self, count: int) -> None:
        """Go past the next tokens."""
        for _ in range(count):
            self._next()


def read(file: SourceFile) -> Document:
    """The Document of a TextGrid. Raises DocumentError where no interval holds words."""
    builder = Builder(file.name, file.key, "textgrid", file.entries, file.warnings)
    found: list[Tier] = []
    if not _read(_Tokens(file.text), found):
        builder.warnings.append(f"{file.name}: the TextGrid ends in the middle of a tier; it seems to be cut off")
    tiers.tell(builder, file.name, found)
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{file.name}: this TextGrid holds no intervals with words")
    return document


def read_json(file: SourceFile) -> Document:
    """The Document of a TextGrid in JSON, as praatio and the Montreal Forced Aligner write it. Raises DocumentError."""
    builder = Builder(file.name, file.key, "json", file.entries, file.warnings)
    listed = file.json.get("tiers") if isinstance(file.json, dict) else None
    named = listed.items() if isinstance(listed, dict) else [(text(one.get("name")), one) for one in objects(listed)]
    tiers.tell(builder, file.name, [_tier(str(name), one) for name, one in named if isinstance(one, dict)])
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{file.name}: this TextGrid holds no intervals with words")
    return document


def _tier(name: str, tier: dict[str, Any]) -> Tier:
    """A tier: its entries are lists of begin, end and label; those of points have no end."""
    entries = [one for one in _list(tier.get("entries")) if isinstance(one, list) and len(one) > 1]
    segments = [Segment(seconds(one[0]), seconds(one[1]) if len(one) > 2 else None, text(one[-1])) for one in entries]
    return Tier(name, None, None, segments, may_be_speech=all(len(one) > 2 for one in entries))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _read(tokens: _Tokens, found: list[Tier]) -> bool:
    """Append the tiers of a file; whether it is whole."""
    try:
        tokens.skip(_HEADER)
        for number in range(1, _count(tokens) + 1):
            intervals, name = tokens.string() == "IntervalTier", tokens.string()
            tokens.skip(2)  # the times of the whole
            segments: list[Segment] = []
            unique = f"{name} ({number})" if any(tier.name == name for tier in found) else name
            found.append(Tier(unique, None, None, segments, may_be_speech=intervals))
            for _ in range(_count(tokens)):
                start = tokens.number()
                end = tokens.number() if intervals else None
                segments.append(Segment(start, end, tokens.string()))
        return True
    except _CutOffError:
        return False


def _count(tokens: _Tokens) -> int:
    number = tokens.number()
    if not 0 <= number < _MOST:
        raise _CutOffError
    return int(number)
