"""ASS and SSA, the captions of Substation Alpha: one event a line, with a column for the name.

Override tags and drawings are no text. The order of the columns is the one that the file itself gives.
"""

from __future__ import annotations

import re

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece, unguarded
from tui_reader.formats.labels.clock_times import seconds_of_event

_USUAL: tuple[str, ...] = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_OVERRIDE = re.compile(r"\{[^{}]{0,2000}\}")
_DRAWING = re.compile(r"\{[^{}]{0,500}\\p[1-9][^{}]{0,500}\}.*?(?=\{[^{}]{0,500}\\p0|$)")
_NUMBERED = re.compile(r"speaker[ _-]?\d{1,3}", re.IGNORECASE)
"""A style that a machine made for each speaker."""
_NAMES = ("name", "actor")


def cues(text: str, builder: Builder) -> list[CaptionCue]:
    """The dialogue of the events in order of time; sets the title that the file names."""
    section, columns = "", _USUAL
    found: list[CaptionCue] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped.startswith("[") and stripped.endswith("]"):
            section = stripped[1:-1].casefold()
            continue
        field, _, value = stripped.partition(":")
        field, value = field.casefold(), value.strip()
        if section == "script info" and field == "title" and value and builder.title is None:
            builder.title = builder.passage(Kind.HEADING, value)
        elif section != "events":
            continue
        elif field == "format":
            columns = tuple(column.strip().casefold() for column in value.split(",")) or _USUAL
        elif field == "dialogue":
            found.append(_cue(value, columns))
        elif field == "comment":
            found.append(_comment(value, columns))
    return _once(sorted(found, key=lambda cue: cue.start or 0.0))


def _once(found: list[CaptionCue]) -> list[CaptionCue]:
    """A line that one voice has on several layers at one time, for its shadow, is said once."""
    seen: set[tuple[str, tuple[CuePiece, ...]]] = set()
    made: list[CaptionCue] = []
    for cue in found:
        words = " ".join(piece.text for piece in cue.pieces)
        again = bool(words and cue.printed) and (cue.printed, cue.pieces) in seen
        seen.add((cue.printed, cue.pieces))
        twice = cue._replace(printed=f"{cue.printed} {words}", pieces=(), why="time of a cue, a line again")
        made.append(twice if again else cue)
    return made


def _fields(value: str, columns: tuple[str, ...]) -> dict[str, str]:
    """What stands in each column; of a line with too few of them, what is behind its times is its text."""
    values = value.split(",", len(columns) - 1)
    if len(values) < len(columns) and "end" in columns:
        columns = (*columns[: columns.index("end") + 1], "text")
        values = value.split(",", len(columns) - 1)
    return dict(zip(columns, values, strict=False))


def _times(fields: dict[str, str]) -> tuple[str, float | None, float | None]:
    start, end = fields.get("start", "").strip(), fields.get("end", "").strip()
    printed = f"{start} --> {end}" if start or end else ""
    return printed, seconds_of_event(start), seconds_of_event(end)


def _cue(value: str, columns: tuple[str, ...]) -> CaptionCue:
    fields = _fields(value, columns)
    name = " ".join(next((fields[column] for column in _NAMES if column in fields), "").split())
    if not name and _NUMBERED.fullmatch(fields.get("style", "").strip()):
        name = fields["style"].strip()
    words = _OVERRIDE.sub("", _DRAWING.sub("", fields.get("text", "" if "start" in fields else value)))
    words = unguarded(words.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " "))
    pieces = (CuePiece(words, name or None, name),) if words.strip() else ()
    return CaptionCue(*_times(fields), pieces)


def _comment(value: str, columns: tuple[str, ...]) -> CaptionCue:
    printed, start, end = _times(_fields(value, columns))
    words = _OVERRIDE.sub("", _fields(value, columns).get("text", ""))
    return CaptionCue(f"{printed} {words}".strip(), start, end, (), "comment")
