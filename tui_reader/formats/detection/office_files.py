"""Files of word processors and archives, told by their first bytes under any name, and what to convert them with.

Nothing of them is unpacked; the names of an archive's members stand in it as they are.
"""

from __future__ import annotations

_OFFICE = "soffice --headless --convert-to txt:Text FILE"
_MEMBERS = (
    (b"Index/Document.iwa", "a Pages document; export it as plain text first"),
    (b"xl/workbook", "a spreadsheet; save the sheet as text first"),
    (b"opendocument.spreadsheet", "a spreadsheet; save the sheet as text first"),
    (b"ppt/presentation", "a slide presentation; save its text first"),
)
"""What stands in an archive of each kind."""
_STARTS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"an old Word document; convert it first, for example: {_OFFICE}"),
    (b"\xffWPC", f"a WordPerfect document; convert it first, for example: {_OFFICE}"),
    (b"\x1f\x8b", "a gzip archive; unpack it first: gunzip FILE"),
    (b"7z\xbc\xaf\x27\x1c", "an archive; unpack it first and open a file in it"),
    (b"Rar!\x1a", "an archive; unpack it first and open a file in it"),
)
_PDF_WITHIN = 1024
"""Bytes in which a PDF begins, as its readers have it."""


def refusal(data: bytes) -> str | None:
    """What the file is and what to convert it with, in one line; None for what may be text."""
    start = data[:_PDF_WITHIN].removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"%PDF-" in start[:_PDF_WITHIN] and (start.startswith(b"%PDF-") or b"\0" in data[: 4 * _PDF_WITHIN]):
        return "a PDF; convert it first, for example: pdftotext -layout FILE FILE.txt"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        named = next((what for member, what in _MEMBERS if member in data), None)
        return named or "a packed archive; unpack it first and open a file in it"
    return next((what for magic, what in _STARTS if start.startswith(magic)), None)
