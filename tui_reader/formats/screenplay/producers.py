"""Screenplays as producers. The readers are imported when they are needed."""

from __future__ import annotations

from tui_reader.document.model import Document
from tui_reader.formats.producers.producer import CERTAIN, LIKELY, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_SCENES = 50_000
"""Characters in which scenes are looked for."""
_DEEP, _FEWEST_DEEP = " " * 12, 4
"""What names and speeches are set in by, and how many lines must be."""


def _is_fountain(file: SourceFile) -> Evidence | None:
    """Known by its name, or by a scene's heading and names in capitals on lines of their own."""
    if file.ends_with(".fountain", ".spmd"):
        return Evidence(LIKELY + 10)
    start = file.text[:_SCENES]
    if "INT" not in start and "EXT" not in start:
        return None
    from tui_reader.formats.screenplay.fountain_lines import has_scene_and_cues

    return Evidence(LIKELY + 10) if has_scene_and_cues(start) else None


def _read_fountain(file: SourceFile) -> Document:
    from tui_reader.formats.screenplay import fountain

    return fountain.parse(file.text, file.name, file.key, file.entries, file.warnings)


def _is_in_columns(file: SourceFile) -> Evidence | None:
    """Known by names deep within lines, speeches less deep, and action at the margin."""
    start = file.text[:_SCENES]
    if start.count(f"\n{_DEEP}") + start.count("\n\t\t") < _FEWEST_DEEP:
        return None
    from tui_reader.formats.screenplay.column_layout import lines_of, measured

    return Evidence(LIKELY + 15) if measured(lines_of(start)) else None


def _read_columns(file: SourceFile) -> Document:
    from tui_reader.formats.screenplay import columns

    return columns.parse(file.text, file.name, file.key, file.entries, file.warnings)


def _is_renpy(file: SourceFile) -> Evidence | None:
    """Known by its name, or by labels and by who is defined."""
    if file.ends_with(".rpy"):
        return Evidence(LIKELY + 20)
    if "Character(" not in file.text[:_SCENES]:
        return None
    from tui_reader.formats.screenplay.renpy import looks_so

    return Evidence(LIKELY + 20) if looks_so(file.text) else None


def _read_renpy(file: SourceFile) -> Document:
    from tui_reader.formats.screenplay import renpy

    return renpy.parse(file.text, file.name, file.key, file.entries, file.warnings)


def _is_final_draft(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if file.root == "FinalDraft" else None


def _read_final_draft(file: SourceFile) -> Document:
    from tui_reader.formats.screenplay import final_draft

    return final_draft.parse(file.text, file.name, file.key, file.entries, file.warnings)


PRODUCERS = (
    Producer("fountain", "Fountain", _is_fountain, _read_fountain),
    Producer("screenplay", "Screenplay in columns", _is_in_columns, _read_columns),
    Producer("renpy", "Ren'Py", _is_renpy, _read_renpy),
    Producer("final-draft", "Final Draft (FDX)", _is_final_draft, _read_final_draft),
)
