"""The lines by which Fountain is known: headings of scenes, and names in capitals above what is said.

Shared by the reader of Fountain and the detection of formats. Knows single lines.
"""

from __future__ import annotations

import re

_SCENE = r"(?:INT|EXT|EST|INT\.?/EXT|EXT\.?/INT|I/E)(?:\.| (?!\())"
SCENE = re.compile(_SCENE, re.IGNORECASE)
"""The start of a scene's heading."""
_CUE = re.compile(r"@?[^()\n]{1,80}?((?:[ \t]*\([^()\n]{0,60}\))*)[ \t]*\^?")
_SCENE_LINE = re.compile(rf"^[ \t]*{_SCENE}[^\n]*$", re.MULTILINE)
_LONGEST = 200
"""Characters of a line that may be a name."""
_LONGEST_SURE = 45
"""The same in a text of an unknown format."""


def is_cue(line: str) -> bool:
    """Whether a line without white space around it is a name in capitals, or forced with "@"."""
    cue = _CUE.fullmatch(line) if len(line) <= _LONGEST else None
    if not cue:
        return False
    if line.startswith("@"):
        return len(line) > 1
    name = line[: cue.start(1)] if cue[1] else line.removesuffix("^")
    if "^" in name:  # the sign of dual dialogue ends the line
        return False
    return name[:1].isalpha() and name == name.upper() and name != name.lower() and not name.endswith("TO:")


def has_scene_and_cues(text: str) -> bool:
    """Whether a text has the heading of a scene, and two or more names between a blank line and one with words."""
    if not _SCENE_LINE.search(text):
        return False
    lines = [line.strip() for line in text.split("\n")]
    cues = (
        not above and below and len(line) <= _LONGEST_SURE and is_cue(line) and not SCENE.match(line)
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
    )  # fmt: skip
    return sum(map(bool, cues)) > 1
