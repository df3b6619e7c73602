"""Packs a book: the same recording gives the same bytes. After EPUB 3.3, section 4 (Open Container Format)."""

from __future__ import annotations

from hashlib import sha256
from importlib import resources
from shutil import copyfileobj
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from tui_reader.export import cover
from tui_reader.export.epub.book_chapters import chapters, page
from tui_reader.export.epub.overlay import overlays
from tui_reader.export.epub.package import Item, package
from tui_reader.export.epub.table_of_contents import contents
from tui_reader.export.markup.elements import Element
from tui_reader.export.markup.html_renderer import HtmlRenderer
from tui_reader.export.rendering import Rendering

_XHTML = "application/xhtml+xml"
_SOUND = "sound.mp3"
_CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def write(file: BinaryIO, recording: Rendering) -> None:
    """Write all of it. Raises UsageError for a turn that there is not, ReaderError and OSError."""
    document = recording.document
    setting = HtmlRenderer(recording, words=False)
    texts = chapters(setting)
    heard = overlays(texts, setting.sentences.clips, _SOUND) if recording.sound is not None else {}

    files: dict[str, bytes] = {"nav.xhtml": _bytes(page(document.heading, contents(texts), document.language))}
    items = [Item("nav.xhtml", _XHTML, properties="nav"), Item("book.css", "text/css")]
    items.append(Item("cover.svg", "image/svg+xml", "cover-image"))
    for text in texts:
        overlay, name = heard.get(text.name), text.name.replace(".xhtml", ".smil")
        files[text.name] = _bytes(page(text.title, text.text, document.language))
        items.append(Item(text.name, _XHTML, overlay=name if overlay else "", read=True))
        if overlay:
            files[name] = _bytes(overlay.smil)
            items.append(Item(name, "application/smil+xml", seconds=overlay.seconds))
    if heard:
        items.append(Item(_SOUND, "audio/mpeg"))
    files["cover.svg"] = cover.svg(document)
    files["book.css"] = resources.files(__package__).joinpath("book.css").read_bytes()
    content = sha256(b"".join(sha256(one).digest() for one in files.values())).hexdigest()
    identifier = uuid5(NAMESPACE_URL, f"tui-reader:{document.key}:{content}").urn
    files["book.opf"] = _bytes(package(document, items, identifier, recording.recital.order.licence))

    with ZipFile(file, "w") as book:
        book.writestr(_entry("mimetype", ZIP_STORED), "application/epub+zip")
        book.writestr(_entry("META-INF/container.xml"), _CONTAINER)
        for name, content_bytes in files.items():
            book.writestr(_entry(f"EPUB/{name}"), content_bytes)
        if heard:
            from tui_reader.export.audio.embedded_mp3 import coded

            place = _entry(f"EPUB/{_SOUND}", ZIP_STORED)
            with coded(recording) as sound, book.open(place, "w", force_zip64=True) as entry:
                copyfileobj(sound, entry, 1 << 20)


def _bytes(root: Element) -> bytes:
    etree.cleanup_namespaces(root, top_nsmap={"epub": "http://www.idpf.org/2007/ops"}, keep_ns_prefixes=["epub"])
    coded: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return coded


def _entry(name: str, compression: int = ZIP_DEFLATED) -> ZipInfo:
    """A file of the archive, of no time and no system."""
    entry = ZipInfo(name)
    entry.compress_type, entry.create_system, entry.external_attr = compression, 3, 0o644 << 16
    return entry
