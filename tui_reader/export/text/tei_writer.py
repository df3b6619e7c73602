"""TEI P5 (https://tei-c.org/release/doc/tei-p5-doc/en/html/): people, `<sp who>`, and notes at their marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from lxml import etree

from tui_reader import __version__
from tui_reader.document.model import Kind, Page, Passage
from tui_reader.export.markup.xhtml_elements import Element, add_text, filled, language_tag, printable
from tui_reader.export.rendering import Rendering
from tui_reader.export.text.text_flow import TextFlow, cut_at_marks

_TEI = "http://www.tei-c.org/ns/1.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering's document into `file`. Raises UsageError for an unknown turn number, OSError."""
    flow = TextFlow(rendering)
    root = _TeiDocument(flow, rendering.job.options.licence).root()
    file.write(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    file.write(b"\n")


def _make(tag: str, *content: str | Element | None, **attributes: str | None) -> Element:
    """A TEI element with text and elements in it; None is left out, and `xml_id` becomes `xml:id`."""
    element = etree.Element(f"{{{_TEI}}}{tag}", nsmap={None: _TEI})
    for name, value in attributes.items():
        if value is not None:
            element.set(f"{_XML}{name[4:]}" if name.startswith("xml_") else name, printable(value))
    return filled(element, content)


def _make_lines(tag: str, *content: str | Element | None, **attributes: str | None) -> Element:
    """As `_make`, with a line for each child: only for elements in which white space means nothing."""
    element = _make(tag, **attributes)
    element.text = "\n"
    for one in content:
        if one is not None:
            element.append(one if not isinstance(one, str) else _make("p", one))
            element[-1].tail = "\n"
    return element


class _TeiDocument:
    """The elements of one TEI file."""

    def __init__(self, flow: TextFlow, licence: str) -> None:
        self._flow, self._licence = flow, licence
        self._ids = {person.id: f"p{number}" for number, person in enumerate(flow.document.people, 1)}
        self._notes = {note.mark: note for note in flow.notes}
        self._note_ids = {mark: f"n{number}" for number, mark in enumerate(self._notes, 1)}
        self._placed: set[str] = set()

    def root(self) -> Element:
        """The element TEI with everything in it."""
        document = self._flow.document
        header = self._header()
        title = self._filled("head", document.title, type="main") if document.title else None
        parts = [self._part(pages) for pages in self._flow.parts] or [_make_lines("div", "")]
        body = _make_lines("body", title, *parts)
        left = [self._note(mark) for mark in self._notes if mark not in self._placed]
        back = (
            _make_lines("back", _make_lines("div", *(_make("p", note) for note in left), type="notes"))
            if left
            else None
        )
        text = _make_lines("text", body, back, xml_lang=language_tag(document.language))
        return _make_lines("TEI", header, text)

    def _header(self) -> Element:
        document = self._flow.document
        licence = f" Terms of use of the text: {self._licence}." if self._licence else ""
        published = f"Written by tui-reader {__version__} from {document.name}.{licence}"
        source = document.source.text if document.source else None
        series = _make("title", document.collection.text, level="s") if document.collection else None
        bibl = _make("bibl", _make("title", document.heading), series, _make("note", source) if source else None)
        creation = None
        if document.date:
            creation = _make("creation", _make("date", document.date.passage.text, when=document.date.iso))
        people = [
            _make_lines(
                "person",
                _make("persName", person.name or person.id),
                *(_make("persName", label, type="label") for label in person.labels if label != person.name),
                _make("occupation", person.role) if person.role else None,
                xml_id=self._ids[person.id],
            )
            for person in self._flow.people
        ]
        language = language_tag(document.language)
        return _make_lines(
            "teiHeader",
            _make_lines(
                "fileDesc",
                _make_lines("titleStmt", _make("title", document.heading)),
                _make_lines("publicationStmt", published),
                _make_lines("sourceDesc", bibl),
            ),
            _make_lines(
                "profileDesc",
                creation,
                _make_lines("langUsage", _make("language", language, ident=language)),
                _make_lines("particDesc", _make_lines("listPerson", *people)) if people else None,
            ),
        )

    def _part(self, pages: Sequence[Page]) -> Element:
        part = pages[0].part
        heading = next((page.part.heading for page in pages if not page.turn), None)
        body = [passage for page in pages if not page.turn for passage in page.passages if passage is not heading]
        turns = [self._turn(page) for page in pages if page.turn]
        # A closer is allowed at the end of a division only.
        signed = 0 if turns else _trailing(body, Kind.SIGNATURE)
        closing = body[len(body) - signed :]
        dated = _trailing(list(reversed(body[: len(body) - signed])), Kind.DATELINE)
        blocks = self._blocks(body[dated : len(body) - signed])
        closer = _make("closer", *(self._filled("signed", passage) for passage in closing)) if closing else None
        return _make_lines(
            "div",
            self._filled("head", heading) if heading else None,
            *(self._filled("dateline", passage) for passage in body[:dated]),
            *(blocks or ([] if turns else [_make("p")])),
            *turns,
            closer,
            type="letter" if part.author else "part",
            n=part.id,
            corresp=f"#{self._ids[part.author]}" if part.author in self._ids else None,
        )

    def _turn(self, page: Page) -> Element:
        assert page.turn
        blocks = self._blocks(page.passages) or [_make("p")]
        who = self._ids.get(page.turn.speaker)
        speaker = _make("speaker", page.turn.label.text)
        return _make_lines("sp", speaker, *blocks, n=str(page.turn.number), who=f"#{who}" if who else None)

    def _blocks(self, passages: Iterable[Passage]) -> list[Element]:
        blocks: list[Element] = []
        items: Element | None = None
        for passage in passages:
            if passage.kind is not Kind.ITEM:
                items = None
            elif items is None:
                items = _make("list")
                blocks.append(_make("p", items))
            if items is not None:
                items.append(self._filled("item", passage))
            elif passage.kind is Kind.ASIDE:
                blocks.append(self._filled("stage", passage))
            elif passage.kind is Kind.VERSE:
                blocks.append(self._verse(passage))
            elif passage.kind is Kind.QUOTATION:
                blocks.append(_make("p", self._filled("quote", passage)))
            else:
                plain = passage.kind in (Kind.SPEECH, Kind.PARAGRAPH)
                blocks.append(self._filled("p", passage, rend=None if plain else passage.kind.value))
        return blocks

    def _verse(self, passage: Passage) -> Element:
        line = _make("l")
        group = _make("lg", line)
        for words, mark in cut_at_marks(passage):
            first, *more = words.split("\n")
            add_text(line, first)
            for words_of_line in more:
                line = _make("l", words_of_line)
                group.append(line)
            self._refer(line, mark)
        return group

    def _filled(self, tag: str, passage: Passage, **attributes: str | None) -> Element:
        """An element with a passage's words, and its notes at their marks."""
        element = _make(tag, **attributes)
        for words, mark in cut_at_marks(passage):
            first, *more = words.split("\n")
            add_text(element, first)
            for line in more:
                element.append(_make("lb"))
                add_text(element, line)
            self._refer(element, mark)
        return element

    def _refer(self, element: Element, mark: str | None) -> None:
        """Put a note at its first mark; later marks refer to it."""
        if mark in self._placed:
            element.append(_make("ref", mark, target=f"#{self._note_ids[mark]}"))
        elif mark in self._notes:
            element.append(self._note(mark))
        elif mark:
            element.append(_make("ref", mark, n=mark))

    def _note(self, mark: str) -> Element:
        self._placed.add(mark)
        passage = self._notes[mark].passage
        assert passage
        return self._filled("note", passage, xml_id=self._note_ids[mark], n=mark, place="foot")


def _trailing(passages: Sequence[Passage], kind: Kind) -> int:
    """How many passages at the end are of a kind."""
    count = 0
    while count < len(passages) and passages[-1 - count].kind is kind:
        count += 1
    return count
