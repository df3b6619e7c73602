"""Documents of word processors as producers. The readers are imported when they are needed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_reader.cleaning import clean, one_line
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

if TYPE_CHECKING:
    from tui_reader.formats.office.paragraphs import Block, FootNote

_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_START = 200
"""Bytes in which an OpenDocument file says what it is."""


def _is_docx(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if b"word/document.xml" in file.data else None


def _is_odt(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if _ODT in file.data[:_START] else None


def _is_rtf(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if file.is_rich_text else None


def _reads(format: str) -> Callable[[SourceFile], Document]:
    def read(file: SourceFile) -> Document:
        if not file.data.startswith(b"PK"):
            raise DocumentError(f"{file.name}: no {format.upper()}, which is a packed file; open it without --as")
        try:
            with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
                return _read(file, archive, format)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise DocumentError(f"{file.name}: this file is damaged: {one_line(error)}; save it again") from None

    return read


def _read(file: SourceFile, archive: zipfile.ZipFile, format: str) -> Document:
    from tui_reader.formats.decoding import decode
    from tui_reader.formats.office import docx, odt
    from tui_reader.formats.packed_members import PackedMembers
    from tui_reader.formats.word_count.account import with_lost_words
    from tui_reader.formats.word_count.office_text import office_text
    from tui_reader.formats.xml.root_element import declared_encoding

    reader = docx if format == "docx" else odt
    members = PackedMembers(archive, file.name)
    if reader.TEXT not in members:
        raise DocumentError(f"{file.name}: the text of this file, {reader.TEXT}, is missing; save it again")
    document = _document(file, reader.read(members), format)
    xml = decode(members.data(reader.TEXT), file.name, declared=declared_encoding(members.data(reader.TEXT))).text
    return with_lost_words(document, office_text(xml, format))


def _read_rtf(file: SourceFile) -> Document:
    from tui_reader.formats.office import rtf

    if not file.is_rich_text:
        raise DocumentError(f"{file.name}: no RTF, which begins with {{\\rtf; open it without --as")
    return _document(file, rtf.read(file.data), "rtf")


def _document(
    file: SourceFile, found: tuple[Sequence[Block], Sequence[FootNote], Sequence[str]], format: str
) -> Document:
    """The Document of blocks: as lines of another format that they are, as a page, or as plain text with labels.

    `found` are the blocks, the notes, and what is not read.
    """
    from tui_reader.formats import html
    from tui_reader.formats.office import lines_within
    from tui_reader.formats.office.paragraphs import page_of, plain_of

    blocks, notes, unread = found
    file.warnings = (*file.warnings, *(f"{file.name}: not read: {one}" for one in unread))
    plain = clean(plain_of(blocks, notes))
    if not plain.strip():
        raise DocumentError(f"{file.name}: this document holds no text; it may be pictures")
    document = lines_within.document_of_lines(file, blocks, notes)
    if document is None:
        page = clean(page_of(lines_within.with_rows_of_two(blocks), notes))
        document = html.parse(page, file.name, file.key, file.entries, file.warnings, format, plain)
        if not document.turns and not notes:
            document = lines_within.document_of_plain_labels(file, blocks) or document
    return document._replace(format=format)


PRODUCERS = (
    Producer("docx", "Word document (DOCX)", _is_docx, _reads("docx")),
    Producer("odt", "OpenDocument text (ODT)", _is_odt, _reads("odt")),
    Producer("rtf", "Rich text (RTF)", _is_rtf, _read_rtf),
)
