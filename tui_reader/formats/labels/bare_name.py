"""The name in a printed label, without the signs and remarks around it, by the print of each kind of file."""

from __future__ import annotations

import re

from tui_reader.named_tuple import NamedTuple

_ABBREVIATED = ("Mr", "Mrs", "Dr", "Jr")
"""What a full stop at the end belongs to."""
_REMARK = re.compile(r"\s*(?:\([^()]{0,60}\)|\^)\s*$")
_EMPHASIS = re.compile(r"[*_]{1,3}(.*?)[*_]{1,3}")


class LabelPrint(NamedTuple):
    """What a kind of file prints with a name in its labels."""

    around: str = ""
    """Characters that are removed before and after the name."""
    after: str = ""
    """Characters that are removed after the name, if any words are left then."""
    one_stop: bool = False
    """Whether one full stop at the end is removed, if it is not that of a title."""
    remarks: bool = False
    """Whether remarks in brackets and "^" after the name, "@" before it and emphasis around it are removed."""


PAGE = LabelPrint(around=" :：\u00a0<>", one_stop=True)
"""HTML: "Anne :", "<anne>", "Mr. Lane."."""
SPEECH = LabelPrint(after=" .:,;")
"""The `speaker` elements of TEI: "ELMIRE,"."""
ELEMENT = LabelPrint(after=" :.")
"""Elements for speakers in other XML: "Anne:"."""
SCREENPLAY = LabelPrint(remarks=True)
"""Lines of characters: "@JIM (O.S.) (CONT'D)" gives "JIM"."""


def bare_name(printed: str, kind: LabelPrint) -> str:
    """The name in a label as printed, by what its `kind` of file prints with it."""
    name = printed.strip(kind.around) if kind.around else printed
    if kind.one_stop and name.endswith(".") and not name[:-1].endswith(_ABBREVIATED):
        name = name[:-1].rstrip()
    if kind.remarks:
        name = _without_remarks(name)
    return name.rstrip(kind.after) or printed if kind.after else name


def _without_remarks(printed: str) -> str:
    """The name in a character's line, without what is printed before, after and around it."""
    name = printed.strip()
    while (remark := _REMARK.search(name)) and remark.start():
        name = name[: remark.start()]
    name = name.removeprefix("@").strip()
    marked = _EMPHASIS.fullmatch(name)
    return " ".join((marked[1] if marked else name).split())
