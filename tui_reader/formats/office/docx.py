"""Word documents (DOCX): the paragraphs, tables and notes of the main text, by their XML.

Deletions that are tracked, comments, fields' instructions and macros are not read; nothing outside the file is.
The format: ECMA-376, part 1, WordprocessingML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tui_reader.formats.office.paragraphs import Block, FootNote, Paragraph, Print, TableRow, TextRun, furniture
from tui_reader.formats.packed_members import PackedMembers
from tui_reader.formats.xml.safe_parser import local
from tui_reader.named_tuple import NamedTuple

TEXT = "word/document.xml"
_STYLES = "word/styles.xml"
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_COMMENTS = "word/comments.xml"
_FURNITURE = re.compile(r"word/(?:header|footer)\d*\.xml")
_SKIPPED = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr", "sdtPr", "sectPr", "tblPr"))
"""Elements that are not walked into: what was deleted, copies for old programs, what is about the text."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_LEVEL = re.compile(r"heading (\d)", re.IGNORECASE)
_TITLES = ("title", "heading 1")
_MOST_BASES = 20


class _Style(NamedTuple):
    name: str
    print: Print
    level: int
    is_default: bool
    is_item: bool


def read(members: PackedMembers) -> tuple[list[Block], list[FootNote], list[str]]:
    """The blocks, the notes, and what is not read, in words. Raises DocumentError where the file is broken."""
    document = _Document(_styles(members.xml(_STYLES)) if _STYLES in members else {})
    blocks = list(document.blocks(members.xml(TEXT)))
    notes = []
    for path, kind in _NOTES:
        if path in members:
            notes += list(document.notes(members.xml(path), kind))
    comments = len(list(members.xml(_COMMENTS).iter("{*}comment"))) if _COMMENTS in members else 0
    unread = [f"{comments} comment{'s' if comments > 1 else ''} in the margin"] if comments else []
    for path in members:
        if _FURNITURE.fullmatch(path):
            blocks += furniture(document.blocks(members.xml(path)))
    return blocks, notes, unread


class _Document:
    def __init__(self, styles: dict[str, _Style]) -> None:
        self._styles = styles
        self._marks: dict[str, str] = {}  # the marks of notes that were referred to, by id

    def blocks(self, element: Any) -> Iterator[Block]:
        """The paragraphs and rows in an element, in order."""
        for child in element:
            tag = local(child)
            if tag == "p":
                yield self._paragraph(child)
                for box in child.iter("{*}txbxContent"):
                    above = [local(one) for one in box.iterancestors()]
                    if "Fallback" not in above and nearest(box, "p") is child:
                        yield from self.blocks(box)
            elif tag == "tr":
                yield TableRow(
                    [list(self._of_cell(cell)) for cell in child.iter("{*}tc") if nearest(cell, "tr") is child]
                )
            elif tag and tag not in _SKIPPED:
                yield from self.blocks(child)

    def notes(self, element: Any, kind: str) -> Iterator[FootNote]:
        """The notes of a member that the text refers to, in the order of their marks."""
        for note in element.iter(f"{{*}}{kind}"):
            id = f"{kind}-{_value(note, 'id')}"
            if id in self._marks:
                paragraphs = [one for one in self.blocks(note) if isinstance(one, Paragraph)]
                yield FootNote(id, self._marks[id], paragraphs)

    def _of_cell(self, cell: Any) -> Iterator[Paragraph]:
        """The paragraphs of a cell; those of a table within it as well."""
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (one for inner in block.cells for one in inner)

    def _paragraph(self, element: Any) -> Paragraph:
        about = element.find("{*}pPr")
        style = self._styles.get(_named(about, "pStyle")) or self._default
        base = style.print if style else Print()
        runs = list(self._runs(element, base))
        name = style.name if style and not style.is_default else ""
        kind = ""
        if name.casefold().startswith("toc "):
            kind = "contents"
        elif (about is not None and about.find("{*}numPr") is not None) or (style and style.is_item):
            kind = "item"
        level = style.level if style else 0
        centred = _named(about, "jc") == "center"
        return Paragraph(runs, name, level, "" if level else kind, centred)

    @property
    def _default(self) -> _Style | None:
        return next((style for style in self._styles.values() if style.is_default), None)

    def _runs(self, element: Any, base: Print) -> Iterator[TextRun]:
        for child in element:
            tag = local(child)
            if tag == "r":
                yield from self._run(child, base)
            elif tag and tag not in _SKIPPED:
                yield from self._runs(child, base)

    def _run(self, element: Any, base: Print) -> Iterator[TextRun]:
        about = element.find("{*}rPr")
        style = self._styles.get(_named(about, "rStyle"))
        printed = _print(about, style.print.within(base)._replace(style=style.name) if style else base)
        text = ""
        for child in element:
            tag = local(child)
            if tag == "t":
                text += child.text or ""
            elif tag in _SIGNS:
                text += " " if _value(child, "type") in ("page", "column") else _SIGNS[tag]
            elif tag in ("footnoteReference", "endnoteReference"):
                id = f"{tag.removesuffix('Reference')}-{_value(child, 'id')}"
                mark = self._marks.setdefault(id, str(len(self._marks) + 1))
                yield TextRun(text, printed)
                yield TextRun(mark, note=id)
                text = ""
        capitals = about is not None and _is_on(about.find("{*}caps"))
        yield TextRun(text.upper() if capitals else text, printed)


def nearest(element: Any, tag: str) -> Any:
    """The nearest element of this name around one; None where there is none."""
    return next((above for above in element.iterancestors() if local(above) == tag), None)


def _value(element: Any, name: str = "val") -> str:
    """An attribute by its local name."""
    return next((str(value) for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _named(about: Any, name: str) -> str:
    found = about.find(f"{{*}}{name}") if about is not None else None
    return _value(found) if found is not None else ""


def _is_on(element: Any) -> bool:
    return element is not None and _value(element) not in ("0", "false", "off", "none")


def _print(about: Any, base: Print) -> Print:
    """How a run is printed: as its style says, and what it says itself."""
    if about is None:
        return base
    found: dict[str, Any] = {}
    for name, tag in (
        ("bold", "b"),
        ("italic", "i"),
        ("underlined", "u"),
        ("small", "smallCaps"),
        ("hidden", "vanish"),
    ):
        if (element := about.find(f"{{*}}{tag}")) is not None:
            found[name] = _is_on(element)
    if place := _named(about, "vertAlign"):
        found["raised"] = place == "superscript"
    return base._replace(**found)


def _styles(element: Any) -> dict[str, _Style]:
    """The styles by their ids, each with what the ones say that it is based on."""
    found = {_value(style, "styleId"): style for style in element.iter("{*}style")}
    return {id: _style(style, found) for id, style in found.items()}


def _style(style: Any, styles: dict[str, Any]) -> _Style:
    chain = [style]
    while len(chain) < _MOST_BASES and (base := styles.get(_named(chain[-1], "basedOn"))) is not None:
        chain.append(base)
    printed, level, is_item = Print(), 0, False
    for one in reversed(chain):
        printed = _print(one.find("{*}rPr"), printed)
        about = one.find("{*}pPr")
        if about is not None:
            level = (
                int(outline) + 1 if (outline := _named(about, "outlineLvl")).isdecimal() and int(outline) < 9 else level
            )
            is_item = is_item or about.find("{*}numPr") is not None
    name = _named(style, "name")
    if name.casefold() in _TITLES:
        level = 1
    elif found := _LEVEL.fullmatch(name):
        level = int(found[1])
    is_default = _value(style, "default") in ("1", "true") and _value(style, "type") == "paragraph"
    return _Style(name, printed, level, is_default, is_item)
