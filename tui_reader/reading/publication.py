"""Who edited and published what a file holds, for citations: from the header of a TEI file or the list of an EPUB."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader.cleaning import one_line
from tui_reader.document.citation import UNKNOWN, Publication
from tui_reader.document.collection import split_id
from tui_reader.errors import DocumentError
from tui_reader.lazy_re import lazy_re

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEAD = 200_000
"""Bytes of a TEI file in which its header is looked for."""
MOST = 64_000_000
"""Bytes of a book that is looked into."""
_HEADER_END = lazy_re(r"</(?:[\w.-]+:)?teiHeader\s*>")
_YEAR = lazy_re(r"\b(?:1[4-9]|20)\d\d\b")
_OPF = "{http://www.idpf.org/2007/opf}"


def publication(path: Path) -> Publication:
    """Editors, publisher, its place and the year; what the file does not say is empty."""
    file = split_id(path)[0]
    try:
        with file.open("rb") as opened:
            head = opened.read(HEAD)
            if b"teiHeader" in head.replace(b"\0", b""):  # in UTF-16 too
                return _of_tei(head, file.name)
            if head.startswith(b"PK\x03\x04") and file.stat().st_size <= MOST:
                return _of_book(head + opened.read(), file.name)
    except (OSError, ValueError, DocumentError):
        pass
    return UNKNOWN


def _of_tei(head: bytes, name: str) -> Publication:
    """What a header states; of its editors those of the volume, and not of the series."""
    from lxml import etree

    from tui_reader.formats import decoded_text
    from tui_reader.formats.xml.safe_parser import parse_xml

    text = decoded_text(head, name)
    end = _HEADER_END.search(text)
    root = parse_xml(text[: end.end()] if end else text, name).root
    etree.strip_elements(root, etree.Entity, with_tail=False)  # they are never unfolded
    editors = list(root.iterfind(".//{*}titleStmt/{*}editor"))
    chosen = [one for one in editors if one.get("role") == "primary"] or editors
    printed = root.find(".//{*}publicationStmt")
    publisher, place, date = (_first(printed, name) for name in ("publisher", "pubPlace", "date"))
    when = None if date or printed is None else printed.find("{*}date[@when]")
    year = _year(date if when is None else when.get("when"))
    return Publication(tuple(_all_words(chosen)), publisher, place, year)


def _of_book(data: bytes, name: str) -> Publication:
    """What the list of a book states."""
    from tui_reader.formats import epub

    if not epub.is_epub(data):
        return UNKNOWN
    opf = epub.package(data, name)
    roles = {
        (meta.get("refines") or "").removeprefix("#"): _words(meta)
        for meta in opf.iter("{*}meta")
        if meta.get("property") == "role"
    }
    people = [*opf.iter("{*}contributor"), *opf.iter("{*}creator")]
    editors = [one for one in people if "edt" in (one.get(f"{_OPF}role"), roles.get(one.get("id") or ""))]
    return Publication(tuple(_all_words(editors)), _first(opf, "publisher"), "", _year(_first(opf, "date")))


def _all_words(elements: Iterable[Any]) -> Iterator[str]:
    return filter(None, map(_words, elements))


def _first(root: Any, name: str) -> str:
    """The words of the first element of a name."""
    return next(_all_words(root.iter(f"{{*}}{name}")), "") if root is not None else ""


def _words(element: Any) -> str:
    return one_line(" ".join("".join(element.itertext()).split()), 200)


def _year(date: str) -> str:
    found = _YEAR.search(date)
    return found[0] if found else ""
