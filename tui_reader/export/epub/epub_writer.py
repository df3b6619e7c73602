"""Packs an EPUB; the same rendering gives the same bytes. After EPUB 3.3, section 4 (Open Container Format)."""

from __future__ import annotations

from hashlib import sha256
from importlib import resources
from shutil import copyfileobj
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from tui_reader.export import cover
from tui_reader.export.epub.book_chapters import book_chapters, page
from tui_reader.export.epub.media_overlay import overlays
from tui_reader.export.epub.package_document import ManifestItem, package_document
from tui_reader.export.epub.table_of_contents import table_of_contents
from tui_reader.export.markup.html_renderer import HtmlRenderer
from tui_reader.export.markup.xhtml_elements import Element
from tui_reader.export.rendering import Rendering

_XHTML = "application/xhtml+xml"
_SOUND = "sound.mp3"
_CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`, as an EPUB.

    Raises UsageError for an unknown turn number, ReaderError if the sound cannot be encoded, OSError.
    """
    document = rendering.document
    renderer = HtmlRenderer(rendering, words=False)
    texts = book_chapters(renderer)
    heard = overlays(texts, renderer.sentences.clips, _SOUND) if rendering.sound is not None else {}

    files: dict[str, bytes] = {"nav.xhtml": _bytes(page(document.heading, table_of_contents(texts), document.language))}
    items = [ManifestItem("nav.xhtml", _XHTML, properties="nav"), ManifestItem("book.css", "text/css")]
    items.append(ManifestItem("cover.svg", "image/svg+xml", "cover-image"))
    for text in texts:
        overlay, name = heard.get(text.name), text.name.replace(".xhtml", ".smil")
        files[text.name] = _bytes(page(text.title, text.text, document.language))
        items.append(ManifestItem(text.name, _XHTML, overlay=name if overlay else "", in_spine=True))
        if overlay:
            files[name] = _bytes(overlay.smil)
            items.append(ManifestItem(name, "application/smil+xml", seconds=overlay.seconds))
    if heard:
        items.append(ManifestItem(_SOUND, "audio/mpeg"))
    files["cover.svg"] = cover.svg(document)
    files["book.css"] = resources.files(__package__).joinpath("book.css").read_bytes()
    content = sha256(b"".join(sha256(one).digest() for one in files.values())).hexdigest()
    identifier = uuid5(NAMESPACE_URL, f"tui-reader:{document.key}:{content}").urn
    files["book.opf"] = _bytes(package_document(document, items, identifier, rendering.job.options.licence))

    with ZipFile(file, "w") as book:
        book.writestr(_entry("mimetype", ZIP_STORED), "application/epub+zip")
        book.writestr(_entry("META-INF/container.xml"), _CONTAINER)
        for name, content_bytes in files.items():
            book.writestr(_entry(f"EPUB/{name}"), content_bytes)
        if heard:
            from tui_reader.export.audio.embedded_mp3 import encoded_mp3

            place = _entry(f"EPUB/{_SOUND}", ZIP_STORED)
            with encoded_mp3(rendering) as sound, book.open(place, "w", force_zip64=True) as entry:
                copyfileobj(sound, entry, 1 << 20)


def _bytes(root: Element) -> bytes:
    etree.cleanup_namespaces(root, top_nsmap={"epub": "http://www.idpf.org/2007/ops"}, keep_ns_prefixes=["epub"])
    encoded: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return encoded


def _entry(name: str, compression: int = ZIP_DEFLATED) -> ZipInfo:
    """The entry of a file in the archive, without date and operating system."""
    entry = ZipInfo(name)
    entry.compress_type, entry.create_system, entry.external_attr = compression, 3, 0o644 << 16
    return entry
