"""Notes of Markdown that are numbered by hand: marks `[1]` in the text, and a list `[1] Words.` or `1. Words.` below.

They are written as Markdown's own notes, which the parser reads: `[^1]` and `[^1]: Words.`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ENTRY = re.compile(r"[ \t]{0,3}(?:[-*+][ \t]+)?\\?\[(\d{1,3})\\?\](:?)[ \t]+(\S[^\n]*)")
_ITEM = re.compile(r"[ \t]{0,3}(\d{1,3})[.)]()[ \t]+(\S[^\n]*)")
_HEADING = re.compile(
    r"[ \t]{0,3}(?:#{1,6}[ \t]+)?[*_]{0,2}(?:(?:foot|end)?notes|noten|anmerkungen|fußnoten|note|notas)[*_:]{0,3}",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?<=[^\]\s\\]) ?\\?\[(\d{1,3})\\?\](?![(\[:])")
_ADDRESS = re.compile(r"<|[^\s:]{1,20}://|\S+\s*$|\S+\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\))\s*$")
"""What stands behind `[1]:` where it is a link's: an address, or any one word with a title in quotes."""


def with_own_notes(text: str) -> str:
    """The text with such notes as Markdown has them; the same where there are none.

    The list is the last of the text, its numbers rise from 1, and each has its mark above. A list of items `1.` needs
    the heading "Notes"; one of addresses belongs to links.
    """
    if "[1" not in text:
        return text
    lines = text.split("\n")
    begin = _begin(lines)
    if begin is None:
        return text
    entries = {at: found for at in range(begin, len(lines)) if (found := _entry(lines[at]))}
    wanted = [found[1] for found in entries.values()]
    known = set(wanted)
    marks = {mark[1] for line in lines[:begin] for mark in _MARK.finditer(line)}
    if wanted != [str(number) for number in range(1, len(wanted) + 1)] or not marks >= known:
        return text
    above = next((at for at in range(begin - 1, -1, -1) if lines[at].strip()), begin)
    if _HEADING.fullmatch(lines[above].rstrip()) and not lines[above].lstrip().startswith("#"):
        lines[above] = f"## {lines[above].strip()}"
    told = (f"[^{entries[at][1]}]: {entries[at][3]}" if at in entries else lines[at] for at in range(begin, len(lines)))
    own = (_MARK.sub(lambda mark: f"[^{mark[1]}]" if mark[1] in known else mark[0], line) for line in lines[:begin])
    return "\n".join((*own, *told))


def _begin(lines: Sequence[str]) -> int | None:
    """The line of the first entry of the last list; None where the text ends with no list of notes."""
    begin = None
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if found := _entry(line):
            begin = at
            if found[1] == "1":
                above = next((line for line in reversed(lines[:at]) if line.strip()), "").rstrip()
                is_list = found.re is _ENTRY or _HEADING.fullmatch(above)
                return begin if is_list and not _entry(above) else None
        elif begin is None and line.strip():
            if not line.startswith((" ", "\t")):  # a further line of the last note is set in
                return None
        elif line.strip() and not line.startswith((" ", "\t")):
            return None
    return None


def _entry(line: str) -> re.Match[str] | None:
    """The entry that a line is: not of an address, as a link has it."""
    found = _ENTRY.fullmatch(line) or _ITEM.fullmatch(line)
    return None if found and found[2] and _ADDRESS.match(found[3]) else found
