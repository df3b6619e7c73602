"""OpenDocument texts (ODT): the paragraphs, tables and notes of the text, by their XML.

Deletions that are tracked, comments and macros are not read; nothing outside the file is. The format: OASIS
OpenDocument 1.3, part 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.formats.office.paragraphs import Block, FootNote, Paragraph, Print, TableRow, TextRun, furniture
from tui_reader.formats.packed_members import PackedMembers
from tui_reader.formats.xml.safe_parser import local
from tui_reader.named_tuple import NamedTuple

TEXT = "content.xml"
_STYLES = "styles.xml"
_SKIPPED = frozenset(
    ("tracked-changes", "annotation", "sequence-decls", "forms", "scripts", "soft-page-break", "title", "desc")
)
_MOST_BASES = 20
_MOST_BLANKS = 200
_USUAL = ("standard", "text body", "default")
"""Names of styles that most paragraphs have."""


class _Style(NamedTuple):
    name: str
    print: Print
    centred: bool


def read(members: PackedMembers) -> tuple[list[Block], list[FootNote], list[str]]:
    """The blocks, the notes, and what is not read, in words. Raises DocumentError where the file is broken."""
    root = members.xml(TEXT)
    roots = [members.xml(_STYLES), root] if _STYLES in members else [root]
    text = next(iter(root.iter("{*}text")), root)
    document = _Document({_value(style, "name"): style for one in roots for style in one.iter("{*}style")})
    blocks = list(document.blocks(text))
    for one in (element for each in roots[:-1] for element in each.iter("{*}header", "{*}footer")):
        blocks += furniture(document.blocks(one))
    comments = len(list(text.iter("{*}annotation")))
    unread = [f"{comments} comment{'s' if comments > 1 else ''} in the margin"] if comments else []
    return blocks, document.notes, unread


class _Document:
    def __init__(self, styles: dict[str, Any]) -> None:
        self._elements = styles
        self._made: dict[str, _Style] = {}
        self.notes: list[FootNote] = []

    def blocks(self, element: Any, kind: str = "") -> Iterator[Block]:
        """The paragraphs and rows in an element, in order."""
        for child in element:
            tag = local(child)
            if tag in ("p", "h"):
                yield self._paragraph(child, kind)
                for box in child.iter("{*}text-box"):
                    if next((one for one in box.iterancestors() if local(one) in ("p", "h")), None) is child:
                        yield from self.blocks(box)
            elif tag == "table-row":
                cells = [cell for cell in child if local(cell) == "table-cell"]
                yield TableRow([[one for one in self.blocks(cell) if isinstance(one, Paragraph)] for cell in cells])
            elif tag == "list-item":
                yield from self.blocks(child, "item")
            elif tag and tag not in _SKIPPED:
                yield from self.blocks(child, "contents" if tag == "table-of-content" else kind)

    def _paragraph(self, element: Any, kind: str) -> Paragraph:
        style = self._style(_value(element, "style-name"))
        runs = list(self._runs(element, style.print))
        level = _value(element, "outline-level")
        is_title = style.name.casefold() == "title"
        number = int(level) if level.isdecimal() and local(element) == "h" else int(is_title or local(element) == "h")
        name = "" if style.name.casefold() in _USUAL else style.name
        return Paragraph(runs, name, number, "" if number and kind == "item" else kind, style.centred)

    def _runs(self, element: Any, printed: Print) -> Iterator[TextRun]:
        yield TextRun(element.text or "", printed)
        for child in element:
            tag = local(child)
            if tag == "span":
                style = self._style(_value(child, "style-name"))
                own = style.print.within(printed)
                yield from self._runs(child, own._replace(style=style.name or printed.style))
            elif tag == "tab":
                yield TextRun("\t", printed)
            elif tag == "line-break":
                yield TextRun("\n", printed)
            elif tag == "s":
                count = _value(child, "c")
                yield TextRun(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS), printed)
            elif tag == "note":
                yield from self._note(child)
            elif tag and tag not in _SKIPPED and tag != "text-box":
                yield from self._runs(child, printed)
            yield TextRun(child.tail or "", printed)

    def _note(self, element: Any) -> Iterator[TextRun]:
        id = f"note-{len(self.notes) + 1}"
        mark = "".join("".join(one.itertext()) for one in element.iter("{*}note-citation")).strip()
        body = element.find("{*}note-body")
        mark = mark or str(len(self.notes) + 1)
        note = FootNote(id, mark, [])
        self.notes.append(note)
        if body is not None:
            paragraphs = [one for one in self.blocks(body) if isinstance(one, Paragraph)]
            self.notes[self.notes.index(note)] = note._replace(paragraphs=paragraphs)
        yield TextRun(mark, note=id)

    def _style(self, name: str) -> _Style:
        """The style of a name; one that was made for a single place bears the name of the one that it is based on."""
        if name in self._made:
            return self._made[name]
        chain: list[Any] = []
        above = name
        while len(chain) < _MOST_BASES and above in self._elements:
            chain.append(self._elements[above])
            above = _value(chain[-1], "parent-style-name")
        printed, centred = Print(), False
        for one in reversed(chain):
            for properties in one.iter("{*}text-properties"):
                printed = _print(properties, printed)
            for properties in one.iter("{*}paragraph-properties"):
                centred = _value(properties, "text-align") == "center" if _value(properties, "text-align") else centred
        called = next((one for one in chain if local(one.getparent()) != "automatic-styles"), None)
        shown = "" if called is None else _value(called, "display-name") or _value(called, "name").replace("_20_", " ")
        self._made[name] = _Style(shown, printed, centred)
        return self._made[name]


def _value(element: Any, name: str) -> str:
    """An attribute by its local name."""
    return next((str(value) for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _print(properties: Any, base: Print) -> Print:
    weight, slant = _value(properties, "font-weight"), _value(properties, "font-style")
    under, variant = _value(properties, "text-underline-style"), _value(properties, "font-variant")
    place, display = _value(properties, "text-position"), _value(properties, "display")
    return base._replace(
        bold=weight == "bold" or (weight.isdecimal() and int(weight) >= 600) if weight else base.bold,
        italic=slant in ("italic", "oblique") if slant else base.italic,
        underlined=under != "none" if under else base.underlined,
        small=variant == "small-caps" if variant else base.small,
        raised=place.startswith("super") if place else base.raised,
        hidden=display == "none" if display else base.hidden,
    )
