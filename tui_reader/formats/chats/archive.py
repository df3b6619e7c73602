"""A chat as phones share it: an archive (ZIP) of one text and the pictures that belong to it. Only the text is read."""

from __future__ import annotations

import io
import zipfile
import zlib

from tui_reader.cleaning import clean, one_line
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.chats import line_forms
from tui_reader.formats.decoding import decode
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_LARGEST = 100_000_000
"""Bytes of a text."""
_RATIO = 200
"""How often its packed size a text may unfold to: chats reach 20."""
_SMALL = 1_000_000
"""Bytes below which the ratio does not matter."""


def _chat(archive: zipfile.ZipFile) -> zipfile.ZipInfo | None:
    """The one text at the top of an archive; None where there are none or several."""
    texts = [one for one in archive.infolist() if one.filename.casefold().endswith(".txt") and "/" not in one.filename]
    return texts[0] if len(texts) == 1 else None


def _recognise(file: SourceFile) -> Evidence | None:
    if b".txt" not in file.data:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            return Evidence(CERTAIN) if _chat(archive) else None
    except (zipfile.BadZipFile, ValueError, OSError):
        return None


def _read(file: SourceFile) -> Document:
    """The Document of the chat in an archive. Raises DocumentError where it is damaged, too large, or holds none."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            found = _chat(archive)
            data = _bytes(archive, found, file.name) if found else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise DocumentError(f"{file.name}: this archive is damaged: {one_line(error)}; export the chat again") from None
    text = SourceFile(data, file.name, file.key, file.entries, file.warnings)
    text.text = clean(decode(data, file.name).text) if data else ""
    for producer in line_forms.PRODUCERS:
        if producer.recognise(text):
            return producer.read(text)
    raise DocumentError(f"{file.name} is an archive without a chat; unpack it first and open a file in it")


def _bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    """The bytes of a member, whatever the archive says of its size."""
    if member.flag_bits & 1:
        raise DocumentError(f"{name}: needs a password; unpack it first")
    if member.file_size > _LARGEST or member.file_size > max(_SMALL, _RATIO * member.compress_size):
        raise DocumentError(f"{name}: would be larger than any chat when unpacked; it is not read")
    with archive.open(member) as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise DocumentError(f"{name}: would be larger than any chat when unpacked; it is not read")
    return data


PRODUCERS = (Producer("whatsapp-zip", "WhatsApp, packed (ZIP)", _recognise, _read),)
