"""Screenplays as producers. The readers are imported when they are needed."""

from __future__ import annotations

from tui_reader.document.model import Document
from tui_reader.formats.producers.producer import CERTAIN, LIKELY, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_SCENES = 50_000
"""Characters in which scenes are looked for."""


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


def _is_final_draft(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if file.root == "FinalDraft" else None


def _read_final_draft(file: SourceFile) -> Document:
    from tui_reader.formats.screenplay import final_draft

    return final_draft.parse(file.text, file.name, file.key, file.entries, file.warnings)


PRODUCERS = (
    Producer("fountain", "Fountain", _is_fountain, _read_fountain),
    Producer("final-draft", "Final Draft (FDX)", _is_final_draft, _read_final_draft),
)
