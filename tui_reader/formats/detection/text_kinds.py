"""Which of the formats of captions, data and screenplays a text is in, told at no cost for a plain transcript.

Nothing is imported here that a plain transcript does not need; the formats themselves say more.
"""

from __future__ import annotations

import re

from tui_reader.formats.xml.root_element import root_name

_SEARCHED = 4000
"""Characters in which a time line is looked for."""
_SCENES = 50_000
"""Characters in which scenes are looked for."""
_SCRIPTS = (".fountain", ".spmd")


def kind_of(text: str, name: str) -> str | None:
    """The name of the module that reads the text, None where it is for none of these. `name` is the file's.

    What the file holds decides; only a screenplay without a scene is known by its name.
    """
    head = text[:_SEARCHED].lstrip()
    if head.startswith("WEBVTT") or "-->" in head or (head.startswith("[") and _is_ass(head)):
        from tui_reader.formats import captions

        if captions.kind_of(text):
            return "captions"
    if head.startswith(("{", "[")) and re.match(r'\{\s*(?:"|\}|$)|\[\s*(?:\{|\[|\]\s*$)', head):
        return "producers.json_transcript"
    if root_name(text) == "FinalDraft":
        return "screenplay.final_draft"
    if name.casefold().endswith(_SCRIPTS) or _is_screenplay(text[:_SCENES]):
        return "screenplay.fountain"
    return None


def _is_ass(head: str) -> bool:
    lowered = head.casefold()
    return lowered.startswith("[script info]") or "[events]" in lowered


def _is_screenplay(text: str) -> bool:
    """Whether there are a scene's heading and names in capitals on lines of their own, as Fountain prints them."""
    if "INT" not in text and "EXT" not in text:
        return False
    from tui_reader.formats.screenplay.fountain_lines import has_scene_and_cues

    return has_scene_and_cues(text)
