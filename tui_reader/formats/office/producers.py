"""Documents of word processors as producers. The readers are imported when they are needed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

from tui_reader.cleaning import clean, one_line
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_START = 200
"""Bytes in which an OpenDocument file says what it is."""


def _is_docx(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if b"word/document.xml" in file.data else None


def _is_odt(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if _ODT in file.data[:_START] else None


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
    from tui_reader.formats import html
    from tui_reader.formats.decoding import decode
    from tui_reader.formats.office import docx, odt
    from tui_reader.formats.office.paragraphs import page_of, plain_of
    from tui_reader.formats.packed_members import PackedMembers
    from tui_reader.formats.word_count.account import with_lost_words
    from tui_reader.formats.word_count.office_text import office_text
    from tui_reader.formats.xml.root_element import declared_encoding

    reader = docx if format == "docx" else odt
    members = PackedMembers(archive, file.name)
    if reader.TEXT not in members:
        raise DocumentError(f"{file.name}: the text of this file, {reader.TEXT}, is missing; save it again")
    blocks, notes, unread = reader.read(members)
    warnings = [*file.warnings, *(f"{file.name}: not read: {one}" for one in unread)]
    plain = clean(plain_of(blocks, notes))
    if not plain.strip():
        raise DocumentError(f"{file.name}: this document holds no text; it may be pictures")
    document = html.parse(clean(page_of(blocks, notes)), file.name, file.key, file.entries, warnings, format, plain)
    xml = decode(members.data(reader.TEXT), file.name, declared=declared_encoding(members.data(reader.TEXT))).text
    return with_lost_words(document, office_text(xml, format))


PRODUCERS = (
    Producer("docx", "Word document (DOCX)", _is_docx, _reads("docx")),
    Producer("odt", "OpenDocument text (ODT)", _is_odt, _reads("odt")),
)
